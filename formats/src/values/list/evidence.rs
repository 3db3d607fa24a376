//! Decides from the texts of a column what separates their values.

use super::split::{cut, printed_list};
use super::words::{around_and, has_of, is_acronym, without_and};
use super::{Separator, Sign};
use atlas_engine::country;
use atlas_engine::text::slug;
use std::collections::HashSet;

/// The most texts that are looked at.
const MAX_TEXTS: usize = 10_000;
/// Longer texts are prose, in bytes.
const MAX_BYTES: usize = 2_000;
/// More words are no name.
const MAX_WORDS: usize = 14;

/// The separator that the texts of a column support: the signs `;`, `|`, `•`, a line break, ` / `, `/`, numbers or
/// commas, so that names that contain them stay whole. `None` if each text is one value.
///
/// `;` and `|` are in no name. Line breaks and numbers separate names, and not sentences. Slashes and commas are in
/// many names: they separate only if the parts are values elsewhere in the column, or have the form of a list.
pub(crate) fn separator<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Separator> {
    let texts = texts
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .take(MAX_TEXTS);
    let texts: Vec<&str> = texts.filter(|text| text.len() <= MAX_BYTES).collect();
    if texts.iter().any(|text| printed_list(text).is_some()) {
        return Some(Separator::of(vec![Sign::Plain(',')]));
    }
    let mut signs: Vec<Sign> = Vec::new();
    for sign in [
        Sign::Plain(';'),
        Sign::Plain('|'),
        Sign::Plain('•'),
        Sign::Plain('\n'),
        Sign::Numbers,
    ] {
        if most_are_lists(&texts, sign) {
            signs.push(sign);
        }
    }
    if signs.is_empty() {
        let sign = [Sign::Spaced('/'), Sign::Plain('/'), Sign::Plain(',')];
        signs.extend(sign.into_iter().find(|sign| values_support(&texts, *sign)));
    }
    (!signs.is_empty()).then(|| Separator::of(signs))
}

/// Whether most texts with a sign are names between it.
fn most_are_lists(texts: &[&str], sign: Sign) -> bool {
    let separator = Separator::of(vec![sign]);
    let (mut lists, mut others) = (0_usize, 0_usize);
    for text in texts {
        let parts = cut(text, &separator);
        let least = if sign == Sign::Numbers {
            2 + usize::from(!text.starts_with('1'))
        } else {
            2
        };
        if parts.len() < least {
            continue;
        }
        let is_wrapped = sign == Sign::Plain('\n') && parts.windows(2).any(is_wrapped);
        if parts.iter().any(|part| is_sentence(part)) || is_wrapped {
            others += 1;
        } else {
            lists += 1;
        }
    }
    lists > 0 && lists >= others
}

/// Whether a line goes on in the next: “National Fund for” / “regional development”.
fn is_wrapped(lines: &[&str]) -> bool {
    let [line, next] = lines else {
        return false;
    };
    let goes_on = line.ends_with(['-', '&', '(']) || next.starts_with(['(', '&', '/']);
    goes_on || line.starts_with(char::is_uppercase) && next.starts_with(char::is_lowercase)
}

fn is_sentence(part: &str) -> bool {
    part.split_whitespace().nth(MAX_WORDS).is_some()
}

/// Whether at least half of the texts with a sign are lists, by their form or by the values of the others.
fn values_support(texts: &[&str], sign: Sign) -> bool {
    let separator = Separator::of(vec![sign]);
    // The first parts, and whole texts.
    let mut firsts: HashSet<String> = HashSet::new();
    let mut lists = Vec::new();
    for text in texts {
        let parts = cut(text, &separator);
        if let Some(first) = parts.first() {
            firsts.insert(slug(first));
        }
        if parts.len() > 1 && !parts.iter().any(|part| is_sentence(part)) {
            lists.push(parts);
        } else if parts.len() > 1 {
            lists.push(Vec::new());
        }
    }
    let supported = lists.iter().filter(|parts| {
        // A place after a name is never first: “National Fund, Lisbon”.
        let later = parts.get(1..).unwrap_or_default();
        let values = later.iter().filter(|part| firsts.contains(&slug(part)));
        let (values, all) = (values.count(), later.len());
        match sign {
            Sign::Plain('/') => all > 0 && values == all && is_distinct(parts),
            Sign::Spaced(_) => all > 0 && (values * 2 >= all || all > 1),
            _ => all > 0 && (values * 2 >= all || has_form_of_list(parts)),
        }
    });
    let supported = supported.count();
    supported > 0 && supported * 2 >= lists.len()
}

fn is_distinct(parts: &[&str]) -> bool {
    let distinct: HashSet<_> = parts.iter().collect();
    distinct.len() == parts.len()
}

/// Whether parts between commas are a list by their form alone: codes, short names, or names with “and” before the
/// last one.
fn has_form_of_list(parts: &[&str]) -> bool {
    let is_code = |part: &&str| part.len() <= 3 && is_acronym(part);
    if parts.iter().all(is_code) {
        return true;
    }
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let has_digit = parts
        .iter()
        .any(|part| part.contains(|it: char| it.is_ascii_digit()));
    // “Faculty of Science, University of Lisbon, Portugal”
    let is_address = country::from_text(last).is_some() && country::from_text(first).is_none();
    // “Ministry of Health, Welfare and Sport”
    let is_bare = |part: &&str| without_and(part).split_whitespace().count() <= 3 && !has_of(part);
    let is_one_name = has_of(first) && parts.iter().skip(1).all(is_bare);
    if has_digit || is_address || is_one_name {
        return false;
    }
    let is_short = |part: &&str| part.split_whitespace().count() <= 3;
    let is_capital = |part: &&str| part.starts_with(|it: char| !it.is_lowercase());
    let is_alike = parts.iter().all(is_capital) || !parts.iter().any(is_capital);
    let has_and = without_and(last) != *last || around_and(last).is_some();
    has_and || parts.len() > 2 && is_alike && parts.iter().all(is_short)
}
