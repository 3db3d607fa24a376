use crate::components::close_button::close_button;
use crate::components::lazy::lazy;
use crate::components::modal::dialog;
use crate::components::record_link::record_link_id;
use crate::dom::dynamic::{count, dynamic, effect};
use crate::dom::element::{Element, el};
use crate::host::{History, focus, page};
use crate::record::details::record_details;
use crate::record::headings::TITLE_ID;
use crate::state::Atlas;
use leptos::prelude::*;

/// The record that the address asks for. The window's title is the record's, or else `title`.
pub(crate) fn open_record(atlas: Atlas, title: String) -> Element {
    let close = move || atlas.change(History::Push, |query| query.project.clear());
    let (dialog, shown) = dialog(TITLE_ID, close);
    let (mut opened_before, mut opener) = (None, None);
    effect(move || {
        let opened = atlas.opened();
        let explorer = atlas.explorer();
        let project = opened.and_then(|at| explorer.project(at));
        page::set_title(project.map_or(&title, |project| &project.title));
        if opened_before.is_none() && opened.is_some() {
            opener = focus::focused();
        }
        shown.show(opened.is_some());
        match (opened_before, opened) {
            (Some(closed), None) => {
                if let Some(project) = atlas.explorer().project(closed) {
                    focus::return_focus_soon(opener.take(), record_link_id(project), page::RESULTS);
                }
            }
            (Some(before), Some(now)) if before != now => {
                // Closing leads to the record that was read last.
                opener = None;
                focus::return_focus_soon(None, TITLE_ID.to_owned(), ".dialog__close");
            }
            _ => {}
        }
        opened_before = opened;
    });
    // Another query that opens the same record does not draw it again.
    let record = count(move || atlas.opened().map_or(0, |at| at + 1));
    let content = dynamic(move || {
        (record.get() > 0).then(|| {
            let page = el("div")
                .class("dialog__page")
                .child(lazy(atlas, record_details));
            vec![close_button(close).finish(), page.finish()].into_any()
        })
    });
    dialog.child(content)
}
