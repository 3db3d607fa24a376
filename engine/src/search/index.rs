use super::correction::Correction;
use super::terms::{PhraseAtom, TermKind, Terms};
use super::word_match::{Quality, QueryWord};
use std::ops::Range;

/// Documents by their words. The different words are sorted in one string, so that those with the same
/// beginning are neighbours. Each has one list of its documents, with its precomputed fitness for each.
#[derive(Debug, Default)]
pub struct TextIndex {
    pub(super) document_count: usize,
    /// Every different word, sorted, one after the other.
    pub(super) letters: String,
    pub(super) ends: Vec<u32>,
    pub(super) letter_sets: Vec<u32>,
    pub(super) posting_bounds: Vec<u32>,
    /// Documents, ascending, with the word's fitness for each, above 0 and below 1.
    pub(super) postings: Vec<(u32, f32)>,
    /// Per document: its words in order, as positions, with [`FIELD_END`] after each field; for phrases.
    pub(super) sequence: Vec<u32>,
    pub(super) sequence_ends: Vec<u32>,
}

/// Separates two fields, so that no phrase spans both.
pub(super) const FIELD_END: u32 = u32::MAX;

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    documents: Vec<u32>,
    scores: Vec<f32>,
    corrections: Vec<Correction>,
}

impl Found {
    /// Returns the matching documents, ascending.
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// Returns how well a document matches, compared with others for the same query; more is better, and
    /// 0 is no match.
    pub fn score(&self, document: u32) -> f32 {
        self.scores.get(document as usize).copied().unwrap_or(0.0)
    }

    /// Returns all [scores](Found::score), by document.
    pub(crate) fn into_scores(self) -> Vec<f32> {
        self.scores
    }

    /// Returns the words that were replaced by others.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Adds documents to the results, before all others.
    pub fn put_first(&mut self, documents: impl Iterator<Item = u32>) {
        let best = self.scores.iter().copied().fold(0.0, f32::max);
        for document in documents {
            if let Some(score) = self.scores.get_mut(document as usize) {
                *score += best + 1.0;
            }
        }
        self.list();
    }

    /// Removes documents from the results.
    pub fn exclude(&mut self, documents: impl Iterator<Item = u32>) {
        for document in documents {
            if let Some(score) = self.scores.get_mut(document as usize) {
                *score = 0.0;
            }
        }
        self.list();
    }

    fn list(&mut self) {
        let documents = (0u32..).zip(&self.scores);
        let matching = documents.filter(|(_, score)| **score > 0.0);
        self.documents = matching.map(|(document, _)| document).collect();
    }
}

fn worth(quality: Quality) -> f32 {
    match quality {
        Quality::Exact => 1.0,
        Quality::Beginning => 0.6,
        Quality::Typo => 0.3,
    }
}

/// The set of a word's letters as bits; several letters share a bit. One edit adds at most one letter
/// that a word lacked, so words with two more letters need no closer look.
pub(super) fn letters_of(word: &str) -> u32 {
    word.chars()
        .fold(0, |set, letter| set | 1 << (letter as u32 % 32))
}

impl TextIndex {
    /// Finds the documents that have everything a query asks for and nothing that it leaves out; see
    /// [the definition](super). A query that does neither finds nothing.
    pub fn search(&self, query: &str) -> Found {
        let terms = Terms::of(query);
        if terms.is_empty() {
            return Found::default();
        }
        let mut found = Found {
            // If nothing is asked for, everything is found except what is left out.
            scores: vec![1.0; self.document_count],
            ..Found::default()
        };
        let mut fitness = vec![0.0f32; self.document_count];
        for (at, term) in terms.required.iter().enumerate() {
            fitness.fill(0.0);
            if let Some((word, document)) = self.fit(&term.kind, &mut fitness) {
                found.corrections.push(Correction {
                    typed: term.range.clone(),
                    word,
                    document,
                });
            }
            let having = fitness.iter().filter(|&&fit| fit > 0.0).count() as f32;
            let all = self.document_count as f32;
            // Above 0, however many documents there are or match.
            let rarity = ((all - having + 0.5) / (having + 0.5)).ln_1p();
            let mut is_any_left = false;
            for (score, fit) in found.scores.iter_mut().zip(&fitness) {
                let before = if at == 0 { 0.0 } else { *score };
                let stays = *fit > 0.0 && (at == 0 || before > 0.0);
                *score = if stays { before + fit * rarity } else { 0.0 };
                is_any_left |= stays;
            }
            if !is_any_left {
                break;
            }
        }
        for term in &terms.excluded {
            fitness.fill(0.0);
            self.fit(&term.kind, &mut fitness);
            for (score, fit) in found.scores.iter_mut().zip(&fitness) {
                if *fit > 0.0 {
                    *score = 0.0;
                }
            }
        }
        found.list();
        found
    }

