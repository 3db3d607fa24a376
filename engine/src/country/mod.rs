//! Countries and territories: codes, names, former names, regions.

mod code;

pub use code::CountryCode;

/// s
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region;
impl Region {
    /// s
    pub fn parse(_s: &str) -> Option<Self> {
        None
    }
}
/// s
pub fn name(_c: CountryCode) -> Option<&'static str> {
    None
}
/// s
pub fn other_names(_c: CountryCode) -> &'static [&'static str] {
    &[]
}
/// s
pub fn region(_c: CountryCode) -> Option<Region> {
    None
}
