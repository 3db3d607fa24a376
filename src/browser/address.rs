//! The address bar: where the query is read from and written to.

use crate::atlas::Step;
use atlas_engine::query::Query;
use gloo_events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The query that the current address tells.
pub(crate) fn read() -> Query {
    Query::parse(&window().location().search().unwrap_or_default())
}

/// Tells the query in the address. A fragment that was there stays.
pub(crate) fn write(query: &Query, step: Step) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let url = match query.to_address() {
        none if none.is_empty() => format!("{path}{fragment}"),
        some => format!("{path}?{some}{fragment}"),
    };
    let Ok(history) = window().history() else {
        return;
    };
    // A browser may refuse (too many changes a second); the page itself goes on.
    let _refused = match step {
        Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Step::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// The whole address of this page at a query, to be handed on.
pub(crate) fn absolute(query: &Query) -> String {
    let location = window().location();
    let mut url = location.origin().unwrap_or_default();
    url.push_str(&location.pathname().unwrap_or_default());
    url.push('?');
    url.push_str(&query.to_address());
    url
}

/// Calls `arrive` with the query of each address that “back” and “forward” lead to.
pub(crate) fn on_travel(arrive: impl Fn(Query) + 'static) {
    EventListener::new(&window(), "popstate", move |_| arrive(read())).forget();
}
