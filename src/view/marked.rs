//! Text with the matches of the search marked.

use super::element::el;
use super::reactive::part;
use crate::atlas::Atlas;
use leptos::prelude::*;

/// At most so many matches are marked in one text.
const MOST_MARKS: usize = 100;

/// A text as text, its matches in `<mark>`; follows the search.
pub(crate) fn marked(atlas: Atlas, text: impl Into<String>) -> AnyView {
    let text = text.into();
    part(move || {
        let ranges = atlas.highlighter().ranges(&text);
        if ranges.is_empty() {
            return Some(text.clone().into_any());
        }
        let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
        let mut at = 0;
        for range in ranges.into_iter().take(MOST_MARKS) {
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
