//! The hashes of what a page loads: browsers take no other bytes for it.

use super::page::VERSION;
use super::pieces;
use super::site::Files;
use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The scripts that fetch files by themselves, and what they have for the hashes: the first of all
/// files but for the style sheets of elements in other pages, which the second fetches.
const LOADER: &str = "loader.js";
const EMBED: &str = "embed.js";
const PLACE: &str = "__HASHES__";

/// As many letters of a hash as nobody finds other bytes for: 96 bits.
const ENOUGH: usize = 16;

/// A file's hash as browsers take it: `sha256-…`.
pub(super) fn of(bytes: &[u8]) -> String {
    ["sha256-", &digest(bytes)].concat()
}

fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// Gives those scripts the hashes of what they fetch, by their names in the version's folder.
pub(super) fn fill(outer: &mut Files, inner: &mut Files) -> Result<()> {
    let (in_elements, on_pages): (BTreeMap<_, _>, BTreeMap<_, _>) = inner
        .iter()
        .filter_map(|(path, bytes)| Some((path.clone(), hash_of_fetched(path, bytes)?)))
        .partition(|(path, _)| path.starts_with("embed/"));
    for (script, hashes) in [
        (outer.get_mut(EMBED), in_elements),
        (inner.get_mut(LOADER), on_pages),
    ] {
        let Some(script) = script else { continue };
        let text = std::str::from_utf8(script).context("a script is no text")?;
        let text = text.replacen(PLACE, &serde_json::to_string(&hashes)?, 1);
        *script = text.into_bytes();
    }
    Ok(())
}

/// The hash of a file that is fetched by a script, as far as it is looked at: style sheets and what
/// the loader adds to the page are checked by browsers, which ask for all of it. Other scripts stand
/// in the page, with their hash, and typefaces in sheets, for which there is none.
fn hash_of_fetched(path: &str, bytes: &[u8]) -> Option<String> {
    let is_piece = |sheet: &str| pieces::PIECES.iter().any(|piece| piece.name == sheet);
    match path.rsplit_once('.')? {
        (_, "wasm" | "txt" | "atlas-geo") => Some(digest(bytes)[..ENOUGH].to_owned()),
        ("offline", "js") => Some(of(bytes)),
        (name, "css") if name.starts_with("embed/") || is_piece(name) => Some(of(bytes)),
        _ => None,
    }
}

/// The page with the hash of each script and sheet it loads: browsers take no other bytes for them.
pub(super) fn of_what_it_loads(page: &str, inner: &Files) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_know_what_each_file_that_they_fetch_should_be() {
        let files = |files: &[(&str, &str)]| -> Files {
            let files = files.iter();
            let files = files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
            files.collect()
        };
        let mut outer = files(&[("embed.js", "const HASHES = __HASHES__;")]);
        let mut inner = files(&[
            ("loader.js", "const HASHES = __HASHES__;"),
            ("project-atlas_bg.wasm", "\0asm"),
            ("map.css", "a{}"),
            ("style.css", "b{}"),
            ("embed/style.css", "c{}"),
            ("lang/fr.txt", "Projets"),
            ("world.atlas-geo", "borders"),
            ("inter.woff2", "letters"),
            ("offline.js", "keep()"),
            ("start.js", "start()"),
        ]);
        fill(&mut outer, &mut inner).unwrap();
        for (script, expected) in [
            (&outer["embed.js"], &["embed/style.css"][..]),
            (
                &inner["loader.js"],
                &[
                    "lang/fr.txt",
                    "map.css",
                    "offline.js",
                    "project-atlas_bg.wasm",
                    "world.atlas-geo",
                ],
            ),
        ] {
            let script = std::str::from_utf8(script).unwrap();
            let hashes = script.strip_prefix("const HASHES = ").unwrap();
            let hashes: BTreeMap<String, String> =
                serde_json::from_str(hashes.strip_suffix(';').unwrap()).unwrap();
            assert_eq!(hashes.keys().collect::<Vec<_>>(), expected);
            for (path, hash) in &hashes {
                let whole = of(&inner[path]);
                if path.ends_with('s') {
                    assert_eq!(hash, &whole);
                } else {
                    assert!(
                        whole.starts_with(&["sha256-", hash].concat()),
                        "{path}: {hash}"
                    );
                }
            }
        }
    }
}
