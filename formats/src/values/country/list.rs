//! Several countries in a text.

use super::misspelt::Care;
use super::table::{Meaning, table};
use super::{How, MAX_CODE_LETTERS, Written, beside, misspelt, parse_code, read};
use std::ops::Range;

/// Words for “and” in the supported languages, in small letters.
const AND: &[&str] = &[
    "a", "agus", "and", "as", "dhe", "e", "ed", "en", "et", "és", "i", "in", "ir", "ja", "o",
    "och", "og", "or", "plus", "si", "sowie", "u", "un", "und", "ve", "with", "y", "și", "şi", "ú",
    "και", "и", "й", "та", "і",
];

/// A text of more names is a text about countries, not a list.
const MAX_PARTS: usize = 300;

/// What is after as many bytes is one part.
const MAX_LIST_BYTES: usize = 20_000;

/// As many segments can a name have: “Bonaire, Sint Eustatius and Saba”, with a remark in brackets.
const MAX_SEGMENTS: usize = 6;

/// The countries that a text lists, with what is no country beside them. It is split by `;`, line breaks, `|`,
/// `/`, commas and “and” wherever that gives countries, so that “Korea, Republic of” and “Bosnia and Herzegovina”
/// stay whole. A part has the share that is beside its country; see [`super::split_share`].
///
/// The parts are at most 300: the last one is the rest of the text, and so is what is after 20,000 bytes.
pub(crate) fn parse_list(text: &str) -> Vec<(&str, Option<Written>)> {
    let mut parts: Vec<Part> = Vec::new();
    let list = text
        .get(..text.floor_char_boundary(MAX_LIST_BYTES))
        .unwrap_or(text);
    for (start, piece) in hard_pieces(list) {
        parts.extend(parts_of(piece).into_iter().map(|part| part.moved(start)));
        if parts.len() > MAX_PARTS {
            break;
        }
    }
    if list.len() < text.len() {
        parts.push(Part {
            range: list.len()..text.len(),
            after: Separator::Strong,
            found: None,
        });
    }
    if parts.len() > MAX_PARTS {
        parts.truncate(MAX_PARTS);
        if let Some(rest) = parts.last_mut() {
            rest.range.end = text.len();
            rest.found = None;
        }
    }
    let texts = parts.into_iter().map(|part| {
        let text = beside::plain(text.get(part.range).unwrap_or(""));
        let written = part.found.and_then(|(meaning, how)| meaning.written(how));
        (text, written)
    });
    texts.filter(|(text, _)| !text.is_empty()).collect()
}

/// The same for a text of a column of codes, which may be in small letters and separated by anything.
pub(crate) fn parse_code_list(text: &str) -> Vec<(&str, Option<Written>)> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .take(MAX_PARTS + 1)
        .collect();
    let codes = words.iter().map(|word| (*word, parse_code(word)));
    let codes: Vec<_> = codes
        .take_while(|(word, code)| is_short(word) && code.is_some())
        .collect();
    if codes.len() == words.len() && codes.len() <= MAX_PARTS {
        return codes;
    }
    let parts = parse_list(text).into_iter();
    let parts = parts.map(|(part, written)| {
        (
            part,
            written.or_else(|| parse_code(part).filter(|_| is_short(part))),
        )
    });
    parts.collect()
}

fn is_short(word: &str) -> bool {
    word.len() <= MAX_CODE_LETTERS
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
    /// What it means by itself.
    found: Option<(Meaning, How)>,
    has_words_of_names: bool,
}

struct Part {
    range: Range<usize>,
    after: Separator,
    found: Option<(Meaning, How)>,
}

impl Part {
    /// The same part of a text that starts so many bytes earlier.
    fn moved(mut self, start: usize) -> Self {
        self.range = self.range.start + start..self.range.end + start;
        self
    }

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
    for count in (2..=most).rev() {
        let Some(candidates) = segments.get(..count) else {
            continue;
        };
        let end = candidates.last().map_or(start, |segment| segment.range.end);
        let range = start..with_bracket(piece, start, end);
        let text = piece.get(range.clone()).unwrap_or("");
        let may_be_name = candidates.iter().all(|segment| segment.has_words_of_names);
        let has_bracket = text.contains(['(', '[']);
        let found = if may_be_name || has_bracket {
            read(text)
        } else {
            None
        };
        let found = found.or_else(|| {
            let may_be = may_be_misspelt(candidates);
            may_be.then(|| misspelt(text, Care::Reading)).flatten()
        });
        if found.is_some() {
            return (count, range, found);
        }
    }
    let Some(segment) = segments.first() else {
        return (1, start..start, None);
    };
    let text = piece.get(segment.range.clone()).unwrap_or("");
    let found = segment.found.or_else(|| misspelt(text, Care::Reading));
    (1, segment.range.clone(), found)
}

/// “Bosnia and Herzegovnia”: a name with “and” in which a word is wrong, and another is right.
fn may_be_misspelt(segments: &[Segment]) -> bool {
    let joined = segments.get(1..).unwrap_or_default();
    let is_joined_by_and = joined.iter().all(|it| it.after == Separator::Weak);
    is_joined_by_and
        && segments.iter().any(|it| it.has_words_of_names)
        && !segments.iter().all(|it| it.found.is_some())
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
                segments.separate(at..end, Separator::Weak);
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
            let text = text.trim();
            self.found.push(Segment {
                range: start..start + text.len(),
                after: self.after,
                found: read(text),
                has_words_of_names: table().has_words_of(text),
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
