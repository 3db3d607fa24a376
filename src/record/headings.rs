use crate::host::is_interactive;

pub(crate) const TITLE_ID: &str = "record-title";

/// A record's headings are below those of the page; on the project's own page, its title is the first.
pub(crate) fn title_tag() -> &'static str {
    if is_interactive() { "h2" } else { "h1" }
}

pub(crate) fn part_tag() -> &'static str {
    if is_interactive() { "h3" } else { "h2" }
}
