//! The page of results before the first one in the page, drawn by the deferred chunk: results are removed
//! at the beginning only if a visitor asks for very many.

use crate::components::record_link::RECORD_LINKS;
use crate::dom::element::el;
use crate::host::chunk::DeferredChunk;
use crate::host::focus;
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::results::pagination::{MAX_NODES, Pages, max_kept_nodes};
use leptos::prelude::*;

#[inline(never)]
pub(crate) fn earlier_button(_loaded: DeferredChunk, pages: Pages) -> AnyView {
    let before = number(pages.first.get() as u32);
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| show_previous(pages))
        .child(tr_with(Message::ShowEarlier, &[("count", &before)]));
    let line = el("p").class("results__previous").child(button);
    line.finish()
}

/// Adds the page before the first one; if there are too many results then, removes the last ones.
fn show_previous(pages: Pages) {
    let first = pages.first.get_untracked();
    let before = first.saturating_sub(pages.further_size);
    let mut begin = first;
    while begin > before {
        let next = begin - pages.batch_size;
        if begin < first && pages.nodes_of(next..first) > MAX_NODES {
            break;
        }
        begin = next;
    }
    pages.first.set(begin);
    pages.limit_to(max_kept_nodes());
    focus::focus_nth_soon(RECORD_LINKS, 0);
}
