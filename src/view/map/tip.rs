//! The name and count of the country that is pointed at.

use super::MapData;
use super::place::Place;
use crate::atlas::Atlas;
use crate::strings;
use crate::view::reactive::part;
use atlas_engine::length::percent;
use leptos::prelude::*;
use std::sync::Arc;

/// Below this share of the height the tip stands above its country, else below.
const NEAR_THE_TOP: f64 = 0.25;

/// Shows at the pointed country, if it is one of `places`. Its place is given as shares of the
/// drawing's width and height.
#[component]
pub(super) fn Tip(
    places: Arc<Vec<Place>>,
    data: MapData,
    at: impl Fn(f64, f64) -> (f64, f64) + Send + Sync + 'static,
) -> impl IntoView {
    let atlas = Atlas::get();
    part(move || {
        let code = atlas.pointed()?;
        let place = places
            .iter()
            .find(|place| place.code == code && place.shown)?;
        let (x, y) = at(place.centre.x, place.centre.y);
        if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
            return None;
        }
        let count = atlas.count(data.facet, place.value());
        let below = y < NEAR_THE_TOP;
        let tip = view! {
            <div
                class="map__tip"
                class:map__tip--below=below
                aria-hidden="true"
                style:left=percent(x)
                style:top=percent(y)
            >
                <b>{place.name.clone()}</b>
                " "
                {strings::projects(count)}
            </div>
        };
        Some(tip.into_any())
    })
}
