//! When a project ran, in words and as its place in the portfolio's years.

use super::element::{Element, el};
use crate::atlas::Atlas;
use crate::browser::intl;
use crate::strings::{Word, fill};
use atlas_engine::length::percent;
use atlas_engine::portfolio::{Date, Project};

/// “Sept 2010 – June 2012”; `None` where the source states no date.
pub(crate) fn period(project: &Project) -> Option<String> {
    match (project.start, project.end) {
        (Some(start), Some(end)) if start == end => Some(intl::date(start)),
        (Some(start), Some(end)) => Some(fill(
            Word::FromTo,
            &[("from", &intl::date(start)), ("to", &intl::date(end))],
        )),
        (Some(start), None) => Some(fill(Word::FromDate, &[("date", &intl::date(start))])),
        (None, Some(end)) => Some(fill(Word::UntilDate, &[("date", &intl::date(end))])),
        (None, None) => None,
    }
}

/// Where a project's time begins and how long it is, as shares of the portfolio's years.
pub(crate) fn place_in_time(
    atlas: Atlas,
    start: Option<Date>,
    end: Option<Date>,
) -> Option<(f64, f64)> {
    let (first, last) = atlas.explorer().facets().years.bounds()?;
    let origin = f64::from(first) * 12.0;
    let span = (f64::from(last) + 1.0) * 12.0 - origin;
    let begin = f64::from(start.or(end)?.first_month());
    let past_end = f64::from(end.or(start)?.past_last_month());
    Some(((begin - origin) / span, (past_end - begin) / span))
}

/// Where a mark in time begins: its least width, 4 pixels, stays within what it marks.
pub(crate) fn mark_begin(begin: f64) -> String {
    let mut text = "min(".to_owned();
    text.push_str(&percent(begin));
    text.push_str(", 100% - 4px)");
    text
}

/// A strip that spans the portfolio's years, with the project's own time marked on it.
pub(crate) fn time_strip(atlas: Atlas, start: Option<Date>, end: Option<Date>) -> Element {
    let own_time = place_in_time(atlas, start, end).map(|(begin, length)| {
        el("span")
            .style("inset-inline-start", mark_begin(begin))
            .style("inline-size", percent(length))
    });
    el("div")
        .class("time-strip")
        .attr("aria-hidden", "true")
        .child(own_time)
}
