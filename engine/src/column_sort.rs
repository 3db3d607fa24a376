//! The columns of a portfolio that results can be sorted by, and the order they give.

use crate::facet::{Facet, FacetIndex, FacetKind};
use crate::place_names::PlaceNames;
use crate::portfolio::{Organisation, Portfolio, Project};
use crate::query::{ColumnOrder, NOT_STATED, Sort, SortColumn};
use crate::sort::sort_by_keys;
use crate::text::sort_key;
use std::sync::OnceLock;

/// Returns every column of a portfolio. There are no others to sort by.
#[inline(never)]
pub fn columns(index: &FacetIndex) -> Vec<SortColumn> {
    let mut columns = SortColumn::BUILT_IN.to_vec();
    let facets = index.facets.iter();
    columns.extend(facets.map(|facet| SortColumn::Facet(facet.key.clone())));
    columns
}

/// An order by a column of a portfolio.
pub(crate) enum ResolvedOrder {
    /// The same as an order with a name. All orders by dates are.
    Named(Sort),
    /// Smallest total first; the opposite has a name.
    ByAmount,
    /// By the texts of a column. Projects without a text come last in either direction.
    ByColumn {
        /// The position among all [`columns`].
        column: usize,
        is_descending: bool,
    },
}

/// Finds the column that an order names; `None` if the portfolio does not have it.
pub(crate) fn resolve(order: &ColumnOrder, index: &FacetIndex) -> Option<ResolvedOrder> {
    if let Some(sort) = order.as_sort() {
        return Some(ResolvedOrder::Named(sort));
    }
    if order.column == SortColumn::Amount {
        return Some(ResolvedOrder::ByAmount);
    }
    let column = columns(index).iter().position(|it| *it == order.column)?;
    Some(ResolvedOrder::ByColumn {
        column,
        is_descending: order.is_descending,
    })
}

/// The ranks of all projects in each column, computed when they are first needed.
#[derive(Debug)]
pub(crate) struct ColumnRanks(Vec<OnceLock<Vec<u32>>>);

impl ColumnRanks {
    pub(crate) fn new(index: &FacetIndex) -> Self {
        Self(columns(index).iter().map(|_| OnceLock::new()).collect())
    }

    /// Sorts projects by a column. `compute` returns the ranks of its projects (see [`ranks`]).
    #[inline(never)]
    pub(crate) fn sort(
        &self,
        projects: &mut [u32],
        column: usize,
        is_descending: bool,
        compute: &dyn Fn() -> Vec<u32>,
    ) {
        let Some(known) = self.0.get(column) else {
            return;
        };
        let ranks = known.get_or_init(compute);
        let key = |rank: &u32| match *rank {
            NO_VALUE => (true, NO_VALUE),
            rank if is_descending => (false, u32::MAX - rank),
            rank => (false, rank),
        };
        let keys: Vec<_> = ranks.iter().map(key).collect();
        sort_by_keys(projects, &keys);
    }
}

const NO_VALUE: u32 = u32::MAX;

/// Returns the rank of every project in the ascending order of a column. Equal projects have equal
/// ranks; those that state nothing have [`NO_VALUE`].
pub(crate) fn ranks(
    column: usize,
    portfolio: &Portfolio,
    index: &FacetIndex,
    places: PlaceNames,
) -> Vec<u32> {
    let column = columns(index).into_iter().nth(column);
    let facet = match &column {
        Some(SortColumn::Facet(key)) => index.facet(key),
        _ => None,
    };
    let projects = (0u32..).zip(&portfolio.projects);
    let text = |(record, project): (u32, &Project)| match &column {
        Some(SortColumn::Title) => sort_key(&project.title),
        Some(SortColumn::Facet(_)) => {
            let names = facet.map(|facet| stated_names(facet, record, project, places));
            sort_key(&names.unwrap_or_default().join(", "))
        }
        Some(SortColumn::Identifier) => sort_key(project.identifier.as_deref().unwrap_or_default()),
        // Dates and amounts are no texts: their orders are resolved to others.
        Some(SortColumn::Period | SortColumn::Amount) | None => String::new(),
    };
    let keys: Vec<String> = projects.map(text).collect();
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    sort_by_keys(&mut order, &keys);
    let mut ranks = vec![NO_VALUE; keys.len()];
    let (mut rank, mut last) = (0, "");
    for record in order {
        let key = keys.get(record as usize).map_or("", String::as_str);
        if key != last {
            (rank, last) = (rank + 1, key);
        }
        if let (Some(slot), false) = (ranks.get_mut(record as usize), key.is_empty()) {
            *slot = rank;
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
