//! The main map: countries, places to choose them by, labels, zoom.

use super::MapData;
use super::country_labels::country_labels;
use super::country_shape::country_shapes;
use super::inset::world_inset;
use super::legend::legend;
use super::place::{Place, neighbour, place_on_map, places};
use super::tip::tip;
use super::window::{Dragging, MapWindow, zoom_buttons};
use crate::atlas::Atlas;
use crate::browser::page;
use crate::strings::Word;
use crate::view::element::{Element, Tag};
use crate::view::reactive::text;
use atlas_engine::country::CountryCode;
use atlas_engine::length::decimal;
use atlas_engine::map::{Frame, LabelBox, draw, draw_inset};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Frames narrower than this, in pixels, are a phone's.
const NARROW: u32 = 600;

/// Measures of the map's furniture, in pixels.
struct Measures {
    padding: f64,
    letter: f64,
    inset: (f64, f64),
}

impl Measures {
    fn of(width: u32) -> Self {
        if width < NARROW {
            Self {
                padding: 12.0,
                letter: 11.0,
                inset: (120.0, 60.0),
            }
        } else {
            Self {
                padding: 24.0,
                letter: 12.0,
                inset: (152.0, 76.0),
            }
        }
    }
}

/// The map and what stands over it, for a frame of `width` × `height` CSS pixels.
pub(super) fn world_map(data: &MapData, (width, height): (u32, u32)) -> AnyView {
    let size = (f64::from(width), f64::from(height));
    let measures = Measures::of(width);
    let codes: Vec<CountryCode> = data.countries.iter().map(|it| it.code).collect();
    let frame = Frame::around(&data.world, &codes, size.0, size.1, measures.padding);
    let drawing = draw(&data.world, &frame);
    let inset = (!frame.outside.is_empty())
        .then(|| draw_inset(&data.world, &frame, measures.inset.0, measures.inset.1));
    let (outside, inside): (Vec<_>, Vec<_>) =
        (data.countries.iter()).partition(|country| frame.outside.contains(&country.code));
    let here = Arc::new(places(&inside, &drawing.countries));

    let window = MapWindow::whole(size);
    let obstacles = furniture(size, inset.as_ref().map(|_| measures.inset));
    let drawing = followed(data, window, here.clone())
        .child(country_shapes(data, drawing.countries))
        .child(country_labels(
            data,
            &here,
            size,
            measures.letter,
            &obstacles,
        ))
        .child(pins(data, &here));
    let inset = inset.map(|inset| {
        let elsewhere = places(&outside, &inset.countries);
        world_inset(data, inset, elsewhere)
    });
    let mut parts = vec![drawing.finish()];
    parts.push(tip(data, here, move |x, y| window.share_at(x, y)));
    parts.push(zoom_buttons(window).finish());
    parts.extend(inset.map(Element::finish));
    parts.push(legend(data).finish());
    parts.into_any()
}

/// The places as buttons; one is in the tab order, and arrow keys move to its neighbours.
fn pins(data: &MapData, here: &[Place]) -> Element {
    let stop = RwSignal::new(here.first().map(|place| place.code));
    let pins = here
        .iter()
        .map(|place| place_on_map(data, place, Some(stop)));
    Element::new(Tag::Group).child(pins.collect::<Vec<_>>())
}

/// The drawing's element, which answers to pointer and keyboard.
fn followed(data: &MapData, window: MapWindow, here: Arc<Vec<Place>>) -> Element {
    let (clicked, keyed) = (data.clone(), data.clone());
    let dragging = Dragging::new(window);
    let (pressed, pulled) = (dragging.clone(), dragging.clone());
    let drawing = Element::new(Tag::Svg)
        .class(text(move || {
            let zoomed = window.zoom() > 1.0;
            if zoomed {
                "map__drawing map__drawing--zoomed"
            } else {
                "map__drawing"
            }
            .to_owned()
        }))
        .attr("role", "group")
        .attr("aria-label", Word::MapHelp)
        .attr("viewBox", text(move || window.view_box()))
        .style("--zoom", text(move || decimal(window.zoom())))
        .on("keydown", move |event| {
            if on_key(&keyed, window, &here, event.unchecked_ref()) {
                event.prevent_default();
            }
        })
        .on("pointerdown", move |event| {
            pressed.press(event.unchecked_ref());
        })
        .on("pointermove", move |event| {
            pulled.pull(event.unchecked_ref());
        })
        .on("click", move |event| {
            if !dragging.release() {
                choose_by_pointer(&clicked, &event);
            }
        });
    point_by_pointer(data.atlas, drawing)
}

/// Answers a key on the map; tells whether there was an answer.
fn on_key(data: &MapData, window: MapWindow, here: &[Place], event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "+" | "=" => window.zoom_in(),
        "-" => window.zoom_out(),
        "0" => window.reset(),
        key => match neighbour(here, country_under(event), key) {
            Some(next) => page::focus(&format!(".place[data-country=\"{next}\"]")),
            None => return choose_by_key(data, event),
        },
    }
    true
}

/// What stands over the map's corners: zoom buttons, legend, inset.
fn furniture((width, height): (f64, f64), inset: Option<(f64, f64)>) -> Vec<LabelBox> {
    let buttons = LabelBox {
        x: width - 60.0,
        y: 0.0,
        width: 60.0,
        height: 140.0,
    };
    let legend = LabelBox {
        x: width - 240.0,
        y: height - 48.0,
        width: 240.0,
        height: 48.0,
    };
    let inset = inset.map(|(inset_width, inset_height)| LabelBox {
        x: 0.0,
        y: height - inset_height - 24.0,
        width: inset_width + 24.0,
        height: inset_height + 24.0,
    });
    [buttons, legend].into_iter().chain(inset).collect()
}

/// Points at the country under the pointer.
pub(super) fn point_by_pointer(atlas: Atlas, drawing: Element) -> Element {
    drawing
        .on("pointerover", move |event| {
            atlas.point_at(country_under(&event));
        })
        .on("pointerleave", move |_| atlas.point_at(None))
}

/// A click chooses the country it met.
pub(super) fn choose_by_pointer(data: &MapData, event: &Event) {
    if let Some(code) = country_under(event) {
        data.toggle(code);
    }
}

/// Enter and space choose the focused country; tells whether the key was one of them.
pub(super) fn choose_by_key(data: &MapData, event: &KeyboardEvent) -> bool {
    let chooses = matches!(event.key().as_str(), "Enter" | " ");
    let code = country_under(event).filter(|_| chooses);
    code.map(|code| data.toggle(code)).is_some()
}

/// The country whose land or place an event met.
fn country_under(event: &Event) -> Option<CountryCode> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let country = element.closest("[data-shape], [data-country]").ok()??;
    let code = country
        .get_attribute("data-country")
        .or_else(|| country.get_attribute("data-shape"))?;
    CountryCode::parse(&code)
}
