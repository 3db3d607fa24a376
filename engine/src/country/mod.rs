//! Countries and territories: codes, names, former names, regions.

mod code;

pub use code::CountryCode;
