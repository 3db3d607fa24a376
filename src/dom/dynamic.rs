//! What follows signals, compiled once.
//!
//! The framework compiles its part of a signal anew for every closure. Behind these functions all
//! closures of a kind look the same to it.

use leptos::prelude::*;

/// Text that follows signals.
pub(crate) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived_text(Box::new(read))
}

#[inline(never)]
fn derived_text(read: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(read)
}

/// A condition that follows signals.
pub(crate) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived_flag(Box::new(read))
}

#[inline(never)]
fn derived_flag(read: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(read)
}

/// A count that follows signals; who reads it runs again only when the count is another.
pub(crate) fn count(read: impl Fn() -> u32 + Send + Sync + 'static) -> Memo<u32> {
    memoised_count(Box::new(read))
}

#[inline(never)]
fn memoised_count(read: Box<dyn Fn() -> u32 + Send + Sync>) -> Memo<u32> {
    Memo::new(move |_| read())
}

/// A part of the page that is drawn again when a signal it reads changes; `None` is nothing.
pub(crate) fn dynamic(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    drawn_part(Box::new(draw))
}

#[inline(never)]
fn drawn_part(draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// Does something beside drawing, at once the page stands and whenever a signal it reads changes.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    start_reacting(Box::new(act));
}

#[inline(never)]
fn start_reacting(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}
