//! British English.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "Projects",
        Word::SearchLabel => "Search projects",
        Word::SearchPlaceholder => "Search titles, objectives, partners …",
        Word::SearchTips => "Search tips",
        Word::TipPhraseExample => "\"human rights\"",
        Word::TipPhrase => "finds these words together",
        Word::TipExclusionExample => "rights -children",
        Word::TipExclusion => "leaves out projects with the second word",
        Word::TipYear => "on its own, offers the projects of that year",
        Word::ShowYear => "Show projects running in {year}",
        Word::ShowingResultsFor => "Showing results for {words}",
        Word::SearchInsteadFor => "Search instead for {words}",
        Word::SkipToResults => "Skip to the projects",
        Word::Theming => "Colours: {theme}",
        Word::ThemeAuto => "as your system",
        Word::ThemeLight => "light",
        Word::ThemeDark => "dark",

        Word::Filters => "Filters",
        Word::CloseFilters => "Close filters",
        Word::ClearAll => "Clear all",
        Word::NotStated => "Not stated",
        Word::Selection => "Selected filters",
        Word::NothingNarrowed => "No value has this in its name.",
        Word::NarrowLabel => "Narrow the list: {facet}",
        Word::NarrowPlaceholder => "Find among {count}",
        Word::ShowAllValues => "Show all {count}",
        Word::ShowFewerValues => "Show fewer",
        Word::PreviousValues => "Previous",
        Word::NextValues => "Next",
        Word::ValuesShown => "{first}–{last} of {count}",
        Word::FindFilter => "Find a filter among {count}",
        Word::Remove => "Remove {what}",
        Word::LeaveOut => "Leave out {what}",
        Word::ValuesWithin => "Within {what}",
        Word::ValueOrder => "Order of values",
        Word::ByCount => "most projects first",
        Word::ByName => "by name",

        Word::Years => "Years",
        Word::From => "From",
        Word::To => "To",
        Word::AnyYear => "any",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "from {date}",
        Word::SinceDate => "since {date}",
        Word::UntilDate => "until {date}",

        Word::Sort => "Sort by",
        Word::SortNewest => "newest first",
        Word::SortOldest => "oldest first",
        Word::SortEnding => "latest end first",
        Word::SortTitle => "title",
        Word::SortRelevance => "best match",
        Word::Views => "Views",
        Word::ViewCards => "Cards",
        Word::ViewTable => "Table",
        Word::ViewFigures => "Figures",
        Word::ViewNetwork => "Network",
        Word::ViewCompare => "Compare",

        Word::NoResults => "No project fits all of this.",
        Word::NoResultsAdvice => "Take one of the filters back, or clear them all.",
        Word::NoProjects => "This portfolio lists no projects yet.",

        Word::Country => "Country",
        Word::Donor => "Donor",
        Word::ImplementingAgency => "Implementing agency",
        Word::Partner => "Partner",
        Word::Theme => "Theme",
        Word::Status => "Status",
        Word::StatusPlanned => "Planned",
        Word::StatusOngoing => "Ongoing",
        Word::StatusCompleted => "Completed",
        Word::StatusSuspended => "Suspended",
        Word::StatusCancelled => "Cancelled",

        Word::InCountry => "in",
        Word::ByDonor => "paid for by",
        Word::ByImplementing => "carried out by",
        Word::WithPartner => "with",
        Word::OnTheme => "on",
        Word::OfStatus => "with status",
        Word::WithField => "with {field}",
        Word::NotInCountry => "not in",
        Word::NotByDonor => "not paid for by",
        Word::NotByImplementing => "not carried out by",
        Word::NotWithPartner => "not with",
        Word::NotOnTheme => "not on",
        Word::NotOfStatus => "not with status",
        Word::NotWithField => "not with {field}",
        Word::Or => "or",
        Word::Nor => "nor",
        Word::Matching => "matching",
        Word::Running => "running",
        Word::Quoted => "“{text}”",

        Word::Objective => "Objective",
        Word::Summary => "Summary",
        Word::StatedDuration => "Duration as stated",
        Word::Countries => "Where",
        Word::Donors => "Donor",
        Word::Implementing => "Implementing",
        Word::Partners => "Partners",
        Word::Themes => "Themes",
        Word::Documents => "Documents",
        Word::Links => "Links",
        Word::Related => "Related projects",
        Word::Remark => "Remark",
        Word::ValueNotStated => "not stated",
        Word::NoAddress => "no address given",
        Word::Close => "Close",
        Word::WholeRecord => "Whole record",
        Word::WholeRecordOf => "Whole record: {title}",
        Word::AllProjects => "All projects",
        Word::InExplorer => "Open it among all projects",
        Word::ShareAndEmbed => "Share and embed",
        Word::ShareLink => "Link",
        Word::ShareElement => "Element",
        Word::ShareFrame => "Iframe",
        Word::ShareLinkAdvice => "It leads to what you see now.",
        Word::ShareElementAdvice => "Paste both lines where the projects should stand.",
        Word::ShareFrameAdvice => {
            "For sites that allow nothing else. Where no scripts are allowed, set a height."
        }
        Word::ShareFilters => "With what is chosen now",
        Word::ShareTheme => "Colours",
        Word::ShareAsAround => "as around it",
        Word::ShareHeight => "Height in pixels",
        Word::ShareOwnHeight => "by itself",
        Word::ShareCode => "To be copied",
        Word::SharePreview => "Preview",
        Word::Copied => "Copied.",
        Word::PeriodNotStated => "Period not stated",
        Word::PlaceInResults => "{at} of {of}",
        Word::NotInResults => "not among the projects shown",
        Word::Neighbours => "Other records",
        Word::Previous => "Previous project",
        Word::Next => "Next project",
        Word::InTime => "{period}; the list covers {years}",
        Word::ListEnd => "{list} and {last}",
        Word::InCommon => "Most in common with this project",
        Word::AlsoIn => "also in {names}",
        Word::PaidForBy => "paid for by {donor}",
        Word::AlsoByDonor => "also funded by {names}",
        Word::AlsoByImplementing => "also carried out by {names}",
        Word::AlsoWith => "also with {names}",
        Word::AlsoOn => "also on {names}",
        Word::CopyLink => "Copy link",
        Word::LinkCopied => "Link copied.",
        Word::CopyByHand => {
            "The browser does not let this page copy: select the text and copy it by hand."
        }
        Word::Cite => "Cite",
        Word::PlainText => "Plain text",
        Word::Accessed => "accessed {date}",
        Word::ListUpdated => "updated {date}",
        Word::NoDate => "n.d.",
        Word::Copy => "Copy",
        Word::CopyWhat => "Copy: {what}",
        Word::CitationCopied => "Citation copied.",
        Word::Print => "Print",
        Word::PrintedFrom => "Printed on {date} from {address}",
        Word::PrintedPart => "Printed: {projects}",
        Word::Compare => "Compare",
        Word::CompareThis => "Compare: {title}",
        Word::ComparisonFull => "At most four projects can be compared.",
        Word::Title => "Title",
        Word::Period => "Period",
        Word::Columns => "Columns",
        Word::TableCaption => "{projects}, sorted by: {order}",
        Word::OrderAscending => "{column}, A–Z",
        Word::OrderDescending => "{column}, Z–A",
        Word::ToCompare => "To be compared",
        Word::ChooseAnother => "Choose another one to compare with.",
        Word::ClearComparison => "Clear",
        Word::ComparisonAdvice => {
            "Choose two to four projects to see them side by side: press “Compare” on their cards, in the table or in their records."
        }
        Word::ChooseProjects => "Choose projects",
        Word::AddAnother => "Add another project",
        Word::SideBySide => "Side by side",
        Word::SharedBy => "{count} of {of}",
        Word::AllShare => "All have in common — {list}",
        Word::NothingShared => "There is nothing that all of them have in common.",
        Word::ListedAs => "listed here as {name}",
        Word::ListSeparator => ", ",
        Word::PartSeparator => ": ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "Projects running in each year",
        Word::ProjectsInTime => "When each project ran",
        Word::Play => "Let the years pass",
        Word::Pause => "Pause",
        Word::YearBar => "{year}: {projects}",
        Word::ShowMore => "Show {count} more ({left} left)",
        Word::ShowEarlier => "Show earlier results ({count})",
        Word::ShowResults => "Show {projects}",

        Word::Map => "Map of countries",
        Word::SmallMap => "Map: {names}",
        Word::MapHelp => "Arrow keys move between countries, Enter selects, plus and minus zoom.",
        Word::Loading => "Loading …",
        Word::PartFailed => {
            "This part of the page could not be loaded ({reason}). Everything else works."
        }
        Word::MapLoading => "Drawing the map …",
        Word::TryAgain => "Try again",
        Word::ZoomIn => "Zoom in",
        Word::ZoomOut => "Zoom out",
        Word::FitToResults => "Fit to results",
        Word::WholeMap => "Whole map",
        Word::ZoomByWheel => "Hold {key} and turn the wheel to zoom the map",
        Word::MoveByFingers => "Move the map with two fingers",
        Word::Elsewhere => "Countries outside the map’s frame",
        Word::Legend => "Projects per country",
        Word::CountriesWith => "Choose the countries with {projects}",
        Word::MapAsTable => "The map as a table",
        Word::MapTableCaption => "Projects per country under the other filters, and their share",
        Word::ProjectsColumn => "Projects",
        Word::ShareColumn => "Share",
        Word::SavePicture => "Save as a picture",
        Word::PictureSvg => "SVG (drawing)",
        Word::PicturePng => "PNG (pixels)",
        Word::PictureFact => "{label}: {value}",
        Word::BordersSource => "Borders: Natural Earth.",
        Word::Disclaimer => "Boundaries and names imply no endorsement.",
        Word::DisclaimerDetails => {
            "The boundaries and names on this map, and the designations used, do not imply endorsement or acceptance by the publisher. Each project keeps the name its source uses for a country; the filters group them by ISO code under the name in use now. Borders: Natural Earth, 1:50 million."
        }
        Word::AbsentFromMap => "Not on this map, but in the list of countries: {names}.",
        Word::MapFailed => {
            "The map’s borders could not be loaded ({reason}). Everything else works; countries can be chosen in the list."
        }
        Word::ReasonNetwork => "the network gave no answer",
        Word::ReasonDamaged => "the file is damaged",
        Word::ReasonStatus => "the server answered {status}",

        Word::DataProblems => "Part of this portfolio could not be read",
        Word::DataUnreadable => "This portfolio could not be read",
        Word::DataAdvice => {
            "All that could be read is shown. The publisher can mend the file at the places named below."
        }
        Word::DataAdviceNothing => {
            "The publisher can mend the file at the place named below. Then load this page again."
        }
        Word::PlaceInFile => "{file}, line {line}, column {column}",
        Word::FurtherFindings => "{count} more",

        Word::Notice => "About this address",
        Word::UnknownValue => {
            "The address asks for “{value}” under {facet}, which this portfolio does not have; it was left aside."
        }
        Word::IgnoredParameter => {
            "The address asks for “{parameter}”, which makes no sense; it was left aside."
        }
        Word::UnknownProject => {
            "The address asks for a project “{id}”, which this portfolio does not have."
        }
        Word::UnknownLanguage => {
            "The address asks for the language “{language}”, which this page does not speak."
        }
        Word::LanguageFailed => {
            "The words of the language asked for ({language}) could not be loaded ({reason})."
        }
        Word::Language => "Language",
        Word::AboutData => "About this list",
        Word::PublishedBy => "Published by",
        Word::Source => "Source",
        Word::AboutAccessibility => "Accessibility of this page",
        Word::Licence => "Licence",
        Word::Updated => "Updated",

        Word::FigureProjects => "Projects",
        Word::FigureCountries => "Countries and territories",
        Word::FigureDonors => "Donors",
        Word::FigureAgencies => "Implementing agencies",
        Word::FigurePartners => "Partners",
        Word::FigureBar => "{name}: {projects}, {share}",
        Word::Percent => "{number}%",
        Word::LessThanOnePercent => "<1%",
        Word::AllOfThem => "All {count}",
        Word::FewerOfThem => "Fewer",
        Word::FiguresNote => {
            "A project counts under each value it has, so the numbers of a list can come to more than the whole. Shares are of the projects shown."
        }
        Word::FiguresScale => {
            "Each list has a scale of its own, set by its largest value. A bar with a gap is longer than shown."
        }
        Word::FiguresYearNote => "Choose a year, then another for all years between.",
        Word::FiguresDownload => "Download these figures (CSV)",
        Word::ColumnFacet => "List",
        Word::ColumnValue => "Value",
        Word::ColumnShare => "Share in %",

        Word::NetworkTitle => "Who works with whom",
        Word::NetworkHelp => {
            "Point at an organisation to see whom it shares projects with. Choose it to filter by it. Arrow keys lead from one to the next."
        }
        Word::NetworkTies => "Lines are each organisation’s strongest ties.",
        Word::NoOrganisations => "These projects name no organisations.",
        Word::ShowAs => "Show as",
        Word::AsDrawing => "Drawing",
        Word::AsList => "List",
        Word::SeveralRoles => "More than one role",
        Word::OrganisationTold => "{name} ({roles}): {projects}, shared with {partners}.",
        Word::OrganisationAlone => {
            "{name} ({roles}): {projects}, shared with no other organisation."
        }
        Word::WorksWith => "with {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(one: "{count} project", other: "{count} projects"),
        Counted::ShownOf => {
            forms!(one: "{shown} of {count} project", other: "{shown} of {count} projects")
        }
        Counted::Countries => forms!(
            one: "{count} country or territory",
            other: "{count} countries and territories",
        ),
        Counted::InCountries => forms!(
            one: "in {count} country or territory",
            other: "in {count} countries and territories",
        ),
        Counted::Donors => forms!(one: "{count} donor", other: "{count} donors"),
        Counted::CompareSome => {
            forms!(one: "Compare {count} project", other: "Compare {count} projects")
        }
        Counted::ProjectsInRange => forms!(one: "{range} project", other: "{range} projects"),
        Counted::Undated => {
            forms!(one: "{count} project states no date", other: "{count} projects state no date")
        }
        Counted::UndatedLeftOut => {
            forms!(one: "{count} project without a date is not included", other: "{count} projects without a date are not included")
        }
        Counted::FurtherFilters => {
            forms!(one: "and {count} more filter", other: "and {count} more filters")
        }
        Counted::FurtherNotices => {
            forms!(one: "{count} more is not listed.", other: "{count} more are not listed.")
        }
        Counted::Times => forms!(one: "{count} time", other: "{count} times"),
        Counted::Further => forms!(one: "{count} more", other: "{count} more"),
        Counted::OrganisationsNotDrawn => forms!(
            one: "{count} further organisation, with fewer projects, is not drawn.",
            other: "{count} further organisations, with fewer projects, are not drawn.",
        ),
    }
}

