use crate::facet::facets::FacetIndex;
use atlas_counting::{BitSet, Column, Intersections};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// The first and last year of a range, both included.
pub type YearRange = RangeInclusive<u16>;

/// What is selected, as positions in an index.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Selected values by facet, in the order of [`FacetIndex::facets`]; missing ones are empty.
    pub facets: Vec<FacetSelection>,
    /// Facets, by position, with some of their values: a record must have one of each. Unlike `facets`,
    /// this also applies to the counts of the facet itself.
    pub all_of: Vec<(usize, Vec<u32>)>,
    /// The selected years, if any.
    pub years: Option<YearRange>,
    /// The records whose amounts are in the selected range, if there is one.
    pub amounts: Option<BitSet>,
    /// The records that match the search text, if there is one.
    pub text: Option<BitSet>,
}

/// Selected values of one facet, as positions in [`super::Facet::values`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetSelection {
    /// A record must have one of these; if empty, all pass.
    pub included: Vec<u32>,
    /// A record must have none of these.
    pub excluded: Vec<u32>,
}

impl FacetSelection {
    /// Returns the records that pass; `None` if nothing is selected and all do.
    fn records(&self, column: &Column, universe: usize) -> Option<BitSet> {
        if self.included.is_empty() && self.excluded.is_empty() {
            return None;
        }
        let mut passing = if self.included.is_empty() {
            BitSet::full(universe)
        } else {
            column.bit_set(&self.included)
        };
        if !self.excluded.is_empty() {
            passing.subtract(&column.bit_set(&self.excluded));
        }
        Some(passing)
    }
}

/// The result of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// The records that pass every constraint.
    pub records: BitSet,
    /// By facet, then value: how many records would match with only this value selected in the facet,
    /// besides those of [`Selection::all_of`].
    pub facets: Vec<Vec<u32>>,
    /// By facet, then parent: the same for [`super::Facet::parents`].
    pub parents: Vec<Vec<u32>>,
    /// The same for each year of [`super::YearSpans::years`].
    pub years: Vec<u32>,
    /// The same for each period of [`super::YearSpans::periods`].
    pub periods: Vec<u32>,
    /// How many records without dates would match without the range of years, which excludes them.
    pub undated: u32,
    /// The records that pass every constraint but the range of amounts, if there is one: those that
    /// count for amounts. Without a range, these are all of `records`.
    pub of_any_amount: Option<BitSet>,
}

impl FacetIndex {
    /// Applies a selection: which records match, and how many each value would give. Counts are
    /// disjunctive: a facet's counts apply every constraint but its own [`Selection::facets`].
    pub fn select(&self, selection: &Selection) -> Matches {
        let years_at = self.facets.len();
        let amounts_at = years_at + 1;
        let text_at = amounts_at + 1;
        let mut constraints: Vec<(usize, Cow<BitSet>)> = Vec::new();
        for (at, (facet, selected)) in self.facets.iter().zip(&selection.facets).enumerate() {
            let passing = selected.records(&facet.column, self.records);
            constraints.extend(passing.map(|set| (at, Cow::Owned(set))));
        }
        if let Some(range) = &selection.years {
            constraints.push((years_at, Cow::Owned(self.years.records(range))));
        }
        if let Some(set) = &selection.amounts {
            constraints.push((amounts_at, Cow::Borrowed(set)));
        }
        if let Some(set) = &selection.text {
            constraints.push((text_at, Cow::Borrowed(set)));
        }
        if !selection.all_of.is_empty() {
            let mut passing = BitSet::full(self.records);
            for (facet, values) in &selection.all_of {
                // No record has as many values as a long address: most of it is never read.
                if passing.count() == 0 {
                    break;
                }
                if let Some(facet) = self.facets.get(*facet) {
                    passing.intersect(&facet.column.bit_set(values));
                }
            }
            constraints.push((text_at + 1, Cow::Owned(passing)));
        }

        let mut intersections = Intersections::new(self.records);
        for (_, set) in &constraints {
            intersections.add(set);
        }
        // `None` means all records, whose counts are the totals.
        let matching = (!constraints.is_empty()).then(|| intersections.of_all());
        let counting_for = |at: usize| {
            // Constraints are sorted by the position of what they constrain.
            let own = constraints.binary_search_by_key(&at, |(at, _)| *at);
            match own.ok().and_then(|own| constraints.get(own)) {
                Some(_) if constraints.len() == 1 => None,
                Some((_, own)) => Some(Cow::Owned(intersections.of_all_but(own))),
                None => matching.as_ref().map(Cow::Borrowed),
            }
        };
        let mut facets = Vec::with_capacity(self.facets.len());
        let mut parents = Vec::with_capacity(self.facets.len());
        for (at, facet) in self.facets.iter().enumerate() {
            let set = counting_for(at);
            let set = set.as_deref();
            facets.push(match set {
                Some(set) => facet.column.count(set),
                None => facet.column.totals(),
            });
            parents.push(match set {
                Some(set) => facet.groups.count(set),
                None => facet.groups.totals().to_vec(),
            });
        }
        let (years, periods, undated) = match counting_for(years_at) {
            Some(set) => (
                self.years.count(&set),
                self.years.count_periods(&set),
                self.years.count_undated(&set),
            ),
            None => (
                self.years.totals().to_vec(),
                self.years.period_totals().to_vec(),
                self.years.undated().count(),
            ),
        };
        let of_any_amount = selection.amounts.as_ref().map(|_| {
            let counting = counting_for(amounts_at);
            counting.map_or_else(|| BitSet::full(self.records), Cow::into_owned)
        });
        Matches {
            of_any_amount,
            facets,
            parents,
            years,
            periods,
            undated,
            records: matching.unwrap_or_else(|| BitSet::full(self.records)),
        }
    }
}
