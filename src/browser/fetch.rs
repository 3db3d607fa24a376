//! Fetching a file from the page's own origin.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// No answer, or an answer that broke off.
    Network,
    /// The server answered with this status.
    Status(u16),
}

/// The bytes of a file.
///
/// # Errors
/// Where the network or the server gives no whole file.
pub(crate) async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let response = JsFuture::from(window().fetch_with_str(url)).await;
    let response: Response = response
        .ok()
        .and_then(|it| it.dyn_into().ok())
        .ok_or(FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = response.array_buffer().map_err(|_| FetchError::Network)?;
    let buffer: ArrayBuffer = JsFuture::from(buffer)
        .await
        .ok()
        .and_then(|it| it.dyn_into().ok())
        .ok_or(FetchError::Network)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
