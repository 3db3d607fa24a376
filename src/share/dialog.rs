use crate::components::close_button::close_button;
use crate::components::lazy::lazy;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el};
use crate::host::dialog;
use crate::i18n::Message;
use crate::share::embed_options::{TITLE_ID, embed_options};
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;

pub(crate) fn share_button(open: RwSignal<bool>) -> Element {
    el("button")
        .attr("type", "button")
        .class("button button--quiet share-button")
        .on("click", move |_| open.set(true))
        .child(Message::ShareAndEmbed)
}

pub(crate) fn share_dialog(atlas: Atlas, open: RwSignal<bool>) -> Element {
    let dialog = Rc::new(OnceCell::new());
    let shown = dialog.clone();
    effect(move || {
        let is_open = open.get();
        if let Some(dialog) = shown.get() {
            dialog::show_dialog(dialog, is_open);
        }
    });
    let content = dynamic(move || {
        open.get().then(|| {
            let page = el("div")
                .class("record__page share")
                .child(lazy(atlas, embed_options));
            vec![
                close_button(move || open.set(false)).finish(),
                page.finish(),
            ]
            .into_any()
        })
    });
    el("dialog")
        .class("record")
        .attr("aria-labelledby", TITLE_ID)
        .on_create(move |element| {
            // Called only once.
            let _is_there = dialog.set(element.clone());
        })
        .on("close", move |_| open.set(false))
        .on("click", move |event| {
            // A click on the backdrop has the dialog itself as its target.
            if event.target() == event.current_target() {
                open.set(false);
            }
        })
        .child(content)
}
