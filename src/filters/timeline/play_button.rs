use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::filters::timeline::play::play;
use crate::filters::timeline::playback::Playback;
use crate::filters::years::Years;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use leptos::prelude::*;

pub(super) fn play_button(atlas: Atlas, whole: Years) -> Element {
    let playback = Playback::default();
    let playing = atlas.playing();
    let label = move || {
        if playing.get() {
            Message::Pause
        } else {
            Message::Play
        }
    };
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
            play(atlas, whole, &playback);
        })
        .child(el("span").class("play__icon").attr("aria-hidden", "true"))
        .child(text(move || tr(label()).to_owned()))
}
