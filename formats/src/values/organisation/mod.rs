//! Names of organisations that are probably the same one.

mod groups;
mod name;
#[cfg(test)]
mod tests;

use groups::Groups;
use name::Name;
use std::collections::{HashMap, HashSet};

/// The most names that are compared.
const MAX_NAMES: usize = 5_000;
/// The most names with the same words but one that are compared with each other.
const MAX_SIMILAR: usize = 32;
/// The shortest acronym that is recognised by the initials of a name.
const MIN_INITIALS: usize = 3;
/// The shortest word in which a mistake is supposed, in characters.
const MIN_MISSPELT: usize = 6;
/// The shortest name in which a mistake is supposed, in words.
const MIN_WORDS: usize = 2;

/// Names of which each is probably the same organisation: an acronym and its full name, or spellings that differ
/// in case, punctuation, brackets, legal form or one letter of a long word. Each group has the positions of at
/// least two names, in order, which are different texts. They are proposals: nothing is merged.
///
/// Only the first 5,000 different names are compared. The time is nearly linear in their length.
pub(crate) fn probably_same(names: &[&str]) -> Vec<Vec<usize>> {
    let mut texts = HashSet::new();
    let different = names
        .iter()
        .enumerate()
        .filter(|(_, text)| texts.insert(**text));
    let names: Vec<(usize, Name)> = different
        .filter_map(|(at, text)| Some((at, Name::read(text)?)))
        .take(MAX_NAMES)
        .collect();
    let mut groups = Groups::new(names.len());
    join_spellings(&names, &mut groups);
    join_acronyms(&names, &mut groups);
    join_misspelt(&names, &mut groups);
    let mut found = groups.into_lists();
    for group in &mut found {
        for at in group {
            *at = names.get(*at).map_or(0, |(position, _)| *position);
        }
    }
    found
}

/// Joins names with the same words, with or without spaces.
fn join_spellings(names: &[(usize, Name)], groups: &mut Groups) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (at, (_, name)) in names.iter().enumerate() {
        let other = *first.entry(name.words.concat()).or_insert(at);
        groups.join(at, other);
    }
}

/// Joins acronyms with full names: those that state the acronym, or the only one with its initials.
fn join_acronyms(names: &[(usize, Name)], groups: &mut Groups) {
    let mut stated: HashMap<&str, HashSet<usize>> = HashMap::new();
    let mut initials: HashMap<&str, HashSet<usize>> = HashMap::new();
    for (at, (_, name)) in names.iter().enumerate() {
        let group = groups.root(at);
        if let Some(acronym) = &name.stated_acronym {
            stated.entry(acronym).or_default().insert(group);
        }
        let own = name
            .initials
            .iter()
            .filter(|it| it.chars().count() >= MIN_INITIALS);
        for initials_of_name in own {
            initials.entry(initials_of_name).or_default().insert(group);
        }
    }
    for (at, (_, name)) in names.iter().enumerate() {
        let Some(acronym) = name.acronym() else {
            continue;
        };
        let of = stated.get(acronym).or_else(|| initials.get(acronym));
        // Of several organisations with an acronym, none is proposed.
        let mut of = of.into_iter().flatten();
        if let (Some(only), None) = (of.next(), of.next()) {
            groups.join(at, *only);
        }
    }
}

/// Joins names that differ in one letter of one long word.
fn join_misspelt(names: &[(usize, Name)], groups: &mut Groups) {
    let mut similar: HashMap<String, Vec<(usize, &str)>> = HashMap::new();
    for (at, (_, name)) in names.iter().enumerate() {
        if name.words.len() < MIN_WORDS {
            continue;
        }
        for (place, word) in name.words.iter().enumerate() {
            let is_long = word.chars().nth(MIN_MISSPELT - 1).is_some();
            if !is_long || word.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            similar
                .entry(name.without(place))
                .or_default()
                .push((at, word));
        }
    }
    for names in similar.values() {
        for (index, (at, word)) in names.iter().take(MAX_SIMILAR).enumerate() {
            for (other, other_word) in names.iter().take(index) {
                // People rarely mistake the first letter: Gambia is not Zambia.
                let is_alike = word.chars().next() == other_word.chars().next();
                if is_alike && strsim::osa_distance(word, other_word) == 1 {
                    groups.join(*at, *other);
                }
            }
        }
    }
}
