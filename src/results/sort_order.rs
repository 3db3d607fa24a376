use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::host::History;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::query::{Sort, SortColumn};
use leptos::prelude::*;

pub(crate) fn column_label(atlas: Atlas, column: &SortColumn) -> String {
    let word = match column {
        SortColumn::Title => Message::Title,
        SortColumn::Period => Message::Period,
        SortColumn::Facet(key) => {
            let explorer = atlas.explorer();
            let facet = explorer.facets().facet(key);
            return facet.map_or_else(String::new, |facet| i18n::facet_label(&facet.kind));
        }
    };
    tr(word).to_owned()
}

pub(crate) fn order_name(atlas: Atlas) -> String {
    let results = atlas.results();
    match &results.column {
        Some(order) => {
            let word = if order.is_descending {
                Message::OrderDescending
            } else {
                Message::OrderAscending
            };
            tr_with(word, &[("column", &column_label(atlas, &order.column))])
        }
        None => tr(i18n::sort_name(results.sort)).to_owned(),
    }
}

/// The choice of orders: “best match” only with a search, and a column only while it sorts the results.
pub(crate) fn sort_order(atlas: Atlas) -> Element {
    let option = |sort: Sort| {
        let pointless =
            flag(move || sort == Sort::Relevance && atlas.query().text.trim().is_empty());
        el("option")
            .attr("value", sort.key())
            .attr("hidden", pointless)
            .attr("disabled", pointless)
            .state(
                "selected",
                flag(move || {
                    let results = atlas.results();
                    results.column.is_none() && results.sort == sort
                }),
            )
            .child(i18n::sort_name(sort))
    };
    let no_column = flag(move || atlas.results().column.is_none());
    let by_column = el("option")
        .attr("value", "")
        .attr("hidden", no_column)
        .attr("disabled", no_column)
        .state("selected", flag(move || !no_column.get()))
        .child(text(move || {
            if no_column.get() {
                return String::new();
            }
            order_name(atlas)
        }));
    let select = el("select")
        .class("quiet-select")
        .on("change", move |event| {
            let Some(sort) = Sort::parse(&event_target_value(&event)) else {
                return;
            };
            atlas.change(History::Push, |query| {
                query.sort = Some(sort);
                query.order = None;
            });
        })
        .child(by_column)
        .child(Sort::ALL.into_iter().map(option).collect::<Vec<_>>());
    el("label")
        .class("sort")
        .child(el("span").child(Message::Sort))
        .child(select)
}
