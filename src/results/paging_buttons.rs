//! The buttons that add a page of results after or before those in the page.

use crate::components::record_link::link_to_all;
use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::host::is_interactive;
use crate::i18n;
use crate::results::earlier::earlier_button;
use crate::results::pagination::Pages;
use crate::state::Atlas;
use leptos::prelude::*;

/// The button for the results before those in the page, once there are some.
pub(crate) fn show_earlier(atlas: Atlas, pages: Pages) -> AnyView {
    dynamic(move || {
        let chunk = atlas.deferred().ready()?;
        (pages.first.get() > 0).then(|| earlier_button(chunk, pages))
    })
}

/// The button for more results, if there are any. It moves the focus to the first of them.
/// With `offers_whole`, another button offers what is after the second page.
pub(crate) fn show_more(atlas: Atlas, pages: Pages, offers_whole: bool) -> Element {
    let left = count(move || {
        let of = atlas.results().projects.len();
        of.saturating_sub(pages.limit.get()) as u32
    });
    let words = text(move || {
        // New results have other sizes.
        pages.turn.track();
        let (left, shown) = (left.get() as usize, pages.limit.get());
        i18n::show_more(pages.end_of_page(shown).saturating_sub(shown), left)
    });
    // Where the button does not work.
    let all = (!is_interactive()).then(link_to_all);
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| pages.show_next())
        .child(words);
    el("p")
        .class("cards__more")
        .attr(
            "hidden",
            flag(move || left.get() == 0 || offers_whole && pages.is_long()),
        )
        .child(button)
        .child(all)
}
