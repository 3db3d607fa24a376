//! Prepares pages for serving.

use crate::{Files, LIST, Shell, integrity, prerendered};
use anyhow::{Result, bail};
use atlas_engine::markup::placeholder::VERSION;

/// Points a page at its version's files, and removes what only its authors need.
pub fn pointed(page: &str, path: &str, shell: &Shell, inner: &Files) -> Result<String> {
    let folder = match path.matches('/').count() {
        0 => shell.public_url.clone(),
        _ => prerendered::to_site(path, &shell.public_url),
    };
    for reference in page.split(VERSION).skip(1) {
        let name = reference
            .split(['"', '\'', '?', '#'])
            .next()
            .unwrap_or_default();
        if !inner.contains_key(name) {
            bail!("{path} refers to {VERSION}{name}, which does not exist");
        }
    }
    let page = integrity::of_what_it_loads(page, inner);
    let mut page = without(&page, "<!--", "-->", |_| true);
    page = without(&page, "<link", ">", |tag| tag.contains("data-trunk"));
    page = page.replace(VERSION, &format!("{folder}v/{}/", shell.version));
    page = page.replace(&format!("\"{LIST}\""), &format!("\"{folder}{LIST}\""));
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

fn without(text: &str, start: &str, end: &str, goes: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        let Some(length) = rest[at..].find(end).map(|length| length + end.len()) else {
            break;
        };
        let (before, after) = rest.split_at(at);
        let (part, after) = after.split_at(length);
        out.push_str(before);
        if !goes(part) {
            out.push_str(part);
        }
        rest = after;
    }
    out + rest
}
