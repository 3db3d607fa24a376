use crate::host::chunk::MapChunk;
use atlas_engine::map::World;
use std::sync::Arc;

/// Decodes the file of the world's borders; `None` if it is damaged.
// Not inlined: an inlined entry point would be in the main program, before the chunk is loaded.
#[inline(never)]
pub(crate) fn decoded(_loaded: MapChunk, borders: &[u8]) -> Option<Arc<World>> {
    World::decode(borders).ok().map(Arc::new)
}
