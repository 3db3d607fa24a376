//! The button that lets the years pass by themselves; what it does is fetched when it is pressed.

use crate::components::lazy::with_on_demand;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::filters::play::play;
use crate::filters::playback::Playback;
use crate::filters::years::Years;
use crate::host::chunk::OnDemandChunk;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use leptos::prelude::*;

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
    let play: fn(OnDemandChunk, Atlas, Years, RwSignal<bool>, &Playback) = play;
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
            with_on_demand(
                atlas,
                Box::new(move |piece| {
                    play(piece, atlas, whole, playing, &playback);
                }),
            );
        })
        .child(el("span").class("play__sign").attr("aria-hidden", "true"))
        .child(text(move || tr(label()).to_owned()))
}
