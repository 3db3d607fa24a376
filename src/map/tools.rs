use crate::dom::element::{Element, Tag, el};
use crate::i18n::Message;
use crate::map::data::MapData;
use crate::map::window::MapWindow;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::Facet;
use atlas_engine::map::Frame;
use leptos::prelude::*;

const PLUS: &str = "M8 3v10M3 8h10";
const MINUS: &str = "M3 8h10";
/// Four corners around a dot.
const RESULTS: &str =
    "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M8 6.75v2.5M6.75 8h2.5";
/// A globe.
const WHOLE: &str = "M8 2.25a5.75 5.75 0 1 0 0 11.5a5.75 5.75 0 1 0 0-11.5M2.25 8h11.5M8 2.25c-3.5 3.25-3.5 8.25 0 11.5c3.5-3.25 3.5-8.25 0-11.5";

pub(crate) fn tools(data: &MapData, window: MapWindow, frame: Frame) -> Element {
    let button = |label: Message, icon: &'static str| {
        let icon = Element::new(Tag::Svg)
            .attr("viewBox", "0 0 16 16")
            .attr("aria-hidden", "true")
            .child(Element::new(Tag::Path).attr("d", icon));
        el("button")
            .attr("type", "button")
            .attr("aria-label", label)
            .attr("title", label)
            .child(icon)
    };
    let data = data.clone();
    let fit = move |_| {
        let extent = frame.extent_of(&data.world, &countries_of_results(&data));
        match extent {
            Some(extent) => window.fit(extent),
            None => window.show_all(),
        }
    };
    el("div")
        .class("map__tools")
        .child(button(Message::ZoomIn, PLUS).on("click", move |_| window.zoom_in_at(None)))
        .child(button(Message::ZoomOut, MINUS).on("click", move |_| window.zoom_out_at(None)))
        .child(button(Message::FitToResults, RESULTS).on("click", fit))
        .child(button(Message::WholeMap, WHOLE).on("click", move |_| window.show_all()))
}

fn countries_of_results(data: &MapData) -> Vec<CountryCode> {
    let results = untrack(|| data.atlas.results());
    let explorer = data.atlas.explorer();
    let facet = explorer.facets().facets.get(data.facet);
    let count = |facet: &Facet| facet.column.count(&results.matches.records);
    let counts = facet.map(count).unwrap_or_default();
    let present = data.countries.iter().filter(|country| {
        let count = counts.get(country.value as usize);
        count.is_some_and(|count| *count > 0)
    });
    present.map(|country| country.code).collect()
}
