use crate::components::content_lang::content_lang;
use crate::components::dates::{TimeSpan, dates, mark_begin, period_growth};
use crate::dom::css_number::{percent, share};
use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::filters::year_play::play_button;
use crate::filters::years::{Years, range, set};
use crate::host::{History, page};
use crate::i18n::{self, Message, PluralMessage, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Project;
use atlas_engine::query::Query;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event, HtmlInputElement, KeyboardEvent, PointerEvent};

const LABELS: usize = 12;

pub(crate) const MAX_LABELLED_ON_A_PHONE: usize = 8;

const MAX_BARS: usize = 40;

/// The width of a letter of a project's name, as a share of a phone's chart, at most. A name that fits
/// is inside its bar, otherwise on the side with more room.
const LETTER: f64 = 0.02;
/// If neither side has this share of the chart, the name is inside its bar, as far as it fits.
const MIN_ROOM: f64 = 0.2;

const MAX_OPTIONS: usize = 60;

/// The years as bars, with a bar per project below; `None` if no project states a date.
pub(crate) fn timeline(atlas: Atlas, playing: RwSignal<bool>) -> Option<Element> {
    let whole = atlas.explorer().facets().years.bounds()?;
    let undated = text(move || match atlas.results().matches.undated {
        0 => String::new(),
        undated => i18n::tr_plural(PluralMessage::Undated, undated),
    });
    let several = whole.0 < whole.1;
    let timeline = el("section")
        .class("timeline")
        .attr("part", "timeline")
        .attr("aria-label", Message::ProjectsPerYear)
        .child(several.then(|| play_button(atlas, whole, playing)))
        .child(chart(atlas, whole, several))
        .child(dynamic(move || projects(atlas)))
        .child(el("p").class("timeline__undated").child(undated));
    Some(timeline)
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
    // Classes rather than `:has()`, which would restyle the page after every change within it.
    let class = text(move || {
        if is_set(&atlas.query()) {
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
        (is_set(&query) && from <= last && first <= to).to_string()
    });
    let label = text(move || i18n::period_bar((first, last), count.get()));
    let bar = el("span").style("block-size", text(move || share(count.get(), highest)));
    el("button")
        .with_one_effect()
        .attr("type", "button")
        .class("year__bar")
        .attr("data-year", first.to_string())
        .attr("data-count", text(move || count.get().to_string()))
        .attr("aria-pressed", within)
        .attr("aria-label", label)
        .attr("title", label)
        .child(bar)
}

fn is_set(query: &Query) -> bool {
    query.from.is_some() || query.to.is_some()
}

fn toggle(atlas: Atlas, years: Years, whole: Years) {
    let query = untrack(|| atlas.query());
    let in_force = is_set(&query) && range(&query, whole) == years;
    set(
        atlas,
        History::Push,
        if in_force { whole } else { years },
        whole,
    );
}

fn brush(atlas: Atlas, whole: Years) -> Element {
    let in_force = move || range(&atlas.query(), whole);
    let span = f64::from(whole.1 - whole.0) + 1.0;
    let begin = move || f64::from(in_force().0 - whole.0) / span;
    let length = move || (f64::from(in_force().1 - in_force().0) + 1.0) / span;
    el("div")
        .class("brush")
        .style("inset-inline-start", text(move || percent(begin())))
        .style("inline-size", text(move || percent(length())))
        .child(handle(atlas, End::From, whole))
        .child(handle(atlas, End::To, whole))
}

fn handle(atlas: Atlas, end: End, whole: Years) -> Element {
    let year = move || end.pick(range(&atlas.query(), whole));
    let (label, lead) = match end {
        End::From => (Message::From, Message::FromDate),
        End::To => (Message::To, Message::UntilDate),
    };
    el("span")
        .class(match end {
            End::From => "brush__handle",
            End::To => "brush__handle brush__handle--to",
        })
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr(
            "data-end",
            match end {
                End::From => "from",
                End::To => "to",
            },
        )
        .attr("aria-label", label)
        .attr("aria-valuemin", whole.0.to_string())
        .attr("aria-valuemax", whole.1.to_string())
        .attr("aria-valuenow", text(move || year().to_string()))
        .attr(
            "aria-valuetext",
            text(move || tr_with(lead, &[("date", &year().to_string())])),
        )
        .on("keydown", move |event| {
            let query = untrack(|| atlas.query());
            let now = range(&query, whole);
            let Some(to) = key_leads_to(&event, end.pick(now), whole) else {
                return;
            };
            event.prevent_default();
            // The first step adds a history entry; “back” undoes it and the next ones.
            let step = if is_set(&query) {
                History::Replace
            } else {
                History::Push
            };
            let moved = match end {
                End::From => (to.min(now.1), now.1),
                End::To => (now.0, to.max(now.0)),
            };
            set(atlas, step, moved, whole);
        })
}

fn key_leads_to(event: &Event, year: u16, (first, last): Years) -> Option<u16> {
    let key = event.dyn_ref::<KeyboardEvent>()?.key();
    let forwards = if page::is_right_to_left() {
        "ArrowLeft"
    } else {
        "ArrowRight"
    };
    let to = match key.as_str() {
        "ArrowUp" => year + 1,
        "ArrowDown" => year - 1,
        "PageUp" => year + 5,
        "PageDown" => year.saturating_sub(5),
        "Home" => first,
        "End" => last,
        key if key == forwards => year + 1,
        "ArrowLeft" | "ArrowRight" => year - 1,
        _ => return None,
    };
    Some(to.max(first).min(last))
}

/// A drag in progress: the year that stays fixed, and whether the pointer has left it.
#[derive(Clone, Copy)]
struct Drag {
    anchor: u16,
    under_way: bool,
}

fn brushed(chart: Element, atlas: Atlas, whole: Years) -> Element {
    let drag = Rc::new(Cell::new(None::<Drag>));
    let (begun, moved, ended, broken) = (drag.clone(), drag.clone(), drag.clone(), drag);
    chart
        .on("pointerdown", move |event| {
            let Some((event, chart)) = pointer(&event) else {
                return;
            };
            if event.button() != 0 {
                return;
            }
            let now = range(&untrack(|| atlas.query()), whole);
            let held = event
                .target()
                .and_then(|it| it.dyn_into::<PageElement>().ok());
            let held = held.and_then(|it| it.get_attribute("data-end"));
            let anchor = match held.as_deref() {
                Some("from") => now.1,
                Some(_) => now.0,
                None => year_at(&event, &chart, whole),
            };
            begun.set(Some(Drag {
                anchor,
                under_way: false,
            }));
        })
        .on("pointermove", move |event| {
            let (Some((event, chart)), Some(drag)) = (pointer(&event), moved.get()) else {
                return;
            };
            if event.buttons() & 1 == 0 {
                moved.set(None);
                return;
            }
            let year = year_at(&event, &chart, whole);
            let now = range(&untrack(|| atlas.query()), whole);
            let dragged = (year.min(drag.anchor), year.max(drag.anchor));
            if dragged == now || (!drag.under_way && year == drag.anchor) {
                return;
            }
            if !drag.under_way {
                moved.set(Some(Drag {
                    under_way: true,
                    ..drag
                }));
                // Fails only if the pointer is gone.
                drop(chart.set_pointer_capture(event.pointer_id()));
            }
            let step = if drag.under_way {
                History::Replace
            } else {
                History::Push
            };
            set(atlas, step, dragged, whole);
        })
        .on("pointerup", move |_| ended.set(None))
        .on("pointercancel", move |_| broken.set(None))
}

fn pointer(event: &Event) -> Option<(PointerEvent, PageElement)> {
    let chart = event.current_target()?.dyn_into().ok()?;
    Some((event.clone().dyn_into().ok()?, chart))
}

fn year_at(event: &PointerEvent, chart: &PageElement, (first, last): Years) -> u16 {
    let area = chart.get_bounding_client_rect();
    let years = f64::from(last - first) + 1.0;
    let along = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
    let along = if page::is_right_to_left() {
        1.0 - along
    } else {
        along
    };
    let at = (along * years).max(0.0).min(years - 1.0);
    first + at as u16
}

fn projects(atlas: Atlas) -> Option<AnyView> {
    let (results, explorer) = (atlas.results(), atlas.explorer());
    if results.projects.len() > MAX_BARS {
        return None;
    }
    // The default order of the cards, reversed: oldest first, as the years go.
    let projects = results.projects.iter().rev();
    let projects = projects.filter_map(|record| explorer.project(*record));
    let bars: Vec<Element> = projects
        .filter_map(|project| project_bar(atlas, project))
        .collect();
    if bars.is_empty() {
        return None;
    }
    let list = el("ol")
        .class("timeline__projects")
        .attr("aria-label", Message::ProjectsInTime)
        .child(bars);
    Some(list.finish())
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

/// The same range without a pointer: two lists of years or, for very many years, two number fields.
pub(crate) fn year_range(atlas: Atlas) -> Option<Element> {
    let years: Vec<u16> = atlas.explorer().facets().years.years().collect();
    let choice = if years.len() > MAX_OPTIONS {
        year_field
    } else {
        year_list
    };
    let ends = el("div")
        .class("years__fields")
        .child(choice(atlas, Message::From, &years, End::From))
        .child(choice(atlas, Message::To, &years, End::To));
    let range = || {
        el("fieldset")
            .class("facet years")
            .child(el("legend").child(Message::Years))
            .child(ends)
    };
    (years.len() > 1).then(range)
}

fn year_list(atlas: Atlas, label: Message, years: &[u16], end: End) -> Element {
    let option = |year: Option<u16>| {
        let value = year.map(|year| year.to_string());
        el("option")
            .attr("value", value.clone().unwrap_or_default())
            .state("selected", flag(move || end.of(&atlas.query()) == year))
            .child(value.unwrap_or_else(|| tr(Message::AnyYear).to_owned()))
    };
    let options = std::iter::once(None).chain(years.iter().copied().map(Some));
    let select = el("select")
        .on("change", move |event| {
            let year = event_target_value(&event).parse().ok();
            atlas.change(History::Push, |query| end.set(query, year));
        })
        .child(options.map(option).collect::<Vec<_>>());
    el("label")
        .class("years__field")
        .child(el("span").child(label))
        .child(select)
}

fn year_field(atlas: Atlas, label: Message, years: &[u16], end: End) -> Element {
    let bounds = (
        years.first().copied().unwrap_or_default(),
        years.last().copied().unwrap_or(u16::MAX),
    );
    let selected = move || end.of(&atlas.query()).map(|year| year.to_string());
    let field = el("input")
        .attr("type", "number")
        .attr("min", bounds.0.to_string())
        .attr("max", bounds.1.to_string())
        .value(text(move || selected().unwrap_or_default()))
        .on("change", move |event| {
            // Years outside the list become its first or last year.
            let field: HtmlInputElement = event_target(&event);
            let year: Option<u64> = field.value().parse().ok();
            let year = year.map(|year| year.max(bounds.0.into()).min(bounds.1.into()) as u16);
            field.set_value(&year.map_or_else(String::new, |year| year.to_string()));
            atlas.change(History::Push, |query| end.set(query, year));
        });
    el("label")
        .class("years__field")
        .child(el("span").child(label))
        .child(field)
}

#[derive(Clone, Copy)]
enum End {
    From,
    To,
}

impl End {
    fn pick(self, (from, to): Years) -> u16 {
        match self {
            Self::From => from,
            Self::To => to,
        }
    }

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
