//! What was decided about an input, as one value that is printed, edited and given again.
//!
//! As JSON, with every part optional:
//!
//! ```
//! # let mapping: atlas_formats::Mapping = serde_json::from_str(r##"
//! {
//!   "format": "xlsx",
//!   "sheets": ["2019", "2020"],
//!   "headingRow": 4,
//!   "headingRows": 1,
//!   "columns": [
//!     { "heading": "Title of the project", "field": "title" },
//!     { "heading": "Partner", "field": "partner", "separator": ";" },
//!     { "heading": "Partner", "nth": 2, "field": "partner", "separator": ";" },
//!     { "heading": "Begin", "field": "start", "dateOrder": "day-first" },
//!     { "heading": "Budget", "field": "amount", "decimal": ",", "currency": "EUR" },
//!     { "heading": "Programme", "field": "fields.Programme" },
//!     { "heading": "Remarks", "field": "text" },
//!     { "heading": "E-mail", "field": "-" }
//!   ],
//!   "constants": { "country": "KE", "fields.Office": "Nairobi" },
//!   "groupBy": "Project no."
//! }
//! # "##).unwrap();
//! # assert_eq!(mapping.columns.len(), 8);
//! ```
//!
//! Headings are compared without their case, accents and spaces. A column that is not listed is decided by its
//! heading and its values. A column without a heading is called by its letters: `Column C`.

use crate::format::Format;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Decisions about an input. What is not stated is decided by the content.
///
/// Given the mapping of a reading, the same bytes are read in the same way, and next year's file too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Mapping {
    /// The format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// The character encoding, by its name in the Encoding Standard, such as `windows-1252`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The character between the values of a text table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The sheets of a workbook that are read, joined in this order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// The first row of the headings, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_row: Option<u32>,
    /// How many rows the headings have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_rows: Option<u32>,
    /// The field of each column, by its heading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnMapping>,
    /// A value for a field of all projects that state none, such as `country` for a list of one country. A name
    /// that is no field is that of a custom field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub constants: BTreeMap<String, String>,
    /// The heading by which rows are united into projects, or several joined by ` + `: rows with the same values in
    /// all of these columns are one project. Of several columns with one heading, `ID [2]` is the second. Empty for one
    /// project a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_by: Option<String>,
}

/// What a column is read as.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnMapping {
    /// Its heading, as published.
    pub heading: String,
    /// Its position among the columns with this heading, from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub nth: u32,
    /// The field of a project: see [`Field`](crate::mapping::Field). `-` ignores the column.
    pub field: Field,
    /// The characters between several values in a cell; empty for one value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// How its dates are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// The decimal sign of its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
    /// The currency of its amounts (ISO 4217), unless a cell states another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

fn first() -> u32 {
    1
}

// Serde gives a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_first(nth: &u32) -> bool {
    *nth == 1
}

/// The order of day and month in dates made of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 31/12/2012.
    DayFirst,
    /// 12/31/2012.
    MonthFirst,
}

/// What a column is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Field {
    /// A field of a project.
    Project(ProjectField),
    /// A custom field of this name, which becomes a facet.
    Custom(String),
    /// Text that the search finds, below the summary.
    Text,
    /// Nothing.
    Ignored,
}

/// A field of a project that a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named as in the model of a project")]
pub enum ProjectField {
    Identifier,
    Title,
    Acronym,
    Objective,
    Summary,
    Results,
    Start,
    End,
    Year,
    Duration,
    Status,
    Country,
    Region,
    Place,
    Latitude,
    Longitude,
    Implementing,
    Donor,
    Partner,
    Theme,
    Amount,
    Currency,
    Document,
    Link,
    Related,
    Note,
}

impl ProjectField {
    /// Every field.
    pub const ALL: [Self; 26] = [
        Self::Identifier,
        Self::Title,
        Self::Acronym,
        Self::Objective,
        Self::Summary,
        Self::Results,
        Self::Start,
        Self::End,
        Self::Year,
        Self::Duration,
        Self::Status,
        Self::Country,
        Self::Region,
        Self::Place,
        Self::Latitude,
        Self::Longitude,
        Self::Implementing,
        Self::Donor,
        Self::Partner,
        Self::Theme,
        Self::Amount,
        Self::Currency,
        Self::Document,
        Self::Link,
        Self::Related,
        Self::Note,
    ];

