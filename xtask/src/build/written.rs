//! The pages that read without JavaScript: written by `atlas-pages`, put into the site here.

use crate::repository;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// Stands, in what is written, for the folder of the site.
const SITE: &str = "__SITE__/";

/// What is written for the page of the explorer.
pub(super) const EXPLORER: &str = "explorer.html";
pub(super) const HEAD: &str = "explorer-head.html";

/// Where it goes there: into the element that the program takes over, before all else.
const PLACE: &str = "<div id=\"atlas\">\n";

/// What is said better of a portfolio that is known.
const GENERAL: [(&str, &str); 2] = [
    ("<title>", "</title>\n"),
    ("<meta name=\"description\"", ">\n"),
];

/// The styles that `data-style` takes a length in per cent for.
const LENGTHS: [&str; 3] = ["block-size", "inline-size", "inset-inline-start"];

/// Writes the pages of a portfolio; gives the folder they are in.
pub(super) fn pages(portfolio: &Path, public_url: Option<&str>) -> Result<PathBuf> {
    let folder = repository::target()?.join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let shell = repository::shell()?;
    let public = repository::root().join("public");
    // They show the bundled portfolio.
    let is_bundled = portfolio == public.join("portfolio.json");
    let pictures = repository::root().join("docs/pictures");
    let screenshots = is_bundled.then(|| ["--screenshots".into(), pictures.into_os_string()]);
    let screenshots = screenshots.into_iter().flatten();
    let url: Vec<&str> = public_url.map_or_else(Vec::new, |url| vec!["--public-url", url]);
    cmd!(
        shell,
        "cargo run --quiet --locked --package atlas-pages -- {portfolio} --public {public} --to {folder} {url...} {screenshots...}"
    )
    .quiet()
    .run()
    .context("the pages that read without JavaScript could not be written")?;
    Ok(folder)
}

/// The explorer's page with what was written for it.
pub(super) fn into_explorer(page: &str, body: &str, head: &str) -> String {
    let mut page = page.replacen(PLACE, &[PLACE, body, "\n"].concat(), 1);
    for (begin, end) in GENERAL {
        let Some(at) = page.find(begin) else { continue };
        let length = page[at..].find(end).map_or(0, |length| length + end.len());
        page.replace_range(at..at + length, "");
    }
    // After the character set and the width, which browsers want first.
    page.replacen(
        "<meta name=\"color-scheme\"",
        &[head, "<meta name=\"color-scheme\""].concat(),
        1,
    )
}

/// Lets a page or a feed at a path point at the rest of the site.
pub(super) fn point(text: &str, path: &str, public_url: &str) -> String {
    text.replace(SITE, &to_site(path, public_url))
}

/// What leads from a file to the folder of the site.
pub(super) fn to_site(path: &str, public_url: &str) -> String {
    match path.matches('/').count() {
        _ if !public_url.is_empty() => public_url.to_owned(),
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// A sheet for lengths in `data-style`.
pub(super) fn lengths() -> String {
    let each = |name: &'static str| {
        (0..=100)
            .map(move |percent| format!("[data-style~=\"{name}:{percent}%\"]{{{name}:{percent}%}}"))
    };
    LENGTHS.into_iter().flat_map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stands_where_the_program_takes_over() {
        let page = "<title>Projects</title>\n<meta name=\"description\" content=\"x\">\n\
                    <meta name=\"color-scheme\"><div id=\"atlas\">\n<p>Loading</p></div>";
        assert_eq!(
            into_explorer(page, "<main></main>", "<title>Six</title>\n"),
            "<title>Six</title>\n<meta name=\"color-scheme\"><div id=\"atlas\">\n\
             <main></main>\n<p>Loading</p></div>"
        );
    }

    #[test]
    fn a_page_leads_to_the_site_from_its_own_folder() {
        for (path, public_url, leads) in [
            ("index.html", "", "./"),
            ("projects/a/index.html", "", "../../"),
            ("projects/a/index.html", "/b/", "/b/"),
        ] {
            assert_eq!(to_site(path, public_url), leads);
        }
    }
}
