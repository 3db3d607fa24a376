//! The document the atlas stands in, or the shadow of an element in it.

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

/// Where the atlas's elements are found: its document, or the root of its shadow, which answers to
/// all that is asked of it here.
fn root() -> Document {
    ROOT.with(Clone::clone)
}

/// The element to draw the atlas in. Where the page was written beforehand and is being read, that
/// stays until all is drawn, unseen beside it; else the place is empty.
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

/// Shows what was drawn unseen, in place of what was written.
fn show_drawn() {
    let place = PLACE.with(Clone::clone);
    let drawn = place.last_element_child();
    let drawn = drawn.filter(|it| it.has_attribute("hidden"));
    if let Some(drawn) = drawn {
        place.replace_children_with_node_1(&drawn);
        drop(drawn.remove_attribute("hidden"));
    }
}

/// The element that bears language, direction and theme of all that is in the atlas.
pub(crate) fn frame() -> HtmlElement {
    FRAME.with(Clone::clone)
}

/// Whether the atlas has a page to itself.
pub(crate) fn is_own_page() -> bool {
    !IS_THERE || loader::handed_over("ownPage").is_truthy()
}

/// The folder that the atlas was published in, as a whole address.
pub(crate) fn home() -> String {
    loader::handed_text("homeUrl")
}

/// The portfolio's whole address.
pub(crate) fn portfolio() -> String {
    loader::handed_text("portfolioUrl")
}

/// The address of a page that was published beside the atlas.
pub(crate) fn beside(page: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return [crate::host::project_address::SITE, page].concat();
    #[cfg(target_arch = "wasm32")]
    [&loader::handed_text("home"), page].concat()
}

/// Tells styles, scripts and tests that the atlas can be used.
pub(crate) fn mark_ready() {
    show_drawn();
    loader::tell("ready", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
}

/// Whether the atlas was taken away before it could be opened.
pub(crate) fn is_closed() -> bool {
    loader::handed_over("closed").is_truthy()
}

/// Calls back when the atlas is taken away. Nothing that was put off is done any more then.
pub(crate) fn on_close(then: impl FnOnce() + 'static) {
    let close = Closure::once_into_js(move || {
        CLOSED.set(true);
        then();
    });
    loader::hand_over("close", &close);
}

/// Puts the portfolio's title where the browser shows a page's title.
pub(crate) fn set_title(title: &str) {
    loader::tell("setTitle", &title.into(), &JsValue::UNDEFINED);
}

/// Marks the atlas with its language and the direction that is written in.
pub(crate) fn set_language(language: &Language) {
    let direction = if language.right_to_left { "rtl" } else { "ltr" };
    // Attributes of these names are always valid.
    drop(frame().set_attribute("lang", language.code));
    drop(frame().set_attribute("dir", direction));
}

/// Lets the page be drawn anew without moving under the visitor: afterwards it is scrolled to where
/// it was, and an element that had the focus has it again, by its id.
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

/// Opens a dialog over the page, or closes it, unless it is so already.
pub(crate) fn show_dialog(element: &Element, open: bool) {
    let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() else {
        return;
    };
    if open && !dialog.open() {
        // Refused only for a dialog outside the document, which nobody sees.
        drop(dialog.show_modal());
    } else if !open {
        dialog.close();
    }
}

/// The first element of the atlas that a selector finds.
pub(crate) fn first(selector: &str) -> Option<Element> {
    root().query_selector(selector).ok().flatten()
}

/// What all else lies upon: the body of the atlas's own page, or the atlas.
pub(crate) fn ground() -> Element {
    let body = document().body().filter(|_| is_own_page());
    body.unwrap_or_else(frame).into()
}

/// Moves the keyboard's focus to the first element that a selector finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        focus_element(&element);
    }
}

/// As [`focus`], without scrolling anything: what is focused will be brought into sight otherwise.
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

/// What takes the focus when what had it is gone.
pub(crate) const RESULTS: &str = "#results";

/// Whether a `<details>` is open after its `toggle` event.
pub(crate) fn is_open(toggle: &web_sys::Event) -> bool {
    let details = toggle.target().and_then(|it| it.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// How many elements there are that are not of the results.
pub(crate) fn nodes_beside_results() -> usize {
    let count = |selector| {
        let found = root().query_selector_all(selector);
        found.map_or(0, |found| found.length() as usize)
    };
    count("*").saturating_sub(count("#results *"))
}

/// What the heading of the results introduces or contains, and may be higher than the window.
const UNDER_THE_HEADING: &str = "#results, #results > .summary *, #comparison";

/// Moves the focus to an element.
///
/// A browser scrolls to the middle of what is higher than the window. Of the results their heading is
/// what matters, so that the page stays where it is while that can be seen, and else begins with it.
fn focus_element(element: &Element) {
    if element.matches(UNDER_THE_HEADING).unwrap_or(false) {
        focus_without_scrolling(element);
        show_heading();
        // What is above the results may have grown or shrunk by then.
        after_paint(show_heading);
        return;
    }
    // Elements of drawings have the method too, and are no `HtmlElement`.
    let element: &HtmlElement = element.unchecked_ref();
    drop(element.focus());
}

/// Scrolls the heading of the results to the top, unless it can be seen already.
fn show_heading() {
    let Some(results) = first(RESULTS) else {
        return;
    };
    if !is_in_sight(HEADING) {
        results.scroll_into_view();
    }
}

/// The first words of the heading of the results.
const HEADING: &str = ".summary__count";

/// Whether the beginning of the first element that a selector finds is on the screen, with nothing
/// over it.
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

/// Moves the focus to the first of the selectors that finds anything, once the page has been
/// redrawn.
pub(crate) fn focus_soon(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_element(&element);
        }
    });
}

