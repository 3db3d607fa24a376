//! Writes portfolios in the formats of the field.

use atlas_engine::portfolio::{Date, Portfolio};

mod csv;
mod geojson;
mod iati;
mod xlsx;

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

/// What was selected from a list, when and from where: each format states it.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The query, in the form of the page's address; empty if everything was selected.
    pub query: String,
    /// How many projects the whole list has.
    pub of: usize,
    /// The day it was made, if known.
    pub made: Option<Date>,
    /// The address or the name of the list that it was taken from.
    pub source: Option<String>,
}

/// A portfolio as a file in a format, and what that format could not carry, in sentences.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// What was left out or shortened, each once, with the number of projects.
    pub losses: Vec<String>,
}

/// Writes a portfolio, which already has only what was selected.
pub fn write(portfolio: &Portfolio, target: Target, selection: &Selection) -> Written {
    match target {
        Target::Portfolio => Written {
            bytes: atlas_engine::portfolio::write(portfolio).into_bytes(),
            losses: Vec::new(),
        },
        Target::Csv => csv::write(portfolio, selection),
        Target::Xlsx => xlsx::write(portfolio, selection),
        Target::Iati => iati::write(portfolio, selection),
        Target::Geojson => geojson::write(portfolio, selection),
    }
}