    /// Computes how well each document fits what is asked for. If no document has the typed word,
    /// returns the word it was taken for and the first document with that word.
    fn fit(&self, kind: &TermKind, fitness: &mut [f32]) -> Option<(String, u32)> {
        match kind {
            TermKind::Phrase(atoms) => {
                self.fit_phrase(atoms, fitness);
                None
            }
            TermKind::Word(typed) => {
                let mut is_there = false;
                let mut taken_for = None;
                self.for_each_match(typed, |matched, quality| {
                    let worth = worth(quality);
                    let postings = self.postings(matched);
                    for &(document, fit) in postings {
                        if let Some(best) = fitness.get_mut(document as usize) {
                            *best = best.max(fit * worth);
                        }
                    }
                    is_there |= quality != Quality::Typo;
                    // Prefer the length closest to the typed one, then the most frequent word.
                    let letters = self.word(matched).chars().count();
                    let length = letters.abs_diff(typed.text.chars().count());
                    let rank = (usize::MAX - length, postings.len());
                    if taken_for.is_none_or(|(_, best)| rank > best) {
                        taken_for = Some((matched, rank));
                    }
                });
                let (word, _) = taken_for.filter(|_| !is_there)?;
                let (document, _) = self.postings(word).first()?;
                Some((self.word(word).to_owned(), *document))
            }
        }
    }

    fn fit_phrase(&self, atoms: &[PhraseAtom], fitness: &mut [f32]) {
        let words = self.phrase_words(atoms);
        let postings = |words: &Range<usize>| {
            let bound = |at: usize| self.posting_bounds.get(at).copied().unwrap_or(0);
            bound(words.start)..bound(words.end)
        };
        let rarest = words
            .iter()
            .map(postings)
            .min_by_key(ExactSizeIterator::len);
        let Some(rarest) = rarest else {
            return;
        };
        let candidates = self
            .postings
            .get(rarest.start as usize..rarest.end as usize);
        for &(document, fit) in candidates.unwrap_or_default() {
            let Some(best) = fitness.get_mut(document as usize) else {
                continue;
            };
            if *best < fit && (*best > 0.0 || words.len() < 2 || self.has_phrase(document, &words))
            {
                *best = fit;
            }
        }
    }

    /// The positions of the words of a phrase. An unspaced character at its end means all pairs it
    /// begins.
    fn phrase_words(&self, atoms: &[PhraseAtom]) -> Vec<Range<usize>> {
        let mut words = Vec::with_capacity(atoms.len());
        for (at, atom) in atoms.iter().enumerate() {
            let next = atoms.get(at + 1);
            words.push(match next.filter(|next| next.is_joined) {
                Some(next) => self.exactly(&[atom.folded.as_str(), &next.folded].concat()),
                None if !atom.is_unspaced || next.is_some() => self.exactly(&atom.folded),
                // The previous pair already contains this one.
                None if atom.is_joined && at > 0 => continue,
                None => self.words_from(&atom.folded),
            });
        }
        words
    }

    /// The position of a word, as a range that is empty if no document has it.
    fn exactly(&self, word: &str) -> Range<usize> {
        let start = self.partition_point(0, |other| other < word);
        let is_there = start < self.ends.len() && self.word(start) == word;
        start..start + usize::from(is_there)
    }

    fn has_phrase(&self, document: u32, words: &[Range<usize>]) -> bool {
        let end = |document: usize| self.sequence_ends.get(document).copied().unwrap_or(0) as usize;
        let begin = (document as usize).checked_sub(1).map_or(0, end);
        let sequence = self.sequence.get(begin..end(document as usize));
        let mut places = sequence.unwrap_or_default().windows(words.len());
        places.any(|place| {
            let mut pairs = place.iter().zip(words);
            pairs.all(|(word, wanted)| wanted.contains(&(*word as usize)))
        })
    }

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

    fn words_from(&self, beginning: &str) -> Range<usize> {
        let start = self.partition_point(0, |word| word < beginning);
        let end = self.partition_point(start, |word| word.starts_with(beginning));
        start..end
    }

    /// The first position from `low` on where `before`, true up to some word and then false, is false.
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
    fn exact_matches_rank_before_prefixes_and_prefixes_before_typos() {
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
    fn an_unfinished_document_is_not_found() {
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
