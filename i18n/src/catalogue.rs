//! The lines of a language file, and English in the same form.

use crate::english;
use crate::message::{FORMER, Message, PluralMessage};

/// The first line of each kind in a language file.
pub struct FirstLine;

impl FirstLine {
    /// The forms of the first [`PluralMessage`].
    pub const PLURALS: usize = Message::ALL.len();
    /// The name of the first of the [`FORMER`] countries.
    pub const FORMER: usize = Self::PLURALS + PluralMessage::ALL.len();
    /// The name of the first country, ordered by code. [`ENGLISH`] ends before it.
    pub const COUNTRIES: usize = Self::FORMER + FORMER.len();
    /// The name of the first region, ordered by slug.
    pub const REGIONS: usize = Self::COUNTRIES + 250;
    /// The short name of January, if browsers do not know the language's months; then the first
    /// [`LoaderMessage`](crate::LoaderMessage).
    pub const MONTHS: usize = Self::REGIONS + 23;
}

/// The English messages, one per line: each [`Message`], each [`PluralMessage`], each of [`FORMER`].
pub const ENGLISH: &str = {
    match std::str::from_utf8(&ENGLISH_BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

const ENGLISH_BYTES: [u8; english_length()] = {
    let mut bytes = [b'\n'; english_length()];
    let (mut line, mut at) = (0, 0);
    while line < FirstLine::COUNTRIES {
        let text = english_line(line).as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            bytes[at] = text[byte];
            (byte, at) = (byte + 1, at + 1);
        }
        (line, at) = (line + 1, at + 1);
    }
    bytes
};

const fn english_length() -> usize {
    let (mut line, mut length) = (0, 0);
    while line < FirstLine::COUNTRIES {
        length += english_line(line).len() + 1;
        line += 1;
    }
    length - 1
}

const fn english_line(line: usize) -> &'static str {
    if line < FirstLine::PLURALS {
        english::message(Message::ALL[line])
    } else if line < FirstLine::FORMER {
        english::plural(PluralMessage::ALL[line - FirstLine::PLURALS])
    } else {
        english::FORMER[line - FirstLine::FORMER]
    }
}
