use atlas_engine::query::Query;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

pub(super) type Playback = Rc<RefCell<State>>;

#[derive(Default)]
pub(super) struct State {
    /// Shows the next years at each tick; `None` while paused.
    pub(super) clock: Option<Interval>,
    pub(super) played: Option<PlayedRange>,
}

impl State {
    /// Whether the query is the one that playback led to, unchanged since.
    pub(super) fn is_at(&self, query: &Arc<Query>) -> bool {
        let played = self.played.as_ref();
        played.is_some_and(|played| Arc::ptr_eq(&played.now, query))
    }
}

pub(super) struct PlayedRange {
    pub(super) before: (Option<u16>, Option<u16>),
    pub(super) now: Arc<Query>,
    /// Whether playback has added its history entry.
    pub(super) has_history_entry: bool,
}
