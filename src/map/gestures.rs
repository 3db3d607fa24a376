use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::host::schedule;
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
/// How much a pixel of wheel movement enlarges, as an exponent of 2, and the most that one event may.
const WHEEL: f64 = 1.0 / 320.0;
const WHEEL_PINCHED: f64 = 1.0 / 60.0;
const MAX_ZOOM_PER_EVENT: f64 = 0.6;
/// How many pixels a wheel's line and page are.
const LINE: f64 = 24.0;
const PAGE: f64 = 400.0;
/// How long a hint is shown, in milliseconds.
const HINTED_FOR: u32 = 1_800;
/// The share of the frame that an arrow key moves.
const ARROW_STEP: f64 = 0.2;

#[derive(Clone, Copy)]
struct Press {
    at: Point,
    view: Viewport,
    dragged: bool,
}

#[derive(Clone, Copy)]
struct Pinch {
    middle: Point,
    apart: f64,
    view: Viewport,
}

#[derive(Clone)]
pub(crate) struct Gestures {
    window: MapWindow,
    press: Rc<Cell<Option<Press>>>,
    pinch: Rc<Cell<Option<Pinch>>>,
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

    pub(crate) fn drags(&self) -> Signal<bool> {
        self.dragging.into()
    }

    pub(crate) fn hint(&self) -> Element {
        self.hint.element()
    }

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
                // Fingers can pinch. Two quick taps may mean two countries close to each other.
                if !double.by_finger.get() {
                    double.window.zoom_in_at(pointer_position(&event));
                }
            })
    }

    /// The wheel scrolls the page, unless Ctrl or ⌘ is held or the map has the focus.
    fn turn(&self, event: &WheelEvent) {
        let pinched = event.ctrl_key() || event.meta_key();
        if !pinched && !has_focus(event) {
            if self.window.can_zoom(event.delta_y() < 0.0) {
                self.hint
                    .show(tr_with(Message::ZoomByWheel, &[("key", zoom_key())]));
            }
            return;
        }
        // At the end of the zoom, the page scrolls.
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
        let power = (-turned * speed)
            .max(-MAX_ZOOM_PER_EVENT)
            .min(MAX_ZOOM_PER_EVENT);
        if let Some(position) = pointer_position(event) {
            self.window
                .zoom_at(power_of_two(power), position, Move::Immediate);
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
                // Fails only if the pointer is gone, and then the drag is over.
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

    /// Ends a press and returns whether it was a drag, and so no click.
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

    /// Two fingers move the map; one scrolls the page.
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

/// Zooms or moves by keys, around the focused place if there is one. Returns whether the key was used.
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
    // A map that is shown whole leaves the arrow keys to the page.
    let moves = window.can_zoom(false);
    if moves {
        window.step(right, down);
    }
    moves
}

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
        let timer = schedule::timeout(HINTED_FOR, move || shown.set(false));
        self.timer.set(Some(timer));
        if !shown.get_untracked() {
            self.words.set(words);
            shown.set(true);
        }
    }

    fn element(&self) -> Element {
        let (words, shown) = (self.words, self.shown);
        // Not announced: people who cannot see the map do not turn a wheel over it.
        el("p")
            .class("map__hint")
            .attr("aria-hidden", "true")
            .attr("data-shown", flag(move || shown.get()))
            .child(text(move || words.get()))
    }
}

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

/// The position of a mouse event within the listening element.
pub(crate) fn pointer_position(event: &Event) -> Option<Point> {
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

fn zoom_key() -> &'static str {
    let agent = window().navigator().user_agent();
    let apple = agent.is_ok_and(|agent| agent.contains("Mac"));
    if apple { "⌘" } else { "Ctrl" }
}

/// 2 to a power between −1 and 1, as precise as a wheel needs.
fn power_of_two(power: f64) -> f64 {
    let x = power * std::f64::consts::LN_2;
    1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)))
}
