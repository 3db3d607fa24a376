//! What the browser remembers for a visitor from one visit to the next.
//!
//! A private window or a full disk may refuse. Then nothing is remembered, and nothing else is lost.

use crate::host::{IS_THERE, page};
use leptos::prelude::window;
use web_sys::Storage;

/// In somebody else's page nothing is remembered: the storage is that page's.
fn storage() -> Option<Storage> {
    if !IS_THERE || !page::is_own_page() {
        return None;
    }
    window().local_storage().ok().flatten()
}

/// What was remembered under a key; `None` where nothing was.
pub(crate) fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a value under a key, such as `atlas-theme`.
pub(crate) fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(key, value));
    }
}
