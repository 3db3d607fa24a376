//! What a reader has to say about its input.

use crate::text::on_one_line;
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

impl Finding {
    /// One line, as compilers print it: `FILE:LINE:COLUMN: severity: project: field: message`.
    ///
    /// What the file's own words hold that could steer a terminal is [left out](on_one_line).
    pub fn in_file(&self, file: &str) -> String {
        let mut line = format!("{file}:{}:{}: {}", self.line, self.column, self.severity);
        for part in self.project.iter().chain([&self.field, &self.message]) {
            if !part.is_empty() {
                line.push_str(": ");
                line.push_str(part);
            }
        }
        on_one_line(&line)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_one_line_that_steers_no_terminal() {
        let finding = Finding {
            severity: Severity::Error,
            line: 3,
            column: 14,
            project: Some("te\u{1b}lae".to_owned()),
            field: String::new(),
            message: "No\ntitle.".to_owned(),
        };
        assert_eq!(
            finding.in_file("a.json"),
            "a.json:3:14: error: te\u{fffd}lae: No title."
        );
    }
}
