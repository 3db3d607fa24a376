//! Results a page at a time.

use super::card::OPENERS;
use super::element::{Element, el};
use super::reactive::{count, flag, part, react, text};
use crate::atlas::Atlas;
use crate::browser::page;
use crate::strings;
use leptos::prelude::*;
use std::sync::Arc;

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

/// Draws one result.
pub(crate) type DrawResult = Arc<dyn Fn(u32) -> Option<Element> + Send + Sync>;

/// So many results as the limit says. Further ones are added to those that stand there already.
pub(crate) fn in_pages(
    records: Arc<Vec<u32>>,
    limit: RwSignal<usize>,
    at_a_time: usize,
    draw: DrawResult,
) -> AnyView {
    pages_from(0, records, limit, at_a_time, draw)
}

fn pages_from(
    begin: usize,
    records: Arc<Vec<u32>>,
    limit: RwSignal<usize>,
    at_a_time: usize,
    draw: DrawResult,
) -> AnyView {
    let end = begin + at_a_time;
    let page = records.iter().skip(begin).take(at_a_time);
    let mut page: Vec<AnyView> = page
        .filter_map(|record| draw(*record).map(Element::finish))
        .collect();
    let goes_on = count(move || u32::from(limit.get() > end));
    if end < records.len() {
        page.push(part(move || {
            let further = || pages_from(end, records.clone(), limit, at_a_time, draw.clone());
            (goes_on.get() > 0).then(further)
        }));
    }
    page.into_any()
}

/// The button for further results, while there are any. It leads the keyboard to the first of them.
pub(crate) fn show_more(atlas: Atlas, limit: RwSignal<usize>, at_a_time: usize) -> Element {
    let left = count(move || {
        let of = atlas.results().projects.len();
        of.saturating_sub(limit.get()) as u32
    });
    let words = text(move || {
        let left = left.get() as usize;
        strings::show_more(at_a_time.min(left), left)
    });
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| {
            let first_of_them = limit.get_untracked();
            limit.set(first_of_them + at_a_time);
            page::focus_nth_soon(OPENERS, first_of_them as u32);
        })
        .child(words);
    el("p")
        .class("cards__more")
        .attr("hidden", flag(move || left.get() == 0))
        .child(button)
}
