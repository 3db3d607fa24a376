use crate::dom::css_number::{decimal, pixels};
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, Tag};
use crate::map::country::{Pin, Spot, Spots};
use crate::map::data::MapData;
use crate::map::window::MapWindow;
use atlas_engine::map::{LabelBox, LabelRequest, Viewport, place_labels};
use atlas_engine::text_width::text_width;
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
    pins: Arc<Vec<Pin>>,
    spots: Spots,
    window: MapWindow,
    letter: f64,
    control_areas: Vec<LabelBox>,
) -> AnyView {
    let data = data.clone();
    dynamic(move || {
        let view = window.settled();
        let mut obstacles = control_areas.clone();
        let spots = spots.get();
        let dots = spots.iter().filter(|spot| spot.dot > 0.0);
        obstacles.extend(dots.map(|spot| dot_box(view, spot)));
        let labels = placed(&data, &pins, view, window.size(), letter, &obstacles);
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
    pins: &[Pin],
    view: Viewport,
    size: (f64, f64),
    letter: f64,
    obstacles: &[LabelBox],
) -> Vec<Element> {
    let wide = |pin: &Pin| text_width(&pin.name, letter) > pin.size * view.zoom * WIDEST;
    let shade = |pin: &Pin| data.shade(data.atlas.count(data.facet, pin.value));
    let fitting = pins.iter().filter(|pin| pin.shown && !wide(pin));
    let named: Vec<&Pin> = fitting.filter(|pin| shade(pin) > 0).collect();
    let requests: Vec<LabelRequest> = named
        .iter()
        .map(|pin| LabelRequest {
            centre: view.seen_at(pin.centre),
            size: pin.size * view.zoom,
            width: text_width(&pin.name, letter) + 4.0,
            height: letter * 1.25,
            priority: f64::from(data.scale.class(pin.total)),
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
        let pin = named.get(label.index)?;
        let class = if shade(pin) >= DEEP {
            "map__label map__label--on-dark"
        } else {
            "map__label"
        };
        let at = view.point_at(label.centre);
        let label = Element::new(Tag::Label)
            .class(class)
            .attr("x", decimal(at.x))
            .attr("y", decimal(at.y))
            .child(pin.name.as_str());
        Some(label)
    });
    texts.collect()
}
