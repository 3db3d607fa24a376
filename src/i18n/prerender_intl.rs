//! Numbers and dates as browsers write them, for prerendered pages. The text should not change when the
//! program takes over; a browser test compares the two. The data is CLDR's, as in Chromium.

use atlas_i18n::Language;

/// The short names of the months, in the form used before a year.
fn months(language: &Language) -> [&'static str; 12] {
    match language.code {
        "fr" => [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
            "nov.", "déc.",
        ],
        "de" => [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
            "Dez.",
        ],
        "es" => [
            "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
        ],
        "ar" => [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
        // English. Macedonian has its months in its own file.
        _ => [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
        ],
    }
}

pub(crate) fn month(language: &Language, month: u8) -> &'static str {
    let at = usize::from(month).saturating_sub(1);
    months(language).get(at).copied().unwrap_or_default()
}

pub(crate) fn after_day(language: &Language) -> &'static str {
    if language.code == "de" { "." } else { "" }
}

pub(crate) fn number(language: &Language, number: u32) -> String {
    let digits = number.to_string();
    // Spanish does not group numbers of four digits.
    if language.code == "es" && number < 10_000 {
        return digits;
    }
    let separator = match language.code {
        "fr" => '\u{202f}',
        "de" | "es" | "mk" => '.',
        _ => ',',
    };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

pub(crate) fn plural_category(language: &Language, number: u32) -> &'static str {
    let is_millions = number > 0 && number.is_multiple_of(1_000_000);
    match (language.code, number) {
        ("fr", 0 | 1) | ("en" | "de" | "es" | "ar", 1) => "one",
        ("fr" | "es", _) if is_millions => "many",
        ("mk", _) if number % 10 == 1 && number % 100 != 11 => "one",
        ("ar", 0) => "zero",
        ("ar", 2) => "two",
        ("ar", _) => match number % 100 {
            3..=10 => "few",
            11..=99 => "many",
            _ => "other",
        },
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> &'static Language {
        Language::parse(code).unwrap()
    }

    #[test]
    fn numbers_are_grouped_as_in_browsers() {
        for (code, given, written) in [
            ("en", 999, "999"),
            ("en", 1_234_567, "1,234,567"),
            ("fr", 1234, "1\u{202f}234"),
            ("de", 12_345, "12.345"),
            ("es", 1234, "1234"),
            ("es", 12_345, "12.345"),
        ] {
            assert_eq!(number(language(code), given), written, "{code} {given}");
        }
    }

    #[test]
    fn plurals_have_their_cldr_category() {
        for (code, given, category) in [
            ("en", 0, "other"),
            ("en", 1, "one"),
            ("fr", 0, "one"),
            ("fr", 2_000_000, "many"),
            ("mk", 21, "one"),
            ("mk", 111, "other"),
            ("ar", 0, "zero"),
            ("ar", 103, "few"),
            ("ar", 111, "many"),
            ("ar", 100, "other"),
        ] {
            assert_eq!(
                plural_category(language(code), given),
                category,
                "{code} {given}"
            );
        }
    }
}
