//! Time: how many projects ran in each year, and the range of years that counts.

use super::element::{Element, el};
use super::reactive::{count, flag, text};
use crate::atlas::{Atlas, Step};
use crate::strings::{self, Word, say};
use atlas_engine::length::share;
use atlas_engine::query::Query;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// At most so many years are labelled; where there are more, labels thin out.
const LABELS: usize = 16;

/// The years from the first to the last of the portfolio.
fn all_years(atlas: Atlas) -> Vec<u16> {
    atlas.explorer().facets().years.years().collect()
}

/// One bar a year, as high as the projects that ran; a bar is a button that selects its year,
/// and dragging over bars selects a range.
pub(crate) fn year_strip(atlas: Atlas) -> Option<Element> {
    let years = all_years(atlas);
    let whole = (*years.first()?, *years.last()?);
    // The totals give the scale, so that bars shrink and grow instead of rescaling.
    let highest = atlas.highest_year();
    let label_every = years.len().div_ceil(LABELS);
    let pressed = Rc::new(Cell::new(None::<u16>));
    let bars = years.into_iter().enumerate().map(|(at, year)| {
        let (down, up) = (pressed.clone(), pressed.clone());
        let bar = year_bar(atlas, at, year, highest)
            .on("pointerdown", move |_| down.set(Some(year)))
            .on("pointerup", move |_| {
                if let Some(from) = up.take().filter(|from| *from != year) {
                    select(atlas, (from, year), whole);
                }
            })
            .on("click", move |_| select(atlas, (year, year), whole));
        let label = (at % label_every == 0).then(|| year.to_string());
        let label = el("span")
            .class("year__label")
            .attr("aria-hidden", "true")
            .child(label);
        el("li").class("year").child(bar).child(label)
    });
    let bars = el("ol")
        .class("year-strip__years")
        .child(bars.collect::<Vec<_>>());
    let strip = el("section")
        .class("year-strip")
        .attr("aria-label", Word::ProjectsPerYear)
        .child(bars);
    Some(strip)
}

fn year_bar(atlas: Atlas, at: usize, year: u16, highest: u32) -> Element {
    let count = count(move || atlas.year_count(at));
    let within = text(move || {
        let query = atlas.query();
        let range = query.from.unwrap_or(0)..=query.to.unwrap_or(u16::MAX);
        let within = (query.from.is_some() || query.to.is_some()) && range.contains(&year);
        within.to_string()
    });
    let label = text(move || strings::year_bar(year, count.get()));
    let bar = el("span").style("block-size", text(move || share(count.get(), highest)));
    el("button")
        .attr("type", "button")
        .class("year__bar")
        .attr("data-year", year.to_string())
        .attr("data-count", text(move || count.get().to_string()))
        .attr("aria-pressed", within)
        .attr("aria-label", label)
        .attr("title", label)
        .child(bar)
}

/// Sets the range; the range in force already, or all years, is no range.
fn select(atlas: Atlas, (one, other): (u16, u16), whole: (u16, u16)) {
    let (from, to) = (one.min(other), one.max(other));
    atlas.change(Step::New, |query| {
        let in_force = (query.from, query.to) == (Some(from), Some(to));
        let range = (!in_force && (from, to) != whole).then_some((from, to));
        (query.from, query.to) = range.unzip();
    });
}

/// From and to, as two lists of years: the same range without a pointer.
pub(crate) fn year_range(atlas: Atlas) -> Option<Element> {
    let years = all_years(atlas);
    let ends = el("div")
        .class("years__ends")
        .child(year_list(atlas, Word::From, &years, End::From))
        .child(year_list(atlas, Word::To, &years, End::To));
    let range = || {
        el("fieldset")
            .class("facet years")
            .child(el("legend").child(Word::Years))
            .child(ends)
    };
    (years.len() > 1).then(range)
}

fn year_list(atlas: Atlas, label: Word, years: &[u16], end: End) -> Element {
    let option = |year: Option<u16>| {
        let value = year.map(|year| year.to_string());
        el("option")
            .attr("value", value.clone().unwrap_or_default())
            .state("selected", flag(move || end.of(&atlas.query()) == year))
            .child(value.unwrap_or_else(|| say(Word::AnyYear).to_owned()))
    };
    let options = std::iter::once(None).chain(years.iter().copied().map(Some));
    let select = el("select")
        .on("change", move |event| {
            let year = event_target_value(&event).parse().ok();
            atlas.change(Step::New, |query| end.set(query, year));
        })
        .child(options.map(option).collect::<Vec<_>>());
    el("label")
        .class("years__end")
        .child(el("span").child(label))
        .child(select)
}

/// Either end of the range of years.
#[derive(Clone, Copy)]
enum End {
    From,
    To,
}

impl End {
    fn of(self, query: &Query) -> Option<u16> {
        match self {
            Self::From => query.from,
            Self::To => query.to,
        }
    }

    fn set(self, query: &mut Query, year: Option<u16>) {
        match self {
            Self::From => query.from = year,
            Self::To => query.to = year,
        }
    }
}
