use super::atoms::{Atom, Atoms};
use super::terms::{PhraseAtom, Term, TermKind, Terms};
use crate::unicode::lower;
use std::ops::Range;

/// Finds what a query matches in a text, by the same definition as the [search](super): whole words,
/// phrases as one, nothing for what is left out.
///
/// ```
/// use atlas_engine::search::Highlighter;
/// let text = "Égalité, égal, inégal";
/// let marked: Vec<_> = Highlighter::new("egal").ranges(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(marked, ["Égalité", "égal"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Highlighter {
    terms: Vec<Term>,
}

impl Highlighter {
    /// Creates a highlighter for a query. A query that asks for nothing marks nothing.
    pub fn new(query: &str) -> Self {
        Self {
            terms: Terms::of(query).required,
        }
    }

    /// Returns whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Returns a highlighter for each thing that the query asks for.
    pub fn each(&self) -> impl Iterator<Item = Self> + '_ {
        self.terms.iter().map(|term| Self {
            terms: vec![term.clone()],
        })
    }

    /// Returns the bytes of every match, ascending and without overlap.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.terms.is_empty() {
            return ranges;
        }
        let mut atoms = Atoms::of(text);
        // The progress of each phrase, which may have begun in several places.
        let mut begun: Vec<Begun> = Vec::new();
        while let Some(atom) = atoms.next() {
            begun.retain_mut(|phrase| phrase.goes_on(&atoms.folded, &atom));
            for term in &self.terms {
                match &term.kind {
                    TermKind::Word(word) => {
                        if word.matches(&atoms.folded).is_some() {
                            ranges.push(atom.range.clone());
                        }
                    }
                    TermKind::Phrase(phrase) => {
                        let mut phrase = Begun {
                            phrase,
                            matched: 0,
                            start: atom.range.start,
                        };
                        if phrase.goes_on(&atoms.folded, &atom) {
                            begun.push(phrase);
                        }
                    }
                }
            }
            let complete = begun.iter().filter(|it| it.matched == it.phrase.len());
            ranges.extend(complete.map(|it| it.start..atom.range.end));
        }
        joined(ranges)
    }
}

pub(crate) fn spelling_of(word: &str, text: &str) -> Option<String> {
    let mut atoms = Atoms::of(text);
    while let Some(atom) = atoms.next() {
        if atoms.folded == word {
            return Some(text.get(atom.range)?.chars().map(lower).collect());
        }
    }
    None
}

struct Begun<'q> {
    phrase: &'q [PhraseAtom],
    matched: usize,
    start: usize,
}

impl Begun<'_> {
    fn goes_on(&mut self, folded: &str, atom: &Atom) -> bool {
        let next = self.phrase.get(self.matched);
        let is_next = next.is_some_and(|next| {
            let fits = self.matched == 0 || next.is_joined == atom.is_joined;
            fits && next.folded == folded
        });
        self.matched += usize::from(is_next);
        is_next
    }
}

/// The same bytes in order, with overlapping ranges joined. Expects ranges in the order of their ends.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for mut range in ranges {
        while let Some(before) = joined.pop_if(|before| range.start < before.end) {
            range.start = range.start.min(before.start);
            range.end = range.end.max(before.end);
        }
        joined.push(range);
    }
    joined
}
