//! A portfolio that answers queries: combines facets, search and order.

mod amounts;
mod choosing;
pub mod searched;
pub mod text_search;

use crate::column_sort::{ColumnRanks, ResolvedOrder, ranks, resolve};
use crate::country::CountryCode;
use crate::explorer::searched::TextSearch;
use crate::facet::{
    BitSet, FacetIndex, FacetIndexing, FacetKey, FacetKind, FacetSelection, Matches,
    ResolvedChoice, Selection,
};
use crate::place_names::PlaceNames;
use crate::portfolio::{Amounts, Date, Portfolio, Project};
use crate::query::{Choice, ChoiceList, ColumnOrder, Query, Sort, View};
use crate::search::Correction;
use crate::sort::{sort_by_keys, sort_distinct, sort_positions};
use crate::string_table::StringTable;
use crate::text::{sort_key, words};
use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

/// From this many projects on, a list is more useful than cards.
const LIST_FROM: usize = 20;

/// A portfolio and its indexes.
#[derive(Debug)]
pub struct Explorer {
    portfolio: Arc<Portfolio>,
    place_names: PlaceNames,
    index: FacetIndex,
    search: OnceLock<Box<dyn TextSearch>>,
    amounts: OnceLock<Amounts>,
    newest: OnceLock<Vec<u32>>,
    oldest: OnceLock<Vec<u32>>,
    ending: OnceLock<Vec<u32>>,
    by_title: OnceLock<Vec<u32>>,
    column_ranks: ColumnRanks,
}

/// The results of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The matching projects, as positions in [`Portfolio::projects`], in display order.
    pub projects: Vec<u32>,
    /// Their order or, if they are sorted by a column, the order of those that are equal in it.
    pub sort: Sort,
    /// The column they are sorted by, unless a [`Sort`] gives the same order.
    pub column: Option<ColumnOrder>,
    /// How many projects each facet value and each year would give.
    pub matches: Matches,
    /// Choices that this portfolio does not have; they were ignored.
    pub unknown: Vec<Choice>,
    /// The searched text if it was corrected; otherwise empty, so that results can be compared.
    pub text: String,
    /// The corrections: words of that text that no project has, in its order, and their replacements.
    pub corrections: Vec<Correction>,
    /// The country that the search names, if it is only a country's name or code.
    pub country: Option<CountryCode>,
}

impl Explorer {
    /// Creates an explorer that can search, and indexes the facets. The text is indexed when first searched.
    pub fn new(portfolio: Portfolio) -> Self {
        Self::named(Arc::new(portfolio), PlaceNames::default())
    }

    /// Returns the same portfolio in another language; English names of places still find them.
    #[must_use]
    pub fn in_language(&self, place_names: PlaceNames) -> Self {
        let explorer = Self::without_search(Arc::clone(&self.portfolio), place_names);
        if let Some(search) = self.search.get() {
            explorer.enable_search(search.renewed());
        }
        explorer
    }

    /// Like [`Explorer::new`], with countries and regions named in a language.
    pub fn named(portfolio: Arc<Portfolio>, place_names: PlaceNames) -> Self {
        let explorer = Self::without_search(portfolio, place_names);
        explorer.enable_search(text_search::text_search());
        explorer
    }

    fn without_search(portfolio: Arc<Portfolio>, place_names: PlaceNames) -> Self {
        let mut opening = Opening::new(portfolio, place_names);
        while opening.step(usize::MAX) {}
        opening.finish()
    }

    /// Adds the [search](text_search::text_search), whose code a program can load later than the rest.
    /// Until then, the text of a query is ignored.
    pub fn enable_search(&self, search: Box<dyn TextSearch>) {
        // A search that is there already has the same results.
        drop(self.search.set(search));
    }

    /// Returns whether the text of a query is searched for.
    pub fn can_search(&self) -> bool {
        self.search.get().is_some()
    }

    /// Indexes up to `projects` more texts, so that the first search need not index them all. Returns
    /// whether any are left.
    pub fn index_text(&self, projects: usize) -> bool {
        let search = self.search.get();
        search.is_some_and(|search| search.index((&self.portfolio, self.place_names), projects))
    }

    /// Returns the portfolio.
    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// Returns the facets.
    pub fn facets(&self) -> &FacetIndex {
        &self.index
    }

    /// Returns the project at a position from [`Results::projects`].
    pub fn project(&self, record: u32) -> Option<&Project> {
        self.portfolio.projects.get(record as usize)
    }

