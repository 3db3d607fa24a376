use crate::components::lazy::lazy;
use crate::dom::dynamic::{count, dynamic};
use crate::dom::element::{Element, el};
use crate::i18n::Message;
use crate::results::compare::compared_projects;
use crate::state::Atlas;
use atlas_engine::query::View;
use leptos::prelude::*;

/// Shown while projects are selected for comparison and not being compared.
pub(crate) fn compare_bar(atlas: Atlas) -> Element {
    let needed = count(move || {
        let query = atlas.query();
        u32::from(!query.compare.is_empty() && atlas.view() != View::Compare)
    });
    let bar = dynamic(move || {
        let bar = || {
            el("aside")
                .class("compare-bar")
                .attr("aria-label", Message::ToCompare)
                .child(lazy(atlas, compared_projects))
        };
        (needed.get() > 0).then(|| bar().finish())
    });
    el("div").child(bar)
}
