//! For visitors who look closer. A piece of the program of its own, fetched when first asked for;
//! the rest enters it by way of [`super::on_demand`] alone.

#![allow(
    clippy::unnecessary_wraps,
    reason = "all are entered by functions of one type, and some of those may have nothing to draw"
)]

mod charts;
pub(super) mod compare;
mod entries;
pub(super) mod figures;
mod in_time;
pub(super) mod network;
mod network_drawing;
mod network_list;
pub(super) mod record;
mod related;
mod sharing;
pub(super) mod table;

use super::element::{Element, el};
use super::reactive::react;
use crate::browser::size::{ObservedSize, observe_size};
use crate::strings::Word;
use leptos::html::Custom;
use leptos::prelude::*;

/// What stands where no project fits.
fn no_results() -> Element {
    el("div")
        .class("empty")
        .child(el("p").class("empty__what").child(Word::NoResults))
        .child(el("p").child(Word::NoResultsAdvice))
}

/// The width of an element in CSS pixels, which follows it. Its height follows from what is in it.
fn observed_width(frame: NodeRef<Custom<&'static str>>) -> RwSignal<(u32, u32)> {
    let size = RwSignal::new((0, 0));
    let observed = StoredValue::new_local(None::<ObservedSize>);
    react(move || {
        if let Some(frame) = frame.get() {
            observed.set_value(observe_size(&frame, move |(width, _)| {
                if size.get_untracked().0 != width {
                    size.set((width, 0));
                }
            }));
        }
    });
    size
}
