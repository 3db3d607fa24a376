//! Sizes of elements as signals.

use super::reactive::react;
use crate::browser::size::{ObservedSize, observe_size};
use leptos::html::Custom;
use leptos::prelude::*;

/// The width and height of an element in CSS pixels, which follow it.
pub(crate) fn observed_size(frame: NodeRef<Custom<&'static str>>) -> RwSignal<(u32, u32)> {
    observed(frame, |size| size)
}

/// As [`observed_size`], with 0 for the height, where that follows from what is in the element.
pub(crate) fn observed_width(frame: NodeRef<Custom<&'static str>>) -> RwSignal<(u32, u32)> {
    observed(frame, |(width, _)| (width, 0))
}

fn observed(
    frame: NodeRef<Custom<&'static str>>,
    matters: fn((u32, u32)) -> (u32, u32),
) -> RwSignal<(u32, u32)> {
    let size = RwSignal::new((0, 0));
    let observed = StoredValue::new_local(None::<ObservedSize>);
    react(move || {
        if let Some(frame) = frame.get() {
            observed.set_value(observe_size(&frame, move |now| {
                let now = matters(now);
                if size.get_untracked() != now {
                    size.set(now);
                }
            }));
        }
    });
    size
}
