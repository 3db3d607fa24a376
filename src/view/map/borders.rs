//! The world's borders, fetched once for every map on the page.

use crate::browser::fetch::{self, FetchError};
use crate::browser::page;
use crate::strings::{Word, fill, say};
use atlas_engine::map::World;
use leptos::prelude::*;
use std::sync::Arc;

/// The borders, on their way.
#[derive(Clone)]
pub(super) enum Borders {
    Waiting,
    Failed(String),
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
pub(super) fn borders() -> Borders {
    let borders = shared();
    if borders.get_untracked().is_none() {
        load();
    }
    borders.get().unwrap_or(Borders::Waiting)
}

/// Fetches the borders, be it again.
pub(super) fn load() {
    shared().set(Some(Borders::Waiting));
    // They come after the first paint: the projects are there to be read meanwhile.
    page::after_paint(|| fetch::geometry(|bytes| shared().set(Some(decoded(bytes)))));
}

fn decoded(bytes: Result<Vec<u8>, FetchError>) -> Borders {
    match bytes.map(|bytes| World::decode(&bytes)) {
        Ok(Ok(world)) => Borders::Ready(Arc::new(world)),
        Ok(Err(_)) => Borders::Failed(say(Word::ReasonDamaged).to_owned()),
        Err(FetchError::Network) => Borders::Failed(say(Word::ReasonNetwork).to_owned()),
        Err(FetchError::Status(status)) => {
            Borders::Failed(fill(Word::ReasonStatus, &[("status", &status.to_string())]))
        }
    }
}
