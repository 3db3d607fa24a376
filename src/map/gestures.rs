//! Wheel, pointer, fingers and keys on the map.

use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::i18n::{Message, tr, tr_with};
use crate::map::window::{MapWindow, Move};
use atlas_engine::map::{Point, Viewport};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent, TouchEvent, WheelEvent};

/// A press that moves less than this, in pixels, is a click.
const STILL: f64 = 4.0;
/// How much a pixel of the wheel's turn enlarges, as a power of two, and how much one turn may.
const WHEEL: f64 = 1.0 / 320.0;
const WHEEL_PINCHED: f64 = 1.0 / 60.0;
const MOST_A_TURN: f64 = 0.6;
/// What a wheel's line and page stand for, in pixels.
const LINE: f64 = 24.0;
const PAGE: f64 = 400.0;
/// How long a hint stays, in milliseconds.
const HINTED_FOR: u32 = 1_800;
/// What share of the frame an arrow key moves.
const ARROW_STEP: f64 = 0.2;

/// A press of the mouse: where, what was seen then, and whether it has become a drag.
#[derive(Clone, Copy)]
struct Press {
    at: Point,
    view: Viewport,
    dragged: bool,
}

/// Two fingers on the map: where their middle was and how far apart they were, and what was seen.
#[derive(Clone, Copy)]
struct Pinch {
    middle: Point,
    apart: f64,
    view: Viewport,
}

/// What is under way on one map; cheap to copy about.
#[derive(Clone)]
pub(crate) struct Gestures {
    window: MapWindow,
    press: Rc<Cell<Option<Press>>>,
    pinch: Rc<Cell<Option<Pinch>>>,
    /// Whether the last press was a finger's.
    by_finger: Rc<Cell<bool>>,
    dragging: RwSignal<bool>,
    hint: Hint,
}

impl Gestures {
    pub(crate) fn new(window: MapWindow) -> Self {
        Self {
            window,
            press: Rc::default(),
            pinch: Rc::default(),
            by_finger: Rc::default(),
            dragging: RwSignal::new(false),
            hint: Hint::new(),
        }
    }

    /// Whether the map is being dragged; who reads it runs again when that changes.
    pub(crate) fn drags(&self) -> Signal<bool> {
        self.dragging.into()
    }

    /// The hint's element, which shows itself for a moment when needed.
    pub(crate) fn hint(&self) -> Element {
        self.hint.element()
    }

    /// Lets an element answer to wheel, pointer and fingers.
    pub(crate) fn follow(&self, element: Element) -> Element {
        let (wheel, press, pull, free) = (self.clone(), self.clone(), self.clone(), self.clone());
        let (start, pinch, touch_end, double) =
            (self.clone(), self.clone(), self.clone(), self.clone());
        let end = move |_| free.end_drag();
        element
            .on("wheel", move |event| wheel.turn(event.unchecked_ref()))
            .on("pointerdown", move |event| {
                let event: &PointerEvent = event.unchecked_ref();
                press.by_finger.set(event.pointer_type() == "touch");
                press.press(event);
            })
            .on("pointermove", move |event| pull.pull(event.unchecked_ref()))
            .on("pointerup", end.clone())
            .on("pointercancel", end)
            .on("touchstart", move |event| {
                start.touch(event.unchecked_ref());
            })
            .on("touchmove", move |event| {
                pinch.spread(event.unchecked_ref());
            })
            .on("touchend", move |_| touch_end.pinch.set(None))
            .on("dblclick", move |event| {
                // Fingers have pinching; two quick taps choose a country and take it back, or
                // choose two that are close to each other.
                if !double.by_finger.get() {
                    double.window.zoom_in_at(place_of_mouse(&event));
                }
            })
    }

    /// The wheel belongs to the page, unless the visitor says that the map is meant.
    fn turn(&self, event: &WheelEvent) {
        let pinched = event.ctrl_key() || event.meta_key();
        if !pinched && !has_focus(event) {
            if self.window.can_zoom(event.delta_y() < 0.0) {
                self.hint
                    .show(tr_with(Message::ZoomByWheel, &[("key", zoom_key())]));
            }
            return;
        }
        // At the end of the zoom the page moves on.
        if !pinched && !self.window.can_zoom(event.delta_y() < 0.0) {
            return;
        }
        event.prevent_default();
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => LINE,
            WheelEvent::DOM_DELTA_PAGE => PAGE,
            _ => 1.0,
        };
        let turned = event.delta_y() * unit;
        // A trackpad's pinch arrives as small turns with Ctrl held.
        let speed = if event.ctrl_key() && turned.abs() < 40.0 {
            WHEEL_PINCHED
        } else {
            WHEEL
        };
        let power = (-turned * speed).max(-MOST_A_TURN).min(MOST_A_TURN);
        if let Some(place) = place_of_mouse(event) {
            self.window.zoom_at(power_of_two(power), place, Move::Led);
        }
    }

    fn press(&self, event: &PointerEvent) {
        let with_mouse = event.pointer_type() == "mouse" && event.button() == 0;
        self.press.set(with_mouse.then(|| Press {
            at: client(event.client_x(), event.client_y()),
            view: self.window.now(),
            dragged: false,
        }));
    }

    /// The pointer moves; pressed, it takes the map along.
    fn pull(&self, event: &PointerEvent) {
        let pressed = event.buttons() & 1 == 1;
        let Some(press) = self.press.get().filter(|_| pressed) else {
            return;
        };
        let now = client(event.client_x(), event.client_y());
        let (right, down) = (press.at.x - now.x, press.at.y - now.y);
        if !press.dragged {
            if right * right + down * down <= STILL * STILL || !self.window.can_zoom(false) {
                return;
            }
            self.press.set(Some(Press {
                dragged: true,
                ..press
            }));
            self.dragging.set(true);
            if let Some(element) = current(event) {
                // Refused only when the pointer is gone, and then the drag is over.
                drop(element.set_pointer_capture(event.pointer_id()));
            }
        }
        self.window.drag(press.view, right, down);
    }

    fn end_drag(&self) {
        if self.dragging.get_untracked() {
            self.dragging.set(false);
        }
    }

    /// Ends a press and tells whether it was a drag, which is no click.
    pub(crate) fn release(&self) -> bool {
        self.press.take().is_some_and(|press| press.dragged)
    }

    fn touch(&self, event: &TouchEvent) {
        self.pinch.set(fingers(event).map(|(middle, apart)| Pinch {
            middle,
            apart,
            view: self.window.now(),
        }));
    }

    /// Two fingers move the map; one moves the page.
    fn spread(&self, event: &TouchEvent) {
        let Some((middle, apart)) = fingers(event) else {
            if self.window.can_zoom(false) {
                self.hint.show(tr(Message::MoveByFingers).to_owned());
            }
            return;
        };
        if event.cancelable() {
            event.prevent_default();
        }
        if let Some(pinch) = self.pinch.get() {
            let factor = apart / pinch.apart.max(1.0);
            self.window.pinch(pinch.view, factor, pinch.middle, middle);
        }
    }
}

