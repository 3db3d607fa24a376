//! The results as cards, a page of them at a time.

use super::card::card;
use super::element::el;
use super::reactive::{part, react};
use crate::atlas::Atlas;
use crate::strings::{self, Word};
use leptos::prelude::*;

/// How many cards are drawn at first, and with each “more”: a screenful or two, well under the
/// number at which drawing them would be felt.
const AT_A_TIME: usize = 24;

/// How many projects are printed at most.
const PRINTED: usize = 500;

/// The matching projects, best first, and what to do when there are none.
pub(crate) fn cards(atlas: Atlas) -> AnyView {
    let limit = RwSignal::new(AT_A_TIME);
    // Another set of results starts at its beginning again.
    react(move || {
        drop(atlas.results());
        limit.set(AT_A_TIME);
    });
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
    let more = part(move || {
        let left = atlas.results().projects.len().saturating_sub(limit.get());
        let button = || {
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| limit.update(|limit| *limit += AT_A_TIME))
                .child(strings::show_more(AT_A_TIME.min(left), left))
        };
        (left > 0).then(|| el("p").class("cards__more").child(button()).finish())
    });
    let none = part(move || {
        let words = || {
            el("div")
                .class("empty")
                .child(el("p").class("empty__what").child(Word::NoResults))
                .child(el("p").child(Word::NoResultsAdvice))
        };
        (atlas.shown() == 0).then(|| words().finish())
    });
    el("div")
        .child(el("div").class("cards").child(list))
        .child(more)
        .child(none)
        .finish()
}
