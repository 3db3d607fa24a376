//! Project Atlas as a page: the engine's answers, drawn with Leptos.
//!
//! ```text
//! address ──browser::address──▶ Query ──Explorer──▶ Results ──view──▶ page
//!                                 ▲                              │
//!                                 └────────── visitor ───────────┘
//! ```
//!
//! Invariants:
//! - The [`Query`](atlas_engine::query::Query) is the only state that lasts. Components hold no
//!   copy of what can be derived from it.
//! - What came from data enters the page as text, never as HTML.
//! - Nothing here panics: a dead wasm module is a dead page.
//! - Every word the interface says to a visitor is in [`strings`].

mod atlas;
mod browser;
mod strings;
mod view;

use atlas_engine::portfolio;

/// Opens the atlas in the element with the id `atlas`, with what the starter script has fetched.
///
/// Does nothing in a document without that element.
pub fn open_page() {
    let Some(place) = browser::page::mounting_place() else {
        return;
    };
    let mut fetched = browser::start::fetched();
    view::language::begin(&mut fetched);
    let reading = portfolio::read(&fetched.portfolio);
    browser::page::soon(move || {
        // What stood there while the program was on its way.
        place.replace_children_with_node_0();
        view::steps::begin();
        leptos::mount::mount_to(place, move || view::app::app(reading, fetched)).forget();
        view::steps::go_on(browser::page::mark_ready);
    });
}
