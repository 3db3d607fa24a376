use crate::components::names::choice_name;
use crate::dom::css_number::decimal;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::resource::Load;
use crate::i18n::{Message, tr, tr_with};
use crate::map::map_resources::world;
use crate::map::small_drawing::small_drawing;
use crate::state::Atlas;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKey;
use atlas_engine::query::Choice;

/// Shows all of a project's countries in about `size` CSS pixels. It takes the width it is given and
/// keeps its shape, also before the borders are there. If they cannot be loaded, it stays empty: the
/// countries are also named in words.
pub(crate) fn small_map(atlas: Atlas, codes: &[CountryCode], size: (u32, u32)) -> Element {
    let names = codes.iter().filter_map(|code| {
        choice_name(
            atlas,
            &Choice {
                facet: FacetKey::COUNTRY,
                value: code.to_string(),
                excluded: false,
            },
        )
    });
    let names = names.collect::<Vec<_>>().join(tr(Message::ListSeparator));
    let codes = codes.to_vec();
    let size = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    let drawing = dynamic(move || match world() {
        Load::Ready(world) => Some(small_drawing(&world.0, &codes, size)),
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

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn still_map(
    codes: &[CountryCode],
    size: (u32, u32),
) -> Option<leptos::prelude::AnyView> {
    let size = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    match world() {
        Load::Ready(world) if !codes.is_empty() => Some(small_drawing(&world.0, codes, size)),
        _ => None,
    }
}
