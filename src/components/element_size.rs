//! Sizes of elements as signals.

use crate::host::size::{ObservedSize, observe_size};
use leptos::prelude::*;
use web_sys::Element;

type Size = (u32, u32);

/// The size of an element that is still to be made. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Observed {
    size: RwSignal<Size>,
    observer: StoredValue<Option<ObservedSize>, LocalStorage>,
    matters: fn(Size) -> Size,
}

/// The width and height of an element in CSS pixels.
pub(crate) fn element_size() -> Observed {
    observed(|size| size)
}

/// As [`element_size`], with 0 for the height, where that follows from what is in the element.
pub(crate) fn element_width() -> Observed {
    observed(|(width, _)| (width, 0))
}

fn observed(matters: fn(Size) -> Size) -> Observed {
    Observed {
        size: RwSignal::new((0, 0)),
        observer: StoredValue::new_local(None),
        matters,
    }
}

impl Observed {
    /// The size, 0 before it is known; who reads it runs again when it changes.
    pub(crate) fn size(self) -> Size {
        self.size.get()
    }

    /// Takes the element whose size it is.
    pub(crate) fn element(self) -> impl FnOnce(&Element) {
        move |element| {
            self.observer.set_value(observe_size(element, move |now| {
                let now = (self.matters)(now);
                if self.size.get_untracked() != now {
                    self.size.set(now);
                }
            }));
        }
    }
}
