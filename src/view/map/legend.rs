//! What the map's shades mean.

use crate::strings;
use atlas_engine::map::ColourScale;
use leptos::prelude::*;
use std::sync::Arc;

/// One swatch a class of counts, from none upwards.
#[component]
pub(super) fn Legend(scale: Arc<ColourScale>) -> impl IntoView {
    let classes = scale.legend();
    let last = classes.len();
    let swatches = std::iter::once((0, 0)).chain(classes).enumerate().map(|(class, (from, to))| {
        let range = strings::count_range(from, to);
        view! {
            <li>
                <span class=format!("map__swatch map__swatch--{class}") aria-hidden="true"></span>
                {if class == last { strings::with_unit(&range, to) } else { range }}
            </li>
        }
    });
    view! {
        <ul class="map__legend" aria-label=strings::LEGEND>
            {swatches.collect_view()}
        </ul>
    }
}
