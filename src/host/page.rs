//! The document that contains the atlas, or the shadow tree of an element in it.

use crate::host::{IS_THERE, loader};
use atlas_i18n::Language;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::prelude::{
    RwSignal, Set, document, on_cleanup, request_animation_frame, window,
    window_event_listener_untyped,
};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlDialogElement, HtmlElement, KeyboardEvent, Node,
};

thread_local! {
    static ROOT: Document = loader::handed_over("root").unchecked_into();
    static PLACE: HtmlElement = loader::handed_over("place").unchecked_into();
    static FRAME: HtmlElement = loader::handed_over("frame").unchecked_into();
    static CLOSED: Cell<bool> = const { Cell::new(false) };
}

/// The document of the atlas, or its shadow root, which has all the methods used here.
fn root() -> Document {
    ROOT.with(Clone::clone)
}

/// The element to draw the atlas in. A visible prerendered page stays until everything is drawn in a
/// hidden element beside it; otherwise the element is emptied.
pub(crate) fn drawing_place() -> HtmlElement {
    let place = PLACE.with(Clone::clone);
    let written = place.query_selector(".page").ok().flatten();
    if written.as_ref().is_some_and(is_shown)
        && let Ok(beside) = document().create_element("div")
    {
        let beside: HtmlElement = beside.unchecked_into();
        beside.set_hidden(true);
        drop(place.append_child(&beside));
        return beside;
    }
    place.replace_children_with_node_0();
    place
}

fn show_drawn() {
    let place = PLACE.with(Clone::clone);
    let drawn = place.last_element_child();
    let drawn = drawn.filter(|it| it.has_attribute("hidden"));
    if let Some(drawn) = drawn {
        place.replace_children_with_node_1(&drawn);
        drop(drawn.remove_attribute("hidden"));
    }
}

/// The element with the language, direction and theme of everything in the atlas.
pub(crate) fn frame() -> HtmlElement {
    FRAME.with(Clone::clone)
}

/// Whether the atlas has a page to itself, rather than being embedded in another site's page.
pub(crate) fn is_own_page() -> bool {
    !IS_THERE || loader::handed_over("ownPage").is_truthy()
}

/// The full address of the folder that the atlas was published in.
pub(crate) fn home() -> String {
    loader::handed_text("homeUrl")
}

pub(crate) fn portfolio() -> String {
    loader::handed_text("portfolioUrl")
}

/// The address of a page that was published next to the atlas.
pub(crate) fn beside(page: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return [crate::host::project_address::SITE, page].concat();
    #[cfg(target_arch = "wasm32")]
    [&loader::handed_text("home"), page].concat()
}

