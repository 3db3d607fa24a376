//! Moving the focus, and keeping it in place when the page changes.

use crate::host::page::{
    RESULTS, all, by_id, elements, first, is_right_to_left, is_shown, root, target,
};
use crate::host::schedule::{after_paint, soon};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent, Node};

pub(crate) fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        focus_element(&element);
    }
}

/// Like [`focus`], but without scrolling: the element is brought into view by other means.
pub(crate) fn focus_in_place(selector: &str) {
    if let Some(element) = first(selector) {
        focus_without_scrolling(&element);
    }
}

fn focus_without_scrolling(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let element: &HtmlElement = element.unchecked_ref();
    drop(element.focus_with_options(&options));
}

/// Restores the scroll position after a redrawing, and the focus if the element with this id had it.
pub(crate) fn stay_in_place(id: &'static str) {
    let across = window().scroll_x().unwrap_or_default();
    let down = window().scroll_y().unwrap_or_default();
    let active = root().and_then(|root| root.active_element());
    let focused = active.is_some_and(|element| element.id() == id);
    soon(move || {
        if let (true, Some(element)) = (focused, by_id(id)) {
            focus_element(&element);
        }
        window().scroll_to_with_x_and_y(across, down);
    });
}

/// What may be higher than the viewport, or is beside the number of results.
const OF_RESULTS: &str = "#results, .summary *, #comparison";

/// Browsers scroll to the middle of an element that is higher than the viewport. Of the results, the
/// first one matters: the page stays in place while it is visible, and otherwise scrolls to it.
pub(crate) fn focus_element(element: &Element) {
    if element.matches(OF_RESULTS).unwrap_or(false) {
        focus_without_scrolling(element);
        show_results();
        // What is above the results may have grown or shrunk by then.
        after_paint(show_results);
        return;
    }
    // SVG elements also have this method, although they are no `HtmlElement`.
    let element: &HtmlElement = element.unchecked_ref();
    drop(element.focus());
}

/// Scrolls to the top of the atlas, and focuses the results there.
pub(crate) fn focus_top() {
    if let (Some(top), Some(results)) = (first(".page"), first(RESULTS)) {
        focus_without_scrolling(&results);
        top.scroll_into_view();
    }
}

fn show_results() {
    let Some(results) = first(RESULTS) else {
        return;
    };
    let top = results.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|it| it.as_f64());
    if top < 0.0 || top > height.unwrap_or(top) {
        results.scroll_into_view();
    }
}

/// Shows new results from the first one, if the page is scrolled past it.
pub(crate) fn show_results_from_the_first() {
    after_paint(|| {
        let results = first(RESULTS);
        if let Some(results) = results.filter(|it| it.get_bounding_client_rect().top() < 0.0) {
            results.scroll_into_view();
        }
    });
}

pub(crate) fn focus_soon(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_element(&element);
        }
    });
}

/// Like [`focus_soon`], but without scrolling, for elements that stay in view, such as the comparison bar.
pub(crate) fn focus_soon_in_place(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_without_scrolling(&element);
        }
    });
}

/// Without a focus, the active element is the body.
pub(crate) fn focused() -> Option<Element> {
    let focused = root()?.active_element()?;
    (focused.tag_name() != "BODY").then_some(focused)
}

/// If the focused element is gone after a redrawing, focuses the one with its id, or the results.
pub(crate) fn keep_focus() {
    if let Some(element) = focused() {
        soon(move || {
            if focused().is_none() {
                focus_id(&element.id(), RESULTS);
            }
        });
    }
}

/// The same without scrolling. An element that was moved in the page has also lost the focus, and gets it again.
pub(crate) fn keep_focus_in_place() {
    if let Some(element) = focused() {
        soon(move || {
            if focused().is_some() {
                return;
            }
            if element.is_connected() {
                focus_without_scrolling(&element);
            } else {
                focus_in_place(RESULTS);
            }
        });
    }
}

