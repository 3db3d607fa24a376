//! What to mark in a text because it was searched for.

use super::word_match::QueryWord;
use crate::text::next_word;
use std::ops::Range;

/// Marks the words of a text that match a word of a query, by the definition that decides what
/// is [found](super).
///
/// ```
/// use atlas_engine::search::Highlighter;
/// let text = "Égalité, égal, inégal";
/// let marked: Vec<_> = Highlighter::new("egal").ranges(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(marked, ["Égalité", "égal"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Highlighter {
    words: Vec<QueryWord>,
}

impl Highlighter {
    /// Prepares to mark the words of a query. A query without words marks nothing.
    pub fn new(query: &str) -> Self {
        Self {
            words: QueryWord::all(query),
        }
    }

    /// The bytes of every matching word: ascending, never overlapping, whole words always.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.words.is_empty() {
            return ranges;
        }
        let mut folded = String::new();
        let mut at = 0;
        while let Some(range) = next_word(text, at, &mut folded) {
            at = range.end;
            if self
                .words
                .iter()
                .any(|word| word.matches(&folded).is_some())
            {
                ranges.push(range);
            }
        }
        ranges
    }
}