    /// Its name in a mapping.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::Title => "title",
            Self::Acronym => "acronym",
            Self::Objective => "objective",
            Self::Summary => "summary",
            Self::Results => "results",
            Self::Start => "start",
            Self::End => "end",
            Self::Year => "year",
            Self::Duration => "duration",
            Self::Status => "status",
            Self::Country => "country",
            Self::Region => "region",
            Self::Place => "place",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Implementing => "implementing",
            Self::Donor => "donor",
            Self::Partner => "partner",
            Self::Theme => "theme",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Document => "document",
            Self::Link => "link",
            Self::Related => "related",
            Self::Note => "note",
        }
    }

    /// The field with this name, or with the name that it has in a portfolio file: `donors`, `budget`, `lat`.
    pub fn parse(name: &str) -> Option<Self> {
        let name = match name.to_ascii_lowercase().as_str() {
            "countries" => "country",
            "budget" => "amount",
            "lat" => "latitude",
            "lon" => "longitude",
            "locations" => "place",
            "documents" => "document",
            other => other
                .strip_suffix('s')
                .filter(|it| PLURALS.contains(it))
                .unwrap_or(other),
        }
        .to_owned();
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// The fields that a portfolio file names in the plural.
const PLURALS: [&str; 4] = ["donor", "partner", "theme", "link"];

const IGNORED: &str = "-";
const TEXT: &str = "text";
const CUSTOM: &str = "fields.";

impl From<Field> for String {
    fn from(field: Field) -> Self {
        match field {
            Field::Project(field) => field.name().to_owned(),
            Field::Custom(name) => [CUSTOM, &name].concat(),
            Field::Text => TEXT.to_owned(),
            Field::Ignored => IGNORED.to_owned(),
        }
    }
}

/// A name that is no field is a custom field.
impl From<String> for Field {
    fn from(name: String) -> Self {
        if let Some(field) = ProjectField::parse(&name) {
            return Self::Project(field);
        }
        match name.as_str() {
            IGNORED => Self::Ignored,
            TEXT => Self::Text,
            _ => Self::Custom(name.strip_prefix(CUSTOM).unwrap_or(&name).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_written_and_read_by_its_name() {
        let all = ProjectField::ALL.into_iter().map(Field::Project);
        let others = [
            Field::Text,
            Field::Ignored,
            Field::Custom("Sector".to_owned()),
        ];
        for field in all.chain(others) {
            assert_eq!(Field::from(String::from(field.clone())), field);
        }
    }

    #[test]
    fn a_field_can_have_the_name_that_it_has_in_a_portfolio_file() {
        for (name, field) in [
            ("countries", ProjectField::Country),
            ("Donors", ProjectField::Donor),
            ("budget", ProjectField::Amount),
            ("lat", ProjectField::Latitude),
            ("results", ProjectField::Results),
        ] {
            assert_eq!(ProjectField::parse(name), Some(field), "{name}");
        }
        assert_eq!(ProjectField::parse("sectors"), None);
    }

    #[test]
    fn a_mapping_states_only_what_was_decided() {
        let mapping = Mapping {
            delimiter: Some(';'),
            columns: vec![ColumnMapping {
                heading: "Projekttitel".to_owned(),
                nth: 1,
                field: Field::Project(ProjectField::Title),
                separator: None,
                date_order: None,
                decimal: None,
                currency: None,
            }],
            ..Mapping::default()
        };
        let written = serde_json::to_string(&mapping).unwrap();
        assert_eq!(
            written,
            r#"{"delimiter":";","columns":[{"heading":"Projekttitel","field":"title"}]}"#
        );
        assert_eq!(serde_json::from_str::<Mapping>(&written).unwrap(), mapping);
    }
}
