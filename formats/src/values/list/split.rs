//! Cuts a text into its values.

use super::words::{around_and, ends_with_abbreviation, is_rest_of_name, without_and};
use super::{Separator, Sign};
use std::ops::Range;

/// The parts of a text between the signs of a separator, and of the last part around “and” (in any supported
/// language) if `splits_and`; trimmed, without bullets, numbers of a list and empty parts. Nothing is cut within
/// brackets, and a comma not before the rest of a name: “Wells, Inc.”, “Korea, Republic of”. A list that a program
/// printed (`['a', 'b']`) is split by its quotation marks.
pub(crate) fn split<'a>(text: &'a str, separator: &Separator, splits_and: bool) -> Vec<&'a str> {
    if separator.signs.is_empty() {
        let text = text.trim();
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        };
    }
    if let Some(printed) = printed_list(text) {
        return printed;
    }
    let mut parts = cut(text, separator);
    for part in &mut parts {
        *part = without_bullet(part);
    }
    if parts.len() > 1 && parts.iter().all(|part| without_number(part).is_some()) {
        for part in &mut parts {
            *part = without_number(part).unwrap_or(part);
        }
    }
    if splits_and
        && parts.len() > 1
        && let Some(last) = parts.pop()
    {
        let last = without_and(last);
        match around_and(last).filter(|_| separator.has(Sign::Plain(','))) {
            Some((one, other)) => parts.extend([one, other]),
            None => parts.push(last),
        }
    }
    if parts.len() > 1
        && let Some(last) = parts.last_mut()
        && !ends_with_abbreviation(last)
    {
        *last = last.trim_end_matches('.').trim_end();
    }
    let says_more = |part: &str| {
        matches!(
            part.trim_end_matches('.').to_lowercase().as_str(),
            "" | "etc" | "…" | "u.a"
        )
    };
    parts.retain(|part| !says_more(part));
    parts
}

/// The texts in quotation marks of a list that a program printed: `['a', "b"]`.
pub(super) fn printed_list(text: &str) -> Option<Vec<&str>> {
    let list = text.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    let mut parts = Vec::new();
    let mut rest = list;
    while !rest.is_empty() {
        let quote = rest.chars().next().filter(|it| matches!(it, '\'' | '"'))?;
        let inner = rest.get(1..)?;
        // An apostrophe within a text is not before a comma or at the end.
        let ends = inner.match_indices(quote).map(|(at, _)| at);
        let mut ends = ends.filter(|at| {
            let after = inner.get(at + 1..).unwrap_or_default().trim_start();
            after.is_empty() || after.starts_with(',')
        });
        let end = ends.next()?;
        parts.push(inner.get(..end)?.trim());
        let after = inner.get(end + 1..)?.trim_start();
        rest = after.strip_prefix(',').unwrap_or(after).trim_start();
    }
    parts.retain(|part| !part.is_empty());
    (!list.is_empty()).then_some(parts)
}

/// The parts between the signs, trimmed and not empty.
pub(super) fn cut<'a>(text: &'a str, separator: &Separator) -> Vec<&'a str> {
    let protected = in_brackets(text);
    let mut protected = protected.iter().peekable();
    let mut parts = Vec::new();
    let mut start = 0;
    let mut next_number = 1;
    for (at, character) in text.char_indices() {
        while protected.next_if(|range| range.end <= at).is_some() {}
        if protected.peek().is_some_and(|range| range.contains(&at)) {
            continue;
        }
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else {
            continue;
        };
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        if separator.has(Sign::Numbers)
            && let Some(length) = list_number(before, rest, next_number)
        {
            next_number += 1;
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + length;
        } else if separates(
            separator,
            character,
            before.get(start..).unwrap_or_default(),
            after,
        ) {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + character.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    let trimmed = parts
        .into_iter()
        .map(|part| part.trim().trim_end_matches([';', ',', '|']).trim_end());
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// Whether a character is a sign of the separator here. `before` is the text since the last one.
fn separates(separator: &Separator, character: char, before: &str, after: &str) -> bool {
    let sign = match character {
        '\r' => '\n',
        '،' | '、' | '，' => ',',
        '؛' | '；' => ';',
        other => other,
    };
    let is_spaced = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    if is_spaced && separator.has(Sign::Spaced(sign)) {
        return true;
    }
    separator.has(Sign::Plain(sign))
        && match sign {
            ',' => !is_comma_of_name(separator, before, after),
            ';' => !is_entity(before),
            _ => true,
        }
}

fn is_comma_of_name(separator: &Separator, before: &str, after: &str) -> bool {
    let digit = |it: char| it.is_ascii_digit();
    if before.ends_with(digit) && after.starts_with(digit) {
        return true;
    }
    let is_end = |it: char| matches!(it, ',' | '،' | ';' | '\n') || separator.has(Sign::Plain(it));
    let next = after.split(is_end).next().unwrap_or_default();
    !before.trim().is_empty() && is_rest_of_name(next)
}

/// Whether a text ends with an entity of HTML without its semicolon: `&amp`
fn is_entity(before: &str) -> bool {
    const LONGEST: usize = 8;
    let name = before.rsplit('&').next().unwrap_or_default();
    let is_name = (2..=LONGEST).contains(&name.len())
        && name
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'#');
    is_name && name.len() < before.len()
}

/// The bytes of the next number of a list, with its dot or bracket.
fn list_number(before: &str, rest: &str, next: u32) -> Option<usize> {
    let is_start = before.is_empty() || before.ends_with(char::is_whitespace);
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let number: u32 = rest.get(..digits)?.parse().ok()?;
    let after = rest.get(digits..)?.strip_prefix(['.', ')'])?;
    (is_start && number == next && after.starts_with(char::is_whitespace)).then_some(digits + 1)
}

/// The ranges within brackets and typographic quotation marks, in order; a bracket without the other one is none.
fn in_brackets(text: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, character) in text.char_indices() {
        let closing = match character {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            '«' => '»',
            _ => {
                if open.last().is_some_and(|(_, close)| *close == character)
                    && let Some((start, _)) = open.pop()
                {
                    while ranges.pop_if(|inner| inner.start > start).is_some() {}
                    ranges.push(start..at);
                }
                continue;
            }
        };
        open.push((at, closing));
    }
    ranges
}

fn without_bullet(part: &str) -> &str {
    let plain =
        part.trim_start_matches(['•', '·', '▪', '◦', '‣', '●', '■', '►', '–', '*', '-', '>']);
    let is_bullet = plain.len() < part.len()
        && (plain.starts_with(char::is_whitespace) || part.starts_with(['•', '▪', '●']));
    if is_bullet { plain.trim_start() } else { part }
}

/// The part without the number of a list item, `1.`, `2)`, `(3)`, `a)`; `None` if it has none.
fn without_number(part: &str) -> Option<&str> {
    let inner = part.strip_prefix('(').unwrap_or(part);
    let (number, rest) = inner.split_once(['.', ')'])?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|it| it.is_ascii_lowercase());
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    ((is_number || is_letter) && !rest.is_empty()).then_some(rest)
}