/// Zooms and moves by keys, around the place in the frame that has the focus, where one has; tells
/// whether the key was one that does.
pub(crate) fn move_by_key(
    window: MapWindow,
    event: &KeyboardEvent,
    focused: Option<Point>,
) -> bool {
    let (right, down) = match event.key().as_str() {
        "+" | "=" => {
            window.zoom_in_at(focused);
            return true;
        }
        "-" => {
            window.zoom_out_at(focused);
            return true;
        }
        "0" => {
            window.show_all();
            return true;
        }
        "ArrowRight" => (ARROW_STEP, 0.0),
        "ArrowLeft" => (-ARROW_STEP, 0.0),
        "ArrowDown" => (0.0, ARROW_STEP),
        "ArrowUp" => (0.0, -ARROW_STEP),
        _ => return false,
    };
    // A map that is seen whole leaves the arrows to the page.
    let moves = window.can_zoom(false);
    if moves {
        window.step(right, down);
    }
    moves
}

/// A sentence that comes and goes.
#[derive(Clone)]
struct Hint {
    words: RwSignal<String>,
    shown: RwSignal<bool>,
    timer: Rc<Cell<Option<Timeout>>>,
}

impl Hint {
    fn new() -> Self {
        Self {
            words: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
            timer: Rc::default(),
        }
    }

    fn show(&self, words: String) {
        let shown = self.shown;
        let timer = Timeout::new(HINTED_FOR, move || shown.set(false));
        self.timer.set(Some(timer));
        if !shown.get_untracked() {
            self.words.set(words);
            shown.set(true);
        }
    }

    fn element(&self) -> Element {
        let (words, shown) = (self.words, self.shown);
        // Not announced: who cannot see the map does not turn a wheel over it.
        el("p")
            .class("map__hint")
            .attr("aria-hidden", "true")
            .attr("data-shown", flag(move || shown.get()))
            .child(text(move || words.get()))
    }
}

/// The middle of two fingers within the listening element, and how far apart they are.
fn fingers(event: &TouchEvent) -> Option<(Point, f64)> {
    let touches = event.touches();
    let (first, second) = (touches.get(0)?, touches.get(1)?);
    let bounds = current(event)?.get_bounding_client_rect();
    let first = client(first.client_x(), first.client_y());
    let second = client(second.client_x(), second.client_y());
    let (x, y) = (second.x - first.x, second.y - first.y);
    let middle = Point {
        x: f64::midpoint(first.x, second.x) - bounds.left(),
        y: f64::midpoint(first.y, second.y) - bounds.top(),
    };
    Some((middle, (x * x + y * y).sqrt()))
}

/// Where within the listening element a mouse's event was.
pub(crate) fn place_of_mouse(event: &Event) -> Option<Point> {
    let mouse: &web_sys::MouseEvent = event.dyn_ref()?;
    let bounds = current(event)?.get_bounding_client_rect();
    Some(Point {
        x: f64::from(mouse.client_x()) - bounds.left(),
        y: f64::from(mouse.client_y()) - bounds.top(),
    })
}

fn has_focus(event: &Event) -> bool {
    current(event).is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}

fn current(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn client(x: i32, y: i32) -> Point {
    Point {
        x: f64::from(x),
        y: f64::from(y),
    }
}

/// The key that means “zoom” beside a wheel, as keyboards name it.
fn zoom_key() -> &'static str {
    let agent = window().navigator().user_agent();
    let apple = agent.is_ok_and(|agent| agent.contains("Mac"));
    if apple { "⌘" } else { "Ctrl" }
}

/// Two to a power between −1 and 1, as closely as a wheel needs it.
fn power_of_two(power: f64) -> f64 {
    let x = power * std::f64::consts::LN_2;
    1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)))
}
