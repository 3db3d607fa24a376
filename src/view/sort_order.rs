//! The order of the results.

use super::reactive::flag;
use crate::atlas::{Atlas, Step};
use crate::strings;
use atlas_engine::query::Sort;
use leptos::prelude::*;

/// A choice of orders; “best match” only while there is something to match.
#[component]
pub(crate) fn SortOrder() -> impl IntoView {
    let atlas = Atlas::get();
    let searching = flag(move || atlas.query(|query| !query.text.trim().is_empty()));
    let current = move || atlas.results(|results| results.sort);
    view! {
        <label class="sort">
            <span>{strings::SORT}</span>
            <select on:change:target=move |event| {
                let sort = Sort::parse(&event.target().value());
                atlas.change(Step::New, |query| query.sort = sort);
            }>
                {Sort::ALL
                    .into_iter()
                    .map(|sort| {
                        view! {
                            <option
                                value=sort.key()
                                hidden=flag(move || sort == Sort::Relevance && !searching.get())
                                disabled=flag(move || sort == Sort::Relevance && !searching.get())
                                prop:selected=flag(move || current() == sort)
                            >
                                {strings::sort_name(sort)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
