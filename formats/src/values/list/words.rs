//! Words that join or separate names.

use atlas_engine::country;
use atlas_engine::text::{fold, words};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word, or several, is in a list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Kind {
    And = 1,
    Tail = 2,
    Unit = 4,
    Of = 8,
}

static TABLE: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for row in include_str!("words.tsv").lines() {
        let Some((kind, names)) = row.split_once('\t') else {
            continue;
        };
        let kind = match kind {
            "and" => Kind::And,
            "tail" => Kind::Tail,
            "unit" => Kind::Unit,
            _ => Kind::Of,
        };
        for name in names.split(", ") {
            *table.entry(fold(name)).or_default() |= kind as u8;
        }
    }
    table
});

fn is(folded: &str, kind: Kind) -> bool {
    TABLE
        .get(folded)
        .is_some_and(|kinds| kinds & kind as u8 != 0)
}

/// Whether a text after a comma is the rest of the name before it: “Inc.”, “Republic of”, “Dept. B”.
pub(super) fn is_rest_of_name(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let folded: Vec<String> = words(text)
        .take(MOST_WORDS)
        .map(|word| word.folded)
        .collect();
    let is_unit = folded.first().is_some_and(|first| is(first, Kind::Unit)) && folded.len() > 1;
    is_unit || is(&folded.join(" "), Kind::Tail)
}

/// The text without “and” at its start.
pub(super) fn without_and(text: &str) -> &str {
    let rest = text.split_once(char::is_whitespace);
    match rest.filter(|(first, _)| is(&fold(first), Kind::And)) {
        // “a” and “e” at the start are also articles and letters: “A Foundation”.
        Some((first, rest)) if first.chars().all(char::is_lowercase) || first == "&" => {
            rest.trim_start()
        }
        _ => text,
    }
}

/// The two names around “and”, if both can be names of their own: “Ville d'Enugu et Ligue locale”, but not
/// “Ministry of Health and Welfare”, “Bosnia and Herzegovina” or “Food and Agriculture Organization”.
///
/// Of several, the one behind a bracket separates: “Movement (M) and Council of Work and Health”; otherwise the
/// last one, if each name has one at most.
pub(super) fn around_and(text: &str) -> Option<(&str, &str)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for word in text.split(char::is_whitespace) {
        let end = start + word.len();
        let is_and = is(&fold(word), Kind::And) && !word.contains(char::is_uppercase);
        if is_and && depth == 0 && start > 0 && end < text.len() {
            found.push((start, end));
        }
        depth += word.matches('(').count();
        depth = depth.saturating_sub(word.matches(')').count());
        start = end + text.get(end..)?.chars().next().map_or(0, char::len_utf8);
    }
    let around = |(start, end): (usize, usize)| {
        let (one, other) = (text.get(..start)?.trim(), text.get(end..)?.trim());
        (!one.is_empty() && !other.is_empty()).then_some((one, other))
    };
    let after_bracket = |(start, _): &&(usize, usize)| {
        text.get(..*start)
            .is_some_and(|before| before.trim_end().ends_with(')'))
    };
    let mut behind = found.iter().filter(after_bracket);
    if let (Some(at), None) = (behind.next(), behind.next()) {
        return around(*at);
    }
    match found.as_slice() {
        [only] => names_around(text, around(*only)?),
        [(_, end), last] => {
            let (one, other) = around(*last)?;
            let is_capital = other.starts_with(char::is_uppercase);
            let nearest = text.get(*end..last.0)?.trim();
            let whole = text.get(*end..)?.trim();
            (is_capital && names_around(whole, (nearest, other)).is_some()).then_some((one, other))
        }
        _ => None,
    }
}

fn names_around<'a>(text: &str, (one, other): (&'a str, &'a str)) -> Option<(&'a str, &'a str)> {
    let is_own_name = |name: &str| is_acronym(name) || country::from_text(name).is_some();
    let is_single = |name: &str| !name.contains(char::is_whitespace) && !is_own_name(name);
    let is_field = has_of(one) && other.split_whitespace().count() <= 2 && !is_own_name(other);
    let is_shared = is_single(one) && !is_single(other);
    let is_name = country::from_text(text).is_some()
        || other.starts_with(char::is_lowercase) && one.starts_with(char::is_uppercase);
    (!is_field && !is_shared && !is_name).then_some((one, other))
}

/// Whether a name says what it is of: “Ministry of Health”.
pub(super) fn has_of(name: &str) -> bool {
    words(name).skip(1).any(|word| is(&word.folded, Kind::Of))
}

/// `UNDP`
pub(super) fn is_acronym(name: &str) -> bool {
    name.chars().count() <= 8
        && name.chars().any(char::is_uppercase)
        && !name.contains(char::is_lowercase)
}

/// Whether the dot at the end of a name belongs to its last word: “Inc.”, “e.V.”, “Dept.”
pub(super) fn ends_with_abbreviation(name: &str) -> bool {
    let last = name
        .trim_end_matches('.')
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let folded = fold(last);
    last.contains('.')
        || is(&folded, Kind::Tail)
        || is(&folded, Kind::Unit) && folded.len() <= 4
        || is_cut(&folded)
}

/// Common words that are written with a dot.
fn is_cut(folded: &str) -> bool {
    const CUT: [&str; 18] = [
        "assoc", "bd", "dist", "edu", "est", "found", "govt", "inst", "int", "intl", "min", "mun",
        "nat", "natl", "org", "soc", "st", "univ",
    ];
    CUT.contains(&folded)
}
