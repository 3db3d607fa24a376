//! What the number format of a cell says about its number.

use super::serial::Precision;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberKind {
    Number,
    Date(Precision),
    Time,
    Percent,
}

/// The kind of a format that every workbook has, by its number (ECMA-376, part 1, 18.8.30).
pub(super) fn built_in(id: u32) -> NumberKind {
    match id {
        9 | 10 => NumberKind::Percent,
        17 | 55 => NumberKind::Date(Precision::Month),
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => NumberKind::Date(Precision::Day),
        18..=21 | 32..=35 | 45..=47 | 56 => NumberKind::Time,
        _ => NumberKind::Number,
    }
}

/// The kind of a format such as `dd/mm/yyyy` or `#,##0.00 "€"`.
pub(super) fn custom(code: &str) -> NumberKind {
    if ["general", "standard"].contains(&code.trim().to_lowercase().as_str()) {
        return NumberKind::Number;
    }
    let (mut year, mut month, mut day, mut time) = (false, false, false, false);
    let mut is_number = false;
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character.to_ascii_lowercase() {
            // Literals: a quoted text, an escaped character, a fill or a blank as wide as a character.
            '"' => while characters.next().is_some_and(|it| it != '"') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inner: String = characters.by_ref().take_while(|it| *it != ']').collect();
                let is_unit = |it: char| matches!(it.to_ascii_lowercase(), 'h' | 'm' | 's');
                if !inner.is_empty() && inner.chars().all(is_unit) {
                    return NumberKind::Time;
                }
            }
            // The format of positive numbers decides.
            ';' => break,
            '%' => return NumberKind::Percent,
            '#' | '?' => is_number = true,
            // Behind a time these are parts of seconds.
            '0' if !time => is_number = true,
            'y' => year = true,
            'm' => month = true,
            'd' => day = true,
            'h' | 's' => time = true,
            _ => {}
        }
    }
    match (year, month, day) {
        _ if is_number => NumberKind::Number,
        (_, _, true) => NumberKind::Date(Precision::Day),
        (_, true, _) if time && !year => NumberKind::Time,
        (true, true, _) => NumberKind::Date(Precision::Month),
        (true, ..) => NumberKind::Date(Precision::Year),
        (_, true, _) => NumberKind::Date(Precision::Month),
        _ if time => NumberKind::Time,
        _ => NumberKind::Number,
    }
}

/// A share as a percentage: `0.085` is `8.5%`.
pub(super) fn percentage(share: f64) -> String {
    let rounded = (share * 1e10).round() / 1e8;
    format!("{rounded}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_dates_times_shares_or_numbers() {
        use NumberKind::{Date, Number, Percent, Time};
        use Precision::{Day, Month, Year};
        let cases = [
            ("yyyy-mm-dd", Date(Day)),
            ("[$-409]d\\ mmm\\ yyyy;@", Date(Day)),
            ("DD/MM/YYYY HH:MM:SS.000", Date(Day)),
            ("mmm-yy", Date(Month)),
            ("yyyy", Date(Year)),
            ("h:mm AM/PM", Time),
            ("mm:ss.0", Time),
            ("[h]:mm:ss", Time),
            ("0.0%", Percent),
            ("General", Number),
            ("Standard", Number),
            ("@", Number),
            ("#,##0.00", Number),
            ("#,##0\\ \"days\"", Number),
            ("\"yes\"", Number),
            ("_-* #,##0.00\\ [$€-407]_-", Number),
            ("[Red]0.00", Number),
            ("0.00E+00", Number),
            ("[", Number),
            ("\"", Number),
            ("\\", Number),
        ];
        for (code, expected) in cases {
            assert_eq!(custom(code), expected, "{code}");
        }
        assert_eq!(built_in(14), Date(Day));
        assert_eq!(percentage(0.085), "8.5%");
        assert_eq!(percentage(0.07), "7%");
    }
}
