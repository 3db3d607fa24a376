//! How many, as one of at most five shades.

/// Which shade a count gets. Class 0 is “none”; classes 1 to [`classes`]
/// hold the counts from 1 up, each a range of whole numbers.
///
/// Up to five, every count has a class of its own; beyond, the ranges grow
/// with the counts and begin at numbers that are easy to read.
///
/// ```
/// use atlas_engine::map::ColourScale;
/// let scale = ColourScale::of([1, 0, 2, 1]);
/// assert_eq!(scale.legend(), [(1, 1), (2, 2)]);
/// assert_eq!((scale.class(0), scale.class(2)), (0, 2));
/// ```
///
/// [`classes`]: ColourScale::classes
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ColourScale {
    /// The lowest count of each class, ascending; the first is 1.
    lowest: Vec<u32>,
    most: u32,
}

const MOST_CLASSES: u32 = 5;

impl ColourScale {
    /// The scale for these counts; their order does not matter.
    pub fn of(counts: impl IntoIterator<Item = u32>) -> Self {
        let most = counts.into_iter().max().unwrap_or(0);
        if most <= MOST_CLASSES {
            return Self {
                lowest: (1..=most).collect(),
                most,
            };
        }
        let ratio = fifth_root(f64::from(most));
        let mut exact = 1.0;
        let mut lowest = vec![1];
        for _ in 1..MOST_CLASSES {
            exact *= ratio;
            let last = lowest.last().copied().unwrap_or(0);
            let break_at = readable(exact).max(last + 1);
            if break_at <= most {
                lowest.push(break_at);
            }
        }
        Self { lowest, most }
    }

    /// How many classes there are beside “none”: 0 to 5.
    pub fn classes(&self) -> u8 {
        self.lowest.len() as u8
    }

    /// The class of a count: 0 for none, else 1 to [`ColourScale::classes`].
    pub fn class(&self, count: u32) -> u8 {
        self.lowest
            .iter()
            .filter(|&&lowest| lowest <= count)
            .count() as u8
    }

    /// The range of counts, first and last, of each class from 1 up.
    pub fn legend(&self) -> Vec<(u32, u32)> {
        let ends = self
            .lowest
            .iter()
            .skip(1)
            .map(|next| next - 1)
            .chain([self.most]);
        self.lowest.iter().copied().zip(ends).collect()
    }
}

/// Newton's way to the fifth root of a number from 1 to that of all that can be counted.
fn fifth_root(number: f64) -> f64 {
    let mut root: f64 = 100.0;
    for _ in 0..40 {
        let fourth = root * root * root * root;
        root -= (root * fourth - number) / (5.0 * fourth);
    }
    root
}

/// The nearest number that reads easily: 1 to 10, then 12, 15, 20, 25, 30, 40, 50, 60, 80, 100 …
fn readable(exact: f64) -> u32 {
    const STEPS: [f64; 10] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0];
    if exact <= 10.0 {
        return exact.round() as u32;
    }
    let mut decade = 10.0;
    while exact >= decade * 10.0 {
        decade *= 10.0;
    }
    let nearest = STEPS.into_iter().chain([10.0]).min_by(|a, b| {
        (a * decade - exact)
            .abs()
            .total_cmp(&(b * decade - exact).abs())
    });
    (nearest.unwrap_or(1.0) * decade).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn up_to_five_every_count_has_a_shade_of_its_own() {
        let scale = ColourScale::of([5, 1, 3]);
        assert_eq!(scale.legend(), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]);
    }

    #[test]
    fn beyond_five_the_ranges_begin_at_readable_numbers() {
        let scale = ColourScale::of([1, 240, 12]);
        assert_eq!(
            scale.legend(),
            [(1, 2), (3, 8), (9, 24), (25, 79), (80, 240)]
        );
    }

    #[test]
    fn without_a_project_there_is_no_class() {
        assert_eq!(ColourScale::of([]).classes(), 0);
        assert_eq!(ColourScale::of([0, 0]).legend(), []);
        assert_eq!(ColourScale::of([]).class(3), 0);
    }

    #[test]
    fn a_fifth_root_is_one() {
        for number in [1.0, 6.0, 32.0, 1e5, f64::from(u32::MAX)] {
            assert!((fifth_root(number) - f64::powf(number, 0.2)).abs() < 1e-10);
        }
    }

    proptest! {
        #[test]
        fn the_legend_covers_every_count_once_and_in_order(
            counts in proptest::collection::vec(any::<u32>().prop_map(|count| count >> (count % 32)), 1..40),
        ) {
            let scale = ColourScale::of(counts.iter().copied());
            let legend = scale.legend();
            prop_assert!(legend.len() <= 5);
            let mut next = 1;
            for &(from, to) in &legend {
                prop_assert_eq!(from, next);
                prop_assert!(to >= from);
                next = to.saturating_add(1);
            }
            for &count in &counts {
                let class = usize::from(scale.class(count));
                prop_assert_eq!(class == 0, count == 0);
                if let Some(&(from, to)) = class.checked_sub(1).and_then(|at| legend.get(at)) {
                    prop_assert!((from..=to).contains(&count));
                }
            }
        }
    }
}
