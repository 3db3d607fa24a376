//! A histogram with a selected range over it, of years or of amounts, in a chunk of its own.

mod brush;

use crate::components::tab_stop::one_tab_stop;
use crate::dom::css_number::share;
use crate::dom::dynamic::{count, text};
use crate::dom::element::{Element, el};
use crate::filters::axis::{Axis, Bars, Range};
use crate::filters::bars::brush::{brush, brushed};
use crate::host::History;
use crate::host::chunk::DeferredChunk;
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

/// A bar selects its range; dragging over the bars, or dragging the handles, selects a longer one.
#[inline(never)]
pub(crate) fn histogram(_loaded: DeferredChunk, atlas: Atlas, bars: Bars) -> Element {
    let Bars {
        axis,
        each,
        highest,
        class,
        count,
    } = bars;
    let drawn = each.into_iter().enumerate().map(|(at, bar)| {
        let count = count.clone();
        let count = move || count(at);
        let clicked = axis.clone();
        let range = bar.range;
        let button = bar_button(atlas, axis.clone(), (range, bar.data), highest, count)
            .on("click", move |_| toggle(atlas, &*clicked, range));
        el("li")
            .class("year")
            .style("flex-grow", bar.growth)
            .child(button)
            .child(bar.label)
    });
    let list = el("ol").class(class).child(drawn.collect::<Vec<_>>());
    let list = one_tab_stop(list, || true);
    // A class rather than `:has()`, because an end that is dragged changes what is within at each step.
    let class = {
        let axis = axis.clone();
        text(move || {
            if axis.is_limited(&atlas.query()) {
                "timeline__chart timeline__chart--ranged"
            } else {
                "timeline__chart"
            }
            .to_owned()
        })
    };
    let chart = el("div").class(class).child(list);
    let (first, last) = axis.whole();
    if first < last {
        brushed(chart.child(brush(atlas, &axis)), atlas, axis)
    } else {
        chart
    }
}

fn bar_button(
    atlas: Atlas,
    axis: Arc<dyn Axis>,
    (range, data): (Range, (&'static str, String)),
    highest: u32,
    read: impl Fn() -> u32 + Send + Sync + 'static,
) -> Element {
    let count = count(read);
    let within = {
        let axis = axis.clone();
        text(move || axis.includes(&atlas.query(), range).to_string())
    };
    let label = text(move || axis.bar_in_words(range, count.get()));
    // Scaled to the totals, so that bars shrink and grow instead of rescaling.
    let bar = el("span").style("block-size", text(move || share(count.get(), highest)));
    el("button")
        .with_one_effect()
        .attr("type", "button")
        .attr("tabindex", "-1")
        .class("year__bar")
        .attr(data.0, data.1)
        .attr("data-count", text(move || count.get().to_string()))
        .attr("aria-pressed", within)
        .attr("aria-label", label)
        .attr("title", label)
        .child(bar)
}

fn toggle(atlas: Atlas, axis: &dyn Axis, range: Range) {
    let query = untrack(|| atlas.query());
    let is_active = axis.is_limited(&query) && axis.selected(&query) == range;
    let range = if is_active { axis.whole() } else { range };
    atlas.change(History::Push, |query| axis.select(query, range));
}
