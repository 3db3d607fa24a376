//! The amounts of a project.

use super::partial::{Partial, RowParts};
use super::{At, Builder, shortened};
use crate::finding::{Finding, Place, Severity};
use crate::grid::Cell;
use crate::table::cells::text;
use crate::table::columns::Reading;
use crate::values::amount;
use atlas_engine::portfolio::{Budget, Currency, Money};

/// An amount of a row.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    budget: Budget,
    /// Its column, for amounts of different columns are different.
    column: usize,
}

/// The currency that a text names.
pub(super) fn currency(text: &str) -> Option<Currency> {
    Currency::parse(text.trim()).or_else(|| amount::currency_in(text))
}

impl Builder<'_> {
    pub(super) fn add_amount(
        &mut self,
        partial: &mut Partial,
        parts: &RowParts,
        reading: &Reading,
        cell: Cell,
        at: At,
    ) {
        let text = text(cell);
        let decimal = match cell {
            Cell::Number(_) => Some('.'),
            _ => reading.decimal,
        };
        let Some(written) = amount::parse(&text, decimal) else {
            let message = format!("“{}” is no amount that can be read.", shortened(&text));
            let help = "Write it as a number; the text can be searched.";
            let project = partial.project.title.clone();
            self.report(
                Severity::Warning,
                "amount-unreadable",
                at,
                reading,
                &project,
                message,
                help,
            );
            return partial.add_text(reading, &text);
        };
        let column = match at {
            At::Cell(_, column) => column,
            At::Constant(_) => usize::MAX,
        };
        let currency = written
            .currency
            .or(parts.currency)
            .or(reading.currency)
            .or(self.currency);
        let Some(currency) = currency else {
            let place = || match at {
                At::Cell(row, column) => self.table.cell_place(row, column),
                At::Constant(place) => place.clone(),
            };
            let (count, _) = self
                .without_currency
                .entry(column)
                .or_insert_with(|| (0, place()));
            *count += 1;
            return partial.add_text(reading, &text);
        };
        let hundredths = written.amount.hundredths().saturating_mul(reading.factor);
        partial.amounts.push(Amount {
            budget: Budget {
                amount: Money::from_hundredths(hundredths),
                currency,
                year: reading.year,
            },
            column,
        });
    }

    /// Unites the amounts of the rows of a project: one that is repeated is one, and those that differ are added.
    pub(super) fn finish_amounts(&mut self, partial: &mut Partial, rows: usize, place: &Place) {
        let amounts = std::mem::take(&mut partial.amounts);
        if rows == 1 {
            partial.project.budget = amounts.into_iter().map(|it| it.budget).collect();
            return;
        }
        let key = |it: &Amount| (it.column, it.budget.currency, it.budget.year);
        let mut sorted = amounts;
        sorted.sort_by_key(key);
        let mut added = 0;
        for same in sorted.chunk_by(|one, other| key(one) == key(other)) {
            let Some(first) = same.first() else { continue };
            let mut budget = first.budget;
            if same.iter().any(|it| it.budget.amount != budget.amount) {
                let all = same.iter().map(|it| it.budget.amount);
                budget.amount = all.fold(Money::default(), Money::saturating_add);
                added += same.len();
            }
            partial.project.budget.push(budget);
        }
        if added > 0 {
            let message = format!(
                "{added} amounts of the rows of this project are added up, because they differ."
            );
            let finding = Finding::new(Severity::Note, "amounts-added", message).at(place.clone());
            let finding = finding
                .project(partial.project.title.clone())
                .field("budget");
            self.findings.add(
                finding.help("If each row states the whole amount, correct the one that differs."),
            );
        }
    }

    /// Reports amounts without a currency once for each column.
    pub(super) fn report_without_currency(&mut self) {
        let mut columns: Vec<_> = std::mem::take(&mut self.without_currency)
            .into_iter()
            .collect();
        columns.sort_by_key(|(column, _)| *column);
        for (column, (count, place)) in columns {
            let heading = self.readings.get(column).map_or("amount", |it| &it.heading);
            let message = if count == 1 {
                format!(
                    "1 amount in the column “{heading}” has no currency, so it is kept as text."
                )
            } else {
                format!(
                    "{count} amounts in the column “{heading}” have no currency, so they are kept as text."
                )
            };
            let finding = Finding::new(Severity::Warning, "currency-missing", message)
                .at(place)
                .field(heading);
            self.findings
                .add(finding.help(format!(
                "Name it in the heading, such as “{heading} (EUR)”, or state it for all amounts: `--set currency=EUR`."
            )));
        }
    }
}
