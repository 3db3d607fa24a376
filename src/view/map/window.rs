//! Which part of the map's drawing is seen: zooming and moving it.

use crate::strings::Word;
use crate::view::element::{Element, el};
use atlas_engine::length::decimal;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::PointerEvent;

const LARGEST_ZOOM: f64 = 16.0;
const STEP: f64 = 1.6;
/// A press that moves less than this, in pixels, is a click.
const STILL: f64 = 4.0;

/// The upper left corner of what is seen, in the drawing's units, and how much it is enlarged.
#[derive(Clone, Copy, PartialEq)]
struct View {
    x: f64,
    y: f64,
    zoom: f64,
}

const WHOLE: View = View {
    x: 0.0,
    y: 0.0,
    zoom: 1.0,
};

impl View {
    /// Keeps what is seen within a drawing of that size.
    fn within(self, (width, height): (f64, f64)) -> Self {
        let most = |length: f64| length - length / self.zoom;
        Self {
            x: self.x.min(most(width)).max(0.0),
            y: self.y.min(most(height)).max(0.0),
            ..self
        }
    }
}

/// A press of the pointer: where, what was seen then, and whether it has become a drag.
#[derive(Clone, Copy)]
struct Press {
    at: (f64, f64),
    view: View,
    dragged: bool,
}

/// A window onto a drawing; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct MapWindow {
    /// Width and height of the drawing and of the frame, in pixels.
    size: (f64, f64),
    view: RwSignal<View>,
}

impl MapWindow {
    /// Shows the whole of a drawing.
    pub(super) fn whole(size: (f64, f64)) -> Self {
        Self {
            size,
            view: RwSignal::new(WHOLE),
        }
    }

    /// How much the drawing is enlarged, from 1.
    pub(super) fn zoom(self) -> f64 {
        self.view.get().zoom
    }

    /// The value of the drawing's `viewBox`.
    pub(super) fn view_box(self) -> String {
        let View { x, y, zoom } = self.view.get();
        let (width, height) = self.size;
        [x, y, width / zoom, height / zoom].map(decimal).join(" ")
    }

    /// Where a point of the drawing is seen, as shares of the frame's width and height.
    pub(super) fn share_at(self, x: f64, y: f64) -> (f64, f64) {
        let View {
            x: left,
            y: top,
            zoom,
        } = self.view.get();
        (
            (x - left) * zoom / self.size.0,
            (y - top) * zoom / self.size.1,
        )
    }

    pub(super) fn zoom_in(self) {
        self.zoom_by(STEP);
    }

    pub(super) fn zoom_out(self) {
        self.zoom_by(1.0 / STEP);
    }

    pub(super) fn reset(self) {
        self.view.set(WHOLE);
    }

    /// Enlarges around the middle of what is seen.
    fn zoom_by(self, factor: f64) {
        self.view.update(|view| {
            let zoom = (view.zoom * factor).max(1.0).min(LARGEST_ZOOM);
            let shift = (1.0 / view.zoom - 1.0 / zoom) / 2.0;
            let (x, y) = (view.x + self.size.0 * shift, view.y + self.size.1 * shift);
            *view = View { x, y, zoom }.within(self.size);
        });
    }
}

/// Drags the map along with a pressed pointer.
#[derive(Clone)]
pub(super) struct Dragging {
    window: MapWindow,
    press: Rc<Cell<Option<Press>>>,
}

impl Dragging {
    /// Nothing is pressed yet.
    pub(super) fn new(window: MapWindow) -> Self {
        Self {
            window,
            press: Rc::default(),
        }
    }

    /// The pointer goes down.
    pub(super) fn press(&self, event: &PointerEvent) {
        self.press.set(Some(Press {
            at: position(event),
            view: self.window.view.get_untracked(),
            dragged: false,
        }));
    }

    /// The pointer moves; pressed, it takes the map along.
    pub(super) fn pull(&self, event: &PointerEvent) {
        let pressed = event.buttons() & 1 == 1;
        let Some(press) = self.press.get().filter(|_| pressed) else {
            return;
        };
        let now = position(event);
        let (x, y) = (press.at.0 - now.0, press.at.1 - now.1);
        if press.dragged || x * x + y * y > STILL * STILL {
            self.press.set(Some(Press {
                dragged: true,
                ..press
            }));
            let View { zoom, .. } = press.view;
            let view = View {
                x: press.view.x + x / zoom,
                y: press.view.y + y / zoom,
                zoom,
            };
            self.window.view.set(view.within(self.window.size));
        }
    }

    /// Ends a press and tells whether it was a drag.
    pub(super) fn release(&self) -> bool {
        self.press.take().is_some_and(|press| press.dragged)
    }
}

fn position(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The buttons that zoom.
pub(super) fn zoom_buttons(window: MapWindow) -> Element {
    let button = |label: Word, sign: &str, act: fn(MapWindow)| {
        el("button")
            .attr("type", "button")
            .attr("aria-label", label)
            .attr("title", label)
            .on("click", move |_| act(window))
            .child(sign)
    };
    el("div")
        .class("map__tools")
        .child(button(Word::ZoomIn, "+", MapWindow::zoom_in))
        .child(button(Word::ZoomOut, "−", MapWindow::zoom_out))
        .child(button(Word::ZoomToFit, "⤢", MapWindow::reset))
}
