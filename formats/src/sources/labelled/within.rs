//! Labels within a line: those that were run together, and those of a whole project on one line.

use super::label::{Form, Found, MAX_LABEL, MAX_WORDS, is_lower, joined, joins, separator};
use super::vocabulary::{Label, Vocabulary};
use atlas_engine::text::{fold, words};
use std::ops::Range;

/// How a label within a line follows the text before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// After a sentence, a separator, or without a blank.
    Certain,
    /// After a blank: this can be a sentence.
    Blank,
}

/// The next known label with a colon within a line, from a byte on, which `accepts` agrees to.
pub(super) fn within(
    text: &str,
    from: usize,
    accepts: impl Fn(Label, Joint) -> bool,
) -> Option<Found> {
    let mut start = from;
    loop {
        let rest = text.get(start..)?;
        let colon = start + rest.find([':', '：'])?;
        if let Some(found) = ending_at(text, start..colon)
            && let Some((form, value)) = separator(text.get(colon..)?)
            && let Some(label) = found.label
            && accepts(label, joint(text, from, found.range.start))
        {
            return Some(Found {
                form,
                value: colon + value,
                ..found
            });
        }
        start = text.ceil_char_boundary(colon + 1);
    }
}

/// The longest known label at the end of a range.
fn ending_at(text: &str, range: Range<usize>) -> Option<Found> {
    let window = text.get(range.clone())?;
    let from = window.ceil_char_boundary(window.len().saturating_sub(MAX_LABEL));
    let window = window.get(from..)?.trim_end();
    let offset = range.start + from;
    // “(in EUR)” and “(s)” belong to the label, as published.
    let without = window.strip_suffix(')').and_then(|inner| {
        let open = inner.rfind('(')?;
        inner.get(..open)
    });
    let kernel = without.unwrap_or(window).trim_end();
    let mut tokens: Vec<(usize, String)> = Vec::new();
    let mut end = 0;
    for word in words(kernel) {
        let gap = kernel.get(end..word.range.start)?;
        if !joins(gap) {
            tokens.clear();
        }
        end = word.range.end;
        let published = kernel.get(word.range.clone())?;
        // The blank before a label got lost: “ItalyDuration:”.
        if let Some(glued) = capital_within(published) {
            tokens.clear();
            tokens.push((word.range.start + glued, fold(published.get(glued..)?)));
        } else {
            tokens.push((word.range.start, word.folded));
        }
    }
    let tail = tokens.len().saturating_sub(MAX_WORDS);
    let (starts, folded): (Vec<_>, Vec<_>) = tokens.into_iter().skip(tail).unzip();
    (kernel.len() == end).then_some(())?;
    starts.iter().enumerate().find_map(|(at, start)| {
        let is_capital = kernel.get(*start..).is_some_and(|it| !is_lower(it));
        let label = is_capital.then(|| Vocabulary::get().find(folded.get(at..)?))??;
        let addition = window.get(kernel.len()..).unwrap_or_default();
        Some(Found {
            range: offset + start..offset + window.len(),
            label: Some(label),
            addition: if addition.len() <= 4 {
                String::new()
            } else {
                joined(addition)
            },
            form: Form::Colon,
            value: 0,
        })
    })
}

/// Where a capital follows a small letter.
fn capital_within(word: &str) -> Option<usize> {
    let mut was_small = false;
    let mut found = None;
    for (at, character) in word.char_indices() {
        if was_small && character.is_uppercase() {
            found = Some(at);
        }
        was_small = character.is_lowercase() || character.is_numeric();
    }
    found
}

fn joint(text: &str, from: usize, at: usize) -> Joint {
    let before = text.get(from..at).unwrap_or_default();
    let trimmed = before.trim_end();
    let blanks = before.len() - trimmed.len();
    let is_separated =
        trimmed.ends_with(['.', ';', '|', '•', '!', '?', ')', '–', '—', '"', '”', '»']);
    if blanks != 1 || is_separated || before.ends_with('\t') {
        Joint::Certain
    } else {
        Joint::Blank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_within_a_line() {
        let find = |text: &'static str| {
            let found = within(text, 0, |_, joint| joint == Joint::Certain)?;
            Some((&text[found.range], &text[found.value..]))
        };
        for (text, expected) in [
            ("to the end.Partners: X", Some(("Partners", "X"))),
            (
                "to the end. Implementing Agency: X",
                Some(("Implementing Agency", "X")),
            ),
            ("ItalyDuration: 2010", Some(("Duration", "2010"))),
            ("EU | Budget (EUR): 7", Some(("Budget (EUR)", "7"))),
            ("with the Partners: X", None),
            ("with these partners: X", None),
            (":::", None),
        ] {
            assert_eq!(find(text), expected, "{text}");
        }
    }
}
