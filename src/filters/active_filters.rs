use crate::components::content_lang::content_lang;
use crate::components::selection::{Clause, clauses};
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::{History, focus, page};
use crate::i18n::{self, Message, PluralMessage, tr_with};
use crate::state::Atlas;
use atlas_engine::query::Query;
use leptos::prelude::*;

/// How many filters are shown, and how many once a visitor asks for all; the rest are counted.
const MAX_FILTERS: usize = 8;
const MAX_EXPANDED: usize = 200;

pub(crate) fn active_filters(atlas: Atlas) -> Element {
    let expanded = RwSignal::new(false);
    let selection = dynamic(move || {
        let mut clauses = clauses(atlas);
        let all = clauses.len();
        clauses.truncate(if expanded.get() {
            MAX_EXPANDED
        } else {
            MAX_FILTERS
        });
        let further = all - clauses.len();
        let chips = clauses
            .into_iter()
            .flat_map(|clause| active_filter(atlas, clause));
        let mut chips: Vec<Element> = chips.collect();
        if further > 0 {
            let words = i18n::tr_plural(PluralMessage::FurtherFilters, further as u32);
            let more = if expanded.get() {
                el("span")
            } else {
                el("button")
                    .attr("type", "button")
                    .class("active-filters__more")
                    .on("click", move |_| {
                        expanded.set(true);
                        focus::focus_nth_soon(REMOVE, MAX_FILTERS as u32);
                    })
            };
            chips.push(el("span").child(" ").child(more.child(words)));
        }
        let group = || {
            el("span")
                .class("active-filters")
                .class_if("active-filters--all", expanded.get())
                .attr("role", "group")
                .attr("aria-label", Message::Selection)
        };
        (!chips.is_empty()).then(|| group().child(chips).finish())
    });
    el("span").child(selection)
}

/// The buttons that remove a filter.
const REMOVE: &str = ".active-filter__remove";

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
        is_excluded,
        removes,
    } = clause;
    let remove = el("button")
        .attr("type", "button")
        .class("active-filter__remove")
        .attr("aria-label", tr_with(Message::Remove, &[("what", &name)]))
        .on("click", move |_| {
            atlas.change(History::Push, |query| removes.take_back(query));
            // The focused button is gone, so the focus moves to the next one or the results.
            focus::focus_soon(&[REMOVE, page::RESULTS]);
        })
        .child(el("span").attr("aria-hidden", "true").child("×"));
    // A separate element, so that the chip's own spacing follows the page's direction.
    let name = el("span").child(name);
    let name = if is_published {
        content_lang(atlas, name)
    } else {
        name
    };
    let label = el("span").class("active-filter__name");
    // The word “not” is part of what is removed.
    let (lead, label) = if is_excluded {
        (" ".to_owned(), label.child([&lead, " "].concat()))
    } else {
        (format!(" {lead} "), label)
    };
    [
        el("span").class("active-filters__lead").child(lead),
        el("span")
            .class("active-filter")
            .class_if("active-filter--excluded", is_excluded)
            .child(label.child(name))
            .child(remove),
    ]
}
