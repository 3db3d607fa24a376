use crate::host::page;
use leptos::prelude::{RwSignal, Set, window};

/// Whether the page is being printed.
pub(crate) fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        page::listen(event, move |_| printing.set(begins));
    }
    printing
}

pub(crate) fn print() {
    // Fails only in a frame that may not print.
    drop(window().print());
}
