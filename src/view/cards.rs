//! The results as cards, a page of them at a time.

use super::card::card;
use super::element::el;
use super::no_results::no_results;
use super::reactive::part;
use super::show_more::{in_pages, page_by_page, show_more};
use crate::atlas::Atlas;
use crate::browser::page;
use leptos::prelude::*;
use std::sync::Arc;

/// How many cards are drawn at first, and with each “more”: a screenful or two, well under the
/// number at which drawing them would be felt.
const AT_A_TIME: usize = 24;

/// How many of these at once.
const IN_ONE_GO: usize = 4;

/// How many projects are printed at most.
const PRINTED: usize = 500;

/// The matching projects, best first, and what to do when there are none.
pub(crate) fn cards(atlas: Atlas) -> AnyView {
    let pages = page_by_page(atlas, AT_A_TIME, IN_ONE_GO);
    // On paper nothing is left to be asked for.
    let printing = RwSignal::new(false);
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        page::hear(event, move |_| printing.set(begins));
    }
    let list = part(move || {
        let (results, explorer, in_full) = (atlas.results(), atlas.explorer(), printing.get());
        let mut records = results.projects.clone();
        if in_full {
            records.truncate(PRINTED);
        }
        let pages = if in_full { pages.all(PRINTED) } else { pages };
        let draw = move |record| Some(card(atlas, explorer.project(record)?, in_full));
        let records = Arc::new(records);
        Some(in_pages(records, pages, Arc::new(draw)))
    });
    let none = part(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div")
        .child(el("div").class("cards").child(list))
        .child(show_more(atlas, pages))
        .child(none)
        .finish()
}
