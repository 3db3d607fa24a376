//! The first rendering of the page, in steps so short that the page can react between them.

use crate::dom::dynamic::dynamic;
use crate::host::page;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;

#[derive(Default)]
struct Steps {
    left: VecDeque<RwSignal<bool>>,
    /// Whether drawing has begun. A step that is added then is part of the current one, and comes next.
    under_way: bool,
    afterwards: Vec<Box<dyn FnOnce()>>,
}

thread_local! {
    /// `None` once the page is drawn.
    static STEPS: RefCell<Option<Steps>> = const { RefCell::new(None) };
}

/// In a hidden page, parts do not wait: the browser runs its timers only once a second.
pub(crate) fn begin() {
    if !document().hidden() {
        STEPS.set(Some(Steps::default()));
    }
}

/// A part of the page that is a step of its own. Once the page is drawn, it is drawn at once.
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

pub(crate) fn go_on(then: fn()) {
    page::bit_by_bit(move || {
        let next = STEPS.with_borrow_mut(|steps| {
            let steps = steps.as_mut()?;
            steps.under_way = true;
            steps.left.pop_front()
        });
        if let Some(drawn) = next {
            // The part may be gone by now.
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