/// What the loader says. It holds these words itself.
pub(crate) fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "Loading the projects …",
        Starter::Failed => "The projects could not be loaded.",
        Starter::Stalled => {
            "Loading has come to a halt: nothing has arrived for some time. It goes on by itself if the connection returns."
        }
        Starter::Broken => {
            "Something in this page has broken, and it no longer reacts. Loading it again brings it back, with the same filters."
        }
        Starter::TryAgain => "Try again",
        Starter::Program => "the page’s program",
        Starter::NoWebAssembly => "it has no WebAssembly",
        Starter::NoAnswer => "the network gave no answer, or broke off half-way",
        Starter::Status => "the server answered {status}",
        Starter::Refused => "the browser could not run it ({reason})",
        Starter::Altered => "what arrived is not what was published",
        Starter::Failure => "{name}: {reason}.",
        Starter::Readable => {
            "The explorer could not be loaded: the projects can be read here, but not searched or filtered."
        }
        Starter::NotShared => {
            "the network gave no answer, or the other site does not allow this page to read the file. Its server has to send “Access-Control-Allow-Origin: *”; where that cannot be changed, show the projects in an iframe"
        }
        Starter::NotServed => "this is not the address of a file on a server",
        Starter::Kept => "Offline: these are the projects as of {date}.",
        Starter::Update => "There is a new version of this page.",
        Starter::ShowUpdate => "Show it",
        Starter::NotNow => "Not now",
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
