//! The results as cards, a page of them at a time.

use super::card::Card;
use super::reactive::part;
use crate::atlas::Atlas;
use crate::strings;
use leptos::prelude::*;

/// How many cards are drawn at first, and with each “more”: a screenful or two, well under the
/// number at which drawing them would be felt.
const AT_A_TIME: usize = 24;

/// The matching projects, best first, and what to do when there are none.
#[component]
pub(crate) fn Cards() -> impl IntoView {
    let atlas = Atlas::get();
    let limit = RwSignal::new(AT_A_TIME);
    let found = Memo::new(move |_| atlas.results(|results| results.projects.clone()));
    // Another set of results starts at its beginning again.
    Effect::new(move |_| {
        found.track();
        limit.set(AT_A_TIME);
    });
    let shown = move || {
        found.with(|found| {
            found
                .iter()
                .take(limit.get())
                .copied()
                .collect::<Vec<u32>>()
        })
    };
    let left = move || found.with(|found| found.len().saturating_sub(limit.get()));
    view! {
        <div class="cards">
            <For
                each=shown
                key=|record| *record
                children=move |record| atlas.project(record).map(|project| view! { <Card project /> })
            />
        </div>
        {part(move || {
            (left() > 0)
                .then(|| {
                    view! {
                        <p class="cards__more">
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| limit.update(|limit| *limit += AT_A_TIME)
                            >
                                {strings::show_more(AT_A_TIME.min(left()), left())}
                            </button>
                        </p>
                    }
                        .into_any()
                })
        })}
        {part(move || {
            found
                .with(Vec::is_empty)
                .then(|| {
                    view! {
                        <div class="empty">
                            <p class="empty__what">{strings::NO_RESULTS}</p>
                            <p>{strings::NO_RESULTS_ADVICE}</p>
                        </div>
                    }
                        .into_any()
                })
        })}
    }
}
