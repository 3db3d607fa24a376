//! The results in one sentence.

use super::chips::Chips;
use super::reactive::text;
use crate::atlas::Atlas;
use crate::strings;
use atlas_engine::query::Query;
use leptos::prelude::*;

/// “2 of 6 projects in Romania, in 12 countries, 2007–2012”, the selection as chips within.
#[component]
pub(crate) fn Summary() -> impl IntoView {
    let atlas = Atlas::get();
    let of = atlas.explorer(|explorer| explorer.portfolio().projects.len() as u32);
    view! {
        <h2 class="summary">
            <span class="summary__count" role="status">
                {text(move || {
                    let shown = atlas.results(|results| results.projects.len() as u32);
                    let narrowed = atlas.query(Query::narrows);
                    if narrowed { strings::shown_of(shown, of) } else { strings::projects(of) }
                })}
            </span>
            <Chips />
            <span class="summary__extent">{text(move || atlas.extent_of_results())}</span>
        </h2>
    }
}
