//! What a reader has to say about its input.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is odd, and nothing was lost.
    Warning,
    /// Something could not be read and was left out.
    Error,
}

/// One thing wrong with a portfolio's file: where, what, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Which project, by its id, its title, or its place in the list (“project 3”); `None` for
    /// the file as a whole.
    pub project: Option<String>,
    /// Which field, as a path: `start`, `countries[1].code`. Empty for the whole of it.
    pub field: String,
    /// What is wrong and what would be right, in a sentence.
    pub message: String,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}
