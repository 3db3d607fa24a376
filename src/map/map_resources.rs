//! The world's borders and the code that draws them, loaded once for every map of an atlas.

use crate::dom::progressive_render;
use crate::host::resource::{Load, Resource};
use crate::host::{Callback, FetchError, MapParts, fetch, schedule};
use crate::map::decode::decoded;
use atlas_engine::map::{Frame, World};
use leptos::prelude::*;
use std::sync::Arc;

// The types below are of this module, so that code which is generic over them stays in the main program:
// what is named after a type of the map's chunk is in that chunk, even the code that drops an empty value.

/// Having a world implies having the code that draws it: that code has decoded it.
#[derive(Clone)]
pub(crate) struct SharedWorld(pub Arc<World>);

/// The land of a frame that shows the whole world: a path of land, and one of dots for small land.
#[derive(Clone)]
pub(crate) struct Land {
    pub frame: Frame,
    pub paths: [String; 2],
}

#[derive(Clone, Copy)]
struct MapResources {
    world: Resource<SharedWorld>,
    /// More detailed borders, for zooming in.
    detail: Resource<SharedWorld>,
    land: StoredValue<Option<Land>>,
}

/// Lets the maps of an atlas share their data.
pub(crate) fn provide_map_resources() {
    provide_context(MapResources {
        world: Resource::new(fetch_world),
        detail: Resource::new(fetch_detail),
        land: StoredValue::new(None),
    });
}

/// Map data that is at hand, for prerendering.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn set_world(parts: &MapParts) {
    if let (Some(data), Ok(world)) = (use_context::<MapResources>(), decode(parts)) {
        data.world.set(Load::Ready(world));
    }
}

/// The world, if it has arrived, tracked. The first call fetches it.
pub(crate) fn world() -> Load<SharedWorld> {
    let data = use_context::<MapResources>();
    data.map_or(Load::Waiting, |data| data.world.get())
}

/// Fetches the world again after a failure.
pub(crate) fn fetch_world_again() {
    if let Some(data) = use_context::<MapResources>() {
        data.world.fetch();
    }
}

/// The detailed borders, if they have arrived, tracked.
pub(crate) fn detail() -> Option<Arc<World>> {
    let detail = use_context::<MapResources>()?.detail.ready();
    detail.map(|it| it.0)
}

/// If fetching the detailed borders fails, the map stays as it is, and zooming in again retries.
pub(crate) fn fetch_detail_once() {
    if let Some(data) = use_context::<MapResources>() {
        data.detail.fetch();
    }
}

/// Where the drawn land is kept.
pub(crate) fn kept_land() -> Option<StoredValue<Option<Land>>> {
    use_context::<MapResources>().map(|data| data.land)
}

fn fetch_world(arrived: Callback<Result<SharedWorld, FetchError>>) {
    // Once the projects can be read.
    schedule::after_paint(|| {
        progressive_render::afterwards(Box::new(|| {
            fetch::borders(fetch::BORDERS, |parts| {
                let world = parts.and_then(|parts| decode(&parts));
                // Decoding and drawing are separate tasks, so that a key pressed meanwhile is handled
                // between.
                schedule::after_paint(move || arrived(world));
            });
        }));
    });
}

fn fetch_detail(arrived: Callback<Result<SharedWorld, FetchError>>) {
    fetch::borders(fetch::DETAILED_BORDERS, |parts| {
        arrived(parts.and_then(|parts| decode(&parts)));
    });
}

fn decode(parts: &MapParts) -> Result<SharedWorld, FetchError> {
    let world = decoded(parts.chunk, &parts.borders);
    world.map(SharedWorld).ok_or(FetchError::Damaged)
}
