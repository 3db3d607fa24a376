use crate::sort;

/// The shade of a count. Class 0 is “none”; classes 1 to [`classes`] are ranges of the counts from 1 up.
///
/// Up to five different counts have a class each. More counts are split at natural breaks: the five
/// groups that differ least within themselves. Differences are ratios, because counts of projects have
/// long tails: 1 and 2 are as far apart as 100 and 200. Quantiles would put one country with 900
/// projects into a class with those that have 6.
///
/// Each class ends at a count that occurs, so none is empty. It begins just after the previous one, so
/// every other count, which filters may give, also has a class.
///
/// ```
/// use atlas_engine::map::ColourScale;
/// let scale = ColourScale::of([1, 0, 7, 1]);
/// assert_eq!(scale.legend(), [(1, 1), (2, 7)]);
/// assert_eq!((scale.class(0), scale.class(3), scale.class(7)), (0, 2, 2));
/// ```
///
/// [`classes`]: ColourScale::classes
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ColourScale {
    /// The highest count of each class, ascending.
    highest: Vec<u32>,
}

const MAX_CLASSES: usize = 5;

impl ColourScale {
    /// Returns the scale for these counts, in any order.
    pub fn of(counts: impl IntoIterator<Item = u32>) -> Self {
        let mut counts: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
        sort::sort_positions(&mut counts, &mut |one, other| one.cmp(&other));
        let values = distinct(&counts);
        let highest = if values.len() <= MAX_CLASSES {
            values.into_iter().map(|(value, _)| value).collect()
        } else {
            natural_breaks(&values)
        };
        Self { highest }
    }

    /// Returns the number of classes besides “none”: 0 to 5.
    pub fn classes(&self) -> u8 {
        self.highest.len() as u8
    }

    /// Returns the class of a count: 0 for none, otherwise 1 to [`ColourScale::classes`].
    pub fn class(&self, count: u32) -> u8 {
        if count == 0 {
            return 0;
        }
        let below = self.highest.iter().filter(|highest| **highest < count);
        (below.count() as u8 + 1).min(self.classes())
    }

    /// Returns the first and last count of each class from 1 up.
    pub fn legend(&self) -> Vec<(u32, u32)> {
        let mut from = 1;
        let ranges = self.highest.iter().map(|&highest| {
            let range = (from, highest);
            from = highest.saturating_add(1);
            range
        });
        ranges.collect()
    }
}

fn distinct(sorted: &[u32]) -> Vec<(u32, u32)> {
    let mut values: Vec<(u32, u32)> = Vec::new();
    for &value in sorted {
        match values.last_mut() {
            Some((last, times)) if *last == value => *times += 1,
            _ => values.push((value, 1)),
        }
    }
    values
}

/// Sums over the values up to a position, from which the spread of any run of values follows.
#[derive(Clone, Copy, Default)]
struct Sums {
    times: f64,
    logarithms: f64,
    squares: f64,
}

impl Sums {
    fn spread(self, until: Self) -> f64 {
        let times = until.times - self.times;
        let logarithms = until.logarithms - self.logarithms;
        until.squares - self.squares - logarithms * logarithms / times
    }
}

/// The last value of each of five groups (Fisher and Jenks). The time is quadratic in the number of
/// different counts, which is at most the number of countries.
fn natural_breaks(values: &[(u32, u32)]) -> Vec<u32> {
    let mut sums = vec![Sums::default()];
    let mut total = Sums::default();
    for &(value, times) in values {
        let (logarithm, times) = (logarithm(value), f64::from(times));
        total.times += times;
        total.logarithms += logarithm * times;
        total.squares += logarithm * logarithm * times;
        sums.push(total);
    }
    // The least spread of the first `n` values in this many groups, and where the last group begins.
    let spread = |from: usize, until: usize| match (sums.get(from), sums.get(until)) {
        (Some(from), Some(until)) => from.spread(*until),
        _ => f64::INFINITY,
    };
    let mut least: Vec<f64> = (0..=values.len()).map(|n| spread(0, n)).collect();
    let mut begins: Vec<Vec<usize>> = Vec::new();
    for groups in 2..=MAX_CLASSES {
        let mut next = vec![f64::INFINITY; values.len() + 1];
        let mut begin = vec![0; values.len() + 1];
        for until in groups..=values.len() {
            for from in groups - 1..until {
                let sum = least
                    .get(from)
                    .map_or(f64::INFINITY, |least| least + spread(from, until));
                if let (Some(next), Some(begin)) = (next.get_mut(until), begin.get_mut(until))
                    && sum < *next
                {
                    (*next, *begin) = (sum, from);
                }
            }
        }
        least = next;
        begins.push(begin);
    }
    let mut until = values.len();
    let mut highest: Vec<u32> = Vec::new();
    let mut add = |until: usize| {
        let last = until.checked_sub(1).and_then(|at| values.get(at));
        highest.extend(last.map(|(value, _)| *value));
    };
    add(until);
    for begin in begins.iter().rev() {
        until = begin.get(until).copied().unwrap_or(0);
        add(until);
    }
    highest.reverse();
    highest
}

