//! What a reader notices: where, what is wrong, and how to fix it.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A decision that was made for the publisher, and is probably right.
    Note,
    /// Something is odd or was repaired, and nothing was lost.
    Warning,
    /// Something could not be read and was left out.
    Error,
}

/// Where something is in the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "in", rename_all = "lowercase")]
pub enum Place {
    /// The input as a whole.
    #[default]
    File,
    /// A text.
    Text {
        /// From 1.
        line: u32,
        /// In characters, from 1; 0 for the whole line.
        column: u32,
    },
    /// A workbook.
    Sheet {
        /// The name of the sheet.
        sheet: String,
        /// From 1; 0 for the whole sheet.
        row: u32,
        /// From 1; 0 for the whole row.
        column: u32,
    },
}

impl Place {
    /// A place in a text.
    pub fn line(line: u32, column: u32) -> Self {
        Self::Text { line, column }
    }
}

/// “line 3”, “line 3, column 7”, “sheet “2020”, cell B7”.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => formatter.write_str("the file"),
            Self::Text { line, column: 0 } => write!(formatter, "line {line}"),
            Self::Text { line, column } => write!(formatter, "line {line}, column {column}"),
            Self::Sheet { sheet, row, column } => {
                write!(formatter, "sheet “{sheet}”")?;
                match (row, column) {
                    (0, 0) => Ok(()),
                    (row, 0) => write!(formatter, ", row {row}"),
                    (0, column) => write!(formatter, ", column {}", column_letters(*column)),
                    (row, column) => {
                        write!(formatter, ", cell {}{row}", column_letters(*column))
                    }
                }
            }
        }
    }
}

/// The letters of a column in a workbook, from 1: `A`, `Z`, `AA`.
pub fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(b'A' + ((column - 1) % 26) as u8);
        column = (column - 1) / 26;
    }
    letters.into_iter().rev().map(char::from).collect()
}

/// Something that a reader noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How serious it is.
    pub severity: Severity,
    /// What kind of finding it is: a stable name such as `date-ambiguous`, for programs.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// The project, by its title or identifier; `None` if it concerns more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The field of the portfolio, such as `start`, or the heading of a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// How to fix it, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Whether the reader repaired it.
    pub repaired: bool,
}

impl Finding {
    /// Creates a finding about the whole input, which the methods below complete.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            place: Place::File,
            project: None,
            field: None,
            message: message.into(),
            help: None,
            repaired: false,
        }
    }

    /// States where it is.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// States the project.
    #[must_use]
    pub fn project(mut self, project: impl Into<String>) -> Self {
        self.project = Some(project.into());
        self
    }

    /// States the field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// States how to fix it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// States that the reader repaired it.
    #[must_use]
    pub fn repaired(mut self) -> Self {
        self.repaired = true;
        self
    }
}

/// How many findings of one code are kept; the rest are counted.
const MAX_OF_A_CODE: usize = 1_000;

/// The findings of a reading: a bounded number, however faulty the input is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    kept: Vec<Finding>,
    by_code: BTreeMap<&'static str, usize>,
    by_severity: [usize; 3],
}

impl Findings {
    /// Whether a finding of this code would still be kept, for those that are costly to describe.
    pub fn keeps(&self, code: &str) -> bool {
        self.by_code
            .get(code)
            .is_none_or(|count| *count < MAX_OF_A_CODE)
    }

    /// Adds a finding. Only the first ones of a code are kept.
    pub fn add(&mut self, finding: Finding) {
        let [notes, warnings, errors] = &mut self.by_severity;
        *match finding.severity {
            Severity::Note => notes,
            Severity::Warning => warnings,
            Severity::Error => errors,
        } += 1;
        let count = self.by_code.entry(finding.code).or_default();
        *count += 1;
        if *count <= MAX_OF_A_CODE {
            self.kept.push(finding);
        }
    }

    /// The findings that were kept, in the order they were added.
    pub fn kept(&self) -> &[Finding] {
        &self.kept
    }

    /// How often each code occurred, also beyond those that were kept.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.by_code.iter().map(|(code, count)| (*code, *count))
    }

    /// How many findings have this severity, also beyond those that were kept.
    pub fn count(&self, severity: Severity) -> usize {
        let [notes, warnings, errors] = self.by_severity;
        match severity {
            Severity::Note => notes,
            Severity::Warning => warnings,
            Severity::Error => errors,
        }
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings were not kept.
    pub fn omitted(&self) -> usize {
        self.by_severity.iter().sum::<usize>() - self.kept.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_its_program_names_it() {
        let cell = |row, column| Place::Sheet {
            sheet: "2020".to_owned(),
            row,
            column,
        };
        assert_eq!(cell(7, 28).to_string(), "sheet “2020”, cell AB7");
        assert_eq!(cell(0, 26).to_string(), "sheet “2020”, column Z");
        assert_eq!(Place::line(3, 0).to_string(), "line 3");
        assert_eq!(column_letters(16_384), "XFD");
    }

    #[test]
    fn findings_of_one_code_are_bounded_and_counted() {
        let mut findings = Findings::default();
        for _ in 0..5_000 {
            findings.add(Finding::new(Severity::Error, "date-unknown", "?"));
        }
        findings.add(Finding::new(Severity::Note, "encoding", "?"));
        assert_eq!(findings.kept().len(), MAX_OF_A_CODE + 1);
        let counts: Vec<_> = findings.counts().collect();
        assert_eq!(counts, [("date-unknown", 5_000), ("encoding", 1)]);
    }
}
