//! The metadata in a page's head, for search engines and link previews.

use crate::site::{Site, escaped, summary, url_of};
use crate::{preview, structured_data};
use atlas_engine::portfolio::Project;
use project_atlas::prerender::{SITE, address_of};

/// In characters: about what search engines show.
const DESCRIPTION: usize = 200;

struct Card<'a> {
    title: &'a str,
    description: &'a str,
    /// The page's address, with the placeholder of the site.
    address: &'a str,
    kind: &'a str,
    picture: &'a str,
}

pub(crate) fn of_explorer(site: &Site) -> String {
    let mut head = lines(
        site,
        &Card {
            title: &site.pages.title(),
            description: &site.pages.extent(),
            address: SITE,
            kind: "website",
            picture: &format!("{SITE}preview.png"),
        },
    );
    head.push_str(&format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{SITE}feed.xml\">\n"
    ));
    head.push_str(&format!(
        "<link rel=\"manifest\" href=\"{SITE}manifest.webmanifest\">\n\
         <link rel=\"apple-touch-icon\" href=\"{SITE}icon-192.png\">\n"
    ));
    head.push_str(&structured_data::script(&structured_data::of_portfolio(
        site,
    )));
    head
}

pub(crate) fn of_project(site: &Site, project: &Project) -> String {
    let address = address_of(project);
    let picture = if site.has_previews() {
        format!("{address}preview.png")
    } else {
        format!("{SITE}preview.png")
    };
    let description = summary(project, DESCRIPTION)
        .or_else(|| site.pages.period(project))
        .unwrap_or_else(|| site.pages.title());
    let mut head = lines(
        site,
        &Card {
            title: &project.title,
            description: &description,
            address: &address,
            kind: "article",
            picture: &picture,
        },
    );
    head.push_str(&structured_data::script(&structured_data::of_project(
        site, project,
    )));
    head
}

pub(crate) fn of_list(site: &Site) -> String {
    let title = format!("{} · {}", site.pages.list_title(), site.pages.title());
    lines(
        site,
        &Card {
            title: &title,
            description: &site.pages.extent(),
            address: &format!("{SITE}projects/"),
            kind: "website",
            picture: &format!("{SITE}preview.png"),
        },
    )
}

fn lines(site: &Site, card: &Card) -> String {
    let named = |kind: &str, name: &str, content: &str| {
        format!(
            "<meta {kind}=\"{name}\" content=\"{}\">\n",
            escaped(content)
        )
    };
    let mut head = format!("<title>{}</title>\n", escaped(card.title));
    head.push_str(&named("name", "description", card.description));
    for (name, content) in [
        ("og:type", card.kind),
        ("og:site_name", &site.pages.title()),
        ("og:title", card.title),
        ("og:description", card.description),
        ("og:locale", site.pages.language().code),
    ] {
        head.push_str(&named("property", name, content));
    }
    head.push_str(&named("name", "twitter:card", "summary_large_image"));
    // These require absolute addresses.
    if site.absolute().is_some() {
        let url = escaped(&site.url(card.address));
        head.push_str(&format!("<link rel=\"canonical\" href=\"{url}\">\n"));
        let (width, height) = preview::SIZE;
        for (name, content) in [
            ("og:url", &site.url(card.address)),
            ("og:image", &site.url(card.picture)),
            ("og:image:width", &width.to_string()),
            ("og:image:height", &height.to_string()),
            ("og:image:alt", &card.title.to_owned()),
        ] {
            head.push_str(&named("property", name, content));
        }
    }
    head
}

/// Returns a project's title and the address of its page.
pub(crate) fn listed(site: &Site, project: &Project) -> (String, String) {
    (project.title.clone(), url_of(site, project))
}
