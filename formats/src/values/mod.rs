//! Reads single values as people write them. Nothing here knows tables or findings.

pub(crate) mod amount;
pub(crate) mod country;
pub(crate) mod date;
mod digits;
pub(crate) mod list;
pub(crate) mod organisation;
pub(crate) mod status;
