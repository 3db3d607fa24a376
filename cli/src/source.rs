use crate::Failure;
use atlas_engine::portfolio::{self, Finding, Reading, Severity};
use std::ffi::OsString;
use std::io::Read as _;

pub(crate) struct Source {
    pub(crate) name: String,
    bytes: Vec<u8>,
    pub(crate) reading: Reading,
}

/// Reads a file, or standard input for `-`.
pub(crate) fn read(path: &OsString) -> Result<Source, Failure> {
    let (name, bytes) = if path == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        ("(standard input)".to_owned(), read.map(|_| bytes))
    } else {
        (path.to_string_lossy().into_owned(), std::fs::read(path))
    };
    let bytes = bytes.map_err(|error| Failure(format!("{name} cannot be read: {error}")))?;
    Ok(Source {
        name,
        reading: portfolio::read(&bytes),
        bytes,
    })
}

impl Source {
    /// Returns the number of errors and of warnings.
    pub(crate) fn tally(&self) -> (usize, usize) {
        let findings = &self.reading.findings;
        let is_error = |finding: &&Finding| finding.severity == Severity::Error;
        let errors = findings.iter().filter(is_error).count();
        (errors, findings.len() - errors)
    }

    /// The list that a site serves: the file exactly as its editor wrote it.
    pub(crate) fn portfolio_file(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn findings(&self) -> String {
        let findings = self.reading.findings.iter();
        findings
            .map(|finding| finding.in_file(&self.name) + "\n")
            .collect()
    }
}

/// “1 project”, “2 projects”.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
