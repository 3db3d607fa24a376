//! The name and count of the country that is pointed at.

use super::MapData;
use super::place::Place;
use crate::strings;
use crate::view::element::el;
use crate::view::reactive::part;
use atlas_engine::length::percent;
use leptos::prelude::*;
use std::sync::Arc;

/// In this upper share of the map the tip stands below its country, elsewhere above.
const NEAR_THE_TOP: f64 = 0.25;

/// Shows at the pointed country, if it is one of `places`. `seen_at` tells where a point of the
/// drawing is seen, as shares of the frame's width and height.
pub(super) fn tip(
    data: &MapData,
    places: Arc<Vec<Place>>,
    seen_at: impl Fn(f64, f64) -> (f64, f64) + Send + 'static,
) -> AnyView {
    let data = data.clone();
    part(move || {
        let code = data.atlas.pointed()?;
        let place = places
            .iter()
            .find(|place| place.code == code && place.shown)?;
        let (x, y) = seen_at(place.centre.x, place.centre.y);
        if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
            return None;
        }
        let class = if y < NEAR_THE_TOP {
            "map__tip map__tip--below"
        } else {
            "map__tip"
        };
        let count = data.atlas.count(data.facet, place.value);
        let tip = el("div")
            .class(class)
            .attr("aria-hidden", "true")
            .style("left", percent(x))
            .style("top", percent(y))
            .child(el("b").child(place.name.as_str()))
            .child(el("span").child(strings::projects(count)));
        Some(tip.finish())
    })
}
