//! Work that is done later, or in parts between which the page can react. When pages are prerendered,
//! and once the atlas is closed, nothing is done.

use crate::host::with_host;
use gloo_timers::callback::{Interval, Timeout};
use leptos::prelude::Owner;
use leptos::reactive::owner::WeakOwner;

/// Calls back after the current task.
pub(crate) fn soon(then: impl FnOnce() + 'static) {
    with_host(|host| host.after_task(Box::new(then)));
}

/// Calls back once the current state is painted.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    with_host(|host| host.after_paint(Box::new(then)));
}

/// Calls back after a time in milliseconds, unless the timer is dropped before.
pub(crate) fn timeout(millis: u32, then: impl FnOnce() + 'static) -> Timeout {
    boxed_timeout(millis, Box::new(then))
}

// Compiled once: to the browser, every callback is the same.
#[inline(never)]
fn boxed_timeout(millis: u32, then: Box<dyn FnOnce()>) -> Timeout {
    let owner = weak_owner();
    Timeout::new(millis, move || within(owner.as_ref(), then))
}

/// Calls back at each interval in milliseconds, until the timer is dropped.
pub(crate) fn interval(millis: u32, mut tick: impl FnMut() + 'static) -> Interval {
    let owner = weak_owner();
    Interval::new(millis, move || within(owner.as_ref(), &mut tick))
}

/// A callback for the browser that runs in the reactive owner which is current now, and so finds its
/// context. Once that owner is gone, the callback has no effect. The owner is not kept alive.
pub(crate) fn owned<T>(mut act: impl FnMut(T) + 'static) -> impl FnMut(T) {
    let owner = weak_owner();
    move |value| within(owner.as_ref(), || act(value))
}

fn weak_owner() -> Option<WeakOwner> {
    Owner::current().map(|owner| owner.downgrade())
}

fn within(owner: Option<&WeakOwner>, act: impl FnOnce()) {
    if let Some(owner) = owner.and_then(WeakOwner::upgrade) {
        owner.with(act);
    }
}

/// Does work in parts until it returns `false`, and lets the page react between them.
pub(crate) fn run_in_steps(work: impl FnMut() -> bool + 'static) {
    next_step(Box::new(work), None);
}

/// How long work goes on before the page may react, in milliseconds.
const SLICE: f64 = 20.0;

/// Does as many parts at a time as fit into a time slice. For parts so short that waiting between all of
/// them would take longer than they do.
pub(crate) fn run_in_time_slices(work: impl FnMut() -> bool + 'static) {
    next_step(Box::new(work), Some(SLICE));
}

fn next_step(mut work: Box<dyn FnMut() -> bool>, slice: Option<f64>) {
    soon(move || {
        let now = || js_sys::Date::now();
        let end = slice.map(|slice| now() + slice);
        loop {
            if !work() {
                return;
            }
            if end.is_none_or(|end| now() >= end) {
                break;
            }
        }
        next_step(work, slice);
    });
}
