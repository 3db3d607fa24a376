use crate::host::size::{ObservedSize, observe_size};
use leptos::prelude::*;
use web_sys::Element;

type Size = (u32, u32);

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

/// Like [`element_size`], but with a height of 0, if the height depends on the element's content.
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
    /// 0 before the size is known.
    pub(crate) fn size(self) -> Size {
        self.size.get()
    }

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
