use crate::dom::css_number::{decimal, pixels, precise};
use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, Tag};
use crate::i18n;
use crate::map::data::{MapData, MappedCountry};
use crate::map::window::MapWindow;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKey;
use atlas_engine::map::{DrawnCountry, Point, place_dots};
use leptos::prelude::*;
use std::sync::Arc;

/// A country with less land than a square with sides of this many pixels gets a dot.
const MIN_VISIBLE_SIDE: f64 = 3.5;
/// The least and greatest radius of a target, in pixels; between, half the distance to the next pin.
const TARGET: (f64, f64) = (6.0, 14.0);

#[derive(Clone)]
pub(crate) struct Pin {
    pub code: CountryCode,
    pub name: String,
    pub centre: Point,
    /// The radius of the largest circle within the country's land, in pixels.
    pub size: f64,
    /// The side of a square as large as the country's land, in pixels.
    side: f64,
    /// How many projects it has when nothing is selected.
    pub total: u32,
    pub shown: bool,
    /// Its position in the country facet.
    pub value: u32,
}

pub(crate) fn pins(countries: &[&MappedCountry], drawn: &[DrawnCountry]) -> Vec<Pin> {
    let pin = |country: &&MappedCountry| {
        let shape = drawn
            .iter()
            .find(|shape| shape.code == Some(country.code))?;
        Some(Pin {
            code: country.code,
            name: country.name.clone(),
            centre: shape.centre?,
            size: shape.size,
            side: shape.side,
            total: country.total,
            shown: shape.visible,
            value: country.value,
        })
    };
    countries.iter().filter_map(pin).collect()
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub at: Point,
    /// The radius of the dot, in pixels; 0 if the land is visible or there is no room for a dot.
    pub dot: f64,
    /// The radius of what a finger or pointer hits, in pixels.
    target: f64,
}

/// A spot for each pin of a drawing, in the same order.
pub(crate) type Spots = Memo<Arc<Vec<Spot>>>;

pub(crate) fn spots(pins: Arc<Vec<Pin>>, window: Option<MapWindow>) -> Spots {
    Memo::new(move |_| Arc::new(spots_at(&pins, zoom(window))))
}

/// A drawing without a window is seen whole.
fn zoom(window: Option<MapWindow>) -> f64 {
    window.map_or(1.0, |window| window.settled().zoom)
}

fn spots_at(pins: &[Pin], zoom: f64) -> Vec<Spot> {
    let seen = |point: Point| Point {
        x: point.x * zoom,
        y: point.y * zoom,
    };
    let small = |pin: &&Pin| pin.side * zoom < MIN_VISIBLE_SIDE;
    // The countries with the most projects come first, and get the first dots.
    let wanted: Vec<Point> = pins
        .iter()
        .filter(small)
        .map(|it| seen(it.centre))
        .collect();
    let large = pins.iter().filter(|pin| !small(pin));
    let taken: Vec<Point> = large.map(|pin| seen(pin.centre)).collect();
    let mut dots = place_dots(&wanted, &taken).into_iter();
    let marked: Vec<(Point, f64)> = pins
        .iter()
        .map(|pin| {
            let dot = small(&pin).then(|| dots.next()).flatten().flatten();
            dot.map_or((seen(pin.centre), 0.0), |dot| (dot.centre, dot.radius))
        })
        .collect();
    let spots = marked.iter().enumerate().map(|(index, (centre, dot))| {
        let others = marked
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index);
        let nearest = others
            .map(|(_, (other, _))| distance(other.x - centre.x, other.y - centre.y))
            .fold(f64::INFINITY, f64::min);
        let (min, max) = TARGET;
        Spot {
            at: Point {
                x: centre.x / zoom,
                y: centre.y / zoom,
            },
            dot: *dot,
            target: (nearest / 2.0).max(min).min(max),
        }
    });
    spots.collect()
}

/// A pin as a button on the map, with its position among the spots. With `stop`, only the pin named there is in the tab order.
#[inline(never)]
pub(crate) fn pin_button(
    data: &MapData,
    pin: &Pin,
    (spots, at): (Spots, usize),
    window: Option<MapWindow>,
    stop: Option<RwSignal<Option<CountryCode>>>,
) -> Element {
    let spot = move || spots.get().get(at).copied();
    let (atlas, facet, data) = (data.atlas, data.facet, data.clone());
    let (code, value, name) = (pin.code, pin.value, pin.name.clone());
    let count = move || atlas.count(facet, value);
    let key = code.to_string();
    let selected = flag(move || atlas.query().has(&FacetKey::COUNTRY, &key));
    let dot = (pin.side < MIN_VISIBLE_SIDE).then(|| {
        let class = move || {
            let shade = data.shade(count()).to_string();
            ["country-dot__circle country-dot__circle--", &shade].concat()
        };
        Element::new(Tag::Circle)
            .class(text(class))
            .attr("r", text(move || decimal(spot().map_or(0.0, |it| it.dot))))
    });
    let tab = text(move || {
        let elsewhere = stop.is_some_and(|stop| stop.get() != Some(code));
        if elsewhere { "-1" } else { "0" }.to_owned()
    });
    // At any zoom, a pin is drawn in pixels of the page.
    let transform = text(move || {
        spot().map_or_else(String::new, |spot| {
            let (x, y) = (precise(spot.at.x), precise(spot.at.y));
            let scale = precise(1.0 / zoom(window));
            ["translate(", &x, " ", &y, ") scale(", &scale, ")"].concat()
        })
    });
    let target = text(move || pixels(spot().map_or(0.0, |it| it.target)));
    Element::new(Tag::Group)
        .class("country-dot")
        .attr("role", "button")
        .attr("tabindex", tab)
        .attr("transform", transform)
        .attr("data-country", code.to_string())
        .attr("data-count", text(move || count().to_string()))
        .attr(
            "aria-label",
            text(move || i18n::country_on_map(&name, count())),
        )
        .attr("aria-pressed", text(move || selected.get().to_string()))
        .attr(
            "aria-disabled",
            text(move || (count() == 0 && !selected.get()).to_string()),
        )
        .style("--dot-radius", target)
        .on("focus", move |_| {
            atlas.point_at(Some(code));
            if let Some(stop) = stop {
                stop.set(Some(code));
            }
        })
        .on("blur", move |_| atlas.point_at(None))
        .child(Element::new(Tag::Circle).class("country-dot__target"))
        .child(dot)
}

pub(crate) fn neighbour(pins: &[Pin], from: Option<CountryCode>, key: &str) -> Option<CountryCode> {
    let (along_x, along_y) = match key {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowDown" => (0.0, 1.0),
        "ArrowUp" => (0.0, -1.0),
        _ => return None,
    };
    let here = pins.iter().find(|pin| Some(pin.code) == from)?;
    let distance = |pin: &Pin| {
        let (x, y) = (pin.centre.x - here.centre.x, pin.centre.y - here.centre.y);
        let ahead = x * along_x + y * along_y;
        let aside = (x * along_y - y * along_x).abs();
        // Sideways distance counts more, so that the keys go where they point.
        (ahead > 0.5 && aside <= ahead * 2.0).then_some(ahead + aside * 2.0)
    };
    let near = pins
        .iter()
        .filter_map(|pin| Some((distance(pin)?, pin.code)));
    near.min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, code)| code)
}

fn distance(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
