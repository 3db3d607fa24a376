//! The years as bars, with the selected range over them, in a chunk of its own.

mod brush;
mod play;
mod play_button;
mod playback;
mod project_bars;

use crate::components::dates::period_growth;
use crate::components::tab_stop::one_tab_stop;
use crate::dom::css_number::share;
use crate::dom::dynamic::{count, dynamic, text};
use crate::dom::element::{Element, el};
use crate::filters::timeline::brush::{brush, brushed};
use crate::filters::timeline::play_button::play_button;
use crate::filters::timeline::project_bars::projects;
use crate::filters::years::{Years, range, set};
use crate::host::History;
use crate::host::chunk::DeferredChunk;
use crate::i18n::{self, Message, PluralMessage};
use crate::state::Atlas;
use leptos::prelude::*;

const LABELS: usize = 12;

pub(crate) const MAX_LABELLED_ON_A_PHONE: usize = 8;

/// The years as bars, with a bar per project below, if any project states a date.
pub(crate) fn timeline(_loaded: DeferredChunk, atlas: Atlas) -> AnyView {
    let Some(whole) = atlas.explorer().facets().years.bounds() else {
        return ().into_any();
    };
    let undated = text(move || match atlas.results().matches.undated {
        0 => String::new(),
        undated => i18n::tr_plural(PluralMessage::Undated, undated),
    });
    let several = whole.0 < whole.1;
    let timeline = el("section")
        .class("timeline")
        .attr("part", "timeline")
        .attr("aria-label", Message::ProjectsPerYear)
        .child(several.then(|| play_button(atlas, whole)))
        .child(chart(atlas, whole, several))
        .child(dynamic(move || projects(atlas)))
        .child(el("p").class("timeline__undated").child(undated));
    timeline.finish()
}

/// A bar selects its year; dragging over the bars, or dragging the handles, selects a range.
fn chart(atlas: Atlas, whole: Years, several: bool) -> Element {
    let atlas = atlas.for_part();
    let explorer = atlas.explorer();
    let years = &explorer.facets().years;
    // Scaled to the totals, so that bars shrink and grow instead of rescaling.
    let highest = years.period_totals().iter().copied().max().unwrap_or(0);
    let periods = years.periods();
    let label_every = periods.len().div_ceil(LABELS);
    let many = periods.len() > MAX_LABELLED_ON_A_PHONE;
    let bars = periods.into_iter().enumerate().map(|(at, period)| {
        let bar = period_bar(atlas, at, period, highest)
            .on("click", move |_| toggle(atlas, period, whole));
        let label = (at % label_every == 0).then(|| period.0.to_string());
        let label = el("span")
            .class(year_label_class(at, label_every))
            .attr("aria-hidden", "true")
            .child(label);
        // The first and the last period may be shorter than the others.
        el("li")
            .class("year")
            .style("flex-grow", period_growth(period))
            .child(bar)
            .child(label)
    });
    let bars = el("ol")
        .class(if many {
            "timeline__years timeline__years--many"
        } else {
            "timeline__years"
        })
        .child(bars.collect::<Vec<_>>());
    let bars = one_tab_stop(bars, || true);
    // A class rather than `:has()`, because an end that is dragged changes what is within at each step.
    let class = text(move || {
        if atlas.query().has_years() {
            "timeline__chart timeline__chart--ranged"
        } else {
            "timeline__chart"
        }
        .to_owned()
    });
    let chart = el("div").class(class).child(bars);
    if several {
        brushed(chart.child(brush(atlas, whole)), atlas, whole)
    } else {
        chart
    }
}

/// Every other label is left out if there is no room for all.
fn year_label_class(at: usize, label_every: usize) -> &'static str {
    if at.is_multiple_of(2 * label_every) {
        "year__label"
    } else {
        "year__label year__label--optional"
    }
}

fn period_bar(atlas: Atlas, at: usize, (first, last): Years, highest: u32) -> Element {
    let count = count(move || atlas.period_count(at));
    let within = text(move || {
        let query = atlas.query();
        let (from, to) = (query.from.unwrap_or(0), query.to.unwrap_or(u16::MAX));
        (query.has_years() && from <= last && first <= to).to_string()
    });
    let label = text(move || i18n::period_bar((first, last), count.get()));
    let bar = el("span").style("block-size", text(move || share(count.get(), highest)));
    el("button")
        .with_one_effect()
        .attr("type", "button")
        .attr("tabindex", "-1")
        .class("year__bar")
        .attr("data-year", first.to_string())
        .attr("data-count", text(move || count.get().to_string()))
        .attr("aria-pressed", within)
        .attr("aria-label", label)
        .attr("title", label)
        .child(bar)
}

fn toggle(atlas: Atlas, years: Years, whole: Years) {
    let query = untrack(|| atlas.query());
    let is_active = query.has_years() && range(&query, whole) == years;
    set(
        atlas,
        History::Push,
        if is_active { whole } else { years },
        whole,
    );
}
