use crate::dom::css_number::{decimal, pixels, precise};
use crate::dom::dynamic::{dynamic, effect, flag, text};
use crate::dom::element::{Element, Tag, el};
use crate::host::{focus, schedule};
use crate::i18n::Message;
use crate::map::after_paint_view::after_paint_view;
use crate::map::country::{Pin, Spots, neighbour, pin_button, pins, spots};
use crate::map::country_labels::country_labels;
use crate::map::country_shape::{Land, country_shapes, drawn_land};
use crate::map::data::MapData;
use crate::map::events::{choose_by_key, country_under, land_under};
use crate::map::gestures::{Gestures, move_by_key, pointer_position};
use crate::map::inset::world_inset;
use crate::map::legend::legend;
use crate::map::links::links;
use crate::map::map_resources::{detail, fetch_detail_once};
use crate::map::places::{Places, is_key_of_places};
use crate::map::tip::tip;
use crate::map::tools::tools;
use crate::map::window::{CLOSE, MapWindow};
use atlas_engine::country::CountryCode;
use atlas_engine::map::{
    Drawing, DrawnCountry, Frame, LabelBox, Point, Viewport, World, draw_inset, draw_land,
    draw_placing,
};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Frames narrower than this, in pixels, have the layout for phones.
const NARROW: u32 = 600;
/// How much finer than a pixel detailed borders are drawn.
const DETAIL: f64 = 8.0;
/// How many countries are drawn in detail at a time: a few milliseconds of work.
const DRAWN_AT_A_TIME: usize = 16;
/// How far from a country, in pixels, a press still counts as meant for it.
const REACH: f64 = 24.0;

/// How far beside a dot a pointer still hits it, in pixels.
const BESIDE_DOT: f64 = 3.0;

/// Sizes of what is on the map, in pixels.
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

/// The map, drawn for a frame of `width` × `height` CSS pixels.
pub(crate) struct Sheet {
    width: u32,
    height: u32,
    frame: Frame,
    drawing: Drawing,
}

impl Sheet {
    pub(crate) fn of(data: &MapData, (width, height): (u32, u32)) -> Self {
        let padding = Measures::of(width).padding;
        let codes: Vec<CountryCode> = data.countries.iter().map(|it| it.code).collect();
        let size = (f64::from(width), f64::from(height));
        let frame = Frame::around(&data.world, &codes, size.0, size.1, padding);
        Self {
            width,
            height,
            drawing: draw_placing(&data.world, &frame, &codes),
            frame,
        }
    }
}

/// The last view, and the frame of the drawing that it is on.
pub(crate) type Seen = StoredValue<Option<(Frame, Viewport)>>;

/// The map and its controls. It starts from the last view in `seen`, and keeps the current one there.
pub(crate) fn world_map(data: &MapData, sheet: &Sheet, seen: Seen) -> AnyView {
    let Sheet { frame, drawing, .. } = sheet;
    let size = (f64::from(sheet.width), f64::from(sheet.height));
    let measures = Measures::of(sheet.width);
    let inside = data.countries.iter();
    let inside = inside.filter(|country| !frame.outside.contains(&country.code));
    let here = Arc::new(pins(&inside.collect::<Vec<_>>(), &drawing.countries));

    let window = MapWindow::opened(frame, seen.get_value());
    let drawn = frame.clone();
    effect(move || seen.set_value(Some((drawn.clone(), window.settled()))));
    let gestures = Gestures::new(window);
    let has_inset = !frame.outside.is_empty();
    let obstacles = control_areas(size, has_inset.then_some(measures.inset));
    let spots = spots(here.clone(), Some(window));
    let labels = country_labels(
        data,
        here.clone(),
        spots,
        window,
        measures.letter,
        obstacles,
    );
    let graticule = Element::new(Tag::Path)
        .class("map__graticule")
        .attr("d", drawing.graticule.clone());
    let shown = drawing_in(window)
        .child(graticule)
        .child(land(data, window, frame, &drawing.countries))
        .child(links(data, here.clone()))
        .child(pin_layer(data, window, &here, spots))
        .child(labels);
    let inset = has_inset.then(|| {
        let (data, frame) = (data.clone(), frame.clone());
        after_paint_view(move || inset(&data, &frame, measures.inset))
    });
    let places = Places::new(data.atlas, window, frame);
    let pins = (here.clone(), spots);
    let parts = vec![
        view(data, window, &gestures, pins, (shown, places.clone())).finish(),
        tip(data, here, Some(window), size),
        places.tip(),
        gestures.hint().finish(),
        tools(data, window, frame.clone()).finish(),
    ];
    let parts = parts.into_iter().chain(inset);
    let parts: Vec<AnyView> = parts.chain([legend(data).finish()]).collect();
    parts.into_any()
}

