//! What a print says that the page need not: when it was made, and from which address.

use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::host::{address, page};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Date;
use atlas_engine::query::View;
use leptos::prelude::*;

/// How many results are printed at most. More take minutes to lay out, and few people want a
/// hundred pages; the print says how many there are.
pub(crate) const MOST_PRINTED: usize = 500;

/// When and from where the selection is printed, and how much of it where it is too long.
pub(crate) fn print_note(atlas: Atlas) -> Element {
    let printing = page::printing();
    let note = text(move || {
        if !printing.get() {
            return String::new();
        }
        let mut note = printed_from(&address::absolute(&atlas.query()));
        let shown = atlas.shown();
        let is_list = matches!(atlas.query().view, View::Cards | View::Table);
        if is_list && shown as usize > MOST_PRINTED {
            let projects = i18n::shown_of(MOST_PRINTED as u32, shown);
            note.push_str(tr(Message::DetailSeparator));
            note.push_str(&tr_with(Message::PrintedPart, &[("projects", &projects)]));
        }
        note
    });
    el("p").class("on-paper").child(note)
}

/// “Printed on 29 Nov 2026 from https://…”: the address leads to what is printed.
pub(crate) fn printed_from(address: &str) -> String {
    let today = Date::parse(&intl::today()).map(intl::date);
    let today = today.unwrap_or_default();
    tr_with(
        Message::PrintedFrom,
        &[("date", &today), ("address", address)],
    )
}
