use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::host::History;
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Project;
use atlas_engine::query::MAX_COMPARED;
use leptos::prelude::*;

pub(crate) fn compare_toggle(atlas: Atlas, project: &Project) -> Element {
    let (selected, full) = state(atlas, project);
    chooser("button", atlas, project)
        .attr("type", "button")
        .class("button button--quiet compare-toggle")
        .attr("aria-pressed", text(move || selected.get().to_string()))
        .attr("disabled", full)
        .child(Message::Compare)
}

pub(crate) fn compare_box(atlas: Atlas, project: &Project) -> Element {
    let (selected, full) = state(atlas, project);
    let tick = chooser("input", atlas, project)
        .attr("type", "checkbox")
        .attr("disabled", full)
        .state("checked", selected);
    el("label")
        .class("compare-checkbox")
        .child(tick)
        .child(el("span").child(Message::Compare))
}

fn state(atlas: Atlas, project: &Project) -> (Signal<bool>, Signal<bool>) {
    let id = project.id.clone();
    let selected = flag(move || atlas.query().compare.contains(&id));
    let full = flag(move || atlas.query().compare.len() >= MAX_COMPARED && !selected.get());
    (selected, full)
}

fn chooser(tag: &'static str, atlas: Atlas, project: &Project) -> Element {
    let id = project.id.clone();
    el(tag)
        .attr(
            "aria-label",
            tr_with(Message::CompareThis, &[("title", &project.title)]),
        )
        .on("click", move |_| {
            atlas.change(History::Push, |query| {
                if query.compare.contains(&id) {
                    query.stop_comparing(&id);
                } else {
                    query.compare_with(&id);
                }
            });
        })
}
