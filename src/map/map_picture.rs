//! The map as a picture to save.

use crate::components::picture::{Painting, Subject, picture_buttons, style_of};
use crate::host::chunk::OnDemandChunk;
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use atlas_engine::text_width::text_width;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element as PageElement;

/// The height of the legend's line below the map, with its gap, and the size of its letters, in pixels.
const LEGEND: f64 = 36.0;
const LETTER: f64 = 14.0;

static MAP: Subject = Subject {
    part: ".map",
    file: "map",
    size,
    paint,
    notes,
};

#[inline(never)]
pub(crate) fn map_pictures(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    picture_buttons(atlas, &MAP).finish()
}

fn find(map: &PageElement, selector: &str) -> Option<PageElement> {
    map.query_selector(selector).ok().flatten()
}

fn size(map: &PageElement) -> Option<(f64, f64)> {
    let window = find(map, ".map__view")?.get_bounding_client_rect();
    Some((window.width(), window.height() + LEGEND))
}

fn paint(painting: &mut Painting, map: &PageElement) -> Option<()> {
    let window = find(map, ".map__view")?.get_bounding_client_rect();
    let sea = style_of(&find(map, ".map__frame")?, "background-color");
    let place = painting.at;
    painting.drawing(&find(map, ".map__drawing")?, place, &window, &sea)?;
    let legend = find(map, ".map__legend")?;
    if let Some(inset) = find(map, ".map__inset svg") {
        let around = inset.get_bounding_client_rect();
        let at = (
            place.0 + around.left() - window.left(),
            place.1 + around.top() - window.top(),
        );
        let card = style_of(&legend, "background-color");
        painting.drawing(&inset, at, &around, &card)?;
    }
    swatches(
        painting,
        &legend,
        place.1 + window.height() + LEGEND / 2.0 - 2.0,
    )
}

fn swatches(painting: &mut Painting, legend: &PageElement, y: f64) -> Option<()> {
    let mut x = painting.at.0;
    let items = legend.query_selector_all("li").ok()?;
    for index in 0..items.length() {
        let item: PageElement = items.get(index)?.dyn_into().ok()?;
        let swatch = find(&item, ".map__swatch")?;
        let words = item.text_content().unwrap_or_default();
        let fill = style_of(&swatch, "background-color");
        let stroke = style_of(&swatch, "border-top-color");
        painting.rectangle((x, y + 2.0), (13.0, 13.0), &fill, &stroke);
        painting.word((x + 19.0, y + 13.0), &words);
        x += 43.0 + text_width(&words, LETTER);
    }
    Some(())
}

fn notes() -> Vec<String> {
    vec![
        [
            tr(Message::DisclaimerInShort),
            " ",
            tr(Message::BordersSource),
        ]
        .concat(),
    ]
}
