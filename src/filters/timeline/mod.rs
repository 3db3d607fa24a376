//! The years as bars, with the selected range over them, in a chunk of its own.

mod play;
mod play_button;
mod playback;
mod project_bars;

use crate::components::dates::period_growth;
use crate::dom::dynamic::{dynamic, text};
use crate::dom::element::{Element, el};
use crate::filters::axis::{Axis, Bar, Bars, Range};
use crate::filters::bars::histogram;
use crate::filters::timeline::play_button::play_button;
use crate::filters::timeline::project_bars::projects;
use crate::filters::years::{End, Years, range, set_range};
use crate::host::chunk::DeferredChunk;
use crate::i18n::{self, Message, PluralMessage, tr_with};
use crate::state::Atlas;
use atlas_engine::query::Query;
use leptos::prelude::*;
use std::sync::Arc;

const LABELS: usize = 12;

pub(crate) const MAX_LABELLED_ON_A_PHONE: usize = 8;

/// The years as bars, with a bar per project below, if any project states a date.
pub(crate) fn timeline(loaded: DeferredChunk, atlas: Atlas) -> AnyView {
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
        .child(chart(loaded, atlas, whole))
        .child(dynamic(move || projects(atlas)))
        .child(el("p").class("timeline__undated").child(undated));
    timeline.finish()
}

struct YearAxis {
    whole: Years,
}

impl Axis for YearAxis {
    fn whole(&self) -> Range {
        self.whole
    }

    fn selected(&self, query: &Query) -> Range {
        range(query, self.whole)
    }

    fn is_limited(&self, query: &Query) -> bool {
        query.has_years()
    }

    fn includes(&self, query: &Query, (first, last): Range) -> bool {
        let (from, to) = (query.from.unwrap_or(0), query.to.unwrap_or(u16::MAX));
        query.has_years() && from <= last && first <= to
    }

    fn select(&self, query: &mut Query, range: Range) {
        set_range(query, range, self.whole);
    }

    fn end_in_words(&self, end: End, year: u16) -> String {
        let words = match end {
            End::From => Message::FromDate,
            End::To => Message::UntilDate,
        };
        tr_with(words, &[("date", &year.to_string())])
    }

    fn bar_in_words(&self, years: Range, count: u32) -> String {
        i18n::period_bar(years, count)
    }
}

fn chart(loaded: DeferredChunk, atlas: Atlas, whole: Years) -> Element {
    let atlas = atlas.for_part();
    let explorer = atlas.explorer();
    let years = &explorer.facets().years;
    let periods = years.periods();
    let label_every = periods.len().div_ceil(LABELS);
    let many = periods.len() > MAX_LABELLED_ON_A_PHONE;
    let bars = periods.into_iter().enumerate().map(|(at, period)| {
        let label = (at % label_every == 0).then(|| period.0.to_string());
        let label = el("span")
            .class(year_label_class(at, label_every))
            .attr("aria-hidden", "true")
            .child(label);
        Bar {
            range: period,
            data: ("data-year", period.0.to_string()),
            // The first and the last period may be shorter than the others.
            growth: period_growth(period),
            label: Some(label),
        }
    });
    let bars = Bars {
        axis: Arc::new(YearAxis { whole }),
        each: bars.collect(),
        highest: years.period_totals().iter().copied().max().unwrap_or(0),
        class: if many {
            "timeline__years timeline__years--many"
        } else {
            "timeline__years"
        },
        count: Arc::new(move |at| atlas.period_count(at)),
    };
    histogram(loaded, atlas, bars)
}

/// Every other label is left out if there is no room for all.
fn year_label_class(at: usize, label_every: usize) -> &'static str {
    if at.is_multiple_of(2 * label_every) {
        "year__label"
    } else {
        "year__label year__label--optional"
    }
}
