use crate::filters::playback::{Passage, Playback};
use crate::filters::years::{Years, range, set};
use crate::host::chunk::OnDemandChunk;
use crate::host::{History, schedule};
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

/// How long each year is shown, in milliseconds.
const A_YEAR: u32 = 900;

/// Plays to the last years and then restores the range from before. Any other change of the query stops
/// it, and keeps the years that the visitor saw at that moment.
pub(crate) fn play(
    _loaded: OnDemandChunk,
    atlas: Atlas,
    whole: Years,
    playing: RwSignal<bool>,
    playback: &Playback,
) {
    playing.set(true);
    begin(atlas, whole, playback);
    let held = playback.clone();
    let halt = move || {
        // The signal is disposed when the page is redrawn in another language.
        let _is_there = playing.try_set(false);
        // An interval cannot be dropped within its own callback.
        let held = held.clone();
        schedule::soon(move || drop(held.borrow_mut().clock.take()));
    };
    let passage = playback.clone();
    let tick = schedule::interval(A_YEAR, move || {
        match playing.try_get_untracked() {
            Some(true) => {}
            Some(false) => return,
            None => return halt(),
        }
        let query = untrack(|| atlas.query());
        let (from, to) = range(&query, whole);
        let is_last = to >= whole.1;
        let is_undisturbed = passage.borrow().is_at(&query);
        if is_undisturbed && !is_last {
            let bar = years_of_bar(atlas);
            let next = (from + bar, whole.1.min(to + bar));
            step(atlas, next, whole, &passage);
            return;
        }
        if is_undisturbed {
            put_back(atlas, &passage);
        }
        halt();
    });
    playback.borrow_mut().clock = Some(tick);
}

/// Starts at the current range, or at the first years if there is none or it has reached the end.
fn begin(atlas: Atlas, whole: Years, playback: &Playback) {
    let query = untrack(|| atlas.query());
    // After a pause, the range from before the first year is still to be restored.
    if !playback.borrow().is_at(&query) {
        playback.borrow_mut().passage = Some(Passage {
            before: (query.from, query.to),
            now: query.clone(),
            has_step: false,
        });
    }
    let now = range(&query, whole);
    if now.1 >= whole.1 {
        let length = if now == whole {
            years_of_bar(atlas) - 1
        } else {
            now.1 - now.0
        };
        let first = (whole.0, whole.1.min(whole.0 + length));
        step(atlas, first, whole, playback);
    }
}

/// How many years a bar of the timeline shows: one, unless there are very many.
fn years_of_bar(atlas: Atlas) -> u16 {
    let explorer = atlas.explorer();
    let periods = explorer.facets().years.periods();
    periods.get(1).map_or(1, |(first, last)| last - first + 1)
}

/// Shows other years. All steps of a playback are one history entry.
fn step(atlas: Atlas, years: Years, whole: Years, playback: &Playback) {
    let mut playback = playback.borrow_mut();
    let Some(passage) = &mut playback.passage else {
        return;
    };
    let step = if passage.has_step {
        History::Replace
    } else {
        History::Push
    };
    set(atlas, step, years, whole);
    let now = untrack(|| atlas.query());
    passage.has_step |= !Arc::ptr_eq(&now, &passage.now);
    passage.now = now;
}

fn put_back(atlas: Atlas, playback: &Playback) {
    let passage = playback.borrow_mut().passage.take();
    if let Some(passage) = passage.filter(|passage| passage.has_step) {
        atlas.take_back(|query| (query.from, query.to) = passage.before);
    }
}
