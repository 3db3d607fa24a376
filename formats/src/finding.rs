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

/// Every code that a finding can have, and what it says.
pub const CODES: [(&str, &str); 73] = [
    ("activity-empty", "an activity states nothing"),
    (
        "address-unknown",
        "what should be the address of a page is none",
    ),
    ("amount-unknown", "what should be an amount is none"),
    ("amount-unreadable", "a cell below amounts is none"),
    (
        "amounts-added",
        "different amounts of the rows of a project were added up",
    ),
    ("bracket-open", "a bracket is never closed"),
    (
        "budget-from-transactions",
        "an amount is a total of transactions",
    ),
    ("bytes-invalid", "bytes are no characters of the encoding"),
    ("cell-error", "the formula of a cell failed"),
    (
        "cell-invalid",
        "a cell of a table that was exported here is not valid",
    ),
    ("column-ignored", "a column was recognised and is not read"),
    ("column-mapping", "what a column means is not certain"),
    (
        "columns-too-many",
        "there are more columns than can be read",
    ),
    ("coordinates-faulty", "coordinates are not two numbers"),
    (
        "coordinates-not-degrees",
        "coordinates are not longitudes and latitudes",
    ),
    (
        "coordinates-swapped",
        "a latitude and a longitude are in the wrong order",
    ),
    ("coordinates-unknown", "what should be coordinates is none"),
    ("country-codes-joined", "several countries are in one code"),
    ("country-former", "a country does not exist any more"),
    ("country-misspelt", "a country is probably misspelt"),
    ("country-unknown", "what should be a country is none"),
    ("currency-missing", "an amount has no currency"),
    ("currency-unknown", "what should be a currency is none"),
    ("dash-lost", "there is no dash in a period"),
    (
        "date-order-unknown",
        "dates can be day first or month first",
    ),
    ("date-unknown", "what should be a date is none"),
    ("date-unreadable", "a cell below dates is none"),
    ("dates-reversed", "an activity ends before it begins"),
    ("encoding-assumed", "the encoding was guessed"),
    (
        "encoding-repaired",
        "a text had been misread in another encoding",
    ),
    (
        "encoding-unknown",
        "the encoding that was stated does not exist",
    ),
    ("end-before-start", "a project ends before it begins"),
    ("format-unsupported", "the format cannot be read"),
    ("geometry-left-out", "a geometry is no point"),
    (
        "heading-row",
        "the headings are not in the first row, or there are none",
    ),
    (
        "iati-organisation-file",
        "an IATI file describes an organisation",
    ),
    ("iati-version", "the version of an IATI file is not known"),
    ("identifier-twice", "two projects have the same identifier"),
    ("json-faulty", "JSON cannot be read from a place on"),
    ("json-nesting", "values are nested too deeply"),
    ("label-empty", "a label has no value"),
    ("label-repeated", "a label is there twice in a project"),
    ("labels-missing", "there is no label in a text"),
    (
        "mapping-heading-missing",
        "there is no column that was stated",
    ),
    (
        "mapping-heading-row",
        "the table ends before the row of headings that was stated",
    ),
    ("mapping-sheet-missing", "there is no sheet that was stated"),
    ("no-projects", "there is no project"),
    (
        "organisation-spellings",
        "several names are probably one organisation",
    ),
    ("portfolio", "the portfolio’s own JSON has a fault"),
    ("quote-unclosed", "a quotation mark is never closed"),
    ("record-faulty", "a record is no object"),
    ("region-not-countries", "activities state only a region"),
    ("row-length", "a row has more values than the others"),
    ("rows-grouped", "several rows were united to one project"),
    ("rows-left-out", "rows hold no project"),
    ("rows-quoted", "each row is quoted as one value"),
    ("share-unknown", "what should be a percentage is none"),
    ("sheet-chosen", "only some sheets are read"),
    ("sheet-hidden", "a hidden sheet is not read"),
    ("status-unknown", "what should be a status is none"),
    ("text-left-out", "a line belongs to no project"),
    ("title-missing", "a project has no title"),
    (
        "value-contradiction",
        "the rows of a project contradict each other",
    ),
    ("workbook-damaged", "a workbook is damaged"),
    ("workbook-locked", "a workbook has a password"),
    (
        "workbook-too-large",
        "a workbook is far larger than its file",
    ),
    ("xml-ampersand", "an “&” is not written as “&amp;”"),
    ("xml-bracket", "a “<” is not written as “&lt;”"),
    ("xml-cut-off", "an XML file ends too early"),
    ("xml-end-tag", "an end tag ends no element"),
    ("xml-entity", "an entity means no character"),
    ("xml-tag", "a tag cannot be read"),
    ("xml-unclosed", "an element has no end tag"),
];

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
