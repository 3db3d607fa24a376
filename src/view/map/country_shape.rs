//! One country's land.

use super::MapData;
use crate::atlas::Atlas;
use crate::view::reactive::text;
use atlas_engine::map::DrawnCountry;
use leptos::prelude::*;

/// A country's land; those of the portfolio take the shade of their count.
#[component]
pub(super) fn CountryShape(data: MapData, country: DrawnCountry) -> impl IntoView {
    let atlas = Atlas::get();
    let DrawnCountry { code, path, .. } = country;
    let shape = code.map(|code| code.to_string());
    let Some(country) = code.and_then(|code| data.country(code).cloned()) else {
        return view! { <path class="country" fill-rule="evenodd" data-shape=shape d=path /> }
            .into_any();
    };
    let key = country.code.to_string();
    let class = text(move || {
        let count = atlas.count(data.facet, country.value);
        let chosen = atlas.query(|query| query.has("country", &key));
        let mut class = format!("country country--{}", data.scale.class(count));
        if count > 0 || chosen {
            class.push_str(" country--live");
        }
        if atlas.pointed() == Some(country.code) {
            class.push_str(" country--pointed");
        }
        if chosen {
            class.push_str(" country--chosen");
        }
        class
    });
    view! { <path class=class fill-rule="evenodd" data-shape=shape d=path /> }.into_any()
}
