//! Setting a project beside others.

use super::element::{Element, el};
use super::reactive::{flag, text};
use crate::atlas::{Atlas, Step};
use crate::strings::{Word, fill, say};
use atlas_engine::portfolio::Project;
use atlas_engine::query::MOST_COMPARED;
use leptos::prelude::*;

/// The button that puts a project among those to compare, or takes it out of them.
pub(crate) fn compare_toggle(atlas: Atlas, project: &Project) -> Element {
    let (id, known) = (project.id.clone(), project.id.clone());
    let chosen = flag(move || atlas.query().compare.contains(&known));
    let full = flag(move || atlas.query().compare.len() >= MOST_COMPARED && !chosen.get());
    let name = fill(Word::CompareThis, &[("title", &project.title)]);
    el("button")
        .attr("type", "button")
        .class("button button--quiet compare-toggle")
        .attr("aria-label", name)
        .attr("aria-pressed", text(move || chosen.get().to_string()))
        .attr("disabled", full)
        .attr(
            "title",
            text(move || {
                let words = full.get().then(|| say(Word::ComparisonFull));
                words.unwrap_or_default().to_owned()
            }),
        )
        .on("click", move |_| {
            atlas.change(Step::New, |query| {
                if query.compare.contains(&id) {
                    query.stop_comparing(&id);
                } else {
                    query.compare_with(&id);
                }
            });
        })
        .child(Word::Compare)
}
