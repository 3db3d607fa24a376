//! The button that plays the timeline. The code it needs is loaded when it is pressed.

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

pub(crate) fn play_button(atlas: Atlas, whole: Years, playing: RwSignal<bool>) -> Element {
    let playback = Playback::default();
    let label = move || {
        if playing.get() {
            Message::Pause
        } else {
            Message::Play
        }
    };
    // A function pointer, because no direct call may lead into a chunk.
    let play: fn(OnDemandChunk, Atlas, Years, RwSignal<bool>, &Playback) = play;
    el("button")
        .attr("type", "button")
        .class("play")
        .attr("data-playing", text(move || playing.get().to_string()))
        .on("click", move |_| {
            if playing.get_untracked() {
                // A pause keeps the year, because the visitor wants to look at it.
                playback.borrow_mut().clock = None;
                playing.set(false);
                return;
            }
            let playback = playback.clone();
            with_on_demand(
                atlas,
                Box::new(move |chunk| {
                    play(chunk, atlas, whole, playing, &playback);
                }),
            );
        })
        .child(el("span").class("play__icon").attr("aria-hidden", "true"))
        .child(text(move || tr(label()).to_owned()))
}
