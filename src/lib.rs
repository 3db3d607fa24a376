//! Project Atlas as a web page: the engine's results, drawn with Leptos.
//!
//! ```text
//! address ──host::address──▶ Query ──Explorer──▶ Results ──components──▶ page
//!                              ▲                                │
//!                              └──────────── visitor ───────────┘
//! ```
//!
//! Invariants:
//! - The [`Query`](atlas_engine::query::Query) is the only lasting state. Components hold no copy of
//!   what can be derived from it.
//! - Data enters the page as text, never as HTML.
//! - Nothing here panics: a dead Wasm module is a dead page.
//! - Every text of the interface is in [`i18n`].

mod components;
mod dom;
mod filters;
mod host;
mod i18n;
mod layout;
mod map;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
mod record;
mod results;
mod share;
mod state;

use crate::host::loader::Fetched;
use atlas_engine::explorer::{Explorer, Opening};
use atlas_engine::portfolio::{Finding, PortfolioReader, Reading};

/// How many projects are read or indexed at a time.
const AT_A_TIME: usize = 100;

/// Opens the atlas in the element that the loader has prepared. A large portfolio is read and indexed in
/// time slices, so that the browser can react between them.
pub fn open_page() {
    let mut fetched = host::loader::fetched();
    layout::language::begin(&mut fetched);
    let bytes = std::mem::take(&mut fetched.portfolio);
    let mut reader = Some(PortfolioReader::new(bytes));
    let mut fetched = Some(fetched);
    host::page::in_slices(move || {
        if host::page::is_closed() {
            return false;
        }
        let goes_on = reader.as_mut().is_some_and(|reader| reader.step(AT_A_TIME));
        if !goes_on && let Some((reader, fetched)) = reader.take().zip(fetched.take()) {
            index(reader.finish(), fetched);
        }
        goes_on
    });
}

fn index(reading: Reading, fetched: Fetched) {
    let Reading {
        portfolio,
        findings,
    } = reading;
    let mut opening = portfolio.map(|it| layout::app::opening(it, &fetched));
    let mut rest = Some((findings, fetched));
    host::page::in_slices(move || {
        if host::page::is_closed() {
            return false;
        }
        let goes_on = opening.as_mut().is_some_and(|it| it.step(AT_A_TIME));
        if !goes_on && let Some((findings, fetched)) = rest.take() {
            mount(opening.take().map(Opening::finish), findings, fetched);
        }
        goes_on
    });
}

fn mount(explorer: Option<Explorer>, findings: Vec<Finding>, fetched: Fetched) {
    let place = host::page::drawing_place();
    dom::progressive_render::begin();
    let atlas = leptos::mount::mount_to(place, move || {
        layout::app::app(explorer, findings, &fetched)
    });
    host::page::on_close(move || drop(atlas));
    dom::progressive_render::go_on(host::page::mark_ready);
}
