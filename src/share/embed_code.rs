//! HTML for showing an atlas in another page: an element, or an iframe.

use atlas_engine::markup::escape;
use atlas_engine::percent_encoding::encode_form;
use atlas_engine::query::{Choice, Query, View};

/// An atlas to show in another page. Empty settings follow the surrounding page or the visitor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Embedding<'a> {
    /// The address of the folder in which the atlas is published, ending in `/`.
    pub home: &'a str,
    /// The portfolio's address.
    pub portfolio: &'a str,
    /// The portfolio's title.
    pub title: &'a str,
    /// The selection, the view and the language.
    pub query: &'a Query,
    /// The keys of the facets to show, separated by commas.
    pub facets: &'a str,
    /// `light` or `dark`.
    pub theme: &'a str,
    /// The frame's height in pixels; `None` to fit its content.
    pub height: Option<u32>,
}

/// A frame's height until its content reports its own, or if no script can adjust it.
const FRAME_HEIGHT: u32 = 900;

/// The parameters of a frame's address (`public/iframe-page.js`) that a facet could also have.
const OWN_PARAMETERS: [&str; 4] = ["src", "query", "facets", "theme"];

impl Embedding<'_> {
    /// Returns a script and an element.
    pub(crate) fn element(&self) -> String {
        let mut query = self.query.clone();
        let (view, language) = (query.view, std::mem::take(&mut query.lang));
        query.view = None;
        let mut html = String::from("<script type=\"module\"");
        attribute(&mut html, "src", &[self.home, "embed.js"].concat());
        html.push_str("></script>\n<project-atlas");
        attribute(&mut html, "src", self.portfolio);
        for (name, value) in [
            ("query", query.to_address().as_str()),
            ("facets", self.facets),
            ("view", view.map_or("", View::key)),
            ("lang", &language),
            ("theme", self.theme),
        ] {
            if !value.is_empty() {
                attribute(&mut html, name, value);
            }
        }
        // The link is shown if no script runs, or if the site lets no other page read its files.
        html.push_str(">\n  <a");
        attribute(&mut html, "href", &self.page());
        html.push('>');
        escape(self.title, &mut html);
        html.push_str("</a>\n</project-atlas>\n");
        html
    }

    fn page(&self) -> String {
        if self.portfolio == [self.home, "portfolio.json"].concat() {
            self.query.after(self.home)
        } else {
            self.frame_address()
        }
    }

    /// Returns the address of the page that an iframe shows.
    pub(crate) fn frame_address(&self) -> String {
        let mut address = [self.home, "embed.html"].concat();
        let mut next = '?';
        let mut add = |part: &str| {
            address.push(next);
            address.push_str(part);
            next = '&';
        };
        let named = |name: &str, value: &str| {
            let mut part = [name, "="].concat();
            encode_form(value, &mut part);
            part
        };
        if self.portfolio != [self.home, "portfolio.json"].concat() {
            add(&named("src", self.portfolio));
        }
        let query = self.query.to_address();
        let is_taken = |choice: &Choice| OWN_PARAMETERS.contains(&choice.facet.as_str());
        if self.query.choices.iter().any(is_taken) {
            add(&named("query", &query));
        } else if !query.is_empty() {
            add(&query);
        }
        for (name, value) in [("facets", self.facets), ("theme", self.theme)] {
            if !value.is_empty() {
                add(&named(name, value));
            }
        }
        address
    }

    /// Returns an iframe, and the script that fits it to its content unless a height is set.
    pub(crate) fn frame(&self) -> String {
        let mut html = String::from("<iframe");
        attribute(&mut html, "src", &self.frame_address());
        attribute(&mut html, "title", self.title);
        let height = self.height.unwrap_or(FRAME_HEIGHT).to_string();
        attribute(&mut html, "width", "100%");
        attribute(&mut html, "height", &height);
        // This attribute is obsolete, but unlike a style, no content security policy blocks it.
        html.push_str(" frameborder=\"0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>\n");
        if self.height.is_none() {
            html.push_str("<script async");
            attribute(&mut html, "src", &[self.home, "frame.js"].concat());
            html.push_str("></script>\n");
        }
        html
    }
}

