//! Writes a portfolio as pages that can be read without JavaScript, with a feed, a site map and
//! previews. `atlas-site` fills the [placeholders](placeholder).
//!
//! ```text
//! explorer.html            shown on the explorer's page until the program is loaded
//! explorer-head.html       the metadata for its head
//! projects/index.html      all projects by name
//! projects/ID/index.html   the whole record of a project
//! projects/ID/preview.png  the picture shown where its link is shared
//! preview.png              the same for the portfolio
//! feed.xml                 the projects as an Atom feed
//! manifest.webmanifest     the web app manifest, with its icons and screenshots
//! sitemap.xml              the addresses of all pages, if the site's address is known
//! ```

#![allow(
    clippy::format_push_string,
    reason = "pages are written once in a build, not in a visitor's browser"
)]

mod feed;
mod head;
mod manifest;
mod page;
mod preview;
mod site;
mod sitemap;
mod structured_data;

use anyhow::{Context as _, Result};
use atlas_engine::markup::placeholder;
use atlas_engine::portfolio;
use rayon::prelude::*;
use site::Site;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Screenshots of the page: the name under which each is served, and its form factor.
pub const SCREENSHOTS: [(&str, &str); 2] = [
    ("screenshot-wide.webp", "wide"),
    ("screenshot-narrow.webp", "narrow"),
];