    /// Returns the query in this portfolio's own keys: an address may name facets and values leniently
    /// (`country=ro`, `donor=European Union`), but the interface uses keys. Reversed years and
    /// amounts are swapped.
    ///
    /// Unknown choices stay, for [`Results::unknown`] to report. An order by an unknown column, an unknown
    /// facet of which all values must apply, and amounts in a currency that no project states are removed
    /// and reported in [`Query::ignored`]. A view that is the default is left out.
    #[must_use]
    pub fn canonical(&self, query: &Query) -> Query {
        let mut canonical = query.clone();
        let mut choices = ChoiceList::default();
        for choice in &query.choices {
            let (facet, value) = match self.resolve(choice) {
                Some(resolved) => (resolved.parameter, resolved.key),
                None => (&choice.facet, choice.value.as_str()),
            };
            choices.choose(facet, value, choice.excluded);
        }
        canonical.choices = choices.into_choices();
        canonical.view = query.view.filter(|view| *view != self.default_view());
        canonical.match_all.clear();
        for key in &query.match_all {
            let facet = self.index.resolve_facet(key);
            if let Some(facet) = facet.and_then(|at| self.index.facets.get(at)) {
                canonical.add_match_all(facet.key.clone());
            } else {
                canonical.ignored.push(["match=", key.as_str()].concat());
            }
        }
        if let (Some(from), Some(to)) = (query.from, query.to) {
            canonical.from = Some(from.min(to));
            canonical.to = Some(from.max(to));
        }
        self.settle_amounts(&mut canonical);
        if let Some(order) = &query.order
            && resolve(order, &self.index).is_none()
        {
            canonical.order = None;
            canonical.ignored.push(["order=", &order.key()].concat());
        }
        canonical
    }

    /// Returns the view that is open if a query names none: cards for a few projects, a list for more.
    pub fn default_view(&self) -> View {
        if self.portfolio.projects.len() < LIST_FROM {
            View::Cards
        } else {
            View::List
        }
    }

    /// Returns whether an address parameter names a facet, or parents of its values.
    pub fn knows(&self, parameter: &FacetKey) -> bool {
        self.index.knows(parameter)
    }

    /// Finds the value, or the parent of values, that a choice names; `None` if the portfolio does not
    /// have it.
    pub fn resolve(&self, choice: &Choice) -> Option<ResolvedChoice<'_>> {
        self.index.resolve(&choice.facet, &choice.value)
    }

    /// Answers a query. Never fails: unknown choices are ignored and reported in [`Results::unknown`].
    pub fn results(&self, query: &Query) -> Results {
        let (mut selection, unknown) = self.selection_of(query);
        let search = self.search.get();
        let search = search.filter(|_| words(&query.text).next().is_some());
        let searching = search.is_some();
        let searched =
            search.map(|search| search.search((&self.portfolio, self.place_names), &query.text));
        let searched = searched.as_ref();
        selection.text = searched.map(|searched| {
            let mut records = BitSet::empty(self.index.records);
            records.insert_all(&searched.documents);
            records
        });
        selection.amounts = self.in_amount_range(query);
        let matches = self.index.select(&selection);
        let order = query.order.as_ref();
        let resolved = order.and_then(|order| resolve(order, &self.index));
        let named = match resolved {
            Some(ResolvedOrder::Named(sort)) => Some(sort),
            _ => query.sort,
        };
        let sort = match named {
            Some(Sort::Relevance) | None if searching => Sort::Relevance,
            Some(Sort::Relevance) | None => Sort::Newest,
            Some(Sort::Amount) if self.amounts_of(query).is_none() => Sort::Newest,
            Some(sort) => sort,
        };
        let mut projects = matches.records.filter(self.ordered(sort));
        if let (Sort::Relevance, Some(found)) = (sort, searched) {
            // The sort is stable, so ties stay newest first.
            sort_positions(&mut projects, &mut |one, other| {
                found.score(other).total_cmp(&found.score(one))
            });
        }
        if sort == Sort::Amount {
            self.sort_by_amount(&mut projects, query, true);
        }
        let column = match resolved {
            Some(ResolvedOrder::Named(_)) | None => None,
            Some(ResolvedOrder::ByAmount) => {
                self.sort_by_amount(&mut projects, query, false);
                query.order.clone()
            }
            Some(ResolvedOrder::ByColumn {
                column,
                is_descending,
            }) => {
                let ranks = || ranks(column, &self.portfolio, &self.index, self.place_names);
                self.column_ranks
                    .sort(&mut projects, column, is_descending, &ranks);
                query.order.clone()
            }
        };
        let corrections = searched.map_or_else(Vec::new, |it| it.corrections.clone());
        let text = if corrections.is_empty() {
            String::new()
        } else {
            query.text.clone()
        };
        Results {
            projects,
            sort,
            column,
            matches,
            unknown,
            text,
            corrections,
            country: searched.and_then(|it| it.country),
        }
    }

    /// Computes the orders of all projects ahead of their first use, by steps: the keys of up to
    /// `projects` more titles, or one order. Start with the default `ordering`, and pass the same one
    /// each time. Returns whether anything is left to do.
    pub fn order_ahead(&self, ordering: &mut Ordering, projects: usize) -> bool {
        let of_titles = &mut ordering.titles;
        let left = self.portfolio.projects.get(of_titles.len()..);
        let left = left.unwrap_or_default();
        if ordering.next == 0 && !left.is_empty() {
            let further = left.iter().take(projects);
            of_titles.extend(further.map(|project| sort_key(&project.title)));
            return true;
        }
        let sort = Sort::ALL.get(ordering.next);
        ordering.next += 1;
        if sort == Some(&Sort::Title) {
            let keys = std::mem::take(of_titles);
            self.by_title.get_or_init(|| self.sorted_by(&keys));
        } else if let Some(sort) = sort {
            self.ordered(*sort);
        }
        sort.is_some()
    }

    /// Sorts all projects by their keys; those with equal keys stay newest first.
    fn sorted_by<K: Ord>(&self, keys: &[K]) -> Vec<u32> {
        let mut order = self.ordered(Sort::Newest).to_vec();
        sort_by_keys(&mut order, keys);
        order
    }

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
        match sort {
            // Those by relevance and by amounts depend on the query.
            Sort::Newest | Sort::Relevance | Sort::Amount => newest,
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
                let titles = self.portfolio.projects.iter().map(|it| &it.title);
                let keys = titles.map(|title| sort_key(title));
                self.sorted_by(&keys.collect::<Vec<_>>())
            }),
        }
    }

    /// Finds the values that a query names. A parent means its children.
    fn selection_of(&self, query: &Query) -> (Selection, Vec<Choice>) {
        let mut selection = Selection {
            facets: vec![FacetSelection::default(); self.index.facets.len()],
            ..Selection::default()
        };
        if query.has_years() {
            let (from, to) = (query.from.unwrap_or(0), query.to.unwrap_or(u16::MAX));
            selection.years = Some(from.min(to)..=from.max(to));
        }
        let match_all = query.match_all.iter();
        let match_all: Vec<usize> = match_all
            .filter_map(|facet| self.index.resolve_facet(facet))
            .collect();
        let mut unknown = Vec::new();
        // The same choice in another spelling adds nothing.
        let mut seen = StringTable::default();
        for choice in &query.choices {
            let Some(resolved) = self.resolve(choice) else {
                unknown.push(choice.clone());
                continue;
            };
            let sign = if choice.excluded { "!" } else { "=" };
            if !seen.insert(
                &[resolved.parameter.as_str(), sign, resolved.key].concat(),
                0,
            ) {
                continue;
            }
            if !choice.excluded && match_all.contains(&resolved.facet) {
                let values = resolved.values.into_owned();
                selection.all_of.push((resolved.facet, values));
            } else if let Some(selected) = selection.facets.get_mut(resolved.facet) {
                let list = if choice.excluded {
                    &mut selected.excluded
                } else {
                    &mut selected.included
                };
                list.extend_from_slice(&resolved.values);
            }
        }
        for selected in &mut selection.facets {
            sort_distinct(&mut selected.included);
            sort_distinct(&mut selected.excluded);
        }
        (selection, unknown)
    }
}

