use super::atoms::Atoms;
use super::index::{FIELD_END, TextIndex, letters_of};
use crate::sort::sort_positions;
use crate::string_table::StringTable;

/// Reads documents field by field into a [`TextIndex`].
#[derive(Debug, Default)]
pub struct TextIndexBuilder {
    /// Every different word, one after the other, in the order of first occurrence.
    letters: String,
    ends: Vec<u32>,
    /// The position of each word among them.
    positions: StringTable,
    /// Per word: its latest place in `entries`.
    latest: Vec<u32>,
    /// Per document: each of its words once, with its total weight.
    entries: Vec<(u32, f32)>,
    /// Per document: all its words, in order.
    sequence: Vec<u32>,
    sequence_ends: Vec<u32>,
    document_ends: Vec<u32>,
    lengths: Vec<u32>,
    length: u32,
    folded: String,
    pair: String,
}

/// How soon repetition adds nothing (BM25's k1).
const SATURATION: f32 = 1.2;
/// How far long documents are assumed to have more of every word (BM25's b).
const LENGTH_SHARE: f32 = 0.6;

impl TextIndexBuilder {
    /// Adds a text to the current document. Each of its words counts `weight` times (above 0).
    ///
    /// In a script without spaces, every two neighbouring characters are a word, and so is the last of a
    /// run: any part of a text then finds it, and the index stays linear.
    pub fn field(&mut self, weight: f32, text: &str) {
        let mut pair = std::mem::take(&mut self.pair);
        pair.clear();
        let mut atoms = Atoms::reusing(text, std::mem::take(&mut self.folded));
        while let Some(atom) = atoms.next() {
            if !pair.is_empty() {
                if atom.is_joined {
                    pair.push_str(&atoms.folded);
                }
                self.word(weight, &pair);
                pair.clear();
            }
            if atom.is_unspaced {
                pair.push_str(&atoms.folded);
            } else {
                self.word(weight, &atoms.folded);
            }
        }
        if !pair.is_empty() {
            self.word(weight, &pair);
        }
        self.sequence.push(FIELD_END);
        self.folded = atoms.folded;
        self.pair = pair;
    }

    fn word(&mut self, weight: f32, folded: &str) {
        let begin = self.document_ends.last().copied().unwrap_or(0);
        self.length += 1;
        let word = self.intern(folded);
        self.sequence.push(word);
        let Some(latest) = self.latest.get_mut(word as usize) else {
            return;
        };
        match self.entries.get_mut(*latest as usize) {
            Some((of, gathered)) if *latest >= begin && *of == word => *gathered += weight,
            _ => {
                *latest = self.entries.len() as u32;
                self.entries.push((word, weight));
            }
        }
    }

    /// Ends the current document; the next field starts another.
    pub fn end_document(&mut self) {
        self.document_ends.push(self.entries.len() as u32);
        self.sequence_ends.push(self.sequence.len() as u32);
        self.lengths.push(std::mem::take(&mut self.length));
    }

    /// Returns the index of all ended documents.
    pub fn finish(mut self) -> TextIndex {
        let last_end = |ends: &[u32]| ends.last().copied().unwrap_or(0) as usize;
        self.entries.truncate(last_end(&self.document_ends));
        self.sequence.truncate(last_end(&self.sequence_ends));
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
        for word in &mut self.sequence {
            if let Some(rank) = ranks.get(*word as usize) {
                *word = *rank;
            }
        }
        index.sequence = self.sequence;
        index.sequence_ends = self.sequence_ends;

        // Move entries from documents to words: count, then place.
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

    fn intern(&mut self, word: &str) -> u32 {
        if let Some(position) = self.positions.get(word) {
            return position;
        }
        let position = self.ends.len() as u32;
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.latest.push(0);
        self.positions.insert(word, position);
        position
    }
}
