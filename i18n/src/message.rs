//! Which messages there are.

use crate::english;

macro_rules! messages {
    ($(#[$about:meta])* $name:ident, $($(#[$note:meta])* $message:ident,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English text says what each is")]
        pub enum $name {
            $($(#[$note])* $message,)+
        }

        impl $name {
            /// Every message, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$message,)+];
        }
    };
}

messages! {
    /// A message that no number changes.
    Message,
    UntitledPortfolio,
    SearchLabel,
    SearchPlaceholder,
    /// What opens the examples that follow. Quotes and minus are typed as they are here; what is said of
    /// an example follows it.
    SearchTips,
    TipPhraseExample,
    TipPhrase,
    TipExclusionExample,
    TipExclusion,
    /// Said of a year, such as “2016”, typed into the search box.
    TipYear,
    /// A button that sets the years to `{year}`.
    ShowYear,
    /// `{words}` is what was searched for instead of what was typed.
    ShowingResultsFor,
    /// A button that searches for `{words}` as they were typed.
    SearchInsteadFor,
    SkipToResults,
    /// What is said of the switch between light and dark; `{theme}` is one of those that follow.
    Theming,
    ThemeAuto,
    ThemeLight,
    ThemeDark,

    Filters,
    CloseFilters,
    ClearAll,
    NotStated,
    Selection,
    NothingNarrowed,
    /// `{facet}` is a facet's label.
    NarrowLabel,
    /// `{count}` is how many values there are to search.
    NarrowPlaceholder,
    /// A button below a long list of values.
    ShowAllValues,
    ShowFewerValues,
    /// Buttons that page through a long list of values.
    PreviousValues,
    NextValues,
    /// Which values of a long list are shown.
    ValuesShown,
    /// The box that finds a facet where a portfolio has very many.
    FindFilter,
    /// `{what}` is the name of a chosen value.
    Remove,
    /// A button that excludes a value, `{what}`, from the results.
    LeaveOut,
    /// What stands within a value, such as the countries within a region, `{what}`.
    ValuesWithin,
    /// Leads to the order of the values in all lists: one of the two that follow.
    ValueOrder,
    ByCount,
    ByName,

    Years,
    From,
    To,
    AnyYear,
    /// From one date, `{from}`, to another, `{to}`.
    FromTo,
    FromDate,
    /// Of a project that is still running.
    SinceDate,
    UntilDate,

    Sort,
    SortNewest,
    SortOldest,
    SortEnding,
    SortTitle,
    SortRelevance,
    /// Names the choice of the views that follow.
    Views,
    ViewCards,
    ViewTable,
    ViewFigures,
    ViewNetwork,
    /// Chosen projects side by side.
    ViewCompare,

    NoResults,
    NoResultsAdvice,
    NoProjects,

    /// The labels of facets.
    Country,
    Donor,
    ImplementingAgency,
    Partner,
    Theme,
    Status,
    /// The values of that facet.
    StatusPlanned,
    StatusOngoing,
    StatusCompleted,
    StatusSuspended,
    StatusCancelled,

    /// What leads to the chosen values of a facet in the summary's sentence, such as “in”. The
    /// values follow as they stand in the lists, in no case but the first: where a language
    /// would have to bend them, it names the facet instead, with a colon.
    InCountry,
    ByDonor,
    ByImplementing,
    WithPartner,
    OnTheme,
    OfStatus,
    /// `{field}` is the label of a field of the publisher's own.
    WithField,
    /// As those before, leading to excluded values.
    NotInCountry,
    NotByDonor,
    NotByImplementing,
    NotWithPartner,
    NotOnTheme,
    NotOfStatus,
    NotWithField,
    /// Between two chosen values of one facet.
    Or,
    /// Between two excluded values of one facet.
    Nor,
    /// Leads to the text searched for, in quotes.
    Matching,
    /// Leads to a range of years.
    Running,
    /// Words in the quotation marks of the language.
    Quoted,

    Objective,
    Summary,
    StatedDuration,
    Countries,
    Donors,
    Implementing,
    Partners,
    Themes,
    Documents,
    Links,
    Related,
    Remark,
    ValueNotStated,
    NoAddress,
    Close,
    WholeRecord,
    /// `{title}` is a project's title.
    WholeRecordOf,
    /// The page that names every project, and what leads there.
    AllProjects,
    /// What leads from a project's own page to its record in the explorer.
    InExplorer,
    /// The button, and the title of what it opens: a link, or code for another page.
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
    /// The place of a project among those found: the third, `{at}`, of fourteen, `{of}`.
    PlaceInResults,
    /// Said of a record that the filters leave out.
    NotInResults,
    Neighbours,
    Previous,
    Next,
    /// `{period}` is when a project ran, `{years}` the years of the whole list.
    InTime,
    /// The end of a list: `{list}` is its members before the `{last}` one.
    ListEnd,
    InCommon,
    /// What another project shares with this one: countries, organisations, themes, as they stand in
    /// the lists.
    AlsoIn,
    AlsoByDonor,
    /// In the sentence on the results: `{donor}` is one who paid for all of them, or two.
    PaidForBy,
    AlsoByImplementing,
    AlsoWith,
    AlsoOn,
    CopyLink,
    LinkCopied,
    CopyByHand,
    Cite,
    /// A form of a citation, beside BibTeX.
    PlainText,
    /// When something was read, within a citation.
    Accessed,
    /// When the list was last updated, within a citation.
    ListUpdated,
    /// In place of the year in a citation, where the list states no date: the usual abbreviation.
    NoDate,
    Copy,
    /// `{what}` is the form of a citation.
    CopyWhat,
    CitationCopied,
    Print,
    /// At the head of a print.
    PrintedFrom,
    /// `{projects}` is such as “500 of 3,000 projects”.
    PrintedPart,
    /// Puts a project among those to compare.
    Compare,
    /// As before; `{title}` is the project's title.
    CompareThis,
    ComparisonFull,
    /// The title of a project, as the head of a column.
    Title,
    /// When projects ran, as the head of a column.
    Period,
    Columns,
    /// `{projects}` is such as “3 projects”, `{order}` such as “newest first”.
    TableCaption,
    /// An order by the column of that name, with the first and last letters of the alphabet.
    OrderAscending,
    OrderDescending,
    ToCompare,
    ChooseAnother,
    ClearComparison,
    ComparisonAdvice,
    ChooseProjects,
    AddAnother,
    SideBySide,
    /// Of a value in a comparison of `{of}` projects: so many of them have it.
    SharedBy,
    /// `{list}` is such as “Country: Romania · Donor: European Union”.
    AllShare,
    NothingShared,
    /// `{name}` is the name of a country in use now, beside the one a source uses.
    ListedAs,
    /// Between the members of a list, with its space.
    ListSeparator,
    /// Between a label and what is said of it, with its space.
    PartSeparator,
    /// Between details of equal weight, with its spaces.
    DetailSeparator,
    ProjectsPerYear,
    /// The label of a list of projects, each shown by when it ran.
    ProjectsInTime,
    /// Lets the years pass by themselves.
    Play,
    Pause,
    /// What is said of a bar: `{year}`, and `{projects}` such as “3 projects”.
    YearBar,
    /// A number of things, `{count}`, of which `{left}` are not shown yet.
    ShowMore,
    /// A button above the results: `{count}` of them come before the first one in the page.
    ShowEarlier,
    /// `{projects}` is such as “3 projects”.
    ShowResults,

    Map,
    /// What a small map of a project shows: a list of countries.
    SmallMap,
    MapHelp,
    Loading,
    /// `reason` is one of the reasons below.
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
    Legend,
    /// What a class of the map's legend chooses; `{projects}` is “3–5 projects”.
    CountriesWith,
    MapAsTable,
    MapTableCaption,
    /// The headings of columns.
    ProjectsColumn,
    ShareColumn,
    SavePicture,
    PictureSvg,
    PicturePng,
    /// A line under a picture: a `{label}` such as “Licence”, and what it is.
    PictureFact,
    BordersSource,
    /// Opens the text that follows.
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
    DataAdviceNothing,
    /// Where in a file something is wrong.
    PlaceInFile,
    /// How many findings are folded away.
    FurtherFindings,

    Notice,
    UnknownValue,
    /// `{parameter}` is a part of an address, such as “from=soon”.
    IgnoredParameter,
    UnknownProject,
    /// `{language}` is what the address says, such as “xx”.
    UnknownLanguage,
    /// `{language}` is a language's own name, `{reason}` one of the reasons above.
    LanguageFailed,
    /// The label of the switch between languages.
    Language,
    AboutData,
    PublishedBy,
    Source,
    Licence,
    AboutAccessibility,
    Updated,

    /// Labels over numbers: how many there are of each.
    FigureProjects,
    FigureCountries,
    FigureDonors,
    FigureAgencies,
    FigurePartners,
    /// What is said of a bar: a `{name}`, `{projects}` such as “3 projects”, and the `{share}` of
    /// the projects shown, such as “50%”.
    FigureBar,
    /// `{number}` is a whole number from 1 to 100.
    Percent,
    /// A share that is more than nothing.
    LessThanOnePercent,
    /// `{count}` is how many values there are in all.
    AllOfThem,
    FewerOfThem,
    FiguresNote,
    /// Over charts that are lists of bars. Those that are cut off have a gap.
    FiguresScale,
    FiguresYearNote,
    FiguresDownload,
    /// Headings of columns in a table for spreadsheets.
    ColumnFacet,
    ColumnValue,
    ColumnShare,

    NetworkTitle,
    NetworkHelp,
    NetworkTies,
    NoOrganisations,
    /// How the network is shown.
    ShowAs,
    AsDrawing,
    AsList,
    SeveralRoles,
    /// What is said of an organisation: its `{name}`, its `{roles}` such as “donor, partner”,
    /// `{projects}` such as “3 projects”, and the `{partners}` it shares projects with.
    OrganisationTold,
    /// The same where it shares projects with none.
    OrganisationAlone,
    /// Leads to the `{partners}` of an organisation named before.
    WorksWith,
}

messages! {
    /// A message whose form follows from a number, which stands at `{count}`.
    PluralMessage,
    Projects,
    /// `{shown}` of them are shown. The text begins with that number.
    ShownOf,
    Countries,
    /// The same as they follow after “6 projects”.
    InCountries,
    Donors,
    /// The button that sets so many projects side by side.
    CompareSome,
    /// `{range}` is such as “3–5”; the higher number decides the form.
    ProjectsInRange,
    /// The same as it stands beside the years.
    Undated,
    /// Added to the summary where a range of years keeps out projects that state no date.
    UndatedLeftOut,
    /// At the end of the selected filters, where there are very many.
    FurtherFilters,
    /// Below a list of findings or of faults in an address that is too long to show whole.
    FurtherNotices,
    /// How often the same finding occurs.
    Times,
    /// At the end of a list, which it follows after a comma.
    Further,
    OrganisationsNotDrawn,
}

messages! {
    /// A message of the loader, which speaks before the program can. English is in the
    /// script itself.
    LoaderMessage,
    Loading,
    Failed,
    Stalled,
    Broken,
    TryAgain,
    /// What else but the portfolio is fetched, as the start of a sentence's part: “the page’s program”.
    Program,
    NoWebAssembly,
    NoAnswer,
    /// `{status}` is a number, such as 404.
    Status,
    /// `{reason}` is what the browser says.
    Refused,
    /// A reason: a file has other bytes than the build gave it.
    Altered,
    /// `{name}` is the program or a file, `{reason}` one of the reasons above.
    Failure,
    /// In place of “failed”, where the projects were written into the page.
    Readable,
    /// A reason: browsers do not tell the one from the other.
    NotShared,
    /// A reason: what should be an address of a file is something else.
    NotServed,
    /// The projects are a copy that was kept; `{date}` is when it came.
    Kept,
    /// The site has a new version, and the buttons that show it or let it be.
    Update,
    ShowUpdate,
    /// Of the note on a new version.
    NotNow,
    /// Of the note that the visitor is offline.
    Dismiss,
}

/// Codes that ISO 3166-1 has withdrawn and that older records still use. Browsers turn some of
/// them into other countries.
pub const FORMER: [&str; 9] = ["AN", "BU", "CS", "DD", "SU", "TP", "YD", "YU", "ZR"];

/// Where the lines of a kind begin in a language's file.
pub struct FirstLine;

impl FirstLine {
    /// The forms of the first [`PluralMessage`].
    pub const PLURALS: usize = Message::ALL.len();
    /// The name of the first of the [`FORMER`] countries.
    pub const FORMER: usize = Self::PLURALS + PluralMessage::ALL.len();
    /// The name of the first country, in the order of their codes. English ends here.
    pub const COUNTRIES: usize = Self::FORMER + FORMER.len();
    /// The name of the first region, in the order of their slugs.
    pub const REGIONS: usize = Self::COUNTRIES + 250;
    /// The short name of January, where browsers do not know the language's months; then follows
    /// the first [`LoaderMessage`].
    pub const MONTHS: usize = Self::REGIONS + 23;
}

/// Every English message, one a line: each [`Message`], each [`PluralMessage`], each of [`FORMER`].
pub const ENGLISH: &str = {
    match std::str::from_utf8(&ENGLISH_BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

const ENGLISH_BYTES: [u8; english_length()] = {
    let mut bytes = [b'\n'; english_length()];
    let (mut line, mut at) = (0, 0);
    while line < FirstLine::COUNTRIES {
        let text = english_line(line).as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            bytes[at] = text[byte];
            (byte, at) = (byte + 1, at + 1);
        }
        (line, at) = (line + 1, at + 1);
    }
    bytes
};

const fn english_length() -> usize {
    let (mut line, mut length) = (0, 0);
    while line < FirstLine::COUNTRIES {
        length += english_line(line).len() + 1;
        line += 1;
    }
    // The last line ends without a break.
    length - 1
}

const fn english_line(line: usize) -> &'static str {
    if line < FirstLine::PLURALS {
        english::message(Message::ALL[line])
    } else if line < FirstLine::FORMER {
        english::plural(PluralMessage::ALL[line - FirstLine::PLURALS])
    } else {
        english::FORMER[line - FirstLine::FORMER]
    }
}

/// Writes the forms of a message by their CLDR categories: `one:{count} project|other:…`.
macro_rules! forms {
    ($category:ident: $form:literal $(, $categories:ident: $forms:literal)* $(,)?) => {
        concat!(stringify!($category), ":", $form, $("|", stringify!($categories), ":", $forms,)*)
    };
}
pub(crate) use forms;

/// The form of a category within the forms of a message; the last one, `other`, where the
/// category has none of its own.
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
