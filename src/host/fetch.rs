//! Loading files and chunks through the loader, which knows where they are.

use crate::host::chunk::{MapChunk, OnDemandChunk};
use crate::host::{IS_THERE, loader};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    Network,
    Damaged,
    Status(u16),
}

impl FetchError {
    /// From the loader's report: a server's status, or 0 or 1 for its own errors.
    fn from_status(status: u16) -> Self {
        match status {
            0 => Self::Network,
            1 => Self::Damaged,
            status => Self::Status(status),
        }
    }
}

pub(crate) struct MapParts {
    pub chunk: MapChunk,
    /// In the format that `atlas_engine::map::World` reads.
    pub borders: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl MapParts {
    /// For prerendering, where nothing is loaded: the code is there, and the borders come from a file.
    pub(crate) fn at_hand(borders: Vec<u8>) -> Self {
        Self {
            chunk: MapChunk::loaded(),
            borders,
        }
    }
}

pub(crate) fn map(arrived: impl FnOnce(Result<MapParts, FetchError>) + 'static) {
    let arrived = Closure::once_into_js(move |bytes: JsValue, status: u16| {
        arrived(match bytes.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(MapParts {
                chunk: MapChunk::loaded(),
                borders: bytes.to_vec(),
            }),
            Err(_) => Err(FetchError::from_status(status)),
        });
    });
    loader::call("fetchMap", &arrived, &JsValue::UNDEFINED);
}

pub(crate) fn detailed_borders(arrived: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let arrived = Closure::once_into_js(move |bytes: JsValue| {
        arrived(bytes.dyn_into::<Uint8Array>().ok().map(|it| it.to_vec()));
    });
    loader::call("fetchDetail", &arrived, &JsValue::UNDEFINED);
}

/// Loads the page's fonts, sans and serif, as WOFF2 in base64; empty if that fails.
pub(crate) fn typefaces(arrived: impl FnOnce(String, String) + 'static) {
    let arrived = Closure::once_into_js(move |sans: JsValue, serif: JsValue| {
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        arrived(text(sans), text(serif));
    });
    loader::call("fetchTypefaces", &arrived, &JsValue::UNDEFINED);
}

pub(crate) fn on_demand(arrived: Box<dyn FnOnce(Result<OnDemandChunk, FetchError>)>) {
    if !IS_THERE {
        return;
    }
    let arrived = Closure::once_into_js(move |status: u16| {
        arrived(match status {
            200 => Ok(OnDemandChunk::loaded()),
            status => Err(FetchError::from_status(status)),
        });
    });
    loader::call("fetchChunk", &"on_demand".into(), &arrived);
}

pub(crate) fn words(code: &str, arrived: impl FnOnce(Result<String, FetchError>) + 'static) {
    let arrived = Closure::once_into_js(move |text: JsValue, status: u16| {
        let text = text.as_string();
        arrived(text.ok_or_else(|| FetchError::from_status(status)));
    });
    loader::call("fetchWords", &code.into(), &arrived);
}
