//! What the loader (`public/loader.js`) and the program hand over to each other.
//!
//! Several atlases can be open on one page: each is a program of its own, with memory of its own,
//! and has an object `atlasStart` of its own to talk with the loader.

use crate::host::IS_THERE;
use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A parameter of the function that the build makes of wasm-bindgen's glue.
    #[wasm_bindgen(thread_local_v2, js_name = atlasStart)]
    static START: JsValue;
}

/// The file fetched before the program ran.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fetched {
    /// The bytes of the portfolio.
    pub portfolio: Vec<u8>,
    /// The name of the portfolio's file, for messages.
    pub portfolio_name: String,
    /// The code of the visitor's language, whatever the address says.
    pub own_language: String,
    /// The code of the language to begin with.
    pub language: String,
    /// The file of that language; empty for English, or where it did not come.
    pub words: String,
    /// The keys of the facets to show, parted by commas; empty for those that the portfolio names.
    pub facets: String,
}

/// Takes what the loader has fetched; what is missing there is empty.
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

/// A text that the loader hands over; empty where there is none.
pub(crate) fn handed_text(key: &str) -> String {
    if !IS_THERE {
        return String::new();
    }
    handed_over(key).as_string().unwrap_or_default()
}

/// Whatever the loader hands over under a name.
pub(crate) fn handed_over(key: &str) -> JsValue {
    START.with(|start| Reflect::get(start, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED))
}

/// Hands something over to the loader.
pub(crate) fn hand_over(key: &str, value: &JsValue) {
    START.with(|start| {
        // It is a plain object, to which anything can be added.
        drop(Reflect::set(start, &JsValue::from_str(key), value));
    });
}

/// Tells the loader something by calling its function of that name, and gives what it answers.
pub(crate) fn tell(name: &str, what: &JsValue, more: &JsValue) -> JsValue {
    let function = handed_over(name).dyn_into::<Function>();
    let answer = function.map(|it| it.call2(&JsValue::UNDEFINED, what, more));
    answer
        .ok()
        .and_then(Result::ok)
        .unwrap_or(JsValue::UNDEFINED)
}
