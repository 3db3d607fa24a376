//! Handing a record on: its address, its citation, its place among those to compare, paper.

use crate::atlas::Atlas;
use crate::browser::{address, clipboard, page};
use crate::strings::{Word, say};
use crate::view::compare_toggle::compare_toggle;
use crate::view::element::{Element, el};
use crate::view::reactive::{part, text};
use atlas_engine::portfolio::Project;
use atlas_engine::query::Query;
use leptos::prelude::*;

/// What became of a copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotAsked,
    Done,
    Refused,
}

/// Buttons that copy the record's address, put it among those to compare, or print it.
pub(super) fn sharing(atlas: Atlas, project: &Project) -> Vec<Element> {
    let link = address::absolute(&Query {
        project: project.id.clone(),
        ..Query::default()
    });
    let copied = RwSignal::new(Copied::NotAsked);
    let copies = link.clone();
    let copy = tool("copy-link", Word::CopyLink).on("click", move |_| {
        copied.set(Copied::NotAsked);
        clipboard::copy(&copies, move |went_well| {
            copied.set(if went_well {
                Copied::Done
            } else {
                Copied::Refused
            });
        });
    });
    let print = tool("print", Word::Print).on("click", |_| page::print());
    let said = text(move || {
        let word = match copied.get() {
            Copied::NotAsked => return String::new(),
            Copied::Done => Word::LinkCopied,
            Copied::Refused => Word::CopyByHand,
        };
        say(word).to_owned()
    });
    let by_hand = part(move || {
        let link = || el("code").class("record__link").child(link.clone());
        (copied.get() == Copied::Refused).then(|| link().finish())
    });
    let tools = el("div")
        .class("record__tools")
        .child(copy)
        .child(compare_toggle(atlas, project))
        .child(print)
        .child(
            el("p")
                .class("record__said")
                .attr("aria-live", "polite")
                .child(said),
        );
    vec![tools, el("div").child(by_hand)]
}

fn tool(class: &'static str, name: Word) -> Element {
    el("button")
        .attr("type", "button")
        .class(["button button--quiet record__tool record__tool--", class].concat())
        .child(name)
}
