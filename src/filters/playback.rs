use atlas_engine::query::Query;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

pub(crate) type Playback = Rc<RefCell<State>>;

#[derive(Default)]
pub(crate) struct State {
    /// Shows the next years at each tick; `None` while paused.
    pub(crate) clock: Option<Interval>,
    pub(crate) played: Option<PlayedRange>,
}

impl State {
    /// Whether the query is the one that playback led to, unchanged since.
    pub(crate) fn is_at(&self, query: &Arc<Query>) -> bool {
        let played = self.played.as_ref();
        played.is_some_and(|played| Arc::ptr_eq(&played.now, query))
    }
}

pub(crate) struct PlayedRange {
    pub(crate) before: (Option<u16>, Option<u16>),
    pub(crate) now: Arc<Query>,
    /// Whether playback has added its history entry.
    pub(crate) has_history_entry: bool,
}
