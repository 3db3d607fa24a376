//! Several countries in a text.

use super::misspelt::Care;
use super::table::{Meaning, table};
use super::{How, Written, beside, misspelt, parse_code, read};
use std::ops::Range;

/// Words for “and” in the supported languages, in small letters.
const AND: &[&str] = &[
    "a", "agus", "and", "as", "dhe", "e", "ed", "en", "et", "és", "i", "in", "ir", "ja", "o",
    "och", "og", "or", "plus", "si", "sowie", "u", "un", "und", "ve", "with", "y", "și", "şi", "ú",
    "και", "и", "й", "та", "і",
];

/// A text of more names is a text about countries, not a list.
const MAX_PARTS: usize = 300;

/// As many segments can a name have: “Bonaire, Sint Eustatius and Saba”, with a remark in brackets.
const MAX_SEGMENTS: usize = 6;

/// The countries that a text lists, with what is no country beside them. It is split by `;`, line breaks, `|`,
/// `/`, commas and “and” wherever that gives countries, so that “Korea, Republic of” and “Bosnia and Herzegovina”
/// stay whole. A part has the share that is beside its country; see [`super::split_share`].
///
/// The parts are at most 300: the last one is the rest of the text.
pub(crate) fn parse_list(text: &str) -> Vec<(&str, Option<Written>)> {
    let mut parts = Vec::new();
    for (start, piece) in hard_pieces(text) {
        let mut found = parts_of(piece);
        if parts.len() + found.len() > MAX_PARTS {
            found.truncate(MAX_PARTS.saturating_sub(parts.len() + 1));
            let end = found.last().map_or(start, |part| start + part.range.end);
            add(&mut parts, piece, found);
            let rest = beside::plain(text.get(end..).unwrap_or(""));
            if !rest.is_empty() {
                parts.push((rest, None));
            }
            break;
        }
        add(&mut parts, piece, found);
    }
    parts
}

/// The same for a text of a column of codes, which may be in small letters and separated by anything.
pub(crate) fn parse_code_list(text: &str) -> Vec<(&str, Option<Written>)> {
    let is_between = |it: char| !it.is_alphanumeric();
    let codes = text.split(is_between).filter(|code| !code.is_empty());
    let codes = codes.map(|code| (code, parse_code(code)));
    let codes: Vec<_> = codes.take(MAX_PARTS + 1).collect();
    let are_codes = codes.iter().all(|(_, written)| written.is_some());
    if are_codes && codes.len() <= MAX_PARTS {
        return codes;
    }
    parse_list(text)
}

fn add<'a>(parts: &mut Vec<(&'a str, Option<Written>)>, piece: &'a str, found: Vec<Part>) {
    for part in found {
        let text = beside::plain(piece.get(part.range).unwrap_or(""));
        if !text.is_empty() {
            let written = part.found.and_then(|(meaning, how)| meaning.written(how));
            parts.push((text, written));
        }
    }
}

/// The pieces between separators that no name contains, and where they start.
fn hard_pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_hard = |it: char| matches!(it, ';' | '\n' | '\r' | '\t' | '|' | '¦' | '•' | '؛' | '；');
    let mut at = 0;
    text.split_inclusive(is_hard).map(move |piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end_matches(is_hard))
    })
}

/// What separates a segment from the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    /// A comma, a stroke, a bracket, a dash.
    Strong,
    /// A word for “and”, or `&`: it is also within names of other things.
    Weak,
}

struct Segment {
    range: Range<usize>,
    after: Separator,
}

struct Part {
    range: Range<usize>,
    after: Separator,
    found: Option<(Meaning, How)>,
}

impl Part {
    fn is_known(&self) -> bool {
        self.found.is_some()
    }
}

fn parts_of(piece: &str) -> Vec<Part> {
    let whole = |found| Part {
        range: 0..piece.len(),
        after: Separator::Strong,
        found,
    };
    if let Some(found) = read(piece) {
        return vec![whole(Some(found))];
    }
    let segments = segments(piece);
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = segments.as_slice();
    while let Some(first) = rest.first() {
        let (count, range, found) = longest(piece, rest);
        let unknown_before = parts
            .last_mut()
            .filter(|part| !part.is_known() && found.is_none());
        let codes = if found.is_none() {
            codes(piece, &range)
        } else {
            Vec::new()
        };
        if !codes.is_empty() {
            parts.extend(codes);
        } else if let Some(before) = unknown_before {
            before.range.end = range.end;
        } else {
            parts.push(Part {
                range,
                after: first.after,
                found,
            });
        }
        rest = rest.get(count..).unwrap_or_default();
    }
    if parts.iter().any(|part| !part.is_known()) {
        if let Some(found) = misspelt(piece, Care::Reading) {
            return vec![whole(Some(found))];
        }
        join_single(&mut parts);
    }
    parts
}

/// “Jordan and Sons” names no country: a single name that “and” joins to something else does not count.
fn join_single(parts: &mut Vec<Part>) {
    let mut known = parts.iter().enumerate().filter(|(_, part)| part.is_known());
    let (Some((at, _)), None) = (known.next(), known.next()) else {
        return;
    };
    let is_weak = |at: usize| {
        parts
            .get(at)
            .is_some_and(|part| part.after == Separator::Weak)
    };
    let joins_before = at > 0 && is_weak(at);
    let joins_after = is_weak(at + 1);
    let first = if joins_before { at - 1 } else { at };
    let last = if joins_after { at + 1 } else { at };
    if first == last {
        return;
    }
    let end = parts.get(last).map_or(0, |part| part.range.end);
    if let Some(joined) = parts.get_mut(first) {
        joined.range.end = end;
        joined.found = None;
    }
    parts.drain(first + 1..=last);
}

