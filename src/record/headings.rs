//! The headings of a record.

use crate::host::IS_THERE;

/// The id of the open record's heading.
pub(crate) const TITLE_ID: &str = "record-title";

/// The record's title, and the headings within it: beneath those of the page, or, in a page of the
/// project's own, its first.
pub(crate) const TITLE: &str = if IS_THERE { "h2" } else { "h1" };
pub(crate) const PART: &str = if IS_THERE { "h3" } else { "h2" };
