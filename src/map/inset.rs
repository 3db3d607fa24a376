//! The whole world in a corner, with the countries that the main map leaves out.

use crate::dom::css_number::decimal;
use crate::dom::element::{Element, Tag, el};
use crate::i18n::Message;
use crate::map::country::{Pin, pin_button, spots};
use crate::map::country_shape::{country_shapes, drawn_land};
use crate::map::data::MapData;
use crate::map::events::{choose_by_key, country_under};
use crate::map::tip::tip;
use atlas_engine::map::Inset;
use std::sync::Arc;
use wasm_bindgen::JsCast;

pub(crate) fn world_inset(data: &MapData, inset: Inset, pins: Arc<Vec<Pin>>) -> Element {
    let (width, height) = (inset.width, inset.height);
    let window = Element::new(Tag::Path)
        .class("map__inset-viewport")
        .attr("aria-hidden", "true")
        .attr("d", inset.frame);
    let spots = spots(pins.clone(), None);
    let buttons = pins.iter().enumerate();
    let buttons = buttons.map(|(at, pin)| pin_button(data, pin, (spots, at), None, None));
    let drawing = Element::new(Tag::Svg)
        .attr(
            "viewBox",
            ["0", "0", &decimal(width), &decimal(height)].join(" "),
        )
        .attr("role", "group")
        .attr("aria-label", Message::Elsewhere)
        .child(country_shapes(data, drawn_land(&inset.countries)))
        .child(window)
        .child(buttons.collect::<Vec<_>>());
    let (clicked, pressed) = (data.clone(), data.clone());
    let atlas = data.atlas;
    let drawing = drawing
        .on("pointerover", move |event| {
            atlas.point_at(country_under(&event));
        })
        .on("pointerleave", move |_| atlas.point_at(None))
        .on("click", move |event| {
            if let Some(code) = country_under(&event) {
                clicked.toggle(code);
            }
        })
        .on("keydown", move |event| {
            if choose_by_key(&pressed, event.unchecked_ref()) {
                event.prevent_default();
            }
        });
    el("div")
        .class("map__inset")
        .child(drawing)
        .child(tip(data, pins, None, (width, height)))
}
