//! The start and the end of a project.

use super::partial::Partial;
use super::{At, Builder, shortened, year_of};
use crate::finding::{Finding, Place, Severity};
use crate::grid::Cell;
use crate::mapping::ProjectField;
use crate::table::cells::text;
use crate::table::columns::Reading;
use crate::values::date::{self, Written};
use atlas_engine::portfolio::Date;
use std::borrow::Cow;

/// The dates that the rows of a project state.
#[derive(Debug, Default)]
pub(super) struct Dates {
    start: Option<Stated>,
    end: Option<Stated>,
    /// What is stated by a year or a period, which counts if there is no date.
    vague_start: Option<Date>,
    vague_end: Option<Date>,
}

#[derive(Clone, Copy, Debug)]
struct Stated {
    date: Date,
    is_planned: bool,
}

/// Whether an added date is the first, the same or different.
#[derive(PartialEq)]
enum Added {
    Same,
    Contradicts(Date),
}

impl Dates {
    pub(super) fn has_start(&self) -> bool {
        self.start.is_some() || self.vague_start.is_some()
    }

    pub(super) fn has_end(&self) -> bool {
        self.end.is_some() || self.vague_end.is_some()
    }

    fn add_vague(&mut self, start: Option<Date>, end: Option<Date>) {
        self.vague_start = self.vague_start.into_iter().chain(start).min();
        self.vague_end = self.vague_end.max(end);
    }
}

/// Adds a date: an actual one replaces a planned one, and a more exact one a less exact one of the same time.
fn add(known: &mut Option<Stated>, date: Date, is_planned: bool) -> Added {
    let Some(before) = *known else {
        *known = Some(Stated { date, is_planned });
        return Added::Same;
    };
    let is_within = |one: Date, other: Date| {
        one.year() == other.year()
            && one.month().is_none_or(|month| other.month() == Some(month))
            && (one.day().is_none() || one == other)
    };
    let replaces = before.is_planned && !is_planned
        || before.is_planned == is_planned && is_within(before.date, date);
    if replaces {
        *known = Some(Stated { date, is_planned });
    }
    if replaces || before.is_planned != is_planned || is_within(date, before.date) {
        Added::Same
    } else {
        Added::Contradicts(before.date)
    }
}

/// A date of a column that is no field of a project, in the form of ISO 8601 if its order is known.
pub(super) fn in_order<'t>(text: &'t str, reading: &Reading) -> Cow<'t, str> {
    if !reading.is_date || reading.order.is_none() {
        return Cow::Borrowed(text);
    }
    match date::parse(text, reading.order) {
        Some(Written::Certain(date)) => Cow::Owned(date.to_string()),
        _ => Cow::Borrowed(text),
    }
}

/// What a cell says about a date.
fn read(cell: Cell, reading: &Reading) -> Option<Written> {
    match cell {
        Cell::Date(date) => Some(Written::Certain(date)),
        Cell::Number(number) => {
            let is_year = number.fract() == 0.0 && (1000.0..3000.0).contains(&number);
            let date = if is_year {
                Date::new(number as u16, None, None)
            } else {
                serial(number)
            };
            date.map(Written::Certain)
        }
        _ => {
            let text = text(cell);
            let serial = || text.parse().ok().and_then(serial).map(Written::Certain);
            date::parse(&text, reading.order).or_else(serial)
        }
    }
}

/// The day that a spreadsheet counts from 1900, between 1954 and 2064.
fn serial(days: f64) -> Option<Date> {
    (20_000.0..60_000.0)
        .contains(&days)
        .then(|| date::from_serial(days, false))
        .flatten()
}

