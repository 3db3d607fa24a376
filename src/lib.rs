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
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
mod project_address;
mod strings;
mod view;

use atlas_engine::portfolio;

/// Opens the atlas in the element that the loader has prepared, with what it has fetched.
pub fn open_page() {
    let mut fetched = browser::start::fetched();
    view::language::begin(&mut fetched);
    let reading = portfolio::read(&fetched.portfolio);
    browser::page::soon(move || {
        if browser::page::is_closed() {
            return;
        }
        let place = browser::page::drawing_place();
        view::steps::begin();
        let atlas = leptos::mount::mount_to(place, move || view::app::app(reading, &fetched));
        browser::page::on_close(move || drop(atlas));
        view::steps::go_on(browser::page::mark_ready);
    });
}
