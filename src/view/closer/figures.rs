//! The selection in figures and charts.

use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use leptos::prelude::*;

/// The selection in figures and charts.
pub(in crate::view) fn figures_view(_loaded: CloserPiece, _atlas: Atlas) -> Option<AnyView> {
    None
}
