use leptos::prelude::*;

/// The suggestions below the search box, which the box and their list share.
#[derive(Clone, Copy)]
pub(crate) struct Suggestions {
    pub(crate) open: RwSignal<bool>,
    /// How many there are.
    pub(crate) count: RwSignal<u32>,
    /// The one that Enter chooses, from 1; 0 for none.
    pub(crate) active: RwSignal<u32>,
}

impl Suggestions {
    /// The id of the list.
    pub(crate) const LIST: &str = "suggestions";

    /// The id of a suggestion, by its place from 1.
    #[inline(never)]
    pub(crate) fn id(at: u32) -> String {
        ["suggestion-", &at.to_string()].concat()
    }

    pub(crate) fn close(self) {
        self.open.set(false);
        self.active.set(0);
    }
}
