//! Facets: what a body of projects can be narrowed by, and how many each value would give.
//!
//! The index is columnar. Every facet value is interned to a small integer; for each record the
//! index knows its values, and for each value its records. A query is a handful of
//! [record sets](BitSet), one a constraint. The records that count for a facet are the
//! intersection of *every other* constraint's set: that is the definition of a disjunctive count,
//! and this module computes it as it is defined.
//!
//! Values can stand within a [parent](Parent): countries in their region, and values of a custom
//! field that are written `Group > Value` in their group. A parent has a set of records of its
//! own, so that a record counts once in it however many of its children it has.

mod common_donors;
mod facets;
mod hierarchy;
mod selection;

pub use atlas_counting::{BitSet, Column, ColumnBuilder, Groups, YearSpans};
use atlas_counting::{Intersections, group_totals};
pub(crate) use facets::identity;
pub use facets::{Facet, FacetIndex, FacetIndexing, FacetKind, FacetValue, Meaning};
pub use hierarchy::Parent;
pub(crate) use hierarchy::REGION;
pub use selection::{FacetSelection, Matches, Selection, YearRange};
