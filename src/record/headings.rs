use crate::host::IS_THERE;

pub(crate) const TITLE_ID: &str = "record-title";

/// A record's headings are below those of the page; on the project's own page, its title is the first.
pub(crate) const TITLE: &str = if IS_THERE { "h2" } else { "h1" };
pub(crate) const PART: &str = if IS_THERE { "h3" } else { "h2" };
