//! What countries, regions and statuses are called.

use crate::country::{self, CountryCode, Region};
use crate::portfolio::Status;

/// The names of countries, regions and statuses in one language.
#[derive(Clone, Copy, Debug)]
pub struct PlaceNames {
    /// The name of a country; `None` for a code without one.
    pub country: fn(CountryCode) -> Option<&'static str>,
    /// The name of a region.
    pub region: fn(Region) -> &'static str,
    /// The name of a status.
    pub status: fn(Status) -> &'static str,
}

impl Default for PlaceNames {
    fn default() -> Self {
        Self {
            country: country::name,
            region: Region::name,
            status: Status::name,
        }
    }
}
