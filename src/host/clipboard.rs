use crate::host::schedule::owned;
use crate::host::{focus, page};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::HtmlElement;

/// Copies a text to the clipboard and reports whether that worked. Browsers refuse without a click by
/// the visitor, in some frames, and, with the newer interface, on pages without encryption.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(promise) = written(text) else {
        done(copied_from_page(text));
        return;
    };
    let text = text.to_owned();
    // One callback for both outcomes: a fulfilled promise gives `undefined`, a rejected one a reason.
    let mut done = Some(done);
    let mut settle = owned(move |refused: JsValue| {
        if let Some(done) = done.take() {
            done(refused.is_undefined() || copied_from_page(&text));
        }
    });
    let settled = Closure::once_into_js(move |refused: JsValue| settle(refused));
    let settled: &Function = settled.unchecked_ref();
    if let Ok(then) = get(&promise, "then").dyn_into::<Function>() {
        drop(then.call2(&promise, settled, settled));
    }
}

fn written(text: &str) -> Option<Promise> {
    let clipboard = get(&get(&window(), "navigator"), "clipboard");
    let write = get(&clipboard, "writeText").dyn_into::<Function>().ok()?;
    let promise = write.call1(&clipboard, &JsValue::from_str(text)).ok()?;
    promise.dyn_into().ok()
}

/// The older way: copies the selected text of a temporary field.
fn copied_from_page(text: &str) -> bool {
    let attempt = || -> Option<bool> {
        let field = document().create_element("textarea").ok()?;
        field.set_text_content(Some(text));
        field.set_class_name("visually-hidden");
        // Inside an open dialog, because nothing outside it can be selected.
        let focused = focus::focused();
        let parent = page::first("dialog[open]").or_else(page::ground)?;
        parent.append_child(&field).ok()?;
        let select = get(&field, "select").dyn_into::<Function>().ok()?;
        select.call0(&field).ok()?;
        let page: JsValue = document().into();
        let copy = get(&page, "execCommand").dyn_into::<Function>().ok();
        let copied = copy.and_then(|copy| copy.call1(&page, &"copy".into()).ok());
        field.remove();
        if let Some(focused) = focused {
            let focused: &HtmlElement = focused.unchecked_ref();
            drop(focused.focus());
        }
        Some(copied?.is_truthy())
    };
    attempt().unwrap_or(false)
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}
