//! Fetching the map's shapes, by way of the starter script, which knows where they are.

use super::start;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// No answer, or an answer that broke off.
    Network,
    /// The server answered with this status.
    Status(u16),
}

/// Fetches the map's shapes and hands over their bytes, or why there are none.
pub(crate) fn geometry(arrived: impl FnOnce(Result<Vec<u8>, FetchError>) + 'static) {
    let arrived = Closure::once_into_js(move |bytes: JsValue, status: u16| {
        arrived(match bytes.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(_) if status > 0 => Err(FetchError::Status(status)),
            Err(_) => Err(FetchError::Network),
        });
    });
    if let Ok(fetch) = start::handed_over("fetchGeometry").dyn_into::<Function>() {
        // The script's function starts a request and cannot fail by itself.
        drop(fetch.call1(&JsValue::UNDEFINED, &arrived));
    }
}
