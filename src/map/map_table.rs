//! The map as a table, for people who cannot see it or do not use a mouse.

use crate::dom::dynamic::{count, flag, text};
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::i18n::Message;
use crate::i18n::intl::number;
use crate::state::Atlas;
use atlas_engine::facet::{FacetKey, FacetKind, FacetValue};
use atlas_engine::query::NOT_STATED;
use leptos::prelude::*;

#[inline(never)]
pub(crate) fn map_table(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    // The whole: projects that match everything but the choice of countries.
    let of = count(move || {
        let mut query = (*atlas.query()).clone();
        query
            .choices
            .retain(|choice| choice.facet != FacetKey::COUNTRY && choice.facet != FacetKey::REGION);
        atlas.explorer().results(&query).projects.len() as u32
    });
    let heading =
        |word: Message, class: &'static str| el("th").attr("scope", "col").class(class).child(word);
    let explorer = atlas.explorer();
    let facets = (0_usize..).zip(&explorer.facets().facets);
    let values = facets
        .filter(|(_, facet)| facet.kind == FacetKind::Country)
        .flat_map(|(at, facet)| (0_u32..).zip(&facet.values).map(move |it| (at, it)));
    let rows = values
        .filter(|(_, (_, value))| value.key != NOT_STATED)
        .map(|(at, (number, value))| row(atlas, (at, number), value, of));
    let head = el("tr")
        .child(heading(Message::Country, ""))
        .child(heading(Message::ProjectsColumn, "map__count"))
        .child(heading(Message::ShareColumn, "map__count"));
    let table = el("table")
        .class("map__table")
        .child(el("caption").child(Message::MapTableCaption))
        .child(el("thead").child(head))
        .child(el("tbody").child(rows.collect::<Vec<_>>()));
    el("div")
        .class("map__table-frame")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", Message::MapAsTable)
        .child(table)
        .finish()
}

fn row(atlas: Atlas, (facet, value): (usize, u32), country: &FacetValue, of: Memo<u32>) -> Element {
    let key = country.key.clone();
    let projects = count(move || atlas.count(facet, value));
    let clicked = key.clone();
    let selected = flag(move || atlas.query().has(&FacetKey::COUNTRY, &key));
    let checkbox = el("input")
        .attr("type", "checkbox")
        .state("checked", selected)
        .attr(
            "disabled",
            flag(move || projects.get() == 0 && !selected.get()),
        )
        .on("change", move |_| {
            atlas.toggle(&FacetKey::COUNTRY, &clicked);
        });
    let label = el("label").child(checkbox).child(country.name.as_str());
    el("tr")
        .child(el("th").attr("scope", "row").child(label))
        .child(
            el("td")
                .class("map__count")
                .child(text(move || number(projects.get()))),
        )
        .child(
            el("td")
                .class("map__count")
                .child(text(move || whole_percent(projects.get(), of.get()))),
        )
}

/// “33 %”.
fn whole_percent(part: u32, of: u32) -> String {
    let of = of.max(1);
    let mut text = ((part * 100 + of / 2) / of).to_string();
    text.push_str(" %");
    text
}
