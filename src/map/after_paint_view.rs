use crate::dom::dynamic::dynamic;
use crate::host::schedule;
use leptos::prelude::*;

/// A part of the map that is drawn once the rest has been painted.
pub(crate) fn after_paint_view(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let due = RwSignal::new(false);
    schedule::after_paint(move || {
        due.try_set(true);
    });
    dynamic(move || due.get().then(&draw))
}
