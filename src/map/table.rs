//! The map as a table, for people who cannot see it or do not use a mouse.

use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::i18n::Message;
use crate::i18n::intl::number;
use crate::map::data::{MapData, MappedCountry};
use atlas_engine::facet::FacetKey;
use leptos::prelude::*;

pub(crate) fn table(data: &MapData) -> Element {
    let opened = RwSignal::new(false);
    let data = data.clone();
    let content = dynamic(move || opened.get().then(|| opened_table(&data).finish()));
    el("details")
        .class("map__note")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(Message::MapAsTable))
        .child(content)
}

fn opened_table(data: &MapData) -> Element {
    // The whole: projects that match everything but the choice of countries.
    let atlas = data.atlas;
    let of = count(move || {
        let mut query = (*atlas.query()).clone();
        query
            .choices
            .retain(|choice| choice.facet != FacetKey::COUNTRY && choice.facet != FacetKey::REGION);
        atlas.explorer().results(&query).projects.len() as u32
    });
    let heading =
        |word: Message, class: &'static str| el("th").attr("scope", "col").class(class).child(word);
    let rows = data.countries.iter().map(|country| row(data, country, of));
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
}

fn row(data: &MapData, country: &MappedCountry, of: Memo<u32>) -> Element {
    let (atlas, facet, value) = (data.atlas, data.facet, country.value);
    let (code, key) = (country.code, country.code.to_string());
    let projects = count(move || atlas.count(facet, value));
    let selected = flag(move || atlas.query().has(&FacetKey::COUNTRY, &key));
    let clicked = data.clone();
    let checkbox = el("input")
        .attr("type", "checkbox")
        .state("checked", selected)
        .attr(
            "disabled",
            flag(move || projects.get() == 0 && !selected.get()),
        )
        .on("change", move |_| clicked.toggle(code));
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
