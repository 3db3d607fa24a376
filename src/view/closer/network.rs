//! Who works with whom.

use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use leptos::prelude::*;

/// Who works with whom.
pub(in crate::view) fn network_view(_loaded: CloserPiece, _atlas: Atlas) -> Option<AnyView> {
    None
}
