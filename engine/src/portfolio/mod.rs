//! The portfolio: its model, what reads it, and what writes it.

mod finding;
mod model;
mod reader;
mod writer;

pub use finding::{Finding, FindingGroup, Severity, group};
pub use model::{
    CountryMention, CustomField, Date, Link, Organisation, Portfolio, Project, Publisher, Related,
    Status,
};
pub use reader::{PortfolioReader, read};
pub use writer::write;

/// What reading a portfolio gives: all that could be read, and what could not.
///
/// One bad record never hides a good one; without a portfolio there is at least one finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The portfolio; `None` where nothing of it could be made out.
    pub portfolio: Option<Portfolio>,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
}
