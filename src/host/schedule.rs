//! Work that is done later, or in parts between which the page can react. When pages are prerendered,
//! and once the atlas is closed, nothing is done.

use crate::host::with_host;

/// Calls back after the current task.
pub(crate) fn soon(then: impl FnOnce() + 'static) {
    with_host(|host| host.after_task(Box::new(then)));
}

/// Calls back once the current state is painted.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    with_host(|host| host.after_paint(Box::new(then)));
}

/// Does work in parts until it returns `false`, and lets the page react between them.
pub(crate) fn bit_by_bit(work: impl FnMut() -> bool + 'static) {
    next_bit(Box::new(work), None);
}

/// How long work goes on before the page may react, in milliseconds.
const SLICE: f64 = 20.0;

/// Does as many parts at a time as fit into a time slice. For parts so short that waiting between all of
/// them would take longer than they do.
pub(crate) fn in_slices(work: impl FnMut() -> bool + 'static) {
    next_bit(Box::new(work), Some(SLICE));
}

fn next_bit(mut work: Box<dyn FnMut() -> bool>, slice: Option<f64>) {
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
        next_bit(work, slice);
    });
}
