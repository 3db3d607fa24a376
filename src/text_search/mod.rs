//! The search, whose code is loaded after the first paint.

pub(crate) mod code;
pub(crate) mod highlighter;
