//! Content that few visitors ask for: its code is loaded the first time.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::host::fetch::{self, FetchError};
use crate::i18n::{self, Message, tr_with};
use crate::state::{Atlas, Failure};
use leptos::prelude::*;

#[derive(Clone)]
enum Chunk {
    Waiting,
    Failed(FetchError),
    Ready(OnDemandChunk),
}

thread_local! {
    static CHUNK: ArcRwSignal<Option<Chunk>> = ArcRwSignal::new(None);
}

fn shared() -> ArcRwSignal<Option<Chunk>> {
    CHUNK.with(Clone::clone)
}

fn load() {
    shared().set(Some(Chunk::Waiting));
    fetch::on_demand(Box::new(|chunk| {
        shared().set(Some(match chunk {
            Ok(chunk) => Chunk::Ready(chunk),
            Err(why) => Chunk::Failed(why),
        }));
    }));
}

pub(crate) fn with_on_demand(atlas: Atlas, act: Box<dyn FnOnce(OnDemandChunk)>) {
    fetch::on_demand(Box::new(move |chunk| match chunk {
        Ok(chunk) => {
            atlas.report_failure(None);
            act(chunk);
        }
        Err(why) => atlas.report_failure(Some(Failure::Part(why))),
    }));
}

/// Draws with the on-demand chunk. Until it is loaded, shows that it is loading or why it failed.
pub(crate) fn lazy(atlas: Atlas, draw: fn(OnDemandChunk, Atlas) -> AnyView) -> AnyView {
    if shared().get_untracked().is_none() {
        load();
    }
    dynamic(move || match shared().get().unwrap_or(Chunk::Waiting) {
        Chunk::Ready(chunk) => Some(draw(chunk, atlas)),
        Chunk::Waiting => {
            let words = el("p")
                .class("on-demand")
                .attr("aria-busy", "true")
                .child(Message::Loading);
            Some(words.finish())
        }
        Chunk::Failed(why) => Some(failed("on-demand", Message::PartFailed, why, load).finish()),
    })
}

/// `message` has a placeholder for the reason.
pub(crate) fn failed(
    class: &'static str,
    message: Message,
    why: FetchError,
    load_again: fn(),
) -> Element {
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| load_again())
        .child(Message::TryAgain);
    el("div")
        .class(class)
        .attr("role", "alert")
        .child(el("p").child(tr_with(message, &[("reason", &i18n::reason(why))])))
        .child(again)
}
