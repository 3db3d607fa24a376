//! Reads single values as people write them. Nothing here knows tables or findings.

pub(crate) mod amount;
pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod list;
pub(crate) mod organisation;
pub(crate) mod status;
