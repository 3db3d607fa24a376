//! The floor: counting in one plain pass over flat lists, without an index or a memo.
//!
//! A record that fails none of the selected facets counts in all; one that fails a single facet counts
//! there.

use crate::generate::FlatFacet;

/// Facets as flat lists of the smallest integer type that holds their values.
#[derive(Clone, Debug)]
pub struct Floor {
    facets: Vec<Flat>,
    records: usize,
}

#[derive(Clone, Debug)]
struct Flat {
    value_count: usize,
    offsets: Vec<u32>,
    values: Vec<u16>,
}

impl Flat {
    #[inline]
    fn values(&self, record: usize) -> &[u16] {
        match self.offsets.get(record..record + 2) {
            Some(&[begin, end]) => self
                .values
                .get(begin as usize..end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    #[inline]
    fn count(&self, record: usize, counts: &mut [u32]) {
        for &value in self.values(record) {
            if let Some(count) = counts.get_mut(usize::from(value)) {
                *count += 1;
            }
        }
    }
}

impl Floor {
    /// Creates a floor from generated facets.
    pub fn new(facets: &[FlatFacet]) -> Self {
        let flat = |facet: &FlatFacet| Flat {
            value_count: facet.value_count as usize,
            offsets: facet.offsets.clone(),
            values: facet.values.iter().map(|&value| value as u16).collect(),
        };
        let records = facets.first().map_or(0, |facet| facet.offsets.len() - 1);
        Self {
            facets: facets.iter().map(flat).collect(),
            records,
        }
    }

    /// Returns the matching records and all counts, with one value selected in each facet named.
    pub fn select(&self, selected: &[(usize, u16)]) -> (Vec<u32>, Vec<Vec<u32>>) {
        let counts = self.facets.iter().map(|facet| vec![0; facet.value_count]);
        let mut counts: Vec<Vec<u32>> = counts.collect();
        let mut matches = Vec::new();
        let wanted: Vec<(usize, &Flat, u16)> = selected
            .iter()
            .filter_map(|&(at, value)| Some((at, self.facets.get(at)?, value)))
            .collect();
        for record in 0..self.records {
            let mut failed = 0u32;
            for (at, facet, value) in &wanted {
                // No early exit: records have few values, and a branch misprediction costs more.
                let values = facet.values(record).iter();
                let passes = values.fold(0, |found, other| found | u8::from(other == value)) != 0;
                failed |= u32::from(!passes) << at;
            }
            if failed == 0 {
                matches.push(record as u32);
                for (facet, counts) in self.facets.iter().zip(&mut counts) {
                    facet.count(record, counts);
                }
            } else if failed.is_power_of_two() {
                let at = failed.trailing_zeros() as usize;
                if let (Some(facet), Some(counts)) = (self.facets.get(at), counts.get_mut(at)) {
                    facet.count(record, counts);
                }
            }
        }
        (matches, counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::{facet_index, facets};
    use atlas_engine::facet::{FacetSelection, Selection};

    #[test]
    fn the_floor_and_the_engine_find_the_same_matches_and_counts() {
        let facets = facets(3000);
        let index = facet_index(&facets, 3000);
        for rank in [0, 3, 20] {
            let (matches, counts) = Floor::new(&facets).select(&[(0, rank), (1, rank)]);
            let one = |value| FacetSelection {
                included: vec![value],
                excluded: Vec::new(),
            };
            let selection = Selection {
                facets: vec![one(u32::from(rank)), one(u32::from(rank))],
                ..Selection::default()
            };
            let ours = index.select(&selection);
            assert_eq!(ours.records.iter().collect::<Vec<_>>(), matches);
            assert_eq!(ours.facets, counts);
        }
    }
}
