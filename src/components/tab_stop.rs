//! Several controls as one stop of the Tab key, with arrow keys between them, as in a toolbar.

use crate::dom::dynamic::text;
use crate::dom::element::Element;
use crate::host::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event, KeyboardEvent};

/// Makes the controls within an element, which have a `tabindex` of −1, one tab stop while `has_any` is
/// true. The element itself takes the focus and hands it on: to the control that is checked, pressed or
/// current, or else to the first.
pub(crate) fn one_tab_stop(
    list: Element,
    has_any: impl Fn() -> bool + Send + Sync + 'static,
) -> Element {
    list.attr(
        "tabindex",
        text(move || if has_any() { "0" } else { "-1" }.to_owned()),
    )
    .on("focus", |event| {
        if let Some(list) = current(&event) {
            focus::enter_group(&list);
        }
    })
    .on("keydown", |event| {
        let (Some(list), Some(event)) = (current(&event), event.dyn_ref::<KeyboardEvent>()) else {
            return;
        };
        if focus::move_in_group(&list, event) {
            event.prevent_default();
        }
    })
}

fn current(event: &Event) -> Option<PageElement> {
    event.current_target()?.dyn_into().ok()
}
