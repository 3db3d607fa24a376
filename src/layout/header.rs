use crate::components::content_lang::content_lang;
use crate::components::external_link::external_link;
use crate::components::plain_click::on_plain_click;
use crate::components::prose::beginning;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el, landmark};
use crate::filters::search_box::search_box;
use crate::host::{self, History, address, with_host};
use crate::i18n::{self, Message};
use crate::layout::language::language_switch;
use crate::layout::theme::theme_switch;
use crate::state::Atlas;
use atlas_engine::colour::Colour;
use atlas_engine::facet::FacetKey;
use atlas_engine::query::Query;
use leptos::prelude::*;

/// The paper of the page in its light and its dark theme, as in `style/tokens.css`.
const PAPERS: [Colour; 2] = [
    Colour {
        red: 0xf6,
        green: 0xf3,
        blue: 0xec,
    },
    Colour {
        red: 0x12,
        green: 0x18,
        blue: 0x1e,
    },
];

/// The least contrast of a graphic with its background (WCAG 1.4.11).
const MIN_CONTRAST: f32 = 3.0;

pub(crate) fn header(atlas: Atlas, title: String) -> Element {
    let explorer = atlas.explorer();
    let portfolio = explorer.portfolio();
    let home = if host::is_own_page() {
        home_link(atlas)
    } else {
        el("span")
    };
    let home = home.child(title);
    let logo = portfolio.logo.as_deref();
    let logo = logo.and_then(|url| with_host(|host| host.picture_address(url)));
    let logo = logo.map(|address| {
        el("img")
            .class("site-header__logo")
            .attr("src", address)
            // The title beside it says the same.
            .attr("alt", "")
    });
    let publisher = portfolio.publisher.clone().map(|publisher| {
        el("span")
            .child(external_link(atlas, publisher.name, publisher.url))
            .child(Message::DetailSeparator)
    });
    let summary = el("p")
        .class("site-header__summary")
        .child(publisher)
        .child(extent(atlas));
    let name = el("div")
        .class("site-header__title")
        .child(content_lang(atlas, el("h1")).child(home))
        .child(summary);
    let intro = portfolio.intro.as_deref().map(|intro| {
        content_lang(atlas, el("p"))
            .class("site-header__intro")
            .child(beginning(intro))
    });
    let accent = |paper: Colour| {
        let accent = portfolio.accent;
        let accent = accent.filter(|accent| accent.contrast(paper) >= MIN_CONTRAST);
        accent.map(|accent| accent.to_string())
    };
    let [light, dark] = PAPERS;
    landmark("header")
        .class("site-header")
        .class_if("site-header--accent", portfolio.accent.is_some())
        .style("--accent-light", accent(light))
        .style("--accent-dark", accent(dark))
        .attr("part", "masthead")
        .child(logo)
        .child(name)
        .child(search_box(atlas))
        .child(settings(atlas))
        .child(intro)
}

/// A link to the whole list, without filters.
fn home_link(atlas: Atlas) -> Element {
    let link = el("a")
        .class("site-header__home")
        .attr("href", address::absolute(&Query::default()));
    on_plain_click(link, move || {
        atlas.change(History::Push, |query| {
            *query = Query {
                lang: std::mem::take(&mut query.lang),
                ..Query::default()
            };
        });
    })
}

/// Language and theme; on a phone, a button shows them.
fn settings(atlas: Atlas) -> Element {
    let open = RwSignal::new(false);
    let toggle = el("button")
        .attr("type", "button")
        .class("site-header__menu")
        .attr("aria-expanded", text(move || open.get().to_string()))
        .attr("aria-label", Message::Settings)
        .on("click", move |_| open.update(|open| *open = !*open))
        .child("⋯");
    let choices = el("div")
        .class("site-header__settings")
        .class_if("site-header__settings--open", open)
        .child(language_switch(atlas))
        .child(theme_switch());
    el("div")
        .class("site-header__corner")
        .child(toggle)
        .child(choices)
}

pub(crate) fn extent(atlas: Atlas) -> String {
    let explorer = atlas.explorer();
    let facets = explorer.facets();
    let country = facets.facet(&FacetKey::COUNTRY);
    let countries = country.map_or(0, |facet| facet.stated().count());
    i18n::portfolio_extent(
        explorer.portfolio().projects.len() as u32,
        countries as u32,
        facets.years.bounds(),
    )
}

#[cfg(test)]
mod tests {
    use super::PAPERS;

    #[test]
    fn the_papers_are_those_of_the_style_sheet() {
        let [light, dark] = PAPERS;
        let paper = format!("--paper: light-dark({light}, {dark});");
        assert!(include_str!("../../style/tokens.css").contains(&paper));
    }

    #[test]
    fn the_browser_shows_the_paper_around_the_page() {
        let [light, dark] = PAPERS;
        let script = format!("{{ light: \"{light}\", dark: \"{dark}\" }}");
        assert!(include_str!("../../public/main.js").contains(&script));
        let page = include_str!("../../index.html");
        for (paper, theme) in [(light, "light"), (dark, "dark")] {
            let meta = format!("content=\"{paper}\" media=\"(prefers-color-scheme: {theme})\"");
            assert!(page.contains(&meta));
        }
    }
}
