//! The hashes of what a page loads: browsers take no other bytes for it.

use crate::Files;
use crate::page::VERSION;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// A file's hash as browsers take it: `sha256-…`.
pub fn of(bytes: &[u8]) -> String {
    ["sha256-", &digest(bytes)].concat()
}

/// The same without the name of the algorithm.
pub fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The page with the hash of each script and sheet it loads: browsers take no other bytes for them.
pub(crate) fn of_what_it_loads(page: &str, inner: &Files) -> String {
    let mut out = String::with_capacity(page.len() * 11 / 10);
    let mut rest = page;
    while let Some(at) = rest.find(VERSION) {
        let (before, after) = rest.split_at(at);
        let end = after.find('"').unwrap_or(after.len());
        let name = &after[VERSION.len()..end];
        let tag = before.rfind('<').map_or("", |begin| &before[begin..]);
        let is_checked = ["<script", "<link rel=\"stylesheet\""]
            .iter()
            .any(|kind| tag.starts_with(kind));
        let (reference, after) = after.split_at((end + 1).min(after.len()));
        out.push_str(before);
        out.push_str(reference);
        if let Some(bytes) = inner.get(name).filter(|_| is_checked) {
            let hash = of(bytes);
            out.push_str(&[" integrity=\"", &hash, "\" crossorigin"].concat());
        }
        rest = after;
    }
    out + rest
}
