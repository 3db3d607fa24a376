//! Chooses a field for each column, of what the headings mean and the values allow.

mod amounts;
mod countries;
mod titles;

use super::fit::fit;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::{Field, ProjectField};
use crate::table::evidence::Evidence;
use crate::table::headings::{Meant, meanings};
use crate::table::hxl;
use crate::table::rows::Table;
use crate::table::vocabulary::{Lookup, Meaning};
use crate::table::words::words;

/// A field of a column, how sure it is, and why.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub(super) field: Field,
    /// From 0 to 1.
    pub(super) confidence: f32,
    pub(super) reason: &'static str,
}

/// What a column can be, before the columns are compared.
struct Candidate {
    meaning: Option<Meaning>,
    score: f32,
    reason: &'static str,
}

const BY_HEADING: &str = "of its heading";
const BY_TAG: &str = "of its tag";
const STATED: &str = "the mapping says so";
/// The score below which a heading says nothing.
const LEAST: f32 = 0.35;

/// The columns and what is known about them.
pub(super) struct Chooser<'a> {
    table: &'a Table<'a>,
    values: &'a [Evidence<'a>],
    candidates: Vec<Candidate>,
    decisions: Vec<Option<Decision>>,
}

impl<'a> Chooser<'a> {
    /// `stated` has the fields that the mapping states.
    pub(super) fn new(
        table: &'a Table<'a>,
        values: &'a [Evidence<'a>],
        stated: &[Option<Field>],
    ) -> Self {
        let mut lookup = Lookup::default();
        let candidates = table.columns.iter().zip(values).map(|(column, values)| {
            if let Some(tag) = &column.tag {
                return Candidate {
                    meaning: Some(hxl::meaning(tag)),
                    score: 1.0,
                    reason: BY_TAG,
                };
            }
            let meant = if column.is_unnamed {
                Vec::new()
            } else {
                meanings(&column.heading, &mut lookup)
            };
            best(&meant, values)
        });
        let decided = |field: &Field| Decision {
            field: field.clone(),
            confidence: 1.0,
            reason: STATED,
        };
        Self {
            candidates: candidates.collect(),
            decisions: stated.iter().map(|it| it.as_ref().map(decided)).collect(),
            table,
            values,
        }
    }

    /// Decides every column.
    pub(super) fn choose(mut self, findings: &mut Findings) -> Vec<Decision> {
        self.ignore_private(findings);
        self.countries(findings);
        self.amounts(findings);
        self.coordinates(findings);
        self.title();
        for field in ProjectField::ALL {
            self.columns_of(field);
        }
        self.years();
        self.links();
        self.others(findings);
        self.decisions
            .into_iter()
            .map(|it| it.unwrap_or(IGNORED))
            .collect()
    }

    fn meaning(&self, column: usize) -> Option<Meaning> {
        self.candidates.get(column).and_then(|it| it.meaning)
    }

    fn score(&self, column: usize) -> f32 {
        self.candidates.get(column).map_or(0.0, |it| it.score)
    }

    fn heading(&self, column: usize) -> &str {
        self.table.columns.get(column).map_or("", |it| &it.heading)
    }

    fn is_open(&self, column: usize) -> bool {
        self.decisions.get(column).is_some_and(Option::is_none)
    }

    /// The columns that are not decided and mean something, in their order.
    fn meaning_one(&self, wanted: impl Fn(Meaning) -> bool) -> Vec<usize> {
        let all = 0..self.candidates.len();
        all.filter(|at| self.is_open(*at) && self.meaning(*at).is_some_and(&wanted))
            .collect()
    }

    /// Whether a column is decided to be a field.
    fn has(&self, field: ProjectField) -> bool {
        let field = Field::Project(field);
        self.decisions.iter().flatten().any(|it| it.field == field)
    }

    fn decide(&mut self, column: usize, field: Field, confidence: f32, reason: &'static str) {
        if let Some(decision) = self.decisions.get_mut(column) {
            *decision = Some(Decision {
                field,
                confidence: confidence.min(1.0),
                reason,
            });
        }
    }

    fn decide_as_meant(&mut self, column: usize, field: ProjectField) {
        let reason = self
            .candidates
            .get(column)
            .map_or(BY_HEADING, |it| it.reason);
        self.decide(column, Field::Project(field), self.score(column), reason);
    }

    fn report(&self, column: usize, code: &'static str, message: String, findings: &mut Findings) {
        let finding =
            Finding::new(Severity::Note, code, message).at(self.table.heading_place(column));
        let help = "If it belongs to the list, state its field in the mapping.";
        findings.add(finding.field(self.heading(column)).help(help));
    }

    /// Of several columns, the one with the highest score; the first of equal ones.
    fn best_of(&self, columns: &[usize]) -> Option<usize> {
        let columns = columns.iter().copied().rev();
        columns.max_by(|one, other| self.score(*one).total_cmp(&self.score(*other)))
    }

    fn ignore_private(&mut self, findings: &mut Findings) {
        for column in self.meaning_one(|it| it == Meaning::Private) {
            self.decide(column, Field::Ignored, self.score(column), BY_HEADING);
            if self.values.get(column).is_some_and(|it| !it.is_empty()) {
                let heading = self.heading(column);
                let message =
                    format!("The column “{heading}” is not read: it says whom to contact.");
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    /// Numbers that are too large for degrees are metres of some national grid.
    fn coordinates(&mut self, findings: &mut Findings) {
        let is_coordinate = |it| {
            let fields = [ProjectField::Latitude, ProjectField::Longitude];
            matches!(it, Meaning::Field(field) if fields.contains(&field))
        };
        for column in self.meaning_one(is_coordinate) {
            if self
                .values
                .get(column)
                .is_some_and(Evidence::is_beyond_degrees)
            {
                self.decide(column, Field::Ignored, 0.9, "its numbers are no degrees");
                let heading = self.heading(column);
                let message = format!(
                    "The column “{heading}” is not read: its numbers are no latitudes or longitudes in degrees."
                );
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    /// The columns of a field, as their headings mean.
    fn columns_of(&mut self, field: ProjectField) {
        let columns = self.meaning_one(|it| it == Meaning::Field(field));
        if is_list(field) {
            for column in columns {
                self.decide_as_meant(column, field);
            }
        } else if self.has(field) {
            // The mapping states it, or it was decided before.
        } else if let Some(best) = self.best_of(&columns) {
            if field == ProjectField::Identifier && self.is_numbering(best) {
                self.decide(best, Field::Ignored, 0.9, "it numbers the rows");
                self.columns_of(field);
                return;
            }
            self.decide_as_meant(best, field);
            let others = columns
                .into_iter()
                .filter(|it| *it != best && is_several(field));
            for column in others {
                self.decide_as_meant(column, field);
            }
        }
    }

    /// Whether a column only numbers the rows: it is headed “No.” and counts.
    fn is_numbering(&self, column: usize) -> bool {
        const NUMBERING: [&str; 24] = [
            "no",
            "nr",
            "num",
            "number",
            "nummer",
            "lp",
            "l p",
            "sr no",
            "s no",
            "lfd nr",
            "laufende nummer",
            "jrk nr",
            "eil nr",
            "nr crt",
            "por c",
            "c",
            "p c",
            "zap st",
            "r br",
            "rbr",
            "redni broj",
            "п п",
            "α α",
            "реден број",
        ];
        let words = words(self.heading(column), false).join(" ");
        NUMBERING.contains(&words.as_str())
            && self.values.get(column).is_some_and(Evidence::is_counting)
    }

    /// A year beside dates is a field of its own.
    fn years(&mut self) {
        if !self.has(ProjectField::Start) {
            return;
        }
        for at in 0..self.decisions.len() {
            let heading = self.heading(at).to_owned();
            if let Some(Some(decision)) = self.decisions.get_mut(at)
                && decision.field == Field::Project(ProjectField::Year)
                && decision.reason != STATED
            {
                decision.field = Field::Custom(heading);
            }
        }
    }

    /// Columns of addresses, whatever they are called.
    fn links(&mut self) {
        for column in 0..self.candidates.len() {
            let has_addresses = self
                .values
                .get(column)
                .is_some_and(|it| it.addresses() > 0.8 && it.filled > 0);
            if self.is_open(column) && self.meaning(column).is_none() && has_addresses {
                let reason = "its values are addresses";
                self.decide(column, Field::Project(ProjectField::Link), 0.7, reason);
            }
        }
    }

    /// What maps to no field becomes a custom field, if its values repeat, or text.
    fn others(&mut self, findings: &mut Findings) {
        const MOST: usize = 12;
        let is_custom = |it: &Decision| matches!(it.field, Field::Custom(_));
        let mut custom = self
            .decisions
            .iter()
            .flatten()
            .filter(|it| is_custom(it))
            .count();
        for column in 0..self.candidates.len() {
            if !self.is_open(column) {
                continue;
            }
            let Some(values) = self.values.get(column).filter(|it| !it.is_empty()) else {
                self.decide(column, Field::Ignored, 1.0, "it has no values");
                continue;
            };
            if values.mail_addresses() > 0.5 {
                self.decide(column, Field::Ignored, 0.9, "its values are mail addresses");
                let heading = self.heading(column);
                let message = format!("The column “{heading}” is not read: it has mail addresses.");
                self.report(column, "column-ignored", message, findings);
                continue;
            }
            let meaning = self.meaning(column);
            let is_word = values.texts() > 0.5 && values.mean_length() <= 80;
            let repeats = values.is_repeating()
                && values.count_of_different() > 1
                && values.different() <= 0.7;
            let is_category = meaning == Some(Meaning::Category) && values.mean_length() <= 120;
            let can_repeat = !matches!(meaning, Some(Meaning::Date | Meaning::Percentage));
            let is_field = is_category || is_word && repeats && can_repeat;
            let is_unnamed = self
                .table
                .columns
                .get(column)
                .is_some_and(|it| it.is_unnamed);
            if is_field && custom < MOST && !is_unnamed {
                custom += 1;
                let name = short(self.heading(column));
                self.decide(column, Field::Custom(name), 0.8, "its values repeat");
            } else {
                self.decide(column, Field::Text, 0.8, "it is none of the fields");
            }
        }
    }
}

const IGNORED: Decision = Decision {
    field: Field::Ignored,
    confidence: 1.0,
    reason: "it has no values",
};

/// The longest name of a field, in characters.
const MAX_NAME: usize = 80;

fn short(heading: &str) -> String {
    heading.chars().take(MAX_NAME).collect()
}

/// What the heading of a column means, as far as its values allow.
fn best(meant: &[Meant], values: &Evidence) -> Candidate {
    let mut best = Candidate {
        meaning: None,
        score: 0.0,
        reason: BY_HEADING,
    };
    for (
        at,
        Meant {
            meaning,
            confidence,
        },
    ) in meant.iter().enumerate()
    {
        // A second meaning counts if the values speak against the first.
        let score = confidence * fit(*meaning, values) * if at == 0 { 1.0 } else { 0.9 };
        if score >= LEAST && score > best.score {
            best.meaning = Some(*meaning);
            best.score = score;
        }
    }
    best
}

/// Whether the values of several columns of a field are one list.
fn is_list(field: ProjectField) -> bool {
    use ProjectField as F;
    matches!(
        field,
        F::Implementing
            | F::Donor
            | F::Partner
            | F::Theme
            | F::Region
            | F::Place
            | F::Document
            | F::Link
            | F::Related
            | F::Results
            | F::Summary
            | F::Objective
            | F::Note
    )
}

/// Whether several columns of a field complete each other: planned and actual dates.
fn is_several(field: ProjectField) -> bool {
    matches!(field, ProjectField::Start | ProjectField::End)
}
