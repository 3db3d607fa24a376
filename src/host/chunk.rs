//! Chunks of the program that are loaded on demand.
//!
//! The build splits them off (`xtask/src/build/chunks.rs`). Calling into a chunk before it is loaded
//! would end the program, so everything that leads into one takes a value that only loading it provides.

use crate::host::resource::{Load, Resource};
use crate::host::{Callback, FetchError};

/// Proof that the map's code is loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapChunk(());

impl MapChunk {
    /// Only for code that has just loaded the chunk.
    pub(crate) fn loaded() -> Self {
        Self(())
    }
}

/// Proof that a chunk is loaded. Which one, only its [`ChunkResource`] knows, so that the signals of all
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

/// A [`Resource`] that is a chunk, with the proof `T` that it is loaded.
pub(crate) struct ChunkResource<T> {
    resource: Resource<Loaded>,
    proof: fn(Loaded) -> T,
}

impl<T> Clone for ChunkResource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ChunkResource<T> {}

impl<T: From<Loaded> + 'static> ChunkResource<T> {
    pub(crate) fn new(fetch: fn(Callback<Result<Loaded, FetchError>>)) -> Self {
        Self {
            resource: Resource::new(fetch),
            proof: T::from,
        }
    }

    /// See [`Resource::get`].
    pub(crate) fn get(self) -> Load<T> {
        match self.resource.get() {
            Load::Waiting => Load::Waiting,
            Load::Failed(why) => Load::Failed(why),
            Load::Ready(loaded) => Load::Ready((self.proof)(loaded)),
        }
    }

    /// See [`Resource::ready`].
    pub(crate) fn ready(self) -> Option<T> {
        self.resource.ready().map(self.proof)
    }

    /// See [`Resource::fetch`].
    pub(crate) fn fetch(self) {
        self.resource.fetch();
    }

    /// Only for code that has just loaded the chunk.
    pub(crate) fn set_loaded(self) {
        self.resource.set(Load::Ready(Loaded::chunk()));
    }
}
