//! The keys that the page reacts to.

use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::i18n::Message;
use crate::state::Atlas;
use leptos::prelude::*;

pub(crate) const TITLE_ID: &str = "keys-title";

const KEYS: [(&[&str], Message); 6] = [
    (&["/"], Message::KeySearch),
    (&["?"], Message::KeyHelp),
    (&["↑", "↓", "←", "→"], Message::KeyWithin),
    (&["Home", "End"], Message::KeyEnds),
    (&["←", "→"], Message::KeyRecord),
    (&["Esc"], Message::KeyClose),
];

pub(crate) fn keyboard_help(_loaded: OnDemandChunk, _: Atlas) -> AnyView {
    let lines = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| el("kbd").child(*key));
        el("div")
            .class("keys__line")
            .child(el("dt").child(keys.collect::<Vec<_>>()))
            .child(el("dd").child(*what))
    });
    el("div")
        .child(el("h2").attr("id", TITLE_ID).child(Message::Keys))
        .child(
            el("dl")
                .class("keys")
                .child(lines.collect::<Vec<Element>>()),
        )
        .finish()
}