/// The longest name that starts with the first segment: how many segments it has, where it is and what it means.
fn longest(piece: &str, segments: &[Segment]) -> (usize, Range<usize>, Option<(Meaning, How)>) {
    let start = segments.first().map_or(0, |segment| segment.range.start);
    let most = segments.len().min(MAX_SEGMENTS);
    let exact = |segment: &Segment| piece.get(segment.range.clone()).and_then(read);
    for count in (1..=most).rev() {
        let Some(candidates) = segments.get(..count) else {
            continue;
        };
        let end = candidates.last().map_or(start, |segment| segment.range.end);
        let range = start..with_bracket(piece, start, end);
        let text = piece.get(range.clone()).unwrap_or("");
        let inner = candidates.get(1..).unwrap_or_default();
        let is_weak = inner.iter().all(|segment| segment.after == Separator::Weak);
        let found = read(text).or_else(|| {
            let may_be_misspelt =
                count == 1 || (is_weak && !candidates.iter().all(|it| exact(it).is_some()));
            misspelt(text, Care::Reading).filter(|_| may_be_misspelt)
        });
        if found.is_some() {
            return (count, range, found);
        }
    }
    let end = segments.first().map_or(start, |segment| segment.range.end);
    (1, start..end, None)
}

/// The end of a name with the bracket that closes one within it.
fn with_bracket(piece: &str, start: usize, end: usize) -> usize {
    let opens = piece
        .get(start..end)
        .is_some_and(|name| name.contains(['(', '[']));
    let closes = piece
        .get(end..)
        .is_some_and(|rest| rest.starts_with([')', ']']));
    if opens && closes { end + 1 } else { end }
}

/// Codes in capitals separated by blanks: “DE FR”. None if something else is among them.
fn codes(piece: &str, range: &Range<usize>) -> Vec<Part> {
    let text = piece.get(range.clone()).unwrap_or("");
    let mut at = range.start;
    let mut codes = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        if word.is_empty() {
            continue;
        }
        let Some(meaning) = table().code(word).filter(|_| codes.len() < MAX_PARTS) else {
            return Vec::new();
        };
        codes.push(Part {
            range: start..start + word.len(),
            after: Separator::Strong,
            found: Some((meaning, How::Code)),
        });
    }
    if codes.len() > 1 { codes } else { Vec::new() }
}

fn segments(piece: &str) -> Vec<Segment> {
    let mut segments = Segments {
        piece,
        start: 0,
        after: Separator::Strong,
        found: Vec::new(),
    };
    let mut before = ' ';
    let mut characters = piece.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let end = at + character.len_utf8();
        let is_blank = before.is_whitespace();
        match character {
            ',' if before.is_ascii_digit() && next.is_ascii_digit() => {}
            ',' | '،' | '、' | '+' | '/' | '\\' | ':' | '(' | ')' | '[' | ']' | '{' | '}' | '"'
            | '“' | '”' => {
                segments.separate(at..end, Separator::Strong);
            }
            '-' | '–' | '—' if is_blank && next.is_whitespace() => {
                segments.separate(at..end, Separator::Strong);
            }
            '&' => segments.separate(at..end, Separator::Weak),
            // The Arabic “and” is written together with the next word.
            'و' if is_blank && !next.is_whitespace() => {
                segments.separate(at..end, Separator::Weak)
            }
            _ if is_blank && character.is_alphabetic() => {
                let rest = piece.get(at..).unwrap_or("");
                let word = rest.split(char::is_whitespace).next().unwrap_or("");
                let is_and =
                    word.len() <= MAX_AND_BYTES && AND.contains(&word.to_lowercase().as_str());
                // A capital is a code or the initial of a name.
                if is_and && word.len() < rest.len() && !word.starts_with(char::is_uppercase) {
                    segments.separate(at..at + word.len(), Separator::Weak);
                }
            }
            _ => {}
        }
        before = character;
    }
    segments.separate(piece.len()..piece.len(), Separator::Strong);
    segments.found
}

const MAX_AND_BYTES: usize = 6;

struct Segments<'a> {
    piece: &'a str,
    start: usize,
    after: Separator,
    found: Vec<Segment>,
}

impl Segments<'_> {
    fn separate(&mut self, separator: Range<usize>, kind: Separator) {
        let text = self.piece.get(self.start..separator.start).unwrap_or("");
        let is_empty = text.trim().is_empty();
        if !is_empty {
            let start = self.start + (text.len() - text.trim_start().len());
            let range = start..start + text.trim().len();
            self.found.push(Segment {
                range,
                after: self.after,
            });
        }
        // “Kenya, and Uganda”: the stronger of two separators counts.
        let is_weaker = is_empty && self.after == Separator::Strong && kind == Separator::Weak;
        if !is_weaker {
            self.after = kind;
        }
        self.start = separator.end.max(self.start);
    }
}
