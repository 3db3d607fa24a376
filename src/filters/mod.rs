//! What narrows the results: facets, years, search, and the filters that are active.

pub(crate) mod active_filters;
pub(crate) mod facet;
pub(crate) mod facet_values;
pub(crate) mod keyed_list;
pub(crate) mod panel;
pub(crate) mod play;
pub(crate) mod playback;
pub(crate) mod search_hints;
pub(crate) mod summary;
pub(crate) mod timeline;
pub(crate) mod year_play;
pub(crate) mod years;
