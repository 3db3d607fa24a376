//! What a visitor may ask for and most do not: its code is fetched the first time.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::host::fetch::{self, FetchError};
use crate::i18n::{self, Message, tr_with};
use crate::state::{Atlas, Failure};
use leptos::prelude::*;

/// The code for looking closer, on its way.
#[derive(Clone)]
enum Closer {
    Waiting,
    Failed(FetchError),
    Ready(OnDemandChunk),
}

thread_local! {
    static CLOSER: ArcRwSignal<Option<Closer>> = ArcRwSignal::new(None);
}

fn shared() -> ArcRwSignal<Option<Closer>> {
    CLOSER.with(Clone::clone)
}

fn load() {
    shared().set(Some(Closer::Waiting));
    fetch::on_demand(Box::new(|piece| {
        shared().set(Some(match piece {
            Ok(piece) => Closer::Ready(piece),
            Err(why) => Closer::Failed(why),
        }));
    }));
}

/// Does something by [`crate::view::closer`] once that code is there, or tells why it does not come.
pub(crate) fn with_on_demand(atlas: Atlas, act: Box<dyn FnOnce(OnDemandChunk)>) {
    fetch::on_demand(Box::new(move |piece| match piece {
        Ok(piece) => {
            atlas.tell(None);
            act(piece);
        }
        Err(why) => atlas.tell(Some(Failure::Part(why))),
    }));
}

/// Draws by a function of [`crate::view::closer`], once that code is there; until then says that it is on
/// its way, or why it does not come and how to try again.
pub(crate) fn lazy(atlas: Atlas, draw: fn(OnDemandChunk, Atlas) -> Option<AnyView>) -> AnyView {
    if shared().get_untracked().is_none() {
        load();
    }
    dynamic(move || match shared().get().unwrap_or(Closer::Waiting) {
        Closer::Ready(piece) => draw(piece, atlas),
        Closer::Waiting => {
            let words = el("p")
                .class("on-demand")
                .attr("aria-busy", "true")
                .child(Message::Loading);
            Some(words.finish())
        }
        Closer::Failed(why) => Some(failed("on-demand", Message::PartFailed, why, load).finish()),
    })
}

/// That something did not come, `why`, and a button to ask for it again. The message has a place
/// for the reason.
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
