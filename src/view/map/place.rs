//! A country as something to point at, focus and choose.

use super::{MapData, MappedCountry};
use crate::strings;
use crate::view::element::{Element, Tag, Value};
use crate::view::reactive::{flag, text};
use atlas_engine::country::CountryCode;
use atlas_engine::length::{decimal, pixels};
use atlas_engine::map::{DrawnCountry, Point};
use leptos::prelude::*;

/// Below this inscribed radius, in pixels, a country is too small to be seen: it gets a dot until
/// it is enlarged enough.
const SMALLEST_SEEN: f64 = 3.5;
/// How far apart, in pixels, two places crowd each other at no zoom at all.
const NO_CROWD: f64 = 28.0;

/// One country of the portfolio on one drawing.
#[derive(Clone)]
pub(super) struct Place {
    pub code: CountryCode,
    pub name: String,
    pub centre: Point,
    /// The radius of the largest circle within the country's land, in pixels.
    pub size: f64,
    /// How far the next place is, in pixels.
    pub gap: f64,
    /// How many projects it has when nothing is selected.
    pub total: u32,
    /// Whether it lies within the frame.
    pub shown: bool,
    /// Its position in the country facet.
    pub value: u32,
}

/// The places of some countries on a drawing; countries without a shape there have none.
pub(super) fn places(countries: &[&MappedCountry], drawn: &[DrawnCountry]) -> Vec<Place> {
    let place = |country: &&MappedCountry| {
        let shape = drawn
            .iter()
            .find(|shape| shape.code == Some(country.code))?;
        Some(Place {
            code: country.code,
            name: country.name.clone(),
            centre: shape.centre?,
            size: shape.size,
            gap: NO_CROWD,
            total: country.total,
            shown: shape.visible,
            value: country.value,
        })
    };
    let mut places: Vec<Place> = countries.iter().filter_map(place).collect();
    let centres: Vec<Point> = places.iter().map(|place| place.centre).collect();
    for (at, place) in places.iter_mut().enumerate() {
        let others = centres.iter().enumerate().filter(|(other, _)| *other != at);
        let nearest = others
            .map(|(_, other)| distance(other.x - place.centre.x, other.y - place.centre.y))
            .fold(NO_CROWD, f64::min);
        place.gap = nearest;
    }
    places
}

/// The place as a button within the drawing: named, counted, pressed when chosen. With `stop`,
/// only the place named there is in the tab order.
pub(super) fn place_on_map(
    data: &MapData,
    place: &Place,
    stop: Option<RwSignal<Option<CountryCode>>>,
) -> Element {
    let (atlas, facet, data) = (data.atlas, data.facet, data.clone());
    let (code, value, name) = (place.code, place.value, place.name.clone());
    let count = move || atlas.count(facet, value);
    let key = code.to_string();
    let chosen = flag(move || atlas.query().has("country", &key));
    let circle = |class: Value| {
        // The style sheet gives the radius, which follows the zoom and the room there is.
        Element::new(Tag::Circle)
            .class(class)
            .attr("cx", decimal(place.centre.x))
            .attr("cy", decimal(place.centre.y))
    };
    let fixed = |class: &'static str| circle(class.into());
    let dot = (place.size < SMALLEST_SEEN).then(|| {
        let class = move || format!("place__dot place__dot--{}", data.shade(count()));
        circle(text(class).into())
    });
    let tab = text(move || {
        let elsewhere = stop.is_some_and(|stop| stop.get() != Some(code));
        if elsewhere { "-1" } else { "0" }.to_owned()
    });
    Element::new(Tag::Group)
        .class("place")
        .attr("role", "button")
        .attr("tabindex", tab)
        .attr("data-country", code.to_string())
        .attr("data-count", text(move || count().to_string()))
        .attr(
            "aria-label",
            text(move || strings::country_on_map(&name, count())),
        )
        .attr("aria-pressed", text(move || chosen.get().to_string()))
        .attr(
            "aria-disabled",
            text(move || (count() == 0 && !chosen.get()).to_string()),
        )
        .style("--gap", pixels(place.gap))
        .style("--size", pixels(place.size))
        .on("focus", move |_| {
            atlas.point_at(Some(code));
            if let Some(stop) = stop {
                stop.set(Some(code));
            }
        })
        .on("blur", move |_| atlas.point_at(None))
        .child(fixed("place__target"))
        .child(dot)
        .child(fixed("place__focus"))
}

/// The nearest place in the direction of an arrow key.
pub(super) fn neighbour(
    places: &[Place],
    from: Option<CountryCode>,
    key: &str,
) -> Option<CountryCode> {
    let (along_x, along_y) = match key {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowDown" => (0.0, 1.0),
        "ArrowUp" => (0.0, -1.0),
        _ => return None,
    };
    let here = places.iter().find(|place| Some(place.code) == from)?;
    let distance = |place: &Place| {
        let (x, y) = (
            place.centre.x - here.centre.x,
            place.centre.y - here.centre.y,
        );
        let ahead = x * along_x + y * along_y;
        let aside = (x * along_y - y * along_x).abs();
        // What lies aside counts more, so that the keys go where they point.
        (ahead > 0.5 && aside <= ahead * 2.0).then_some(ahead + aside * 2.0)
    };
    let near = places
        .iter()
        .filter_map(|place| Some((distance(place)?, place.code)));
    near.min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, code)| code)
}

fn distance(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
