use crate::components::content_lang::content_lang;
use crate::components::lazy::deferred;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el, landmark};
use crate::filters::search_hints::search_tips;
use crate::host::{self, History};
use crate::i18n::{self, Message};
use crate::layout::language::language_switch;
use crate::layout::theme::theme_switch;
use crate::state::Atlas;
use atlas_engine::facet::FacetKind;
use atlas_engine::query::MAX_SEARCHED;
use leptos::prelude::*;

pub(crate) fn header(atlas: Atlas, title: String) -> Element {
    let name = el("div")
        .class("site-header__title")
        .child(content_lang(atlas, el("h1")).child(title))
        .child(el("p").class("site-header__summary").child(extent(atlas)));
    landmark("header")
        .class("site-header")
        .attr("part", "masthead")
        .child(name)
        .child(search_box(atlas))
        .child(
            el("div")
                .class("site-header__settings")
                .child(language_switch(atlas))
                .child(theme_switch()),
        )
}

pub(crate) fn extent(atlas: Atlas) -> String {
    let explorer = atlas.explorer();
    let facets = explorer.facets();
    let country = facets
        .facets
        .iter()
        .find(|facet| facet.kind == FacetKind::Country);
    let countries = country.map_or(0, |facet| facet.stated().count());
    i18n::portfolio_extent(
        explorer.portfolio().projects.len() as u32,
        countries as u32,
        facets.years.bounds(),
    )
}

/// The search box. Results follow each letter; in the atlas's own page, “/” focuses it.
fn search_box(atlas: Atlas) -> Element {
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("maxlength", MAX_SEARCHED.to_string())
        .attr("placeholder", Message::SearchPlaceholder)
        .value(text(move || atlas.query().text.clone()))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            // The first letter adds a history entry, so that “back” undoes the search.
            let begins = untrack(|| atlas.query()).text.is_empty();
            let step = if begins {
                History::Push
            } else {
                History::Replace
            };
            atlas.change(step, |query| query.text = typed);
        });
    let key = host::is_own_page().then(|| {
        el("kbd")
            .class("search__shortcut")
            .attr("aria-hidden", "true")
            .child("/")
    });
    let field = el("div").class("search__field").child(input).child(key);
    el("search")
        .class("search")
        .attr("tabindex", "-1")
        .child(
            el("label")
                .class("visually-hidden")
                .attr("for", "search")
                .child(Message::SearchLabel),
        )
        .child(field)
        .child(
            el("div")
                .class("search__popup")
                .child(deferred(atlas, search_tips)),
        )
}