/// After a redrawing, focuses an element if it still exists, or else the one with an id, or else a match
/// of a selector. If the visitor has moved the focus meanwhile, it stays there.
#[inline(never)]
pub(crate) fn return_focus_soon(element: Option<Element>, id: String, fallback: &'static str) {
    let before = focused();
    soon(move || {
        let now = focused();
        if now.is_some() && now != before {
            return;
        }
        match element.filter(|it| it.is_connected()) {
            Some(element) => focus_element(&element),
            None => focus_id(&id, fallback),
        }
    });
}

pub(crate) fn focus_nth_soon(selector: &'static str, at: u32) {
    soon(move || {
        if let Some(element) = all(selector).get(at as usize) {
            focus_element(element);
        }
    });
}

/// If the used control is gone or disabled, focuses the next or previous one in its fieldset.
pub(crate) fn keep_focus_near(event: &Event) {
    let Some(used) = target(event) else { return };
    let Some(group) = used.closest("fieldset").ok().flatten() else {
        return;
    };
    let before = usable_in(&group);
    let at = before.iter().take_while(|it| precedes(it, &used)).count();
    soon(move || {
        let is_usable = !used.matches(":disabled").unwrap_or(false);
        if used.is_connected() && is_shown(&used) && is_usable {
            return;
        }
        let usable = usable_in(&group);
        let near = if used.is_connected() {
            usable.iter().find(|it| !precedes(it, &used))
        } else {
            usable.get(at)
        };
        let toggles = shown_in(&group, "button:enabled");
        match near.or(usable.last()).or(toggles.first()) {
            Some(element) => focus_element(element),
            None => focus(RESULTS),
        }
    });
}

fn usable_in(group: &Element) -> Vec<Element> {
    shown_in(group, "input:enabled")
}

fn shown_in(group: &Element, selector: &str) -> Vec<Element> {
    let mut shown = elements(group.query_selector_all(selector).ok());
    shown.retain(is_shown);
    shown
}

const CONTROLS: &str = "input:enabled, button:enabled";

/// Focuses the control of a group that is checked, pressed or current, or else the first.
pub(crate) fn enter_group(group: &Element) {
    let selected = shown_in(group, ":checked, [aria-pressed=true], [aria-current=true]");
    let fields = usable_in(group);
    let controls = shown_in(group, CONTROLS);
    let mut controls = selected.into_iter().chain(fields).chain(controls);
    if let Some(control) = controls.next() {
        focus_element(&control);
    }
}

/// Moves the focus between the controls of a group that are one tab stop: up and down between its input
/// fields, sideways between all controls. Returns whether the key did.
pub(crate) fn move_in_group(group: &Element, event: &KeyboardEvent) -> bool {
    let key = event.key();
    if key == "Tab" && event.shift_key() {
        // The group itself would be the previous stop, and hand the focus back.
        let before = group.get_attribute("tabindex").unwrap_or_default();
        drop(group.set_attribute("tabindex", "-1"));
        let group = group.clone();
        soon(move || drop(group.set_attribute("tabindex", &before)));
        return false;
    }
    let forwards = if is_right_to_left() {
        ["ArrowLeft", "ArrowRight"]
    } else {
        ["ArrowRight", "ArrowLeft"]
    };
    let fields = usable_in(group);
    let is_vertical = matches!(key.as_str(), "ArrowDown" | "ArrowUp");
    let controls = if is_vertical && !fields.is_empty() {
        fields
    } else {
        shown_in(group, CONTROLS)
    };
    let Some(now) = focused() else { return false };
    let before = controls.iter().filter(|it| precedes(it, &now)).count();
    let is_at = controls.get(before) == Some(&now);
    let to = match key.as_str() {
        "Home" => Some(0),
        "End" => controls.len().checked_sub(1),
        "ArrowDown" => Some(before + usize::from(is_at)),
        "ArrowUp" => before.checked_sub(1),
        key if key == forwards[0] => Some(before + usize::from(is_at)),
        key if key == forwards[1] => before.checked_sub(1),
        _ => return false,
    };
    if let Some(control) = to.and_then(|to| controls.get(to)) {
        focus_element(control);
    }
    true
}

fn precedes(element: &Element, other: &Element) -> bool {
    element.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING > 0
}

fn focus_id(id: &str, fallback: &str) {
    match by_id(id) {
        Some(element) => focus_element(&element),
        None => focus(fallback),
    }
}
