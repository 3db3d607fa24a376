//! The years in which each record ran.

use super::RecordSet;
use std::ops::RangeInclusive;

/// First and last year of every record; a record without dates has none.
#[derive(Clone, Debug)]
pub struct YearSpans {
    spans: Vec<(u16, u16)>,
    bounds: Option<(u16, u16)>,
    totals: Vec<u32>,
    undated: RecordSet,
}

/// Stands for “no dates”: a span that ends before it begins meets no range.
const UNDATED: (u16, u16) = (u16::MAX, 0);

impl YearSpans {
    /// Builds the spans from each record's first and last year, in order.
    pub fn new(records: impl IntoIterator<Item = Option<(u16, u16)>>) -> Self {
        let spans: Vec<_> = records
            .into_iter()
            .map(|span| {
                span.filter(|(first, last)| first <= last)
                    .unwrap_or(UNDATED)
            })
            .collect();
        let dated = || spans.iter().filter(|span| **span != UNDATED);
        let first = dated().map(|(first, _)| *first).min();
        let last = dated().map(|(_, last)| *last).max();
        let bounds = first.zip(last);
        let undated = (0u32..)
            .zip(&spans)
            .filter(|(_, span)| **span == UNDATED)
            .map(|(record, _)| record);
        let undated = RecordSet::of(spans.len(), undated);
        let mut years = Self {
            spans,
            bounds,
            totals: Vec::new(),
            undated,
        };
        years.totals = years.count_one_by_one(&RecordSet::full(years.spans.len()));
        years
    }

    /// Every year from the first record's first to the last record's last; empty without dates.
    pub fn years(&self) -> impl Iterator<Item = u16> + use<> {
        let (first, last) = self.bounds.unwrap_or((1, 0));
        first..=last
    }

    /// First and last year of all records, where any has dates.
    pub fn bounds(&self) -> Option<(u16, u16)> {
        self.bounds
    }

    /// First and last year of the records in a set, where any of them has dates.
    pub fn bounds_of(&self, set: &RecordSet) -> Option<(u16, u16)> {
        let mut bounds: Option<(u16, u16)> = None;
        set.for_each(|record| {
            if let Some(&(first, last)) = self.spans.get(record).filter(|span| **span != UNDATED) {
                let (begin, end) = bounds.unwrap_or((first, last));
                bounds = Some((begin.min(first), end.max(last)));
            }
        });
        bounds
    }

    /// The records that ran in any year of `range`. A record without dates never did.
    pub fn records(&self, range: &RangeInclusive<u16>) -> RecordSet {
        let ran = |&(first, last): &(u16, u16)| {
            first <= last && !range.is_empty() && first <= *range.end() && last >= *range.start()
        };
        let records = (0u32..).zip(&self.spans).filter(|(_, span)| ran(span));
        RecordSet::of(self.spans.len(), records.map(|(record, _)| record))
    }

    /// The records without dates.
    pub fn undated(&self) -> &RecordSet {
        &self.undated
    }

    /// How many records of `set` have no dates.
    pub fn count_undated(&self, set: &RecordSet) -> u32 {
        self.undated.count_common(set)
    }

    /// How many records ran in each of [`YearSpans::years`].
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// How many records of `set` ran in each of [`YearSpans::years`].
    pub fn count(&self, set: &RecordSet) -> Vec<u32> {
        if !set.is_most() {
            return self.count_one_by_one(set);
        }
        // Fewer are outside: count those, and take them off the totals.
        let outside = self.count_one_by_one(&set.complement());
        let pairs = self.totals.iter().zip(outside);
        pairs.map(|(total, outside)| total - outside).collect()
    }

    fn count_one_by_one(&self, set: &RecordSet) -> Vec<u32> {
        let Some((first, last)) = self.bounds else {
            return Vec::new();
        };
        // Steps up where a span begins and down past its end; summed up, they are the counts.
        let mut steps = vec![0i32; usize::from(last - first) + 2];
        let mut step = |year: u16, by: i32| {
            if let Some(step) = steps.get_mut(usize::from(year - first)) {
                *step += by;
            }
        };
        set.for_each(|record| {
            if let Some(&(begin, end)) = self.spans.get(record)
                && (begin, end) != UNDATED
            {
                step(begin, 1);
                step(end.saturating_add(1), -1);
            }
        });
        let mut running = 0;
        steps.pop();
        steps
            .into_iter()
            .map(|step| {
                running += step;
                running as u32
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_counts_in_every_year_it_ran() {
        let spans = YearSpans::new([
            Some((2007, 2010)),
            None,
            Some((2010, 2012)),
            Some((2010, 2010)),
        ]);
        assert_eq!(
            spans.years().collect::<Vec<_>>(),
            (2007..=2012).collect::<Vec<_>>()
        );
        assert_eq!(spans.count(&RecordSet::full(4)), [1, 1, 1, 3, 1, 1]);
        assert_eq!(
            spans.records(&(2011..=2030)).iter().collect::<Vec<_>>(),
            [2]
        );
        assert_eq!(spans.records(&RangeInclusive::new(2012, 2011)).count(), 0);
        assert_eq!(spans.undated().iter().collect::<Vec<_>>(), [1]);
        assert_eq!(spans.count_undated(&RecordSet::of(4, [0, 2])), 0);
    }

    #[test]
    fn without_dates_there_are_no_years() {
        let spans = YearSpans::new([None, Some((2012, 2011))]);
        assert_eq!(spans.years().count(), 0);
        assert!(spans.count(&RecordSet::full(2)).is_empty());
        assert_eq!(spans.records(&(0..=u16::MAX)).count(), 0);
    }
}
