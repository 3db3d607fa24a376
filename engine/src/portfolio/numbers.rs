//! Numbers of a portfolio, as whole numbers of a small unit: sums are exact, and the page needs no code
//! that reads floating-point numbers, which would add 10 kB.

use std::fmt;

/// An amount of money, in hundredths of a currency's unit. It may be negative, as corrections are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Returns the amount with this number of hundredths.
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// Returns the number of hundredths.
    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// Parses a number as in JSON, and rounds half a hundredth away from zero. `None` if the text is not a
    /// number or its hundredths do not fit into 64 bits.
    ///
    /// ```
    /// use atlas_engine::portfolio::Money;
    /// assert_eq!(Money::parse("1016252.855").map(Money::hundredths), Some(101_625_286));
    /// assert_eq!(Money::parse("4e4").map(|amount| amount.to_string()), Some("40000".to_owned()));
    /// assert_eq!(Money::parse("40,000"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        decimal(text, 2).map(Self)
    }

    /// Returns the amount without hundredths, half of a unit rounded away from zero.
    #[must_use]
    pub fn rounded(self) -> Self {
        let units = self.0 / 100 + (self.0 % 100) / 50;
        Self(units.saturating_mul(100))
    }

    /// Adds an amount in the same currency; the sum stops at the largest or smallest amount.
    #[must_use]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Writes a decimal number without zeros at its end: `1016252.86`, `40000`.
impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_decimal::<100>(formatter, self.0)
    }
}

/// An ISO 4217 code: three upper-case ASCII letters.
///
/// Only the shape is guaranteed: currencies are introduced and withdrawn.
///
/// ```
/// use atlas_engine::portfolio::Currency;
/// assert_eq!(Currency::parse("eur").map(|code| code.to_string()), Some("EUR".to_owned()));
/// assert_eq!(Currency::parse("€"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Parses three letters of either case; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let letters = <[u8; 3]>::try_from(text.as_bytes()).ok()?;
        let is_code = letters.iter().all(u8::is_ascii_alphabetic);
        is_code.then(|| Self(letters.map(|letter| letter.to_ascii_uppercase())))
    }

    /// Returns the three upper-case letters.
    pub fn as_str(&self) -> &str {
        // ASCII letters are always valid UTF-8.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A latitude or a longitude, in millionths of a degree: about a tenth of a metre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degrees(i32);

impl Degrees {
    /// Parses a latitude, a number from −90 to 90; see [`Money::parse`] for its form.
    pub fn latitude(text: &str) -> Option<Self> {
        Self::within(90, text)
    }

    /// Parses a longitude, a number from −180 to 180; see [`Money::parse`] for its form.
    ///
    /// ```
    /// use atlas_engine::portfolio::Degrees;
    /// assert_eq!(Degrees::longitude("-28.857").map(Degrees::millionths), Some(-28_857_000));
    /// assert_eq!(Degrees::longitude("180.5"), None);
    /// ```
    pub fn longitude(text: &str) -> Option<Self> {
        Self::within(180, text)
    }

    fn within(limit: i64, text: &str) -> Option<Self> {
        let millionths = decimal(text, 6)?;
        let limit = limit * 1_000_000;
        let fits = (-limit..=limit).contains(&millionths);
        fits.then_some(Self(millionths as i32))
    }

    /// Returns the number of millionths of a degree.
    pub fn millionths(self) -> i32 {
        self.0
    }
}

/// Writes a decimal number without zeros at its end.
impl fmt::Display for Degrees {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_decimal::<1_000_000>(formatter, self.0.into())
    }
}

/// A part of a whole, in hundredths of a per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

impl Share {
    /// Parses a number of per cent from 0 to 100; see [`Money::parse`] for its form.
    ///
    /// ```
    /// use atlas_engine::portfolio::Share;
    /// assert_eq!(Share::parse("33.333").map(Share::hundredths), Some(3333));
    /// assert_eq!(Share::parse("101"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let hundredths = decimal(text, 2)?;
        let fits = (0..=10_000).contains(&hundredths);
        fits.then_some(Self(hundredths as u16))
    }

    /// Returns the number of hundredths of a per cent, 0 to 10,000.
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

