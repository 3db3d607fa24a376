//! What a print says that the page need not: when it was made, and from which address.

use super::element::{Element, el};
use super::reactive::text;
use super::show_more::MOST_PRINTED;
use crate::atlas::Atlas;
use crate::browser::{address, intl, page};
use crate::i18n::{self, Message, tr, tr_with};
use atlas_engine::portfolio::Date;
use atlas_engine::query::View;
use leptos::prelude::*;

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
