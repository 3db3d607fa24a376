//! Whole documents, and the site they belong to.

use super::{MOST_PREVIEWS, head};
use atlas_engine::portfolio::{Portfolio, Project, Reading};
use atlas_engine::query::Query;
use project_atlas::prerender::{Prerendered, SITE, address_of, folder_of};

/// A portfolio as a site.
pub(crate) struct Site {
    /// What the portfolio's file says.
    pub portfolio: Portfolio,
    /// What the pages show of it.
    pub pages: Prerendered,
    public_url: Option<String>,
}

impl Site {
    /// `None` where the portfolio shows nothing.
    pub(crate) fn open(
        reading: Reading,
        borders: Vec<u8>,
        public_url: Option<&str>,
    ) -> Option<Self> {
        let portfolio = reading.portfolio.clone()?;
        Some(Self {
            portfolio,
            pages: Prerendered::open(reading, borders)?,
            public_url: public_url.map(str::to_owned),
        })
    }

    /// The site's whole address, ending in `/`, where it is known.
    pub(crate) fn absolute(&self) -> Option<&str> {
        let url = self.public_url.as_deref();
        url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }

    /// The whole address of something within the site, given as it stands in the pages; as far as it
    /// is known.
    pub(crate) fn url(&self, address: &str) -> String {
        match (self.absolute(), address.strip_prefix(SITE)) {
            (Some(site), Some(within)) => format!("{site}{within}"),
            _ => address.to_owned(),
        }
    }

    /// Whether each project has a picture of its own.
    pub(crate) fn has_previews(&self) -> bool {
        self.portfolio.projects.len() <= MOST_PREVIEWS
    }
}

/// The page of a project by its position, with the name of its folder.
pub(crate) fn of_project(site: &Site, at: usize) -> Option<(String, String)> {
    let project = site.portfolio.projects.get(at)?;
    let body = site.pages.project(u32::try_from(at).ok()?)?;
    let head = head::of_project(site, project);
    let query = Query {
        project: project.id.clone(),
        ..Query::default()
    };
    let page = document(site, &head, &body, &query.after(EXPLORER));
    Some((folder_of(project), page))
}

/// The page that names every project.
pub(crate) fn list(site: &Site) -> String {
    document(site, &head::of_list(site), &site.pages.list(), EXPLORER)
}

/// The explorer, from the folder of the list.
const EXPLORER: &str = "./";

/// A page with what it gives way to where the list has been replaced since.
fn document(site: &Site, head: &str, body: &str, instead: &str) -> String {
    let language = site.pages.language();
    let direction = if language.right_to_left {
        " dir=\"rtl\""
    } else {
        ""
    };
    [
        "<!doctype html>\n<html lang=\"",
        language.code,
        "\"",
        direction,
        ">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        head,
        "<meta name=\"color-scheme\" content=\"light dark\">\n\
         <script src=\"__VERSION__/start.js\" data-portfolio=\"portfolio.json\" data-list=\"__LIST_HASH__\" data-instead=\"",
        &escaped(instead),
        "\"></script>\n\
         <link rel=\"icon\" href=\"__VERSION__/icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"preload\" href=\"__VERSION__/inter.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>\n\
         <link rel=\"preload\" href=\"__VERSION__/folium-serif.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>\n\
         <link rel=\"stylesheet\" href=\"__VERSION__/style.css\">\n\
         <link rel=\"stylesheet\" href=\"__VERSION__/closer.css\">\n\
         <link rel=\"stylesheet\" href=\"__VERSION__/map.css\">\n\
         <link rel=\"stylesheet\" href=\"__VERSION__/written.css\">\n\
         </head>\n<body>\n",
        body,
        "\n</body>\n</html>\n",
    ]
    .concat()
}

/// The beginning of what a project is about, as one line of at most so many letters.
pub(crate) fn summary(project: &Project, letters: usize) -> Option<String> {
    let text = project
        .objective
        .as_deref()
        .or(project.summary.as_deref())?;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.strip_prefix("- ").unwrap_or(&line);
    if line.chars().count() <= letters {
        return (!line.is_empty()).then(|| line.to_owned());
    }
    let cut: String = line.chars().take(letters).collect();
    let whole_words = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    Some(format!(
        "{} …",
        whole_words.trim_end_matches([',', ';', '.'])
    ))
}

/// The whole address of a project's page, as far as it is known.
pub(crate) fn url_of(site: &Site, project: &Project) -> String {
    site.url(&address_of(project))
}

/// A text that is read as text in HTML and XML, in an element and in an attribute.
pub(crate) fn escaped(text: &str) -> String {
    // XML has no place for other control characters, however they are written.
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_with_a_whole_word() {
        let project = |text: &str| Project {
            objective: Some(text.to_owned()),
            ..Project::default()
        };
        let of = |text: &str| summary(&project(text), 20);
        assert_eq!(of("One two\n\nthree"), Some("One two three".to_owned()));
        assert_eq!(
            of("Support, training and more of it"),
            Some("Support, training …".to_owned())
        );
        assert_eq!(of(""), None);
        assert_eq!(summary(&Project::default(), 20), None);
    }

    #[test]
    fn markup_in_data_stays_text() {
        assert_eq!(
            escaped("<a b=\"c\">&\u{0}"),
            "&lt;a b=&quot;c&quot;&gt;&amp;"
        );
    }
}
