//! Reading text into an index.

use super::index::{TextIndex, letters_of};
use crate::names::Positions;
use crate::order::sort_positions;
use crate::text::next_word;

/// Reads documents field by field, and gives a [`TextIndex`].
///
/// Words are kept once in one string and looked up by a hash table of bare numbers: that and the
/// lists below are all that grows while reading.
#[derive(Debug, Default)]
pub struct TextIndexBuilder {
    /// Every different word, one after the other, in the order of first sight.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    positions: Positions,
    /// For each word its latest place in `entries`.
    latest: Vec<u32>,
    /// Document by document, each of its words once, with the weight it gathered.
    entries: Vec<(u32, f32)>,
    /// Where each finished document ends in `entries`.
    document_ends: Vec<u32>,
    /// How many words each finished document has.
    lengths: Vec<u32>,
    /// How many words the current document has so far.
    length: u32,
    folded: String,
}

/// Repetition: how soon more of the same adds nothing (BM25's k1).
const SATURATION: f32 = 1.2;
/// How far long documents are held to have more of every word (BM25's b).
const LENGTH_SHARE: f32 = 0.6;

impl TextIndexBuilder {
    /// Adds a text to the current document. Each of its words counts `weight` times,
    /// which is above 0.
    pub fn field(&mut self, weight: f32, text: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        let begin = self.document_ends.last().copied().unwrap_or(0);
        let mut at = 0;
        while let Some(range) = next_word(text, at, &mut folded) {
            at = range.end;
            self.length += 1;
            let word = self.intern(&folded);
            let Some(latest) = self.latest.get_mut(word as usize) else {
                continue;
            };
            match self.entries.get_mut(*latest as usize) {
                Some((of, gathered)) if *latest >= begin && *of == word => *gathered += weight,
                _ => {
                    *latest = self.entries.len() as u32;
                    self.entries.push((word, weight));
                }
            }
        }
        self.folded = folded;
    }

    /// Ends the current document; the next field begins another.
    pub fn end_document(&mut self) {
        self.document_ends.push(self.entries.len() as u32);
        self.lengths.push(std::mem::take(&mut self.length));
    }

    /// Gives the index of all documents ended.
    pub fn finish(mut self) -> TextIndex {
        self.entries
            .truncate(self.document_ends.last().copied().unwrap_or(0) as usize);
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let spans: Vec<(u32, u32)> = begins.zip(self.ends.iter().copied()).collect();
        let text = |word: u32| -> &str {
            let (begin, end) = spans.get(word as usize).copied().unwrap_or_default();
            self.letters
                .get(begin as usize..end as usize)
                .unwrap_or_default()
        };
        let mut order: Vec<u32> = (0..spans.len() as u32).collect();
        sort_positions(&mut order, &mut |one, other| text(one).cmp(text(other)));

        let mut index = TextIndex {
            document_count: self.lengths.len(),
            ..TextIndex::default()
        };
        let mut ranks = vec![0u32; order.len()];
        for (rank, &word) in (0u32..).zip(&order) {
            let word_text = text(word);
            index.letters.push_str(word_text);
            index.ends.push(index.letters.len() as u32);
            index.letter_sets.push(letters_of(word_text));
            if let Some(slot) = ranks.get_mut(word as usize) {
                *slot = rank;
            }
        }

        // Entries move from documents to words: count, then place.
        let mut next = vec![0u32; order.len() + 1];
        for (word, _) in &mut self.entries {
            *word = ranks.get(*word as usize).copied().unwrap_or(0);
            if let Some(count) = next.get_mut(*word as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        index.posting_bounds.clone_from(&next);
        index.postings = vec![(0, 0.0); self.entries.len()];
        let words: u64 = self.lengths.iter().map(|&length| u64::from(length)).sum();
        let usual_length = words as f32 / self.lengths.len().max(1) as f32;
        let mut begin = 0;
        let documents = (0u32..).zip(&self.document_ends).zip(&self.lengths);
        for ((document, &end), &length) in documents {
            let share = length as f32 / usual_length.max(1.0);
            let half = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * share);
            let entries = self.entries.get(begin as usize..end as usize);
            for &(word, gathered) in entries.unwrap_or_default() {
                if let Some(slot) = next.get_mut(word as usize) {
                    if let Some(posting) = index.postings.get_mut(*slot as usize) {
                        *posting = (document, gathered / (gathered + half));
                    }
                    *slot += 1;
                }
            }
            begin = end;
        }
        index
    }

    /// The position of a word, which is added at need.
    fn intern(&mut self, word: &str) -> u32 {
        let is_at = |at: u32| self.text(at) == word;
        if let Some(position) = self.positions.find(word, &is_at) {
            return position;
        }
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.latest.push(0);
        self.positions.add(word)
    }

    fn text(&self, word: u32) -> &str {
        let end = |word: usize| self.ends.get(word).copied().unwrap_or(0) as usize;
        let begin = (word as usize).checked_sub(1).map_or(0, end);
        self.letters
            .get(begin..end(word as usize))
            .unwrap_or_default()
    }
}
