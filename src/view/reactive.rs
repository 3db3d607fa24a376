//! Views that follow signals, compiled once.
//!
//! The framework compiles its update code anew for every closure that it meets in a view, one or
//! two kilobytes each. Behind these three functions all closures look the same to it.

use leptos::prelude::*;

/// Text that follows signals.
pub(crate) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A condition that follows signals.
pub(crate) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// A part of the page that is drawn again when a signal it reads changes.
pub(crate) fn part(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(draw);
    (move || draw()).into_any()
}
