//! Projects related to a project, and why.

use crate::facet::{FacetIndex, FacetKind};
use crate::query::NOT_STATED;
use crate::sort;

/// A project that shares something with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The project, as a position in the portfolio.
    pub record: u32,
    /// How much they share: the sum of [`rarity`] over `shared`.
    pub score: u32,
    /// What they share, rarest first.
    pub shared: Vec<Shared>,
}

/// A value that two projects share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The facet, as a position in [`FacetIndex::facets`].
    pub facet: usize,
    /// The value, as a position in [`crate::facet::Facet::values`].
    pub value: u32,
}

/// Returns how significant it is that two projects share a value that `having` of `of` projects have:
/// the binary logarithm of `(of + 1) / having`, in 256ths. A value that all share is hardly significant.
///
/// ```
/// use atlas_engine::related::rarity;
/// assert_eq!(rarity(1, 1023), 2560);
/// assert!(rarity(2, 100) > rarity(3, 100) && rarity(100, 100) > 0);
/// ```
pub fn rarity(having: u32, of: u32) -> u32 {
    let rarity = log2(u64::from(of) + 1).saturating_sub(log2(u64::from(having)));
    rarity.max(1)
}

/// The binary logarithm in 256ths, linear between powers of two.
fn log2(number: u64) -> u32 {
    let number = number.max(1);
    let whole = number.ilog2();
    // From 256 to 511: the number as a share of the power of two below it.
    let share = (number << 8) >> whole;
    whole * 256 + share as u32 - 256
}

/// Returns up to `max` projects that share countries, donors, agencies, partners or themes with a
/// project, by how much they share and how rare it is, then in the portfolio's order. Reads only the
/// records of the project's own values.
pub fn related(index: &FacetIndex, record: u32, max: usize) -> Vec<Related> {
    let mut scores = vec![0u32; index.records];
    for (_, _, having, weight) in stated_values(index, record) {
        for &other in having {
            if let Some(score) = scores.get_mut(other as usize) {
                *score += weight;
            }
        }
    }
    if let Some(own) = scores.get_mut(record as usize) {
        *own = 0;
    }
    let mut best: Vec<Related> = Vec::new();
    for (other, &score) in (0u32..).zip(&scores).filter(|(_, score)| **score > 0) {
        let place = best.iter().position(|ranked| ranked.score < score);
        let place = place.unwrap_or(best.len());
        if place < max {
            best.truncate(max - 1);
            best.insert(
                place,
                Related {
                    record: other,
                    score,
                    shared: Vec::new(),
                },
            );
        }
    }
    let mut values: Vec<_> = stated_values(index, record).collect();
    sort::sort(&mut values, |one, other| other.3.cmp(&one.3));
    for ranked in &mut best {
        for &(facet, value, having, _) in &values {
            if having.binary_search(&ranked.record).is_ok() {
                ranked.shared.push(Shared { facet, value });
            }
        }
    }
    best
}

/// The values of a project that can relate it to others: facet, value, records with it, significance.
fn stated_values(
    index: &FacetIndex,
    record: u32,
) -> impl Iterator<Item = (usize, u32, &[u32], u32)> {
    let facets = index.facets.iter().enumerate();
    let relating =
        facets.filter(|(_, facet)| !matches!(facet.kind, FacetKind::Custom(_) | FacetKind::Status));
    relating.flat_map(move |(at, facet)| {
        let values = facet.column.values(record).iter();
        let stated = values.filter(|value| {
            let value = facet.values.get(**value as usize);
            value.is_some_and(|value| value.key != NOT_STATED)
        });
        stated.map(move |&value| {
            let having = facet.column.records(value);
            let weight = rarity(having.len() as u32, index.records as u32);
            (at, value, having, weight)
        })
    })
}
