//! Text with the matches of the search marked.

use super::element::el;
use super::reactive::part;
use crate::atlas::Atlas;
use leptos::prelude::*;

/// At most so many matches are marked in a name or a title.
const MOST_MARKS: usize = 6;

/// A name or a title as text, its matches in `<mark>`; follows the search.
pub(crate) fn marked(atlas: Atlas, text: impl Into<String>) -> AnyView {
    marked_text(atlas, text, MOST_MARKS)
}

/// As [`marked`], for a text of which so many matches are marked at most.
pub(crate) fn marked_text(atlas: Atlas, text: impl Into<String>, most: usize) -> AnyView {
    let text = text.into();
    part(move || {
        let ranges = atlas.highlighter().ranges(&text);
        if ranges.is_empty() {
            return Some(text.clone().into_any());
        }
        let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
        let mut at = 0;
        for range in ranges.into_iter().take(most) {
            let before = text.get(at..range.start);
            if let (Some(before), Some(matched)) = (before, text.get(range.clone())) {
                pieces.push(before.to_owned().into_any());
                pieces.push(el("mark").child(matched).finish());
                at = range.end;
            }
        }
        pieces.push(text.get(at..).unwrap_or_default().to_owned().into_any());
        Some(pieces.into_any())
    })
}
