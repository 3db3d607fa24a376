//! The main map: countries, places to choose them by, labels, zoom.

use super::MapData;
use super::country_labels::CountryLabels;
use super::country_shape::CountryShape;
use super::inset::WorldInset;
use super::legend::Legend;
use super::place::{PlaceOnMap, neighbour, places};
use super::tip::Tip;
use super::window::{MapWindow, ZoomButtons};
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings;
use crate::view::reactive::{flag, text};
use atlas_engine::country::CountryCode;
use atlas_engine::length::decimal;
use atlas_engine::map::{Frame, LabelBox, draw, draw_inset};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent, PointerEvent};

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

/// The map at one size of its frame, in CSS pixels.
#[component]
pub(super) fn WorldMap(data: MapData, width: u32, height: u32) -> impl IntoView {
    let atlas = Atlas::get();
    let size = (f64::from(width), f64::from(height));
    let measures = Measures::of(width);
    let codes: Vec<CountryCode> = data.countries.iter().map(|country| country.code).collect();
    let frame = Frame::around(&data.world, &codes, size.0, size.1, measures.padding);
    let drawing = draw(&data.world, &frame);
    let inset = (!frame.outside.is_empty())
        .then(|| draw_inset(&data.world, &frame, measures.inset.0, measures.inset.1));

    let window = MapWindow::whole(size);
    let zoomed = flag(move || window.zoom() > 1.0);
    let (outside, inside): (Vec<_>, Vec<_>) =
        (data.countries.iter().cloned()).partition(|country| frame.outside.contains(&country.code));
    let here = Arc::new(places(&data, &inside, &drawing.countries));
    let elsewhere = inset
        .as_ref()
        .map(|inset| places(&data, &outside, &inset.countries));
    // One place is in the tab order; arrow keys move to its neighbours.
    let stop = RwSignal::new(here.first().map(|place| place.code));

    let choose = {
        let data = data.clone();
        move |code: CountryCode| toggle(atlas, &data, code)
    };
    let on_key = {
        let (here, choose) = (here.clone(), choose.clone());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "+" | "=" => window.zoom_in(),
                "-" => window.zoom_out(),
                "0" => window.reset(),
                key => match neighbour(&here, stop.get_untracked(), key) {
                    Some(next) => page::focus(&format!(".place[data-country=\"{next}\"]")),
                    None if choose_by_key(&event, &choose) => {}
                    None => return,
                },
            }
            event.prevent_default();
        }
    };
    let on_click = {
        let choose = choose.clone();
        move |event: MouseEvent| {
            if let Some(code) = country_under(event.target()).filter(|_| !window.release()) {
                choose(code);
            }
        }
    };

    let shapes = drawing
        .countries
        .into_iter()
        .filter(|country| !country.path.is_empty())
        .map(|country| view! { <CountryShape data=data.clone() country /> });
    let pins = (here.iter().cloned()).map(|place| view! { <PlaceOnMap place stop=Some(stop) /> });
    view! {
        <svg
            class="map__drawing"
            class:map__drawing--zoomed=zoomed
            style=("--zoom", text(move || decimal(window.zoom())))
            role="group"
            aria-label=strings::MAP_HELP
            viewBox=text(move || window.view_box())
            on:keydown=on_key
            on:click=on_click
            on:pointerover=move |event: PointerEvent| atlas.point_at(country_under(event.target()))
            on:pointerleave=move |_| atlas.point_at(None)
            on:pointerdown=move |event: PointerEvent| window.press(&event)
            on:pointermove=move |event: PointerEvent| window.pull(&event)
        >
            <g aria-hidden="true">{shapes.collect_view()}</g>
            <CountryLabels
                data=data.clone()
                places=here.to_vec()
                size
                letter=measures.letter
                obstacles=furniture(size, inset.is_some().then_some(measures.inset))
            />
            <g>{pins.collect_view()}</g>
        </svg>
        <Tip places=here data=data.clone() at=move |x, y| window.share_at(x, y) />
        <ZoomButtons window />
        {inset
            .zip(elsewhere)
            .map(|(inset, places)| {
                view! { <WorldInset data=data.clone() inset places=Arc::new(places) choose /> }
            })}
        <Legend scale=data.scale.clone() />
    }
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

/// Chooses a country or drops it; one that would give nothing is left alone.
fn toggle(atlas: Atlas, data: &MapData, code: CountryCode) {
    let Some(country) = data.country(code) else {
        return;
    };
    let key = code.to_string();
    let gives = atlas.count_untracked(data.facet, country.value) > 0;
    atlas.change(Step::New, |query| {
        if gives || query.has("country", &key) {
            query.toggle("country", &key);
        }
    });
}

/// Enter and space choose the focused country; tells whether the key was one of them.
pub(super) fn choose_by_key(event: &KeyboardEvent, choose: impl Fn(CountryCode)) -> bool {
    let code =
        country_under(event.target()).filter(|_| matches!(event.key().as_str(), "Enter" | " "));
    code.map(choose).is_some()
}

/// The country whose land or place an event met.
pub(super) fn country_under(target: Option<EventTarget>) -> Option<CountryCode> {
    let element = target?.dyn_into::<Element>().ok()?;
    let country = element.closest("[data-shape], [data-country]").ok()??;
    let code = country
        .get_attribute("data-country")
        .or_else(|| country.get_attribute("data-shape"))?;
    CountryCode::parse(&code)
}