/// Writes per cent as a decimal number without zeros at its end.
impl fmt::Display for Share {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_decimal::<100>(formatter, self.0.into())
    }
}

/// The largest exponent that is told from larger ones: longer than any text.
const MAX_EXPONENT: i64 = 1 << 40;

/// Parses a number as in JSON, in units of a decimal place, rounded half away from zero. `None` if the
/// text is not a number, or one that does not fit.
fn decimal(text: &str, places: i64) -> Option<i64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent_digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let are_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if ![whole, fraction, exponent_digits]
        .into_iter()
        .all(are_digits)
    {
        return None;
    }
    let shift = exponent_digits.bytes().fold(0, |shift, digit| {
        (shift * 10 + i64::from(digit - b'0')).min(MAX_EXPONENT)
    });
    let shift = if exponent.starts_with('-') {
        -shift
    } else {
        shift
    };
    // How many digits are in front of the place that is rounded.
    let kept = whole.len() as i64 + places + shift;
    let mut magnitude = 0_u64;
    let mut at = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let digit = u64::from(digit - b'0');
        if at >= kept {
            let rounds_up = at == kept && digit >= 5;
            magnitude = magnitude.checked_add(rounds_up.into())?;
            break;
        }
        magnitude = magnitude.checked_mul(10)?.checked_add(digit)?;
        at += 1;
    }
    while at < kept && magnitude > 0 {
        magnitude = magnitude.checked_mul(10)?;
        at += 1;
    }
    if unsigned.len() < text.len() {
        0_i64.checked_sub_unsigned(magnitude)
    } else {
        magnitude.try_into().ok()
    }
}

/// Writes a number of `1 / UNIT`; the unit is a power of ten.
fn write_decimal<const UNIT: u64>(formatter: &mut fmt::Formatter<'_>, number: i64) -> fmt::Result {
    let magnitude = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    write!(formatter, "{sign}{}", magnitude / UNIT)?;
    let mut rest = magnitude % UNIT;
    if rest > 0 {
        formatter.write_str(".")?;
    }
    while rest > 0 {
        rest *= 10;
        write!(formatter, "{}", rest / UNIT)?;
        rest %= UNIT;
    }
    Ok(())
}

/// Returns the number that a text seems to mean (“40,000”, “€ 1.5”), as it is written in JSON. Of an
/// amount, three digits at the end are a group: it has no thousandths.
pub(super) fn meant(text: &str, is_amount: bool) -> Option<String> {
    let text = text.trim_matches(|it: char| it.is_whitespace() || "€$£¥%°".contains(it));
    let point = text.rfind(['.', ',']).filter(|point| {
        let digits = text.len() - point - 1;
        digits > 0 && !(is_amount && digits == 3)
    });
    let mut number = String::new();
    for (at, character) in text.char_indices() {
        match character {
            '0'..='9' => number.push(character),
            '-' | '−' if number.is_empty() => number.push('-'),
            _ if Some(at) == point => number.push('.'),
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' => {}
            _ => return None,
        }
    }
    decimal(&number, 6).map(|millionths| Millionths(millionths).to_string())
}

struct Millionths(i64);

