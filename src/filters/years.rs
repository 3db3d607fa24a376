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
pub(crate) fn set(atlas: Atlas, step: History, (one, other): Years, whole: Years) {
    let (from, to) = (one.min(other), one.max(other));
    atlas.change(step, |query| {
        (query.from, query.to) = ((from, to) != whole).then_some((from, to)).unzip();
    });
}

pub(crate) fn is_set(query: &Query) -> bool {
    query.from.is_some() || query.to.is_some()
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

    pub(crate) fn set(self, query: &mut Query, year: Option<u16>) {
        match self {
            Self::From => query.from = year,
            Self::To => query.to = year,
        }
    }
}
