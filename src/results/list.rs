//! The results as a list: a few lines per project.

use crate::components::no_results::no_results;
use crate::dom::dynamic::{count, dynamic, flag};
use crate::dom::element::el;
use crate::host::printing;
use crate::host::resource::Load;
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::results::cards::{BATCH_SIZE, FURTHER_SIZE, PAGE_SIZE};
use crate::results::pagination::{Pages, paginate, results_in_pages, show_earlier, show_more};
use crate::results::row::{nodes_of_row, row};
use crate::results::whole_list::whole_list;
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn list(atlas: Atlas) -> AnyView {
    let nodes = move |_| nodes_of_row(untrack(|| !atlas.highlighter().is_empty()));
    let pages = paginate(atlas, (PAGE_SIZE, FURTHER_SIZE), BATCH_SIZE, nodes);
    let printing = printing::printing();
    // The turn of the results that are shown as a whole, if a visitor has asked for it.
    let whole = RwSignal::new(None::<u32>);
    let in_pages = move || {
        let rows = dynamic(move || {
            let (explorer, on_paper) = (atlas.explorer(), printing.get());
            let draw = move |record| Some(row(atlas, record, explorer.project(record)?));
            Some(results_in_pages(atlas, pages, on_paper, Arc::new(draw)))
        });
        el("div")
            .child(show_earlier(pages))
            .child(el("div").class("list").child(rows))
            .child(show_more(atlas, pages).attr("hidden", flag(move || pages.is_long())))
            .child(show_all(atlas, pages, whole))
            .finish()
    };
    let is_whole = count(move || u32::from(whole.get() == Some(pages.turn()) && !printing.get()));
    let results = dynamic(move || {
        let loaded = || match atlas.on_demand().get() {
            Load::Ready(chunk) => Some(chunk),
            _ => None,
        };
        let chunk = (is_whole.get() > 0).then(loaded).flatten();
        Some(match chunk {
            Some(chunk) => whole_list(chunk, atlas, untrack(|| pages.shown())),
            None => in_pages(),
        })
    });
    let none = dynamic(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div").child(results).child(none).finish()
}

/// The button after two pages: it shows the rest, of which only what is near the window is in the page.
fn show_all(atlas: Atlas, pages: Pages, whole: RwSignal<Option<u32>>) -> AnyView {
    let count = count(move || {
        let all = atlas.results().projects.len();
        let is_left = pages.is_long() && pages.shown() < all;
        if is_left { all as u32 } else { 0 }
    });
    dynamic(move || {
        let count = count.get();
        let words = tr_with(Message::ShowAllResults, &[("count", &number(count))]);
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| whole.set(Some(untrack(|| pages.turn()))))
            .child(words);
        (count > 0).then(|| el("p").class("cards__more").child(button).finish())
    })
}
