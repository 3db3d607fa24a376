//! The results as cards, a page of them at a time.

use super::card::card;
use super::element::el;
use super::no_results::no_results;
use super::reactive::part;
use super::show_more::{page_by_page, show_more};
use crate::atlas::Atlas;
use leptos::prelude::*;

/// How many cards are drawn at first, and with each “more”: a screenful or two, well under the
/// number at which drawing them would be felt.
const AT_A_TIME: usize = 24;

/// How many projects are printed at most.
const PRINTED: usize = 500;

/// The matching projects, best first, and what to do when there are none.
pub(crate) fn cards(atlas: Atlas) -> AnyView {
    let limit = page_by_page(atlas, AT_A_TIME);
    // On paper nothing is left to be asked for.
    let printing = RwSignal::new(false);
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        let heard = window_event_listener_untyped(event, move |_| printing.set(begins));
        on_cleanup(move || heard.remove());
    }
    let list = part(move || {
        let (results, explorer) = (atlas.results(), atlas.explorer());
        let shown =
            results
                .projects
                .iter()
                .take(if printing.get() { PRINTED } else { limit.get() });
        let projects = shown.filter_map(|record| explorer.project(*record));
        let cards = projects.map(|project| card(atlas, project, printing.get()).finish());
        Some(cards.collect::<Vec<AnyView>>().into_any())
    });
    let none = part(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div")
        .child(el("div").class("cards").child(list))
        .child(show_more(atlas, limit, AT_A_TIME))
        .child(none)
        .finish()
}
