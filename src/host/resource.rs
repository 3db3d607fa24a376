//! Something that is fetched once for all parts of an atlas that use it, the first time one does.

use crate::host::{Callback, FetchError};
use leptos::prelude::*;

#[derive(Clone)]
pub(crate) enum Load<T> {
    Waiting,
    Failed(FetchError),
    Ready(T),
}

pub(crate) struct Resource<T: Send + Sync + 'static> {
    /// `None` before anything has asked for it.
    state: RwSignal<Option<Load<T>>>,
    fetch: fn(Callback<Result<T, FetchError>>),
}

impl<T: Send + Sync + 'static> Clone for Resource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Resource<T> {}

impl<T: Clone + Send + Sync + 'static> Resource<T> {
    pub(crate) fn new(fetch: fn(Callback<Result<T, FetchError>>)) -> Self {
        Self {
            state: RwSignal::new(None),
            fetch,
        }
    }

    /// Its state, tracked. Starts fetching if nothing has yet.
    pub(crate) fn get(self) -> Load<T> {
        if self.state.with_untracked(Option::is_none) {
            self.fetch();
        }
        self.state.get().unwrap_or(Load::Waiting)
    }

    /// Its value if it is there, tracked. Starts nothing.
    pub(crate) fn ready(self) -> Option<T> {
        match self.state.get() {
            Some(Load::Ready(value)) => Some(value),
            _ => None,
        }
    }

    /// Fetches it, for the first time or after a failure.
    pub(crate) fn fetch(self) {
        if matches!(
            self.state.get_untracked(),
            Some(Load::Waiting | Load::Ready(_))
        ) {
            return;
        }
        self.state.set(Some(Load::Waiting));
        (self.fetch)(Box::new(move |fetched| {
            self.set(match fetched {
                Ok(value) => Load::Ready(value),
                Err(why) => Load::Failed(why),
            });
        }));
    }

    pub(crate) fn set(self, state: Load<T>) {
        self.state.set(Some(state));
    }
}
