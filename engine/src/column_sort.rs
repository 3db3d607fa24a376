//! Sorting by a column: the columns, their names in an address, and their order.

use crate::facet::{Facet, FacetIndex, FacetKind};
use crate::place_names::PlaceNames;
use crate::portfolio::{Organisation, Portfolio, Project};
use crate::query::{NOT_STATED, Query, Sort};
use crate::sort::sort_by_keys;
use crate::text::sort_key;

/// A column to sort projects by. [`SortColumn::all`] is the only list: an address can name no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortColumn {
    /// The title.
    Title,
    /// When a project ran; ascending means earliest start first.
    Period,
    /// The values of the facet at this position, by the source's names.
    Facet(usize),
}

/// An order by a column. Projects without a value come last in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOrder {
    /// The column.
    pub column: SortColumn,
    /// Whether the order is descending: Z to A, latest to earliest.
    pub backwards: bool,
}

/// Marks the key of a custom field that is named like a built-in column. A slug has no dot.
const OWN_FIELD: &str = "field.";

impl SortColumn {
    const BUILT_IN: [(Self, &str); 2] = [(Self::Title, "title"), (Self::Period, "period")];

    /// Returns every column of a portfolio.
    pub fn all(index: &FacetIndex) -> impl Iterator<Item = Self> {
        let built_in = Self::BUILT_IN.into_iter().map(|(column, _)| column);
        built_in.chain((0..index.facets.len()).map(Self::Facet))
    }

    /// Returns the column's name in an address, unique within a portfolio.
    pub fn key(self, index: &FacetIndex) -> String {
        let mut built_in = Self::BUILT_IN.into_iter();
        if let Some((_, key)) = built_in.find(|(column, _)| *column == self) {
            return key.to_owned();
        }
        let facet = match self {
            Self::Facet(at) => index.facets.get(at),
            Self::Title | Self::Period => None,
        };
        let key = facet.map_or("", |facet| &facet.key);
        let is_taken = Self::BUILT_IN.iter().any(|(_, taken)| *taken == key);
        [if is_taken { OWN_FIELD } else { "" }, key].concat()
    }
}

impl ColumnOrder {
    /// Parses a column's key from an address, after `-` if descending; `None` for an unknown column.
    pub fn parse(order: &str, index: &FacetIndex) -> Option<Self> {
        let (key, backwards) = match order.strip_prefix('-') {
            Some(key) => (key, true),
            None => (order, false),
        };
        if key.is_empty() {
            return None;
        }
        let column = SortColumn::all(index).find(|column| column.key(index) == key)?;
        Some(Self { column, backwards })
    }

    /// Returns the [`Sort`] that gives the same order, if there is one.
    pub fn as_sort(self) -> Option<Sort> {
        Sort::ALL
            .into_iter()
            .find(|sort| Self::of_sort(*sort) == Some(self))
    }

    /// Returns the column that a [`Sort`] orders by, if it is one.
    pub fn of_sort(sort: Sort) -> Option<Self> {
        let (column, backwards) = match sort {
            Sort::Newest => (SortColumn::Period, true),
            Sort::Oldest => (SortColumn::Period, false),
            Sort::Title => (SortColumn::Title, false),
            Sort::Ending | Sort::Relevance => return None,
        };
        Some(Self { column, backwards })
    }

    /// Puts this order into the query. Projects that are equal in a column keep their previous order.
    pub fn ask(self, query: &mut Query, index: &FacetIndex) {
        query.order.clear();
        if let Some(sort) = self.as_sort() {
            query.sort = Some(sort);
        } else {
            if self.backwards {
                query.order.push('-');
            }
            query.order.push_str(&self.column.key(index));
        }
    }

    /// Returns the sort key of a project's rank in the column (see [`ranks`]).
    pub(crate) fn key(self, rank: u32) -> (bool, u32) {
        let is_silent = rank == SILENT;
        let key = if self.backwards && !is_silent {
            u32::MAX - rank
        } else {
            rank
        };
        (is_silent, key)
    }
}

const SILENT: u32 = u32::MAX;

/// Returns the rank of every project in the ascending order of a column. Equal projects have equal
/// ranks; those that state nothing have [`SILENT`].
pub(crate) fn ranks(
    column: SortColumn,
    portfolio: &Portfolio,
    index: &FacetIndex,
    places: PlaceNames,
) -> Vec<u32> {
    let projects = (0u32..).zip(&portfolio.projects);
    let text = |(record, project): (u32, &Project)| match column {
        SortColumn::Title => sort_key(&project.title),
        SortColumn::Period => {
            let begun = project.start.or(project.end);
            begun.map_or_else(String::new, |begun| begun.to_string())
        }
        SortColumn::Facet(at) => {
            let facet = index.facets.get(at);
            let names = facet.map(|facet| stated_names(facet, record, project, places));
            sort_key(&names.unwrap_or_default().join(", "))
        }
    };
    let keys: Vec<String> = projects.map(text).collect();
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    sort_by_keys(&mut order, &keys);
    let mut ranks = vec![SILENT; keys.len()];
    let (mut rank, mut last) = (0, "");
    for record in order {
        let key = keys.get(record as usize).map_or("", String::as_str);
        if key != last {
            (rank, last) = (rank + 1, key);
        }
        if let (Some(place), false) = (ranks.get_mut(record as usize), key.is_empty()) {
            *place = rank;
        }
    }
    ranks
}

fn stated_names(facet: &Facet, record: u32, project: &Project, places: PlaceNames) -> Vec<String> {
    let organisations = |list: &[Organisation]| list.iter().map(Organisation::full_name).collect();
    match facet.kind {
        FacetKind::Country => {
            let names = project.countries.iter().map(|mention| {
                let name = mention
                    .own_name()
                    .or_else(|| (places.country)(mention.code));
                name.unwrap_or(mention.code.as_str()).to_owned()
            });
            names.collect()
        }
        FacetKind::Donor => organisations(&project.donors),
        FacetKind::Implementing => organisations(&project.implementing),
        FacetKind::Partner => organisations(&project.partners),
        FacetKind::Theme | FacetKind::Status | FacetKind::Custom(_) => {
            let values = facet.column.values(record).iter();
            let values = values.filter_map(|&at| facet.values.get(at as usize));
            let stated = values.filter(|value| value.key != NOT_STATED);
            stated.map(|value| value.name.clone()).collect()
        }
    }
}
