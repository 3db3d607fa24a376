//! Which columns have the amounts of the projects.

use super::{BY_HEADING, Chooser};
use crate::finding::Findings;
use crate::mapping::{Field, ProjectField};
use crate::table::evidence::Evidence;
use crate::table::headings::year_in;
use crate::table::vocabulary::Meaning;
use crate::table::words::words;
use std::collections::HashSet;

impl Chooser<'_> {
    pub(super) fn amounts(&mut self, findings: &mut Findings) {
        let is_stated = self.has(ProjectField::Amount);
        let whole = self.meaning_one(|it| it == Meaning::Field(ProjectField::Amount));
        let parts = self.meaning_one(|it| it == Meaning::PartAmount);
        let yearly = self.yearly_amounts();
        let is_yearly = |at: &usize| yearly.contains(at);
        let totals: Vec<usize> = whole.iter().copied().filter(|at| !is_yearly(at)).collect();
        let chosen: Vec<usize> = if is_stated {
            Vec::new()
        } else if let Some(best) = self.best_total(&totals) {
            vec![best]
        } else if !yearly.is_empty() {
            yearly.clone()
        } else {
            self.fullest(&parts).into_iter().collect()
        };
        for column in &chosen {
            let (confidence, reason) = match self.meaning(*column) {
                Some(Meaning::PartAmount) => {
                    (self.score(*column) * 0.8, "no other column has an amount")
                }
                Some(_) => (self.score(*column), BY_HEADING),
                None => (0.7, "its heading is a year and its values are numbers"),
            };
            self.decide(
                *column,
                Field::Project(ProjectField::Amount),
                confidence,
                reason,
            );
        }
        let budget = self.decisions.iter().position(|it| {
            it.as_ref()
                .is_some_and(|it| it.field == Field::Project(ProjectField::Amount))
        });
        for column in whole.into_iter().chain(parts).chain(yearly) {
            if !self.is_open(column) {
                continue;
            }
            self.decide(column, Field::Text, 0.8, "another column is the amount");
            let is_empty = self.values.get(column).is_none_or(Evidence::is_empty);
            if let Some(budget) = budget.filter(|_| !is_empty) {
                let (heading, budget) = (self.heading(column), self.heading(budget));
                let message = format!(
                    "The column “{heading}” is text: the amount is read from “{budget}”, and they are not added up."
                );
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    /// The columns with the amount of one year each: “2014”, or “Budget 2014” and “Budget 2015”.
    fn yearly_amounts(&self) -> Vec<usize> {
        let mut years = HashSet::new();
        let is_yearly = |column: &usize| {
            let heading = self.heading(*column);
            let Some(year) = year_in(heading) else {
                return false;
            };
            let values = self.values.get(*column);
            let is_amount = match self.meaning(*column) {
                Some(Meaning::Field(ProjectField::Amount)) => true,
                None | Some(Meaning::Field(ProjectField::Year)) => words(heading, false).len() == 1,
                _ => false,
            };
            let has_numbers = values.is_some_and(|it| it.numbers() >= 0.5 && it.years() < 0.9);
            self.is_open(*column) && is_amount && has_numbers && years.insert(year)
        };
        let all: Vec<usize> = (0..self.candidates.len()).filter(is_yearly).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    fn best_total(&self, columns: &[usize]) -> Option<usize> {
        const TOTAL: [&str; 22] = [
            "total",
            "totale",
            "totales",
            "totaal",
            "gesamt",
            "samlet",
            "totalt",
            "kokonais",
            "kogu",
            "osszes",
            "teljes",
            "calkowita",
            "laczne",
            "celkove",
            "skupni",
            "ukupno",
            "totala",
            "общо",
            "вкупно",
            "общая",
            "συνολικη",
            "اجمالي",
        ];
        let rank = |column: usize| {
            let words = words(self.heading(column), false);
            let is_total = words
                .iter()
                .any(|word| TOTAL.contains(&word.as_str()) || word.starts_with("gesamt"));
            self.score(column) + if is_total { 0.1 } else { 0.0 }
        };
        let columns = columns.iter().copied().rev();
        columns.max_by(|one, other| rank(*one).total_cmp(&rank(*other)))
    }

    fn fullest(&self, columns: &[usize]) -> Option<usize> {
        let filled = |column: &usize| {
            let values = self.values.get(*column);
            values.map_or((0, 0), |it| (it.filled, it.largest_amount()))
        };
        columns.iter().copied().rev().max_by_key(filled)
    }
}