/// As [`focus_soon`], for what lies over the page wherever that is scrolled to, such as the tray: the
/// page stays there.
pub(crate) fn focus_soon_in_place(selectors: &'static [&'static str]) {
    soon(move || {
        if let Some(element) = selectors.iter().find_map(|it| first(it)) {
            focus_without_scrolling(&element);
        }
    });
}

/// Whether an element can be seen and used.
fn is_shown(element: &Element) -> bool {
    let element = element.dyn_ref::<HtmlElement>();
    element.is_none_or(|element| element.offset_width() > 0)
}

/// Whether the first element that a selector finds can be seen.
pub(crate) fn is_shown_by(selector: &str) -> bool {
    first(selector).as_ref().is_some_and(is_shown)
}

/// What has the keyboard's focus; `None` where nothing has.
pub(crate) fn focused() -> Option<Element> {
    let focused = root().active_element()?;
    (focused.tag_name() != "BODY").then_some(focused)
}

/// Before the page is redrawn: whatever becomes of what has the focus, by its id it gets it back,
/// or else the results get it.
pub(crate) fn keep_focus() {
    if let Some(element) = focused() {
        soon(move || {
            if focused().is_none() {
                focus_id(&element.id(), RESULTS);
            }
        });
    }
}

/// Once the page has been redrawn: an element that is there still gets the focus again, else that
/// with an id does, or what a selector finds. Where the visitor has moved the focus meanwhile, it
/// stays there.
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

/// Once the page has been redrawn: moves the focus to the element at a position among those that a
/// selector finds.
pub(crate) fn focus_nth_soon(selector: &'static str, at: u32) {
    soon(move || {
        let found = root().query_selector_all(selector).ok();
        let found = found.and_then(|all| all.get(at)?.dyn_into::<Element>().ok());
        if let Some(element) = found {
            focus_element(&element);
        }
    });
}

/// Where what was just used can be used no longer, or is gone, the focus goes to the next that can be
/// used within the same group of fields, or to the one before it.
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

/// The fields of a group that can be seen and used.
fn usable_in(group: &Element) -> Vec<Element> {
    let Ok(fields) = group.query_selector_all("input:enabled") else {
        return Vec::new();
    };
    let fields = (0..fields.length()).filter_map(|at| fields.get(at)?.dyn_into::<Element>().ok());
    fields.filter(is_shown).collect()
}

/// Whether an element comes before another in the document.
fn precedes(element: &Element, other: &Element) -> bool {
    element.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING > 0
}

fn focus_id(id: &str, otherwise: &str) {
    match root().get_element_by_id(id) {
        Some(element) => focus_element(&element),
        None => focus(otherwise),
    }
}

/// Where a letter is typed rather than a shortcut meant.
const TYPED_IN: &str = "input:not([type=checkbox]), select, textarea";

/// Whether an event happens where letters are typed.
pub(crate) fn is_typing(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.matches(TYPED_IN).unwrap_or(false))
}

/// Whether the page is written from right to left.
pub(crate) fn is_right_to_left() -> bool {
    frame().get_attribute("dir").as_deref() == Some("rtl")
}

/// Takes the open dialog out of the layer over the page, or puts it back: in that layer it would
/// end with the first sheet of paper.
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

/// Whether the page is being laid out for paper.
pub(crate) fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        hear(event, move |_| printing.set(begins));
    }
    printing
}

/// Opens the browser's dialog for printing.
pub(crate) fn print() {
    // Refused only where a frame may not.
    drop(window().print());
}

/// Lets “/” lead to an element from anywhere but a field that is being typed in.
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

/// Calls back on an event of the window, for as long as the part of the page that asks for it
/// stands.
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

/// Calls back once the page as it stands has been painted.
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

/// Calls back when whatever is under way is done.
pub(crate) fn soon(then: impl FnOnce() + 'static) {
    call_soon(Box::new(then));
}

// Compiled once: what calls back is the same to the browser whatever it does.
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

/// Does a piece of work in parts, and lets the page react between them, until it says that nothing
/// is left.
pub(crate) fn bit_by_bit(work: impl FnMut() -> bool + 'static) {
    next_bit(Box::new(work), None);
}

/// For how long work goes on before the page may react, in milliseconds.
const SLICE: f64 = 20.0;

/// As [`bit_by_bit`], as many parts at a time as fit into a slice of time: for parts so short that
/// to wait between all of them would take longer than they do.
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
