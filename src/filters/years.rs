use crate::host::History;
use crate::state::Atlas;
use atlas_engine::query::Query;

/// First and last year.
pub(crate) type Years = (u16, u16);

/// The selected range within the portfolio's years; all of them if none is set.
pub(crate) fn range(query: &Query, (first, last): Years) -> Years {
    let (from, to) = (query.from.unwrap_or(first), query.to.unwrap_or(last));
    let within = |year: u16| year.max(first).min(last);
    (within(from.min(to)), within(from.max(to)))
}

/// A range of all years is the same as no range.
pub(crate) fn set(atlas: Atlas, step: History, years: Years, whole: Years) {
    atlas.change(step, |query| set_range(query, years, whole));
}

/// Sets one end; the other stays, also if it comes first then.
pub(crate) fn set_end(atlas: Atlas, end: End, year: Option<u16>, whole: Years) {
    atlas.change(History::Push, |query| {
        match end {
            End::From => query.from = year,
            End::To => query.to = year,
        }
        if let Some(years) = query.from.zip(query.to) {
            set_range(query, years, whole);
        }
    });
}

pub(crate) fn set_range(query: &mut Query, (one, other): Years, whole: Years) {
    let years = (one.min(other), one.max(other));
    (query.from, query.to) = (years != whole).then_some(years).unzip();
}

/// An end of a range of years.
#[derive(Clone, Copy)]
pub(crate) enum End {
    From,
    To,
}

impl End {
    pub(crate) fn pick(self, (from, to): Years) -> u16 {
        match self {
            Self::From => from,
            Self::To => to,
        }
    }

    pub(crate) fn of(self, query: &Query) -> Option<u16> {
        match self {
            Self::From => query.from,
            Self::To => query.to,
        }
    }
}
