//! Some projects side by side.

use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use leptos::prelude::*;

/// Some projects side by side.
pub(in crate::view) fn compare_view(_loaded: CloserPiece, _atlas: Atlas) -> Option<AnyView> {
    None
}
