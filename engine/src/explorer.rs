//! A portfolio that answers queries: the one place where facets, search and order meet.

use crate::column_sort::{ColumnOrder, SortColumn, ranks};
use crate::country::{self, PlaceNames};
use crate::facet::{FacetIndex, FacetKind, FacetSelection, Matches, Meaning, RecordSet, Selection};
use crate::order::{sort_by_keys, sort_distinct, sort_positions};
use crate::portfolio::{Date, Portfolio, Project};
use crate::query::{Choice, Query, Sort};
use crate::search::{TextIndex, TextIndexBuilder};
use crate::text::{sort_key, words};
use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

/// A portfolio and its indexes.
#[derive(Debug)]
pub struct Explorer {
    portfolio: Arc<Portfolio>,
    place_names: PlaceNames,
    index: FacetIndex,
    text: OnceLock<TextIndex>,
    newest: OnceLock<Vec<u32>>,
    oldest: OnceLock<Vec<u32>>,
    ending: OnceLock<Vec<u32>>,
    by_title: OnceLock<Vec<u32>>,
    /// The ranks of all projects in each column, in the order of [`SortColumn::all`].
    ranks: Vec<OnceLock<Vec<u32>>>,
}

/// What a query gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The matching projects, by position in [`Portfolio::projects`], in the order they are shown.
    pub projects: Vec<u32>,
    /// The order they are in, or, where they are sorted by a column, that of those equal in it.
    pub sort: Sort,
    /// The column they are sorted by, where that gives another order than every [`Sort`].
    pub column: Option<ColumnOrder>,
    /// How many projects each facet value and each year would give.
    pub matches: Matches,
    /// Choices that this portfolio does not have; they were ignored.
    pub unknown: Vec<Choice>,
}

/// What a match in each kind of text weighs.
mod weight {
    pub(super) const ACRONYM: f32 = 5.0;
    pub(super) const TITLE: f32 = 4.0;
    pub(super) const NAME: f32 = 2.0;
    pub(super) const PROSE: f32 = 1.0;
}

impl Explorer {
    /// Takes a portfolio and indexes its facets. The text is indexed when first searched.
    pub fn new(portfolio: Portfolio) -> Self {
        Self::named(Arc::new(portfolio), PlaceNames::default())
    }

    /// The same portfolio with its countries and regions named, sorted and found in another language; their
    /// English names still find them.
    #[must_use]
    pub fn in_language(&self, place_names: PlaceNames) -> Self {
        Self::named(Arc::clone(&self.portfolio), place_names)
    }

    /// As [`Explorer::new`], with countries and regions under their names in a language.
    pub fn named(portfolio: Arc<Portfolio>, place_names: PlaceNames) -> Self {
        let index = FacetIndex::in_language(&portfolio, place_names);
        let columns = SortColumn::all(&index).map(|_| OnceLock::new());
        Self {
            ranks: columns.collect(),
            portfolio,
            place_names,
            index,
            text: OnceLock::new(),
            newest: OnceLock::new(),
            oldest: OnceLock::new(),
            ending: OnceLock::new(),
            by_title: OnceLock::new(),
        }
    }

    /// The portfolio itself.
    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// Its facets.
    pub fn facets(&self) -> &FacetIndex {
        &self.index
    }

    /// The project at a position of [`Results::projects`].
    pub fn project(&self, record: u32) -> Option<&Project> {
        self.portfolio.projects.get(record as usize)
    }

    /// The full-text index, built on first use.
    pub fn text(&self) -> &TextIndex {
        self.text.get_or_init(|| {
            let mut all = TextIndexing::default();
            all.read(&self.portfolio, self.place_names, usize::MAX);
            all.builder.finish()
        })
    }

    /// Indexes the texts of so many further projects, for whoever would rather not index all of
    /// them at once when they are first searched. Tells whether anything is left to do.
    ///
    /// Begin with the default, and give this portfolio the same `indexing` each time.
    pub fn index_text(&self, indexing: &mut TextIndexing, projects: usize) -> bool {
        if self.text.get().is_some() {
            return false;
        }
        if indexing.read < self.portfolio.projects.len() {
            indexing.read(&self.portfolio, self.place_names, projects);
            return true;
        }
        let finished = std::mem::take(&mut indexing.builder).finish();
        // It was empty a moment ago, and stays as it is should that have changed.
        drop(self.text.set(finished));
        false
    }

