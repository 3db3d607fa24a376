//! The head of the page: what this is, and the search box.

use super::reactive::text;
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings;
use atlas_engine::facet::FacetKind;
use atlas_engine::query::NOT_STATED;
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Title, one line that says how much there is, and the search box.
#[component]
pub(crate) fn Masthead(title: String, inert: RwSignal<bool>) -> impl IntoView {
    view! {
        <header class="masthead" inert=inert>
            <div class="masthead__name">
                <h1>{title}</h1>
                <p class="masthead__extent">{extent(Atlas::get())}</p>
            </div>
            <SearchBox />
        </header>
    }
}

/// “6 projects in 20 countries and territories, 2007–2012”; parts nobody states are left out.
fn extent(atlas: Atlas) -> String {
    atlas.explorer(|explorer| {
        let mut extent = strings::projects(explorer.portfolio().projects.len() as u32);
        let country = |facet: &&atlas_engine::facet::Facet| facet.kind == FacetKind::Country;
        let countries = explorer
            .facets()
            .facets
            .iter()
            .find(country)
            .map_or(0, |facet| {
                facet
                    .values
                    .iter()
                    .filter(|value| value.key != NOT_STATED)
                    .count()
            });
        if countries > 0 {
            extent.push_str(" in ");
            extent.push_str(&strings::countries(countries as u32));
        }
        if let Some((first, last)) = explorer.facets().years.bounds() {
            extent.push_str(", ");
            extent.push_str(&strings::years(first, last));
        }
        extent
    })
}

/// The search box: results follow each letter; “/” leads here from anywhere.
#[component]
fn SearchBox() -> impl IntoView {
    let atlas = Atlas::get();
    focus_on_slash();
    view! {
        <search class="search">
            <label class="visually-hidden" for="search">{strings::SEARCH_LABEL}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=strings::SEARCH_PLACEHOLDER
                prop:value=text(move || atlas.query(|query| query.text.clone()))
                on:input:target=move |event| {
                    let typed = event.target().value();
                    // The first letter is a step of its own, so that “back” undoes the search.
                    let begins = atlas.query(|query| query.text.is_empty());
                    let step = if begins { Step::New } else { Step::Same };
                    atlas.change(step, |query| query.text = typed);
                }
            />
            <kbd class="search__key" aria-hidden="true">"/"</kbd>
        </search>
    }
}

fn focus_on_slash() {
    EventListener::new(&document(), "keydown", |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let typing =
            target.is_some_and(|target| target.matches("input, select, textarea").unwrap_or(false));
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && plain && !typing {
            event.prevent_default();
            page::focus("#search");
        }
    })
    .forget();
}
