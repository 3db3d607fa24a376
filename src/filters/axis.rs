//! What a histogram is over. These types are in the main program, because two chunks share them.

use crate::dom::element::Element;
use crate::filters::years::End;
use atlas_engine::query::Query;
use std::sync::Arc;

/// The first and the last of some positions on an axis.
pub(crate) type Range = (u16, u16);

/// What the bars are along: years, or the numbers of ranges of amounts.
pub(crate) trait Axis: Send + Sync {
    fn whole(&self) -> Range;

    /// The selected range; the whole if the query has none.
    fn selected(&self, query: &Query) -> Range;

    fn is_limited(&self, query: &Query) -> bool;

    /// Whether the selected range includes a part of `range`; not if there is none.
    fn includes(&self, query: &Query, range: Range) -> bool;

    /// The whole range is the same as none.
    fn select(&self, query: &mut Query, range: Range);

    /// One end of the range: “from 2009”.
    fn end_in_words(&self, end: End, position: u16) -> String;

    /// A bar: “2009: 3 projects”.
    fn bar_in_words(&self, range: Range, count: u32) -> String;
}

pub(crate) struct Bar {
    pub(crate) range: Range,
    /// The name and the value of the attribute that says what the bar shows.
    pub(crate) data: (&'static str, String),
    /// How much wider than the others it is.
    pub(crate) growth: Option<String>,
    /// The label below, if any bar has one.
    pub(crate) label: Option<Element>,
}

pub(crate) struct Bars {
    pub(crate) axis: Arc<dyn Axis>,
    pub(crate) each: Vec<Bar>,
    /// How many projects the highest bar has without filters.
    pub(crate) highest: u32,
    pub(crate) class: &'static str,
    /// How many projects the bar at a position would give, reactive.
    pub(crate) count: Arc<dyn Fn(usize) -> u32 + Send + Sync>,
}
