//! Facets: what projects can be narrowed by, and how many projects each value would give.
//!
//! The index is columnar. Every facet value is interned to a small integer; the index has the values of
//! each record, and the records of each value. A query is a few [record sets](BitSet), one per
//! constraint. The records that count for a facet are the intersection of *every other* constraint's
//! set: this is the definition of a disjunctive count, and this module computes it as defined. Values
//! that must all apply are no constraint of their facet alone, so its own counts apply them as well.
//!
//! Values can have a [parent](Parent): the region of a country, or the group of a custom field's value
//! that is written `Group > Value`. A parent has its own set of records, so a record counts once in it,
//! however many of its children it has.

mod common_donors;
mod facets;
mod hierarchy;
mod selection;
mod value;

pub use crate::facet_key::{FacetKey, FacetKind};
pub use atlas_counting::{BitSet, Column, ColumnBuilder, Groups, YearSpans};
pub(crate) use facets::identity;
pub use facets::{Facet, FacetIndex, FacetIndexing, ResolvedChoice};
pub use selection::{FacetSelection, Matches, Selection, YearRange};
pub use value::{FacetValue, NOT_STATED, Parent};
