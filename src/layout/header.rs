use crate::components::content_lang::content_lang;
use crate::components::external_link::external_link;
use crate::components::lazy::deferred;
use crate::components::plain_click::on_plain_click;
use crate::components::prose::beginning;
use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el, landmark};
use crate::filters::search_suggestions::search_popup;
use crate::host::{self, History, address, page, with_host};
use crate::i18n::{self, Message};
use crate::layout::language::language_switch;
use crate::layout::theme::theme_switch;
use crate::state::{Atlas, Suggestions};
use atlas_engine::colour::Colour;
use atlas_engine::facet::FacetKind;
use atlas_engine::query::{MAX_SEARCHED, Query};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

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

/// The search box. Results follow each letter; in the atlas's own page, “/” focuses it. It is a combobox:
/// arrow keys choose a suggestion, Enter takes it or closes the list, and Escape closes it.
fn search_box(atlas: Atlas) -> Element {
    let suggestions = Suggestions::here();
    let Suggestions {
        open,
        count,
        active,
    } = suggestions;
    let is_expanded = flag(move || open.get() && count.get() > 0);
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", Suggestions::LIST)
        .attr("aria-expanded", text(move || is_expanded.get().to_string()))
        .attr(
            "aria-activedescendant",
            text(move || match active.get() {
                at if at > 0 && is_expanded.get() => Suggestions::id(at),
                _ => String::new(),
            }),
        )
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("maxlength", MAX_SEARCHED.to_string())
        .attr("placeholder", Message::SearchPlaceholder)
        .value(text(move || atlas.query().text.clone()))
        .on("focus", move |_| open.set(true))
        .on("blur", move |_| open.set(false))
        .on("keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && act_on_key(suggestions, &event.key())
            {
                event.prevent_default();
            }
        })
        .on("input", move |event| {
            let typed = event_target_value(&event);
            active.set(0);
            open.set(true);
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
    let popup = el("div")
        .class("search__popup")
        .attr("hidden", flag(move || !open.get()))
        // A press on a suggestion must not take the focus from the box, which would close the list.
        .on("pointerdown", |event| event.prevent_default())
        .on("mousedown", |event| event.prevent_default())
        .child(deferred(atlas, search_popup));
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
        .child(popup)
}

/// Returns whether the key was for the suggestions.
fn act_on_key(
    Suggestions {
        open,
        count,
        active,
    }: Suggestions,
    key: &str,
) -> bool {
    let (all, now) = (count.get_untracked(), active.get_untracked());
    let is_open = open.get_untracked() && all > 0;
    match key {
        "ArrowDown" | "ArrowUp" if all > 0 => {
            open.set(true);
            // One more place than suggestions: none is active.
            let step = if key == "ArrowDown" { 1 } else { all };
            active.set((now + step) % (all + 1));
        }
        "Enter" => {
            let suggestion = page::by_id(&Suggestions::id(now));
            if let Some(suggestion) = suggestion.filter(|_| is_open) {
                let suggestion: &HtmlElement = suggestion.unchecked_ref();
                suggestion.click();
            }
            open.set(false);
        }
        "Escape" if is_open => open.set(false),
        _ => return false,
    }
    true
}
