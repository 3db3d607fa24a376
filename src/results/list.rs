//! The results as a list: a few lines per project.

use crate::components::compare_toggle::compare_box;
use crate::components::content_lang::content_lang;
use crate::components::dates::time_strip;
use crate::components::fact::first_of;
use crate::components::no_results::no_results;
use crate::dom::dynamic::{count, dynamic, flag};
use crate::dom::element::{Element, el};
use crate::host::printing;
use crate::host::resource::Load;
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::results::card::{
    beginning_of, country, hidden_matches, separated, title_link, value, when,
};
use crate::results::cards::{BATCH_SIZE, FURTHER_SIZE, PAGE_SIZE};
use crate::results::pagination::{Pages, paginate, results_in_pages, show_earlier, show_more};
use crate::results::whole_list::whole_list;
use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use atlas_engine::portfolio::Project;
use atlas_engine::search::{FieldKind, OrganisationRole};
use leptos::prelude::*;
use std::sync::Arc;

const MAX_MARKS: usize = 8;
const MAX_COUNTRIES: usize = 4;
const MAX_DONORS: usize = 2;

/// Without the marks of a search.
const NODES_OF_ROW: usize = 20 + MAX_COUNTRIES + MAX_DONORS;

pub(crate) fn list(atlas: Atlas) -> AnyView {
    let nodes = move |_| {
        let marks = untrack(|| !atlas.highlighter().is_empty());
        NODES_OF_ROW + if marks { MAX_MARKS } else { 0 }
    };
    let pages = paginate(atlas, (PAGE_SIZE, FURTHER_SIZE), BATCH_SIZE, nodes);
    let printing = printing::printing();
    // The turn of the results that are shown as a whole, if a visitor has asked for it.
    let whole = RwSignal::new(None::<u32>);
    let in_pages = move || {
        let rows = dynamic(move || {
            let (explorer, on_paper) = (atlas.explorer(), printing.get());
            let draw = move |record| Some(row(atlas, record, explorer.project(record)?));
            Some(results_in_pages(atlas, pages, on_paper, Arc::new(draw)))
        });
        el("div")
            .child(show_earlier(pages))
            .child(el("div").class("list").child(rows))
            .child(show_more(atlas, pages).attr("hidden", flag(move || pages.is_long())))
            .child(show_all(atlas, pages, whole))
            .finish()
    };
    let is_whole = count(move || u32::from(whole.get() == Some(pages.turn()) && !printing.get()));
    let results = dynamic(move || {
        let loaded = || match atlas.on_demand().get() {
            Load::Ready(chunk) => Some(chunk),
            _ => None,
        };
        let chunk = (is_whole.get() > 0).then(loaded).flatten();
        Some(match chunk {
            Some(chunk) => whole_list(chunk, atlas, untrack(|| pages.shown())),
            None => in_pages(),
        })
    });
    let none = dynamic(move || (atlas.shown() == 0).then(|| no_results().finish()));
    el("div").child(results).child(none).finish()
}

/// The button after two pages: it shows the rest, of which only what is near the window is in the page.
fn show_all(atlas: Atlas, pages: Pages, whole: RwSignal<Option<u32>>) -> AnyView {
    let count = count(move || {
        let all = atlas.results().projects.len();
        let is_left = pages.is_long() && pages.shown() < all;
        if is_left { all as u32 } else { 0 }
    });
    dynamic(move || {
        let count = count.get();
        let words = tr_with(Message::ShowAllResults, &[("count", &number(count))]);
        let button = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| whole.set(Some(untrack(|| pages.turn()))))
            .child(words);
        (count > 0).then(|| el("p").class("cards__more").child(button).finish())
    })
}

pub(crate) fn row(atlas: Atlas, record: u32, project: &Project) -> Element {
    let atlas = atlas.with_marks(MAX_MARKS);
    let heading_id = ["title-", &project.id].concat();
    let begins = beginning_of(project);
    let hidden_matches = hidden_matches(atlas, record, None, is_in_row);
    let title = content_lang(atlas, el("h3"))
        .class("row__title")
        .attr("id", heading_id.clone())
        .child(title_link(atlas, project, "row__link"));
    let excerpt = begins.map(|text| {
        content_lang(atlas, el("p"))
            .class("row__excerpt")
            .child(text)
    });
    let countries = project.countries.iter().map(|it| country(atlas, it));
    let donors = project.donors.iter().map(|donor| {
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
                .child(time_strip(atlas, project)),
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

/// Whether a row shows a text of this kind in full.
fn is_in_row(kind: FieldKind<'_>) -> bool {
    matches!(
        kind,
        FieldKind::Title
            | FieldKind::Acronym
            | FieldKind::Organisation(OrganisationRole::Donor)
            | FieldKind::OrganisationAcronym(OrganisationRole::Donor)
    )
}
