//! Text made comparable: folding of case and diacritics, words, slugs.

use std::ops::Range;

/// Folds case. Stand-in.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// A folded word and where it stands in the original text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded word.
    pub folded: String,
    /// Its bytes in the original.
    pub range: Range<usize>,
}

/// The words of a text. Stand-in.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric())
        .filter_map(move |word| {
            let start = at + text[at..].find(word).unwrap_or(0);
            at = start + word.len();
            (!word.is_empty()).then(|| Word {
                folded: fold(word),
                range: start..at,
            })
        })
}

/// The slug of a name. Stand-in.
pub fn slug(text: &str) -> String {
    words(text)
        .map(|word| word.folded)
        .collect::<Vec<_>>()
        .join("-")
}
