//! The whole record of one project, in a dialog over the page.

use super::card::opener_id;
use super::closer::record::whole_record;
use super::element::{Element, el};
use super::on_demand::on_demand;
use super::reactive::{count, part, react};
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings::Word;
use leptos::prelude::*;

/// The record that the address asks for, in a dialog; nothing where it asks for none.
pub(crate) fn open_record(atlas: Atlas) -> Element {
    let dialog = NodeRef::new();
    let mut opened_before = None;
    react(move || {
        let opened = atlas.opened();
        if let Some(dialog) = dialog.get() {
            page::show_dialog(&dialog, opened.is_some());
        }
        let closed = opened_before.filter(|_| opened.is_none());
        let explorer = atlas.explorer();
        if let Some(project) = closed.and_then(|record| explorer.project(record)) {
            page::focus_id_soon(opener_id(project), "#results");
        }
        opened_before = opened;
    });
    let close = move || atlas.change(Step::New, |query| query.project.clear());
    // Another query that opens the same record leaves it as it stands.
    let record = count(move || atlas.opened().map_or(0, |at| at + 1));
    let content = part(move || {
        (record.get() > 0).then(|| {
            let closer = el("button")
                .attr("type", "button")
                .class("record__close button button--quiet")
                .attr("aria-label", Word::Close)
                .on("click", move |_| close())
                .child(el("span").attr("aria-hidden", "true").child("×"));
            el("div")
                .class("record__page")
                .child(closer)
                .child(on_demand(atlas, whole_record))
                .finish()
        })
    });
    el("dialog")
        .class("record")
        .attr("aria-labelledby", "record-title")
        .hand_to(dialog)
        .on("cancel", move |event| {
            event.prevent_default();
            close();
        })
        .on("click", move |event| {
            // A click on the backdrop has the dialog itself as its target.
            if event.target() == event.current_target() {
                close();
            }
        })
        .child(content)
}
