//! Time: how many projects ran in each year, and the range of years that counts.

use super::reactive::{flag, text};
use crate::atlas::{Atlas, Step};
use crate::strings;
use atlas_engine::length::share;
use leptos::prelude::*;

/// The years from the first to the last of the portfolio.
fn all_years(atlas: Atlas) -> Vec<u16> {
    atlas.explorer(|explorer| explorer.facets().years.years().collect())
}

/// One bar a year, as high as the projects that ran; a bar is a button that selects its year,
/// and dragging over bars selects a range.
#[component]
pub(crate) fn YearStrip() -> impl IntoView {
    let atlas = Atlas::get();
    let years = all_years(atlas);
    let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
        return ().into_any();
    };
    // The totals give the scale, so that bars shrink and grow instead of rescaling.
    let highest = atlas.highest_year().max(1);
    // Labels thin out where there are many years.
    let label_every = years.len().div_ceil(16).max(1);
    let pressed = RwSignal::new(None::<u16>);
    let select = move |from: u16, to: u16| {
        let (from, to) = (from.min(to), from.max(to));
        atlas.change(Step::New, |query| {
            let whole = (from, to) == (first, last);
            let same = (query.from, query.to) == (Some(from), Some(to));
            (query.from, query.to) = if whole || same {
                (None, None)
            } else {
                (Some(from), Some(to))
            };
        });
    };
    let release = window_event_listener(leptos::ev::pointerup, move |_| pressed.set(None));
    on_cleanup(move || release.remove());
    let bars = years.into_iter().enumerate().map(|(at, year)| {
        let count = Memo::new(move |_| atlas.year_count(at));
        let within = flag(move || {
            atlas.query(|query| {
                (query.from.is_some() || query.to.is_some())
                    && (query.from.unwrap_or(0)..=query.to.unwrap_or(u16::MAX)).contains(&year)
            })
        });
        let labelled = at % label_every == 0;
        view! {
            <li class="year">
                <button
                    type="button"
                    class="year__bar"
                    data-year=year.to_string()
                    data-count=text(move || count.get().to_string())
                    aria-pressed=text(move || within.get().to_string())
                    aria-label=text(move || strings::year_bar(year, count.get()))
                    title=text(move || strings::year_bar(year, count.get()))
                    on:pointerdown=move |_| pressed.set(Some(year))
                    on:pointerup=move |_| {
                        if let Some(from) = pressed.get_untracked().filter(|from| *from != year) {
                            select(from, year);
                        }
                    }
                    on:click=move |_| select(year, year)
                >
                    <span style:block-size=text(move || share(count.get(), highest))></span>
                </button>
                <span class="year__label" aria-hidden="true">
                    {labelled.then(|| year.to_string())}
                </span>
            </li>
        }
    });
    view! {
        <section class="year-strip" aria-label=strings::PROJECTS_PER_YEAR>
            <ol class="year-strip__years">{bars.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// From and to, as two lists of years: the same range without a pointer.
#[component]
pub(crate) fn YearRange() -> impl IntoView {
    let atlas = Atlas::get();
    let years = all_years(atlas);
    if years.len() < 2 {
        return ().into_any();
    }
    let select = |label: &'static str, end: End| {
        let options = years.iter().copied().map(move |year| {
            view! {
                <option value=year.to_string() prop:selected=flag(move || atlas.query(|query| end.of(query)) == Some(year))>
                    {year.to_string()}
                </option>
            }
        });
        view! {
            <label class="years__end">
                <span>{label}</span>
                <select on:change:target=move |event| {
                    let year = event.target().value().parse().ok();
                    atlas.change(Step::New, |query| end.set(query, year));
                }>
                    <option value="" prop:selected=flag(move || atlas.query(|query| end.of(query)).is_none())>
                        {strings::ANY_YEAR}
                    </option>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <fieldset class="facet years">
            <legend>{strings::YEARS}</legend>
            <div class="years__ends">
                {select(strings::FROM, End::From)}
                {select(strings::TO, End::To)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// Either end of the range of years.
#[derive(Clone, Copy)]
enum End {
    From,
    To,
}

impl End {
    fn of(self, query: &atlas_engine::query::Query) -> Option<u16> {
        match self {
            Self::From => query.from,
            Self::To => query.to,
        }
    }

    fn set(self, query: &mut atlas_engine::query::Query, year: Option<u16>) {
        match self {
            Self::From => query.from = year,
            Self::To => query.to = year,
        }
    }
}
