//! The elements of the atlas, in its document or shadow root. Without a browser there are none.

use crate::host::with_host;
use atlas_i18n::Language;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, NodeList};

/// The part of the page with the results.
pub(crate) const RESULTS: &str = "#results";

/// The document of the atlas, or its shadow root.
pub(crate) fn root() -> Option<Document> {
    with_host(|host| host.root())
}

pub(crate) fn first(selector: &str) -> Option<Element> {
    root()?.query_selector(selector).ok().flatten()
}

pub(crate) fn all(selector: &str) -> Vec<Element> {
    root().map_or_else(Vec::new, |root| {
        elements(root.query_selector_all(selector).ok())
    })
}

/// The elements that a query of a document or an element found.
pub(crate) fn elements(found: Option<NodeList>) -> Vec<Element> {
    let nodes = found
        .into_iter()
        .flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

pub(crate) fn by_id(id: &str) -> Option<Element> {
    root()?.get_element_by_id(id)
}

/// The element below everything else: the body of the atlas's own page, or the atlas itself.
pub(crate) fn ground() -> Option<Element> {
    if with_host(|host| host.is_own_page()) {
        document().body().map(Element::from)
    } else {
        with_host(|host| host.frame()).map(Element::from)
    }
}

/// The width of the atlas in CSS pixels; 0 without a browser.
pub(crate) fn width() -> i32 {
    with_host(|host| host.frame()).map_or(0, |frame| frame.client_width())
}

pub(crate) fn is_shown(element: &Element) -> bool {
    let element = element.dyn_ref::<HtmlElement>();
    element.is_none_or(|element| element.offset_width() > 0)
}

pub(crate) fn is_shown_by(selector: &str) -> bool {
    first(selector).as_ref().is_some_and(is_shown)
}

/// Whether the page is in a frame of another one.
pub(crate) fn is_framed() -> bool {
    window()
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| parent != window())
}

pub(crate) fn nodes_beside_results() -> usize {
    let Some(root) = root() else { return 0 };
    let count = |selector| {
        let found = root.query_selector_all(selector);
        found.map_or(0, |found| found.length() as usize)
    };
    count("*").saturating_sub(count("#results *"))
}

/// The element that an event happened on.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

pub(crate) fn is_open(toggle: &Event) -> bool {
    target(toggle).is_some_and(|details| details.has_attribute("open"))
}

pub(crate) fn is_right_to_left() -> bool {
    let frame = with_host(|host| host.frame());
    frame.is_some_and(|frame| frame.get_attribute("dir").as_deref() == Some("rtl"))
}

pub(crate) fn set_language(language: &Language) {
    let direction = if language.right_to_left { "rtl" } else { "ltr" };
    if let Some(frame) = with_host(|host| host.frame()) {
        // These attribute names are always valid.
        drop(frame.set_attribute("lang", language.code));
        drop(frame.set_attribute("dir", direction));
    }
}

pub(crate) fn set_title(title: &str) {
    with_host(|host| host.set_title(title));
}

/// Listens to an event of the window for as long as the calling part of the page exists.
pub(crate) fn listen(event: &'static str, react: impl Fn(Event) + 'static) {
    with_host(|host| host.listen(event, Box::new(react)));
}
