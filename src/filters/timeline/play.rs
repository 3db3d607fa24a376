use crate::filters::timeline::playback::{Playback, PlayedRange};
use crate::filters::years::{Years, range, set};
use crate::host::{History, schedule};
use crate::state::Atlas;
use leptos::prelude::*;
use std::sync::Arc;

/// How long each year is shown, in milliseconds.
const YEAR_DURATION: u32 = 900;

/// Plays to the last years and then restores the range from before. Any other change of the query stops
/// it, and keeps the years that the visitor saw at that moment.
pub(super) fn play(atlas: Atlas, whole: Years, playback: &Playback) {
    let playing = atlas.playing();
    playing.set(true);
    begin(atlas, whole, playback);
    let held = playback.clone();
    let stop = move || {
        // The signal is disposed when the page is redrawn in another language.
        let _is_there = playing.try_set(false);
        // An interval cannot be dropped within its own callback.
        let held = held.clone();
        schedule::soon(move || drop(held.borrow_mut().clock.take()));
    };
    let played = playback.clone();
    let tick = schedule::interval(YEAR_DURATION, move || {
        match playing.try_get_untracked() {
            Some(true) => {}
            Some(false) => return,
            None => return stop(),
        }
        let query = untrack(|| atlas.query());
        let (from, to) = range(&query, whole);
        let is_last = to >= whole.1;
        let is_unchanged = played.borrow().is_at(&query);
        if is_unchanged && !is_last {
            let bar = years_of_bar(atlas);
            let next = (from + bar, whole.1.min(to + bar));
            step(atlas, next, whole, &played);
            return;
        }
        if is_unchanged {
            restore_range(atlas, &played);
        }
        stop();
    });
    playback.borrow_mut().clock = Some(tick);
}

/// Starts at the current range, or at the first years if there is none or it has reached the end.
fn begin(atlas: Atlas, whole: Years, playback: &Playback) {
    let query = untrack(|| atlas.query());
    // After a pause, the range from before the first year is still to be restored.
    if !playback.borrow().is_at(&query) {
        playback.borrow_mut().played = Some(PlayedRange {
            before: (query.from, query.to),
            now: query.clone(),
            has_history_entry: false,
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
    let Some(played) = &mut playback.played else {
        return;
    };
    let step = if played.has_history_entry {
        History::Replace
    } else {
        History::Push
    };
    set(atlas, step, years, whole);
    let now = untrack(|| atlas.query());
    played.has_history_entry |= !Arc::ptr_eq(&now, &played.now);
    played.now = now;
}

fn restore_range(atlas: Atlas, playback: &Playback) {
    let played = playback.borrow_mut().played.take();
    if let Some(played) = played.filter(|played| played.has_history_entry) {
        atlas.take_back(|query| (query.from, query.to) = played.before);
    }
}
