//! The selected range over the bars: two handles, and dragging.

use crate::dom::css_number::percent;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::filters::axis::{Axis, Range};
use crate::filters::years::End;
use crate::host::{History, page};
use crate::i18n::Message;
use crate::state::Atlas;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event, KeyboardEvent, PointerEvent};

pub(super) fn brush(atlas: Atlas, axis: &Arc<dyn Axis>) -> Element {
    let (first, last) = axis.whole();
    let span = f64::from(last - first) + 1.0;
    let begin = {
        let axis = axis.clone();
        move || f64::from(axis.selected(&atlas.query()).0 - first) / span
    };
    let length = {
        let axis = axis.clone();
        move || {
            let (from, to) = axis.selected(&atlas.query());
            (f64::from(to - from) + 1.0) / span
        }
    };
    el("div")
        .class("brush")
        .style("inset-inline-start", text(move || percent(begin())))
        .style("inline-size", text(move || percent(length())))
        .child(handle(atlas, End::From, axis))
        .child(handle(atlas, End::To, axis))
}

fn handle(atlas: Atlas, end: End, axis: &Arc<dyn Axis>) -> Element {
    let position = {
        let axis = axis.clone();
        move || end.pick(axis.selected(&atlas.query()))
    };
    let in_words = {
        let (axis, position) = (axis.clone(), position.clone());
        move || axis.end_in_words(end, position())
    };
    let (label, class, data) = match end {
        End::From => (Message::From, "brush__handle", "from"),
        End::To => (Message::To, "brush__handle brush__handle--to", "to"),
    };
    let whole = axis.whole();
    let axis = axis.clone();
    el("span")
        .class(class)
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("data-end", data)
        .attr("aria-label", label)
        .attr("aria-valuemin", whole.0.to_string())
        .attr("aria-valuemax", whole.1.to_string())
        .attr("aria-valuenow", text(move || position().to_string()))
        .attr("aria-valuetext", text(in_words))
        .on("keydown", move |event| {
            let query = untrack(|| atlas.query());
            let now = axis.selected(&query);
            let Some(to) = key_leads_to(&event, end.pick(now), whole) else {
                return;
            };
            event.prevent_default();
            // The first step adds a history entry; “back” undoes it and the next ones.
            let step = if axis.is_limited(&query) {
                History::Replace
            } else {
                History::Push
            };
            let moved = match end {
                End::From => (to.min(now.1), now.1),
                End::To => (now.0, to.max(now.0)),
            };
            atlas.change(step, |query| axis.select(query, moved));
        })
}

fn key_leads_to(event: &Event, position: u16, (first, last): Range) -> Option<u16> {
    let key = event.dyn_ref::<KeyboardEvent>()?.key();
    let forwards = if page::is_right_to_left() {
        "ArrowLeft"
    } else {
        "ArrowRight"
    };
    let to = match key.as_str() {
        "ArrowUp" => position + 1,
        "ArrowDown" => position.saturating_sub(1),
        "PageUp" => position + 5,
        "PageDown" => position.saturating_sub(5),
        "Home" => first,
        "End" => last,
        key if key == forwards => position + 1,
        "ArrowLeft" | "ArrowRight" => position.saturating_sub(1),
        _ => return None,
    };
    Some(to.max(first).min(last))
}

/// A drag in progress: the position that stays fixed, and whether the pointer has left it.
#[derive(Clone, Copy)]
struct Drag {
    anchor: u16,
    under_way: bool,
}

pub(super) fn brushed(chart: Element, atlas: Atlas, axis: Arc<dyn Axis>) -> Element {
    let whole = axis.whole();
    let held = axis.clone();
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
            let now = held.selected(&untrack(|| atlas.query()));
            let end = event
                .target()
                .and_then(|it| it.dyn_into::<PageElement>().ok());
            let end = end.and_then(|it| it.get_attribute("data-end"));
            let anchor = match end.as_deref() {
                Some("from") => now.1,
                Some(_) => now.0,
                None => position_at(&event, &chart, whole),
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
            let position = position_at(&event, &chart, whole);
            let now = axis.selected(&untrack(|| atlas.query()));
            let dragged = (position.min(drag.anchor), position.max(drag.anchor));
            if dragged == now || (!drag.under_way && position == drag.anchor) {
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
            atlas.change(step, |query| axis.select(query, dragged));
        })
        .on("pointerup", move |_| ended.set(None))
        .on("pointercancel", move |_| broken.set(None))
}

fn pointer(event: &Event) -> Option<(PointerEvent, PageElement)> {
    let chart = event.current_target()?.dyn_into().ok()?;
    Some((event.clone().dyn_into().ok()?, chart))
}

fn position_at(event: &PointerEvent, chart: &PageElement, (first, last): Range) -> u16 {
    let area = chart.get_bounding_client_rect();
    let positions = f64::from(last - first) + 1.0;
    let along = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
    let along = if page::is_right_to_left() {
        1.0 - along
    } else {
        along
    };
    let at = (along * positions).max(0.0).min(positions - 1.0);
    first + at as u16
}