/// A project's start and end; if one is missing, the other. A running project ends after all others.
fn dates(project: &Project) -> Option<(Date, End)> {
    let begun = project.start.or(project.end)?;
    let end = match project.end {
        None if project.is_open_ended() => End::Open,
        end => End::At(end.unwrap_or(begun)),
    };
    Some((begun, end))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    At(Date),
    Open,
}

/// An explorer built step by step, so that a page can respond between steps; see [`Explorer::named`].
#[derive(Debug)]
pub struct Opening {
    portfolio: Arc<Portfolio>,
    place_names: PlaceNames,
    indexing: FacetIndexing,
}

impl Opening {
    /// Starts with a portfolio, and the names of places in a language.
    pub fn new(portfolio: Arc<Portfolio>, place_names: PlaceNames) -> Self {
        Self {
            portfolio,
            place_names,
            indexing: FacetIndexing::new(place_names),
        }
    }

    /// Indexes up to `projects` more projects, or one facet. Returns whether anything is left to do.
    pub fn step(&mut self, projects: usize) -> bool {
        self.indexing.step(&self.portfolio, projects)
    }

    /// Returns the explorer; call this when no step is left.
    pub fn finish(self) -> Explorer {
        let index = self.indexing.finish(&self.portfolio);
        Explorer {
            column_ranks: ColumnRanks::new(&index),
            index,
            portfolio: self.portfolio,
            place_names: self.place_names,
            search: OnceLock::new(),
            amounts: OnceLock::new(),
            newest: OnceLock::new(),
            oldest: OnceLock::new(),
            ending: OnceLock::new(),
            by_title: OnceLock::new(),
        }
    }
}

/// Orders that are computed step by step; see [`Explorer::order_ahead`].
#[derive(Debug, Default)]
pub struct Ordering {
    titles: Vec<String>,
    next: usize,
}

fn ending(project: &Project) -> Option<(bool, u32, Option<Date>)> {
    let is_running = project.is_open_ended();
    let date = project.end.or(project.start);
    let after = date.map_or(0, Date::past_last_month);
    (is_running || date.is_some()).then_some((is_running, after, date))
}

/// Returns whether a facet can narrow anything: the publisher wants it shown, and some project has a
/// value.
pub fn is_useful(facet: &crate::facet::Facet) -> bool {
    let stated = facet
        .values
        .iter()
        .any(|value| value.key != crate::query::NOT_STATED);
    facet.shown && stated && !matches!(&facet.kind, FacetKind::Custom(name) if name.is_empty())
}
