use crate::dom::css_number::decimal;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, Tag};
use crate::map::country::Pin;
use crate::map::data::MapData;
use atlas_engine::map::{Point, ties};
use leptos::prelude::*;
use std::sync::Arc;

/// Arcs between the countries of the project that is pointed at, and a dot on each.
pub(crate) fn links(data: &MapData, pins: Arc<Vec<Pin>>) -> AnyView {
    let data = data.clone();
    dynamic(move || {
        let linked = data.linked()?;
        let linked = pins.iter().filter(|pin| linked.contains(&pin.code));
        let centres: Vec<Point> = linked.map(|pin| pin.centre).collect();
        let dots = centres.iter().map(|centre| {
            Element::new(Tag::Circle)
                .attr("cx", decimal(centre.x))
                .attr("cy", decimal(centre.y))
        });
        let arcs = Element::new(Tag::Path).attr("d", ties(&centres));
        let links = Element::new(Tag::Group)
            .class("map__links")
            .attr("aria-hidden", "true")
            .child(arcs)
            .child(dots.collect::<Vec<_>>());
        Some(links.finish())
    })
}
