//! How the values of columns are written: separators, the order of dates, decimal signs, currencies.

use super::Reading;
use crate::finding::{Finding, Findings, Severity};
use crate::grid::Cell;
use crate::mapping::{DateOrder, Field, ProjectField};
use crate::table::cells::stated;
use crate::table::evidence::Evidence;
use crate::table::rows::Table;
use crate::values::amount::{self, DecimalSign};
use crate::values::date::{self, OrderEvidence};
use crate::values::list;

/// Completes how the values of each column are written.
pub(super) fn complete(
    table: &Table,
    values: &[Evidence],
    readings: &mut [Reading],
    findings: &mut Findings,
) {
    let mut counts = vec![Counts::default(); readings.len()];
    for row in &table.rows {
        for (column, cell) in table.cells(*row) {
            if let (Some(counts), Some(reading)) = (counts.get_mut(column), readings.get(column)) {
                counts.see(cell, reading);
            }
        }
    }
    for (column, (reading, counts)) in readings.iter_mut().zip(counts).enumerate() {
        if let Some(values) = values.get(column) {
            complete_one(reading, values);
        }
        let undecided = reading.order.is_none() && reading.is_date;
        if undecided {
            reading.order = counts.order();
        }
        if let Some((text, count)) = counts
            .ambiguous
            .filter(|_| undecided && reading.order.is_none())
        {
            findings.add(ask(&reading.heading, &text, count).at(table.heading_place(column)));
        }
        if reading.decimal.is_none() {
            reading.decimal = match counts.signs {
                [0, 0] => None,
                [_, 0] => Some('.'),
                [0, _] => Some(','),
                _ => None,
            };
        }
    }
}

fn ask(heading: &str, example: &str, count: usize) -> Finding {
    let others = if count > 1 {
        format!(", and {} more,", count - 1)
    } else {
        String::new()
    };
    let message =
        format!("In the column “{heading}”, “{example}”{others} can be day first or month first.");
    let help = "State the order of dates of the column in the mapping: day-first or month-first. Until then only the year is read.";
    Finding::new(Severity::Warning, "date-order-unknown", message)
        .field(heading)
        .help(help)
}

/// Nobody has a million millions: such a heading is wrong about its column.
const TOO_MUCH: i64 = 1_000_000_000_000;

fn complete_one(reading: &mut Reading, values: &Evidence) {
    let is_amount = reading.field == Field::Project(ProjectField::Amount);
    if is_amount {
        reading.currency = reading
            .currency
            .or_else(|| amount::currency_in(&reading.heading));
        reading.factor = amount::factor_in(&reading.heading);
        if values.largest_amount().saturating_mul(reading.factor) >= TOO_MUCH {
            reading.factor = 1;
        }
    }
    if reading.separator.is_none() && is_separated(&reading.field) {
        let texts = values.texts_in_order();
        let separator = list::separator(texts.iter().copied());
        reading.separator = Some(separator.unwrap_or_default());
    }
}

fn is_separated(field: &Field) -> bool {
    use ProjectField as F;
    match field {
        Field::Custom(_) => true,
        Field::Project(field) => {
            matches!(
                field,
                F::Implementing | F::Donor | F::Partner | F::Theme | F::Region | F::Place
            )
        }
        Field::Text | Field::Ignored => false,
    }
}

/// What the values of a column say about how they are written.
#[derive(Clone, Debug, Default)]
struct Counts {
    day_first: bool,
    month_first: bool,
    /// The first date that can be read in both orders, and how many there are.
    ambiguous: Option<(String, usize)>,
    /// How many numbers surely have a decimal point, and a comma.
    signs: [usize; 2],
}

impl Counts {
    fn see(&mut self, cell: Cell, reading: &Reading) {
        let Cell::Text(_) = cell else { return };
        let Some(text) = stated(cell) else { return };
        if reading.is_date {
            match date::order_of(&text) {
                Some(OrderEvidence::DayFirst) => self.day_first = true,
                Some(OrderEvidence::MonthFirst) => self.month_first = true,
                Some(OrderEvidence::Either) => {
                    self.ambiguous
                        .get_or_insert_with(|| (text.clone().into_owned(), 0))
                        .1 += 1;
                }
                None => {}
            }
        }
        if reading.field == Field::Project(ProjectField::Amount) {
            match amount::decimal_sign(&text) {
                Some(DecimalSign::Certain(',')) => self.signs[1] += 1,
                Some(DecimalSign::Certain(_)) => self.signs[0] += 1,
                _ => {}
            }
        }
    }

    fn order(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}
