use crate::components::no_results::no_results;
use crate::dom::dynamic::dynamic;
use crate::dom::element::el;
use crate::host::printing;
use crate::results::card::{card, nodes_of_card};
use crate::results::pagination::{paginate, results_in_pages};
use crate::results::paging_buttons::{show_earlier, show_more};
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

/// A screenful or two: too few to cause a noticeable delay.
pub(crate) const PAGE_SIZE: usize = 24;

/// Who asks for more wants many.
pub(crate) const FURTHER_SIZE: usize = 100;

pub(crate) const BATCH_SIZE: usize = 4;

pub(crate) fn cards(atlas: Atlas) -> AnyView {
    let nodes = move |record| {
        let (explorer, highlighter) = untrack(|| (atlas.explorer(), atlas.highlighter()));
        let project = explorer.project(record);
        project.map_or(0, |project| nodes_of_card(project, &highlighter))
    };
    let pages = paginate(atlas, (PAGE_SIZE, FURTHER_SIZE), BATCH_SIZE, nodes);
    let printing = printing::printing();
    let list = dynamic(move || {
        let (explorer, in_full) = (atlas.explorer(), printing.get());
        let draw = move |record| Some(card(atlas, record, explorer.project(record)?, in_full));
        Some(results_in_pages(atlas, pages, in_full, Arc::new(draw)))
    });
    let none = dynamic(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div")
        .child(show_earlier(atlas, pages))
        .child(el("div").class("cards").child(list))
        .child(show_more(atlas, pages, false))
        .child(none)
        .finish()
}