pub(crate) fn mark_ready() {
    show_drawn();
    loader::call("ready", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
}

pub(crate) fn is_closed() -> bool {
    loader::handed_over("closed").is_truthy()
}

/// Calls back when the atlas is removed. After that, nothing that was scheduled runs.
pub(crate) fn on_close(then: impl FnOnce() + 'static) {
    let close = Closure::once_into_js(move || {
        CLOSED.set(true);
        then();
    });
    loader::hand_over("close", &close);
}

pub(crate) fn set_title(title: &str) {
    loader::call("setTitle", &title.into(), &JsValue::UNDEFINED);
}

pub(crate) fn set_language(language: &Language) {
    let direction = if language.right_to_left { "rtl" } else { "ltr" };
    // These attribute names are always valid.
    drop(frame().set_attribute("lang", language.code));
    drop(frame().set_attribute("dir", direction));
}

/// Restores the scroll position after a redrawing, and the focus if the element with this id had it.
pub(crate) fn stay_in_place(id: &'static str) {
    let across = window().scroll_x().unwrap_or_default();
    let down = window().scroll_y().unwrap_or_default();
    let active = root().active_element();
    let focused = active.is_some_and(|element| element.id() == id);
    soon(move || {
        if let (true, Some(element)) = (focused, root().get_element_by_id(id)) {
            focus_element(&element);
        }
        window().scroll_to_with_x_and_y(across, down);
    });
}

pub(crate) fn show_dialog(element: &Element, open: bool) {
    let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() else {
        return;
    };
    if open && !dialog.open() {
        // Fails only for a dialog outside the document, which no one sees.
        drop(dialog.show_modal());
    } else if !open {
        dialog.close();
    }
}

pub(crate) fn first(selector: &str) -> Option<Element> {
    root().query_selector(selector).ok().flatten()
}

/// The element below everything else: the body of the atlas's own page, or the atlas itself.
pub(crate) fn ground() -> Element {
    let body = document().body().filter(|_| is_own_page());
    body.unwrap_or_else(frame).into()
}

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

/// Where the focus goes if the focused element is gone.
pub(crate) const RESULTS: &str = "#results";

pub(crate) fn is_open(toggle: &web_sys::Event) -> bool {
    let details = toggle.target().and_then(|it| it.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

pub(crate) fn nodes_beside_results() -> usize {
    let count = |selector| {
        let found = root().query_selector_all(selector);
        found.map_or(0, |found| found.length() as usize)
    };
    count("*").saturating_sub(count("#results *"))
}

/// What the results' heading introduces or contains, which may be higher than the viewport.
const UNDER_THE_HEADING: &str = "#results, #results > .summary *, #comparison";

/// Browsers scroll to the middle of an element that is higher than the viewport. For the results, the
/// heading matters: the page stays in place while it is visible, and otherwise scrolls to it.
fn focus_element(element: &Element) {
    if element.matches(UNDER_THE_HEADING).unwrap_or(false) {
        focus_without_scrolling(element);
        show_heading();
        // What is above the results may have grown or shrunk by then.
        after_paint(show_heading);
        return;
    }
    // SVG elements also have this method, although they are no `HtmlElement`.
    let element: &HtmlElement = element.unchecked_ref();
    drop(element.focus());
}

fn show_heading() {
    let Some(results) = first(RESULTS) else {
        return;
    };
    if !is_in_sight(HEADING) {
        results.scroll_into_view();
    }
}

const HEADING: &str = ".summary__count";

fn is_in_sight(selector: &str) -> bool {
    let Some(element) = first(selector) else {
        return false;
    };
    let area = element.get_bounding_client_rect();
    let across = area.left() + area.width() / 2.0;
    let down = area.top() + (area.height() / 2.0).min(LINE);
    let uppermost = root().element_from_point(across as f32, down as f32);
    uppermost.is_some_and(|it| element.contains(Some(&it)) || it.contains(Some(&element)))
}

/// About half a line, in pixels.
const LINE: f64 = 12.0;

pub(crate) fn focus_soon(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_element(&element);
        }
    });
}

/// Like [`focus_soon`], but without scrolling, for elements that stay in view, such as the tray.
pub(crate) fn focus_soon_in_place(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_without_scrolling(&element);
        }
    });
}

fn is_shown(element: &Element) -> bool {
    let element = element.dyn_ref::<HtmlElement>();
    element.is_none_or(|element| element.offset_width() > 0)
}

pub(crate) fn is_shown_by(selector: &str) -> bool {
    first(selector).as_ref().is_some_and(is_shown)
}

/// Without a focus, the active element is the body.
pub(crate) fn focused() -> Option<Element> {
    let focused = root().active_element()?;
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

/// After a redrawing, focuses an element if it still exists, or else the one with an id, or else a match
/// of a selector. If the visitor has moved the focus meanwhile, it stays there.
#[inline(never)]
pub(crate) fn return_focus_soon(element: Option<Element>, id: String, otherwise: &'static str) {
    let before = focused();
    soon(move || {
        let now = focused();
        if now.is_some() && now != before {
            return;
        }
        match element.filter(|it| it.is_connected()) {
            Some(element) => focus_element(&element),
            None => focus_id(&id, otherwise),
        }
    });
}

pub(crate) fn focus_nth_soon(selector: &'static str, at: u32) {
    soon(move || {
        let found = root().query_selector_all(selector).ok();
        let found = found.and_then(|all| all.get(at)?.dyn_into::<Element>().ok());
        if let Some(element) = found {
            focus_element(&element);
        }
    });
}

/// If the used control is gone or disabled, focuses the next or previous one in its fieldset.
pub(crate) fn keep_focus_near(event: &Event) {
    let used = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(used) = used else { return };
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
        match near.or(usable.last()) {
            Some(element) => focus_element(element),
            None => focus(RESULTS),
        }
    });
}

