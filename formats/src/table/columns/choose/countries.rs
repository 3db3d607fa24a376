//! Which columns have the countries of the projects.

use super::Chooser;
use crate::finding::Findings;
use crate::mapping::{Field, ProjectField};
use crate::table::cells::stated;
use crate::table::evidence::Evidence;
use crate::table::vocabulary::Meaning;
use crate::values::country;
use std::collections::HashSet;

impl Chooser<'_> {
    pub(super) fn countries(&mut self, findings: &mut Findings) {
        let is_country = |it| it == Meaning::Field(ProjectField::Country);
        let columns = self.meaning_one(is_country);
        let names = |column: &usize| {
            self.values
                .get(*column)
                .is_some_and(|it| !it.has_only_codes())
        };
        let named: Vec<usize> = columns.iter().copied().filter(names).collect();
        let best = self.best_of(&named).or_else(|| self.best_of(&columns));
        if let Some(best) = best {
            self.decide_as_meant(best, ProjectField::Country);
            for column in columns.into_iter().filter(|it| *it != best) {
                self.further_country(column, best, findings);
            }
        }
        if !self.has(ProjectField::Country) {
            self.country_by_values();
        }
    }

    /// A column of countries beside the one that is read. Codes that say the same add nothing, and codes that
    /// say something else are those of donors or offices.
    fn further_country(&mut self, column: usize, best: usize, findings: &mut Findings) {
        let only_codes = |at: usize| self.values.get(at).is_some_and(Evidence::has_only_codes);
        if !only_codes(column) || only_codes(best) {
            self.decide_as_meant(column, ProjectField::Country);
            return;
        }
        let (heading, other) = (self.heading(column), self.heading(best));
        let (field, message) = if self.agree(column, best) {
            let message =
                format!("The column “{heading}” is not read: it says the same as “{other}”.");
            (Field::Ignored, message)
        } else {
            let message = format!(
                "The column “{heading}” is not read as the countries of projects: it names others than “{other}”."
            );
            (Field::Text, message)
        };
        self.report(column, "column-ignored", message, findings);
        self.decide(column, field, 0.7, "of the other column with countries");
    }

    /// Whether two columns name the same countries in most rows.
    fn agree(&self, column: usize, other: usize) -> bool {
        const ROWS: usize = 200;
        let (mut same, mut all) = (0_usize, 0_usize);
        for row in self.table.rows.iter().take(ROWS) {
            let mut named = [HashSet::new(), HashSet::new()];
            for (at, cell) in self.table.cells(*row) {
                let side = usize::from(at != column);
                if at != column && at != other {
                    continue;
                }
                let text = stated(cell).unwrap_or_default();
                let codes = country::parse_list(&text)
                    .into_iter()
                    .filter_map(|(_, written)| match written {
                        Some(country::Written::Country { code, .. }) => Some(code),
                        _ => None,
                    });
                if let Some(named) = named.get_mut(side) {
                    named.extend(codes);
                }
            }
            let [one, other] = &named;
            if !one.is_empty() && !other.is_empty() {
                all += 1;
                same += usize::from(!one.is_disjoint(other));
            }
        }
        same * 10 >= all * 7
    }

    fn country_by_values(&mut self) {
        let can_be = |column: &usize| {
            let is_free = match self.meaning(*column) {
                None => true,
                Some(Meaning::Field(field)) => {
                    matches!(field, ProjectField::Region | ProjectField::Place)
                }
                Some(_) => false,
            };
            let values = self.values.get(*column);
            let names = values
                .is_some_and(|it| it.countries() >= 0.7 && !it.has_only_codes() && it.filled > 1);
            self.is_open(*column) && is_free && names
        };
        let found = (0..self.candidates.len()).find(can_be);
        if let Some(column) = found {
            let reason = "its values are names of countries";
            self.decide(column, Field::Project(ProjectField::Country), 0.65, reason);
        }
    }
}
