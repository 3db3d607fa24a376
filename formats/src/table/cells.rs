//! What a single cell says, before it is known what its column is.

use crate::grid::Cell;
use std::borrow::Cow;

/// The text of a cell, without white space around it; empty for an empty one.
pub(super) fn text(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text.trim()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Date(date) => Cow::Owned(date.to_string()),
        Cell::Logical(logical) => Cow::Borrowed(if logical { "yes" } else { "no" }),
    }
}

/// What people write into a cell that has no value. “NA” is a country.
const NOTHING: [&str; 20] = [
    "-", "--", "–", "—", "n/a", "N/A", "n.a.", "N.A.", "#N/A", "null", "NULL", "nan", "NaN", "tbc",
    "TBC", "tbd", "TBD", "..", "...", "?",
];

/// The text of a cell that states a value.
pub(super) fn stated(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    let text = text(cell);
    (!text.is_empty() && !NOTHING.contains(&&*text)).then_some(text)
}

/// Whether a text is a number or an amount, perhaps with a currency or a unit.
pub(super) fn is_numeric(text: &str) -> bool {
    let (mut digits, mut letters) = (0_usize, 0_usize);
    for character in text.chars() {
        if character.is_numeric() {
            digits += 1;
        } else if character.is_alphabetic() {
            letters += 1;
        }
    }
    digits > 0 && letters <= 3 && letters <= digits && !is_code(text)
}

/// Whether a text begins with letters and a digit right after them, as codes do: `P12`. `EUR12` is an amount.
fn is_code(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_alphabetic);
    let letters = text.len() - rest.len();
    letters > 0 && letters != 3 && rest.starts_with(|it: char| it.is_ascii_digit())
}

/// Whether a text is a web address.
pub(super) fn is_address(text: &str) -> bool {
    let starts = |prefix: &str| {
        let start = text.get(..prefix.len());
        start.is_some_and(|it| it.eq_ignore_ascii_case(prefix))
    };
    starts("http://") || starts("https://") || starts("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_have_a_currency_or_a_unit() {
        for text in [
            "1",
            "1.234,50",
            "€ 100",
            "EUR 100",
            "EUR100",
            "5.172.338,50 kn",
            "12°",
            "-0.02",
        ] {
            assert!(is_numeric(text), "{text}");
        }
        for text in [
            "",
            "P12",
            "A1",
            "Q2 2013 and later",
            "Wells",
            "-",
            "route 66",
        ] {
            assert!(!is_numeric(text), "{text}");
        }
    }
}
