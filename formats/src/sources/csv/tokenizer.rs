//! Splits a text table into fields.
//!
//! RFC 4180, and what published files do beyond it: line breaks of any kind, quotation marks that are not doubled,
//! and ones that are never closed.

use memchr::{memchr, memchr3};

/// A quoted field longer than this, in bytes, is taken for one that is never closed.
const MAX_QUOTED: usize = 1 << 20;

/// A quoted field of more lines than this is taken for one that is never closed.
const MAX_LINES: u32 = 1_000;

const QUOTE: u8 = b'"';

/// How a field is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    None,
    Quoted,
    /// It begins with a quotation mark, but does not end with it.
    Odd,
    /// Its quotation mark is never closed; it ends like one without.
    Unclosed,
}

/// A field of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    pub(super) text: &'a str,
    pub(super) quoting: Quoting,
    /// Where it begins: its line, and the character of that line, from 1.
    pub(super) line: u32,
    pub(super) character: u32,
    /// Whether it is the last of its row.
    pub(super) ends_row: bool,
}

/// Reads the fields of a text one after the other. Its work is linear in the text.
#[derive(Debug)]
pub(super) struct Tokenizer<'t> {
    text: &'t str,
    delimiter: u8,
    at: usize,
    line: u32,
    character: u32,
    /// The content of a field with doubled quotation marks.
    unescaped: String,
    /// How many bytes were read twice, because a quotation mark turned out not to be closed.
    reread: usize,
    /// Whether a delimiter ended the last field, so that another field follows, if only an empty one.
    goes_on: bool,
    /// Whether quoted fields may have any length.
    is_trusted: bool,
}

/// Where a quoted field ends, and what it contains.
enum Closing {
    /// The content has no doubled quotation mark, and ends here.
    Plain { quote: usize },
    /// The content was unescaped.
    Unescaped { quote: usize },
    /// The quotation mark here is followed by something else than a delimiter.
    Odd { quote: usize },
    /// None. The search ended here.
    Never { searched: usize },
}

impl<'t> Tokenizer<'t> {
    /// Splits a text at a delimiter, which is an ASCII character.
    pub(super) fn new(text: &'t str, delimiter: char) -> Self {
        Self {
            text,
            delimiter: u8::try_from(delimiter).unwrap_or(b','),
            at: 0,
            line: 1,
            character: 1,
            unescaped: String::new(),
            reread: 0,
            goes_on: false,
            is_trusted: false,
        }
    }

    /// Takes every quotation mark for closed, however far away: the text was written by this crate.
    pub(super) fn trusted(self, is_trusted: bool) -> Self {
        Self { is_trusted, ..self }
    }