fn usable_in(group: &Element) -> Vec<Element> {
    let Ok(fields) = group.query_selector_all("input:enabled") else {
        return Vec::new();
    };
    let fields = (0..fields.length()).filter_map(|at| fields.get(at)?.dyn_into::<Element>().ok());
    fields.filter(is_shown).collect()
}

fn precedes(element: &Element, other: &Element) -> bool {
    element.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING > 0
}

fn focus_id(id: &str, otherwise: &str) {
    match root().get_element_by_id(id) {
        Some(element) => focus_element(&element),
        None => focus(otherwise),
    }
}

/// Fields where a key enters text rather than being a shortcut.
const TYPED_IN: &str = "input:not([type=checkbox]), select, textarea";

pub(crate) fn is_typing(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.matches(TYPED_IN).unwrap_or(false))
}

pub(crate) fn is_right_to_left() -> bool {
    frame().get_attribute("dir").as_deref() == Some("rtl")
}

/// Takes the dialog out of the top layer, where a print would end with the first page, or puts it back.
pub(crate) fn lay_dialog_flat(flat: bool) {
    let found = first("dialog[open]");
    let Some(dialog) = found.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    let focused = root().active_element();
    dialog.close();
    if flat {
        dialog.show();
    } else {
        drop(dialog.show_modal());
    }
    if let Some(focused) = focused {
        focus_element(&focused);
    }
}

pub(crate) fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        hear(event, move |_| printing.set(begins));
    }
    printing
}

pub(crate) fn print() {
    // Fails only in a frame that may not print.
    drop(window().print());
}

/// Makes “/” focus an element, except while typing in a field.
pub(crate) fn focus_on_slash(selector: &'static str) {
    if !IS_THERE {
        return;
    }
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let typing = is_typing(event);
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && plain && !typing {
            event.prevent_default();
            focus(selector);
        }
    })
    .forget();
}

/// Listens to an event of the window for as long as the calling part of the page exists.
pub(crate) fn hear(event: &'static str, react: impl Fn(Event) + 'static) {
    hear_boxed(event, Box::new(react));
}

#[inline(never)]
fn hear_boxed(event: &'static str, react: Box<dyn Fn(Event)>) {
    if IS_THERE {
        let heard = window_event_listener_untyped(event, react);
        on_cleanup(move || heard.remove());
    }
}

pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    call_after_paint(Box::new(then));
}

#[inline(never)]
fn call_after_paint(then: Box<dyn FnOnce()>) {
    if !IS_THERE {
        return;
    }
    request_animation_frame(move || call_soon(then));
}

/// Calls back after the current task.
pub(crate) fn soon(then: impl FnOnce() + 'static) {
    call_soon(Box::new(then));
}

// Compiled once: to the browser, every callback is the same.
#[inline(never)]
fn call_soon(then: Box<dyn FnOnce()>) {
    if !IS_THERE {
        return;
    }
    let then = move || {
        if !CLOSED.get() {
            then();
        }
    };
    Timeout::new(0, then).forget();
}

/// Does work in parts until it returns `false`, and lets the page react between them.
pub(crate) fn bit_by_bit(work: impl FnMut() -> bool + 'static) {
    next_bit(Box::new(work), None);
}

/// How long work goes on before the page may react, in milliseconds.
const SLICE: f64 = 20.0;

/// Does as many parts at a time as fit into a time slice. For parts so short that waiting between all of
/// them would take longer than they do.
pub(crate) fn in_slices(work: impl FnMut() -> bool + 'static) {
    next_bit(Box::new(work), Some(SLICE));
}

fn next_bit(mut work: Box<dyn FnMut() -> bool>, slice: Option<f64>) {
    soon(move || {
        let now = || js_sys::Date::now();
        let end = slice.map(|slice| now() + slice);
        loop {
            if !work() {
                return;
            }
            if end.is_none_or(|end| now() >= end) {
                break;
            }
        }
        next_bit(work, slice);
    });
}
