//! British English.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Projects",
        Message::SearchLabel => "Search projects",
        Message::SearchPlaceholder => "Search titles, objectives, partners …",
        Message::SearchTips => "Search tips",
        Message::TipPhraseExample => "\"human rights\"",
        Message::TipPhrase => "finds these words together",
        Message::TipExclusionExample => "rights -children",
        Message::TipExclusion => "leaves out projects with the second word",
        Message::TipYear => "on its own, offers the projects of that year",
        Message::ShowYear => "Show projects running in {year}",
        Message::ShowingResultsFor => "Showing results for {words}",
        Message::SearchInsteadFor => "Search instead for {words}",
        Message::SkipToResults => "Skip to the projects",
        Message::Theming => "Colours: {theme}",
        Message::ThemeAuto => "as your system",
        Message::ThemeLight => "light",
        Message::ThemeDark => "dark",

        Message::Filters => "Filters",
        Message::CloseFilters => "Close filters",
        Message::ClearAll => "Clear all",
        Message::NotStated => "Not stated",
        Message::Selection => "Selected filters",
        Message::NothingNarrowed => "No value has this in its name.",
        Message::NarrowLabel => "Narrow the list: {facet}",
        Message::NarrowPlaceholder => "Find among {count}",
        Message::ShowAllValues => "Show all {count}",
        Message::ShowFewerValues => "Show fewer",
        Message::PreviousValues => "Previous",
        Message::NextValues => "Next",
        Message::ValuesShown => "{first}–{last} of {count}",
        Message::FindFilter => "Find a filter among {count}",
        Message::Remove => "Remove {what}",
        Message::LeaveOut => "Leave out {what}",
        Message::ValuesWithin => "Within {what}",
        Message::ValueOrder => "Order of values",
        Message::ByCount => "most projects first",
        Message::ByName => "by name",

        Message::Years => "Years",
        Message::From => "From",
        Message::To => "To",
        Message::AnyYear => "any",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "from {date}",
        Message::SinceDate => "since {date}",
        Message::UntilDate => "until {date}",

        Message::Sort => "Sort by",
        Message::SortNewest => "newest first",
        Message::SortOldest => "oldest first",
        Message::SortEnding => "latest end first",
        Message::SortTitle => "title",
        Message::SortRelevance => "best match",
        Message::Views => "Views",
        Message::ViewCards => "Cards",
        Message::ViewTable => "Table",
        Message::ViewFigures => "Figures",
        Message::ViewNetwork => "Network",
        Message::ViewCompare => "Compare",

        Message::NoResults => "No project fits all of this.",
        Message::NoResultsAdvice => "Take one of the filters back, or clear them all.",
        Message::NoProjects => "This portfolio lists no projects yet.",

        Message::Country => "Country",
        Message::Donor => "Donor",
        Message::ImplementingAgency => "Implementing agency",
        Message::Partner => "Partner",
        Message::Theme => "Theme",
        Message::Status => "Status",
        Message::StatusPlanned => "Planned",
        Message::StatusOngoing => "Ongoing",
        Message::StatusCompleted => "Completed",
        Message::StatusSuspended => "Suspended",
        Message::StatusCancelled => "Cancelled",

        Message::InCountry => "in",
        Message::ByDonor => "paid for by",
        Message::ByImplementing => "carried out by",
        Message::WithPartner => "with",
        Message::OnTheme => "on",
        Message::OfStatus => "with status",
        Message::WithField => "with {field}",
        Message::NotInCountry => "not in",
        Message::NotByDonor => "not paid for by",
        Message::NotByImplementing => "not carried out by",
        Message::NotWithPartner => "not with",
        Message::NotOnTheme => "not on",
        Message::NotOfStatus => "not with status",
        Message::NotWithField => "not with {field}",
        Message::Or => "or",
        Message::Nor => "nor",
        Message::Matching => "matching",
        Message::Running => "running",
        Message::Quoted => "“{text}”",

        Message::Objective => "Objective",
        Message::Summary => "Summary",
        Message::StatedDuration => "Duration as stated",
        Message::Countries => "Where",
        Message::Donors => "Donor",
        Message::Implementing => "Implementing",
        Message::Partners => "Partners",
        Message::Themes => "Themes",
        Message::Documents => "Documents",
        Message::Links => "Links",
        Message::Related => "Related projects",
        Message::Remark => "Remark",
        Message::ValueNotStated => "not stated",
        Message::NoAddress => "no address given",
        Message::Close => "Close",
        Message::WholeRecord => "Whole record",
        Message::WholeRecordOf => "Whole record: {title}",
        Message::AllProjects => "All projects",
        Message::InExplorer => "Open it among all projects",
        Message::ShareAndEmbed => "Share and embed",
        Message::ShareLink => "Link",
        Message::ShareElement => "Element",
        Message::ShareFrame => "Iframe",
        Message::ShareLinkAdvice => "It leads to what you see now.",
        Message::ShareElementAdvice => "Paste both lines where the projects should stand.",
        Message::ShareFrameAdvice => {
            "For sites that allow nothing else. Where no scripts are allowed, set a height."
        }
        Message::ShareFilters => "With what is chosen now",
        Message::ShareTheme => "Colours",
        Message::ShareAsAround => "as around it",
        Message::ShareHeight => "Height in pixels",
        Message::ShareOwnHeight => "by itself",
        Message::ShareCode => "To be copied",
        Message::SharePreview => "Preview",
        Message::Copied => "Copied.",
        Message::PeriodNotStated => "Period not stated",
        Message::PlaceInResults => "{at} of {of}",
        Message::NotInResults => "not among the projects shown",
        Message::Neighbours => "Other records",
        Message::Previous => "Previous project",
        Message::Next => "Next project",
        Message::InTime => "{period}; the list covers {years}",
        Message::ListEnd => "{list} and {last}",
        Message::InCommon => "Most in common with this project",
        Message::AlsoIn => "also in {names}",
        Message::PaidForBy => "paid for by {donor}",
        Message::AlsoByDonor => "also funded by {names}",
        Message::AlsoByImplementing => "also carried out by {names}",
        Message::AlsoWith => "also with {names}",
        Message::AlsoOn => "also on {names}",
        Message::CopyLink => "Copy link",
        Message::LinkCopied => "Link copied.",
        Message::CopyByHand => {
            "The browser does not let this page copy: select the text and copy it by hand."
        }
        Message::Cite => "Cite",
        Message::PlainText => "Plain text",
        Message::Accessed => "accessed {date}",
        Message::ListUpdated => "updated {date}",
        Message::NoDate => "n.d.",
        Message::Copy => "Copy",
        Message::CopyWhat => "Copy: {what}",
        Message::CitationCopied => "Citation copied.",
        Message::Print => "Print",
        Message::PrintedFrom => "Printed on {date} from {address}",
        Message::PrintedPart => "Printed: {projects}",
        Message::Compare => "Compare",
        Message::CompareThis => "Compare: {title}",
        Message::ComparisonFull => "At most four projects can be compared.",
        Message::Title => "Title",
        Message::Period => "Period",
        Message::Columns => "Columns",
        Message::TableCaption => "{projects}, sorted by: {order}",
        Message::OrderAscending => "{column}, A–Z",
        Message::OrderDescending => "{column}, Z–A",
        Message::ToCompare => "To be compared",
        Message::ChooseAnother => "Choose another one to compare with.",
        Message::ClearComparison => "Clear",
        Message::ComparisonAdvice => {
            "Choose two to four projects to see them side by side: press “Compare” on their cards, in the table or in their records."
        }
        Message::ChooseProjects => "Choose projects",
        Message::AddAnother => "Add another project",
        Message::SideBySide => "Side by side",
        Message::SharedBy => "{count} of {of}",
        Message::AllShare => "All have in common — {list}",
        Message::NothingShared => "There is nothing that all of them have in common.",
        Message::ListedAs => "listed here as {name}",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Projects running in each year",
        Message::ProjectsInTime => "When each project ran",
        Message::Play => "Let the years pass",
        Message::Pause => "Pause",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Show {count} more ({left} left)",
        Message::ShowEarlier => "Show earlier results ({count})",
        Message::ShowResults => "Show {projects}",

        Message::Map => "Map of countries",
        Message::SmallMap => "Map: {names}",
        Message::MapHelp => {
            "Arrow keys move between countries, Enter selects, plus and minus zoom."
        }
        Message::Loading => "Loading …",
        Message::PartFailed => {
            "This part of the page could not be loaded ({reason}). Everything else works."
        }
        Message::MapLoading => "Drawing the map …",
        Message::TryAgain => "Try again",
        Message::ZoomIn => "Zoom in",
        Message::ZoomOut => "Zoom out",
        Message::FitToResults => "Fit to results",
        Message::WholeMap => "Whole map",
        Message::ZoomByWheel => "Hold {key} and turn the wheel to zoom the map",
        Message::MoveByFingers => "Move the map with two fingers",
        Message::Elsewhere => "Countries outside the map’s frame",
        Message::Legend => "Projects per country",
        Message::CountriesWith => "Choose the countries with {projects}",
        Message::MapAsTable => "The map as a table",
        Message::MapTableCaption => "Projects per country under the other filters, and their share",
        Message::ProjectsColumn => "Projects",
        Message::ShareColumn => "Share",
        Message::SavePicture => "Save as a picture",
        Message::PictureSvg => "SVG (drawing)",
        Message::PicturePng => "PNG (pixels)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Borders: Natural Earth.",
        Message::Disclaimer => "Boundaries and names imply no endorsement.",
        Message::DisclaimerDetails => {
            "The boundaries and names on this map, and the designations used, do not imply endorsement or acceptance by the publisher. Each project keeps the name its source uses for a country; the filters group them by ISO code under the name in use now. Borders: Natural Earth, 1:50 million."
        }
        Message::AbsentFromMap => "Not on this map, but in the list of countries: {names}.",
        Message::MapFailed => {
            "The map’s borders could not be loaded ({reason}). Everything else works; countries can be chosen in the list."
        }
        Message::ReasonNetwork => "the network gave no answer",
        Message::ReasonDamaged => "the file is damaged",
        Message::ReasonStatus => "the server answered {status}",

        Message::DataProblems => "Part of this portfolio could not be read",
        Message::DataUnreadable => "This portfolio could not be read",
        Message::DataAdvice => {
            "All that could be read is shown. The publisher can mend the file at the places named below."
        }
        Message::DataAdviceNothing => {
            "The publisher can mend the file at the place named below. Then load this page again."
        }
        Message::PlaceInFile => "{file}, line {line}, column {column}",
        Message::FurtherFindings => "{count} more",

        Message::Notice => "About this address",
        Message::UnknownValue => {
            "The address asks for “{value}” under {facet}, which this portfolio does not have; it was left aside."
        }
        Message::IgnoredParameter => {
            "The address asks for “{parameter}”, which makes no sense; it was left aside."
        }
        Message::UnknownProject => {
            "The address asks for a project “{id}”, which this portfolio does not have."
        }
        Message::UnknownLanguage => {
            "The address asks for the language “{language}”, which this page does not speak."
        }
        Message::LanguageFailed => {
            "The words of the language asked for ({language}) could not be loaded ({reason})."
        }
        Message::Language => "Language",
        Message::AboutData => "About this list",
        Message::PublishedBy => "Published by",
        Message::Source => "Source",
        Message::AboutAccessibility => "Accessibility of this page",
        Message::Licence => "Licence",
        Message::Updated => "Updated",

        Message::FigureProjects => "Projects",
        Message::FigureCountries => "Countries and territories",
        Message::FigureDonors => "Donors",
        Message::FigureAgencies => "Implementing agencies",
        Message::FigurePartners => "Partners",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::Percent => "{number}%",
        Message::LessThanOnePercent => "<1%",
        Message::AllOfThem => "All {count}",
        Message::FewerOfThem => "Fewer",
        Message::FiguresNote => {
            "A project counts under each value it has, so the numbers of a list can come to more than the whole. Shares are of the projects shown."
        }
        Message::FiguresScale => {
            "Each list has a scale of its own, set by its largest value. A bar with a gap is longer than shown."
        }
        Message::FiguresYearNote => "Choose a year, then another for all years between.",
        Message::FiguresDownload => "Download these figures (CSV)",
        Message::ColumnFacet => "List",
        Message::ColumnValue => "Value",
        Message::ColumnShare => "Share in %",

        Message::NetworkTitle => "Who works with whom",
        Message::NetworkHelp => {
            "Point at an organisation to see whom it shares projects with. Choose it to filter by it. Arrow keys lead from one to the next."
        }
        Message::NetworkTies => "Lines are each organisation’s strongest ties.",
        Message::NoOrganisations => "These projects name no organisations.",
        Message::ShowAs => "Show as",
        Message::AsDrawing => "Drawing",
        Message::AsList => "List",
        Message::SeveralRoles => "More than one role",
        Message::OrganisationTold => "{name} ({roles}): {projects}, shared with {partners}.",
        Message::OrganisationAlone => {
            "{name} ({roles}): {projects}, shared with no other organisation."
        }
        Message::WorksWith => "with {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(one: "{count} project", other: "{count} projects"),
        PluralMessage::ShownOf => {
            forms!(one: "{shown} of {count} project", other: "{shown} of {count} projects")
        }
        PluralMessage::Countries => forms!(
            one: "{count} country or territory",
            other: "{count} countries and territories",
        ),
        PluralMessage::InCountries => forms!(
            one: "in {count} country or territory",
            other: "in {count} countries and territories",
        ),
        PluralMessage::Donors => forms!(one: "{count} donor", other: "{count} donors"),
        PluralMessage::CompareSome => {
            forms!(one: "Compare {count} project", other: "Compare {count} projects")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} project", other: "{range} projects"),
        PluralMessage::Undated => {
            forms!(one: "{count} project states no date", other: "{count} projects state no date")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} project without a date is not included", other: "{count} projects without a date are not included")
        }
        PluralMessage::FurtherFilters => {
            forms!(one: "and {count} more filter", other: "and {count} more filters")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} more is not listed.", other: "{count} more are not listed.")
        }
        PluralMessage::Times => forms!(one: "{count} time", other: "{count} times"),
        PluralMessage::Further => forms!(one: "{count} more", other: "{count} more"),
        PluralMessage::OrganisationsNotDrawn => forms!(
            one: "{count} further organisation, with fewer projects, is not drawn.",
            other: "{count} further organisations, with fewer projects, are not drawn.",
        ),
    }
}

