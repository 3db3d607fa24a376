//! Which part of the map's drawing is seen.
//!
//! While a gesture lasts, the page only moves and enlarges the drawing's finished picture: one
//! transform of one layer. Once it has settled, the drawing takes its new size, so that lines and
//! letters are sharp again, and the names are placed anew.

use crate::host::page;
use atlas_engine::length::{decimal, pixels, precise};
use atlas_engine::map::{Frame, Point, Viewport};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// How much a button or a key enlarges.
const STEP: f64 = 1.6;
/// How long after the last of a row of movements the map has settled, in milliseconds: longer
/// than a glide takes (`--glide` in the style sheet).
const SETTLED_AFTER: u32 = 260;
/// The closest view, in pixels a degree: beyond, the borders have nothing more to show.
const CLOSEST: f64 = 150.0;
/// How much any map can be enlarged, and the most that one can.
const ZOOM_RANGE: (f64, f64) = (4.0, 40.0);

/// The smallest that a finished picture is shown: to show it smaller, the browser would have to
/// paint all that comes into sight at the picture's own size.
const SMALLEST: f64 = 0.4;

/// How a view is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    /// At once, as fingers, wheel and pointer lead.
    Led,
    /// By a short glide.
    Glided,
}

/// A window onto a drawing; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct MapWindow {
    /// Width and height of the drawing at zoom 1, which are those of the frame, in pixels.
    size: (f64, f64),
    largest: f64,
    /// What is seen now.
    live: RwSignal<Viewport>,
    /// What the drawing was last fitted to.
    settled: RwSignal<Viewport>,
    gliding: RwSignal<bool>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl MapWindow {
    /// Shows what was `seen` before of another drawing, by its frame, or the whole of this one.
    pub(crate) fn opened(frame: &Frame, seen: Option<(Frame, Viewport)>) -> Self {
        let (least, most) = ZOOM_RANGE;
        let largest = (CLOSEST / frame.units_per_degree()).max(least).min(most);
        let view = seen.map_or(Viewport::WHOLE, |(before, view)| {
            view.carried(&before, frame, largest)
        });
        Self {
            size: (frame.width, frame.height),
            largest,
            live: RwSignal::new(view),
            settled: RwSignal::new(view),
            gliding: RwSignal::new(false),
            timer: StoredValue::new_local(None),
        }
    }

    pub(crate) fn size(self) -> (f64, f64) {
        self.size
    }

    /// What is seen at this moment; nobody is told when it changes.
    pub(crate) fn now(self) -> Viewport {
        self.live.get_untracked()
    }

    /// What is seen when nothing moves; who reads it runs again once a movement has settled.
    pub(crate) fn settled(self) -> Viewport {
        self.settled.get()
    }

    /// Whether a movement goes on; who reads it runs again at its beginning and end.
    pub(crate) fn moves(self) -> bool {
        self.live.get() != self.settled.get()
    }

    /// The transform of the layer with the drawing.
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

    /// The drawing's side when it is enlarged, from its length at zoom 1.
    pub(crate) fn length(self, side: f64) -> String {
        pixels(side * self.settled.get().zoom)
    }

    /// The zoom that the drawing was last fitted to, for the style sheet.
    pub(crate) fn zoom(self) -> String {
        decimal(self.settled.get().zoom)
    }

    pub(crate) fn glides(self) -> bool {
        self.gliding.get()
    }

    /// Shows another part.
    pub(crate) fn show(self, view: Viewport, how: Move) {
        let before = self.now();
        if view == before {
            return;
        }
        let shrinks = view.zoom < self.settled.get_untracked().zoom * SMALLEST;
        if shrinks {
            // The drawing takes its new size on the way.
            self.settled.set(view);
        }
        if shrinks && how == Move::Glided {
            // From that size it glides, as soon as it has it.
            page::after_paint(move || {
                if self.live.try_get_untracked() == Some(before) {
                    self.go(view, how);
                }
            });
        } else {
            self.go(view, how);
        }
    }

    fn go(self, view: Viewport, how: Move) {
        let glides = how == Move::Glided;
        if self.gliding.get_untracked() != glides {
            self.gliding.set(glides);
        }
        self.live.set(view);
        self.settle_soon();
    }

    fn settle_soon(self) {
        let timer = Timeout::new(SETTLED_AFTER, move || self.link_parents());
        self.timer.set_value(Some(timer));
    }

    /// Fits the drawing to what is seen.
    fn link_parents(self) {
        self.gliding.set(false);
        self.settled.set(self.now());
    }

    /// Enlarges around a place in the frame.
    pub(crate) fn zoom_at(self, factor: f64, place: Point, how: Move) {
        let view = self.now().zoomed(factor, place, self.size, self.largest);
        self.show(view, how);
    }

    /// Enlarges and moves as two fingers do, from the view in which they came down.
    pub(crate) fn pinch(self, start: Viewport, factor: f64, from: Point, to: Point) {
        let view = start.pinched(factor, from, to, self.size, self.largest);
        self.show(view, Move::Led);
    }

    /// Moves by so many pixels, from the view at the beginning.
    pub(crate) fn drag(self, start: Viewport, right: f64, down: f64) {
        self.show(start.moved(right, down, self.size), Move::Led);
    }

    /// Moves by a share of the frame.
    pub(crate) fn step(self, right: f64, down: f64) {
        let view = self.now();
        let view = view.moved(right * self.size.0, down * self.size.1, self.size);
        self.show(view, Move::Glided);
    }

    /// Enlarges around a place in the frame, or its middle.
    pub(crate) fn zoom_in_at(self, place: Option<Point>) {
        self.zoom_at(STEP, place.unwrap_or(self.middle()), Move::Glided);
    }

    /// Shrinks around a place in the frame, or its middle.
    pub(crate) fn zoom_out_at(self, place: Option<Point>) {
        self.zoom_at(1.0 / STEP, place.unwrap_or(self.middle()), Move::Glided);
    }

    pub(crate) fn show_all(self) {
        self.show(Viewport::WHOLE, Move::Glided);
    }

    /// Shows a rectangle of the drawing as large as fits.
    pub(crate) fn fit(self, (low, high): (Point, Point)) {
        let view = Viewport::showing(low, high, self.size, self.largest);
        self.show(view, Move::Glided);
    }

    /// Brings a point of the drawing into the frame.
    pub(crate) fn reveal(self, point: Point) {
        self.show(self.now().revealing(point, self.size), Move::Glided);
    }

    /// Whether a wheel could enlarge or shrink the map any further.
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
