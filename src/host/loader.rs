//! The interface between the loader (`public/loader.js`) and the program. Several atlases can be open on
//! one page: each is a separate program with its own memory and its own object `atlasStart`.

use crate::host::IS_THERE;
use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A parameter of the function into which the build turns wasm-bindgen's glue.
    #[wasm_bindgen(thread_local_v2, js_name = atlasStart)]
    static START: JsValue;
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Fetched {
    pub portfolio: Vec<u8>,
    pub portfolio_name: String,
    /// The code of the visitor's language, regardless of the address.
    pub own_language: String,
    pub language: String,
    /// The file of that language; empty for English, or if it could not be loaded.
    pub words: String,
    /// The keys of the facets to show, separated by commas; empty for the portfolio's choice.
    pub facets: String,
}

pub(crate) fn fetched() -> Fetched {
    let bytes = handed_over("portfolio").dyn_into::<Uint8Array>();
    Fetched {
        portfolio: bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
        portfolio_name: handed_text("portfolioName"),
        own_language: handed_text("ownLanguage"),
        language: handed_text("language"),
        words: handed_text("words"),
        facets: handed_text("facets"),
    }
}

/// A text from the loader; empty if there is none.
pub(crate) fn handed_text(key: &str) -> String {
    if !IS_THERE {
        return String::new();
    }
    handed_over(key).as_string().unwrap_or_default()
}

pub(crate) fn handed_over(key: &str) -> JsValue {
    START.with(|start| Reflect::get(start, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED))
}

pub(crate) fn hand_over(key: &str, value: &JsValue) {
    START.with(|start| {
        // A plain object accepts any property.
        drop(Reflect::set(start, &JsValue::from_str(key), value));
    });
}

pub(crate) fn call(name: &str, what: &JsValue, more: &JsValue) -> JsValue {
    let function = handed_over(name).dyn_into::<Function>();
    let answer = function.map(|it| it.call2(&JsValue::UNDEFINED, what, more));
    answer
        .ok()
        .and_then(Result::ok)
        .unwrap_or(JsValue::UNDEFINED)
}
