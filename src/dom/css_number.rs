//! Lengths for style sheets and drawings. Formatted by hand, because the formatting of floating-point
//! numbers is as large in the program as a whole component.

/// Returns `part` of `whole` as “12.34%”; 0 of 0 is 0%.
pub(crate) fn share(part: u32, whole: u32) -> String {
    percent(f64::from(part) / f64::from(whole.max(1)))
}

/// Returns the count of the longest bar of a list: the largest count below `whole`, if there is one. A
/// count that equals the `whole` is known without a bar, and would make the others too short to compare.
/// A bar for a larger count is cut off (see [`bar`]).
pub(crate) fn longest(counts: impl IntoIterator<Item = u32>, whole: u32) -> u32 {
    let (mut longest, mut max) = (0, 0);
    for count in counts {
        max = max.max(count);
        if count < whole {
            longest = longest.max(count);
        }
    }
    if longest == 0 { max } else { longest }
}

/// The length of a count's bar, compared with the longest bar drawn to scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Bar {
    /// Drawn to scale, as this share of the width.
    Whole(f64),
    /// Too long for the available width, and cut off.
    Cut,
}

/// Returns the bar of a count; the longest bar has the count `longest` (see [`longest`]).
pub(crate) fn bar(count: u32, longest: u32) -> Bar {
    if count > longest {
        Bar::Cut
    } else {
        Bar::Whole(f64::from(count) / f64::from(longest.max(1)))
    }
}

/// Returns “12.34%” for 0.1234.
pub(crate) fn percent(share: f64) -> String {
    let mut text = decimal(share * 100.0);
    text.push('%');
    text
}

/// Returns “12.34px” for 12.34.
pub(crate) fn pixels(length: f64) -> String {
    let mut text = decimal(length);
    text.push_str("px");
    text
}

/// Formats a number with two decimals: “-12.34”.
pub(crate) fn decimal(number: f64) -> String {
    with_decimals(number, 2)
}

/// Formats a number with six decimals, for factors of large lengths: “1.600012”.
pub(crate) fn precise(number: f64) -> String {
    with_decimals(number, 6)
}

fn with_decimals(number: f64, decimals: u32) -> String {
    let one = 10_u64.pow(decimals);
    let steps = (number * one as f64).round() as i64;
    let sign = if steps < 0 { "-" } else { "" };
    let steps = steps.unsigned_abs();
    let width = decimals as usize;
    format!("{sign}{}.{:0width$}", steps / one, steps % one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_all_projects_share_does_not_shorten_the_other_bars() {
        assert_eq!(longest([300, 21, 4], 300), 21);
        assert_eq!(bar(21, 21), Bar::Whole(1.0));
        assert_eq!(bar(7, 21), Bar::Whole(7.0 / 21.0));
        assert_eq!(bar(300, 21), Bar::Cut);
        assert_eq!(longest([6, 6], 6), 6);
        assert_eq!(bar(6, 6), Bar::Whole(1.0));
        assert_eq!(longest([], 6), 0);
        assert_eq!(bar(0, 0), Bar::Whole(0.0));
    }

    #[test]
    fn lengths_keep_two_decimals_and_their_sign() {
        assert_eq!(decimal(12.345_6), "12.35");
        assert_eq!(decimal(-0.05), "-0.05");
        assert_eq!(decimal(-0.001), "0.00");
        assert_eq!(percent(1.0), "100.00%");
        assert_eq!(share(1, 3), "33.33%");
        assert_eq!(share(0, 0), "0.00%");
        assert_eq!(precise(1.600_012_3), "1.600012");
    }
}
