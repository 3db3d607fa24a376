//! The status of a project as people write it.

use atlas_engine::portfolio::Status;

/// Reads a status: a word of any supported language, or an IATI code. `None` if it is none.
pub(crate) fn parse(text: &str) -> Option<Status> {
    Status::parse(text.trim())
}
