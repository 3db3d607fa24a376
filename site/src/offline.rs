//! The service worker's list of files to keep for use without a network.

use crate::{Files, integrity};
use anyhow::Result;

/// The worker's script, or the one that replaces it if nothing is to be kept.
pub const WORKER: &str = "sw.js";
/// The worker that removes what an earlier site has kept.
pub const REMOVER: &str = "sw-remover.js";

const PLACE: &str = "__LIST__";

/// Files with stable names that the page needs, by address. Hosts redirect `index.html` to its folder.
const OUTER: [(&str, &str); 6] = [
    ("", "index.html"),
    ("accessibility.html", "accessibility.html"),
    ("manifest.webmanifest", "manifest.webmanifest"),
    ("icon-192.png", "icon-192.png"),
    ("embed.html", "embed.html"),
    ("embed.js", "embed.js"),
];

pub(crate) fn is_kept(path: &str) -> bool {
    OUTER.iter().any(|(_, file)| *file == path)
}

/// Returns the worker with its list: the version's folder and the pages, whose bytes `find` returns. The
/// worker keeps portfolios by itself. One without the placeholder, which removes files, stays as it is.
pub(crate) fn with_list<'a>(
    worker: &str,
    version: &str,
    find: impl Fn(&str) -> Option<&'a Vec<u8>>,
    inner: &Files,
) -> Result<String> {
    let outer = OUTER.into_iter();
    let outer = outer.filter_map(|(path, file)| Some((path.to_owned(), find(file)?)));
    let inner = inner.iter();
    let inner = inner.map(|(path, bytes)| (format!("v/{version}/{path}"), bytes));
    let list: Vec<[String; 2]> = outer
        .chain(inner)
        .map(|(path, bytes)| [path, integrity::of(bytes)])
        .collect();
    let name = blake3::hash(&serde_json::to_vec(&list)?).to_hex()[..16].to_owned();
    let list = serde_json::json!({ "name": name, "files": list }).to_string();
    Ok(worker.replacen(PLACE, &list, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(page: &str, worker: &str) -> String {
        let page = page.as_bytes().to_vec();
        let inner = [("main.js", "start()"), ("embed/style.css", "a{}")];
        let inner = inner.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let find = |path: &str| (path == "index.html").then_some(&page);
        with_list(worker, "0", find, &inner.into()).unwrap()
    }

    #[test]
    fn the_worker_lists_the_page_and_the_version_files_with_their_hashes() {
        let worker = filled("<p>", "const LIST = __LIST__;");
        let start = integrity::of(b"start()");
        assert!(
            worker.contains(&format!("[\"v/0/main.js\",\"{start}\"]")),
            "{worker}"
        );
        assert!(worker.contains("[\"\",\"sha256-"), "{worker}");
        assert!(!worker.contains("portfolio"));
        assert_eq!(
            integrity::of(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn a_changed_page_changes_the_worker() {
        let worker = "__LIST__";
        assert_ne!(filled("<p>", worker), filled("b", worker));
    }

    #[test]
    fn a_worker_without_the_placeholder_is_unchanged() {
        assert_eq!(filled("<p>", "remove()"), "remove()");
    }
}
