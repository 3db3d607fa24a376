//! Which column has the titles of the projects.

use super::Chooser;
use crate::mapping::{Field, ProjectField};
use crate::table::vocabulary::Meaning;

impl Chooser<'_> {
    pub(super) fn title(&mut self) {
        if self.has(ProjectField::Title) {
            return;
        }
        let columns = self.meaning_one(|it| it == Meaning::Field(ProjectField::Title));
        if let Some(best) = self
            .best_of(&columns)
            .filter(|best| self.score(*best) >= 0.5)
        {
            self.decide_as_meant(best, ProjectField::Title);
        } else if let Some(column) = self.title_by_values() {
            let reason = "its values are different texts of medium length";
            self.decide(column, Field::Project(ProjectField::Title), 0.5, reason);
        } else if let Some(best) = self.best_of(&columns) {
            self.decide_as_meant(best, ProjectField::Title);
        }
    }

    /// The column whose texts are the most different, of those that mean nothing else for sure.
    fn title_by_values(&self) -> Option<usize> {
        use ProjectField::{Identifier, Note, Objective, Summary, Title};
        let can_be = |column: &usize| {
            let is_free = match self.meaning(*column) {
                None | Some(Meaning::Other | Meaning::Category) => true,
                Some(Meaning::Field(field)) => {
                    let is_text = matches!(field, Title | Summary | Objective | Note | Identifier);
                    is_text || self.score(*column) < 0.5
                }
                Some(_) => false,
            };
            let fits = self.values.get(*column).is_some_and(|it| {
                it.texts() > 0.8
                    && it.codes() < 0.5
                    && (4..300).contains(&it.mean_length())
                    && it.different() > 0.5
            });
            self.is_open(*column) && is_free && fits
        };
        let rank = |column: &usize| {
            self.values
                .get(*column)
                .map_or(0, |it| (it.different() * 20.0) as usize)
        };
        (0..self.candidates.len())
            .rev()
            .filter(can_be)
            .max_by_key(rank)
    }
}
