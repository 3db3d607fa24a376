use std::ops::Range;

/// A word that no document has, and its replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The bytes of the word in the query.
    pub typed: Range<usize>,
    /// The word that was searched for instead.
    pub word: String,
    /// A document that has the replacement.
    pub document: u32,
}
