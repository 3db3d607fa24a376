//! The labels and the other lines of a text, in order.

use super::label::{self, Form, Found};
use super::lines::{Item, Line, for_each};
use super::survey::Survey;
use super::vocabulary::Kind;
use super::within::{self, Joint};
use crate::grid::MAX_COLUMNS;
use crate::mapping::ProjectField;
use atlas_engine::country;
use std::collections::HashMap;

/// A label with its value, or a line without a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) what: What,
    /// Its text in [`Events::texts`].
    start: u32,
    end: u32,
    /// Where the text begins, or the label if there is none.
    pub(super) line: u32,
    pub(super) character: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The position of a label in [`Events::keys`]. The text is the value on the same line.
    Label(u16),
    Text(Look),
    Rule,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) after_blank: bool,
    pub(super) has_bullet: bool,
    /// As in [`Line::rank`].
    pub(super) rank: u8,
}

/// A label, which becomes a column.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// As published first.
    pub(super) heading: String,
    pub(super) kind: Kind,
    /// The field of its values, if it is certain.
    pub(super) field: Option<ProjectField>,
    /// Which label of the vocabulary it is, if it is known.
    pub(super) concept: Option<u16>,
    /// What is published with the known label, folded.
    pub(super) addition: String,
    pub(super) line: u32,
    pub(super) character: u32,
    /// How often it is there.
    pub(super) count: usize,
}

#[derive(Default)]
pub(super) struct Events {
    pub(super) list: Vec<Event>,
    pub(super) keys: Vec<Key>,
    texts: String,
}

impl Events {
    pub(super) fn of(text: &str) -> Self {
        let survey = Survey::of(text);
        let mut builder = Builder {
            survey: &survey,
            events: Self::default(),
            by_name: HashMap::new(),
            awaits_value: false,
        };
        for_each(text, |item| match item {
            Item::Rule { after_blank } => builder.rule(after_blank),
            Item::Line(line) => builder.line(line),
        });
        builder.events
    }

    pub(super) fn text(&self, event: &Event) -> &str {
        let range = event.start as usize..event.end as usize;
        self.texts.get(range).unwrap_or_default()
    }

    pub(super) fn key(&self, key: u16) -> Option<&Key> {
        self.keys.get(usize::from(key))
    }

    /// The kind of the label at a position.
    pub(super) fn kind_at(&self, at: usize) -> Option<Kind> {
        match self.list.get(at)?.what {
            What::Label(key) => self.key(key).map(|key| key.kind),
            _ => None,
        }
    }
}

/// Columns that are kept for texts without a label.
pub(super) const OTHER_COLUMNS: usize = 4;

struct Builder<'s> {
    survey: &'s Survey,
    events: Events,
    /// The position of each label, by its concept and what is published with it.
    by_name: HashMap<(Option<u16>, String), u16>,
    /// Whether the last event is a label alone on its line.
    awaits_value: bool,
}

