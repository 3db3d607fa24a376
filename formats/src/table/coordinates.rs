//! Latitudes and longitudes as people write them.

use atlas_engine::portfolio::Degrees;

/// A number with a decimal point or comma, perhaps with a degree sign: `44,567`, `-28.86°`.
pub(super) fn number(text: &str) -> Option<f64> {
    plain(text)?.parse().ok().filter(|it: &f64| it.is_finite())
}

/// A latitude, in decimal degrees or degrees, minutes and seconds: `47.01`, `47°01′12″N`.
pub(super) fn latitude(text: &str) -> Option<Degrees> {
    Degrees::latitude(&decimal(text, 'n', 's')?)
}

/// A longitude, in the same forms.
pub(super) fn longitude(text: &str) -> Option<Degrees> {
    Degrees::longitude(&decimal(text, 'e', 'w')?)
}

/// A latitude and a longitude in one text: `47.01, 28.86`, `47.01 28.86`, `47,01; 28,86`.
pub(super) fn pair(text: &str) -> Option<(Degrees, Degrees)> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']);
    let split = text.split_once(';').or_else(|| text.split_once(", "));
    let split = split
        .or_else(|| text.split_once(','))
        .or_else(|| text.split_once(' '));
    let (one, other) = split?;
    Some((latitude(one)?, longitude(other)?))
}

/// The number in the form of JSON.
fn plain(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('°').trim();
    let mut plain = String::with_capacity(text.len());
    let mut has_point = false;
    for character in text.chars() {
        match character {
            '0'..='9' => plain.push(character),
            '-' | '−' if plain.is_empty() => plain.push('-'),
            '+' if plain.is_empty() => {}
            '.' | ',' if !has_point => {
                has_point = true;
                plain.push('.');
            }
            _ => return None,
        }
    }
    let is_whole = plain.ends_with(|it: char| it.is_ascii_digit());
    let starts = plain
        .trim_start_matches('-')
        .starts_with(|it: char| it.is_ascii_digit());
    (is_whole && starts).then_some(plain)
}

fn decimal(text: &str, positive: char, negative: char) -> Option<String> {
    if let Some(plain) = plain(text) {
        return Some(plain);
    }
    let lower = text.trim().to_lowercase();
    let is_negative = lower.contains(negative) || negative == 'w' && lower.contains('o');
    let digits =
        lower.trim_matches(|it| it == positive || it == negative || it == 'o' || it == ' ');
    let mut parts = digits.split(['°', '\'', '′', '’', '"', '″', '”', ' ']);
    let mut next = || {
        parts
            .by_ref()
            .map(str::trim)
            .find(|it| !it.is_empty())
            .map(number)
    };
    let degrees = next()??;
    let minutes = next().unwrap_or(Some(0.0))?;
    let seconds = next().unwrap_or(Some(0.0))?;
    let is_angle =
        next().is_none() && (0.0..60.0).contains(&minutes) && (0.0..60.0).contains(&seconds);
    let sum = degrees.abs() + minutes / 60.0 + seconds / 3600.0;
    let sign = if is_negative || degrees < 0.0 {
        "-"
    } else {
        ""
    };
    is_angle.then(|| format!("{sign}{sum:.6}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_in_several_forms() {
        for (text, expected) in [
            ("44,567", Some("44.567")),
            ("45.1", Some("45.1")),
            ("-12.5°", Some("-12.5")),
            ("47°01′12″N", Some("47.02")),
            ("12° 30' S", Some("-12.5")),
            ("S 12.5", Some("-12.5")),
            ("512345", None),
            ("", None),
            ("north", None),
            ("1,234.5", None),
        ] {
            let found = latitude(text).map(|it| it.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
        assert_eq!(
            longitude("28°52′W").map(|it| it.to_string()).as_deref(),
            Some("-28.866667")
        );
    }

    #[test]
    fn both_can_be_in_one_text() {
        for text in [
            "47.01, 28.86",
            "47.01,28.86",
            "(47.01 28.86)",
            "47,01; 28,86",
        ] {
            let found = pair(text).map(|(one, other)| format!("{one} {other}"));
            assert_eq!(found.as_deref(), Some("47.01 28.86"), "{text}");
        }
        assert_eq!(pair("Chisinau, Moldova"), None);
    }
}
