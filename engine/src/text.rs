//! Text made comparable: folding of case and diacritics, words, slugs.
//!
//! To come.
