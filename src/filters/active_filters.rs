use crate::components::content_lang::content_lang;
use crate::components::selection::{Clause, clauses};
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::{History, focus, page};
use crate::i18n::{self, Message, PluralMessage, tr_with};
use crate::state::Atlas;
use atlas_engine::query::Query;
use leptos::prelude::*;

const MAX_ACTIVE_FILTERS: usize = 30;

pub(crate) fn active_filters(atlas: Atlas) -> Element {
    let selection = dynamic(move || {
        let mut clauses = clauses(atlas);
        let further = clauses.len().saturating_sub(MAX_ACTIVE_FILTERS);
        clauses.truncate(MAX_ACTIVE_FILTERS);
        let chips = clauses
            .into_iter()
            .flat_map(|clause| active_filter(atlas, clause));
        let mut chips: Vec<Element> = chips.collect();
        if further > 0 {
            let words = i18n::tr_plural(PluralMessage::FurtherFilters, further as u32);
            chips.push(
                el("span")
                    .class("active-filters__lead")
                    .child([" ", &words].concat()),
            );
        }
        let group = || {
            el("span")
                .class("active-filters")
                .attr("role", "group")
                .attr("aria-label", Message::Selection)
        };
        (!chips.is_empty()).then(|| group().child(chips).finish())
    });
    el("span").child(selection)
}

pub(crate) fn clear_all(atlas: Atlas) -> AnyView {
    dynamic(move || {
        let clear = || {
            el("button")
                .attr("type", "button")
                .class("clear-all")
                .on("click", move |_| {
                    atlas.change(History::Push, Query::clear);
                    focus::focus_soon(&[page::RESULTS]);
                })
                .child(Message::ClearAll)
        };
        atlas.query().narrows().then(|| clear().finish())
    })
}

fn active_filter(atlas: Atlas, clause: Clause) -> [Element; 2] {
    let Clause {
        lead,
        name,
        published: is_published,
        removes,
    } = clause;
    let remove = el("button")
        .attr("type", "button")
        .class("active-filter__remove")
        .attr("aria-label", tr_with(Message::Remove, &[("what", &name)]))
        .on("click", move |_| {
            atlas.change(History::Push, |query| removes.take_back(query));
            // The focused button is gone, so the focus moves to the next one or the results.
            focus::focus_soon(&[".active-filter__remove", page::RESULTS]);
        })
        .child(el("span").attr("aria-hidden", "true").child("×"));
    // A separate element, so that the chip's own spacing follows the page's direction.
    let name = el("span").child(name);
    let name = if is_published {
        content_lang(atlas, name)
    } else {
        name
    };
    [
        el("span")
            .class("active-filters__lead")
            .child(format!(" {lead} ")),
        el("span")
            .class("active-filter")
            .child(el("span").class("active-filter__name").child(name))
            .child(remove),
    ]
}
