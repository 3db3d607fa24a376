use crate::text::{is_mark, next_word, push_text};
use crate::unicode::is_unspaced;
use std::ops::Range;

/// Iterates over a text by atoms: [words](crate::text::words), and single characters of scripts without
/// spaces between words. Their folded form is lent, so that a long text needs no allocations.
#[derive(Debug)]
pub(super) struct Atoms<'t> {
    text: &'t str,
    /// The rest of a word that has characters of an unspaced script.
    rest: Range<usize>,
    /// Where the latest unspaced character ended, including its marks.
    unspaced_end: Option<usize>,
    /// The latest atom, folded; never empty.
    pub(super) folded: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Atom {
    pub(super) range: Range<usize>,
    pub(super) is_unspaced: bool,
    /// Whether it directly follows another such character.
    pub(super) is_joined: bool,
}

/// The least first byte of characters from U+0800 on, which include all unspaced ones.
const MIN_UNSPACED_BYTE: u8 = 0xe0;

impl<'t> Atoms<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self::reusing(text, String::new())
    }

    pub(super) fn reusing(text: &'t str, folded: String) -> Self {
        Self {
            text,
            rest: 0..0,
            unspaced_end: None,
            folded,
        }
    }

    pub(super) fn next(&mut self) -> Option<Atom> {
        if self.rest.is_empty() {
            let word = next_word(self.text, self.rest.end, &mut self.folded)?;
            if !self.folded.bytes().any(|byte| byte >= MIN_UNSPACED_BYTE) {
                self.rest = word.end..word.end;
                self.unspaced_end = None;
                return Some(Atom {
                    range: word,
                    is_unspaced: false,
                    is_joined: false,
                });
            }
            self.rest = word;
        }
        self.split()
    }

    fn split(&mut self) -> Option<Atom> {
        let start = self.rest.start;
        let rest = self.text.get(self.rest.clone())?;
        let is_unspaced = rest.starts_with(is_unspaced);
        let mut characters = rest.char_indices().skip(1);
        let end = if is_unspaced {
            characters.find(|(_, character)| !is_mark(*character))
        } else {
            characters.find(|(_, character)| self::is_unspaced(*character))
        };
        let end = end.map_or(self.rest.end, |(length, _)| start + length);
        self.rest.start = end;
        self.folded.clear();
        push_text(&mut self.folded, self.text.get(start..end)?);
        let before = self.unspaced_end.and_then(|end| self.text.get(end..start));
        let is_joined = is_unspaced && before.is_some_and(is_no_gap);
        self.unspaced_end = is_unspaced.then_some(end);
        Some(Atom {
            range: start..end,
            is_unspaced,
            is_joined,
        })
    }
}

/// Whether nothing visible is between two characters: Khmer and Thai have invisible spaces for line
/// breaks.
fn is_no_gap(between: &str) -> bool {
    between.chars().all(|character| character == '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atoms(text: &str) -> Vec<(&str, String, bool)> {
        let mut atoms = Atoms::of(text);
        let mut all = Vec::new();
        while let Some(atom) = atoms.next() {
            all.push((&text[atom.range], atoms.folded.clone(), atom.is_joined));
        }
        all
    }

    #[test]
    fn words_stay_whole_and_unspaced_scripts_are_split_into_characters() {
        let found = atoms("ODA事業、2016年 Éa\u{301}t");
        let folded: Vec<_> = found.iter().map(|(_, folded, _)| folded.as_str()).collect();
        assert_eq!(folded, ["oda", "事", "業", "2016", "年", "eat"]);
        let joined: Vec<_> = found.iter().map(|(.., joined)| *joined).collect();
        assert_eq!(joined, [false, false, true, false, false, false]);
        let original: String = found.iter().map(|(original, ..)| *original).collect();
        assert_eq!(original, "ODA事業2016年Éa\u{301}t");
    }

    #[test]
    fn a_zero_width_space_joins_characters_and_a_visible_space_does_not() {
        let joined = |text: &str| atoms(text).last().map(|(.., joined)| *joined);
        assert_eq!(joined("ក\u{200b}ខ"), Some(true));
        assert_eq!(joined("ก ข"), Some(false));
        assert_eq!(joined("中。文"), Some(false));
    }
}
