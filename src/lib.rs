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
//! - Nothing of an atlas is global: several can be open in one program (see [`host`]).
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
mod text_search;

use crate::host::browser::{BrowserHost, Fetched, LoaderHost};
use crate::host::chunk::DeferredChunk;
use crate::host::{address, fetch, page, provide_host, schedule};
use crate::i18n::{Locale, provide_locale};
use crate::map::map_resources::provide_map_resources;
use atlas_engine::explorer::{Explorer, Opening};
use atlas_engine::portfolio::{Finding, PortfolioReader, Reading};
use leptos::mount::UnmountHandle;
use leptos::prelude::{GetUntracked, Owner, RwSignal};
use leptos::tachys::view::any_view::AnyViewState;
use std::cell::RefCell;
use std::mem;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many projects are read or indexed at a time.
const AT_A_TIME: usize = 100;

/// An open atlas, for the loader.
#[wasm_bindgen]
pub struct OpenAtlas {
    /// Of everything reactive in the atlas. Callbacks of the browser have no effect without it.
    owner: Owner,
    host: Rc<BrowserHost>,
    mounted: Mounted,
}

type Mounted = Rc<RefCell<Option<UnmountHandle<AnyViewState>>>>;

/// Opens an atlas in the element that the loader has prepared. Several can be open at a time.
#[wasm_bindgen]
pub fn open(loader: LoaderHost) -> OpenAtlas {
    let owner = Owner::new();
    let host = Rc::new(BrowserHost::new(loader, &owner));
    let mounted = Mounted::default();
    owner.with(|| {
        provide_host(host.clone());
        let mut fetched = host.fetched();
        let locale = provide_locale(layout::language::first_locale(&mut fetched));
        provide_map_resources();
        let opening = AtlasBeingOpened {
            fetched,
            locale,
            host: host.clone(),
            mounted: mounted.clone(),
        };
        read(opening);
    });
    OpenAtlas {
        owner,
        host,
        mounted,
    }
}

#[wasm_bindgen]
impl OpenAtlas {
    /// Shows the query of an address.
    pub fn navigate(&self, address: &str) {
        self.host.navigate(address);
    }

    /// Removes the atlas from its element. Nothing that was scheduled runs after that.
    pub fn close(self) {
        drop(self.mounted.take());
        self.owner.cleanup();
    }
}

struct AtlasBeingOpened {
    fetched: Fetched,
    locale: RwSignal<Locale>,
    host: Rc<BrowserHost>,
    mounted: Mounted,
}

/// Reads and indexes a portfolio in time slices, so that the browser can react between them.
fn read(mut atlas: AtlasBeingOpened) {
    let bytes = mem::take(&mut atlas.fetched.portfolio);
    let mut reader = Some(PortfolioReader::new(bytes));
    let mut atlas = Some(atlas);
    schedule::run_in_time_slices(move || {
        let goes_on = reader.as_mut().is_some_and(|reader| reader.step(AT_A_TIME));
        if !goes_on && let Some((reader, atlas)) = reader.take().zip(atlas.take()) {
            index(reader.finish(), atlas);
        }
        goes_on
    });
}

fn index(reading: Reading, atlas: AtlasBeingOpened) {
    let Reading {
        portfolio,
        findings,
    } = reading;
    let mut opening = portfolio.map(|it| layout::app::opening(it, &atlas.fetched));
    let mut rest = Some((findings, atlas));
    schedule::run_in_time_slices(move || {
        let goes_on = opening.as_mut().is_some_and(|it| it.step(AT_A_TIME));
        if !goes_on && let Some((findings, atlas)) = rest.take() {
            let explorer = opening.take().map(Opening::finish);
            if address::read().text.is_empty() {
                mount(explorer, findings, atlas, None);
            } else {
                // The first results are those of the search, whose code is not there yet.
                fetch::deferred(Box::new(|chunk| {
                    mount(
                        explorer,
                        findings,
                        atlas,
                        chunk.ok().map(DeferredChunk::from),
                    );
                }));
            }
        }
        goes_on
    });
}

fn mount(
    explorer: Option<Explorer>,
    findings: Vec<Finding>,
    atlas: AtlasBeingOpened,
    deferred: Option<DeferredChunk>,
) {
    let AtlasBeingOpened {
        fetched,
        locale,
        host,
        mounted,
    } = atlas;
    dom::progressive_render::begin();
    let mark_language = move || page::set_language(locale.get_untracked().language());
    let mount_point = host.empty_mount_point();
    // A prerendered page that is still visible may be in another language and direction.
    let is_beside = mount_point.hidden();
    if !is_beside {
        mark_language();
    }
    let handle = leptos::mount::mount_to(mount_point, move || {
        layout::app::app(explorer, findings, &fetched, locale, deferred)
    });
    mounted.replace(Some(handle));
    dom::progressive_render::go_on(move || {
        if is_beside {
            mark_language();
        }
        host.show();
    });
}
