//! The columns of a portfolio that results can be sorted by, and the order they give.

use crate::facet::{Facet, FacetIndex, FacetKind};
use crate::place_names::PlaceNames;
use crate::portfolio::{Organisation, Portfolio, Project};
use crate::query::{ColumnOrder, NOT_STATED, Sort, SortColumn};
use crate::sort::sort_by_keys;
use crate::text::sort_key;

/// Returns every column of a portfolio. There are no others to sort by.
pub fn columns(index: &FacetIndex) -> impl Iterator<Item = SortColumn> {
    let facets = index.facets.iter();
    let facets = facets.map(|facet| SortColumn::Facet(facet.key.clone()));
    [SortColumn::Title, SortColumn::Period]
        .into_iter()
        .chain(facets)
}

/// An order by a column of a portfolio.
pub(crate) enum ResolvedOrder {
    /// The same as an order with a name. All orders by dates are.
    Named(Sort),
    /// By the texts of a column.
    Texts(TextOrder),
}

/// An order by the texts of a column. Projects without a text come last in either direction.
pub(crate) struct TextOrder {
    pub(crate) column: TextColumn,
    is_descending: bool,
}

/// A column of texts.
#[derive(Clone, Copy)]
pub(crate) enum TextColumn {
    Title,
    /// The values of the facet at this position, by the source's names.
    Facet(usize),
}

/// Finds the column that an order names; `None` if the portfolio does not have it.
pub(crate) fn resolve(order: &ColumnOrder, index: &FacetIndex) -> Option<ResolvedOrder> {
    if let Some(sort) = order.as_sort() {
        return Some(ResolvedOrder::Named(sort));
    }
    let column = match &order.column {
        SortColumn::Title => TextColumn::Title,
        SortColumn::Facet(key) => TextColumn::Facet(index.position(key)?),
        // Dates are no texts: both orders by them have a name.
        SortColumn::Period => return None,
    };
    Some(ResolvedOrder::Texts(TextOrder {
        column,
        is_descending: order.is_descending,
    }))
}

impl TextOrder {
    /// Returns the sort key of a project's rank in the column (see [`ranks`]).
    pub(crate) fn key(&self, rank: u32) -> (bool, u32) {
        let is_silent = rank == SILENT;
        let key = if self.is_descending && !is_silent {
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
    column: TextColumn,
    portfolio: &Portfolio,
    index: &FacetIndex,
    places: PlaceNames,
) -> Vec<u32> {
    let projects = (0u32..).zip(&portfolio.projects);
    let text = |(record, project): (u32, &Project)| match column {
        TextColumn::Title => sort_key(&project.title),
        TextColumn::Facet(at) => {
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