fn attribute(html: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\""] {
        html.push_str(part);
    }
    escape(value, html);
    html.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedding<'a>(title: &'a str, query: &'a Query) -> Embedding<'a> {
        Embedding {
            home: "https://a.example/",
            portfolio: "https://a.example/portfolio.json",
            title,
            query,
            facets: "",
            theme: "",
            height: None,
        }
    }

    #[test]
    fn a_selection_and_settings_are_in_the_markup_and_in_the_frames_address() {
        let query = Query::parse("country=RO&q=%22law%22");
        let embedding = Embedding {
            home: "https://example.org/atlas/",
            portfolio: "https://example.org/atlas/portfolio.json",
            title: "Completed \"projects\"",
            query: &query,
            facets: "country,donor",
            theme: "dark",
            height: None,
        };
        assert_eq!(
            embedding.element(),
            "<script type=\"module\" src=\"https://example.org/atlas/embed.js\"></script>\n\
             <project-atlas src=\"https://example.org/atlas/portfolio.json\" \
             query=\"q=%22law%22&amp;country=RO\" facets=\"country,donor\" theme=\"dark\">\n  \
             <a href=\"https://example.org/atlas/?q=%22law%22&amp;country=RO\">Completed &quot;projects&quot;</a>\n\
             </project-atlas>\n"
        );
        assert_eq!(
            embedding.frame_address(),
            "https://example.org/atlas/embed.html?q=%22law%22&country=RO&facets=country%2Cdonor&theme=dark"
        );
    }

    #[test]
    fn titles_and_queries_cannot_break_out_of_an_attribute() {
        let hostile = "\"><script>alert(1)</script>";
        let query = Query {
            text: hostile.to_owned(),
            ..Query::default()
        };
        let embedding = embedding(hostile, &query);
        for html in [embedding.element(), embedding.frame()] {
            assert_eq!(html.matches("<script").count(), 1, "{html}");
            assert!(!html.contains("alert(1)<"), "{html}");
        }
    }

    #[test]
    fn default_settings_are_omitted_from_the_markup() {
        let query = Query::default();
        let plain = embedding("Projects", &query);
        assert_eq!(plain.frame_address(), "https://a.example/embed.html");
        assert!(plain.element().contains(
            "<project-atlas src=\"https://a.example/portfolio.json\">\n  \
             <a href=\"https://a.example/\">Projects</a>\n</project-atlas>"
        ));
        let elsewhere = Embedding {
            portfolio: "https://b.example/list.json",
            ..plain
        };
        assert!(elsewhere.element().contains(
            "<a href=\"https://a.example/embed.html?src=https%3A%2F%2Fb.example%2Flist.json\">"
        ));
        assert!(plain.frame().contains("frame.js"));
        let fixed = Embedding {
            height: Some(700),
            ..plain
        };
        assert!(fixed.frame().contains("height=\"700\"") && !fixed.frame().contains("frame.js"));
    }

    #[test]
    fn a_frame_does_not_take_a_chosen_theme_for_its_colours() {
        let query = Query::parse("theme=children&country=RO");
        let embedding = Embedding {
            theme: "dark",
            ..embedding("Projects", &query)
        };
        assert_eq!(
            embedding.frame_address(),
            "https://a.example/embed.html?query=theme%3Dchildren%26country%3DRO&theme=dark"
        );
    }

    #[test]
    fn view_and_language_are_attributes_of_the_element() {
        let query = Query::parse("view=table&lang=fr&country=RO");
        let html = embedding("Projects", &query).element();
        assert!(
            html.contains(" query=\"country=RO\" view=\"table\" lang=\"fr\""),
            "{html}"
        );
    }
}
