//! The button that lets the years pass by themselves; what it does is fetched when it is pressed.

use super::closer::year_play::play;
use super::element::{Element, el};
use super::on_demand::with_closer;
use super::reactive::text;
use super::timeline::Years;
use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use crate::strings::{Word, say};
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What lets a year pass, while they do.
pub(super) type Clock = Rc<RefCell<Option<Interval>>>;

/// Lets the years pass, and halts them.
pub(crate) fn play_button(atlas: Atlas, whole: Years, playing: RwSignal<bool>) -> Element {
    let clock = Clock::default();
    let label = move || {
        if playing.get() {
            Word::Pause
        } else {
            Word::Play
        }
    };
    // Through a pointer: nothing else leads into a piece of the program.
    let play: fn(CloserPiece, Atlas, Years, RwSignal<bool>, &Clock) = play;
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
            let clock = clock.clone();
            with_closer(
                atlas,
                Box::new(move |piece| {
                    play(piece, atlas, whole, playing, &clock);
                }),
            );
        })
        .child(el("span").class("play__sign").attr("aria-hidden", "true"))
        .child(text(move || say(label()).to_owned()))
}
