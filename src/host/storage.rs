//! A private window or a full disk may refuse. Then nothing is stored, and nothing else is lost.

use crate::host::{IS_THERE, page};
use leptos::prelude::window;
use web_sys::Storage;

/// In another site's page nothing is stored, because the storage belongs to that site.
fn storage() -> Option<Storage> {
    if !IS_THERE || !page::is_own_page() {
        return None;
    }
    window().local_storage().ok().flatten()
}

pub(crate) fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

pub(crate) fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(key, value));
    }
}
