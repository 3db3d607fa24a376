//! The first rendering of the page, in steps so short that the page can react between them.

use crate::dom::dynamic::dynamic;
use crate::host::schedule;
use leptos::prelude::*;
use std::collections::VecDeque;

#[derive(Default)]
struct Steps {
    left: VecDeque<RwSignal<bool>>,
    /// Whether drawing has begun. A step that is added then is part of the current one, and comes next.
    under_way: bool,
    afterwards: Vec<Box<dyn FnOnce()>>,
}

/// The steps of an atlas's first rendering; `None` once it is drawn.
#[derive(Clone, Copy)]
struct FirstRender(StoredValue<Option<Steps>, LocalStorage>);

impl FirstRender {
    /// Calls `act` with the steps, if the current atlas has some left.
    fn with<T>(act: impl FnOnce(&mut Steps) -> T) -> Option<T> {
        let render = use_context::<Self>()?;
        render
            .0
            .try_update_value(|steps| steps.as_mut().map(act))
            .flatten()
    }
}

/// Begins a first rendering in steps. In a hidden page, parts do not wait: the browser runs its timers
/// only once a second.
pub(crate) fn begin() {
    if !document().hidden() {
        let steps = StoredValue::new_local(Some(Steps::default()));
        provide_context(FirstRender(steps));
    }
}

/// A part of the page that is a step of its own. Once the page is drawn, it is drawn at once.
pub(crate) fn step(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let drawn = RwSignal::new(true);
    FirstRender::with(|steps| {
        drawn.set(false);
        if steps.under_way {
            steps.left.push_front(drawn);
        } else {
            steps.left.push_back(drawn);
        }
    });
    dynamic(move || if drawn.get() { draw() } else { None })
}

/// Calls back once the page is drawn.
pub(crate) fn afterwards(then: Box<dyn FnOnce()>) {
    let mut then = Some(then);
    FirstRender::with(|steps| steps.afterwards.extend(then.take()));
    if let Some(then) = then {
        then();
    }
}

/// Draws the steps, and calls `then` after the last.
pub(crate) fn go_on(then: impl FnOnce() + 'static) {
    let mut then = Some(then);
    schedule::run_in_steps(move || {
        let next = FirstRender::with(|steps| {
            steps.under_way = true;
            steps.left.pop_front()
        });
        if let Some(drawn) = next.flatten() {
            // The part may be gone by now.
            drawn.try_set(true);
            return true;
        }
        let render = use_context::<FirstRender>();
        let steps = render.and_then(|render| render.0.try_update_value(Option::take));
        if let Some(then) = then.take() {
            then();
        }
        for then in steps
            .flatten()
            .map(|it| it.afterwards)
            .into_iter()
            .flatten()
        {
            then();
        }
        false
    });
}
