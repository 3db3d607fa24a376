//! The list of messages, with notes for translators.

macro_rules! messages {
    ($(#[$about:meta])* $name:ident, $($(#[$note:meta])* $message:ident,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English text says what each is")]
        pub enum $name {
            $($(#[$note])* $message,)+
        }

        impl $name {
            /// All variants, in order.
            pub const ALL: &'static [Self] = &[$(Self::$message,)+];
        }
    };
}

messages! {
    /// A message whose form does not depend on a number.
    Message,
    UntitledPortfolio,
    SearchLabel,
    SearchPlaceholder,
    /// Opens a list of examples, each with an explanation. Leave quotation marks and minus as they are.
    SearchTips,
    TipPhraseExample,
    TipPhrase,
    TipExclusionExample,
    TipExclusion,
    /// The explanation for a year, such as “2016”, typed into the search box.
    TipYear,
    /// A button that sets the years to `{year}`.
    ShowYear,
    /// `{words}` is what was searched for instead of what was typed.
    ShowingResultsFor,
    /// A button that searches for `{words}` exactly as typed.
    SearchInsteadFor,
    /// The label of the list of suggestions below the search box.
    Suggestions,
    /// The kind of a suggestion, beside its title; others are kinds of values, such as “Country”.
    SuggestedProject,
    SkipToResults,
    SkipToFilters,
    SkipToMap,
    /// A button that shows or hides both.
    MapAndTimeline,
    /// The label of the switch between light and dark; `{theme}` is one of the next three.
    Theming,
    ThemeAuto,
    ThemeLight,
    ThemeDark,
    /// The button that opens the choices of language and theme, on a phone.
    Settings,
    /// The title of the list of keys that the page reacts to.
    Keys,
    /// What a key does.
    KeySearch,
    KeyHelp,
    KeyWithin,
    KeyEnds,
    KeyRecord,
    KeyClose,
    /// How a keyboard names a key.
    KeyNameHome,
    KeyNameEnd,
    KeyNameEscape,

    Filters,
    CloseFilters,
    ClearAll,
    /// A button that removes the selection of one facet.
    Clear,
    /// The name of that button, with its facet.
    ClearFacet,
    NotStated,
    Selection,
    NothingNarrowed,
    /// `{facet}` is the label of a facet.
    NarrowLabel,
    /// `{count}` is the number of values to search.
    NarrowPlaceholder,
    /// A button below a long list of values.
    ShowAllValues,
    ShowFewerValues,
    /// Buttons that page through a long list of values.
    PreviousValues,
    NextValues,
    /// The part of a long list of values that is shown.
    ValuesShown,
    /// The box that finds a facet, if a portfolio has very many.
    FindFilter,
    /// `{what}` is the name of a selected value.
    Remove,
    /// A button that excludes the value `{what}` from the results.
    Exclude,
    /// A button beside each value of a facet: shows only the projects without it.
    Not,
    /// The name of that button, with its value; begins with its visible text.
    NotValue,
    /// Followed by one of the next two: how the selected values of a facet are combined.
    MatchLabel,
    MatchAny,
    MatchAll,
    /// The values within the value `{what}`, such as the countries of a region.
    ValuesWithin,
    /// The label of the choice of order in all lists of values: one of the next two.
    ValueOrder,
    ByCount,
    ByName,

    Years,
    /// The heading of the two fields that limit the years: projects active in any of them.
    YearsActive,
    From,
    To,
    AnyYear,
    /// From the date `{from}` to the date `{to}`.
    FromTo,
    FromDate,
    /// For a project that is still running.
    SinceDate,
    UntilDate,

    Sort,
    SortNewest,
    SortOldest,
    SortEnding,
    SortAmount,
    SortSmallest,
    SortTitle,
    SortRelevance,
    /// The label of the choice between the views that follow.
    Views,
    ViewList,
    ViewCards,
    ViewTable,
    ViewFigures,
    ViewNetwork,
    /// Selected projects side by side.
    ViewCompare,

    NoResults,
    NoResultsAdvice,
    NoProjects,

    /// Labels of facets.
    Country,
    Donor,
    ImplementingAgency,
    Partner,
    Theme,
    Status,
    /// Values of the facet “Status”.
    StatusPlanned,
    StatusOngoing,
    StatusCompleted,
    StatusSuspended,
    StatusCancelled,

    /// Introduces the selected values of a facet in the summary, such as “in”. The values follow in the
    /// nominative, as in the lists; if your language needs another case, name the facet and add a colon.
    InCountry,
    ByDonor,
    ByImplementing,
    WithPartner,
    OnTheme,
    OfStatus,
    /// `{field}` is the label of one of the publisher's own fields.
    WithField,
    /// The same for excluded values.
    NotInCountry,
    NotByDonor,
    NotByImplementing,
    NotWithPartner,
    NotOnTheme,
    NotOfStatus,
    NotWithField,
    /// Between two selected values of a facet.
    Or,
    /// Between two selected values of a facet that must both apply.
    And,
    /// Between two excluded values of a facet.
    Nor,
    /// Introduces the search text, in quotation marks.
    Matching,
    /// Introduces a range of years.
    Running,
    /// Introduces a range of amounts.
    OfAmount,
    /// `{text}` in the quotation marks of your language.
    Quoted,

    /// The source's own identifier of a project.
    Identifier,
    /// The money that a project states, whether budget or spending.
    Amount,
    /// The sum of the amounts of a project in one currency, after the amounts.
    Total,
    /// The label of a choice such as “EUR”.
    Currency,
    Objective,
    Summary,
    /// What a project achieved, not the results of a search.
    ResultsOfProject,
    StatedDuration,
    Countries,
    /// The places where a project took place, such as towns.
    Locations,
    Donors,
    Implementing,
    Partners,
    Themes,
    Documents,
    Links,
    Related,
    /// Before the title of a project that this one is a part of.
    PartOf,
    /// Before the title of a project that is a part of this one.
    HasPart,
    /// Before the title of a project that is a part of the same project as this one.
    RelatedTo,
    Remark,
    ValueNotStated,
    NoAddress,
    /// A link to the website of an organisation, beside its name.
    Website,
    /// A link to a picture of a project.
    Picture,
    Close,
    /// The page that lists every project, and the link to it.
    AllProjects,
    /// The link from a project's own page to its record in the explorer.
    InExplorer,
    /// A button, and the title of its dialog: a link, or code for another page.
    ShareAndEmbed,
    ShareLink,
    ShareElement,
    ShareFrame,
    ShareLinkAdvice,
    ShareElementAdvice,
    ShareFrameAdvice,
    ShareFilters,
    ShareTheme,
    ShareAsAround,
    ShareHeight,
    ShareOwnHeight,
    ShareCode,
    SharePreview,
    Copied,
    PeriodNotStated,
    /// The position `{at}` of a project among `{of}` results.
    PlaceInResults,
    /// Shown on a record that the filters exclude.
    NotInResults,
    Neighbours,
    Previous,
    Next,
    /// `{period}` is when a project ran, `{years}` the years of the whole list.
    InTime,
    /// The end of a list: `{last}` is the last item, `{list}` the items before it.
    ListEnd,
    InCommon,
    /// What another project shares: `{names}` are countries, organisations or themes, in the nominative.
    AlsoIn,
    AlsoByDonor,
    /// In the summary of the results: `{donor}` is one or two donors that funded all of them.
    PaidForBy,
    AlsoByImplementing,
    AlsoWith,
    AlsoOn,
    CopyLink,
    LinkCopied,
    CopyByHand,
    Cite,
    /// A format of citations, beside BibTeX.
    PlainText,
    /// In a citation: when the source was read.
    Accessed,
    /// In a citation: when the list was last updated.
    ListUpdated,
    /// In a citation, instead of the year if the list states no date: the usual abbreviation.
    NoDate,
    Copy,
    /// `{what}` is the format of a citation.
    CopyWhat,
    CitationCopied,
    Print,
    /// At the top of a printed page.
    PrintedFrom,
    /// `{projects}` is, for example, “500 of 3,000 projects”.
    PrintedPart,
    /// Adds a project to the comparison.
    Compare,
    /// The same; `{title}` is the title of the project.
    CompareThis,
    ComparisonFull,
    /// The heading of the column with the titles of projects.
    Title,
    /// The heading of the column that says when projects ran.
    Period,
    Columns,
    /// `{projects}` is, for example, “3 projects”, and `{order}` “newest first”.
    TableCaption,
    /// Sorted by `{column}`; use the first and last letters of your alphabet.
    OrderAscending,
    OrderDescending,
    ToCompare,
    ChooseAnother,
    ClearComparison,
    ComparisonAdvice,
    ChooseProjects,
    AddAnother,
    SideBySide,
    /// Beside a value in a comparison of `{of}` projects: `{count}` of them have it.
    SharedBy,
    /// `{list}` is, for example, “Country: Romania · Donor: European Union”.
    AllShare,
    NothingShared,
    /// `{name}` is the current name of a country, beside the name that a source uses.
    ListedAs,
    /// Between the items of a list, with its space.
    ListSeparator,
    /// Between a label and its value, with its space.
    PartSeparator,
    /// Between details of equal weight, with its spaces.
    DetailSeparator,
    ProjectsPerYear,
    /// The label of a list that shows when each project ran.
    ProjectsInTime,
    /// A button that runs through the years automatically.
    Play,
    Pause,
    /// The label of a bar: `{year}`, and `{projects}` such as “3 projects”.
    YearBar,
    /// A button that shows `{count}` more; `{left}` are not shown yet.
    ShowMore,
    /// A button above the results: `{count}` of them come before the first one on the page.
    ShowEarlier,
    /// A button that shows all `{count}` results.
    ShowAllResults,
    BackToTop,
    /// `{projects}` is, for example, “3 projects”.
    ShowResults,

    Map,
    /// The label of a project's small map: a list of countries.
    SmallMap,
    MapHelp,
    Loading,
    /// `{reason}` is one of the reasons below.
    PartFailed,
    MapLoading,
    TryAgain,
    ZoomIn,
    ZoomOut,
    FitToResults,
    WholeMap,
    /// How to zoom with the wheel, which otherwise scrolls the page; `{key}` is Ctrl or ⌘.
    ZoomByWheel,
    /// One finger scrolls the page.
    MoveByFingers,
    Elsewhere,
    /// The label of a list of points on the map.
    PlacesOfProjects,
    Legend,
    MapAsTable,
    MapTableCaption,
    /// Headings of columns.
    ProjectsColumn,
    ShareColumn,
    SavePicture,
    /// The same for a chart or the network.
    DownloadPicture,
    PictureSvg,
    PicturePng,
    /// A line below a picture: a `{label}` such as “Licence”, and its value.
    PictureFact,
    BordersSource,
    /// Opens the next text.
    Disclaimer,
    DisclaimerDetails,
    /// The same in a few words, on a picture.
    DisclaimerInShort,
    /// `{names}` is a list of countries.
    AbsentFromMap,
    /// `{reason}` is one of the reasons below.
    MapFailed,
    ReasonNetwork,
    ReasonDamaged,
    ReasonStatus,

    DataProblems,
    DataUnreadable,
    DataAdvice,
    /// Opens the list of what is wrong in the file.
    FindingsDetails,
    DataAdviceNothing,
    /// The position of a problem in a file.
    PlaceInFile,
    /// The number of findings that are folded away.
    FurtherFindings,

    Notice,
    UnknownValue,
    /// `{parameter}` is a part of an address, such as “from=soon”.
    IgnoredParameter,
    UnknownProject,
    /// `{language}` is the code in the address, such as “xx”.
    UnknownLanguage,
    /// `{language}` is the language's own name, `{reason}` one of the reasons above.
    LanguageFailed,
    /// The label of the choice of language.
    Language,
    AboutData,
    PublishedBy,
    Source,
    Licence,
    AboutAccessibility,
    /// A link to the feed of the projects.
    Feed,
    /// A link to the address where the publisher takes reports.
    ReportError,
    Updated,

    /// Labels above numbers: how many there are of each.
    FigureProjects,
    FigureCountries,
    FigureDonors,
    FigureAgencies,
    FigurePartners,
    /// A bar: `{name}`, `{projects}` such as “3 projects”, `{share}` of the projects shown, as “50%”.
    FigureBar,
    /// The title of a list with the sum for each currency.
    SumsByCurrency,
    /// The title of a chart; `{currency}` is a code such as “EUR”.
    SumsByCountry,
    /// The part of the amounts that belongs to several countries.
    Undivided,
    SumsNote,
    /// `{number}` is a whole number from 1 to 100.
    Percent,
    /// A share that is greater than zero.
    LessThanOnePercent,
    /// `{count}` is the total number of values.
    AllOfThem,
    FewerOfThem,
    FiguresNote,
    /// Above bar charts. Bars that are cut off have a gap.
    FiguresScale,
    FiguresYearNote,
    FiguresDownload,
    TableDownload,
    /// Headings of columns in a spreadsheet.
    ColumnFacet,
    ColumnValue,
    ColumnShare,

    NetworkTitle,
    NetworkHelp,
    NetworkTies,
    NoOrganisations,
    /// The label of the choice of how to show the network.
    ShowAs,
    AsDrawing,
    AsList,
    SeveralRoles,
    /// An organisation: `{name}`, `{roles}` such as “donor, partner”, `{projects}` such as “3 projects”,
    /// and the `{partners}` it shares projects with.
    OrganisationDescription,
    /// The same for an organisation that shares no projects.
    OrganisationAlone,
    /// Introduces the `{partners}` of the organisation named before.
    WorksWith,
}

messages! {
    /// A message whose form depends on the number `{count}`.
    PluralMessage,
    Projects,
    /// `{shown}` of them are shown. The text begins with that number.
    ShownOf,
    Countries,
    /// The same, following “6 projects”.
    InCountries,
    Donors,
    /// The button that compares this many projects.
    CompareSome,
    /// `{range}` is, for example, “3–5”; the higher number decides the form.
    ProjectsInRange,
    /// Projects without dates, beside the years.
    Undated,
    /// Added to the summary if a range of years excludes projects without dates.
    UndatedLeftOut,
    /// Projects without an amount in `{currency}`, beside the amounts.
    WithoutAmount,
    /// Places on the map, if there are too many in view.
    PlacesNotShown,
    /// At the end of the selected filters, if there are very many.
    FurtherFilters,
    /// A button that shows the values of a facet that no result has.
    EmptyValues,
    /// Beside the label of a facet.
    SelectedOfFacet,
    /// Below a list of findings, or of faults in an address, that is too long to show in full.
    FurtherNotices,
    /// How often the same finding occurs.
    Times,
    /// At the end of a list, after a comma.
    Further,
    OrganisationsNotDrawn,
}

messages! {
    /// A message of the loader, which runs before the program. The script itself contains the English.
    LoaderMessage,
    Loading,
    Failed,
    Stalled,
    Broken,
    TryAgain,
    /// What is fetched besides the portfolio, as the beginning of `Failure`.
    Program,
    NoWebAssembly,
    NoAnswer,
    /// `{status}` is a number, such as 404.
    Status,
    /// `{reason}` is the browser's message.
    Refused,
    /// A reason: the file differs from the one that was built.
    Altered,
    /// `{name}` is the program or a file, `{reason}` one of the reasons above.
    Failure,
    /// Instead of `Failed`, if the page contains prerendered projects.
    Readable,
    /// A reason: browsers do not distinguish the two causes.
    NotShared,
    /// A reason: what should be the address of a file is something else.
    NotServed,
    /// The projects are a kept copy; `{date}` is when it was fetched.
    Kept,
    /// The site has a new version; then the buttons that show or dismiss it.
    Update,
    ShowUpdate,
    /// On the note about a new version.
    NotNow,
    /// On the note that the visitor is offline.
    Dismiss,
}

/// Codes that ISO 3166-1 has withdrawn and older records use. Browsers map some to other countries.
pub const FORMER: [&str; 9] = ["AN", "BU", "CS", "DD", "SU", "TP", "YD", "YU", "ZR"];

/// Joins the forms of a message by CLDR plural category: `one:{count} project|other:…`.
macro_rules! forms {
    ($category:ident: $form:literal $(, $categories:ident: $forms:literal)* $(,)?) => {
        concat!(stringify!($category), ":", $form, $("|", stringify!($categories), ":", $forms,)*)
    };
}
pub(crate) use forms;

/// Returns the form for a CLDR plural category, or else the last one, `other`.
///
/// ```
/// let forms = "one:{count} project|other:{count} projects";
/// assert_eq!(atlas_i18n::form(forms, "one"), "{count} project");
/// assert_eq!(atlas_i18n::form(forms, "many"), "{count} projects");
/// ```
pub fn form<'a>(forms: &'a str, category: &str) -> &'a str {
    let mut last = forms;
    for form in forms.split('|') {
        let (of, text) = form.split_once(':').unwrap_or(("", form));
        last = text;
        if of == category {
            break;
        }
    }
    last
}
