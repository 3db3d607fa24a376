//! A selection in figures: how many projects, where, when, and who funded them.

use crate::facet::{BitSet, FacetIndex, FacetKind};
use crate::query::NOT_STATED;

/// A set of projects in figures. Unlike the counts of [`crate::facet::Matches`], these are conjunctive:
/// they cover only the projects in the set.
///
/// ```
/// use atlas_engine::explorer::Explorer;
/// use atlas_engine::facet::FacetKind;
/// use atlas_engine::statistics::Statistics;
/// use atlas_engine::portfolio;
/// use atlas_engine::query::Query;
/// let file = r#"{ "title": "Ours", "projects": [
///     { "title": "Wells", "start": "2007", "countries": ["RO", "MD"], "donors": ["Ours"] },
///     { "title": "Roads", "start": "2009", "countries": ["RO"], "donors": ["Ours", "Theirs"] },
///     { "title": "Schools" }
/// ] }"#;
/// let explorer = Explorer::new(portfolio::read(file.as_bytes()).portfolio.unwrap());
/// let results = explorer.results(&Query::parse("country=RO"));
/// let figures = Statistics::of(explorer.facets(), &results.matches.records);
/// assert_eq!((figures.projects, figures.of), (2, 3));
/// assert_eq!(figures.stated(&FacetKind::Country), 2);
/// assert_eq!(figures.span, Some((2007, 2009)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// The number of projects in the set.
    pub projects: u32,
    /// The number of projects to choose from.
    pub of: u32,
    /// Every facet, in the order of [`FacetIndex::facets`].
    pub facets: Vec<FacetStatistics>,
    /// The first and last year in which any of them ran; `None` if none has dates.
    pub span: Option<(u16, u16)>,
    /// How many of them ran in each year of [`crate::facet::YearSpans::years`].
    pub years: Vec<u32>,
    /// How many of them ran in each period of [`crate::facet::YearSpans::periods`].
    pub periods: Vec<u32>,
    /// How many have no dates.
    pub undated: u32,
}

/// One facet of a set of projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetStatistics {
    /// What the facet is about.
    pub kind: FacetKind,
    /// The values that any of the projects has: most projects first, then in the order of the facet.
    pub values: Vec<ValueCount>,
    /// How many projects have no value.
    pub not_stated: u32,
}

/// A value and how many projects have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value, as a position in [`crate::facet::Facet::values`].
    pub value: u32,
    /// How many projects have it.
    pub count: u32,
}

impl Statistics {
    /// Returns the figures of the projects in a set.
    pub fn of(index: &FacetIndex, set: &BitSet) -> Self {
        let facets = index.facets.iter().map(|facet| {
            let counts = facet.column.count(set);
            let mut figures = FacetStatistics {
                kind: facet.kind.clone(),
                values: Vec::new(),
                not_stated: 0,
            };
            for ((value, &count), at) in facet.values.iter().zip(&counts).zip(0u32..) {
                if value.key == NOT_STATED {
                    figures.not_stated = count;
                } else if count > 0 {
                    figures.values.push(ValueCount { value: at, count });
                }
            }
            crate::sort::sort(&mut figures.values, |one, other| {
                other.count.cmp(&one.count)
            });
            figures
        });
        Self {
            projects: set.count(),
            of: index.records as u32,
            facets: facets.collect(),
            span: index.years.bounds_of(set),
            years: index.years.count(set),
            periods: index.years.count_periods(set),
            undated: index.years.count_undated(set),
        }
    }

    /// Returns how many values of a facet the projects state, such as how many countries or donors.
    pub fn stated(&self, kind: &FacetKind) -> usize {
        let mut facets = self.facets.iter();
        let facet = facets.find(|facet| facet.kind == *kind);
        facet.map_or(0, |facet| facet.values.len())
    }
}
