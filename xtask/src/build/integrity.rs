//! The hashes of what scripts fetch: the scripts accept no other bytes.

use super::chunks;
use anyhow::{Context as _, Result};
use atlas_site::Files;
use atlas_site::integrity::{digest, of};
use std::collections::BTreeMap;

/// The scripts that fetch files, and their placeholder for the hashes. The second fetches the style
/// sheets of elements in other pages, the first everything else.
const LOADER: &str = "loader.js";
const EMBED: &str = "embed.js";
const PLACEHOLDER: &str = "__HASHES__";

/// The number of Base64 characters that prevents forgery: 96 bits.
const HASH_LENGTH: usize = 16;

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
        let text = std::str::from_utf8(script).context("a script is not text")?;
        let text = text.replacen(PLACEHOLDER, &serde_json::to_string(&hashes)?, 1);
        *script = text.into_bytes();
    }
    Ok(())
}

/// Returns the part of a fetched file's hash that is checked. Browsers need the whole hash: they check
/// style sheets and the script that the loader adds. Other scripts have their hash in the page; fonts
/// are loaded by sheets, which cannot contain one.
fn hash_of_fetched(path: &str, bytes: &[u8]) -> Option<String> {
    let is_chunk = |sheet: &str| chunks::CHUNKS.iter().any(|chunk| chunk.name == sheet);
    match path.rsplit_once('.')? {
        (_, "wasm" | "txt" | "atlas-geo") => Some(digest(bytes)[..HASH_LENGTH].to_owned()),
        ("offline", "js") => Some(of(bytes)),
        (name, "css") if name.starts_with("embed/") || is_chunk(name) => Some(of(bytes)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_contain_the_hash_of_each_file_they_fetch() {
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
            ("main.js", "start()"),
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
