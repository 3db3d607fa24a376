use crate::components::content_lang::content_lang;
use crate::components::dates::{TimeSpan, dates, mark_begin};
use crate::components::tab_stop::one_tab_stop;
use crate::dom::css_number::percent;
use crate::dom::element::{Element, el};
use crate::host::History;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use atlas_engine::portfolio::{Date, Project};
use atlas_engine::sort::sort;
use leptos::prelude::*;

/// With more results, the bars would be longer than the window; the strips of the list show the same.
const MAX_BARS: usize = 12;

/// The width of a letter of a project's name, as a share of the narrowest chart, at most. A name that
/// fits is inside its bar, otherwise on the side with more room.
const LETTER: f64 = 0.02;
/// If neither side has this share of the chart, the name is inside its bar, as far as it fits.
const MIN_ROOM: f64 = 0.2;

pub(super) fn projects(atlas: Atlas) -> Option<AnyView> {
    let (results, explorer) = (atlas.results(), atlas.explorer());
    if results.projects.len() > MAX_BARS {
        return None;
    }
    // Oldest first, as the years go.
    let projects = results.projects.iter();
    let mut projects: Vec<&Project> = projects.filter_map(|it| explorer.project(*it)).collect();
    let begin = |project: &Project| project.start.or(project.end).map(Date::first_month);
    sort(&mut projects, |one, other| begin(one).cmp(&begin(other)));
    let bars: Vec<Element> = projects
        .into_iter()
        .filter_map(|project| project_bar(atlas, project))
        .collect();
    if bars.is_empty() {
        return None;
    }
    let list = el("ol")
        .class("timeline__projects")
        .attr("aria-label", Message::ProjectsInTime)
        .child(bars);
    Some(one_tab_stop(list, || true).finish())
}

fn project_bar(atlas: Atlas, project: &Project) -> Option<Element> {
    let TimeSpan {
        begin,
        length,
        is_open,
    } = TimeSpan::of(atlas, project)?;
    let name = project.acronym.as_ref().unwrap_or(&project.title);
    // Starts with the visible name, so that voice control can choose the bar by it. An acronym in
    // brackets at the end of a title would not count.
    let mut label = if project.title == *name {
        String::new()
    } else {
        [name, tr(Message::ListSeparator)].concat()
    };
    for part in [&project.title, tr(Message::ListSeparator), &dates(project)?] {
        label.push_str(part);
    }
    let bar = el("span")
        .class(if is_open {
            "project-bar__time open-ended"
        } else {
            "project-bar__time"
        })
        .style("inset-inline-start", mark_begin(begin))
        .style("inline-size", percent(length));
    let after = 1.0 - begin - length;
    let letters = name.chars().count() as f64;
    let (class, before, behind) = if letters * LETTER <= length || begin.max(after) < MIN_ROOM {
        ("project-bar", begin, after)
    } else if after >= begin {
        ("project-bar", begin + length, 0.0)
    } else {
        ("project-bar project-bar--before", 0.0, 1.0 - begin)
    };
    let named = el("span")
        .class("project-bar__name")
        .style("padding-inline-start", percent(before))
        .style("padding-inline-end", percent(behind));
    // Separate from the room around it, which follows the page's direction, not the name's.
    let named = named.child(content_lang(atlas, el("span")).child(name.as_str()));
    let id = project.id.clone();
    let button = el("button")
        .attr("type", "button")
        .attr("tabindex", "-1")
        .class(class)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on("click", move |_| {
            atlas.change(History::Push, |query| query.project.clone_from(&id));
        })
        .child(bar)
        .child(named);
    Some(el("li").child(button))
}
