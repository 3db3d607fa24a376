use crate::host::schedule::owned;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

pub(crate) struct ObservedSize {
    observer: ResizeObserver,
    _report: Closure<dyn FnMut(Array)>,
}

impl Drop for ObservedSize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Reports an element's width and height in whole CSS pixels, now and at each change.
pub(crate) fn observe_size(
    element: &Element,
    mut report: impl FnMut((u32, u32)) + 'static,
) -> Option<ObservedSize> {
    let report = owned(move |entries: Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
            let area = entry.content_rect();
            report((area.width().round() as u32, area.height().round() as u32));
        }
    });
    let report = Closure::<dyn FnMut(Array)>::new(report);
    let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(ObservedSize {
        observer,
        _report: report,
    })
}
