use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::host::History;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::explorer::is_useful;
use atlas_engine::facet::FacetKey;
use atlas_engine::query::{ColumnOrder, Sort, SortColumn};
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn column_label(atlas: Atlas, column: &SortColumn) -> String {
    let word = match column {
        SortColumn::Title => Message::Title,
        SortColumn::Period => Message::Period,
        SortColumn::Amount => Message::Amount,
        SortColumn::Identifier => Message::Identifier,
        SortColumn::Facet(key) => {
            let explorer = atlas.explorer();
            let facet = explorer.facets().facet(key);
            return facet.map_or_else(String::new, |facet| i18n::facet_label(&facet.kind));
        }
    };
    tr(word).to_owned()
}

fn named(atlas: Atlas, order: &ColumnOrder) -> String {
    if order.column == SortColumn::Amount {
        return tr(Message::SortSmallest).to_owned();
    }
    let word = if order.is_descending {
        Message::OrderDescending
    } else {
        Message::OrderAscending
    };
    tr_with(word, &[("column", &column_label(atlas, &order.column))])
}

pub(crate) fn order_name(atlas: Atlas) -> String {
    let results = atlas.results();
    match &results.column {
        Some(order) => named(atlas, order),
        None => tr(i18n::sort_name(results.sort)).to_owned(),
    }
}

/// The facets that results can be sorted by here; a table sorts by any of its columns.
const FACETS: [FacetKey; 2] = [FacetKey::COUNTRY, FacetKey::DONOR];

fn by_facet(atlas: Atlas, key: FacetKey) -> Option<ColumnOrder> {
    let explorer = atlas.explorer();
    explorer
        .facets()
        .facet(&key)
        .filter(|facet| is_useful(facet))?;
    Some(ColumnOrder {
        column: SortColumn::Facet(key),
        is_descending: false,
    })
}

/// The choice of orders: “best match” only with a search, and another column only while it sorts the
/// results.
pub(crate) fn sort_order(atlas: Atlas) -> Element {
    let option = |sort: Sort| {
        let pointless = flag(move || match sort {
            Sort::Relevance => atlas.query().text.trim().is_empty(),
            Sort::Amount => atlas.explorer().amounts_of(&atlas.query()).is_none(),
            _ => false,
        });
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
    let orders = FACETS.into_iter().filter_map(|key| by_facet(atlas, key));
    let orders: Arc<Vec<ColumnOrder>> = Arc::new(orders.collect());
    let options = orders.iter().map(|order| {
        let own = order.clone();
        el("option")
            .attr("value", order.key())
            .state(
                "selected",
                flag(move || atlas.results().column.as_ref() == Some(&own)),
            )
            .child(named(atlas, order))
    });
    let options: Vec<Element> = options.collect();
    let no_column = flag(move || {
        let results = atlas.results();
        results
            .column
            .as_ref()
            .is_none_or(|column| orders.contains(column))
    });
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
            let chosen = event_target_value(&event);
            atlas.change(History::Push, |query| {
                if let Some(sort) = Sort::parse(&chosen) {
                    query.sort = Some(sort);
                    query.order = None;
                } else if let Some(order) = ColumnOrder::parse(&chosen) {
                    query.sort_by(order);
                }
            });
        })
        .child(by_column)
        .child(Sort::ALL.into_iter().map(option).collect::<Vec<_>>())
        .child(options);
    el("label")
        .class("sort")
        .child(el("span").child(Message::Sort))
        .child(select)
}
