//! A chunk of the program as a resource that is fetched when it is first needed.

use crate::host::chunk::Loaded;
use crate::host::resource::{Load, Resource};
use crate::host::{Callback, FetchError};

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
