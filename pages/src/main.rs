//! Writes a portfolio as pages that read without JavaScript, and what leads search engines, feed
//! readers and those who share a link to them. A step of `cargo xtask build`, which puts the pages
//! into the site: `__SITE__/` and `__VERSION__/` in them stand for its folders.
//!
//! ```text
//! explorer.html            what the explorer's page shows until the program has come
//! explorer-head.html       what its head says of it
//! projects/index.html      every project by name
//! projects/ID/index.html   a project's whole record
//! projects/ID/preview.png  what is shown of it where its link is shared
//! preview.png              the same of the portfolio
//! feed.xml                 the projects as an Atom feed
//! manifest.webmanifest     what the site is once it is installed, with its icons and screenshots
//! sitemap.xml              where every page is; only if the site's address is known
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
mod sitemap;
mod structured_data;

use anyhow::{Context as _, Result, bail};
use atlas_engine::portfolio;
use lexopt::prelude::*;
use page::Site;
use std::fs;
use std::path::{Path, PathBuf};

const HELP: &str = "\
atlas-pages PORTFOLIO --public FOLDER --to FOLDER [--public-url URL] [--screenshots FOLDER]

  Writes the pages of a portfolio. FOLDER of --public holds the borders, the icon and the typefaces,
  that of --screenshots the pictures of docs/views.md, if they are of this portfolio.";

/// Pictures of the page: under which name they are served, and which of docs/views.md they are.
const SCREENSHOTS: [(&str, &str, &str); 2] = [
    ("screenshot-wide.webp", "wide", "cards-1280-light.webp"),
    ("screenshot-narrow.webp", "narrow", "cards-360-light.webp"),
];

/// Of more projects, none has a picture of its own: they would take minutes, and megabytes.
const MOST_PREVIEWS: usize = 300;

struct Options {
    portfolio: PathBuf,
    public: PathBuf,
    to: PathBuf,
    public_url: Option<String>,
    screenshots: Option<PathBuf>,
}

fn main() -> Result<()> {
    let options = options()?;
    write(&options)
}

fn options() -> Result<Options> {
    let (mut file, mut public, mut to) = (None, None, None);
    let (mut public_url, mut screenshots) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("public") => public = Some(parser.value()?.into()),
            Long("to") => to = Some(parser.value()?.into()),
            Long("public-url") => public_url = Some(parser.value()?.string()?),
            Long("screenshots") => screenshots = Some(parser.value()?.into()),
            Value(value) if file.is_none() => file = Some(value.into()),
            other => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    Ok(Options {
        portfolio: file.context(HELP)?,
        public: public.context(HELP)?,
        to: to.context(HELP)?,
        public_url,
        screenshots,
    })
}

fn write(options: &Options) -> Result<()> {
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let reading = portfolio::read(&read(&options.portfolio)?);
    fs::create_dir_all(&options.to)?;
    let borders = read(&options.public.join("world.atlas-geo"))?;
    // Where nothing can be shown, the running page says why.
    let Some(site) = Site::open(reading, borders, options.public_url.as_deref()) else {
        return Ok(());
    };
    let put = |path: &str, bytes: &[u8]| -> Result<()> {
        let path = options.to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    put("explorer.html", site.pages.explorer().as_bytes())?;
    put("explorer-head.html", head::of_explorer(&site).as_bytes())?;
    put("projects/index.html", page::list(&site).as_bytes())?;
    put("feed.xml", feed::feed(&site).as_bytes())?;
    if let Some(url) = site.absolute() {
        put("sitemap.xml", sitemap::sitemap(&site, url).as_bytes())?;
    }
    let painter = preview::Painter::new(&[
        read(&options.public.join("folium-serif.woff2"))?,
        read(&options.public.join("inter.woff2"))?,
    ])?;
    let icon = read(&options.public.join("icon.svg"))?;
    for (file, size, maskable) in [
        ("icon-192.png", 192, false),
        ("icon-512.png", 512, false),
        ("icon-maskable.png", 512, true),
    ] {
        put(file, &preview::icon(&icon, size, maskable)?)?;
    }
    let mut screenshots = Vec::new();
    for (file, form, picture) in SCREENSHOTS {
        let Some(folder) = &options.screenshots else {
            break;
        };
        let bytes = read(&folder.join(picture))?;
        let size = manifest::webp_size(&bytes).with_context(|| format!("{picture} is no WebP"))?;
        put(file, &bytes)?;
        screenshots.push(manifest::Screenshot { file, form, size });
    }
    put(
        "manifest.webmanifest",
        manifest::manifest(&site, &screenshots).as_bytes(),
    )?;
    put("preview.png", &painter.of_portfolio(&site)?)?;
    for at in 0..site.portfolio.projects.len() {
        let Some((folder, page)) = page::of_project(&site, at) else {
            continue;
        };
        put(&format!("projects/{folder}/index.html"), page.as_bytes())?;
        if site.has_previews() {
            put(
                &format!("projects/{folder}/preview.png"),
                &painter.of_project(&site, at)?,
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(public_url: Option<&str>) -> Site {
        let file = r#"{ "title": "Wells & roads", "language": "fr", "projects": [
            { "id": "wells", "title": "Wells", "start": "2010-10", "countries": ["RO"], "donors": ["A & B"] },
            { "id": "a/b", "title": "</script><b>" } ] }"#;
        Site::open(portfolio::read(file.as_bytes()), Vec::new(), public_url).unwrap()
    }

    #[test]
    fn the_site_map_names_every_page_by_its_whole_address() {
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
    fn a_page_speaks_the_language_of_its_portfolio() {
        let (folder, page) = page::of_project(&site(None), 0).unwrap();
        assert_eq!(folder, "wells");
        assert!(page.contains("<html lang=\"fr\">"), "{page}");
        assert!(page.contains("oct. 2010"), "{page}");
        // Addresses that are not known as a whole are not told.
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
    fn without_projects_to_show_there_are_no_pages() {
        assert!(Site::open(portfolio::read(b"no portfolio"), Vec::new(), None).is_none());
    }
}
