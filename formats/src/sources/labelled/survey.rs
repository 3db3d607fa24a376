//! What a whole text says of its labels, before they are read.

use super::label::{self, Form};
use super::lines::{Item, for_each};
use super::vocabulary::Kind;
use super::within;
use std::collections::{HashMap, HashSet};

/// How many unknown labels are counted.
const MAX_UNKNOWN: usize = 10_000;

/// From how many labels on a line on they are no sentence.
const MANY_WITHIN: usize = 3;

#[derive(Default)]
pub(super) struct Survey {
    /// How many known labels are before a colon, a tab or a dash.
    signs: usize,
    alone: usize,
    blank: usize,
    /// The labels that are before a blank.
    blank_concepts: HashSet<u16>,
    /// The labels that are before a sign.
    used: HashSet<u16>,
    /// The first label, with which a project probably begins.
    lead: Option<(u16, Kind)>,
    has_lines_of_labels: bool,
    /// Unknown labels of more than one project, folded.
    repeated: HashSet<String>,
}

struct Count {
    last_project: usize,
    projects: usize,
    lines: usize,
}

impl Survey {
    pub(super) fn of(text: &str) -> Self {
        let mut survey = Self::default();
        let mut project = 0;
        let mut unknown: HashMap<String, Count> = HashMap::new();
        for_each(text, |item| {
            let Item::Line(line) = item else {
                return;
            };
            if let Some(found) = label::at_start(line.text) {
                project += usize::from(survey.count(&found));
                return;
            }
            project += usize::from(survey.count_within(line.text));
            if let Some(found) = label::unknown(line.text) {
                let has_room = unknown.len() < MAX_UNKNOWN;
                if !has_room && !unknown.contains_key(&found.addition) {
                    return;
                }
                let count = unknown.entry(found.addition).or_insert(Count {
                    last_project: usize::MAX,
                    projects: 0,
                    lines: 0,
                });
                count.lines += 1;
                if count.last_project != project {
                    (count.last_project, count.projects) = (project, count.projects + 1);
                }
            }
        });
        // In a language that is not known, every label that is there twice counts.
        let no_known = survey.lead.is_none();
        let repeats = |count: &Count| count.projects > 1 || (no_known && count.lines > 1);
        let repeated = unknown.into_iter().filter(|(_, count)| repeats(count));
        survey.repeated = repeated.map(|(name, _)| name).collect();
        survey
    }

    /// Counts a known label; whether it begins a project.
    fn count(&mut self, found: &label::Found) -> bool {
        let Some(label) = found.label else {
            return false;
        };
        match found.form {
            Form::Colon | Form::Tab | Form::Dash => {
                self.signs += 1;
                self.used.insert(label.concept);
            }
            Form::Alone => self.alone += 1,
            Form::Blank => {
                self.blank += 1;
                self.blank_concepts.insert(label.concept);
            }
        }
        let lead = *self.lead.get_or_insert((label.concept, label.kind));
        lead.0 == label.concept
    }

    /// Counts the labels within a line, if they are many; whether the line begins a project.
    fn count_within(&mut self, text: &str) -> bool {
        let mut concepts = HashSet::new();
        let mut first = None;
        let mut at = 0;
        while let Some(found) = within::within(text, at, |label, _| !label.needs_sign) {
            at = found.value;
            concepts.extend(found.label.map(|label| label.concept));
            first = first.or(found.label);
        }
        let Some(first) = first.filter(|_| concepts.len() >= MANY_WITHIN) else {
            return false;
        };
        self.has_lines_of_labels = true;
        self.signs += concepts.len();
        self.used.extend(concepts);
        let lead = *self.lead.get_or_insert((first.concept, first.kind));
        lead.0 == first.concept
    }

    /// Whether whole projects are on one line, each with its title before the first label.
    pub(super) fn has_lines_of_labels(&self) -> bool {
        self.has_lines_of_labels
    }

    /// Whether a blank is how the text separates labels from values.
    pub(super) fn has_blanks(&self) -> bool {
        self.blank_concepts.len() > 1 && self.blank * 2 >= self.signs + self.alone
    }

    /// Whether a label is somewhere before a sign at the start of a line.
    pub(super) fn uses(&self, concept: u16) -> bool {
        self.used.contains(&concept)
    }

    /// Whether names without a qualifier are titles.
    pub(super) fn names_are_titles(&self) -> bool {
        self.lead.is_some_and(|(_, kind)| kind == Kind::Name)
    }

    /// Whether an unknown label, folded, is in more than one project.
    pub(super) fn repeats(&self, unknown: &str) -> bool {
        self.repeated.contains(unknown)
    }
}
