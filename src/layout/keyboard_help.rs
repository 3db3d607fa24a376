//! The keys that the page reacts to.

use crate::dom::element::{Element, el};
use crate::host::chunk::FurtherChunk;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use leptos::prelude::*;

pub(crate) const TITLE_ID: &str = "keys-title";

/// What a keyboard has on a key.
#[derive(Clone, Copy)]
enum Key {
    Character(&'static str),
    Named(Message),
}

use Key::{Character, Named};

const KEYS: [(&[Key], Message); 6] = [
    (&[Character("/")], Message::KeySearch),
    (&[Character("?")], Message::KeyHelp),
    (
        &[
            Character("↑"),
            Character("↓"),
            Character("←"),
            Character("→"),
        ],
        Message::KeyWithin,
    ),
    (
        &[Named(Message::KeyNameHome), Named(Message::KeyNameEnd)],
        Message::KeyEnds,
    ),
    (&[Character("←"), Character("→")], Message::KeyRecord),
    (&[Named(Message::KeyNameEscape)], Message::KeyClose),
];

pub(crate) fn keyboard_help(_loaded: FurtherChunk, _: Atlas) -> AnyView {
    let lines = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| {
            el("kbd").child(match *key {
                Character(character) => character,
                Named(name) => tr(name),
            })
        });
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
