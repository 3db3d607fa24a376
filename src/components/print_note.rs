use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::host::{address, printing};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Date;
use leptos::prelude::*;

/// More take minutes to lay out, and few people want a hundred pages.
pub(crate) const MAX_PRINTED: usize = 500;

pub(crate) fn print_note(atlas: Atlas) -> Element {
    let printing = printing::printing();
    let note = text(move || {
        if !printing.get() {
            return String::new();
        }
        let mut note = printed_from(&address::absolute(&atlas.query()));
        let shown = atlas.shown();
        if atlas.view().lists_projects() && shown as usize > MAX_PRINTED {
            let projects = i18n::shown_of(MAX_PRINTED as u32, shown);
            note.push_str(tr(Message::DetailSeparator));
            note.push_str(&tr_with(Message::PrintedPart, &[("projects", &projects)]));
        }
        note
    });
    el("p").class("print-only").child(note)
}

/// “Printed on 29 Nov 2026 from https://…”
pub(crate) fn printed_from(address: &str) -> String {
    let today = Date::parse(&intl::today()).map(intl::date);
    let today = today.unwrap_or_default();
    tr_with(
        Message::PrintedFrom,
        &[("date", &today), ("address", address)],
    )
}
