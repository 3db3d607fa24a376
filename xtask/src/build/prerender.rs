//! The prerendered pages: written by `atlas-prerender`, with a style sheet of their own.

use crate::repository;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// The properties whose length pages describe by words in `data-style` (`src/dom/html.rs`).
const LENGTHS: [&str; 3] = ["block-size", "inline-size", "inset-inline-start"];

const PIXELS: u32 = 24;

pub(super) fn pages(portfolio: &Path, public_url: Option<&str>) -> Result<PathBuf> {
    let folder = repository::target()?.join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let shell = repository::shell()?;
    let public = repository::root().join("public");
    // The pictures show the bundled portfolio.
    let is_bundled = portfolio == public.join("portfolio.json");
    let pictures = repository::root().join("docs/pictures");
    let screenshots = is_bundled.then(|| ["--screenshots".into(), pictures.into_os_string()]);
    let screenshots = screenshots.into_iter().flatten();
    let url: Vec<&str> = public_url.map_or_else(Vec::new, |url| vec!["--public-url", url]);
    cmd!(
        shell,
        "cargo run --quiet --locked --package atlas-prerender -- {portfolio} --public {public} --to {folder} {url...} {screenshots...}"
    )
    .quiet()
    .run()
    .context("the pages that read without JavaScript could not be written")?;
    Ok(folder)
}

/// A sheet for lengths in `data-style`, with a rule for each whole per cent, hundredth, number of pixels
/// and combination. So lengths are exact to 0.01%, and the sheet depends on no list.
pub(super) fn lengths() -> String {
    LENGTHS.into_iter().map(rules).collect()
}

fn rules(name: &str) -> String {
    let word = |word: &str, rule: &str| format!("[data-style~=\"{name}:{word}\"]{{{rule}}}");
    let percent = format!("calc((var(--{name}) + var(--{name}-part))*1%)");
    let pixels = format!("var(--{name}-px)");
    let wholes = (0..=100).map(|it| word(&it.to_string(), &format!("--{name}:{it}")));
    let parts = (0..100).map(|it| {
        let it = format!(".{it:02}");
        word(&it, &format!("--{name}-part:{it}"))
    });
    let each_pixels = (0..=PIXELS).map(|it| {
        let it = format!("{it}px");
        word(&it, &format!("--{name}-px:{it}"))
    });
    let plain = format!("[data-style*=\"{name}:\"]{{{name}:{percent}}}");
    let forms = [
        ("min", format!("min({percent}, 100% - {pixels})")),
        ("max", format!("max({percent}, {pixels})")),
        ("less", format!("calc({percent} - {pixels})")),
        ("more", format!("calc({percent} + {pixels})")),
    ];
    let forms = forms
        .iter()
        .map(|(form, value)| word(form, &format!("{name}:{value}")));
    let all = wholes.chain(parts).chain(each_pixels);
    all.chain([plain]).chain(forms).collect()
}
