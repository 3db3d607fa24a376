//! The names on the map, as far as they fit.

use super::MapData;
use super::place::Place;
use crate::view::element::{Element, Tag};
use atlas_engine::length::{decimal, pixels};
use atlas_engine::map::{LabelBox, LabelRequest, place_labels, text_width};

/// A name wider than so many times the inscribed radius would cover its country's neighbours.
const WIDEST: f64 = 5.0;

/// The labels of a drawing of `size` pixels, with letters of `letter` pixels; the style sheet
/// keeps them at that when the map is enlarged. No label is put where an obstacle stands.
pub(super) fn country_labels(
    data: &MapData,
    places: &[Place],
    size: (f64, f64),
    letter: f64,
    obstacles: &[LabelBox],
) -> Element {
    let wide = |place: &Place| text_width(&place.name, letter) > place.size * WIDEST;
    let fitting = places.iter().filter(|place| place.shown && !wide(place));
    let named: Vec<&Place> = fitting.collect();
    let requests: Vec<LabelRequest> = named
        .iter()
        .map(|place| LabelRequest {
            centre: place.centre,
            size: place.size,
            width: text_width(&place.name, letter) + 4.0,
            height: letter * 1.25,
            priority: f64::from(data.scale.class(place.total)),
        })
        .collect();
    let within = LabelBox {
        x: 4.0,
        y: 4.0,
        width: size.0 - 8.0,
        height: size.1 - 8.0,
    };
    let placed = place_labels(&requests, &within, obstacles);
    let texts = placed.into_iter().filter_map(|label| {
        let name = named.get(label.index)?.name.as_str();
        let label = Element::new(Tag::Label)
            .class("map__label")
            .attr("x", decimal(label.centre.x))
            .attr("y", decimal(label.centre.y))
            .child(name);
        Some(label)
    });
    Element::new(Tag::Group)
        .attr("aria-hidden", "true")
        .style("--letter", pixels(letter))
        .child(texts.collect::<Vec<_>>())
}
