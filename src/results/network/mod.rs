//! Who works with whom: the organisations of the projects shown, as a drawing or a list.

mod drawing;
mod layout;
mod list;
mod role_shape;

use crate::components::element_size::element_width;
use crate::components::no_results::no_results;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::FurtherChunk;
use crate::i18n::{Message, PluralMessage, tr, tr_plural};
use crate::results::network::drawing::drawing;
use crate::results::network::layout::{NARROW, NetworkLayout};
use crate::results::network::list::{organisation_list, plain_list};
use crate::results::network::role_shape::legend;
use crate::state::Atlas;
use atlas_engine::network::Network;
use leptos::prelude::*;
use std::sync::Arc;

/// How many organisations are shown: as many as can be told apart.
fn max_nodes(width: u32) -> usize {
    if width < NARROW { 24 } else { 40 }
}

#[inline(never)]
pub(crate) fn network(_loaded: FurtherChunk, atlas: Atlas) -> AnyView {
    let as_list = RwSignal::new(false);
    let frame = element_width();
    let content = dynamic(move || {
        let (width, _) = frame.size();
        if width == 0 {
            return None;
        }
        let results = atlas.results();
        if results.projects.is_empty() {
            return Some(no_results().finish_in_place());
        }
        let explorer = atlas.explorer();
        let network = Network::of(
            explorer.facets(),
            &results.matches.records,
            max_nodes(width),
        );
        if network.nodes.is_empty() {
            let words = el("p").class("empty").child(Message::NoOrganisations);
            return Some(words.finish_in_place());
        }
        let layout = Arc::new(NetworkLayout::of(atlas, network, width));
        Some(page(atlas, &layout, as_list).finish_in_place())
    });
    el("div").on_create(frame.element()).child(content).finish()
}

fn page(atlas: Atlas, layout: &Arc<NetworkLayout>, as_list: RwSignal<bool>) -> Element {
    let is_list = as_list.get();
    let form = if is_list {
        vec![organisation_list(atlas, layout)]
    } else {
        vec![legend(), drawing(atlas, layout), plain_list(layout)]
    };
    let edges =
        (layout.has_hidden_edges() && !is_list).then(|| [tr(Message::NetworkTies), " "].concat());
    let left_out = layout.network.left_out;
    let left_out =
        (left_out > 0).then(|| tr_plural(PluralMessage::OrganisationsNotDrawn, left_out));
    let head = el("div")
        .key("header")
        .class("chart__header")
        .child(
            el("h3")
                .class("chart__title")
                .attr("id", "network-title")
                .child(Message::NetworkTitle),
        )
        .child(switch(as_list));
    el("div")
        .key("network")
        .class("chart network__section")
        .attr("role", "group")
        .attr("aria-labelledby", "network-title")
        .child(head)
        .child(form)
        .child(
            el("p")
                .class("network__note")
                .child(edges.map(|edges| el("span").child(edges)))
                .child(left_out),
        )
}

fn switch(as_list: RwSignal<bool>) -> Element {
    let choice = |word: Message, list: bool| {
        el("button")
            .key(list.to_string())
            .attr("type", "button")
            .class("network__mode")
            .attr("aria-pressed", (as_list.get() == list).to_string())
            .on("click", move |_| as_list.set(list))
            .child(word)
    };
    el("div")
        .key("modes")
        .class("network__modes")
        .attr("role", "group")
        .attr("aria-label", Message::ShowAs)
        .child(choice(Message::AsDrawing, false))
        .child(choice(Message::AsList, true))
}
