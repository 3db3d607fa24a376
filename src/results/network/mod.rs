//! Who works with whom: the organisations of the projects shown, as a drawing or a list.

mod drawing;
mod list;
mod picture;
mod role_shape;

use crate::components::element_size::element_width;
use crate::components::no_results::no_results;
use crate::dom::dynamic::{dynamic, text};
use crate::dom::element::{Element, el, fragment};
use crate::host::chunk::OnDemandChunk;
use crate::host::focus;
use crate::i18n::{Message, PluralMessage, tr, tr_plural};
use crate::results::network::drawing::drawing;
use crate::results::network::list::{organisation_list, plain_list};
use crate::results::network::picture::{NARROW, Picture};
use crate::results::network::role_shape::legend;
use crate::state::Atlas;
use atlas_engine::network::Network;
use leptos::prelude::*;
use std::sync::Arc;

/// How many organisations are shown: as many as can be told apart.
fn most(width: u32) -> usize {
    if width < NARROW { 24 } else { 40 }
}

pub(crate) fn network_view(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    let as_list = RwSignal::new(false);
    let frame = element_width();
    let content = dynamic(move || {
        focus::keep_focus();
        let results = atlas.results();
        let (width, _) = frame.size();
        if width == 0 {
            return None;
        }
        if results.projects.is_empty() {
            return Some(no_results().finish());
        }
        let explorer = atlas.explorer();
        let network = Network::of(explorer.facets(), &results.matches.records, most(width));
        if network.nodes.is_empty() {
            let words = el("p").class("empty").child(Message::NoOrganisations);
            return Some(words.finish());
        }
        let picture = Arc::new(Picture::of(atlas, network, width));
        Some(page(atlas, &picture, as_list).finish())
    });
    el("div")
        .class("network")
        .on_create(frame.element())
        .child(content)
        .finish()
}

fn page(atlas: Atlas, picture: &Arc<Picture>, as_list: RwSignal<bool>) -> Element {
    let shown = picture.clone();
    let form = dynamic(move || {
        let form = if as_list.get() {
            vec![organisation_list(atlas, &shown)]
        } else {
            vec![legend(), drawing(atlas, &shown), plain_list(&shown)]
        };
        Some(fragment(form))
    });
    let left_out = picture.network.left_out;
    let left_out =
        (left_out > 0).then(|| tr_plural(PluralMessage::OrganisationsNotDrawn, left_out));
    let ties = picture
        .leaves_ties_out()
        .then(|| tr(Message::NetworkTies).to_owned());
    let ties = dynamic(move || {
        let words = ties.clone().filter(|_| !as_list.get());
        words.map(|words| el("span").child(words).child(" ").finish())
    });
    let head = el("div")
        .class("chart__header")
        .child(
            el("h3")
                .class("chart__title")
                .attr("id", "network-title")
                .child(Message::NetworkTitle),
        )
        .child(switch(as_list));
    el("div")
        .class("chart network__section")
        .attr("role", "group")
        .attr("aria-labelledby", "network-title")
        .child(head)
        .child(form)
        .child(el("p").class("network__note").child(ties).child(left_out))
}

fn switch(as_list: RwSignal<bool>) -> Element {
    let choice = |word: Message, list: bool| {
        el("button")
            .attr("type", "button")
            .class("network__mode")
            .attr(
                "aria-pressed",
                text(move || (as_list.get() == list).to_string()),
            )
            .on("click", move |_| as_list.set(list))
            .child(word)
    };
    el("div")
        .class("network__modes")
        .attr("role", "group")
        .attr("aria-label", Message::ShowAs)
        .child(choice(Message::AsDrawing, false))
        .child(choice(Message::AsList, true))
}
