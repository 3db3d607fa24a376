//! What surrounds an atlas: its element, the address, storage, fetching, timers, `Intl`.
//!
//! Several atlases can be open in one program, so none of this is global: each atlas has a [`Host`],
//! which Leptos' context carries to its components. Callbacks of the browser run within the atlas's
//! reactive owner, so that they find the same context, and not at all once the atlas is closed.

pub(crate) mod address;
pub(crate) mod browser;
pub(crate) mod chunk;
pub(crate) mod chunk_resource;
pub(crate) mod clipboard;
mod context;
pub(crate) mod dialog;
pub(crate) mod fetch;
pub(crate) mod focus;
pub(crate) mod keyboard;
pub(crate) mod page;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod prerender;
pub(crate) mod printing;
pub(crate) mod project_path;
pub(crate) mod resource;
pub(crate) mod schedule;
pub(crate) mod size;
pub(crate) mod storage;
pub(crate) mod theme;

pub(crate) use self::context::{
    Callback, FetchError, History, Host, MapParts, is_interactive, is_own_page, provide_host,
    with_host,
};