    /// The query in this portfolio's own keys: an address may name facets and values leniently
    /// (`country=ro`, `donor=European Union`), and what is shown as chosen goes by the key. Years
    /// the wrong way round are turned.
    ///
    /// What the portfolio does not have stays as it is, to be told in [`Results::unknown`].
    /// An order by a column that there is not goes, and is told in [`Query::ignored`].
    #[must_use]
    pub fn canonical(&self, query: &Query) -> Query {
        let mut canonical = query.clone();
        canonical.choices.clear();
        for choice in &query.choices {
            let (facet, value) = match self.meaning(choice) {
                Some(meaning) => (meaning.parameter, meaning.key),
                None => (choice.facet.as_str(), choice.value.as_str()),
            };
            canonical.choose(facet, value, choice.excluded);
        }
        if let (Some(from), Some(to)) = (query.from, query.to) {
            canonical.from = Some(from.min(to));
            canonical.to = Some(from.max(to));
        }
        let order = ColumnOrder::parse(&query.order, &self.index);
        if !query.order.is_empty() && order.is_none() {
            canonical.order.clear();
            canonical.ignored.push(["order=", &query.order].concat());
        }
        canonical
    }

    /// Whether a parameter of an address names a facet, or parents of its values.
    pub fn knows(&self, parameter: &str) -> bool {
        let mut facets = self.index.facets.iter();
        facets.any(|facet| {
            let mut parents = facet.parents.iter();
            facet.key == parameter || parents.any(|parent| parent.parameter == parameter)
        })
    }

    /// What a choice stands for; `None` where the portfolio does not have it.
    pub fn meaning(&self, choice: &Choice) -> Option<Meaning<'_>> {
        self.index.meaning(&choice.facet, &choice.value)
    }

    /// Answers a query. Nothing in it can fail: what the portfolio does not have is ignored, and
    /// told in [`Results::unknown`].
    pub fn results(&self, query: &Query) -> Results {
        let (mut selection, unknown) = self.resolve(query);
        let searching = words(&query.text).next().is_some();
        let found = searching.then(|| self.text().search(&query.text));
        selection.text = found
            .as_ref()
            .map(|found| RecordSet::of(self.index.records, found.documents().iter().copied()));
        let matches = self.index.select(&selection);
        let column = ColumnOrder::parse(&query.order, &self.index);
        let (same, column) = match column.and_then(ColumnOrder::as_sort) {
            Some(sort) => (Some(sort), None),
            None => (query.sort, column),
        };
        let sort = match same {
            Some(Sort::Relevance) | None if searching => Sort::Relevance,
            Some(Sort::Relevance) | None => Sort::Newest,
            Some(sort) => sort,
        };
        let ordered = self.ordered(sort).iter().copied();
        let mut projects: Vec<u32> = ordered
            .filter(|&record| matches.records.contains(record))
            .collect();
        if let (Sort::Relevance, Some(found)) = (sort, &found) {
            // The sort is stable, so that ties stay newest first.
            sort_positions(&mut projects, &mut |one, other| {
                found.score(other).total_cmp(&found.score(one))
            });
        }
        if let Some(order) = column {
            self.sort_by_column(&mut projects, order);
        }
        Results {
            projects,
            sort,
            column,
            matches,
            unknown,
        }
    }

    /// Works out an order of all projects, for whoever would rather not wait for it when it is
    /// first asked for.
    pub fn order_ahead(&self, sort: Sort) {
        self.ordered(sort);
    }

    /// Sorts projects by a column; what is equal there keeps its order.
    fn sort_by_column(&self, projects: &mut [u32], order: ColumnOrder) {
        let mut columns = SortColumn::all(&self.index).zip(&self.ranks);
        let Some((column, known)) = columns.find(|(column, _)| *column == order.column) else {
            return;
        };
        let ranks =
            known.get_or_init(|| ranks(column, &self.portfolio, &self.index, self.place_names));
        let keys: Vec<_> = ranks.iter().map(|rank| order.key(*rank)).collect();
        sort_by_keys(projects, &keys);
    }

    /// All projects in an order; each is worked out once, when first asked for.
    fn ordered(&self, sort: Sort) -> &[u32] {
        let newest = self.newest.get_or_init(|| {
            let projects = &self.portfolio.projects;
            let mut order: Vec<u32> = (0..projects.len() as u32).collect();
            let keys = projects
                .iter()
                .map(dates)
                .map(|dates| (dates.is_none(), Reverse(dates)));
            sort_by_keys(&mut order, &keys.collect::<Vec<_>>());
            order
        });
        // The sorts are stable, so that ties stay newest first.
        match sort {
            Sort::Newest | Sort::Relevance => newest,
            Sort::Oldest => self.oldest.get_or_init(|| {
                let mut order = newest.clone();
                let begun = self
                    .portfolio
                    .projects
                    .iter()
                    .map(dates)
                    .map(|dates| dates.map(|it| it.0));
                let keys =
                    begun.map(|begun| (begun.is_none(), begun.map(Date::first_month), begun));
                sort_by_keys(&mut order, &keys.collect::<Vec<_>>());
                order
            }),
            Sort::Ending => self.ending.get_or_init(|| {
                let mut order = newest.clone();
                let ended = self.portfolio.projects.iter().map(ending);
                let keys = ended.map(|ended| (ended.is_none(), Reverse(ended)));
                sort_by_keys(&mut order, &keys.collect::<Vec<_>>());
                order
            }),
            Sort::Title => self.by_title.get_or_init(|| {
                let mut order = newest.clone();
                let keys = self
                    .portfolio
                    .projects
                    .iter()
                    .map(|project| sort_key(&project.title));
                sort_by_keys(&mut order, &keys.collect::<Vec<_>>());
                order
            }),
        }
    }

    /// Finds the values that a query names. A parent stands for its children.
    fn resolve(&self, query: &Query) -> (Selection, Vec<Choice>) {
        let mut selection = Selection {
            facets: vec![FacetSelection::default(); self.index.facets.len()],
            ..Selection::default()
        };
        if query.from.is_some() || query.to.is_some() {
            let (from, to) = (query.from.unwrap_or(0), query.to.unwrap_or(u16::MAX));
            // A range given backwards is meant forwards.
            selection.years = Some(from.min(to)..=from.max(to));
        }
        let mut unknown = Vec::new();
        for choice in &query.choices {
            let Some(meaning) = self.meaning(choice) else {
                unknown.push(choice.clone());
                continue;
            };
            if let Some(selected) = selection.facets.get_mut(meaning.facet) {
                let list = if choice.excluded {
                    &mut selected.excluded
                } else {
                    &mut selected.included
                };
                list.extend(meaning.values);
                sort_distinct(list);
            }
        }
        (selection, unknown)
    }
}

