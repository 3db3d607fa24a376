use crate::components::close_button::close_button;
use crate::components::lazy::lazy_further;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el};
use crate::host::chunk::FurtherChunk;
use crate::host::dialog::show_dialog;
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;
use web_sys::Element as PageElement;

/// A dialog whose content is drawn by the further chunk while it is open; `title_id` is its heading's.
pub(crate) fn modal(
    atlas: Atlas,
    open: RwSignal<bool>,
    title_id: &'static str,
    draw: fn(FurtherChunk, Atlas) -> AnyView,
) -> Element {
    let close = move || open.set(false);
    let content = dynamic(move || {
        let content = || {
            let page = el("div").class("dialog__page share");
            let page = page.child(lazy_further(atlas, draw));
            vec![close_button(close).finish(), page.finish()].into_any()
        };
        open.get().then(content)
    });
    let (dialog, shown) = dialog(title_id, close);
    effect(move || shown.show(open.get()));
    dialog.child(content)
}

/// The element of a dialog, once it is in the page.
#[derive(Clone)]
pub(crate) struct Shown(Rc<OnceCell<PageElement>>);

impl Shown {
    pub(crate) fn show(&self, is_open: bool) {
        if let Some(dialog) = self.0.get() {
            show_dialog(dialog, is_open);
        }
    }
}

/// A dialog without content, which calls `close` when a visitor presses Escape or clicks beside it.
pub(crate) fn dialog(
    title_id: &'static str,
    close: impl Fn() + Copy + 'static,
) -> (Element, Shown) {
    let shown = Shown(Rc::default());
    let created = shown.0.clone();
    let dialog = el("dialog")
        .class("dialog")
        .attr("aria-labelledby", title_id)
        .on_create(move |element| {
            // Called only once.
            let _is_there = created.set(element.clone());
        })
        .on("cancel", move |event| {
            event.prevent_default();
            close();
        })
        .on("click", move |event| {
            // A click on the backdrop has the dialog itself as its target.
            if event.target() == event.current_target() {
                close();
            }
        });
    (dialog, shown)
}
