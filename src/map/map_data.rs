//! The world's borders and the code that draws them, fetched once for every map on the page.

use crate::dom::progressive_render;
use crate::host::fetch::{self, FetchError, MapParts};
use crate::host::page;
use crate::map::view::decoded;
use atlas_engine::map::World;
use leptos::prelude::*;
use std::sync::Arc;

/// The borders, on their way.
#[derive(Clone)]
pub(crate) enum Borders {
    Waiting,
    Failed(FetchError),
    /// Whoever has the world has the code that draws it, too: that code has decoded it.
    Ready(Arc<World>),
}

thread_local! {
    static BORDERS: ArcRwSignal<Option<Borders>> = ArcRwSignal::new(None);
}

fn shared() -> ArcRwSignal<Option<Borders>> {
    BORDERS.with(Clone::clone)
}

/// The borders as far as they have come; who reads them runs again when they arrive. The first to
/// ask has them fetched.
pub(crate) fn map_data() -> Borders {
    let borders = shared();
    if borders.get_untracked().is_none() {
        load();
    }
    borders.get().unwrap_or(Borders::Waiting)
}

/// Fetches the borders, be it again.
pub(crate) fn load() {
    shared().set(Some(Borders::Waiting));
    // They come once the projects are there to be read.
    page::after_paint(|| progressive_render::afterwards(Box::new(fetch)));
}

fn fetch() {
    fetch::map(|parts| {
        let borders = arrived(parts);
        // Decoding and drawing are two pieces of work: a key pressed meanwhile comes between.
        page::after_paint(move || shared().set(Some(borders)));
    });
}

/// Takes borders that were read where nothing is fetched.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn bring(borders: Vec<u8>) {
    shared().set(Some(arrived(Ok(MapParts::at_hand(borders)))));
}

fn arrived(parts: Result<MapParts, FetchError>) -> Borders {
    let why = match parts {
        Ok(MapParts { piece, borders }) => match decoded(piece, &borders) {
            Some(world) => return Borders::Ready(world),
            None => FetchError::Damaged,
        },
        Err(why) => why,
    };
    Borders::Failed(why)
}
