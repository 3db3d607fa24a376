//! Collects findings by byte; lines and columns are counted once, at the end.

use super::json::Fault;
use crate::portfolio::finding::{Finding, Severity};
use crate::sort;
use std::fmt;

/// The path from a record to a field: `countries[1].code`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'a> {
    Root,
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    pub(super) fn field<'a>(&'a self, name: &'a str) -> Path<'a> {
        Path::Field(self, name)
    }

    pub(super) fn item(&self, position: usize) -> Path<'_> {
        Path::Item(self, position)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Path::Root, name) => formatter.write_str(name),
            Self::Field(parent, name) => write!(formatter, "{parent}.{name}"),
            Self::Item(parent, position) => write!(formatter, "{parent}[{position}]"),
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Report {
    found: Vec<Found>,
    project: Option<String>,
}

#[derive(Debug)]
struct Found {
    at: usize,
    severity: Severity,
    project: Option<String>,
    field: String,
    message: String,
}

impl Report {
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn enter_project(&mut self, project: String) {
        self.project = Some(project);
    }

    pub(super) fn leave_project(&mut self) {
        self.project = None;
    }

    pub(super) fn error(&mut self, at: usize, path: &Path<'_>, message: impl Into<String>) {
        self.add(Severity::Error, at, path, message.into());
    }

    pub(super) fn warning(&mut self, at: usize, path: &Path<'_>, message: impl Into<String>) {
        self.add(Severity::Warning, at, path, message.into());
    }

    fn add(&mut self, severity: Severity, at: usize, path: &Path<'_>, message: String) {
        self.found.push(Found {
            at,
            severity,
            project: self.project.clone(),
            field: path.to_string(),
            message,
        });
    }

    /// Adds faults of the file's syntax; each belongs to the project whose span contains it.
    pub(super) fn add_faults(&mut self, faults: Vec<Fault>, spans: &[(usize, String)]) {
        for Fault { at, message } in faults {
            let within = spans.partition_point(|(start, _)| *start <= at);
            let project = within.checked_sub(1).and_then(|span| spans.get(span));
            self.found.push(Found {
                at,
                severity: Severity::Error,
                project: project.map(|(_, project)| project.clone()),
                field: String::new(),
                message,
            });
        }
    }

    pub(super) fn into_findings(mut self, text: &str) -> Vec<Finding> {
        sort::sort(&mut self.found, |one, other| one.at.cmp(&other.at));
        let mut place = Place::default();
        let findings = self.found.into_iter().map(|found| {
            place.advance(text, found.at);
            Finding {
                severity: found.severity,
                line: place.line + 1,
                column: place.column + 1,
                project: found.project,
                field: found.field,
                message: found.message,
            }
        });
        findings.collect()
    }
}

/// A position in a text that only moves forward, so that many positions take one pass.
#[derive(Debug, Default)]
struct Place {
    at: usize,
    line: usize,
    column: usize,
}

impl Place {
    fn advance(&mut self, text: &str, to: usize) {
        for character in text.get(self.at..to).unwrap_or_default().chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 0;
            } else {
                self.column += 1;
            }
        }
        self.at = self.at.max(to);
    }
}
