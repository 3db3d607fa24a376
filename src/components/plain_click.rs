use crate::dom::element::Element;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// Makes the plain click of a link act in the page. Any other click opens its address as the browser does:
/// in a new tab or window, or saved.
pub(crate) fn on_plain_click(link: Element, act: impl Fn() + 'static) -> Element {
    link.on("click", move |event| {
        let is_plain = event.dyn_ref::<MouseEvent>().is_none_or(|event| {
            event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        });
        if is_plain && !event.default_prevented() {
            event.prevent_default();
            act();
        }
    })
}
