//! The results as rows.

use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use leptos::prelude::*;

/// The results as rows.
pub(in crate::view) fn table_view(_loaded: CloserPiece, _atlas: Atlas) -> Option<AnyView> {
    None
}
