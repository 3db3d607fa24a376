//! The results in one sentence.

use super::chips::{chips, clear_all};
use super::element::{Element, el};
use super::reactive::text;
use crate::atlas::Atlas;
use crate::strings;

/// “2 of 6 projects in Romania, 13 countries, 2007–2012”, the selection as chips within.
pub(crate) fn summary(atlas: Atlas) -> Element {
    let of = atlas.explorer().portfolio().projects.len() as u32;
    let count = text(move || {
        if atlas.query().narrows() {
            strings::shown_of(atlas.shown(), of)
        } else {
            strings::projects(of)
        }
    });
    el("h2")
        .class("summary")
        .child(
            el("span")
                .class("summary__count")
                .attr("role", "status")
                .child(count),
        )
        .child(chips(atlas))
        .child(
            el("span")
                .class("summary__extent")
                .child(text(move || atlas.extent_of_results())),
        )
        .child(" ")
        .child(clear_all(atlas))
}
