//! The portfolio: its model, its reader and its writer.

mod amounts;
mod finding;
mod model;
mod numbers;
mod reader;
mod reading;
#[cfg(feature = "serde")]
mod serialize;

pub use amounts::{Amounts, CurrencyAmounts};
pub use finding::{Finding, FindingGroup, Severity, group};
pub use model::{
    Budget, CountryMention, CustomField, Date, Image, Link, Location, Organisation, Overview,
    Portfolio, Project, Publisher, Related, Relation, Status,
};
pub use numbers::{Currency, Degrees, Money, Share};
pub use reader::{PortfolioReader, read};
pub use reading::Reading;
