//! Text with the matches of the search marked.

use super::reactive::part;
use crate::atlas::Atlas;
use leptos::prelude::*;

/// A text as text, its matches in `<mark>`; follows the search.
#[component]
pub(crate) fn Marked(#[prop(into)] text: String) -> impl IntoView {
    let atlas = Atlas::get();
    part(move || {
        let ranges = atlas.highlighter(|highlighter| highlighter.ranges(&text));
        let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
        let mut at = 0;
        for range in ranges {
            let (Some(before), Some(matched)) =
                (text.get(at..range.start), text.get(range.clone()))
            else {
                continue;
            };
            pieces.push(before.to_owned().into_any());
            pieces.push(view! { <mark>{matched.to_owned()}</mark> }.into_any());
            at = range.end;
        }
        pieces.push(text.get(at..).unwrap_or_default().to_owned().into_any());
        Some(pieces.into_any())
    })
}
