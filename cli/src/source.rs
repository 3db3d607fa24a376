use crate::Failure;
use crate::progress::Progress;
use atlas_engine::portfolio::Portfolio;
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::{Format, Options, Reading, Severity};
use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) reading: Reading,
}

const STANDARD_INPUT: &str = "(standard input)";

/// Reads a file in any format, or standard input for `-`.
pub(crate) fn read(path: &OsStr, options: &Options) -> Result<Source, Failure> {
    let (name, bytes) = if path == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        (STANDARD_INPUT.to_owned(), read.map(|_| bytes))
    } else {
        (path.to_string_lossy().into_owned(), std::fs::read(path))
    };
    let bytes = bytes.map_err(|error| Failure(format!("{name} cannot be read: {error}")))?;
    let mut options = options.clone();
    options.title = options.title.or_else(|| title(path));
    let progress = Progress::start(&name, bytes.len());
    let reading = atlas_formats::read_with(&bytes, &options, &NativeDecoder);
    progress.end();
    Ok(Source {
        name,
        bytes,
        reading,
    })
}

/// The name of a file without its extension, as a title.
fn title(path: &OsStr) -> Option<String> {
    let stem = Path::new(path).file_stem().filter(|_| path != "-")?;
    let title = stem.to_string_lossy().replace(['_', '-'], " ");
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

impl Source {
    /// The number of projects, of errors and of warnings: “6 projects, 0 errors, 1 warning”.
    pub(crate) fn tally(&self) -> String {
        let found = &self.reading.findings;
        let portfolio = self.reading.portfolio.as_ref();
        let projects = portfolio.map_or(0, |list| list.projects.len());
        [
            counted(projects, "project"),
            counted(found.count(Severity::Error), "error"),
            counted(found.count(Severity::Warning), "warning"),
        ]
        .join(", ")
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.reading.findings.has_errors()
    }

    /// The list that a site serves: the file exactly as its editor wrote it, if it is one; otherwise the list that
    /// was read.
    pub(crate) fn portfolio_file(&self, portfolio: &Portfolio) -> Result<Vec<u8>, Failure> {
        if self.reading.format == Some(Format::Portfolio) {
            return Ok(self.bytes.clone());
        }
        serde_json::to_vec_pretty(portfolio).map_err(|error| Failure(error.to_string()))
    }

    /// The text that the findings are about, if it is one.
    pub(crate) fn text(&self) -> Option<String> {
        atlas_formats::text_of(&self.bytes, &self.reading.mapping, &NativeDecoder)
    }
}

/// “1 project”, “2 projects”.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