/// When a project began and ended; where one date is not stated, the other stands for it.
fn dates(project: &Project) -> Option<(Date, Date)> {
    let begun = project.start.or(project.end)?;
    Some((begun, project.end.unwrap_or(begun)))
}

/// When a project ended, to sort by: whether it goes on, else the month after its last, and the date.
fn ending(project: &Project) -> Option<(bool, u32, Option<Date>)> {
    let is_running = project.start.is_some() && project.end.is_none();
    let date = project.end;
    let after = date.map_or(0, Date::past_last_month);
    (is_running || date.is_some()).then_some((is_running, after, date))
}

/// The texts of a portfolio on their way into an index; see [`Explorer::index_text`].
#[derive(Debug, Default)]
pub struct TextIndexing {
    builder: TextIndexBuilder,
    /// How many projects have been read.
    read: usize,
}

impl TextIndexing {
    /// Reads every text of so many further projects, each under the weight of its kind.
    fn read(&mut self, portfolio: &Portfolio, place_names: PlaceNames, count: usize) {
        for project in portfolio.projects.iter().skip(self.read).take(count) {
            for_each_text(project, |weight, text| self.builder.field(weight, text));
            for mention in &project.countries {
                let local = (place_names.country)(mention.code);
                if let Some(local) = local.filter(|name| country::name(mention.code) != Some(name))
                {
                    self.builder.field(weight::NAME, local);
                }
            }
            self.builder.end_document();
            self.read += 1;
        }
    }
}

/// Hands out every text of a project that a visitor can read, and the names its countries go by.
fn for_each_text(project: &Project, mut field: impl FnMut(f32, &str)) {
    let mut optional = |weight: f32, text: &Option<String>| {
        if let Some(text) = text {
            field(weight, text);
        }
    };
    optional(weight::ACRONYM, &project.acronym);
    optional(weight::PROSE, &project.objective);
    optional(weight::PROSE, &project.summary);
    optional(weight::PROSE, &project.duration);
    optional(weight::PROSE, &project.note);
    for organisation in [&project.donors, &project.implementing, &project.partners]
        .into_iter()
        .flatten()
    {
        optional(weight::NAME, &organisation.acronym);
        optional(weight::PROSE, &organisation.note);
    }
    for related in &project.related {
        for text in [
            &related.acronym,
            &related.donor,
            &related.period,
            &related.relation,
        ] {
            optional(weight::PROSE, text);
        }
    }
    for mention in &project.countries {
        optional(weight::NAME, &mention.name);
    }
    field(weight::TITLE, &project.title);
    for mention in &project.countries {
        if let Some(name) = country::name(mention.code) {
            field(weight::NAME, name);
        }
        for name in country::other_names(mention.code) {
            field(weight::NAME, name);
        }
    }
    for organisation in [&project.donors, &project.implementing, &project.partners]
        .into_iter()
        .flatten()
    {
        field(weight::NAME, &organisation.name);
    }
    project
        .themes
        .iter()
        .for_each(|theme| field(weight::NAME, theme));
    for link in project.documents.iter().chain(&project.links) {
        field(weight::PROSE, &link.title);
    }
    project
        .related
        .iter()
        .for_each(|related| field(weight::PROSE, &related.title));
    for custom in &project.fields {
        custom
            .values
            .iter()
            .for_each(|value| field(weight::NAME, value));
    }
}

/// Whether a facet can narrow anything: it is to be shown, and somebody states a value.
pub fn is_useful(facet: &crate::facet::Facet) -> bool {
    let stated = facet
        .values
        .iter()
        .any(|value| value.key != crate::query::NOT_STATED);
    facet.shown && stated && !matches!(&facet.kind, FacetKind::Custom(name) if name.is_empty())
}
