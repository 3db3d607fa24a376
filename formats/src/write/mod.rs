//! Writes portfolios in the formats of the field.

mod csv;
mod geojson;
mod iati;
mod losses;
mod portfolio_file;
mod selection;
mod xlsx;

use atlas_engine::portfolio::Portfolio;
use losses::Losses;
pub use selection::Selection;

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in `Format`")]
pub enum Target {
    Portfolio,
    Csv,
    Xlsx,
    Iati,
    Geojson,
}

impl Target {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::Portfolio,
        Self::Csv,
        Self::Xlsx,
        Self::Iati,
        Self::Geojson,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Iati => "iati",
            Self::Geojson => "geojson",
        }
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Iati => "xml",
            other => other.name(),
        }
    }

    /// The format with this name or this extension.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|it| it.name() == name || it.extension() == name)
    }
}

/// A portfolio as a file in a format, and what that format could not carry, in sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// What was left out or shortened, each once, with the number of projects.
    pub losses: Vec<String>,
}

/// Writes a portfolio, which already has only what was selected.
pub fn write(portfolio: &Portfolio, target: Target, selection: &Selection) -> Written {
    match target {
        Target::Portfolio => portfolio_file::write(portfolio, selection),
        Target::Csv => csv::write(portfolio, selection),
        Target::Xlsx => xlsx::write(portfolio, selection),
        Target::Iati => iati::write(portfolio, selection),
        Target::Geojson => geojson::write(portfolio, selection),
    }
}