impl Builder<'_> {
    pub(super) fn add_dates(
        &mut self,
        partial: &mut Partial,
        reading: &Reading,
        field: ProjectField,
        cell: Cell,
        at: At,
    ) {
        let text = text(cell);
        if field == ProjectField::Duration && (cell.text().is_none() || is_number(&text)) {
            return self.add_duration(partial, reading, &duration(&text, &reading.heading), at);
        }
        let Some(written) = read(cell, reading).or_else(|| several_years(&text)) else {
            if field == ProjectField::Duration {
                return self.add_duration(partial, reading, &text, at);
            }
            let message = format!("“{}” is no date that can be read.", shortened(&text));
            let help = "Write dates as 2012, 2012-09 or 2012-09-30; the text can be searched.";
            let project = partial.project.title.clone();
            self.report(
                Severity::Warning,
                "date-unreadable",
                at,
                reading,
                &project,
                message,
                help,
            );
            return partial.add_text(reading, &text);
        };
        // Of dates that can be read in two ways, only what both say is kept.
        let (start, end) = match written {
            Written::Certain(date) => (Some(date), None),
            Written::Ambiguous {
                day_first,
                month_first,
            } => (
                year_of(day_first).filter(|_| day_first.year() == month_first.year()),
                None,
            ),
            Written::Period { start, end } => (Some(start), end),
            Written::AmbiguousPeriod { day_first, .. } => {
                (year_of(day_first.0), day_first.1.and_then(year_of))
            }
        };
        let is_period = matches!(
            written,
            Written::Period { .. } | Written::AmbiguousPeriod { .. }
        );
        match field {
            ProjectField::Start => {
                let spans_years =
                    matches!((start, end), (Some(start), Some(end)) if start.year() != end.year());
                if spans_years && !self.has_end {
                    partial.dates.add_vague(None, end);
                }
                self.add_date(partial, reading, field, start, at);
            }
            ProjectField::End => self.add_date(
                partial,
                reading,
                field,
                if is_period { end.or(start) } else { start },
                at,
            ),
            ProjectField::Year => partial.dates.add_vague(start, end),
            _ => partial
                .dates
                .add_vague(start, if is_period { end } else { start }),
        }
    }

    fn add_date(
        &mut self,
        partial: &mut Partial,
        reading: &Reading,
        field: ProjectField,
        date: Option<Date>,
        at: At,
    ) {
        let Some(date) = date else { return };
        let known = match field {
            ProjectField::End => &mut partial.dates.end,
            _ => &mut partial.dates.start,
        };
        if let Added::Contradicts(before) = add(known, date, reading.is_planned) {
            let message =
                format!("The rows of this project state different dates: {before} and {date}.");
            let project = partial.project.title.clone();
            self.report(
                Severity::Warning,
                "value-contradiction",
                at,
                reading,
                &project,
                message,
                "The first is read. Correct the other, if it is wrong.",
            );
        }
    }

    fn add_duration(&mut self, partial: &mut Partial, reading: &Reading, text: &str, at: At) {
        if partial.project.duration.is_none() {
            partial.project.duration = Some(text.to_owned());
        } else {
            self.contradicts(partial, reading, |it| it.duration.as_deref(), text, at);
        }
    }

    pub(super) fn finish_dates(&mut self, partial: &mut Partial, place: &Place) {
        let dates = &partial.dates;
        let start = dates.start.map(|it| it.date).or(dates.vague_start);
        let end = dates.end.map(|it| it.date).or(dates.vague_end);
        partial.project.start = start;
        partial.project.end = end;
        let (Some(start), Some(end)) = (start, end) else {
            return;
        };
        if end.past_last_month() <= start.first_month() || end < start && is_exact(start, end) {
            partial.project.end = None;
            let message =
                format!("The end, {end}, is before the start, {start}: the end is left out.");
            let finding =
                Finding::new(Severity::Warning, "end-before-start", message).at(place.clone());
            let finding = finding.project(partial.project.title.clone()).field("end");
            self.findings
                .add(finding.help("Correct one of the two dates."));
        }
    }
}

fn is_exact(start: Date, end: Date) -> bool {
    start.day().is_some() && end.day().is_some()
}

fn is_number(text: &str) -> bool {
    let is_year = text.len() == 4;
    !is_year
        && text
            .chars()
            .all(|it| it.is_ascii_digit() || it == '.' || it == ',')
}

/// A length, with the unit that the heading has in brackets: `18` below “Duration (months)”.
fn duration(text: &str, heading: &str) -> String {
    let unit = heading
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'));
    match unit.map(|(unit, _)| unit.trim()) {
        Some(unit) if !unit.is_empty() => {
            let unit = unit.strip_prefix("in ").unwrap_or(unit);
            format!("{text} {unit}")
        }
        _ => text.to_owned(),
    }
}

/// Years in a list: `2012, 2013, 2014`.
fn several_years(text: &str) -> Option<Written> {
    let years: Option<Vec<Date>> = text
        .split([',', ';', '/', '\n'])
        .map(|part| Date::parse(part.trim()).filter(|it| it.month().is_none()))
        .collect();
    let years = years?;
    Some(Written::Period {
        start: years.iter().min().copied()?,
        end: years.iter().max().copied(),
    })
}
