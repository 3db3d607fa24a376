//! Light or dark.

use crate::host::{loader, storage};
use wasm_bindgen::JsValue;

/// Where the choice is remembered; the page's script reads it there before anything is painted.
const KEY: &str = "atlas-theme";

/// Which colours the page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Those of the visitor's system.
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// The word for it in storage, styles and the loader.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one after it, round and round.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// The theme chosen before.
pub(crate) fn recall() -> Theme {
    match storage::recall(KEY).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Puts a theme in force and remembers it.
pub(crate) fn choose(theme: Theme) {
    storage::remember(KEY, theme.key());
    loader::tell("setTheme", &theme.key().into(), &JsValue::UNDEFINED);
}