impl fmt::Display for Millionths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_decimal::<1_000_000>(formatter, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_rounded_half_away_from_zero() {
        for (text, hundredths) in [
            ("0", 0),
            ("-0", 0),
            ("-0.0e-7", 0),
            ("0.004", 0),
            ("0.005", 1),
            ("-0.005", -1),
            ("0.5e-2", 1),
            ("5e-3", 1),
            ("49e-4", 0),
            ("0.0049999999999999999999999999", 0),
            ("12.345", 1235),
            ("-12.345", -1235),
            ("1.5E+3", 150_000),
            ("0.0000000000000000000000000000001e30", 10),
            ("100000000000000000000000000000e-27", 10_000),
            ("1e-99999999999999999999", 0),
            ("0e99999999999999999999", 0),
            ("92233720368547758.07", i64::MAX),
            ("-92233720368547758.08", i64::MIN),
            ("-92233720368547758.084", i64::MIN),
        ] {
            assert_eq!(decimal(text, 2), Some(hundredths), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_does_not_fit_is_none() {
        for text in [
            "",
            "-",
            "+1",
            ".5",
            "1.",
            "1e",
            "1e+",
            "e1",
            "1.2.3",
            "--1",
            "1 000",
            "40,000",
            "½",
            "٣",
            "NaN",
            "0x10",
            "1e17",
            "1e99999999999999999999",
            "92233720368547758.075",
            "-92233720368547758.085",
            "99999999999999999999999999",
        ] {
            assert_eq!(decimal(text, 2), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_rounded_to_whole_units() {
        for (amount, rounded) in [
            ("1016252.86", "1016253"),
            ("0.5", "1"),
            ("0.49", "0"),
            ("-0.5", "-1"),
            ("-7.49", "-7"),
        ] {
            let amount = Money::parse(amount).unwrap();
            assert_eq!(amount.rounded().to_string(), rounded);
        }
        let _fits = Money::from_hundredths(i64::MAX).rounded();
    }

    #[test]
    fn degrees_and_shares_have_limits() {
        let latitude = |text| Degrees::latitude(text).map(|it| it.to_string());
        assert_eq!(latitude("90").as_deref(), Some("90"));
        assert_eq!(latitude("-90.0000004").as_deref(), Some("-90"));
        assert_eq!(latitude("90.000001"), None);
        assert_eq!(latitude("4701e-2").as_deref(), Some("47.01"));
        let longitude = |text| Degrees::longitude(text).map(|it| it.to_string());
        assert_eq!(longitude("-180").as_deref(), Some("-180"));
        assert_eq!(longitude("-180.000001"), None);
        assert_eq!(longitude("-0.0000015").as_deref(), Some("-0.000002"));
        let share = |text| Share::parse(text).map(|it| it.to_string());
        assert_eq!(share("100").as_deref(), Some("100"));
        assert_eq!(share("0.5").as_deref(), Some("0.5"));
        assert_eq!(share("-1"), None);
        assert_eq!(share("100.01"), None);
    }

    #[test]
    fn only_three_letters_are_a_currency() {
        for text in ["", "EU", "EURO", "€", "E1R", "e r", "ÉU"] {
            assert_eq!(Currency::parse(text), None, "{text}");
        }
        assert_eq!(Currency::parse("usd"), Currency::parse("USD"));
    }

    #[test]
    fn the_number_that_a_text_means_is_guessed_from_its_separators() {
        for (text, is_amount, number) in [
            ("40,000", true, Some("40000")),
            ("40.000", true, Some("40000")),
            ("40000", true, Some("40000")),
            ("1.016.252,86", true, Some("1016252.86")),
            ("1,016,252.86", true, Some("1016252.86")),
            ("1’016’252.80", true, Some("1016252.8")),
            ("€ 1\u{202f}016\u{a0}252", true, Some("1016252")),
            ("−12,5", true, Some("-12.5")),
            ("28,857", false, Some("28.857")),
            ("47.01°", false, Some("47.01")),
            ("12,5 %", false, Some("12.5")),
            ("40,000.", true, Some("40000")),
            ("40,000 EUR", true, None),
            ("1.2 million", true, None),
            ("47°01'N", false, None),
            ("10-20", true, None),
            ("", true, None),
            ("-", true, None),
            (",5", true, None),
            ("99999999999999999999", true, None),
        ] {
            assert_eq!(meant(text, is_amount).as_deref(), number, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_parsed_as_it_is_written(hundredths in any::<i64>()) {
            let money = Money::from_hundredths(hundredths);
            let written = money.to_string();
            prop_assert_eq!(Money::parse(&written), Some(money));
            prop_assert!(!written.contains('.') || !written.ends_with(['0', '.']));
        }

        #[test]
        fn numbers_are_parsed_as_the_standard_library_does(
            whole in -99_999_i32..=99_999, fraction in 0_u32..1_000_000, exponent in -6_i32..=6,
        ) {
            let text = format!("{whole}.{fraction:06}e{exponent}");
            let exact = text.parse::<f64>().unwrap() * 100.0;
            let parsed = decimal(&text, 2).unwrap() as f64;
            // The standard library's number is not exact, so halves may be rounded either way.
            prop_assert!((parsed - exact).abs() <= 0.5 + exact.abs() * 1e-15, "{text}: {parsed}");
        }
    }
}
