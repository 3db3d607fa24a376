//! Latitudes and longitudes as people write them.

use crate::values::amount;
use atlas_engine::portfolio::Degrees;

/// A latitude: `47.01`, `44,567`, `47°01′12″N`.
pub(super) fn latitude(text: &str) -> Option<Degrees> {
    Degrees::latitude(&amount::coordinate(text)?)
}

/// A longitude, in the same forms.
pub(super) fn longitude(text: &str) -> Option<Degrees> {
    Degrees::longitude(&amount::coordinate(text)?)
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

#[cfg(test)]
mod tests {
    use super::*;

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