/// Roughly the base-2 logarithm, from the exponent and the fraction of a floating-point number. The
/// exact function would take more program than the classes do.
fn logarithm(value: u32) -> f64 {
    const ONE: u64 = 1 << 52;
    f64::from(value).to_bits() as f64 / ONE as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn legend(counts: &[u32]) -> Vec<(u32, u32)> {
        ColourScale::of(counts.iter().copied()).legend()
    }

    #[test]
    fn up_to_five_different_counts_each_get_their_own_class() {
        assert_eq!(legend(&[4, 4, 4]), [(1, 4)]);
        assert_eq!(legend(&[1, 1, 900]), [(1, 1), (2, 900)]);
        assert_eq!(legend(&[5, 1, 3, 1]), [(1, 1), (2, 3), (4, 5)]);
        assert_eq!(
            legend(&[20, 60, 21, 61, 160]),
            [(1, 20), (21, 21), (22, 60), (61, 61), (62, 160)]
        );
    }

    #[test]
    fn an_outlier_gets_its_own_class() {
        let mut counts = vec![1; 40];
        counts.extend([2, 2, 2, 3, 3, 4, 5, 6, 900]);
        let classes = legend(&counts);
        assert_eq!(classes.len(), 5);
        assert_eq!(classes[0], (1, 1));
        assert_eq!(classes[4], (7, 900));
    }

    #[test]
    fn large_counts_are_spread_over_all_classes() {
        // As many projects per country as in a list of 3,000.
        let counts: Vec<u32> = (20..=169).step_by(4).collect();
        let scale = ColourScale::of(counts.iter().copied());
        let max = counts.len() / 2;
        for class in 1..=5 {
            let members = counts.iter().filter(|count| scale.class(**count) == class);
            let members = members.count();
            assert!((1..max).contains(&members), "{members} in {class}");
        }
    }

    #[test]
    fn without_projects_there_are_no_classes() {
        assert_eq!(ColourScale::of([]).classes(), 0);
        assert_eq!(legend(&[0, 0]), []);
        assert_eq!(ColourScale::of([]).class(3), 0);
    }

    #[test]
    fn a_higher_count_has_a_higher_logarithm() {
        for value in [1, 2, 3, 7, 1_000, u32::MAX - 1] {
            let step = logarithm(value + 1) - logarithm(value);
            assert!(step > 0.0 && step <= 1.0, "{value}");
        }
    }

    proptest! {
        #[test]
        fn classes_are_not_empty_and_cover_every_count_in_order(
            counts in proptest::collection::vec(any::<u32>().prop_map(|count| count >> (count % 32)), 1..60),
        ) {
            let scale = ColourScale::of(counts.iter().copied());
            let legend = scale.legend();
            let mut different: Vec<u32> = counts.iter().copied().filter(|count| *count > 0).collect();
            different.sort_unstable();
            different.dedup();
            prop_assert_eq!(legend.len(), different.len().min(5));
            prop_assert_eq!(usize::from(scale.classes()), legend.len());
            let mut next = 1;
            for (class, &(from, to)) in (1..).zip(&legend) {
                prop_assert_eq!(from, next);
                prop_assert!(to >= from);
                prop_assert!(different.contains(&to));
                prop_assert_eq!((scale.class(from), scale.class(to)), (class, class));
                next = to.saturating_add(1);
            }
            prop_assert_eq!(legend.last().map(|(_, to)| *to), different.last().copied());
            let mut before = 0;
            for count in different {
                let class = scale.class(count);
                prop_assert!(class >= before.max(1));
                before = class;
            }
            prop_assert_eq!(scale.class(0), 0);
        }

        #[test]
        fn the_order_of_counts_does_not_matter(
            counts in proptest::collection::vec(0..400_u32, 1..60).prop_shuffle(),
        ) {
            let mut sorted = counts.clone();
            sorted.sort_unstable();
            prop_assert_eq!(ColourScale::of(counts), ColourScale::of(sorted));
        }

        #[test]
        fn natural_breaks_minimise_the_spread_within_classes(
            counts in proptest::collection::vec(1..300_u32, 6..14),
        ) {
            let mut values = counts;
            values.sort_unstable();
            let values = distinct(&values);
            prop_assume!(values.len() > 5);
            let spread = |ends: &[usize]| {
                let mut from = 0;
                let mut sum = 0.0;
                for &end in ends {
                    let group = &values[from..end];
                    let times: f64 = group.iter().map(|(_, times)| f64::from(*times)).sum();
                    let mean = group.iter().map(|&(value, times)| logarithm(value) * f64::from(times)).sum::<f64>() / times;
                    sum += group.iter().map(|&(value, times)| (logarithm(value) - mean).powi(2) * f64::from(times)).sum::<f64>();
                    from = end;
                }
                sum
            };
            let highest = natural_breaks(&values);
            let chosen: Vec<usize> = highest.iter().map(|highest| values.iter().position(|(value, _)| value == highest).unwrap() + 1).collect();
            let chosen = spread(&chosen);
            let n = values.len();
            for a in 1..n { for b in a + 1..n { for c in b + 1..n { for d in c + 1..n {
                prop_assert!(chosen <= spread(&[a, b, c, d, n]) + 1e-6);
            } } } }
        }
    }
}
