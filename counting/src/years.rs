use super::BitSet;
use std::ops::RangeInclusive;

/// The first and last year of every record that has dates.
#[derive(Clone, Debug)]
pub struct YearSpans {
    spans: Vec<(u16, u16)>,
    bounds: Option<(u16, u16)>,
    totals: Vec<u32>,
    undated: BitSet,
    period_length: u16,
    period_totals: Vec<u32>,
}

/// The most periods; more years than this are grouped, several to a period.
const MAX_PERIODS: u16 = 60;

/// Means “no dates”: a span that ends before it begins overlaps no range.
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
        let undated = BitSet::of(spans.len(), undated);
        let mut years = Self {
            spans,
            bounds,
            totals: Vec::new(),
            undated,
            period_length: bounds.map_or(1, period_length),
            period_totals: Vec::new(),
        };
        let all = BitSet::full(years.spans.len());
        years.totals = years.count_one_by_one(&all, 1);
        years.period_totals = years.count_one_by_one(&all, years.period_length);
        years
    }

    /// Returns the periods in which years are shown: single years if there are at most 60, otherwise 2,
    /// 5, 10, 20 … years, cut at the bounds.
    pub fn periods(&self) -> Vec<(u16, u16)> {
        let Some((first, last)) = self.bounds else {
            return Vec::new();
        };
        let length = self.period_length;
        let mut periods = Vec::new();
        let mut begin = first - first % length;
        while begin <= last {
            let end = begin + length - 1;
            periods.push((begin.max(first), end.min(last)));
            begin = end + 1;
        }
        periods
    }

    /// Returns how many records ran in each of [`YearSpans::periods`].
    pub fn period_totals(&self) -> &[u32] {
        &self.period_totals
    }

    /// Returns how many records of `set` ran in each of [`YearSpans::periods`].
    pub fn count_periods(&self, set: &BitSet) -> Vec<u32> {
        self.count_by(set, self.period_length, &self.period_totals)
    }

    /// Returns every year from the first to the last of all records; empty without dates.
    pub fn years(&self) -> impl Iterator<Item = u16> + use<> {
        let (first, last) = self.bounds.unwrap_or((1, 0));
        first..=last
    }

    /// Returns the first and last year of all records, if any has dates.
    pub fn bounds(&self) -> Option<(u16, u16)> {
        self.bounds
    }

    /// Returns the first and last year of the records in a set, if any has dates.
    pub fn bounds_of(&self, set: &BitSet) -> Option<(u16, u16)> {
        let mut bounds: Option<(u16, u16)> = None;
        set.for_each(|record| {
            if let Some(&(first, last)) = self.spans.get(record).filter(|span| **span != UNDATED) {
                let (begin, end) = bounds.unwrap_or((first, last));
                bounds = Some((begin.min(first), end.max(last)));
            }
        });
        bounds
    }

    /// Returns the records that ran in any year of `range`; never those without dates.
    pub fn records(&self, range: &RangeInclusive<u16>) -> BitSet {
        let (from, to) = (*range.start(), *range.end());
        BitSet::by(self.spans.len(), |record| {
            let span = self.spans.get(record);
            span.is_some_and(|&(first, last)| {
                first <= last && from <= to && first <= to && last >= from
            })
        })
    }

    /// Returns the records without dates.
    pub fn undated(&self) -> &BitSet {
        &self.undated
    }

    /// Returns how many records of `set` have no dates.
    pub fn count_undated(&self, set: &BitSet) -> u32 {
        self.undated.count_common(set)
    }

    /// Returns how many records ran in each of [`YearSpans::years`].
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// Returns how many records of `set` ran in each of [`YearSpans::years`].
    pub fn count(&self, set: &BitSet) -> Vec<u32> {
        self.count_by(set, 1, &self.totals)
    }

    fn count_by(&self, set: &BitSet, length: u16, totals: &[u32]) -> Vec<u32> {
        if !set.is_majority() {
            return self.count_one_by_one(set, length);
        }
        let outside = self.count_one_by_one(&set.complement(), length);
        let pairs = totals.iter().zip(outside);
        pairs.map(|(total, outside)| total - outside).collect()
    }

    fn count_one_by_one(&self, set: &BitSet, length: u16) -> Vec<u32> {
        let Some((first, last)) = self.bounds else {
            return Vec::new();
        };
        let origin = first / length;
        // Steps up where a span begins and down after its end; their running sum is the counts.
        let mut steps = vec![0i32; usize::from(last / length - origin) + 2];
        let mut step = |at: u16, by: i32| {
            if let Some(step) = steps.get_mut(usize::from(at)) {
                *step += by;
            }
        };
        set.for_each(|record| {
            if let Some(&(begin, end)) = self.spans.get(record)
                && (begin, end) != UNDATED
            {
                step(begin / length - origin, 1);
                step(end / length - origin + 1, -1);
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

fn period_length((first, last): (u16, u16)) -> u16 {
    let mut lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].into_iter();
    let fits = |length: &u16| last / length - first / length < MAX_PERIODS;
    lengths.find(fits).unwrap_or(u16::MAX)
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
        assert_eq!(spans.count(&BitSet::full(4)), [1, 1, 1, 3, 1, 1]);
        assert_eq!(
            spans.records(&(2011..=2030)).iter().collect::<Vec<_>>(),
            [2]
        );
        assert_eq!(spans.records(&RangeInclusive::new(2012, 2011)).count(), 0);
        assert_eq!(spans.undated().iter().collect::<Vec<_>>(), [1]);
        assert_eq!(spans.count_undated(&BitSet::of(4, [0, 2])), 0);
    }

    #[test]
    fn many_years_are_grouped_into_at_most_sixty_periods() {
        for (first, last) in [
            (1, 9999),
            (201, 2012),
            (1990, 2049),
            (1990, 2050),
            (1999, 2100),
        ] {
            let spans = YearSpans::new([
                Some((first, first)),
                Some((last, last)),
                Some((first, last)),
            ]);
            let periods = spans.periods();
            assert!(periods.len() <= 60, "{first} to {last}: {}", periods.len());
            assert_eq!(periods.first().map(|it| it.0), Some(first));
            assert_eq!(periods.last().map(|it| it.1), Some(last));
            assert!(periods.windows(2).all(|two| two[0].1 + 1 == two[1].0));
            let counts = spans.count_periods(&BitSet::of(3, [0, 2]));
            assert_eq!(counts.len(), periods.len());
            assert_eq!((counts[0], counts[counts.len() - 1]), (2, 1));
            assert_eq!(spans.period_totals().iter().max(), Some(&2));
        }
        let one_a_year = YearSpans::new([Some((2007, 2012))]);
        assert_eq!(one_a_year.periods().len(), 6);
    }

    #[test]
    fn without_dates_there_are_no_years() {
        let spans = YearSpans::new([None, Some((2012, 2011))]);
        assert_eq!(spans.years().count(), 0);
        assert!(spans.count(&BitSet::full(2)).is_empty());
        assert_eq!(spans.records(&(0..=u16::MAX)).count(), 0);
    }
}
