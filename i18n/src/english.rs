use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Projects",
        Message::SearchLabel => "Search projects",
        Message::SearchPlaceholder => "Search by title, objective or partner",
        Message::SearchTips => "Search tips",
        Message::TipPhraseExample => "\"human rights\"",
        Message::TipPhrase => "finds these words together",
        Message::TipExclusionExample => "rights -children",
        Message::TipExclusion => "excludes projects with the second word",
        Message::TipYear => "on its own, offers the projects of that year",
        Message::ShowYear => "Show projects active in {year}",
        Message::ShowingResultsFor => "Showing results for {words}",
        Message::SearchInsteadFor => "Search instead for {words}",
        Message::Suggestions => "Suggestions",
        Message::SuggestedProject => "Project",
        Message::SkipToResults => "Skip to projects",
        Message::SkipToFilters => "Skip to filters",
        Message::SkipToMap => "Skip to map",
        Message::MapAndTimeline => "Map and timeline",
        Message::Theming => "Theme: {theme}",
        Message::ThemeAuto => "System",
        Message::ThemeLight => "Light",
        Message::ThemeDark => "Dark",
        Message::Settings => "Settings",
        Message::Keys => "Keyboard shortcuts",
        Message::KeySearch => "Go to the search box",
        Message::KeyHelp => "Show these shortcuts",
        Message::KeyWithin => "Move within a filter, the years, the map or the suggestions",
        Message::KeyEnds => "First or last of these",
        Message::KeyRecord => "Previous or next project, in the details of one",
        Message::KeyClose => "Close what is open",
        Message::KeyNameHome => "Home",
        Message::KeyNameEnd => "End",
        Message::KeyNameEscape => "Esc",

        Message::Filters => "Filters",
        Message::CloseFilters => "Close filters",
        Message::ClearAll => "Clear all filters",
        Message::Clear => "Clear",
        Message::ClearFacet => "Clear: {facet}",
        Message::NotStated => "Not specified",
        Message::Selection => "Selected filters",
        Message::NothingNarrowed => "No matches",
        Message::NarrowLabel => "Search in {facet}",
        Message::NarrowPlaceholder => "Search {count} options",
        Message::ShowAllValues => "Show all {count}",
        Message::ShowFewerValues => "Show fewer",
        Message::PreviousValues => "Previous",
        Message::NextValues => "Next",
        Message::ValuesShown => "{first}–{last} of {count}",
        Message::FindFilter => "Search {count} filters",
        Message::Remove => "Remove {what}",
        Message::Exclude => "Exclude {what}",
        Message::Not => "not",
        Message::NotValue => "not {what}",
        Message::MatchLabel => "Projects with",
        Message::MatchAny => "any of these",
        Message::MatchAll => "all of these",
        Message::ValuesWithin => "Options in {what}",
        Message::ValueOrder => "Sort options by",
        Message::ByCount => "Most projects",
        Message::ByName => "A–Z",

        Message::Years => "Years",
        Message::YearsActive => "Years active",
        Message::From => "From",
        Message::To => "To",
        Message::AnyYear => "Any year",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "from {date}",
        Message::SinceDate => "since {date}",
        Message::UntilDate => "until {date}",

        Message::Sort => "Sort by",
        Message::SortNewest => "Newest first",
        Message::SortOldest => "Oldest first",
        Message::SortEnding => "Latest end first",
        Message::SortAmount => "Largest amount first",
        Message::SortSmallest => "Smallest amount first",
        Message::SortTitle => "Title (A–Z)",
        Message::SortRelevance => "Best match",
        Message::Views => "View",
        Message::ViewList => "List",
        Message::ViewCards => "Cards",
        Message::ViewTable => "Table",
        Message::ViewFigures => "Charts",
        Message::ViewNetwork => "Network",
        Message::ViewCompare => "Compare",

        Message::NoResults => "No projects match these filters.",
        Message::NoResultsAdvice => "Remove a filter or clear all filters.",
        Message::NoProjects => "There are no projects in this list yet.",

        Message::Country => "Country",
        Message::Donor => "Donor",
        Message::ImplementingAgency => "Implementing organisation",
        Message::Partner => "Partner",
        Message::Theme => "Theme",
        Message::Status => "Status",
        Message::StatusPlanned => "Planned",
        Message::StatusOngoing => "Ongoing",
        Message::StatusCompleted => "Completed",
        Message::StatusSuspended => "Suspended",
        Message::StatusCancelled => "Cancelled",

        Message::InCountry => "in",
        Message::ByDonor => "funded by",
        Message::ByImplementing => "implemented by",
        Message::WithPartner => "with partner",
        Message::OnTheme => "about",
        Message::OfStatus => "with status",
        Message::WithField => "where {field} is",
        Message::NotInCountry => "not in",
        Message::NotByDonor => "not funded by",
        Message::NotByImplementing => "not implemented by",
        Message::NotWithPartner => "without partner",
        Message::NotOnTheme => "not about",
        Message::NotOfStatus => "not with status",
        Message::NotWithField => "where {field} is not",
        Message::Or => "or",
        Message::And => "and",
        Message::Nor => "nor",
        Message::Matching => "matching",
        Message::Running => "active",
        Message::OfAmount => "with an amount of",
        Message::Quoted => "“{text}”",

        Message::Identifier => "Identifier",
        Message::Amount => "Amount",
        Message::Total => "Total",
        Message::Currency => "Currency",
        Message::Objective => "Objective",
        Message::Summary => "Summary",
        Message::ResultsOfProject => "Results",
        Message::StatedDuration => "Stated duration",
        Message::Countries => "Countries",
        Message::Locations => "Places",
        Message::Donors => "Donors",
        Message::Implementing => "Implemented by",
        Message::Partners => "Partners",
        Message::Themes => "Themes",
        Message::Documents => "Documents",
        Message::Links => "Links",
        Message::Related => "Related projects",
        Message::PartOf => "Part of",
        Message::HasPart => "Has part",
        Message::RelatedTo => "Related",
        Message::Remark => "Note",
        Message::ValueNotStated => "Not specified",
        Message::NoAddress => "No link available",
        Message::Website => "Website",
        Message::Picture => "Picture",
        Message::Close => "Close",
        Message::AllProjects => "All projects",
        Message::InExplorer => "Open in the explorer",
        Message::ShareAndEmbed => "Share or embed",
        Message::ShareLink => "Link",
        Message::ShareElement => "Web component",
        Message::ShareFrame => "Iframe (works everywhere)",
        Message::ShareLinkAdvice => "This link opens the current view.",
        Message::ShareElementAdvice => "Paste both lines where the projects should appear.",
        Message::ShareFrameAdvice => {
            "For WordPress and other sites that only allow iframes. If scripts are blocked, set a fixed height."
        }
        Message::ShareFilters => "Include current filters",
        Message::ShareTheme => "Theme",
        Message::ShareAsAround => "Same as the page",
        Message::ShareHeight => "Height (px)",
        Message::ShareOwnHeight => "Automatic",
        Message::ShareCode => "Code to copy",
        Message::SharePreview => "Preview",
        Message::Copied => "Copied",
        Message::PeriodNotStated => "Dates not specified",
        Message::PlaceInResults => "{at} of {of}",
        Message::NotInResults => "Not in the current results",
        Message::Neighbours => "Previous and next project",
        Message::Previous => "Previous project",
        Message::Next => "Next project",
        Message::InTime => "{period} (whole list: {years})",
        Message::ListEnd => "{list} and {last}",
        Message::InCommon => "Similar projects",
        Message::AlsoIn => "also in {names}",
        Message::PaidForBy => "funded by {donor}",
        Message::AlsoByDonor => "also funded by {names}",
        Message::AlsoByImplementing => "also implemented by {names}",
        Message::AlsoWith => "also with partner {names}",
        Message::AlsoOn => "also about {names}",
        Message::CopyLink => "Copy link",
        Message::LinkCopied => "Link copied",
        Message::CopyByHand => {
            "Your browser blocked copying. Select the text and copy it manually."
        }
        Message::Cite => "Cite",
        Message::PlainText => "Plain text",
        Message::Accessed => "accessed {date}",
        Message::ListUpdated => "updated {date}",
        Message::NoDate => "n.d.",
        Message::Copy => "Copy",
        Message::CopyWhat => "Copy: {what}",
        Message::CitationCopied => "Citation copied",
        Message::Print => "Print",
        Message::PrintedFrom => "Printed on {date} from {address}",
        Message::PrintedPart => "Printed: {projects}",
        Message::Compare => "Compare",
        Message::CompareThis => "Compare: {title}",
        Message::ComparisonFull => "You can compare up to four projects.",
        Message::Title => "Title",
        Message::Period => "Dates",
        Message::Columns => "Columns",
        Message::TableCaption => "{projects}, sort order: {order}",
        Message::OrderAscending => "{column} (A–Z)",
        Message::OrderDescending => "{column} (Z–A)",
        Message::ToCompare => "Projects to compare",
        Message::ChooseAnother => "Add at least one more project to compare.",
        Message::ClearComparison => "Clear comparison",
        Message::ComparisonAdvice => {
            "Select two to four projects to compare. Use “Compare” on a card, in the table or in a project’s details."
        }
        Message::ChooseProjects => "Select projects",
        Message::AddAnother => "Add another project",
        Message::SideBySide => "Side by side",
        Message::SharedBy => "{count} of {of}",
        Message::AllShare => "In common: {list}",
        Message::NothingShared => "These projects have nothing in common.",
        Message::ListedAs => "shown here as {name}",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Active projects by year",
        Message::ProjectsInTime => "Project timeline",
        Message::Play => "Play timeline",
        Message::Pause => "Pause",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Show {count} more ({left} remaining)",
        Message::ShowEarlier => "Show earlier results ({count})",
        Message::ShowAllResults => "Show all {count}",
        Message::BackToTop => "Back to top",
        Message::ShowResults => "Show {projects}",

        Message::Map => "Map of countries",
        Message::SmallMap => "Map: {names}",
        Message::MapHelp => {
            "Use the arrow keys to move between countries, Enter to select, + and − to zoom."
        }
        Message::Loading => "Loading…",
        Message::PartFailed => {
            "This section could not be loaded ({reason}). The rest of the page still works."
        }
        Message::MapLoading => "Loading map…",
        Message::TryAgain => "Try again",
        Message::ZoomIn => "Zoom in",
        Message::ZoomOut => "Zoom out",
        Message::FitToResults => "Zoom to results",
        Message::WholeMap => "Show whole world",
        Message::ZoomByWheel => "Hold {key} and scroll to zoom",
        Message::MoveByFingers => "Use two fingers to move the map",
        Message::Elsewhere => "Countries outside this map view",
        Message::PlacesOfProjects => "Places of projects",
        Message::Legend => "Projects per country",
        Message::MapAsTable => "View as table",
        Message::MapTableCaption => "Projects per country (with your other filters), and share",
        Message::ProjectsColumn => "Projects",
        Message::ShareColumn => "Share",
        Message::SavePicture => "Download map",
        Message::DownloadPicture => "Download picture",
        Message::PictureSvg => "SVG (for editing)",
        Message::PicturePng => "PNG (image)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Borders: Natural Earth.",
        Message::Disclaimer => "Boundaries and names",
        Message::DisclaimerDetails => {
            "The boundaries and names on this map, and the designations used, do not imply endorsement or acceptance by the publisher. Projects keep the country name used in their source; filters group them by ISO code under the current name. Borders: Natural Earth, 1:50 million."
        }
        Message::DisclaimerInShort => "Boundaries and names do not imply endorsement.",
        Message::AbsentFromMap => {
            "Not shown on the map, but available in the Country filter: {names}."
        }
        Message::MapFailed => {
            "The map could not be loaded ({reason}). You can still filter by country in the list."
        }
        Message::ReasonNetwork => "no response from the network",
        Message::ReasonDamaged => "the file is corrupted",
        Message::ReasonStatus => "the server returned {status}",

        Message::DataProblems => "Some data could not be loaded",
        Message::DataUnreadable => "The project list could not be loaded",
        Message::DataAdvice => {
            "Everything else is shown. Publisher: correct the file at the places below."
        }
        Message::FindingsDetails => "Details",
        Message::DataAdviceNothing => {
            "Publisher: correct the file at the place below, then reload this page."
        }
        Message::PlaceInFile => "{file}, line {line}, column {column}",
        Message::FurtherFindings => "{count} more",

        Message::Notice => "About this link",
        Message::UnknownValue => {
            "This link filters {facet} by “{value}”, which is not in this list. The filter was ignored."
        }
        Message::IgnoredParameter => {
            "Part of this link, “{parameter}”, was not recognised and was ignored."
        }
        Message::UnknownProject => "Project “{id}” was not found in this list.",
        Message::UnknownLanguage => "“{language}” is not an available language.",
        Message::LanguageFailed => "{language} could not be loaded ({reason}).",
        Message::Language => "Language",
        Message::AboutData => "About this data",
        Message::PublishedBy => "Published by",
        Message::Source => "Source",
        Message::AboutAccessibility => "Accessibility statement",
        Message::Feed => "Atom feed",
        Message::ReportError => "Report an error",
        Message::Licence => "Licence",
        Message::Updated => "Last updated",

        Message::FigureProjects => "Projects",
        Message::FigureCountries => "Countries",
        Message::FigureDonors => "Donors",
        Message::FigureAgencies => "Implementing organisations",
        Message::FigurePartners => "Partners",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::SumsByCurrency => "Total amounts",
        Message::SumsByCountry => "Amounts by country ({currency})",
        Message::Undivided => "Several countries, not divided",
        Message::SumsNote => "Amounts are divided by the country shares that projects state.",
        Message::Percent => "{number}%",
        Message::LessThanOnePercent => "<1%",
        Message::AllOfThem => "Show all {count}",
        Message::FewerOfThem => "Show fewer",
        Message::FiguresNote => {
            "Projects can have several values, so totals can exceed the number of projects. Percentages are of the projects shown."
        }
        Message::FiguresScale => {
            "Each chart has its own scale, set by its largest value. A bar with a gap is longer than shown."
        }
        Message::FiguresYearNote => "Select a year, then a second one to choose a range",
        Message::FiguresDownload => "Download chart data (CSV)",
        Message::TableDownload => "Download table (CSV)",
        Message::ColumnFacet => "Category",
        Message::ColumnValue => "Value",
        Message::ColumnShare => "Share (%)",

        Message::NetworkTitle => "Who works with whom",
        Message::NetworkHelp => {
            "Point to an organisation to see its partners. Select it to filter. Use the arrow keys to move between organisations."
        }
        Message::NetworkTies => "Lines show each organisation’s strongest connections.",
        Message::NoOrganisations => "No organisations are listed for these projects.",
        Message::ShowAs => "View as",
        Message::AsDrawing => "Diagram",
        Message::AsList => "List",
        Message::SeveralRoles => "Multiple roles",
        Message::OrganisationDescription => "{name} ({roles}): {projects}, shared with {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}, no shared projects.",
        Message::WorksWith => "with {partners}",
    }
}

pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(one: "{count} project", other: "{count} projects"),
        PluralMessage::ShownOf => {
            forms!(one: "{shown} of {count} project", other: "{shown} of {count} projects")
        }
        PluralMessage::Countries => forms!(
            one: "{count} country",
            other: "{count} countries",
        ),
        PluralMessage::InCountries => forms!(
            one: "in {count} country",
            other: "in {count} countries",
        ),
        PluralMessage::Donors => forms!(one: "{count} donor", other: "{count} donors"),
        PluralMessage::CompareSome => {
            forms!(one: "Compare {count} project", other: "Compare {count} projects")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} project", other: "{range} projects"),
        PluralMessage::Undated => {
            forms!(one: "{count} project has no dates (not shown here)", other: "{count} projects have no dates (not shown here)")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} project without a date is not included", other: "{count} projects without a date are not included")
        }
        PluralMessage::WithoutAmount => {
            forms!(one: "{count} project has no amount in {currency} (not shown here)", other: "{count} projects have no amount in {currency} (not shown here)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(one: "{count} more place is not shown", other: "{count} more places are not shown")
        }
        PluralMessage::SelectedOfFacet => forms!(
            one: "{count} selected",
            other: "{count} selected",
        ),
        PluralMessage::EmptyValues => forms!(
            one: "{count} option with no projects",
            other: "{count} options with no projects",
        ),
        PluralMessage::FurtherFilters => {
            forms!(one: "and {count} more filter", other: "and {count} more filters")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} more is not listed.", other: "{count} more are not listed.")
        }
        PluralMessage::Times => forms!(one: "{count} time", other: "{count} times"),
        PluralMessage::Further => forms!(one: "{count} more", other: "{count} more"),
        PluralMessage::OrganisationsNotDrawn => forms!(
            one: "{count} more organisation with fewer projects is not shown.",
            other: "{count} more organisations with fewer projects are not shown.",
        ),
    }
}

