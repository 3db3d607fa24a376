//! A small still map of a few countries.

use super::borders::{Borders, borders};
use crate::atlas::Atlas;
use crate::strings::{Word, fill, say};
use crate::view::element::{Element, Tag, el};
use crate::view::names::choice_name;
use crate::view::reactive::part;
use atlas_engine::country::CountryCode;
use atlas_engine::length::decimal;
use atlas_engine::map::{DrawnCountry, Frame, World, draw};
use atlas_engine::query::Choice;

/// Below this inscribed radius, in pixels, a country gets a dot.
const SMALLEST_SEEN: f64 = 2.5;
/// What is kept free around the countries, of the shorter side.
const PADDING: f64 = 0.14;
/// Countries farther apart than this, in degrees, are shown on the map of the world.
const MOST_DEGREES: f64 = 75.0;

/// Where a project was: its countries on a map of about `size` CSS pixels that shows all of them.
/// It takes the width it is given and keeps the shape. Its place is there before the borders are;
/// should they fail to come, it stays empty, since its countries are named in words elsewhere.
pub(crate) fn small_map(atlas: Atlas, codes: &[CountryCode], size: (u32, u32)) -> Element {
    let names = codes.iter().filter_map(|code| {
        choice_name(
            atlas,
            &Choice {
                facet: "country".to_owned(),
                value: code.to_string(),
                excluded: false,
            },
        )
    });
    let names = names.collect::<Vec<_>>().join(say(Word::ListSeparator));
    let codes = codes.to_vec();
    let size = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    let drawing = part(move || match borders() {
        Borders::Ready(world) => Some(drawing(&world, &codes, size).finish()),
        _ => None,
    });
    el("div")
        .class("small-map")
        .attr("role", "img")
        .attr("aria-label", fill(Word::SmallMap, &[("names", &names)]))
        .style(
            "aspect-ratio",
            [decimal(size.0), decimal(size.1)].join(" / "),
        )
        .child(drawing)
}

fn drawing(world: &World, codes: &[CountryCode], (width, height): (f64, f64)) -> Element {
    let padding = width.min(height) * PADDING;
    let close = Frame::around_all(world, codes, width, height, padding);
    let far_apart = width.min(height) > close.units_per_degree() * MOST_DEGREES;
    let frame = if far_apart {
        Frame::of_world(width, height)
    } else {
        close
    };
    let countries = draw(world, &frame).countries;
    let is_here = |country: &DrawnCountry| country.code.is_some_and(|code| codes.contains(&code));
    let mut parts = Vec::new();
    let mut dots = Vec::new();
    for country in countries {
        let here = is_here(&country);
        if let Some(centre) = country
            .centre
            .filter(|_| here && country.size < SMALLEST_SEEN)
        {
            let dot = Element::new(Tag::Circle)
                .class("small-map__dot")
                .attr("cx", decimal(centre.x))
                .attr("cy", decimal(centre.y))
                .attr("r", "3.5");
            dots.push(dot);
        }
        if !country.path.is_empty() {
            let class = if here {
                "country country--here"
            } else {
                "country"
            };
            let land = Element::new(Tag::Path)
                .class(class)
                .attr("fill-rule", "evenodd")
                .attr("d", country.path);
            parts.push(land);
        }
    }
    Element::new(Tag::Svg)
        .attr(
            "viewBox",
            ["0", "0", &decimal(width), &decimal(height)].join(" "),
        )
        .attr("aria-hidden", "true")
        .child(parts)
        .child(dots)
}
