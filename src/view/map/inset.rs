//! The whole world in a corner, with the countries that the main map leaves out.

use super::MapData;
use super::country_shape::CountryShape;
use super::place::{Place, PlaceOnMap};
use super::tip::Tip;
use super::world_map::{choose_by_key, country_under};
use crate::atlas::Atlas;
use crate::strings;
use atlas_engine::country::CountryCode;
use atlas_engine::length::decimal;
use atlas_engine::map::Inset;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{KeyboardEvent, PointerEvent};

/// The inset. Its places are chosen as those of the main map are.
#[component]
pub(super) fn WorldInset(
    data: MapData,
    inset: Inset,
    places: Arc<Vec<Place>>,
    choose: impl Fn(CountryCode) + Clone + 'static,
) -> impl IntoView {
    let atlas = Atlas::get();
    let Inset {
        width,
        height,
        countries,
        frame,
        ..
    } = inset;
    let shapes = countries
        .into_iter()
        .filter(|country| !country.path.is_empty())
        .map(|country| view! { <CountryShape data=data.clone() country /> })
        .collect_view();
    let pins = places
        .iter()
        .cloned()
        .map(|place| view! { <PlaceOnMap place stop=None /> })
        .collect_view();
    let on_key = {
        let choose = choose.clone();
        move |event: KeyboardEvent| {
            if choose_by_key(&event, &choose) {
                event.prevent_default();
            }
        }
    };
    let on_click = move |event: MouseEvent| {
        if let Some(code) = country_under(event.target()) {
            choose(code);
        }
    };
    view! {
        <div class="map__inset">
            <svg
                viewBox=format!("0 0 {} {}", decimal(width), decimal(height))
                role="group"
                aria-label=strings::ELSEWHERE
                on:click=on_click
                on:keydown=on_key
                on:pointerover=move |event: PointerEvent| atlas.point_at(country_under(event.target()))
                on:pointerleave=move |_| atlas.point_at(None)
            >
                <g aria-hidden="true">
                    {shapes}
                    <path class="map__window" d=frame />
                </g>
                <g>{pins}</g>
            </svg>
            <Tip places data at=move |x, y| (x / width, y / height) />
        </div>
    }
}
