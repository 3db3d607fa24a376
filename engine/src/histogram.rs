//! The amounts of a portfolio as a histogram.

use crate::facet::BitSet;
use crate::portfolio::{CurrencyAmounts, Money};

/// The most buckets: three for each power of ten, so eight powers.
pub const MAX_BUCKETS: usize = 24;

/// Buckets between round amounts: 1, 2, 5, 10, 20, 50 … of the currency. The first one also holds
/// everything smaller, such as corrections below zero.
///
/// ```
/// use atlas_engine::histogram::Histogram;
/// use atlas_engine::portfolio;
/// let file = br#"{ "title": "Ours", "projects": [
///     { "title": "Wells", "budget": { "amount": 1500, "currency": "EUR" } },
///     { "title": "Roads", "budget": { "amount": 9000.5, "currency": "EUR" } }
/// ] }"#;
/// let portfolio = portfolio::read(file).portfolio.unwrap();
/// let amounts = portfolio::Amounts::of(&portfolio);
/// let histogram = Histogram::of(amounts.within(None).unwrap());
/// let from = histogram.buckets.iter().map(|it| it.from.to_string());
/// assert_eq!(from.collect::<Vec<_>>(), ["1000", "2000", "5000"]);
/// assert_eq!(histogram.totals, [1, 0, 1]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// The buckets, ascending and without gaps: at least one, at most [`MAX_BUCKETS`].
    pub buckets: Vec<Bucket>,
    /// How many projects each bucket has.
    pub totals: Vec<u32>,
    /// The bucket of each project that states an amount.
    members: Vec<(u32, u8)>,
}

/// A range of amounts, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The smallest amount: a round one, except perhaps in the first bucket.
    pub from: Money,
    /// The largest amount: a hundredth less than a round one.
    pub to: Money,
}

impl Histogram {
    /// Puts the amounts of all projects into buckets, in linear time.
    pub fn of(amounts: &CurrencyAmounts) -> Self {
        let totals = || amounts.totals.iter().map(|(_, total)| total.hundredths());
        let smallest = totals().min().unwrap_or(0);
        let largest = totals().max().unwrap_or(0);
        let buckets = buckets(smallest, largest);
        let mut histogram = Self {
            totals: vec![0; buckets.len()],
            buckets,
            members: Vec::with_capacity(amounts.totals.len()),
        };
        for (record, total) in &amounts.totals {
            let at = histogram.position(*total);
            histogram.members.push((*record, at as u8));
            if let Some(count) = histogram.totals.get_mut(at) {
                *count += 1;
            }
        }
        histogram
    }

    /// Returns the bucket of an amount; of one outside all buckets, the nearest.
    pub fn position(&self, amount: Money) -> usize {
        let above = self.buckets.partition_point(|bucket| bucket.from <= amount);
        above.saturating_sub(1)
    }

    /// Returns how many projects of a set are in each bucket.
    pub fn count(&self, set: &BitSet) -> Vec<u32> {
        let mut counts = vec![0; self.buckets.len()];
        for (record, at) in &self.members {
            if let (true, Some(count)) = (set.contains(*record), counts.get_mut(*at as usize)) {
                *count += 1;
            }
        }
        counts
    }
}

/// Returns the buckets from the largest amount down, because the small ones differ least.
fn buckets(smallest: i64, largest: i64) -> Vec<Bucket> {
    let bounds = round_bounds();
    let above = bounds.partition_point(|bound| *bound <= largest);
    let mut to = match bounds.get(above) {
        Some(bound) => bound - 1,
        None => i64::MAX,
    };
    let mut buckets = Vec::new();
    for from in bounds.iter().take(above).rev() {
        if to < smallest || buckets.len() + 1 == MAX_BUCKETS {
            break;
        }
        buckets.push(Bucket {
            from: Money::from_hundredths(*from),
            to: Money::from_hundredths(to),
        });
        to = from - 1;
    }
    if to >= smallest {
        buckets.push(Bucket {
            from: Money::from_hundredths(smallest),
            to: Money::from_hundredths(to),
        });
    }
    buckets.reverse();
    buckets
}

/// Returns every 1, 2 and 5 times a power of ten that fits, from one whole unit up, in hundredths.
fn round_bounds() -> Vec<i64> {
    let powers = std::iter::successors(Some(100_i64), |power| power.checked_mul(10));
    let bounds = powers.flat_map(|power| [1, 2, 5].map(|digit| power.checked_mul(digit)));
    bounds.flatten().collect()
}
