//! The inner loops of faceted counting: sets of records, columns of values, spans of years.
//!
//! A crate of its own, so that it is compiled for speed (and with SIMD in the browser) while the
//! rest of the page is compiled for size; see the profiles in the workspace's `Cargo.toml`.
//! Whatever loops over all records belongs here, in functions that are not generic: a generic one
//! would be compiled in the crate that calls it, for size.

mod bit_set;
mod column;
mod groups;
mod intersections;
mod years;

pub use bit_set::BitSet;
pub use column::{Column, ColumnBuilder};
pub use groups::{Groups, group_totals};
pub use intersections::Intersections;
pub use years::YearSpans;