impl Builder<'_> {
    fn rule(&mut self, after_blank: bool) {
        // Below a line, dashes underline a heading.
        if let Some(last) = self.events.list.last_mut()
            && let What::Text(look) = &mut last.what
            && look.after_blank
            && !after_blank
            && !look.has_bullet
        {
            look.rank = look.rank.max(1);
            return;
        }
        let at = self.events.texts.len() as u32;
        self.events.list.push(Event {
            what: What::Rule,
            start: at,
            end: at,
            line: 0,
            character: 0,
        });
    }

    fn line(&mut self, mut line: Line<'_>) {
        let text = line.text;
        let mut found = self.label(&line);
        let begins_with_label = found.is_some();
        if found.is_none() {
            found = self.within(text, 0, self.survey.has_lines_of_labels());
            let end = found.as_ref().map_or(text.len(), |found| found.range.start);
            let before = text.get(..end).unwrap_or_default();
            let look = Look {
                after_blank: line.after_blank,
                has_bullet: line.has_bullet,
                rank: line.rank,
            };
            let character = line.character(0);
            self.push(
                What::Text(look),
                trimmed(before, found.is_some()),
                line.number,
                character,
            );
        }
        while let Some(label) = found {
            let is_short = label.label.is_some_and(|label| !label.kind.is_long());
            let next = if is_short && begins_with_label {
                within::within(text, label.value, |label, _| {
                    !label.needs_sign || self.survey.uses(label.concept)
                })
            } else {
                let splits = begins_with_label || self.survey.has_lines_of_labels();
                self.within(text, label.value, splits)
            };
            let end = next.as_ref().map_or(text.len(), |next| next.range.start);
            let value = text.get(label.value..end).unwrap_or_default();
            let is_cut = next.is_some();
            let start = label.value + (value.len() - value.trim_start().len());
            let value = trimmed(value, is_cut);
            let place = (line.number, line.character(label.range.start));
            let Some(key) = self.key_of(&label, text, place) else {
                self.push(What::Text(PLAIN), text, line.number, place.1);
                return;
            };
            let character = if value.is_empty() {
                place.1
            } else {
                line.character(start)
            };
            self.push(What::Label(key), value, line.number, character);
            self.awaits_value = label.form == Form::Alone;
            found = next;
        }
    }

    fn push(&mut self, what: What, text: &str, line: u32, character: u32) {
        let start = self.events.texts.len() as u32;
        self.events.texts.push_str(text);
        let end = self.events.texts.len() as u32;
        if start == end && matches!(what, What::Text(_)) {
            return;
        }
        self.events.list.push(Event {
            what,
            start,
            end,
            line,
            character,
        });
        self.awaits_value = false;
    }

    /// The label at the start of a line.
    fn label(&self, line: &Line<'_>) -> Option<Found> {
        if let Some(found) = label::at_start(line.text) {
            return self.accepts(line, &found).then_some(found);
        }
        let found = label::unknown(line.text)?;
        let is_label = self.survey.repeats(&found.addition) || self.is_in_block(line, &found);
        (is_label && !self.is_sentence(line)).then_some(found)
    }

    fn accepts(&self, line: &Line<'_>, found: &Found) -> bool {
        let Some(label) = found.label else {
            return false;
        };
        let is_lower = line.text.starts_with(char::is_lowercase);
        let value = line
            .text
            .get(found.value..)
            .unwrap_or_default()
            .trim_start();
        match found.form {
            Form::Colon => !is_lower || !self.is_sentence(line),
            Form::Tab => {
                let gap = line
                    .text
                    .get(found.range.end..found.value)
                    .unwrap_or_default();
                gap.contains(['\t', '|']) || !(is_lower || value.starts_with(char::is_lowercase))
            }
            Form::Dash => !is_lower && (!self.awaits_value || self.survey.has_blanks()),
            Form::Alone => !line.has_bullet,
            Form::Blank => {
                let fits = (self.survey.has_blanks() && !self.is_sentence(line))
                    || looks_like(label.kind, value);
                fits && !line.has_bullet && (!self.awaits_value || self.survey.has_blanks())
            }
        }
    }

    /// Whether a line goes on with the sentence of the line before.
    fn is_sentence(&self, line: &Line<'_>) -> bool {
        let last = self.events.list.last();
        let before = last.map_or("", |event| self.events.text(event));
        let is_text = !line.after_blank && !line.has_bullet && !before.is_empty();
        let is_long = before.len() >= 50
            || matches!(
                last,
                Some(Event {
                    what: What::Text(_),
                    ..
                })
            );
        is_text
            && is_long
            && !before.ends_with(['.', '!', '?', ':', ';', ')', '"', '”', '»'])
            && (line.text.starts_with(char::is_lowercase) || before.ends_with(','))
    }

    /// Whether an unknown label directly follows a label with a short value.
    fn is_in_block(&self, line: &Line<'_>, found: &Found) -> bool {
        let Some(last) = self.events.list.last() else {
            return false;
        };
        if self.survey.has_lines_of_labels() {
            return false;
        }
        let What::Label(key) = last.what else {
            return false;
        };
        let is_short = self.events.key(key).is_some_and(|key| !key.kind.is_long());
        let has_value = line
            .text
            .get(found.value..)
            .is_some_and(|it| !it.trim().is_empty());
        is_short && has_value && !line.after_blank && last.start < last.end
    }

    /// The next label within a line. After a blank it counts only if `splits`.
    fn within(&self, text: &str, from: usize, splits: bool) -> Option<Found> {
        within::within(text, from, |label, joint| {
            let is_used = self.survey.uses(label.concept);
            match joint {
                Joint::Certain => is_used || !label.needs_sign,
                Joint::Blank => is_used && splits,
            }
        })
    }

    /// The position of a label; `None` if there are too many.
    fn key_of(&mut self, found: &Found, text: &str, place: (u32, u32)) -> Option<u16> {
        let concept = found.label.map(|label| label.concept);
        let name = (concept, found.addition.clone());
        if let Some(key) = self.by_name.get(&name) {
            if let Some(known) = self.events.keys.get_mut(usize::from(*key)) {
                known.count += 1;
            }
            return Some(*key);
        }
        let at = self.events.keys.len();
        if at + OTHER_COLUMNS >= MAX_COLUMNS {
            return None;
        }
        let kind = match found.label.map(|label| label.kind) {
            Some(Kind::Name) if self.survey.names_are_titles() => Kind::Title,
            Some(Kind::Name) => Kind::Other,
            Some(kind) => kind,
            None => Kind::Prose,
        };
        let heading = text.get(found.range.clone()).unwrap_or_default();
        self.events.keys.push(Key {
            heading: heading.trim().to_owned(),
            kind,
            field: found.label.and_then(|label| label.field),
            concept,
            addition: name.1.clone(),
            line: place.0,
            character: place.1,
            count: 1,
        });
        self.by_name.insert(name, at as u16);
        Some(at as u16)
    }
}

const PLAIN: Look = Look {
    after_blank: false,
    has_bullet: false,
    rank: 0,
};

/// A value without what separates it from the next label on its line.
fn trimmed(value: &str, is_cut: bool) -> &str {
    let value = value.trim().trim_matches(['|', '\t']).trim();
    if is_cut {
        value.trim_end_matches([' ', ';', '|', '\t', ',', '•', '–', '—', '-'])
    } else {
        value
    }
}

/// The longest short value.
const MAX_SHORT: usize = 80;

/// Whether a value after a blank can only be that of its label.
fn looks_like(kind: Kind, value: &str) -> bool {
    if value.len() > MAX_SHORT {
        return false;
    }
    let has_digit = value.contains(|it: char| it.is_ascii_digit());
    match kind {
        Kind::Date | Kind::Period | Kind::Amount => has_digit && !value.ends_with('.'),
        Kind::Country => {
            let first = value.split([',', ';', '/']).next().unwrap_or_default();
            country::from_text(first.trim()).is_some()
        }
        _ => false,
    }
}
