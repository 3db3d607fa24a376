//! What a page becomes: it points at its version's files, and drops what only its authors need.

use super::integrity;
use super::site::Files;
use anyhow::{Result, bail};

/// Stands, in the page, for the folder of the version.
pub(super) const VERSION: &str = "__VERSION__/";

/// Lets a page point at this version's files, and drops what only its authors need.
pub(super) fn pointed(
    page: &str,
    version: &str,
    public_url: &str,
    inner: &Files,
) -> Result<String> {
    for reference in page.split(VERSION).skip(1) {
        let name = reference
            .split(['"', '\'', '?', '#'])
            .next()
            .unwrap_or_default();
        if !inner.contains_key(name) {
            bail!("the page refers to {VERSION}{name}, and there is no such file");
        }
    }
    let page = integrity::of_what_it_loads(page, inner);
    let mut page = without(&page, "<!--", "-->", |_| true);
    // Trunk leaves its marker where it injects no script of its own.
    page = without(&page, "<link", ">", |tag| tag.contains("data-trunk"));
    page = page.replace(VERSION, &format!("{public_url}v/{version}/"));
    page = page.replace(
        "\"portfolio.json\"",
        &format!("\"{public_url}portfolio.json\""),
    );
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The text without those of its parts, from `start` to `end`, that are to go.
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
