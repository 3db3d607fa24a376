//! The index and its answers.

use super::word_match::{Quality, QueryWord};
use std::ops::Range;

/// Documents by the words they have.
///
/// The different words stand sorted in one string, so that those with a given beginning are
/// neighbours; every word's documents stand in one list, with how well the word fits the document
/// worked out beforehand.
#[derive(Debug, Default)]
pub struct TextIndex {
    pub(super) document_count: usize,
    /// Every different word, sorted, one after the other.
    pub(super) letters: String,
    /// Where each word ends in `letters`.
    pub(super) ends: Vec<u32>,
    /// For each word the set of its letters, see [`letters_of`].
    pub(super) letter_sets: Vec<u32>,
    /// Where each word's documents begin in `postings`, and where the last one's end.
    pub(super) posting_bounds: Vec<u32>,
    /// Documents, ascending, and the word's fitness for each, above 0 and below 1.
    pub(super) postings: Vec<(u32, f32)>,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    documents: Vec<u32>,
    scores: Vec<f32>,
}

impl Found {
    /// The documents that match, ascending.
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// How well a document matches; more is better, and 0 is no match.
    pub fn score(&self, document: u32) -> f32 {
        self.scores.get(document as usize).copied().unwrap_or(0.0)
    }
}

/// What a match of each quality is worth.
fn worth(quality: Quality) -> f32 {
    match quality {
        Quality::Exact => 1.0,
        Quality::Beginning => 0.6,
        Quality::Typo => 0.3,
    }
}

/// The letters of a word as bits, several letters sharing one. One edit puts at most one letter
/// into a word that it lacked, so that words with two letters more need no closer look.
pub(super) fn letters_of(word: &str) -> u32 {
    word.chars()
        .fold(0, |set, letter| set | 1 << (letter as u32 % 32))
}

impl TextIndex {
    /// Finds the documents that match every word of a query; see [the definition](super).
    ///
    /// A query without words finds nothing.
    pub fn search(&self, query: &str) -> Found {
        let words = QueryWord::all(query);
        if words.is_empty() {
            return Found::default();
        }
        let mut scores = vec![0.0; self.document_count];
        let mut fitness = vec![0.0f32; self.document_count];
        for (at, word) in words.iter().enumerate() {
            fitness.fill(0.0);
            self.for_each_match(word, |matched, quality| {
                let worth = worth(quality);
                for &(document, fit) in self.postings(matched) {
                    if let Some(best) = fitness.get_mut(document as usize) {
                        *best = best.max(fit * worth);
                    }
                }
            });
            let having = fitness.iter().filter(|&&fit| fit > 0.0).count() as f32;
            let all = self.document_count as f32;
            // Above 0, however many documents there are and match.
            let rarity = ((all - having + 0.5) / (having + 0.5)).ln_1p();
            for (score, fit) in scores.iter_mut().zip(&fitness) {
                let stays = *fit > 0.0 && (at == 0 || *score > 0.0);
                *score = if stays { *score + fit * rarity } else { 0.0 };
            }
        }
        let documents = (0u32..).zip(&scores);
        Found {
            documents: documents
                .filter(|(_, score)| **score > 0.0)
                .map(|(document, _)| document)
                .collect(),
            scores,
        }
    }

    /// Hands out the position of every word that matches, in order.
    fn for_each_match(&self, typed: &QueryWord, mut each: impl FnMut(usize, Quality)) {
        let begun = self.words_from(&typed.text);
        for position in begun.clone() {
            let whole = self.word(position).len() == typed.text.len();
            let quality = if whole {
                Quality::Exact
            } else {
                Quality::Beginning
            };
            each(position, quality);
        }
        if !typed.forgives() {
            return;
        }
        let letters = letters_of(&typed.text);
        for (position, &set) in self.letter_sets.iter().enumerate() {
            let missing = letters & !set;
            let at_most_one = missing & missing.wrapping_sub(1) == 0;
            if at_most_one
                && !begun.contains(&position)
                && let Some(quality) = typed.matches(self.word(position))
            {
                each(position, quality);
            }
        }
    }

    /// The positions of the words that start with `beginning`.
    fn words_from(&self, beginning: &str) -> Range<usize> {
        let start = self.partition_point(0, |word| word < beginning);
        let end = self.partition_point(start, |word| word.starts_with(beginning));
        start..end
    }

    /// The first position from `low` on whose word does not satisfy `before`, which holds for
    /// some words and none after them.
    fn partition_point(&self, mut low: usize, before: impl Fn(&str) -> bool) -> usize {
        let mut high = self.ends.len();
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn word(&self, position: usize) -> &str {
        let end = |position: usize| self.ends.get(position).copied().unwrap_or(0) as usize;
        let begin = position.checked_sub(1).map_or(0, end);
        self.letters.get(begin..end(position)).unwrap_or_default()
    }

    fn postings(&self, position: usize) -> &[(u32, f32)] {
        match self.posting_bounds.get(position..position + 2) {
            Some(&[begin, end]) => self
                .postings
                .get(begin as usize..end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::search::TextIndexBuilder;

    fn ranked(documents: &[&[(f32, &str)]], query: &str) -> Vec<u32> {
        let mut builder = TextIndexBuilder::default();
        for fields in documents {
            for (weight, text) in *fields {
                builder.field(*weight, text);
            }
            builder.end_document();
        }
        let found = builder.finish().search(query);
        let mut documents = found.documents().to_vec();
        documents.sort_by(|&one, &other| found.score(other).total_cmp(&found.score(one)));
        documents
    }

    #[test]
    fn the_word_itself_ranks_before_a_beginning_and_a_beginning_before_a_typo() {
        let documents: [&[(f32, &str)]; 4] = [
            &[(1.0, "righd of one")],
            &[(1.0, "rights of one")],
            &[(1.0, "right of one")],
            &[(1.0, "wrong of one")],
        ];
        assert_eq!(ranked(&documents, "right"), [2, 1, 0]);
    }

    #[test]
    fn a_title_ranks_before_prose() {
        let documents: [&[(f32, &str)]; 2] = [
            &[(4.0, "A title"), (1.0, "Labour in prose")],
            &[(4.0, "Labour as title"), (1.0, "in prose")],
        ];
        assert_eq!(ranked(&documents, "labour"), [1, 0]);
    }

    #[test]
    fn every_word_must_match() {
        let documents: [&[(f32, &str)]; 3] = [
            &[(1.0, "human rights"), (1.0, "Kosovo")],
            &[(1.0, "human trafficking")],
            &[(1.0, "rights")],
        ];
        assert_eq!(ranked(&documents, "rights human"), [0]);
        assert_eq!(ranked(&documents, "kos HUMAN rights"), [0]);
        assert_eq!(ranked(&documents, "rights absent"), [0u32; 0]);
        assert_eq!(ranked(&documents, " – "), [0u32; 0]);
    }

    #[test]
    fn a_document_that_was_not_ended_is_not_found() {
        let mut builder = TextIndexBuilder::default();
        builder.field(1.0, "ended");
        builder.end_document();
        builder.field(1.0, "not ended");
        let index = builder.finish();
        assert_eq!(index.search("ended").documents(), [0]);
        assert_eq!(index.search("not").documents(), [0u32; 0]);
    }

    #[test]
    fn an_empty_index_finds_nothing() {
        assert!(
            TextIndexBuilder::default()
                .finish()
                .search("a")
                .documents()
                .is_empty()
        );
    }
}
