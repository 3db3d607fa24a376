use crate::components::close_button::close_button;
use crate::components::lazy::lazy;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::host::dialog;
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;

/// A dialog whose content is drawn by the on-demand chunk while it is open; `title_id` is its heading's.
pub(crate) fn modal(
    atlas: Atlas,
    open: RwSignal<bool>,
    title_id: &'static str,
    draw: fn(OnDemandChunk, Atlas) -> AnyView,
) -> Element {
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
                .child(lazy(atlas, draw));
            vec![
                close_button(move || open.set(false)).finish(),
                page.finish(),
            ]
            .into_any()
        })
    });
    el("dialog")
        .class("record")
        .attr("aria-labelledby", title_id)
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
