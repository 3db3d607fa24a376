//! The interface to the browser. Prerendering has none: no data is exchanged or stored, no events
//! arrive, and nothing is scheduled.

/// Whether there is a browser.
pub(crate) const IS_THERE: bool = cfg!(target_arch = "wasm32");

pub(crate) mod address;
pub(crate) mod chunk;
pub(crate) mod clipboard;
pub(crate) mod fetch;
pub(crate) mod loader;
pub(crate) mod page;
pub(crate) mod project_address;
pub(crate) mod size;
pub(crate) mod storage;
pub(crate) mod theme;
