//! The state of playing the timeline.

use atlas_engine::query::Query;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What the button and the passing years share.
pub(crate) type Playback = Rc<RefCell<State>>;

/// Whether the years pass, and how they began.
#[derive(Default)]
pub(crate) struct State {
    /// What lets a year pass, while they do.
    pub(crate) clock: Option<Interval>,
    pub(crate) passage: Option<Passage>,
}

impl State {
    /// Whether a query is the one that the passing years led to, and nobody has changed since.
    pub(crate) fn is_at(&self, query: &Arc<Query>) -> bool {
        let passage = self.passage.as_ref();
        passage.is_some_and(|passage| Arc::ptr_eq(&passage.now, query))
    }
}

/// The years that have begun to pass.
pub(crate) struct Passage {
    /// The range of the query before the first of them.
    pub(crate) before: (Option<u16>, Option<u16>),
    /// The query of the year that is shown.
    pub(crate) now: Arc<Query>,
    /// Whether “back” has a step for them already.
    pub(crate) has_step: bool,
}
