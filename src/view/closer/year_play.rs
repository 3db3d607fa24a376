//! The years passing by themselves.

use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::browser::piece::CloserPiece;
use crate::view::timeline::{Years, range, set};
use crate::view::year_play::Clock;
use atlas_engine::query::Query;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::sync::Arc;

/// How long each year stays, in milliseconds.
const A_YEAR: u32 = 900;

/// Lets the range pass from the first years to the last, a year at a time. Any other change of the
/// query halts it.
pub(in crate::view) fn play(
    _loaded: CloserPiece,
    atlas: Atlas,
    whole: Years,
    playing: RwSignal<bool>,
    clock: &Clock,
) {
    playing.set(true);
    let mut expected = first_years(atlas, whole);
    let held = clock.clone();
    let halt = move || {
        playing.set(false);
        // A clock cannot be dropped from within its own tick.
        let held = held.clone();
        page::soon(move || drop(held.take()));
    };
    let tick = Interval::new(A_YEAR, move || {
        let query = untrack(|| atlas.query());
        let (from, to) = range(&query, whole);
        if !playing.get_untracked() {
            return;
        }
        if !Arc::ptr_eq(&query, &expected) || to >= whole.1 {
            halt();
            return;
        }
        set(atlas, Step::Same, (from + 1, to + 1), whole);
        expected = untrack(|| atlas.query());
    });
    clock.replace(Some(tick));
}

/// Begins where the range is; at the first year where there is none, or it has come to its end.
fn first_years(atlas: Atlas, whole: Years) -> Arc<Query> {
    let now = range(&untrack(|| atlas.query()), whole);
    if now.1 >= whole.1 {
        let length = if now == whole { 0 } else { now.1 - now.0 };
        set(atlas, Step::New, (whole.0, whole.0 + length), whole);
    }
    untrack(|| atlas.query())
}
