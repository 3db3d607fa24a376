//! More detailed borders, loaded when a visitor zooms in.

use crate::host::fetch;
use atlas_engine::map::World;
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;

thread_local! {
    static DETAIL: ArcRwSignal<Option<Arc<World>>> = ArcRwSignal::new(None);
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

pub(crate) fn detail() -> Option<Arc<World>> {
    DETAIL.with(Clone::clone).get()
}

/// If loading fails, the map stays as it is, and zooming in again retries.
pub(crate) fn ask_for_detail() {
    if ASKED.replace(true) {
        return;
    }
    fetch::detailed_borders(|bytes| {
        let world = bytes.and_then(|bytes| World::decode(&bytes).ok());
        ASKED.set(world.is_some());
        if let Some(world) = world {
            DETAIL.with(Clone::clone).set(Some(Arc::new(world)));
        }
    });
}
