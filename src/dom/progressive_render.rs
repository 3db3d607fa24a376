//! The page's first drawing, in steps: each so short that whatever a visitor does meanwhile is
//! answered between two of them.

use crate::dom::dynamic::dynamic;
use crate::host::page;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;

/// The steps that are left.
#[derive(Default)]
struct Steps {
    /// In the order in which they are to be drawn.
    left: VecDeque<RwSignal<bool>>,
    /// Whether they are being drawn: then what turns up is a step within a step, and is next.
    under_way: bool,
    /// What waits for all of them.
    afterwards: Vec<Box<dyn FnOnce()>>,
}

thread_local! {
    /// Nothing of the kind once the page stands.
    static STEPS: RefCell<Option<Steps>> = const { RefCell::new(None) };
}

/// From here on parts wait for their step. Where nobody looks they do not: the browser lets a
/// hidden page go on once a second only.
pub(crate) fn begin() {
    if !document().hidden() {
        STEPS.set(Some(Steps::default()));
    }
}

/// A part of the page that is a step of its own. Once the page stands it is drawn at once.
pub(crate) fn step(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let drawn = RwSignal::new(true);
    STEPS.with_borrow_mut(|steps| {
        if let Some(steps) = steps {
            drawn.set(false);
            if steps.under_way {
                steps.left.push_front(drawn);
            } else {
                steps.left.push_back(drawn);
            }
        }
    });
    dynamic(move || if drawn.get() { draw() } else { None })
}

/// Calls back once the page stands; at once where it does.
pub(crate) fn afterwards(then: Box<dyn FnOnce()>) {
    let at_once = STEPS.with_borrow_mut(|steps| match steps {
        Some(steps) => {
            steps.afterwards.push(then);
            None
        }
        None => Some(then),
    });
    if let Some(then) = at_once {
        then();
    }
}

/// Draws what is left, a step at a time, and calls back when the page stands.
pub(crate) fn go_on(then: fn()) {
    page::bit_by_bit(move || {
        let next = STEPS.with_borrow_mut(|steps| {
            let steps = steps.as_mut()?;
            steps.under_way = true;
            steps.left.pop_front()
        });
        if let Some(drawn) = next {
            // Its part may be gone by now: then nobody listens.
            drawn.try_set(true);
        } else {
            let waiting = STEPS.take().map(|steps| steps.afterwards);
            then();
            for then in waiting.into_iter().flatten() {
                then();
            }
        }
        next.is_some()
    });
}