fn inset(data: &MapData, frame: &Frame, (width, height): (f64, f64)) -> AnyView {
    let inset = draw_inset(&data.world, frame, width, height);
    let outside = data.countries.iter();
    let outside = outside.filter(|country| frame.outside.contains(&country.code));
    let elsewhere = pins(&outside.collect::<Vec<_>>(), &inset.countries);
    world_inset(data, inset, Arc::new(elsewhere)).finish()
}

/// The land: from the first borders, then in more detail once a visitor zooms in.
fn land(data: &MapData, window: MapWindow, frame: &Frame, countries: &[DrawnCountry]) -> AnyView {
    let looks_closer = RwSignal::new(false);
    let per_degree = frame.units_per_degree();
    effect(move || {
        let close = window.settled().zoom * per_degree >= CLOSE;
        if close && !looks_closer.get_untracked() {
            looks_closer.set(true);
        }
        if close {
            fetch_detail_once();
        }
    });
    let detailed = RwSignal::new(None::<Arc<Vec<Land>>>);
    let frame = Arc::new(frame.enlarged(DETAIL));
    effect(move || {
        if let Some(world) = looks_closer.get().then(detail).flatten() {
            draw_detail(world, frame.clone(), detailed);
        }
    });
    let (data, land) = (data.clone(), drawn_land(countries));
    dynamic(move || {
        let shapes = match detailed.get() {
            Some(land) => country_shapes(&data, land.to_vec())
                .attr(
                    "transform",
                    ["scale(", &precise(1.0 / DETAIL), ")"].concat(),
                )
                .attr("data-detail", "close"),
            None => country_shapes(&data, land.clone()),
        };
        Some(shapes.finish())
    })
}

/// Draws the land in detail between other tasks, and shows it once it is complete.
fn draw_detail(world: Arc<World>, frame: Arc<Frame>, whole: RwSignal<Option<Arc<Vec<Land>>>>) {
    let (mut land, mut begin) = (Vec::new(), 0);
    schedule::run_in_steps(move || {
        let end = begin + DRAWN_AT_A_TIME;
        land.append(&mut draw_land(&world, &frame, begin..end));
        begin = end;
        let goes_on = begin < world.shapes().len();
        if !goes_on {
            whole.try_set(Some(Arc::new(std::mem::take(&mut land))));
        }
        goes_on
    });
}

fn drawing_in(window: MapWindow) -> Element {
    let (width, height) = window.size();
    Element::new(Tag::Svg)
        .class("map__drawing")
        .attr("role", "none")
        .attr(
            "viewBox",
            ["0", "0", &decimal(width), &decimal(height)].join(" "),
        )
        .style("inline-size", text(move || window.length(width)))
        .style("block-size", text(move || window.length(height)))
        .style("--zoom", text(move || window.zoom()))
}

/// The pins as buttons. One is in the tab order; arrow keys move to its neighbours.
fn pin_layer(data: &MapData, window: MapWindow, here: &[Pin], spots: Spots) -> Element {
    let stop = RwSignal::new(here.first().map(|pin| pin.code));
    let pins = here.iter().enumerate().map(|(at, pin)| {
        let centre = pin.centre;
        let pin = pin_button(data, pin, (spots, at), Some(window), Some(stop));
        pin.on("focus", move |_| window.reveal(centre))
    });
    Element::new(Tag::Group).child(pins.collect::<Vec<_>>())
}

