//! How an explorer searches, without the code that does.

use crate::country::CountryCode;
use crate::place_names::PlaceNames;
use crate::portfolio::Portfolio;
use crate::search::Correction;
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// What is searched: a portfolio, with the names of places in a language.
pub type Source<'a> = (&'a Portfolio, PlaceNames);

/// The search of an [`Explorer`](super::Explorer), always over the same source. It is a trait, so that a
/// program can load its code later than the rest.
pub trait TextSearch: Send + Sync {
    /// Searches the projects.
    fn search(&self, source: Source<'_>, text: &str) -> Arc<Searched>;

    /// Indexes up to `projects` more texts. Returns whether any are left.
    fn index(&self, source: Source<'_>, projects: usize) -> bool;

    /// Returns a search for another source.
    fn renewed(&self) -> Box<dyn TextSearch>;
}

/// Without its content: a trait with `Debug` would add the code that formats an index to a program.
impl Debug for dyn TextSearch {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("TextSearch")
    }
}

/// The projects that a search found.
#[derive(Debug)]
pub struct Searched {
    /// The matching projects, ascending.
    pub(super) documents: Vec<u32>,
    /// How well each project of the portfolio matches; more is better.
    pub(super) scores: Vec<f32>,
    pub(super) corrections: Vec<Correction>,
    pub(super) country: Option<CountryCode>,
}

impl Searched {
    pub(super) fn score(&self, record: u32) -> f32 {
        self.scores.get(record as usize).copied().unwrap_or(0.0)
    }
}
