use crate::components::selection::extent_of_results;
use crate::dom::dynamic::{effect, text};
use crate::dom::element::{Element, el};
use crate::filters::active_filters::{active_filters, clear_all};
use crate::host::resource::Load;
use crate::host::schedule;
use crate::i18n::{self, Message, tr};
use crate::state::Atlas;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// How long typing must pause before the results are announced, in milliseconds.
const TYPING_PAUSE: u32 = 400;

/// “2 of 6 projects in Romania, 13 countries, 2007–2012”, with the filters as chips. Assistive
/// technology announces each change once: not every letter typed, and not while the timeline plays.
pub(crate) fn summary(atlas: Atlas) -> Element {
    let playing = atlas.playing();
    let of = atlas.explorer().portfolio().projects.len() as u32;
    let count = move || {
        let search = atlas.is_searching().then(|| atlas.deferred().get());
        if matches!(search, Some(Load::Waiting)) {
            tr(Message::Loading).to_owned()
        } else if atlas.query().narrows() && !matches!(search, Some(Load::Failed(_))) {
            i18n::shown_of(atlas.shown(), of)
        } else {
            i18n::projects(of)
        }
    };
    let announcement = RwSignal::new(untrack(count));
    let (mut text_before, mut waiting) = (untrack(|| atlas.query()).text.clone(), None::<Timeout>);
    effect(move || {
        let (count, typed) = (count(), &atlas.query().text);
        let is_typing = *typed != text_before;
        text_before.clone_from(typed);
        // Drops the pending announcement together with its timer.
        drop(waiting.take());
        if is_typing {
            waiting = Some(schedule::timeout(TYPING_PAUSE, move || {
                announce(announcement, count);
            }));
        } else {
            announce(announcement, count);
        }
    });
    let heading = el("h2").class("summary__heading").child(
        el("span")
            .class("summary__count")
            .attr("role", "status")
            .attr(
                "aria-live",
                text(move || if playing.get() { "off" } else { "polite" }.to_owned()),
            )
            .child(text(move || announcement.get())),
    );
    let details = el("div")
        .class("summary__details")
        .child(active_filters(atlas))
        .child(
            el("span")
                .class("summary__extent")
                .child(text(move || extent_of_results(atlas))),
        )
        .child(" ")
        .child(clear_all(atlas));
    el("div").class("summary").child(heading).child(details)
}

fn announce(announcement: RwSignal<String>, words: String) {
    if announcement.with_untracked(|announcement| *announcement != words) {
        announcement.set(words);
    }
}
