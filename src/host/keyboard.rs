use crate::host::{focus, page};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Fields where a key enters text rather than being a shortcut.
const TEXT_FIELDS: &str = "input:not([type=checkbox]), select, textarea";

pub(crate) fn is_typing(event: &Event) -> bool {
    page::target(event).is_some_and(|it| it.matches(TEXT_FIELDS).unwrap_or(false))
}

/// Makes “/” focus an element, except while typing in a field.
pub(crate) fn focus_on_slash(selector: &'static str) {
    page::listen("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && plain && !is_typing(event) {
            event.prevent_default();
            focus::focus(selector);
        }
    });
}
