//! The whole record of one project, in a dialog over the page.

use super::card::opener_id;
use super::closer::record::whole_record;
use super::element::{Element, el};
use super::on_demand::on_demand;
use super::reactive::{count, part, react};
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::i18n::Message;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::rc::Rc;

/// The id of the open record's heading.
pub(super) const TITLE_ID: &str = "record-title";

/// The record that the address asks for, in a dialog; nothing where it asks for none.
///
/// The window is called after it, or else by the `title` of the portfolio.
pub(crate) fn open_record(atlas: Atlas, title: String) -> Element {
    let dialog = Rc::new(OnceCell::new());
    let shown = dialog.clone();
    let (mut opened_before, mut opener) = (None, None);
    react(move || {
        let opened = atlas.opened();
        let explorer = atlas.explorer();
        let project = opened.and_then(|at| explorer.project(at));
        page::set_title(project.map_or(&title, |project| &project.title));
        if opened_before.is_none() && opened.is_some() {
            opener = page::focused();
        }
        if let Some(dialog) = shown.get() {
            page::show_dialog(dialog, opened.is_some());
        }
        match (opened_before, opened) {
            (Some(closed), None) => {
                if let Some(project) = atlas.explorer().project(closed) {
                    page::return_focus_soon(opener.take(), opener_id(project), page::RESULTS);
                }
            }
            (Some(before), Some(now)) if before != now => {
                // Closing leads to the one that was read last.
                opener = None;
                page::return_focus_soon(None, TITLE_ID.to_owned(), ".record__close");
            }
            _ => {}
        }
        opened_before = opened;
    });
    let close = move || atlas.change(Step::New, |query| query.project.clear());
    // Another query that opens the same record leaves it as it stands.
    let record = count(move || atlas.opened().map_or(0, |at| at + 1));
    let content = part(move || {
        (record.get() > 0).then(|| {
            let page = el("div")
                .class("record__page")
                .child(on_demand(atlas, whole_record));
            vec![closer(close).finish(), page.finish()].into_any()
        })
    });
    el("dialog")
        .class("record")
        .attr("aria-labelledby", TITLE_ID)
        .hand_to(move |element| {
            // Made once only.
            let _is_there = dialog.set(element.clone());
        })
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

/// The button that closes a dialog.
pub(super) fn closer(close: impl Fn() + 'static) -> Element {
    el("button")
        .attr("type", "button")
        .class("record__close")
        .attr("aria-label", Message::Close)
        .on("click", move |_| close())
        .child(el("span").attr("aria-hidden", "true").child("×"))
}
