//! What a visitor may ask for and most do not: its code is fetched the first time.

use super::element::{Element, el};
use super::reactive::part;
use crate::atlas::{Atlas, Failure};
use crate::browser::fetch::{self, FetchError};
use crate::browser::piece::CloserPiece;
use crate::i18n::{self, Message, tr_with};
use leptos::prelude::*;

/// The code for looking closer, on its way.
#[derive(Clone)]
enum Closer {
    Waiting,
    Failed(FetchError),
    Ready(CloserPiece),
}

thread_local! {
    static CLOSER: ArcRwSignal<Option<Closer>> = ArcRwSignal::new(None);
}

fn shared() -> ArcRwSignal<Option<Closer>> {
    CLOSER.with(Clone::clone)
}

fn load() {
    shared().set(Some(Closer::Waiting));
    fetch::closer(Box::new(|piece| {
        shared().set(Some(match piece {
            Ok(piece) => Closer::Ready(piece),
            Err(why) => Closer::Failed(why),
        }));
    }));
}

/// Does something by [`super::closer`] once that code is there, or tells why it does not come.
pub(crate) fn with_closer(atlas: Atlas, act: Box<dyn FnOnce(CloserPiece)>) {
    fetch::closer(Box::new(move |piece| match piece {
        Ok(piece) => {
            atlas.tell(None);
            act(piece);
        }
        Err(why) => atlas.tell(Some(Failure::Part(why))),
    }));
}

/// Draws by a function of [`super::closer`], once that code is there; until then says that it is on
/// its way, or why it does not come and how to try again.
pub(crate) fn on_demand(atlas: Atlas, draw: fn(CloserPiece, Atlas) -> Option<AnyView>) -> AnyView {
    if shared().get_untracked().is_none() {
        load();
    }
    part(move || match shared().get().unwrap_or(Closer::Waiting) {
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
pub(super) fn failed(
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
