//! The page as a whole: header, footer, notices, language and theme.

pub(crate) mod app;
pub(crate) mod footer;
pub(crate) mod header;
pub(crate) mod language;
pub(crate) mod map_panel;
pub(crate) mod notices;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod project_page;
pub(crate) mod theme;
