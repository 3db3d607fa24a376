//! The names on the map, as far as they fit.

use super::MapData;
use super::place::Place;
use atlas_engine::length::{decimal, pixels};
use atlas_engine::map::{LabelBox, LabelRequest, place_labels, text_width};
use leptos::prelude::*;

/// The labels of a drawing of `size` pixels; the style sheet keeps their size when it is enlarged.
#[component]
pub(super) fn CountryLabels(
    data: MapData,
    places: Vec<Place>,
    size: (f64, f64),
    /// The height of a letter, in pixels.
    letter: f64,
    /// What stands over the map's corners: no label is put there.
    obstacles: Vec<LabelBox>,
) -> impl IntoView {
    let named: Vec<Place> = places.into_iter().filter(|place| place.shown).collect();
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
    let texts = place_labels(&requests, &within, &obstacles)
        .into_iter()
        .filter_map(|label| {
            let name = named.get(label.index)?.name.clone();
            Some(view! {
                <text class="map__label" x=decimal(label.centre.x) y=decimal(label.centre.y)>
                    {name}
                </text>
            })
        })
        .collect_view();
    view! {
        <g aria-hidden="true" style=("--letter", pixels(letter))>
            {texts}
        </g>
    }
}
