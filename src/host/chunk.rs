//! Chunks of the program that are loaded on demand.
//!
//! The build splits them off (`xtask/src/build/chunks.rs`). Calling into a chunk before it is loaded
//! would end the program, so everything that leads into one takes a value that only loading it provides.

/// Proof that the map's code is loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapChunk(());

impl MapChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

/// Proof that a chunk is loaded. Which one, only its [`ChunkResource`](crate::host::chunk_resource::ChunkResource) knows, so that the signals of all
/// chunks have one type, whose code is compiled once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loaded(());

impl Loaded {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn chunk() -> Self {
        Self(())
    }
}

/// Proof that the on-demand code is loaded: records, tables, charts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnDemandChunk(Loaded);

/// Proof that the code is loaded that every visitor needs, but only after the first paint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeferredChunk(Loaded);

/// Proof that the further code is loaded: dialogs, the network and the filter by amount.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FurtherChunk(Loaded);

impl From<Loaded> for OnDemandChunk {
    fn from(loaded: Loaded) -> Self {
        Self(loaded)
    }
}

impl From<Loaded> for DeferredChunk {
    fn from(loaded: Loaded) -> Self {
        Self(loaded)
    }
}

impl From<Loaded> for FurtherChunk {
    fn from(loaded: Loaded) -> Self {
        Self(loaded)
    }
}