    /// The next field; `None` at the end of the text.
    pub(super) fn next(&mut self) -> Option<Field<'_>> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() && !self.goes_on {
            return None;
        }
        let (line, character) = (self.line, self.character);
        let start = self.at;
        let opening = start + self.blanks(start);
        let may_quote =
            bytes.get(opening) == Some(&QUOTE) && self.reread <= bytes.len() + MAX_QUOTED;
        let closing = if may_quote {
            Some(self.closing(opening))
        } else {
            None
        };
        let (quoting, content, end) = match closing {
            None => (Quoting::None, start, self.end_of_plain(start)),
            Some(Closing::Plain { quote } | Closing::Unescaped { quote }) => (
                Quoting::Quoted,
                opening + 1,
                quote + 1 + self.blanks(quote + 1),
            ),
            Some(Closing::Odd { quote }) => (Quoting::Odd, opening, self.end_of_plain(quote)),
            Some(Closing::Never { searched }) => {
                self.reread += searched - opening;
                (Quoting::Unclosed, opening + 1, self.end_of_plain(opening))
            }
        };
        self.pass(start, end, quoting == Quoting::Quoted);
        let ends_row = self.pass_end(end);
        let text = match closing {
            Some(Closing::Unescaped { .. }) => self.unescaped.as_str(),
            Some(Closing::Plain { quote }) => self.text.get(content..quote).unwrap_or_default(),
            _ => self.text.get(content..end).unwrap_or_default(),
        };
        Some(Field {
            text,
            quoting,
            line,
            character,
            ends_row,
        })
    }

    /// How many blanks there are from here that are no delimiter.
    fn blanks(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t') && **byte != self.delimiter;
        rest.iter().take_while(is_blank).count()
    }

    fn end_of_plain(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(from..).unwrap_or_default();
        memchr3(self.delimiter, b'\n', b'\r', rest).map_or(bytes.len(), |at| from + at)
    }

    fn is_end(&self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            Some(byte) => *byte == self.delimiter || matches!(byte, b'\n' | b'\r'),
            None => true,
        }
    }

    /// Where the quotation mark closes that opens here.
    fn closing(&mut self, opening: usize) -> Closing {
        let bytes = self.text.as_bytes();
        let limit = if self.is_trusted {
            bytes.len()
        } else {
            bytes.len().min(opening + MAX_QUOTED)
        };
        let mut from = opening + 1;
        // Up to where the content was copied, once a quotation mark is doubled.
        let mut copied = None;
        let mut is_inner_open = false;
        while let Some(found) = memchr(QUOTE, bytes.get(from..limit).unwrap_or_default()) {
            let quote = from + found;
            from = quote + 1;
            let next = bytes.get(quote + 1).copied();
            if next == Some(QUOTE) {
                from = quote + 2;
                if copied.is_none() {
                    self.unescaped.clear();
                }
                let start = copied.unwrap_or(opening + 1);
                let part = self.text.get(start..=quote);
                self.unescaped.push_str(part.unwrap_or_default());
                copied = Some(from);
                continue;
            }
            let after = quote + 1 + self.blanks(quote + 1);
            let before = bytes.get(quote - 1).copied().unwrap_or(QUOTE);
            if self.is_end(after) {
                // In `"a "b", c",` the second mark closes the inner one: a blank follows the delimiter.
                let goes_on = bytes.get(after).is_some_and(|it| *it == self.delimiter)
                    && bytes.get(after + 1) == Some(&b' ');
                if is_inner_open && goes_on {
                    is_inner_open = false;
                    continue;
                }
                if self.is_too_long(opening, quote) {
                    return Closing::Never { searched: quote };
                }
                let Some(start) = copied else {
                    return Closing::Plain { quote };
                };
                let part = self.text.get(start..quote);
                self.unescaped.push_str(part.unwrap_or_default());
                return Closing::Unescaped { quote };
            }
            if before == self.delimiter || matches!(before, b'\n' | b'\r') {
                // Another field begins here, so the one before was never closed.
                return Closing::Never { searched: quote };
            }
            if matches!(before, b' ' | b'(' | b'[' | b'/' | b'-') && next != Some(b' ') {
                is_inner_open = true;
            } else if is_inner_open {
                is_inner_open = false;
            } else {
                return Closing::Odd { quote };
            }
        }
        Closing::Never { searched: limit }
    }

    fn is_too_long(&self, opening: usize, quote: usize) -> bool {
        let content = self.text.get(opening..quote).unwrap_or_default();
        !self.is_trusted && line_breaks(content).0 > MAX_LINES
    }

    /// Moves the place from a field's beginning to its end. Only in quotation marks there are line breaks.
    fn pass(&mut self, start: usize, end: usize, is_quoted: bool) {
        let content = self.text.get(start..end).unwrap_or_default();
        let (lines, last) = if is_quoted {
            line_breaks(content)
        } else {
            (0, 0)
        };
        if lines > 0 {
            self.line += lines;
            self.character = 1;
        }
        self.character += characters(content.get(last..).unwrap_or_default());
    }

    /// Moves past the delimiter or line break at a field's end; whether the row ends there.
    fn pass_end(&mut self, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let byte = bytes.get(end).copied();
        self.goes_on = byte.is_some_and(|it| it == self.delimiter);
        if self.goes_on {
            self.at = end + 1;
            self.character += 1;
            return false;
        }
        let is_pair = byte == Some(b'\r') && bytes.get(end + 1) == Some(&b'\n');
        self.at = end + if is_pair { 2 } else { 1 };
        self.line += 1;
        self.character = 1;
        true
    }
}

/// How many line breaks there are, and where the last line begins.
fn line_breaks(text: &str) -> (u32, usize) {
    let bytes = text.as_bytes();
    let mut lines = 0;
    let mut last = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let is_second =
            bytes.get(at) == Some(&b'\n') && at > 0 && bytes.get(at - 1) == Some(&b'\r');
        lines += u32::from(!is_second);
        last = at + 1;
    }
    (lines, last)
}

fn characters(text: &str) -> u32 {
    let is_first = |byte: &&u8| **byte & 0xC0 != 0x80;
    text.as_bytes().iter().filter(is_first).count() as u32
}
