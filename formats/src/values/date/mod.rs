//! Dates as people write them.

mod period;
mod point;
mod serial;
#[cfg(test)]
mod tests;
mod times;
mod tokens;
mod words;

use crate::mapping::DateOrder;
use atlas_engine::portfolio::Date;
use point::{Point, Reading};
pub(crate) use serial::from_serial;
use std::cell::Cell;
use tokens::Token;

/// What a text says about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// One date.
    Certain(Date),
    /// Two numbers that can both be a month, as in `03/04/1991`.
    Ambiguous { day_first: Date, month_first: Date },
    /// A period: `2010–2012`, `Q2 2013` (its first and last month), `since 2015`. It never ends before its start.
    Period { start: Date, end: Option<Date> },
    /// A period with dates that can be read in two ways: `01/02/2014 – 03/04/2016`.
    AmbiguousPeriod {
        day_first: (Date, Option<Date>),
        month_first: (Date, Option<Date>),
    },
}

/// What a date of numbers says of the order of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderEvidence {
    /// The day is first: `15/04/1991`, or `03.04.1991` by convention.
    DayFirst,
    /// The month is first: `4/15/1991`.
    MonthFirst,
    /// Both are possible: `03/04/1991`.
    Either,
}

/// Reads a date or a period; `None` if the text is neither. With the order of its column, nothing is ambiguous;
/// a date that can only be read in the other order is read in it.
pub(crate) fn parse(text: &str, order: Option<DateOrder>) -> Option<Written> {
    let both = Both::read(text, order.is_some())?;
    let preferred = match order {
        Some(DateOrder::DayFirst) => both.day_first.or(both.month_first),
        Some(DateOrder::MonthFirst) => both.month_first.or(both.day_first),
        None => None,
    };
    let only = preferred.or(both.day_first.xor(both.month_first));
    if only.is_some() {
        return only;
    }
    Some(match (both.day_first?, both.month_first?) {
        (one, other) if one == other => one,
        (Written::Certain(day_first), Written::Certain(month_first)) => Written::Ambiguous {
            day_first,
            month_first,
        },
        (
            Written::Period { start, end },
            Written::Period {
                start: other_start,
                end: other_end,
            },
        ) => Written::AmbiguousPeriod {
            day_first: (start, end),
            month_first: (other_start, other_end),
        },
        (one, _) => one,
    })
}

/// What a text proves of the order of day and month in its column; `None` if it is no date of numbers.
pub(crate) fn order_of(text: &str) -> Option<OrderEvidence> {
    let both = Both::read(text, false)?;
    if !both.is_by_order {
        return None;
    }
    Some(match (both.day_first, both.month_first) {
        (Some(_), None) => OrderEvidence::DayFirst,
        (None, Some(_)) => OrderEvidence::MonthFirst,
        _ => OrderEvidence::Either,
    })
}

/// A text in both orders, of which at least one is possible.
struct Both {
    day_first: Option<Written>,
    month_first: Option<Written>,
    /// Whether the order matters.
    is_by_order: bool,
}

impl Both {
    fn read(text: &str, is_given: bool) -> Option<Self> {
        let tokens = times::without_times(&tokens::tokens(text)?);
        let in_order = |order| {
            let reading = Reading {
                order,
                is_given,
                used: Cell::new(false),
            };
            (read(&tokens, &reading), reading.used.get())
        };
        let (day_first, used) = in_order(DateOrder::DayFirst);
        let (month_first, also_used) = in_order(DateOrder::MonthFirst);
        day_first.or(month_first)?;
        Some(Self {
            day_first,
            month_first,
            is_by_order: used || also_used,
        })
    }
}

fn read(tokens: &[Token], reading: &Reading) -> Option<Written> {
    if tokens::is_file_number(tokens) {
        return None;
    }
    match point::point(tokens, reading) {
        Some(Point::Date(date)) => return Some(Written::Certain(date)),
        Some(Point::Span(start, end)) => {
            return Some(Written::Period {
                start,
                end: Some(end),
            });
        }
        None => {}
    }
    let period = period::period(tokens, reading);
    period.map(|(start, end)| Written::Period { start, end })
}
