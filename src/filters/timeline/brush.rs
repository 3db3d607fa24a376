//! The selected range over the timeline's bars: two handles, and dragging.

use crate::dom::css_number::percent;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::filters::years::{End, Years, range, set};
use crate::host::{History, page};
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event, KeyboardEvent, PointerEvent};

pub(super) fn brush(atlas: Atlas, whole: Years) -> Element {
    let active = move || range(&atlas.query(), whole);
    let span = f64::from(whole.1 - whole.0) + 1.0;
    let begin = move || f64::from(active().0 - whole.0) / span;
    let length = move || (f64::from(active().1 - active().0) + 1.0) / span;
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
            let step = if query.has_years() {
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

pub(super) fn brushed(chart: Element, atlas: Atlas, whole: Years) -> Element {
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
