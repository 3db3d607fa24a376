//! What a facet offers once values of it are selected, drawn by the deferred chunk.

use crate::dom::dynamic::{count, dynamic, flag};
use crate::dom::element::el;
use crate::host::chunk::DeferredChunk;
use crate::host::{History, focus};
use crate::i18n::{self, Message, tr_with};
use crate::state::Atlas;
use atlas_engine::query::Choice;
use leptos::prelude::*;

/// The button that removes the selection. It is over the heading, so that nothing below moves.
#[inline(never)]
pub(crate) fn clear_button(_loaded: DeferredChunk, atlas: Atlas, at: usize) -> AnyView {
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(at);
    let label = facet.map_or_else(String::new, |facet| i18n::facet_label(&facet.kind));
    let name = tr_with(Message::ClearFacet, &[("facet", &label)]);
    let clear = el("button")
        .attr("type", "button")
        .class("facet__clear")
        .attr("aria-label", name)
        .on("click", move |event| {
            let explorer = atlas.explorer();
            atlas.change(History::Push, |query| explorer.clear_facet(query, at));
            focus::keep_focus_near(&event);
        })
        .child(Message::Clear);
    clear.finish()
}

/// How the included values are combined, once there are some: all can apply only if projects may have
/// several.
#[inline(never)]
pub(crate) fn match_mode(_loaded: DeferredChunk, atlas: Atlas, at: usize) -> AnyView {
    let explorer = atlas.explorer();
    let Some(facet) = explorer.facets().facets.get(at) else {
        return ().into_any();
    };
    let totals = facet.values.iter().map(|value| value.total as usize);
    let records = explorer.facets().records;
    let has_several = totals.sum::<usize>() > records;
    let key = facet.key.clone();
    let combines = count(move || {
        let (query, explorer) = (atlas.query(), atlas.explorer());
        let mut choices = query.choices.iter();
        let is_included = |choice: &Choice| !choice.excluded && explorer.is_in_facet(choice, at);
        u32::from(choices.any(is_included))
    });
    dynamic(move || {
        if combines.get() == 0 || !has_several {
            return None;
        }
        let of = key.clone();
        let matches_all = flag(move || atlas.query().matches_all(&of));
        let option = |all: bool, label: Message| {
            el("option")
                .attr("value", all.to_string())
                .state("selected", flag(move || matches_all.get() == all))
                .child(label)
        };
        let toggled = key.clone();
        let select = el("select")
            .class("quiet-select")
            .attr("data-match", at.to_string())
            .on("change", move |_| {
                atlas.change(History::Push, |query| query.toggle_match_all(&toggled));
            })
            .child(option(false, Message::MatchAny))
            .child(option(true, Message::MatchAll));
        let mode = el("label")
            .class("facet__match")
            .child(el("span").child(Message::MatchLabel))
            .child(select);
        Some(mode.finish())
    })
}