/// The texts of the loader, which the loader script contains too.
pub(crate) fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Loading projects…",
        LoaderMessage::Failed => "The projects could not be loaded.",
        LoaderMessage::Stalled => {
            "Loading has stalled. It will resume when your connection returns."
        }
        LoaderMessage::Broken => {
            "Something went wrong. Reload the page to continue; your filters are kept."
        }
        LoaderMessage::TryAgain => "Try again",
        LoaderMessage::Program => "the app",
        LoaderMessage::NoWebAssembly => "WebAssembly is not supported",
        LoaderMessage::NoAnswer => "no response, or the connection was interrupted",
        LoaderMessage::Status => "the server returned {status}",
        LoaderMessage::Refused => "your browser could not run it ({reason})",
        LoaderMessage::Altered => "the file does not match the published version",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "The interactive explorer could not be loaded. You can still read the projects below."
        }
        LoaderMessage::NotShared => {
            "no response, or the other site does not allow access to this file. Its server has to send “Access-Control-Allow-Origin: *”; where that is not possible, show the projects in an iframe"
        }
        LoaderMessage::NotServed => "this is not a valid web address",
        LoaderMessage::Kept => "You are offline. Showing projects saved on {date}.",
        LoaderMessage::Update => "A new version is available.",
        LoaderMessage::ShowUpdate => "Update",
        LoaderMessage::NotNow => "Later",
        LoaderMessage::Dismiss => "Dismiss",
    }
}

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
