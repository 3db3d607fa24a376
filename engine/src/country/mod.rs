//! Countries and territories: codes, names, former names and regions.
//!
//! The table covers ISO 3166-1 and Kosovo. `cargo xtask countries` makes it from CLDR (see `SOURCE.md`
//! in this folder); other and former names are maintained by hand in `aliases.tsv`. A name here implies
//! no endorsement: a country is shown as published, and these names are for finding it.

mod code;
mod region;
mod table;

pub use code::CountryCode;
pub use region::Region;
pub use table::{
    aliases, all, from_alpha3, from_name, from_search, from_text, name, position_of, region,
};
pub(crate) use table::{is_code, with_longer_names};
