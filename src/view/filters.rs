//! The facets: a column beside the results, on a phone a sheet over them.

use super::facet::FacetBox;
use super::reactive::{part, text};
use super::years::YearRange;
use crate::atlas::Atlas;
use crate::browser::{intl, page};
use crate::strings;
use atlas_engine::explorer::is_useful;
use leptos::ev::keydown;
use leptos::prelude::*;

/// Every facet that can narrow something, and the button that opens them on a phone.
#[component]
pub(crate) fn Filters(open: RwSignal<bool>) -> impl IntoView {
    let atlas = Atlas::get();
    let useful: Vec<usize> = atlas.explorer(|explorer| {
        let facets = explorer.facets().facets.iter().enumerate();
        facets
            .filter(|(_, facet)| is_useful(facet))
            .map(|(at, _)| at)
            .collect()
    });
    let close = move || {
        open.set(false);
        page::focus(".filters-button");
    };
    let escape = window_event_listener(keydown, move |event| {
        if event.key() == "Escape" && open.get_untracked() {
            close();
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <button
            type="button"
            class="filters-button button"
            aria-expanded=text(move || open.get().to_string())
            aria-controls="filters"
            on:click=move |_| {
                open.set(true);
                page::focus(".filters__close");
            }
        >
            {strings::FILTERS}
            {part(move || {
                let chosen = atlas.query(|query| query.choices.len() as u32);
                (chosen > 0)
                    .then(|| {
                        view! { <span class="filters-button__count">{intl::number(chosen)}</span> }
                            .into_any()
                    })
            })}
        </button>
        <aside
            class="filters"
            id="filters"
            aria-label=strings::FILTERS
            class:filters--open=open
        >
            <div class="filters__head">
                <h2>{strings::FILTERS}</h2>
                <button
                    type="button"
                    class="filters__close button button--quiet"
                    aria-label=strings::CLOSE_FILTERS
                    on:click=move |_| close()
                >
                    "×"
                </button>
            </div>
            {useful.into_iter().map(|at| view! { <FacetBox at /> }).collect_view()}
            <YearRange />
            <div class="filters__foot">
                <button
                    type="button"
                    class="button button--strong"
                    on:click=move |_| {
                        open.set(false);
                        page::focus("#results");
                    }
                >
                    {text(move || {
                        strings::show_results(atlas.results(|results| results.projects.len() as u32))
                    })}
                </button>
            </div>
        </aside>
    }
}
