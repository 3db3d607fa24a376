use crate::dom::css_number::decimal;
use crate::dom::element::{Element, Tag};
use crate::map::map_resources::{Land, kept_land};
use atlas_engine::country::CountryCode;
use atlas_engine::map::{Frame, Point, World, draw_still, draw_still_land, place_dots};
use leptos::prelude::{AnyView, GetValue, SetValue};

/// A country with less land than a square with sides of this many pixels gets a dot.
const MIN_VISIBLE_SIDE: f64 = 4.0;
/// The free space around the countries, as a share of the shorter side.
const PADDING: f64 = 0.14;
/// Countries further apart than this, in degrees, are shown on a map of the world.
const MAX_DEGREES: f64 = 75.0;

#[inline(never)]
pub(crate) fn small_drawing(
    world: &World,
    codes: &[CountryCode],
    (width, height): (f64, f64),
) -> AnyView {
    let padding = width.min(height) * PADDING;
    let close = Frame::around_all(world, codes, width, height, padding);
    let far_apart = width.min(height) > close.units_per_degree() * MAX_DEGREES;
    let frame = if far_apart {
        Frame::of_world(width, height)
    } else {
        close
    };
    let path = |class: &'static str, data: String| {
        Element::new(Tag::Path)
            .class(class)
            .attr("fill-rule", "evenodd")
            .attr("d", data)
    };
    let land = land(world, &frame)
        .into_iter()
        .filter(|land| !land.is_empty());
    let mut parts: Vec<Element> = land.map(|land| path("country", land)).collect();
    let mut here = String::new();
    let (mut small, mut large) = (Vec::new(), Vec::new());
    for country in draw_still(world, &frame, codes) {
        if let Some(centre) = country.centre {
            if country.side < MIN_VISIBLE_SIDE {
                small.push(centre);
            } else {
                large.push(centre);
            }
        }
        here.push_str(&country.path);
    }
    // One path for all countries and one for all dots, however many there are.
    let dots = place_dots(&small, &large).into_iter().flatten();
    let dots: String = dots.map(|dot| circle(dot.centre, dot.radius)).collect();
    for (class, data) in [("country country--current", here), ("small-map__dot", dots)] {
        if !data.is_empty() {
            parts.push(path(class, data));
        }
    }
    Element::new(Tag::Svg)
        .attr(
            "viewBox",
            ["0", "0", &decimal(width), &decimal(height)].join(" "),
        )
        .attr("aria-hidden", "true")
        .child(parts)
        .finish()
}

fn circle(centre: Point, radius: f64) -> String {
    let (x, y, r) = (
        decimal(centre.x - radius),
        decimal(centre.y),
        decimal(radius),
    );
    let across = decimal(radius * 2.0);
    format!("M{x} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z")
}

/// Many projects show the whole world, which takes longest to draw, so its land is kept.
fn land(world: &World, frame: &Frame) -> [String; 2] {
    let kept = kept_land().filter(|_| frame.projection().shows_the_world());
    let land = kept.and_then(|kept| kept.get_value());
    if let Some(land) = land.filter(|land| land.frame == *frame) {
        return land.paths;
    }
    let paths = draw_still_land(world, frame);
    if let Some(kept) = kept {
        kept.set_value(Some(Land {
            frame: frame.clone(),
            paths: paths.clone(),
        }));
    }
    paths
}
