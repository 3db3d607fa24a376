//! The button that lets the years pass by themselves; what it does is fetched when it is pressed.

use super::closer::year_play::play;
use super::element::{Element, el};
use super::on_demand::with_closer;
use super::reactive::text;
use super::timeline::Years;
use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use crate::i18n::{Message, tr};
use atlas_engine::query::Query;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What the button and the passing years share.
pub(super) type Playback = Rc<RefCell<State>>;

/// Whether the years pass, and how they began.
#[derive(Default)]
pub(super) struct State {
    /// What lets a year pass, while they do.
    pub(super) clock: Option<Interval>,
    pub(super) passage: Option<Passage>,
}

impl State {
    /// Whether a query is the one that the passing years led to, and nobody has changed since.
    pub(super) fn is_at(&self, query: &Arc<Query>) -> bool {
        let passage = self.passage.as_ref();
        passage.is_some_and(|passage| Arc::ptr_eq(&passage.now, query))
    }
}

/// The years that have begun to pass.
pub(super) struct Passage {
    /// The range of the query before the first of them.
    pub(super) before: (Option<u16>, Option<u16>),
    /// The query of the year that is shown.
    pub(super) now: Arc<Query>,
    /// Whether “back” has a step for them already.
    pub(super) has_step: bool,
}

/// Lets the years pass, and halts them.
pub(crate) fn play_button(atlas: Atlas, whole: Years, playing: RwSignal<bool>) -> Element {
    let playback = Playback::default();
    let label = move || {
        if playing.get() {
            Message::Pause
        } else {
            Message::Play
        }
    };
    // Through a pointer: nothing else leads into a piece of the program.
    let play: fn(CloserPiece, Atlas, Years, RwSignal<bool>, &Playback) = play;
    el("button")
        .attr("type", "button")
        .class("play")
        .attr("data-playing", text(move || playing.get().to_string()))
        .on("click", move |_| {
            if playing.get_untracked() {
                // A pause keeps the year: the visitor wants to look at it.
                playback.borrow_mut().clock = None;
                playing.set(false);
                return;
            }
            let playback = playback.clone();
            with_closer(
                atlas,
                Box::new(move |piece| {
                    play(piece, atlas, whole, playing, &playback);
                }),
            );
        })
        .child(el("span").class("play__sign").attr("aria-hidden", "true"))
        .child(text(move || tr(label()).to_owned()))
}