fn view(
    data: &MapData,
    window: MapWindow,
    gestures: &Gestures,
    (here, spots): (Arc<Vec<Pin>>, Spots),
    (drawing, places): (Element, Places),
) -> Element {
    let layer = el("div")
        .class("map__layer")
        .class_if("map__layer--animated", flag(move || window.is_animated()))
        .style("transform", text(move || window.transform()))
        .child(drawing)
        .child(places.layer());
    let opened = places.clone();
    let (atlas, keyed, clicked) = (data.atlas, data.clone(), data.clone());
    let (keyed_pins, clicked_pins) = (here.clone(), here.clone());
    let (moving, released) = (gestures.clone(), gestures.clone());
    // A drag is noticed first, before anything is pointed at.
    gestures
        .follow(el("div"))
        .class("map__view")
        // On paper, the whole map is as wide as the page.
        .style("--map-width", pixels(window.size().0))
        .style("--map-height", pixels(window.size().1))
        .attr("role", "group")
        .attr("aria-label", Message::MapHelp)
        .attr("tabindex", "-1")
        .attr("data-dragging", gestures.drags())
        .attr("data-movable", flag(move || window.settled().zoom > 1.0))
        .on("keydown", move |event| {
            if is_key_of_places(event.unchecked_ref()) {
                return;
            }
            if on_key(&keyed, window, &keyed_pins, event.unchecked_ref()) {
                event.prevent_default();
            }
        })
        .on("pointermove", move |event| {
            let dragged = moving.drags().get_untracked();
            let is_at_place = places.notice(&event);
            let position = pointer_position(&event).filter(|_| !dragged && !is_at_place);
            atlas.point_at(
                position.and_then(|position| country_at(&event, window, (&here, spots), position)),
            );
        })
        .on("pointerleave", move |_| atlas.point_at(None))
        .on("click", move |event| {
            if released.release() || opened.open(&event) {
                return;
            }
            let position = pointer_position(&event);
            let code = position
                .and_then(|position| country_at(&event, window, (&clicked_pins, spots), position));
            if let Some(code) = code {
                clicked.toggle(code);
            }
        })
        .child(layer)
}

/// The country that an event is meant for: the one whose dot it hit, or whose land is visible there, or
/// else the nearest one within a finger's reach. The targets of pins are larger than what is visible.
fn country_at(
    event: &Event,
    window: MapWindow,
    (here, spots): (&[Pin], Spots),
    position: Point,
) -> Option<CountryCode> {
    let is_here = |code: &CountryCode| here.iter().any(|it| it.code == *code);
    let view = window.now();
    let squared_distance = |place: Point| {
        let seen = view.seen_at(place);
        let (x, y) = (seen.x - position.x, seen.y - position.y);
        x * x + y * y
    };
    let nearest = |places: &mut dyn Iterator<Item = (Point, f64, CountryCode)>| {
        let near = places.filter_map(|(place, reach, code)| {
            let squared = squared_distance(place);
            (squared <= reach * reach).then_some((squared, code))
        });
        let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0));
        nearest.map(|(_, code)| code)
    };
    let spots = spots.get_untracked();
    let dots = here
        .iter()
        .zip(spots.iter())
        .filter(|(_, spot)| spot.dot > 0.0);
    nearest(&mut dots.map(|(pin, spot)| (spot.at, spot.dot + BESIDE_DOT, pin.code)))
        .or_else(|| land_under(event).filter(is_here))
        .or_else(|| nearest(&mut here.iter().map(|pin| (pin.centre, REACH, pin.code))))
        .or_else(|| country_under(event))
}

fn on_key(data: &MapData, window: MapWindow, here: &[Pin], event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let focused = country_under(event);
    if let Some(next) = neighbour(here, focused, &event.key()) {
        let next = next.to_string();
        focus::focus_in_place(&[".map__view [data-country=\"", &next, "\"]"].concat());
        return true;
    }
    let pin = here.iter().find(|pin| Some(pin.code) == focused);
    let pin = pin.map(|pin| window.now().seen_at(pin.centre));
    move_by_key(window, event, pin) || choose_by_key(data, event)
}

/// The areas that the zoom buttons, the legend and the inset cover.
fn control_areas((width, height): (f64, f64), inset: Option<(f64, f64)>) -> Vec<LabelBox> {
    let (buttons_width, buttons_height) = if width < f64::from(NARROW) {
        (184.0, 64.0)
    } else {
        (150.0, 56.0)
    };
    let buttons = LabelBox {
        x: width - buttons_width,
        y: 0.0,
        width: buttons_width,
        height: buttons_height,
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
