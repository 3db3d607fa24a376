//! The portfolio: its model, its reader and its writer.

mod finding;
mod model;
mod reader;
mod reading;
mod writer;

pub use finding::{Finding, FindingGroup, Severity, group};
pub use model::{
    CountryMention, CustomField, Date, Image, Link, Organisation, Overview, Portfolio, Project,
    Publisher, Related, Status,
};
pub use reader::{PortfolioReader, read};
pub use reading::Reading;
pub use writer::write;