/// What the loader says. It holds these words itself.
pub(crate) fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Loading the projects …",
        LoaderMessage::Failed => "The projects could not be loaded.",
        LoaderMessage::Stalled => {
            "Loading has come to a halt: nothing has arrived for some time. It goes on by itself if the connection returns."
        }
        LoaderMessage::Broken => {
            "Something in this page has broken, and it no longer reacts. Loading it again brings it back, with the same filters."
        }
        LoaderMessage::TryAgain => "Try again",
        LoaderMessage::Program => "the page’s program",
        LoaderMessage::NoWebAssembly => "it has no WebAssembly",
        LoaderMessage::NoAnswer => "the network gave no answer, or broke off half-way",
        LoaderMessage::Status => "the server answered {status}",
        LoaderMessage::Refused => "the browser could not run it ({reason})",
        LoaderMessage::Altered => "what arrived is not what was published",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "The explorer could not be loaded: the projects can be read here, but not searched or filtered."
        }
        LoaderMessage::NotShared => {
            "the network gave no answer, or the other site does not allow this page to read the file. Its server has to send “Access-Control-Allow-Origin: *”; where that cannot be changed, show the projects in an iframe"
        }
        LoaderMessage::NotServed => "this is not the address of a file on a server",
        LoaderMessage::Kept => "Offline: these are the projects as of {date}.",
        LoaderMessage::Update => "There is a new version of this page.",
        LoaderMessage::ShowUpdate => "Show it",
        LoaderMessage::NotNow => "Not now",
    }
}

/// The names of countries whose codes have been withdrawn.
pub(crate) const FORMER: [&str; CODES.len()] = [
    "Netherlands Antilles",
    "Burma",
    "Serbia and Montenegro",
    "East Germany",
    "Soviet Union",
    "East Timor",
    "South Yemen",
    "Yugoslavia",
    "Zaire",
];
