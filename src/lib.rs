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
//! - Every word the interface says to a visitor is in [`i18n`].

mod atlas;
mod browser;
mod i18n;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
mod project_address;
mod view;

use atlas_engine::explorer::{Explorer, Opening};
use atlas_engine::portfolio::{Finding, PortfolioReader, Reading};
use browser::start::Fetched;

/// How many projects are read or indexed at a time.
const AT_A_TIME: usize = 100;

/// Opens the atlas in the element that the loader has prepared, with what it has fetched. A large
/// portfolio is read and indexed in slices of time, so that the browser can react between them.
pub fn open_page() {
    let mut fetched = browser::start::fetched();
    view::language::begin(&mut fetched);
    let bytes = std::mem::take(&mut fetched.portfolio);
    let mut reader = Some(PortfolioReader::new(bytes));
    let mut fetched = Some(fetched);
    browser::page::in_slices(move || {
        if browser::page::is_closed() {
            return false;
        }
        let goes_on = reader.as_mut().is_some_and(|reader| reader.step(AT_A_TIME));
        if !goes_on && let Some((reader, fetched)) = reader.take().zip(fetched.take()) {
            index(reader.finish(), fetched);
        }
        goes_on
    });
}

/// Indexes what was read, then opens it.
fn index(reading: Reading, fetched: Fetched) {
    let Reading {
        portfolio,
        findings,
    } = reading;
    let mut opening = portfolio.map(|it| view::app::opening(it, &fetched));
    let mut rest = Some((findings, fetched));
    browser::page::in_slices(move || {
        if browser::page::is_closed() {
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
    let place = browser::page::drawing_place();
    view::steps::begin();
    let atlas =
        leptos::mount::mount_to(place, move || view::app::app(explorer, findings, &fetched));
    browser::page::on_close(move || drop(atlas));
    view::steps::go_on(browser::page::mark_ready);
}
