//! What follows signals, compiled once.
//!
//! The framework compiles its part of a signal anew for every closure. Behind these functions all
//! closures of a kind look the same to it.

use super::element::Element;
use leptos::control_flow::{For, ForProps};
use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

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
pub(crate) fn part(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    drawn_part(Box::new(draw))
}

#[inline(never)]
fn drawn_part(draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// Does something beside drawing, at once the page stands and whenever a signal it reads changes.
pub(crate) fn react(act: impl FnMut() + 'static) {
    start_reacting(Box::new(act));
}

#[inline(never)]
fn start_reacting(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}

/// A list whose items keep their elements for as long as they are in it.
pub(crate) fn keyed_list<T: Clone + Eq + Hash + Send + Sync + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    draw: impl Fn(T) -> Element + Send + Sync + 'static,
) -> AnyView {
    let items: Arc<dyn Fn() -> Vec<T> + Send + Sync> = Arc::new(items);
    let draw: Arc<dyn Fn(T) -> AnyView + Send + Sync> = Arc::new(move |item| draw(item).finish());
    let list = ForProps::builder()
        .each(move || items())
        .key(T::clone)
        .children(move |item| draw(item))
        .build();
    For(list).into_any()
}
