//! The inner loops of faceted counting: sets of records, columns of values, spans of years.
//!
//! This is a separate crate so that it is compiled for speed (and with SIMD in the browser) while the
//! rest of the page is compiled for size; see the profiles in the workspace's `Cargo.toml`. Anything
//! that loops over all records belongs here, in functions that are not generic: generic functions are
//! compiled in the calling crate, for size.

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
