use crate::components::modal::modal;
use crate::dom::element::{Element, el};
use crate::i18n::Message;
use crate::share::embed_options::{TITLE_ID, embed_options};
use crate::state::Atlas;
use leptos::prelude::*;

pub(crate) fn share_button(open: RwSignal<bool>) -> Element {
    el("button")
        .attr("type", "button")
        .class("button button--quiet share-button")
        .on("click", move |_| open.set(true))
        .child(Message::ShareAndEmbed)
}

pub(crate) fn share_dialog(atlas: Atlas, open: RwSignal<bool>) -> Element {
    modal(atlas, open, TITLE_ID, embed_options)
}
