//! Leptos compiles its signal code again for each closure. Behind the functions of this module, all
//! closures of a kind have the same type, so that it is compiled once.

use leptos::prelude::*;

pub(crate) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived_text(Box::new(read))
}

#[inline(never)]
fn derived_text(read: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(read)
}

pub(crate) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived_flag(Box::new(read))
}

#[inline(never)]
fn derived_flag(read: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(read)
}

pub(crate) fn count(read: impl Fn() -> u32 + Send + Sync + 'static) -> Memo<u32> {
    memoised_count(Box::new(read))
}

#[inline(never)]
fn memoised_count(read: Box<dyn Fn() -> u32 + Send + Sync>) -> Memo<u32> {
    Memo::new(move |_| read())
}

pub(crate) fn dynamic(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    drawn_part(Box::new(draw))
}

#[inline(never)]
fn drawn_part(draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// Runs a side effect once the page is drawn, and again when a signal it reads changes.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    start_reacting(Box::new(act));
}

#[inline(never)]
fn start_reacting(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}
