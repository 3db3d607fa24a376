use crate::dom::css_number::percent;
use crate::dom::element::{Element, el};
use crate::i18n::intl;
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Project;

pub(crate) fn dates(project: &Project) -> Option<String> {
    match (project.start, project.end) {
        (Some(start), Some(end)) if start == end => Some(intl::date(start)),
        (Some(start), Some(end)) => Some(tr_with(
            Message::FromTo,
            &[("from", &intl::date(start)), ("to", &intl::date(end))],
        )),
        (Some(start), None) => {
            let message = if project.is_open_ended() {
                Message::SinceDate
            } else {
                Message::FromDate
            };
            Some(tr_with(message, &[("date", &intl::date(start))]))
        }
        (None, Some(end)) => Some(tr_with(Message::UntilDate, &[("date", &intl::date(end))])),
        (None, None) => None,
    }
}

/// A project's time, as fractions of the portfolio's years.
#[derive(Clone, Copy)]
pub(crate) struct TimeSpan {
    pub begin: f64,
    pub length: f64,
    /// Whether the project is still running. Its mark then fades out instead of ending.
    pub is_open: bool,
}

impl TimeSpan {
    pub(crate) fn of(atlas: Atlas, project: &Project) -> Option<Self> {
        let (first, last) = atlas.explorer().facets().years.bounds()?;
        let origin = f64::from(first) * 12.0;
        let past_last = (f64::from(last) + 1.0) * 12.0;
        let begin = f64::from(project.start.or(project.end)?.first_month());
        let is_open = project.is_open_ended();
        let past_end = if is_open {
            past_last
        } else {
            f64::from(project.end.or(project.start)?.past_last_month())
        };
        let span = past_last - origin;
        Some(Self {
            begin: (begin - origin) / span,
            length: (past_end - begin) / span,
            is_open,
        })
    }
}

/// The start of a mark, moved so that its minimum width of 4 pixels stays within the time axis.
pub(crate) fn mark_begin(begin: f64) -> String {
    let mut text = "min(".to_owned();
    text.push_str(&percent(begin));
    text.push_str(", 100% - 4px)");
    text
}

pub(crate) fn time_strip(atlas: Atlas, project: &Project) -> Element {
    let own_time = TimeSpan::of(atlas, project).map(|span| {
        el("span")
            .class(span.is_open.then(|| "open-ended".to_owned()))
            .style("inset-inline-start", mark_begin(span.begin))
            .style("inline-size", percent(span.length))
    });
    el("div")
        .class("time-strip")
        .attr("aria-hidden", "true")
        .child(own_time)
}

/// The `flex-grow` of a period's bar, in years; `None` for a single year.
pub(crate) fn period_growth((first, last): (u16, u16)) -> Option<String> {
    (first < last).then(|| (u32::from(last - first) + 1).to_string())
}
