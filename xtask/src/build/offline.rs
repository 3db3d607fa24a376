//! What is kept for when the network is gone: the service worker's list of files.

use super::integrity;
use super::site::Files;
use anyhow::{Context as _, Result};

/// The worker's script, and the one that takes its place where nothing is to be kept.
pub(super) const WORKER: &str = "sw.js";
pub(super) const REMOVER: &str = "sw-remover.js";

/// What the worker's script has for the list.
const PLACE: &str = "__LIST__";

/// What the page needs of the files with names of their own; the page itself by its folder, as hosts
/// send visitors there from its file.
const OUTER: [(&str, &str); 6] = [
    ("", "index.html"),
    ("accessibility.html", "accessibility.html"),
    ("manifest.webmanifest", "manifest.webmanifest"),
    ("icon-192.png", "icon-192.png"),
    ("embed.html", "embed.html"),
    ("embed.js", "embed.js"),
];

/// Gives the worker its list: everything in the version's folder, and the pages. Portfolios it keeps by itself. Without `keeps` the remover takes its place.
pub(super) fn fill(files: &mut Files, keeps: bool) -> Result<()> {
    let remover = files.remove(REMOVER);
    let Some(worker) = files.remove(WORKER) else {
        return Ok(());
    };
    if !keeps {
        let remover = remover.with_context(|| format!("there is no {REMOVER}"))?;
        files.insert(WORKER.to_owned(), remover);
        return Ok(());
    }
    let outer = OUTER.into_iter();
    let outer = outer.filter_map(|(path, file)| Some((path.to_owned(), files.get(file)?)));
    let inner = files.iter().filter(|(path, _)| path.starts_with("v/"));
    let inner = inner.map(|(path, bytes)| (path.clone(), bytes));
    let list: Vec<[String; 2]> = outer
        .chain(inner)
        .map(|(path, bytes)| [path, integrity::of(bytes)])
        .collect();
    let name = blake3::hash(&serde_json::to_vec(&list)?).to_hex()[..16].to_owned();
    let list = serde_json::json!({ "name": name, "files": list }).to_string();
    let worker = std::str::from_utf8(&worker).context("the worker is no text")?;
    let worker = worker.replacen(PLACE, &list, 1);
    files.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(change: impl Fn(&mut Files), keeps: bool) -> String {
        let mut files: Files = [
            ("sw.js", "const LIST = __LIST__;"),
            ("sw-remover.js", "remove()"),
            ("index.html", "<p>"),
            ("portfolio.json", "{}"),
            ("v/0/start.js", "start()"),
            ("v/0/embed/style.css", "a{}"),
        ]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into();
        change(&mut files);
        fill(&mut files, keeps).unwrap();
        assert!(!files.contains_key(REMOVER));
        String::from_utf8(files.remove(WORKER).unwrap()).unwrap()
    }

    #[test]
    fn the_worker_keeps_the_version_and_its_page_by_what_they_hold() {
        let worker = filled(|_| {}, true);
        let start = integrity::of(b"start()");
        assert!(
            worker.contains(&format!("[\"v/0/start.js\",\"{start}\"]")),
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
    fn a_changed_page_is_another_version() {
        let other = |files: &mut Files| drop(files.insert("index.html".to_owned(), vec![b'b']));
        assert_ne!(filled(|_| {}, true), filled(other, true));
    }

    #[test]
    fn a_site_that_is_not_to_be_kept_takes_away_what_was() {
        assert_eq!(filled(|_| {}, false), "remove()");
    }
}
