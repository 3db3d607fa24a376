//! Results a page at a time.

use super::element::el;
use super::reactive::{part, react};
use crate::atlas::Atlas;
use crate::strings;
use leptos::prelude::*;

/// How many results are drawn: so many at first, and as many again whenever [`show_more`] is asked.
/// Another set of results starts at its beginning.
pub(crate) fn page_by_page(atlas: Atlas, at_a_time: usize) -> RwSignal<usize> {
    let limit = RwSignal::new(at_a_time);
    react(move || {
        drop(atlas.results());
        limit.set(at_a_time);
    });
    limit
}

/// The button for further results, while there are any.
pub(crate) fn show_more(atlas: Atlas, limit: RwSignal<usize>, at_a_time: usize) -> AnyView {
    part(move || {
        let left = atlas.results().projects.len().saturating_sub(limit.get());
        let button = || {
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| limit.update(|limit| *limit += at_a_time))
                .child(strings::show_more(at_a_time.min(left), left))
        };
        (left > 0).then(|| el("p").class("cards__more").child(button()).finish())
    })
}
