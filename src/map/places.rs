//! The places of the projects, as points on a map that is seen from close by.

use crate::components::content_lang::content_lang;
use crate::components::tab_stop::one_tab_stop;
use crate::dom::css_number::percent;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el, fragment};
use crate::i18n::{Message, PluralMessage, tr, tr_plural};
use crate::map::tip::tip_at;
use crate::map::window::{CLOSE, MapWindow};
use crate::state::Atlas;
use atlas_engine::map::{Frame, LonLat, Point};
use atlas_engine::portfolio::{Degrees, Location, Project};
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event, KeyboardEvent};

/// How many of them; the rest are counted.
const MAX_PLACES: usize = 500;

/// A project and the number of one of its locations.
type Which = (u32, u32);

#[derive(Clone, Copy, PartialEq)]
struct Place {
    which: Which,
    at: Point,
}

#[derive(Clone)]
pub(crate) struct Places {
    atlas: Atlas,
    window: MapWindow,
    frame: Arc<Frame>,
    /// Those of all projects, projected when they are first shown.
    all: Arc<OnceLock<Vec<Place>>>,
    /// By its position among all. A signal of another type would add code to the main program.
    pointed: RwSignal<Option<u32>>,
}

impl Places {
    pub(crate) fn new(atlas: Atlas, window: MapWindow, frame: &Frame) -> Self {
        Self {
            atlas,
            window,
            frame: Arc::new(frame.clone()),
            all: Arc::default(),
            pointed: RwSignal::new(None),
        }
    }

    fn all(&self) -> &[Place] {
        self.all.get_or_init(|| {
            let explorer = self.atlas.explorer();
            let mut places = Vec::new();
            for (record, project) in (0_u32..).zip(&explorer.portfolio().projects) {
                for (at, location) in (0_u32..).zip(&project.locations) {
                    places.push(Place {
                        which: (record, at),
                        at: self.frame.project(LonLat {
                            lon: degrees(location.longitude),
                            lat: degrees(location.latitude),
                        }),
                    });
                }
            }
            places
        })
    }

    /// The points, in a layer that moves with the drawing, one tab stop for all.
    pub(crate) fn layer(&self) -> AnyView {
        let places = self.clone();
        dynamic(move || {
            let view = places.window.settled();
            if view.zoom * places.frame.units_per_degree() < CLOSE {
                return None;
            }
            let results = places.atlas.results();
            let (width, height) = places.window.size();
            let (mut points, mut further) = (Vec::new(), 0);
            for (at, place) in (0_u32..).zip(places.all()) {
                let seen = view.seen_at(place.at);
                let is_seen = (0.0..=width).contains(&seen.x) && (0.0..=height).contains(&seen.y);
                if !is_seen || !results.matches.records.contains(place.which.0) {
                    continue;
                }
                if points.len() < MAX_PLACES {
                    points.extend(places.point(at, place));
                } else {
                    further += 1;
                }
            }
            if points.is_empty() {
                return None;
            }
            let (focused, left) = (places.clone(), places.clone());
            let list = el("div")
                .class("map__places")
                .attr("role", "group")
                .attr("aria-label", Message::PlacesOfProjects)
                .on("focusin", move |event| focused.point_at(which(&event)))
                .on("focusout", move |_| left.point_at(None))
                .child(points);
            let further = (further > 0).then(|| {
                let words = tr_plural(PluralMessage::PlacesNotShown, further);
                let at = view.point_at(Point {
                    x: width / 2.0,
                    y: 0.0,
                });
                el("p")
                    .class("map__places-left")
                    .style("left", percent(at.x / width))
                    .style("top", percent(at.y / height))
                    .child(words)
            });
            let parts = [Some(one_tab_stop(list, || true)), further];
            Some(fragment(parts.into_iter().flatten()))
        })
    }

    fn point(&self, at: u32, place: &Place) -> Option<Element> {
        let explorer = self.atlas.explorer();
        let (project, location) = of(&explorer.portfolio().projects, place.which)?;
        let label = match &location.name {
            Some(name) => [name, tr(Message::PartSeparator), &project.title].concat(),
            None => project.title.clone(),
        };
        let (width, height) = self.window.size();
        let point = el("button")
            .attr("type", "button")
            .attr("tabindex", "-1")
            .class("place")
            .attr("data-place", at.to_string())
            .attr("aria-label", label)
            .style("left", percent(place.at.x / width))
            .style("top", percent(place.at.y / height));
        Some(point)
    }

    fn point_at(&self, place: Option<u32>) {
        if self.pointed.get_untracked() != place {
            self.pointed.set(place);
        }
    }

    /// Notices the place under a pointer. Returns whether there is one.
    pub(crate) fn notice(&self, event: &Event) -> bool {
        let place = which(event);
        self.point_at(place);
        place.is_some()
    }

    /// Opens the project of the place that was clicked. Returns whether there is one.
    pub(crate) fn open(&self, event: &Event) -> bool {
        let place = which(event);
        let found = place.and_then(|at| self.all().get(at as usize));
        if let Some(place) = found {
            self.atlas.open_record(place.which.0);
        }
        found.is_some()
    }

    /// The name of the place that is pointed at, and its project.
    pub(crate) fn tip(&self) -> AnyView {
        let places = self.clone();
        dynamic(move || {
            let pointed = places.pointed.get()?;
            let explorer = places.atlas.explorer();
            let place = places.all().get(pointed as usize)?;
            let (project, location) = of(&explorer.portfolio().projects, place.which)?;
            let name = location.name.as_deref();
            let name = name.map(|name| content_lang(places.atlas, el("b")).child(name));
            let title = content_lang(places.atlas, el("span")).child(project.title.as_str());
            tip_at(
                place.at,
                Some(places.window),
                places.window.size(),
                [name, Some(title)],
            )
        })
    }
}

fn of(projects: &[Project], (record, at): Which) -> Option<(&Project, &Location)> {
    let project = projects.get(record as usize)?;
    Some((project, project.locations.get(at as usize)?))
}

fn degrees(degrees: Degrees) -> f64 {
    f64::from(degrees.millionths()) / 1e6
}

fn which(event: &Event) -> Option<u32> {
    let element: PageElement = event.target()?.dyn_into().ok()?;
    element.get_attribute("data-place")?.parse().ok()
}

/// Whether a key is meant for the points, not for the map around them.
pub(crate) fn is_key_of_places(event: &KeyboardEvent) -> bool {
    let zooms = matches!(event.key().as_str(), "+" | "=" | "-" | "0");
    which(event).is_some() && !zooms
}
