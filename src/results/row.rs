//! A project as a row of the list.

use crate::components::amounts::{at_a_glance, nodes_at_a_glance};
use crate::components::compare_toggle::compare_box;
use crate::components::content_lang::content_lang;
use crate::components::dates::time_strip;
use crate::components::fact::first_of;
use crate::components::selected_first::selected_first;
use crate::dom::element::{Element, el};
use crate::results::card::{
    beginning_of, country, hidden_matches, separated, title_link, value, when,
};
use crate::results::hidden_matches::ShownTexts;
use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use atlas_engine::portfolio::Project;

const MAX_MARKS: usize = 8;
const MAX_COUNTRIES: usize = 4;
const MAX_DONORS: usize = 2;

const SHOWN: ShownTexts = ShownTexts::OfRow {
    donors: MAX_DONORS,
    countries: MAX_COUNTRIES,
};

/// Without the marks of a search, and the status and amounts.
const NODES_BESIDE_MARKS: usize = 20 + MAX_COUNTRIES + MAX_DONORS;

/// About how many DOM nodes a row needs.
pub(crate) fn nodes_of_row(project: &Project, is_searching: bool) -> usize {
    NODES_BESIDE_MARKS + nodes_at_a_glance(project) + if is_searching { MAX_MARKS } else { 0 }
}

pub(crate) fn row(atlas: Atlas, record: u32, project: &Project) -> Element {
    let atlas = atlas.with_marks(MAX_MARKS);
    let heading_id = ["title-", &project.id].concat();
    let begins = beginning_of(project);
    let hidden_matches = hidden_matches(atlas, record, None, SHOWN);
    let title = content_lang(atlas, el("h3"))
        .class("row__title")
        .attr("id", heading_id.clone())
        .child(title_link(atlas, project, "row__link"));
    let excerpt = begins.map(|text| {
        content_lang(atlas, el("p"))
            .class("row__excerpt")
            .child(text)
    });
    let countries = selected_first(atlas, &FacetKey::COUNTRY, &project.countries, |it| {
        it.code.as_str()
    });
    let countries = countries.into_iter().map(|it| country(atlas, it));
    let donors = selected_first(atlas, &FacetKey::DONOR, &project.donors, |it| &it.name);
    let donors = donors.into_iter().map(|donor| {
        let link = value(atlas, &FacetKey::DONOR, &donor.name, donor.full_name());
        content_lang(atlas, link)
    });
    let cell = |class, values: Vec<Element>, max| {
        let (values, further) = first_of(values, max);
        separated(el("p").class(class), values, further)
    };
    let point = move |on: bool| atlas.point_at_project(on.then_some(record));
    el("article")
        .with_one_effect()
        .class("row")
        .attr("part", "card")
        .attr("data-project", project.id.clone())
        .attr("aria-labelledby", heading_id)
        .on("pointerenter", move |_| point(true))
        .on("focusin", move |_| point(true))
        .on("pointerleave", move |_| point(false))
        .on("focusout", move |_| point(false))
        .child(
            el("div")
                .class("row__time")
                .child(when(atlas, project, "row__dates"))
                .child(time_strip(atlas, project))
                .child(at_a_glance(project)),
        )
        .child(
            el("div")
                .class("row__text")
                .child(title)
                .child(excerpt)
                .child(hidden_matches),
        )
        .child(cell("row__countries", countries.collect(), MAX_COUNTRIES))
        .child(cell("row__donors", donors.collect(), MAX_DONORS))
        .child(compare_box(atlas, project))
}
