//! The document the atlas stands in.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The element the atlas is mounted in.
pub(crate) fn mounting_place() -> Option<HtmlElement> {
    document().get_element_by_id("atlas")?.dyn_into().ok()
}

/// Tells styles, scripts and tests that the atlas can be used.
pub(crate) fn mark_ready() {
    if let Some(root) = document().document_element() {
        // An attribute of that name is always valid.
        drop(root.set_attribute("data-atlas", "ready"));
    }
}

/// Puts the portfolio's title where the browser shows a page's title, and its language on the page.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Opens a dialog over the page, unless it is open.
pub(crate) fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Refused only for a dialog outside the document, which nobody sees.
        drop(dialog.show_modal());
    }
}

/// Moves the keyboard's focus to the first element that a selector finds.
pub(crate) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Moves the focus to the first selector that finds anything, once the page has been redrawn.
pub(crate) fn focus_first(selectors: &'static [&'static str]) {
    gloo_timers::callback::Timeout::new(0, move || {
        let found = |selector: &&&str| document().query_selector(selector).ok().flatten().is_some();
        if let Some(selector) = selectors.iter().find(found) {
            focus(selector);
        }
    })
    .forget();
}

/// Moves the focus to the button of a project's card, where that card is shown.
pub(crate) fn focus_card(id: &str) {
    focus(&format!("[data-project=\"{id}\"] button"));
}

/// Calls back once the page as it stands has been painted.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        gloo_timers::callback::Timeout::new(0, then).forget();
    });
}
