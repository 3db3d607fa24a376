use crate::components::dates::{dates, period_growth, time_strip};
use crate::dom::css_number::share;
use crate::dom::element::{Element, el};
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Project;

/// Up to this many years, each is labelled; with more, the first and the last.
const NAMED: usize = 8;

/// A column per year, as high as the number of projects; `None` if no project has dates.
pub(crate) fn project_timeline(atlas: Atlas, project: &Project) -> Option<Element> {
    let explorer = atlas.explorer();
    let years = &explorer.facets().years;
    let (first, last) = years.bounds()?;
    let highest = years.period_totals().iter().copied().max().unwrap_or(0);
    let own = project.years(Some(last));
    let columns = years.periods().into_iter().zip(years.period_totals());
    let columns = columns.map(|((begin, end), total)| {
        let is_own = own.is_some_and(|(first, last)| first <= end && begin <= last);
        el("span")
            .class(if is_own {
                "project-timeline__own-year"
            } else {
                "project-timeline__year"
            })
            .style("block-size", share(*total, highest))
            .style("flex-grow", period_growth((begin, end)))
    });
    let named: Vec<u16> = if usize::from(last - first) < NAMED {
        years.years().collect()
    } else {
        vec![first, last]
    };
    let named = named
        .into_iter()
        .map(|year| el("span").child(year.to_string()));
    let stated = dates(project).unwrap_or_else(|| tr(Message::PeriodNotStated).to_owned());
    let all = i18n::years(first, last);
    let figure = el("div")
        .class("project-timeline")
        .attr("role", "img")
        .attr(
            "aria-label",
            tr_with(Message::InTime, &[("period", &stated), ("years", &all)]),
        )
        .child(
            el("div")
                .class("project-timeline__years")
                .child(columns.collect::<Vec<_>>()),
        )
        .child(time_strip(atlas, project))
        .child(
            el("div")
                .class(if usize::from(last - first) < NAMED {
                    "project-timeline__labels project-timeline__labels--all"
                } else {
                    "project-timeline__labels"
                })
                .child(named.collect::<Vec<_>>()),
        );
    Some(figure)
}
