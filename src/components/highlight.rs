use crate::dom::dynamic::dynamic;
use crate::dom::element::el;
use crate::state::Atlas;
use leptos::prelude::*;
use std::ops::Range;

const MAX_MARKS: usize = 6;

pub(crate) fn highlighted(atlas: Atlas, text: impl Into<String>) -> AnyView {
    highlighted_text(atlas, text, MAX_MARKS)
}

pub(crate) fn highlighted_text(atlas: Atlas, text: impl Into<String>, max: usize) -> AnyView {
    let text = text.into();
    dynamic(move || {
        let mut ranges = atlas.highlighter().ranges(&text);
        ranges.truncate(atlas.take_marks(ranges.len().min(max)));
        Some(with_marks(&text, &ranges))
    })
}

/// Puts the ranges of a text, which must be in order, in `<mark>` elements.
pub(crate) fn with_marks(text: &str, ranges: &[Range<usize>]) -> AnyView {
    if ranges.is_empty() {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut at = 0;
    for range in ranges {
        let before = text.get(at..range.start);
        if let (Some(before), Some(matched)) = (before, text.get(range.clone())) {
            pieces.push(before.to_owned().into_any());
            pieces.push(el("mark").child(matched).finish());
            at = range.end;
        }
    }
    pieces.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    pieces.into_any()
}
