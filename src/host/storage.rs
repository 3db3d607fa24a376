//! What is remembered about a visitor in their browser. If storage is unavailable, nothing is stored.

use crate::host::with_host;

pub(crate) fn recall(key: &str) -> Option<String> {
    with_host(|host| host.recall(key))
}

pub(crate) fn remember(key: &str, value: &str) {
    with_host(|host| host.remember(key, value));
}
