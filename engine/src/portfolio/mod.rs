//! The portfolio: its model, and what reads it.

mod model;

pub use model::{
    CountryMention, CustomField, Date, Link, Organisation, Portfolio, Project, Publisher, Related,
};
