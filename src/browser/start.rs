//! What the starter script hands over.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The files fetched before the program ran, and the addresses of those to fetch later.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fetched {
    /// The bytes of the portfolio.
    pub portfolio: Vec<u8>,
    /// The name of the portfolio's file, for messages.
    pub portfolio_name: String,
    /// The address of the map's geometry.
    pub geometry: String,
}

/// Takes what the starter script left in `atlasStart`; what is missing there is empty.
pub(crate) fn fetched() -> Fetched {
    let handed_over = get(&js_sys::global(), "atlasStart");
    let text = |key| get(&handed_over, key).as_string().unwrap_or_default();
    let bytes = get(&handed_over, "portfolio").dyn_into::<Uint8Array>();
    Fetched {
        portfolio: bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
        portfolio_name: text("portfolioName"),
        geometry: text("geometry"),
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}
