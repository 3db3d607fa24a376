//! Fetching what comes later, by way of the loader, which knows where it is.

use crate::host::chunk::{MapChunk, OnDemandChunk};
use crate::host::{IS_THERE, loader};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// No answer, or an answer that broke off.
    Network,
    /// What arrived is damaged.
    Damaged,
    /// The server answered with this status.
    Status(u16),
}

impl FetchError {
    /// From what the loader tells: a server's status, or one of its own.
    fn told(status: u16) -> Self {
        match status {
            0 => Self::Network,
            1 => Self::Damaged,
            status => Self::Status(status),
        }
    }
}

/// What the map needs.
pub(crate) struct MapParts {
    /// Its code.
    pub piece: MapChunk,
    /// The world's borders, as `atlas_engine::map::World` reads them.
    pub borders: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl MapParts {
    /// Where nothing is fetched, the code is there, and so are borders that somebody has read.
    pub(crate) fn at_hand(borders: Vec<u8>) -> Self {
        Self {
            piece: MapChunk::loaded(),
            borders,
        }
    }
}

/// Fetches the map's code and borders and hands them over, or why there are none.
pub(crate) fn map(arrived: impl FnOnce(Result<MapParts, FetchError>) + 'static) {
    let arrived = Closure::once_into_js(move |bytes: JsValue, status: u16| {
        arrived(match bytes.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(MapParts {
                piece: MapChunk::loaded(),
                borders: bytes.to_vec(),
            }),
            Err(_) => Err(FetchError::told(status)),
        });
    });
    loader::tell("fetchMap", &arrived, &JsValue::UNDEFINED);
}

/// Fetches the world's borders in more detail, if they can be had.
pub(crate) fn detailed_borders(arrived: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let arrived = Closure::once_into_js(move |bytes: JsValue| {
        arrived(bytes.dyn_into::<Uint8Array>().ok().map(|it| it.to_vec()));
    });
    loader::tell("fetchDetail", &arrived, &JsValue::UNDEFINED);
}

/// Fetches the page's typefaces, sans and serif, as WOFF2 in base64; empty where they do not come.
pub(crate) fn typefaces(arrived: impl FnOnce(String, String) + 'static) {
    let arrived = Closure::once_into_js(move |sans: JsValue, serif: JsValue| {
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        arrived(text(sans), text(serif));
    });
    loader::tell("fetchTypefaces", &arrived, &JsValue::UNDEFINED);
}

/// Fetches the code for looking closer, or tells why there is none.
pub(crate) fn on_demand(arrived: Box<dyn FnOnce(Result<OnDemandChunk, FetchError>)>) {
    if !IS_THERE {
        return;
    }
    let arrived = Closure::once_into_js(move |status: u16| {
        arrived(match status {
            200 => Ok(OnDemandChunk::loaded()),
            status => Err(FetchError::told(status)),
        });
    });
    loader::tell("fetchPiece", &"closer".into(), &arrived);
}

/// Fetches the file of a language, or tells why there is none.
pub(crate) fn words(code: &str, arrived: impl FnOnce(Result<String, FetchError>) + 'static) {
    let arrived = Closure::once_into_js(move |text: JsValue, status: u16| {
        let text = text.as_string();
        arrived(text.ok_or_else(|| FetchError::told(status)));
    });
    loader::tell("fetchWords", &code.into(), &arrived);
}
