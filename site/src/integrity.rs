//! Hashes of what a page loads: browsers accept no other bytes.

use crate::Files;
use atlas_engine::markup::placeholder::VERSION;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// Returns a file's hash for an `integrity` attribute: `sha256-…`.
pub fn of(bytes: &[u8]) -> String {
    ["sha256-", &digest(bytes)].concat()
}

/// Returns the hash without the name of the algorithm.
pub fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// Adds the hash of each script and style sheet that a page loads.
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
