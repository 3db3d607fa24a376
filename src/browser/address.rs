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

/// Calls `arrive` with the query of each address that “back” and “forward” lead to.
pub(crate) fn on_travel(arrive: impl Fn(Query) + 'static) {
    EventListener::new(&window(), "popstate", move |_| arrive(read())).forget();
}
