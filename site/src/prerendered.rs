//! The pages that can be read without JavaScript, as `atlas-pages` writes them: put into the site here.

/// In what is written, the folder of the site.
const SITE: &str = "__SITE__/";

/// In what is written, the hash of the list.
pub const LIST_HASH: &str = "__LIST_HASH__";

/// What is written for the page of the explorer.
pub const EXPLORER: &str = "explorer.html";
/// The same for its head.
pub const HEAD: &str = "explorer-head.html";

/// Where it goes there: into the element that the program takes over, before all else.
const PLACE: &str = "<div id=\"atlas\">\n";

/// Where the page says which list it shows.
const SHOWS: &str = "data-portfolio=\"portfolio.json\"";

/// What is said better of a portfolio that is known.
const GENERAL: [(&str, &str); 2] = [
    ("<title>", "</title>\n"),
    ("<meta name=\"description\"", ">\n"),
];

/// The explorer's page with what was written for it.
pub fn into_explorer(page: &str, body: &str, head: &str) -> String {
    let mut page = page.replacen(PLACE, &[PLACE, body, "\n"].concat(), 1);
    let list = [SHOWS, " data-list=\"", LIST_HASH, "\""].concat();
    page = page.replacen(SHOWS, &list, 1);
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
pub fn point(text: &str, path: &str, public_url: &str) -> String {
    text.replace(SITE, &to_site(path, public_url))
}

/// What leads from a file to the folder of the site.
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