/// What pages are made from, besides the list.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The file of the world's borders.
    pub borders: &'a [u8],
    /// The site's icon, in SVG.
    pub icon: &'a [u8],
    /// The fonts of titles and of text, in WOFF2.
    pub typefaces: [&'a [u8]; 2],
    /// Screenshots of the page with this list, in the order of [`SCREENSHOTS`].
    pub screenshots: Option<[&'a [u8]; 2]>,
    /// The site's address, or the path of its folder, if known.
    pub public_url: Option<&'a str>,
}

/// Returns the pages of a list, given as the bytes of its file, by path. There are none if it has
/// nothing to show: the app reports why.
///
/// # Errors
/// If the borders, a font or a picture cannot be used.
pub fn pages(list: &[u8], material: &Material) -> Result<BTreeMap<String, Vec<u8>>> {
    let list = without_placeholders(list);
    let list = list.as_ref();
    let open = || {
        Site::open(
            portfolio::read(list),
            material.borders.to_vec(),
            material.public_url,
        )
    };
    let Some(site) = open() else {
        return Ok(BTreeMap::new());
    };
    let painter = preview::Painter::new(&material.typefaces)?;
    let mut pages = pages_of_portfolio(&site, material, &painter)?;
    // The state of the pages is thread-local, so each thread opens the list again.
    let projects = site.portfolio.projects.len();
    let workers = rayon::current_num_threads().min(projects.max(1));
    let shares = (0..workers).into_par_iter().map(|first| {
        let site = open().context("the list could not be opened again")?;
        pages_of_projects(&site, &painter, (first..).step_by(workers))
    });
    for share in shares.collect::<Result<Vec<_>>>()? {
        pages.extend(share);
    }
    Ok(pages)
}

fn pages_of_portfolio(
    site: &Site,
    material: &Material,
    painter: &preview::Painter,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut pages = BTreeMap::new();
    let mut put = |path: &str, bytes: Vec<u8>| {
        pages.insert(path.to_owned(), bytes);
    };
    put("explorer.html", site.pages.explorer().into_bytes());
    put("explorer-head.html", head::of_explorer(site).into_bytes());
    put("projects/index.html", page::list(site).into_bytes());
    put("feed.xml", feed::feed(site).into_bytes());
    if let Some(url) = site.absolute() {
        put("sitemap.xml", sitemap::sitemap(site, url).into_bytes());
    }
    for (file, size, maskable) in [
        ("icon-192.png", 192, false),
        ("icon-512.png", 512, false),
        ("icon-maskable.png", 512, true),
    ] {
        put(file, preview::icon(material.icon, size, maskable)?);
    }
    let mut screenshots = Vec::new();
    let pictures = material.screenshots.into_iter().flatten();
    for ((file, form), bytes) in SCREENSHOTS.into_iter().zip(pictures) {
        let size =
            manifest::webp_size(bytes).with_context(|| format!("{file} is not a WebP file"))?;
        put(file, bytes.to_vec());
        screenshots.push(manifest::Screenshot { file, form, size });
    }
    put(
        "manifest.webmanifest",
        manifest::manifest(site, &screenshots).into_bytes(),
    );
    put(
        "preview.png",
        painter.paint(&preview::drawing_of_portfolio(site))?,
    );
    Ok(pages)
}

fn pages_of_projects(
    site: &Site,
    painter: &preview::Painter,
    positions: impl Iterator<Item = usize>,
) -> Result<Vec<(String, Vec<u8>)>> {
    let mut pages = Vec::new();
    for at in positions {
        let Some(project) = site.portfolio.projects.get(at) else {
            break;
        };
        let Some((folder, page)) = page::of_project(site, at) else {
            continue;
        };
        pages.push((format!("projects/{folder}/index.html"), page.into_bytes()));
        if site.has_previews() {
            let drawing = preview::drawing_of_project(site, project);
            pages.push((
                format!("projects/{folder}/preview.png"),
                painter.paint(&drawing)?,
            ));
        }
    }
    Ok(pages)
}

/// Breaks up placeholders in the list's texts with an invisible character.
fn without_placeholders(list: &[u8]) -> Cow<'_, [u8]> {
    let Ok(text) = std::str::from_utf8(list) else {
        return Cow::Borrowed(list);
    };
    let mut text = Cow::Borrowed(text);
    // JSON can escape the slash.
    for placeholder in placeholder::ALL.map(|it| it.trim_end_matches('/')) {
        if text.contains(placeholder) {
            let (first, rest) = placeholder.split_at(1);
            text = Cow::Owned(text.replace(placeholder, &format!("{first}\\u2060{rest}")));
        }
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_engine::portfolio;

    fn site(public_url: Option<&str>) -> Site {
        let file = r#"{ "title": "Wells & roads", "language": "fr", "projects": [
            { "id": "wells", "title": "Wells", "start": "2010-10", "countries": ["RO"], "donors": ["A & B"] },
            { "id": "a/b", "title": "</script><b>" } ] }"#;
        Site::open(portfolio::read(file.as_bytes()), Vec::new(), public_url).unwrap()
    }

    #[test]
    fn the_sitemap_lists_every_page_by_its_full_address() {
        let url = "https://example.org/atlas/";
        let site = site(Some(url));
        let map = sitemap::sitemap(&site, url);
        for address in ["", "projects/", "projects/wells/"] {
            assert!(map.contains(&format!("<loc>{url}{address}</loc>")), "{map}");
        }
        assert_eq!(map.matches("<loc>").count(), 4);
        assert!(!map.contains("a/b"), "{map}");
    }

    #[test]
    fn a_page_is_in_the_language_of_its_portfolio() {
        let (folder, page) = page::of_project(&site(None), 0).unwrap();
        assert_eq!(folder, "wells");
        assert!(page.contains("<html lang=\"fr\">"), "{page}");
        assert!(page.contains("oct. 2010"), "{page}");
        assert!(
            !page.contains("canonical") && !page.contains("og:image"),
            "{page}"
        );
    }

    #[test]
    fn nothing_in_the_data_becomes_markup() {
        let site = site(Some("https://example.org/"));
        let (_, page) = page::of_project(&site, 1).unwrap();
        for text in [
            page,
            site.pages.explorer(),
            feed::feed(&site),
            head::of_explorer(&site),
        ] {
            assert!(!text.contains("<b>"), "{text}");
        }
    }

    #[test]
    fn without_a_readable_portfolio_there_is_no_site() {
        assert!(Site::open(portfolio::read(b"no portfolio"), Vec::new(), None).is_none());
    }
}
