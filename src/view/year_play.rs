//! The years passing by themselves.

use super::element::{Element, el};
use super::reactive::text;
use super::timeline::{Years, range, set};
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings::{Word, say};
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// How long each year stays, in milliseconds.
const A_YEAR: u32 = 900;

/// A button that lets the range pass from the first years to the last, a year at a time, and
/// halts it. Any other change of the query halts it too.
pub(crate) fn play_button(atlas: Atlas, whole: Years, playing: RwSignal<bool>) -> Element {
    let clock = Rc::new(RefCell::new(None::<Interval>));
    let label = move || {
        if playing.get() {
            Word::Pause
        } else {
            Word::Play
        }
    };
    el("button")
        .attr("type", "button")
        .class("play")
        .attr("data-playing", text(move || playing.get().to_string()))
        .on("click", move |_| {
            if playing.get_untracked() {
                clock.replace(None);
                playing.set(false);
                return;
            }
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
                if !std::sync::Arc::ptr_eq(&query, &expected) || to >= whole.1 {
                    halt();
                    return;
                }
                set(atlas, Step::Same, (from + 1, to + 1), whole);
                expected = untrack(|| atlas.query());
            });
            clock.replace(Some(tick));
        })
        .child(el("span").class("play__sign").attr("aria-hidden", "true"))
        .child(text(move || say(label()).to_owned()))
}

/// Begins where the range is; at the first year where there is none, or it has come to its end.
fn first_years(atlas: Atlas, whole: Years) -> std::sync::Arc<atlas_engine::query::Query> {
    let now = range(&untrack(|| atlas.query()), whole);
    if now.1 >= whole.1 {
        let length = if now == whole { 0 } else { now.1 - now.0 };
        set(atlas, Step::New, (whole.0, whole.0 + length), whole);
    }
    untrack(|| atlas.query())
}
