//! Chooses a field for each column, of what the headings mean and the values allow.

use super::fit::fit;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::{Field, ProjectField};
use crate::table::cells::stated;
use crate::table::evidence::Evidence;
use crate::table::headings::{Meant, meanings, year_in};
use crate::table::hxl;
use crate::table::rows::Table;
use crate::table::vocabulary::{Lookup, Meaning};
use crate::table::words::words;
use crate::values::country;
use std::collections::HashSet;

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
    pub(super) fn new(table: &'a Table<'a>, values: &'a [Evidence<'a>], stated: &[Option<Field>]) -> Self {
        let mut lookup = Lookup::default();
        let candidates = table.columns.iter().zip(values).map(|(column, values)| {
            if let Some(tag) = &column.tag {
                return Candidate {
                    meaning: Some(hxl::meaning(tag)),
                    score: 1.0,
                    reason: BY_TAG,
                };
            }
            let meant = if column.is_unnamed { Vec::new() } else { meanings(&column.heading, &mut lookup) };
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
        self.decisions.into_iter().map(|it| it.unwrap_or(IGNORED)).collect()
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
        all.filter(|at| self.is_open(*at) && self.meaning(*at).is_some_and(&wanted)).collect()
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
        let reason = self.candidates.get(column).map_or(BY_HEADING, |it| it.reason);
        self.decide(column, Field::Project(field), self.score(column), reason);
    }

    fn report(&self, column: usize, code: &'static str, message: String, findings: &mut Findings) {
        let finding = Finding::new(Severity::Note, code, message).at(self.table.heading_place(column));
        findings.add(finding.field(self.heading(column)));
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
                let message = format!("The column “{heading}” is not read: it says whom to contact.");
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    fn countries(&mut self, findings: &mut Findings) {
        let is_country = |it| it == Meaning::Field(ProjectField::Country);
        let columns = self.meaning_one(is_country);
        let names = |column: &usize| self.values.get(*column).is_some_and(|it| !it.has_only_codes());
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
            let message = format!("The column “{heading}” is not read: it says the same as “{other}”.");
            (Field::Ignored, message)
        } else {
            let message = format!("The column “{heading}” is not read as the countries of projects: it names others than “{other}”.");
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
                let side = if at == column { 0 } else { 1 };
                if at != column && at != other {
                    continue;
                }
                let text = stated(cell).unwrap_or_default();
                let codes = country::parse_list(&text).into_iter().filter_map(|(_, written)| match written {
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
                Some(Meaning::Field(field)) => matches!(field, ProjectField::Region | ProjectField::Place),
                Some(_) => false,
            };
            let values = self.values.get(*column);
            let names = values.is_some_and(|it| it.countries() >= 0.7 && !it.has_only_codes() && it.filled > 1);
            self.is_open(*column) && is_free && names
        };
        let found = (0..self.candidates.len()).find(can_be);
        if let Some(column) = found {
            let reason = "its values are names of countries";
            self.decide(column, Field::Project(ProjectField::Country), 0.65, reason);
        }
    }

    fn amounts(&mut self, findings: &mut Findings) {
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
                Some(Meaning::PartAmount) => (self.score(*column) * 0.8, "no other column has an amount"),
                Some(_) => (self.score(*column), BY_HEADING),
                None => (0.7, "its heading is a year and its values are numbers"),
            };
            self.decide(*column, Field::Project(ProjectField::Amount), confidence, reason);
        }
        let budget = self.decisions.iter().position(|it| {
            it.as_ref().is_some_and(|it| it.field == Field::Project(ProjectField::Amount))
        });
        for column in whole.into_iter().chain(parts).chain(yearly) {
            if !self.is_open(column) {
                continue;
            }
            self.decide(column, Field::Text, 0.8, "another column is the amount");
            let is_empty = self.values.get(column).is_none_or(Evidence::is_empty);
            if let Some(budget) = budget.filter(|_| !is_empty) {
                let (heading, budget) = (self.heading(column), self.heading(budget));
                let message = format!("The column “{heading}” is text: the amount is read from “{budget}”, and they are not added up.");
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    /// The columns with the amount of one year each: “2014”, or “Budget 2014” and “Budget 2015”.
    fn yearly_amounts(&self) -> Vec<usize> {
        let mut years = HashSet::new();
        let is_yearly = |column: &usize| {
            let heading = self.heading(*column);
            let Some(year) = year_in(heading) else { return false };
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
            "total", "totale", "totales", "totaal", "gesamt", "samlet", "totalt", "kokonais", "kogu", "osszes", "teljes", "calkowita", "laczne",
            "celkove", "skupni", "ukupno", "totala", "общо", "вкупно", "общая", "συνολικη", "اجمالي",
        ];
        let rank = |column: usize| {
            let words = words(self.heading(column), false);
            let is_total = words.iter().any(|word| TOTAL.contains(&word.as_str()) || word.starts_with("gesamt"));
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

    /// Numbers that are too large for degrees are metres of some national grid.
    fn coordinates(&mut self, findings: &mut Findings) {
        let is_coordinate = |it| {
            let fields = [ProjectField::Latitude, ProjectField::Longitude];
            matches!(it, Meaning::Field(field) if fields.contains(&field))
        };
        for column in self.meaning_one(is_coordinate) {
            let largest = self.values.get(column).map_or(0.0, Evidence::largest);
            if largest > 180.0 {
                self.decide(column, Field::Ignored, 0.9, "its numbers are no degrees");
                let heading = self.heading(column);
                let message = format!("The column “{heading}” is not read: {largest} is no latitude or longitude in degrees.");
                self.report(column, "column-ignored", message, findings);
            }
        }
    }

    fn title(&mut self) {
        if self.has(ProjectField::Title) {
            return;
        }
        let columns = self.meaning_one(|it| it == Meaning::Field(ProjectField::Title));
        if let Some(best) = self.best_of(&columns).filter(|best| self.score(*best) >= 0.5) {
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
                it.texts() > 0.8 && it.codes() < 0.5 && (4..300).contains(&it.mean_length()) && it.different() > 0.5
            });
            self.is_open(*column) && is_free && fits
        };
        let rank = |column: &usize| self.values.get(*column).map_or(0, |it| (it.different() * 20.0) as usize);
        (0..self.candidates.len()).rev().filter(can_be).max_by_key(rank)
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
            let others = columns.into_iter().filter(|it| *it != best && is_several(field));
            for column in others {
                self.decide_as_meant(column, field);
            }
        }
    }

    /// Whether a column only numbers the rows: it is headed “No.” and counts.
    fn is_numbering(&self, column: usize) -> bool {
        const NUMBERING: [&str; 24] = [
            "no", "nr", "num", "number", "nummer", "lp", "l p", "sr no", "s no", "lfd nr", "laufende nummer", "jrk nr", "eil nr", "nr crt", "por c", "c",
            "p c", "zap st", "r br", "rbr", "redni broj", "п п", "α α", "реден број",
        ];
        let words = words(self.heading(column), false).join(" ");
        NUMBERING.contains(&words.as_str()) && self.values.get(column).is_some_and(Evidence::is_counting)
    }

    /// A year beside dates is a field of its own.
    fn years(&mut self) {
        if !self.has(ProjectField::Start) {
            return;
        }
        for at in 0..self.decisions.len() {
            let heading = self.heading(at).to_owned();
            if let Some(Some(decision)) = self.decisions.get_mut(at) {
                if decision.field == Field::Project(ProjectField::Year) && decision.reason != STATED {
                    decision.field = Field::Custom(heading);
                }
            }
        }
    }

    /// Columns of addresses, whatever they are called.
    fn links(&mut self) {
        for column in 0..self.candidates.len() {
            let has_addresses = self.values.get(column).is_some_and(|it| it.addresses() > 0.8 && it.filled > 0);
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
        let mut custom = self.decisions.iter().flatten().filter(|it| is_custom(it)).count();
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
            let repeats = values.is_repeating() && values.count_of_different() > 1 && values.different() <= 0.7;
            let is_category = meaning == Some(Meaning::Category) && values.mean_length() <= 120;
            let can_repeat = !matches!(meaning, Some(Meaning::Date | Meaning::Percentage));
            let is_field = is_category || is_word && repeats && can_repeat;
            let is_unnamed = self.table.columns.get(column).is_some_and(|it| it.is_unnamed);
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
    for (at, Meant { meaning, confidence }) in meant.iter().enumerate() {
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
        F::Implementing | F::Donor | F::Partner | F::Theme | F::Region | F::Place | F::Document | F::Link | F::Related | F::Results
            | F::Summary | F::Objective | F::Note
    )
}

/// Whether several columns of a field complete each other: planned and actual dates.
fn is_several(field: ProjectField) -> bool {
    matches!(field, ProjectField::Start | ProjectField::End)
}
