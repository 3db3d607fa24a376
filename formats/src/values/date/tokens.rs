//! Cuts a text that may be a date into numbers, words and signs.

use super::words::{Kind, MOST_WORDS, Meaning, meaning};
use crate::values::digits::ascii_digit;
use atlas_engine::text::fold;

/// The longest text that is read as a date, in bytes: a date and time with words around it.
const MAX_BYTES: usize = 160;
/// The most parts of such a text.
const MAX_TOKENS: usize = 40;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A number of at most eight digits, and how many digits it has.
    Number { value: u32, digits: u8 },
    /// A word that can be in a date.
    Word(Meaning),
    /// Anything else.
    Sign(char),
}

/// A part, and whether a space is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) part: Part,
    pub(super) is_spaced: bool,
}

impl Token {
    pub(super) fn is_sign(self, sign: char) -> bool {
        self.part == Part::Sign(sign)
    }

    pub(super) fn number(self) -> Option<u32> {
        match self.part {
            Part::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    pub(super) fn word(self) -> Option<Meaning> {
        match self.part {
            Part::Word(meaning) => Some(meaning),
            _ => None,
        }
    }
}

/// The dash between two ends of a period, of any length.
pub(super) const DASH: char = '–';
/// What stands for the century in “Jun '14”.
pub(super) const APOSTROPHE: char = '\'';

/// Cuts a text into its parts; `None` if it has a word that is in no date, or is too long for one.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_BYTES {
        return None;
    }
    let mut cutter = Cutter::default();
    for character in text.chars() {
        cutter.take(character)?;
    }
    cutter.end_word()?;
    let tokens = cutter.tokens;
    (tokens.len() <= MAX_TOKENS).then_some(tokens)
}

/// Whether a word is one with the number after it, and means nothing there: `D2012`, `R-2012`.
pub(super) fn is_file_number(tokens: &[Token]) -> bool {
    let is_prefix = |token: &Token| {
        let word = token.word();
        word.is_some_and(|it| {
            let can_be_glued = [Kind::Quarter, Kind::Half, Kind::Part]
                .iter()
                .any(|kind| it.is(*kind));
            it.month.is_none() && !can_be_glued
        })
    };
    let is_glued = |token: &Token| token.number().is_some() && !token.is_spaced;
    let is_marked = matches!(tokens, [word, sign, number, ..]
        if is_prefix(word) && sign.is_sign('-') && !sign.is_spaced && is_glued(number));
    is_marked
        || tokens
            .array_windows()
            .any(|[word, number]| is_prefix(word) && is_glued(number))
}

/// What the last character belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    Word,
    Number,
    Apostrophe,
}

#[derive(Default)]
struct Cutter {
    tokens: Vec<Token>,
    /// Words in a row that are not resolved, and whether a space is before each.
    words: Vec<(String, bool)>,
    within: Within,
    is_spaced: bool,
}

impl Cutter {
    fn take(&mut self, character: char) -> Option<()> {
        if let Some(digit) = ascii_digit(character) {
            return self.digit(digit);
        }
        if self.within != Within::Word {
            self.within = Within::Nothing;
        }
        match character {
            // Signs of direction, soft hyphens, and ordinal indicators say nothing.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => {}
            'ª' | 'º' | '°' => self.space(),
            '\'' | '’' | '`' | '´' => {
                self.space();
                self.within = Within::Apostrophe;
                return Some(());
            }
            letter if letter.is_alphabetic() || is_mark(letter) => {
                if self.within != Within::Word {
                    self.words.push((String::new(), self.is_spaced));
                    self.within = Within::Word;
                    self.is_spaced = false;
                }
                if let Some((word, _)) = self.words.last_mut() {
                    word.push(letter);
                }
            }
            space if space.is_whitespace() => self.space(),
            sign => {
                // A dot after an abbreviated word says nothing.
                if sign == '.' && self.within == Within::Word {
                    self.within = Within::Nothing;
                    return Some(());
                }
                self.end_word()?;
                self.push(Part::Sign(match sign {
                    '–' | '—' | '―' | '→' | '~' => DASH,
                    '‐' | '‑' | '−' | '\u{ad}' => '-',
                    '،' => ',',
                    other => other,
                }));
            }
        }
        Some(())
    }

    fn space(&mut self) {
        self.within = Within::Nothing;
        self.is_spaced = true;
    }

    fn push(&mut self, part: Part) {
        self.tokens.push(Token {
            part,
            is_spaced: self.is_spaced,
        });
        self.is_spaced = false;
        self.within = Within::Nothing;
    }

    fn digit(&mut self, digit: u8) -> Option<()> {
        let is_after_apostrophe = self.within == Within::Apostrophe;
        let is_in_number = self.within == Within::Number;
        self.end_word()?;
        // In “Jun '14”, the number is a year; an apostrophe between letters is a space.
        if is_after_apostrophe {
            self.push(Part::Sign(APOSTROPHE));
        }
        let last = self.tokens.last_mut().filter(|_| is_in_number);
        if let Some(Token {
            part: Part::Number { value, digits },
            ..
        }) = last
        {
            if *digits == 8 {
                return None;
            }
            *value = *value * 10 + u32::from(digit);
            *digits += 1;
        } else {
            self.push(Part::Number {
                value: digit.into(),
                digits: 1,
            });
        }
        self.within = Within::Number;
        Some(())
    }

    /// Resolves the words in a row, the longest entries first.
    fn end_word(&mut self) -> Option<()> {
        let words: Vec<_> = std::mem::take(&mut self.words);
        self.within = Within::Nothing;
        let mut at = 0;
        while let Some((_, is_spaced)) = words.get(at) {
            let (length, found) = (1..=MOST_WORDS).rev().find_map(|length| {
                let entry: Vec<&str> = words
                    .get(at..at + length)?
                    .iter()
                    .map(|(word, _)| word.as_str())
                    .collect();
                Some((length, meaning(&entry.join(" "))?))
            })?;
            let token = Token {
                part: Part::Word(found),
                is_spaced: *is_spaced,
            };
            self.tokens.push(token);
            at += length;
            if self.tokens.len() > MAX_TOKENS {
                return None;
            }
        }
        Some(())
    }
}

/// Whether a character belongs to the letter before it.
fn is_mark(character: char) -> bool {
    fold(character.encode_utf8(&mut [0; 4])).is_empty()
}
