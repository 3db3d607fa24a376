//! What follows signals, compiled once.
//!
//! The framework compiles its part of a signal anew for every closure. Behind these functions all
//! closures of a kind look the same to it.

use super::element::Element;
use super::facet_values::Line;
use leptos::control_flow::{For, ForProps};
use leptos::prelude::*;
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

/// A list of lines that keep their elements for as long as they are in it. It is compiled for one
/// type of item, as each would add kilobytes to the program.
pub(crate) fn keyed_list(
    lines: impl Fn() -> Vec<Line> + Send + Sync + 'static,
    draw: impl Fn(Line) -> Element + Send + Sync + 'static,
) -> AnyView {
    let lines: Arc<dyn Fn() -> Vec<Line> + Send + Sync> = Arc::new(lines);
    let draw: Arc<dyn Fn(Line) -> AnyView + Send + Sync> =
        Arc::new(move |line| draw(line).finish());
    keyed_view(lines, draw)
}

#[inline(never)]
fn keyed_view(
    lines: Arc<dyn Fn() -> Vec<Line> + Send + Sync>,
    draw: Arc<dyn Fn(Line) -> AnyView + Send + Sync>,
) -> AnyView {
    let list = ForProps::builder()
        .each(move || lines())
        .key(Line::clone)
        .children(move |line| draw(line))
        .build();
    For(list).into_any()
}
