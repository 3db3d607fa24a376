//! The world's borders and the code that draws them, loaded once for every map on the page.

use crate::dom::progressive_render;
use crate::host::fetch::{self, FetchError, MapParts};
use crate::host::page;
use crate::map::view::decoded;
use atlas_engine::map::World;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
pub(crate) enum Borders {
    Waiting,
    Failed(FetchError),
    /// Having the world implies having the code that draws it: that code has decoded it.
    Ready(Arc<World>),
}

thread_local! {
    static BORDERS: ArcRwSignal<Option<Borders>> = ArcRwSignal::new(None);
}

fn shared() -> ArcRwSignal<Option<Borders>> {
    BORDERS.with(Clone::clone)
}

/// The borders, if they have arrived. The first call loads them.
pub(crate) fn map_data() -> Borders {
    let borders = shared();
    if borders.get_untracked().is_none() {
        load();
    }
    borders.get().unwrap_or(Borders::Waiting)
}

/// Loads the borders, for the first time or again.
pub(crate) fn load() {
    shared().set(Some(Borders::Waiting));
    // They are loaded once the projects can be read.
    page::after_paint(|| progressive_render::afterwards(Box::new(fetch)));
}

fn fetch() {
    fetch::map(|parts| {
        let borders = arrived(parts);
        // Decoding and drawing are separate tasks, so that a key pressed meanwhile is handled between.
        page::after_paint(move || shared().set(Some(borders)));
    });
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn bring(borders: Vec<u8>) {
    shared().set(Some(arrived(Ok(MapParts::at_hand(borders)))));
}

fn arrived(parts: Result<MapParts, FetchError>) -> Borders {
    let why = match parts {
        Ok(MapParts { chunk, borders }) => match decoded(chunk, &borders) {
            Some(world) => return Borders::Ready(world),
            None => FetchError::Damaged,
        },
        Err(why) => why,
    };
    Borders::Failed(why)
}
