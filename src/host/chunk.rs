//! Chunks of the program that are loaded on demand.
//!
//! The build splits them off (`xtask/src/build/chunks.rs`). Calling into a chunk before it is loaded
//! would end the program, so everything that leads into one takes a value that only loading it provides.

/// Proof that the map's code is loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapChunk(());

/// Proof that the on-demand code is loaded: records, tables, charts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnDemandChunk(());

/// Proof that the code is loaded of what hardly any visitor opens: sharing, the keys, what is wrong in the
/// file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RareChunk(());

/// Proof that the code is loaded that every visitor needs, but only after the first paint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeferredChunk(());

impl DeferredChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

impl OnDemandChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

impl RareChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

impl MapChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}
