//! The order of the results.

use super::element::{Element, el};
use super::reactive::flag;
use crate::atlas::{Atlas, Step};
use crate::strings::{self, Word};
use atlas_engine::query::Sort;
use leptos::prelude::*;

/// A choice of orders; “best match” only while there is something to match.
pub(crate) fn sort_order(atlas: Atlas) -> Element {
    let option = |sort: Sort| {
        let pointless =
            flag(move || sort == Sort::Relevance && atlas.query().text.trim().is_empty());
        el("option")
            .attr("value", sort.key())
            .attr("hidden", pointless)
            .attr("disabled", pointless)
            .state("selected", flag(move || atlas.results().sort == sort))
            .child(strings::sort_name(sort))
    };
    let select = el("select")
        .class("quiet-choice")
        .on("change", move |event| {
            let sort = Sort::parse(&event_target_value(&event));
            atlas.change(Step::New, |query| {
                query.sort = sort;
                // Whoever picks an order for all views means the table, too.
                query.order.clear();
            });
        })
        .child(Sort::ALL.into_iter().map(option).collect::<Vec<_>>());
    el("label")
        .class("sort")
        .child(el("span").child(Word::Sort))
        .child(select)
}
