//! Lengths as style sheets and drawings write them. Written out by hand: the formatting of floating-point
//! numbers weighs as much in the program as a whole component.

/// “12.34%”: `part` of `whole`. Nothing of nothing is nothing.
pub fn share(part: u32, whole: u32) -> String {
    percent(f64::from(part) / f64::from(whole.max(1)))
}

/// “12.34%” for 0.1234.
pub fn percent(share: f64) -> String {
    let mut text = decimal(share * 100.0);
    text.push('%');
    text
}

/// “12.34px”.
pub fn pixels(length: f64) -> String {
    let mut text = decimal(length);
    text.push_str("px");
    text
}

/// A number with two decimals: “-12.34”.
pub fn decimal(number: f64) -> String {
    with_decimals(number, 2)
}

/// A number with six decimals, for factors of large lengths: “1.600012”.
pub fn precise(number: f64) -> String {
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
