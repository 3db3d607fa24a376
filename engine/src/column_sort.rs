//! Sorting by a column: which columns there are, how an address names them, and the order they give.

use crate::country::PlaceNames;
use crate::facet::{Facet, FacetIndex, FacetKind};
use crate::portfolio::{Organisation, Portfolio, Project};
use crate::query::{NOT_STATED, Query, Sort};
use crate::sort::sort_by_keys;
use crate::text::sort_key;

/// A column that projects can be sorted by.
///
/// [`SortColumn::all`] is the only list of them: whatever it does not contain is not accepted in an
/// address, and whatever it contains can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortColumn {
    /// The title.
    Title,
    /// When a project ran; ascending is earliest start first.
    Period,
    /// The values of the facet at this position, by the names the source uses.
    Facet(usize),
}

/// An order by a column. What is not stated comes last, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOrder {
    /// The column.
    pub column: SortColumn,
    /// Whether from Z to A, and from late to early.
    pub backwards: bool,
}

/// Keeps apart the key of a publisher's own field that is called like a column of every table. A slug
/// has no dot.
const OWN_FIELD: &str = "field.";

impl SortColumn {
    /// The columns that are no facet.
    const BUILT_IN: [(Self, &str); 2] = [(Self::Title, "title"), (Self::Period, "period")];

    /// Every column of a portfolio.
    pub fn all(index: &FacetIndex) -> impl Iterator<Item = Self> {
        let built_in = Self::BUILT_IN.into_iter().map(|(column, _)| column);
        built_in.chain((0..index.facets.len()).map(Self::Facet))
    }

    /// Its name in an address; unique within a portfolio.
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
    /// Reads the order of an address: the key of a column, after a `-` backwards. `None` where the
    /// portfolio has no such column.
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

    /// The order of all views that is the same as this one, where there is one.
    pub fn as_sort(self) -> Option<Sort> {
        Sort::ALL
            .into_iter()
            .find(|sort| Self::of_sort(*sort) == Some(self))
    }

    /// The column that an order of all views goes by, where it is one.
    pub fn of_sort(sort: Sort) -> Option<Self> {
        let (column, backwards) = match sort {
            Sort::Newest => (SortColumn::Period, true),
            Sort::Oldest => (SortColumn::Period, false),
            Sort::Title => (SortColumn::Title, false),
            Sort::Ending | Sort::Relevance => return None,
        };
        Some(Self { column, backwards })
    }

    /// Asks for this order. Projects that are equal in a column stay in the order that was asked for
    /// before.
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

    /// A number to sort by for the rank of a project in the column: see [`ranks`].
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

/// The rank of a project that states nothing under a column.
const SILENT: u32 = u32::MAX;

/// The place of every project of a portfolio in the ascending order of a column; equal projects have
/// the same, and those that state nothing have one of their own.
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

/// What a project states under a facet, by the names its source uses and in its order.
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
