//! Which messages there are.

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
    Word,
    UntitledPortfolio,
    SearchLabel,
    SearchPlaceholder,
    SkipToResults,

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
    /// `{what}` is the name of a chosen value.
    Remove,

    Years,
    From,
    To,
    AnyYear,
    /// From one date, `{from}`, to another, `{to}`.
    FromTo,
    FromDate,
    UntilDate,

    Sort,
    SortNewest,
    SortOldest,
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

    /// What leads to the chosen values of a facet in the summary's sentence, such as “in”. The
    /// values follow as they stand in the lists, in no case but the first: where a language
    /// would have to bend them, it names the facet instead, with a colon.
    InCountry,
    ByDonor,
    ByImplementing,
    WithPartner,
    OnTheme,
    /// `{field}` is the label of a field of the publisher's own.
    WithField,
    /// As those before, leading to excluded values.
    NotInCountry,
    NotByDonor,
    NotByImplementing,
    NotWithPartner,
    NotOnTheme,
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
    Copy,
    /// `{what}` is the form of a citation.
    CopyWhat,
    CitationCopied,
    Print,
    /// Puts a project among those to compare.
    Compare,
    /// As before; `{title}` is the project's title.
    CompareThis,
    ComparisonFull,
    /// `{name}` is the name of a country in use now, beside the one a source uses.
    ListedAs,
    /// Between the members of a list, with its space.
    ListSeparator,
    /// Between a label and what is said of it, with its space.
    PartSeparator,
    /// Between details of equal weight, with its spaces.
    DetailSeparator,
    ProjectsPerYear,
    /// What is said of a bar: `{year}`, and `{projects}` such as “3 projects”.
    YearBar,
    /// A number of things, `{count}`, of which `{left}` are not shown yet.
    ShowMore,
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
    Disclaimer,
    DisclaimerDetails,
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
    AboutData,
    PublishedBy,
    Source,
    Licence,
    Updated,
}

messages! {
    /// A message whose form follows from a number, which stands at `{count}`.
    Counted,
    Projects,
    /// `{shown}` of them are shown. The text begins with that number.
    ShownOf,
    Countries,
    /// The same as they follow after “6 projects”.
    InCountries,
    Donors,
    /// `{range}` is such as “3–5”; the higher number decides the form.
    ProjectsInRange,
}

const WORD_COUNT: usize = Word::ALL.len();
const COUNTED_COUNT: usize = Counted::ALL.len();

/// The English text of every [`Word`], by its number.
pub const WORDS: [&str; WORD_COUNT] = {
    let mut texts = [""; WORD_COUNT];
    let mut at = 0;
    while at < WORD_COUNT {
        texts[at] = crate::english::word(Word::ALL[at]);
        at += 1;
    }
    texts
};

/// The English forms of every [`Counted`], by its number.
pub const COUNTED: [&str; COUNTED_COUNT] = {
    let mut texts = [""; COUNTED_COUNT];
    let mut at = 0;
    while at < COUNTED_COUNT {
        texts[at] = crate::english::counted(Counted::ALL[at]);
        at += 1;
    }
    texts
};

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
/// assert_eq!(atlas_words::form(forms, "one"), "{count} project");
/// assert_eq!(atlas_words::form(forms, "many"), "{count} projects");
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
