//! The results as a list: a few lines per project.

use crate::components::lazy::lazily;
use crate::components::no_results::no_results;
use crate::dom::dynamic::{count, dynamic};
use crate::dom::element::el;
use crate::host::{is_interactive, page, printing};
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::results::cards::{BATCH_SIZE, FURTHER_SIZE, PAGE_SIZE};
use crate::results::pagination::{Pages, paginate, results_in_pages};
use crate::results::paging_buttons::{show_earlier, show_more};
use crate::results::row::{nodes_of_row, row};
use crate::results::whole_list::whole_list;
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn list(atlas: Atlas) -> AnyView {
    let nodes = move |record| {
        let (explorer, highlighter) = untrack(|| (atlas.explorer(), atlas.highlighter()));
        let project = explorer.project(record);
        project.map_or(0, |project| nodes_of_row(project, !highlighter.is_empty()))
    };
    let pages = paginate(atlas, (PAGE_SIZE, FURTHER_SIZE), BATCH_SIZE, nodes);
    let printing = printing::printing();
    // The turn of the results that a visitor has asked to see as a whole.
    let whole = RwSignal::new(None::<u32>);
    let is_wanted = count(move || u32::from(whole.get() == Some(pages.turn())));
    let moves_focus = StoredValue::new(false);
    let in_pages = move || {
        let rows = dynamic(move || {
            let (explorer, on_paper) = (atlas.explorer(), printing.get());
            let draw = move |record| Some(row(atlas, record, explorer.project(record)?));
            Some(results_in_pages(atlas, pages, on_paper, Arc::new(draw)))
        });
        let show_whole = move || {
            moves_focus.set_value(true);
            whole.set(Some(untrack(|| pages.turn())));
            atlas.on_demand().fetch();
        };
        // Until the code arrives, or if it does not.
        let loading = dynamic(move || {
            (is_wanted.get() > 0).then(|| lazily(atlas.on_demand(), |_| ().into_any()))
        });
        el("div")
            .child(show_earlier(atlas, pages))
            .child(el("div").class("list").child(rows))
            .child(show_more(atlas, pages, offers_whole()))
            .child(show_all(atlas, pages, show_whole))
            .child(loading)
            .finish()
    };
    let is_ready = move || atlas.on_demand().ready().is_some();
    let is_whole = count(move || u32::from(is_wanted.get() > 0 && is_ready() && !printing.get()));
    let results = dynamic(move || {
        let is_whole = is_whole.get() > 0;
        let chunk = untrack(|| atlas.on_demand().ready()).filter(|_| is_whole);
        Some(match chunk {
            Some(chunk) => {
                let focused = moves_focus.get_value().then(|| untrack(|| pages.shown()));
                moves_focus.set_value(false);
                whole_list(chunk, atlas, focused)
            }
            None => in_pages(),
        })
    });
    let none = dynamic(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div").child(results).child(none).finish()
}

/// A frame that is as high as its content does not know which rows are visible.
fn offers_whole() -> bool {
    !is_interactive() || !page::is_framed()
}

/// The button after two pages: it shows the rest, of which only what is near the window is in the page.
fn show_all(atlas: Atlas, pages: Pages, show: impl Fn() + Copy + Send + 'static) -> AnyView {
    let count = count(move || {
        let all = atlas.results().projects.len();
        let is_left = offers_whole() && pages.is_long() && pages.shown() < all;
        if is_left { all as u32 } else { 0 }
    });
    dynamic(move || {
        let count = count.get();
        let words = tr_with(Message::ShowAllResults, &[("count", &number(count))]);
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| show())
            .child(words);
        (count > 0).then(|| el("p").class("cards__more").child(button).finish())
    })
}
