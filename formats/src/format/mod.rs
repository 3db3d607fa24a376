//! The formats, and how their content is recognised.

mod binary;
mod json;
mod markup;

use crate::encoding;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::sources::csv;
use serde::{Deserialize, Serialize};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The explorer's own JSON.
    Portfolio,
    /// IATI activities, version 1.01 to 2.03.
    Iati,
    /// Values separated by commas, semicolons, tabs or bars.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// GeoJSON features.
    Geojson,
    /// 360Giving grants as JSON.
    #[serde(rename = "360giving")]
    ThreeSixtyGiving,
    /// A text with labels, as copied from a page.
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] = [
        Self::Portfolio,
        Self::Iati,
        Self::Csv,
        Self::Xlsx,
        Self::Ods,
        Self::Geojson,
        Self::ThreeSixtyGiving,
        Self::Text,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "json",
            Self::Iati => "iati",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Geojson => "geojson",
            Self::ThreeSixtyGiving => "360giving",
            Self::Text => "text",
        }
    }

    /// The format with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// A content that is not supported: what it is, and the way out.
#[derive(Debug, PartialEq, Eq)]
struct Unsupported {
    /// A noun phrase, such as “a PDF”.
    what: String,
    help: &'static str,
}

impl Unsupported {
    fn new(what: impl Into<String>, help: &'static str) -> Self {
        Self {
            what: what.into(),
            help,
        }
    }
}

type Recognised = Result<Format, Unsupported>;

const SAVE_AS_XLSX: &str = "Open it in Excel or LibreOffice, and save it as .xlsx or as CSV.";
const COPY_TABLE: &str =
    "Copy its table into a spreadsheet and save that as .xlsx or CSV, or save its text as .txt.";
const EXPORT_LIST: &str = "Export the list as CSV, .xlsx or IATI XML.";

/// The format of a content. One that is not supported is `None`, and a finding that names it and the way out.
pub(crate) fn recognise(bytes: &[u8], findings: &mut Findings) -> Option<Format> {
    let (recognised, place) = match binary::recognise(bytes) {
        Some(recognised) => (recognised, Place::File),
        None => (recognise_text(bytes), Place::line(1, 1)),
    };
    match recognised {
        Ok(format) => Some(format),
        Err(Unsupported { what, help }) => {
            let message = format!("This is {what}, which cannot be read.");
            let finding = Finding::new(Severity::Error, "format-unsupported", message);
            findings.add(finding.at(place).help(help));
            None
        }
    }
}

fn recognise_text(bytes: &[u8]) -> Recognised {
    let text = encoding::probe(bytes);
    let is_ignored = |it: char| it.is_whitespace() || it == '\0';
    let start = text.trim_start_matches(is_ignored);
    if start.is_empty() {
        return Err(Unsupported::new(
            "an empty file",
            "Choose a file with a list of projects.",
        ));
    }
    if let Some(recognised) = markup::recognise(start) {
        return recognised;
    }
    // Keys may be anywhere in a JSON file, behind long values. Its structure is ASCII in UTF-8.
    if json::is_json(start) {
        let is_whole = text.len() >= bytes.len() || encoding::is_utf16(bytes);
        return json::recognise(if is_whole { text.as_bytes() } else { bytes });
    }
    let is_table = csv::best(start).is_some_and(csv::Shape::is_table)
        || csv::are_rows_quoted(start)
        || csv::is_own(start);
    let says_so = start
        .get(..4)
        .is_some_and(|it| it.eq_ignore_ascii_case("sep="));
    Ok(if is_table || says_so {
        Format::Csv
    } else {
        Format::Text
    })
}

#[cfg(test)]
mod tests;
