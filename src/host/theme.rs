use crate::host::{storage, with_host};

/// The storage key. The page's script reads it before anything is painted.
const KEY: &str = "atlas-theme";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// The setting of the visitor's system.
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

pub(crate) fn recall() -> Theme {
    match storage::recall(KEY).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

pub(crate) fn choose(theme: Theme) {
    storage::remember(KEY, theme.key());
    with_host(|host| host.set_theme(theme.key()));
}
