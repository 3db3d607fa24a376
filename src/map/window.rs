//! The visible part of the map's drawing.
//!
//! During a gesture, the page only moves and scales the finished drawing: one transform of one layer.
//! Once it has settled, the drawing takes its new size, so that lines and letters are sharp again, and
//! the labels are placed again.

use crate::dom::css_number::{decimal, pixels, precise};
use crate::host::schedule;
use atlas_engine::map::{Frame, Point, Viewport};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// How much a button or a key enlarges.
const STEP: f64 = 1.6;
/// How long after the last movement the map has settled, in milliseconds: longer than a glide takes
/// (`--glide-time` in the style sheet).
const SETTLED_AFTER: u32 = 260;
/// The closest view, in pixels per degree. Beyond it, the borders have no more detail to show.
const CLOSEST: f64 = 150.0;
/// From this many pixels per degree on, the borders are drawn in detail, and places are shown.
pub(crate) const CLOSE: f64 = 30.0;
/// The bounds of the largest zoom of a map.
const ZOOM_RANGE: (f64, f64) = (4.0, 40.0);

/// The smallest scale at which a finished drawing is shown. At a smaller one, the browser would have to
/// paint everything that comes into view at the drawing's own size.
const MIN_SCALE: f64 = 0.4;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    /// At once, following fingers, wheel or pointer.
    Immediate,
    Animated,
}

#[derive(Clone, Copy)]
pub(crate) struct MapWindow {
    /// The size of the drawing at zoom 1, which is that of the frame, in pixels.
    size: (f64, f64),
    largest: f64,
    live: RwSignal<Viewport>,
    /// What the drawing was last fitted to.
    settled: RwSignal<Viewport>,
    animating: RwSignal<bool>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl MapWindow {
    /// Opens at the view that was `seen` on another drawing, or shows the whole of this one.
    pub(crate) fn opened(frame: &Frame, seen: Option<(Frame, Viewport)>) -> Self {
        let (min, max) = ZOOM_RANGE;
        let largest = (CLOSEST / frame.units_per_degree()).max(min).min(max);
        let view = seen.map_or(Viewport::WHOLE, |(before, view)| {
            view.carried(&before, frame, largest)
        });
        Self {
            size: (frame.width, frame.height),
            largest,
            live: RwSignal::new(view),
            settled: RwSignal::new(view),
            animating: RwSignal::new(false),
            timer: StoredValue::new_local(None),
        }
    }

    pub(crate) fn size(self) -> (f64, f64) {
        self.size
    }

    /// What is visible now, untracked.
    pub(crate) fn now(self) -> Viewport {
        self.live.get_untracked()
    }

    /// What is visible once nothing moves; changes when a movement has settled.
    pub(crate) fn settled(self) -> Viewport {
        self.settled.get()
    }

    pub(crate) fn moves(self) -> bool {
        self.live.get() != self.settled.get()
    }

    pub(crate) fn transform(self) -> String {
        let (live, settled) = (self.live.get(), self.settled.get());
        let mut transform = "translate(".to_owned();
        transform.push_str(&pixels(-live.x * live.zoom));
        transform.push_str(", ");
        transform.push_str(&pixels(-live.y * live.zoom));
        transform.push_str(") scale(");
        transform.push_str(&precise(live.zoom / settled.zoom));
        transform.push(')');
        transform
    }

    pub(crate) fn length(self, side: f64) -> String {
        pixels(side * self.settled.get().zoom)
    }

    pub(crate) fn zoom(self) -> String {
        decimal(self.settled.get().zoom)
    }

    pub(crate) fn is_animated(self) -> bool {
        self.animating.get()
    }

    pub(crate) fn show(self, view: Viewport, how: Move) {
        let before = self.now();
        if view == before {
            return;
        }
        let shrinks = view.zoom < self.settled.get_untracked().zoom * MIN_SCALE;
        if shrinks {
            // The drawing takes its new size first.
            self.settled.set(view);
        }
        if shrinks && how == Move::Animated {
            // The glide starts from that size, as soon as the drawing has it.
            schedule::after_paint(move || {
                if self.live.try_get_untracked() == Some(before) {
                    self.go(view, how);
                }
            });
        } else {
            self.go(view, how);
        }
    }

    fn go(self, view: Viewport, how: Move) {
        let is_animated = how == Move::Animated;
        if self.animating.get_untracked() != is_animated {
            self.animating.set(is_animated);
        }
        self.live.set(view);
        self.settle_soon();
    }

    fn settle_soon(self) {
        let timer = schedule::timeout(SETTLED_AFTER, move || self.settle());
        self.timer.set_value(Some(timer));
    }

    /// Fits the drawing to what is visible.
    fn settle(self) {
        self.animating.set(false);
        self.settled.set(self.now());
    }

    pub(crate) fn zoom_at(self, factor: f64, place: Point, how: Move) {
        let view = self.now().zoomed(factor, place, self.size, self.largest);
        self.show(view, how);
    }

    /// Zooms and moves as two fingers do, from the view at the first touch.
    pub(crate) fn pinch(self, start: Viewport, factor: f64, from: Point, to: Point) {
        let view = start.pinched(factor, from, to, self.size, self.largest);
        self.show(view, Move::Immediate);
    }

    /// Moves by pixels, from the view at the start.
    pub(crate) fn drag(self, start: Viewport, right: f64, down: f64) {
        self.show(start.moved(right, down, self.size), Move::Immediate);
    }

    /// Moves by shares of the frame.
    pub(crate) fn step(self, right: f64, down: f64) {
        let view = self.now();
        let view = view.moved(right * self.size.0, down * self.size.1, self.size);
        self.show(view, Move::Animated);
    }

    pub(crate) fn zoom_in_at(self, place: Option<Point>) {
        self.zoom_at(STEP, place.unwrap_or(self.middle()), Move::Animated);
    }

    pub(crate) fn zoom_out_at(self, place: Option<Point>) {
        self.zoom_at(1.0 / STEP, place.unwrap_or(self.middle()), Move::Animated);
    }

    pub(crate) fn show_all(self) {
        self.show(Viewport::WHOLE, Move::Animated);
    }

    pub(crate) fn fit(self, (low, high): (Point, Point)) {
        let view = Viewport::showing(low, high, self.size, self.largest);
        self.show(view, Move::Animated);
    }

    pub(crate) fn reveal(self, point: Point) {
        self.show(self.now().revealing(point, self.size), Move::Animated);
    }

    pub(crate) fn can_zoom(self, inwards: bool) -> bool {
        let zoom = self.now().zoom;
        if inwards {
            zoom < self.largest
        } else {
            zoom > 1.0
        }
    }

    fn middle(self) -> Point {
        Point {
            x: self.size.0 / 2.0,
            y: self.size.1 / 2.0,
        }
    }
}
