use crate::dom::css_number::{decimal, pixels};
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, Tag};
use crate::map::country::{Place, Spot, Spots};
use crate::map::data::MapData;
use crate::map::window::MapWindow;
use atlas_engine::map::{LabelBox, LabelRequest, Viewport, place_labels, text_width};
use leptos::prelude::*;
use std::sync::Arc;

/// A name wider than this many times the inscribed radius would cover the country's neighbours.
const WIDEST: f64 = 5.0;

/// From this shade on, a name is in the colour of the paper.
const DEEP: u8 = 2;

/// The labels of countries with results, in letters of `letter` pixels; the style sheet keeps that size
/// at any zoom. They are placed again when the map has settled and when the results change, and avoid
/// obstacles and the dots of small countries.
pub(crate) fn country_labels(
    data: &MapData,
    places: Arc<Vec<Place>>,
    spots: Spots,
    window: MapWindow,
    letter: f64,
    furniture: Vec<LabelBox>,
) -> AnyView {
    let data = data.clone();
    dynamic(move || {
        let view = window.settled();
        let mut obstacles = furniture.clone();
        let spots = spots.get();
        let dots = spots.iter().filter(|spot| spot.dot > 0.0);
        obstacles.extend(dots.map(|spot| dot_box(view, spot)));
        let labels = placed(&data, &places, view, window.size(), letter, &obstacles);
        let labels = Element::new(Tag::Group)
            .attr("aria-hidden", "true")
            .style("--label-size", pixels(letter))
            .child(labels);
        Some(labels.finish())
    })
}

fn dot_box(view: Viewport, spot: &Spot) -> LabelBox {
    let centre = view.seen_at(spot.at);
    let radius = spot.dot + 1.0;
    LabelBox {
        x: centre.x - radius,
        y: centre.y - radius,
        width: radius * 2.0,
        height: radius * 2.0,
    }
}

fn placed(
    data: &MapData,
    places: &[Place],
    view: Viewport,
    size: (f64, f64),
    letter: f64,
    obstacles: &[LabelBox],
) -> Vec<Element> {
    let wide = |place: &Place| text_width(&place.name, letter) > place.size * view.zoom * WIDEST;
    let shade = |place: &Place| data.shade(data.atlas.count(data.facet, place.value));
    let fitting = places.iter().filter(|place| place.shown && !wide(place));
    let named: Vec<&Place> = fitting.filter(|place| shade(place) > 0).collect();
    let requests: Vec<LabelRequest> = named
        .iter()
        .map(|place| LabelRequest {
            centre: view.seen_at(place.centre),
            size: place.size * view.zoom,
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
        let place = named.get(label.index)?;
        let class = if shade(place) >= DEEP {
            "map__label map__label--on-dark"
        } else {
            "map__label"
        };
        let at = view.point_at(label.centre);
        let label = Element::new(Tag::Label)
            .class(class)
            .attr("x", decimal(at.x))
            .attr("y", decimal(at.y))
            .child(place.name.as_str());
        Some(label)
    });
    texts.collect()
}
