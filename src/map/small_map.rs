//! Where a project was: a small still map of its countries.

use super::borders::{Borders, borders};
use super::element::{Element, el};
use super::map::small_map::small_drawing;
use super::names::choice_name;
use super::reactive::part;
use crate::atlas::Atlas;
use crate::i18n::{Message, tr, tr_with};
use atlas_engine::country::CountryCode;
use atlas_engine::length::decimal;
use atlas_engine::query::Choice;

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
    let names = names.collect::<Vec<_>>().join(tr(Message::ListSeparator));
    let codes = codes.to_vec();
    let size = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    let drawing = part(move || match borders() {
        Borders::Ready(world) => Some(small_drawing(&world, &codes, size)),
        _ => None,
    });
    el("div")
        .class("small-map")
        .attr("role", "img")
        .attr(
            "aria-label",
            tr_with(Message::SmallMap, &[("names", &names)]),
        )
        .style(
            "aspect-ratio",
            [decimal(size.0), decimal(size.1)].join(" / "),
        )
        .child(drawing)
}

/// The drawing alone; `None` where there are no borders or no countries.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn still_map(
    codes: &[CountryCode],
    size: (u32, u32),
) -> Option<leptos::prelude::AnyView> {
    let size = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    match borders() {
        Borders::Ready(world) if !codes.is_empty() => Some(small_drawing(&world, codes, size)),
        _ => None,
    }
}
