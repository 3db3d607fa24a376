//! The edge to the browser: what is read from it and asked of it.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod fetch;
pub(crate) mod intl;
pub(crate) mod page;
pub(crate) mod piece;
pub(crate) mod size;
pub(crate) mod start;
pub(crate) mod storage;
pub(crate) mod theme;
