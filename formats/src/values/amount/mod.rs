//! Amounts of money and other numbers as people write them.

mod beside;
mod coordinate;
mod heading;
mod number;
#[cfg(test)]
mod tests;
mod units;

use crate::values::digits::ascii_digit;
use atlas_engine::portfolio::{Currency, Money};
use beside::Beside;
pub(crate) use coordinate::coordinate;
pub(crate) use heading::{currency_in, factor_in};
use number::Number;

/// An amount, and what its text says of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) amount: Money,
    pub(crate) currency: Option<Currency>,
}

/// What the numbers of a column say of their decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalSign {
    /// The number has it, or has it not: `1.234,50`, `1.234.567`.
    Certain(char),
    /// `1,234`: three digits after the only sign.
    Ambiguous,
    /// No sign at all.
    None,
}

/// The longest text that is read as an amount, in bytes.
const MAX_BYTES: usize = 120;

/// Reads an amount. `decimal` is the decimal sign of the column; without it, the number's own form decides,
/// and three digits after the only sign are thousands.
pub(crate) fn parse(text: &str, decimal: Option<char>) -> Option<Written> {
    let parts = Parts::of(text, decimal)?;
    let number = match parts.exponent {
        Some(exponent) => format!("{}{exponent}", parts.number.to_decimal(parts.is_negative)),
        None => format!(
            "{}e{}",
            parts.number.to_decimal(parts.is_negative),
            parts.power
        ),
    };
    Some(Written {
        amount: Money::parse(&number)?,
        currency: parts.currency,
    })
}

/// What a number says of its decimal sign; `None` if the text is no number.
pub(crate) fn decimal_sign(text: &str) -> Option<DecimalSign> {
    Parts::of(text, None).map(|parts| parts.number.sign)
}

/// An amount in its parts.
struct Parts {
    number: Number,
    is_negative: bool,
    /// The exponent of a number that a program wrote: `E+06`.
    exponent: Option<String>,
    /// The power of ten that it is multiplied by.
    power: u8,
    currency: Option<Currency>,
}

impl Parts {
    fn of(text: &str, decimal: Option<char>) -> Option<Self> {
        let text = cleaned(text)?;
        let text = without_footnote(&text);
        let digit = |it: char| it.is_ascii_digit();
        let first = text.find(digit)?;
        // `.5`
        let first = text
            .get(..first)?
            .strip_suffix(['.', ','])
            .map_or(first, str::len);
        let end = text.rfind(digit)? + 1;
        let (before, rest) = text.split_at_checked(first)?;
        let (digits, after) = rest.split_at_checked(end - first)?;
        let (digits, exponent) = match digits.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, Some(format!("e{exponent}"))),
            None => (digits, None),
        };
        // `+49 301 234` is a telephone number.
        if before.contains('+') && digits.contains(' ') {
            return None;
        }
        let (is_negative, before, after) = signed(before, after)?;
        let mut beside = Beside::default();
        beside.read(before, false)?;
        beside.read(after, !after.starts_with(' '))?;
        beside.is_of_one_currency().then_some(())?;
        Some(Self {
            number: number::number(digits, decimal)?,
            is_negative,
            exponent,
            power: beside.power()?,
            currency: beside.currency(),
        })
    }
}

/// The text with ASCII digits, spaces, hyphens and apostrophes; `None` if it is too long.
fn cleaned(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_BYTES {
        return None;
    }
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        clean.push(match character {
            digit if let Some(value) = ascii_digit(digit) => char::from(b'0' + value),
            '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => continue,
            '’' | '‘' | 'ʼ' | '`' | '´' | '′' => '\'',
            '−' | '‐' | '‑' => '-',
            '—' => '–',
            '،' => ',',
            space if space.is_whitespace() => ' ',
            other => other,
        });
    }
    Some(clean)
}

/// The text without the mark of a footnote at its end: `*`, `1)`, `[1]`, `¹`.
fn without_footnote(text: &str) -> &str {
    let marks = |it: char| {
        matches!(
            it,
            '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁴' | '⁵' | ' '
        )
    };
    let text = text.trim_end_matches(marks);
    let Some(open) = text.strip_suffix([')', ']']) else {
        return text;
    };
    let number = open.trim_end_matches(|it: char| it.is_ascii_digit());
    let digits = open.len() - number.len();
    let amount = number.trim_end_matches(['(', '[']);
    let is_opened = amount.len() < number.len();
    let is_mark = (1..=2).contains(&digits)
        && (is_opened || number.ends_with(' '))
        && !amount.trim().is_empty();
    if is_mark && (is_opened || !text.contains('(')) {
        amount.trim_end_matches(marks)
    } else {
        text
    }
}

/// Whether the signs around a number make it negative, and what is around it without them: `-`, brackets, a hyphen
/// at the end, and the dash for no hundredths in `1'200.–`.
fn signed<'a>(before: &'a str, after: &'a str) -> Option<(bool, &'a str, &'a str)> {
    let after = match after.strip_prefix(['.', ',']) {
        Some(rest) => {
            let dashless = rest.trim_start_matches(['-', '–', '=']);
            let dashes = rest.get(..rest.len() - dashless.len())?.chars().count();
            match dashes {
                0 if rest.is_empty() || rest.starts_with(' ') => rest,
                1 | 2 => dashless,
                _ => return None,
            }
        }
        None => after,
    };
    let in_brackets = before.contains('(') && after.contains(')') && !after.contains('(');
    let minus = |it: char| matches!(it, '-' | '–');
    let is_minus =
        before.chars().filter(|it| minus(*it)).count() == 1 && has_minus_at_an_end(before, minus);
    let (after, is_trailing) = match after.strip_prefix('-') {
        Some(rest) if !is_minus && (rest.is_empty() || rest.starts_with(' ')) => (rest, true),
        _ => (after, false),
    };
    let has_other_sign = before.contains(minus) && !is_minus || has_dash_outside_words(after);
    let has_plus = before.trim() == "+";
    let is_unbalanced = !in_brackets
        && (before.contains('(') != before.contains(')')
            || after.contains('(') != after.contains(')'));
    if has_other_sign || is_unbalanced || before.contains('+') && !has_plus {
        return None;
    }
    Some((is_minus || in_brackets || is_trailing, before, after))
}

/// Whether a dash is anywhere but between letters, as in “US-Dollar”.
fn has_dash_outside_words(text: &str) -> bool {
    let outer = |part: &str| part.chars().next().is_none_or(|it| !it.is_alphabetic());
    text.contains('–') || text.split('-').skip(1).any(outer)
}

/// `-€ 5`, `€ -5`, but not `R-5`
fn has_minus_at_an_end(before: &str, minus: impl Fn(char) -> bool + Copy) -> bool {
    let after_word =
        |text: &str| text.trim_end().ends_with(char::is_alphanumeric) && !text.ends_with(' ');
    match before.trim_end().strip_suffix(minus) {
        Some(rest) => !after_word(rest),
        None => before.trim_start().starts_with(minus),
    }
}
