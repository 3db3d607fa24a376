use crate::host::page;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Fields where a key enters text rather than being a shortcut.
const TEXT_FIELDS: &str = "input:not([type=checkbox]), select, textarea";

pub(crate) fn is_typing(event: &Event) -> bool {
    page::target(event).is_some_and(|it| it.matches(TEXT_FIELDS).unwrap_or(false))
}

/// Acts on a key, except while typing in a field.
pub(crate) fn on_key(key: &'static str, act: impl Fn() + 'static) {
    page::listen("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == key && plain && !is_typing(event) {
            event.prevent_default();
            act();
        }
    });
}
