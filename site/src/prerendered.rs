//! Adds the pages that `atlas-prerender` has prerendered to a site.

use atlas_engine::markup::placeholder::{LIST_HASH, SITE};

/// The prerendered content of the explorer's page.
pub const EXPLORER: &str = "explorer.html";
/// The prerendered part of its head.
pub const HEAD: &str = "explorer-head.html";

const PLACE: &str = "<div id=\"atlas\">\n";

const SHOWS: &str = "data-portfolio=\"portfolio.json\"";

/// The elements that the prerendered head replaces.
const GENERAL: [(&str, &str); 2] = [
    ("<title>", "</title>\n"),
    ("<meta name=\"description\"", ">\n"),
];

/// Returns the explorer's page with the prerendered content and head.
pub fn into_explorer(page: &str, body: &str, head: &str) -> String {
    let mut page = page.replacen(PLACE, &[PLACE, body, "\n"].concat(), 1);
    let list = [SHOWS, " data-list=\"", LIST_HASH, "\""].concat();
    page = page.replacen(SHOWS, &list, 1);
    for (begin, end) in GENERAL {
        let Some(at) = page.find(begin) else { continue };
        let length = page[at..].find(end).map_or(0, |length| length + end.len());
        page.replace_range(at..at + length, "");
    }
    // After the character set and the viewport, which browsers need first.
    page.replacen(
        "<meta name=\"color-scheme\"",
        &[head, "<meta name=\"color-scheme\""].concat(),
        1,
    )
}

/// Fills the placeholder for the site's folder in the page or feed at a path.
pub fn point(text: &str, path: &str, public_url: &str) -> String {
    text.replace(SITE, &to_site(path, public_url))
}

/// Returns the prefix that leads from a file to the site's folder.
pub fn to_site(path: &str, public_url: &str) -> String {
    match path.matches('/').count() {
        _ if !public_url.is_empty() => public_url.to_owned(),
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prerendered_content_is_placed_where_the_program_takes_over() {
        let page = "<title>Projects</title>\n<meta name=\"description\" content=\"x\">\n\
                    <meta name=\"color-scheme\"><div id=\"atlas\">\n<p>Loading</p></div>";
        assert_eq!(
            into_explorer(page, "<main></main>", "<title>Six</title>\n"),
            "<title>Six</title>\n<meta name=\"color-scheme\"><div id=\"atlas\">\n\
             <main></main>\n<p>Loading</p></div>"
        );
    }

    #[test]
    fn a_page_links_to_the_site_from_its_own_folder() {
        for (path, public_url, leads) in [
            ("index.html", "", "./"),
            ("projects/a/index.html", "", "../../"),
            ("projects/a/index.html", "/b/", "/b/"),
        ] {
            assert_eq!(to_site(path, public_url), leads);
        }
    }
}
