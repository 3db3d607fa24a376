//! What the starter script hands over.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

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
}

/// Takes what the starter script has fetched; what is missing there is empty.
pub(crate) fn fetched() -> Fetched {
    let bytes = handed_over("portfolio").dyn_into::<Uint8Array>();
    Fetched {
        portfolio: bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
        portfolio_name: handed_text("portfolioName"),
        own_language: handed_text("ownLanguage"),
        language: handed_text("language"),
        words: handed_text("words"),
    }
}

fn handed_text(key: &str) -> String {
    handed_over(key).as_string().unwrap_or_default()
}

/// A property of the object `atlasStart`, which the starter script leaves.
pub(super) fn handed_over(key: &str) -> JsValue {
    let start = get(&js_sys::global(), "atlasStart");
    get(&start, key)
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}
