//! From projects to the rows of a table.

use super::events::{Event, Events, Look, OTHER_COLUMNS, What};
use super::lists;
use super::projects::{Start, is_title, numbered};
use super::reader::Reader;
use super::value::{Piece, Repair, Value};
use super::vocabulary::{Kind, Vocabulary};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::{Cell, Grid};
use crate::mapping::{ColumnMapping, Field, Mapping, ProjectField};
use atlas_engine::text::fold;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The longest title of a document on a line of its own.
pub(super) const MAX_DOCUMENT: usize = 250;

/// The columns of texts without a label.
const TITLE: &str = "Title";
const DESCRIPTION: &str = "Description";
const DOCUMENTS: &str = "Documents";
const SECTION: &str = "Section";

/// The columns, in the order of the table: the title, the labels, and then what has no label.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) title: usize,
    pub(super) description: usize,
    pub(super) documents: usize,
    section: usize,
}

pub(super) struct Records<'a> {
    pub(super) events: &'a Events,
    starts: &'a [Start],
    pub(super) columns: Columns,
    /// The section that the projects are in.
    section: Option<&'a Event>,
    /// Whether the headings are numbered from 1.
    pub(super) are_numbered: bool,
    /// Which columns have values.
    is_used: Vec<bool>,
    /// Which columns have countries only.
    has_countries: Vec<bool>,
    /// The heading of the first section.
    first_section: Option<&'a Event>,
}

impl<'a> Records<'a> {
    pub(super) fn new(events: &'a Events, starts: &'a [Start]) -> Self {
        let find = |is: &dyn Fn(&super::events::Key) -> bool| {
            let keys = events.keys.iter();
            keys.clone()
                .position(|key| key.addition.is_empty() && is(key))
                .map(|key| key + 1)
        };
        let concept = |concept| find(&|key| key.concept == Some(concept));
        let vocabulary = Vocabulary::get();
        let after = events.keys.len() + 1;
        let columns = Columns {
            title: find(&|key| key.kind == Kind::Title).unwrap_or(0),
            description: concept(vocabulary.description()).unwrap_or(after),
            documents: concept(vocabulary.documents()).unwrap_or(after + 1),
            section: after + 2,
        };
        let first = starts.first().filter(|start| start.heading > 0);
        let first = first.and_then(|start| events.list.get(start.at as usize));
        let number = first.and_then(|event| numbered(events.text(event)));
        let mut records = Self {
            events,
            starts,
            columns,
            section: None,
            are_numbered: number.is_some_and(|(number, _)| number <= 1),
            is_used: Vec::new(),
            has_countries: Vec::new(),
            first_section: None,
        };
        // Which columns have values decides the positions of all, so the projects are read twice.
        let mut is_used = vec![false; events.keys.len() + OTHER_COLUMNS];
        let mut has_countries = vec![true; is_used.len()];
        records.for_each(&mut Findings::default(), |_, _, column, (text, _)| {
            if let Some(used) = is_used.get_mut(column) {
                *used = true;
            }
            if let Some(has_countries) = has_countries.get_mut(column) {
                *has_countries = *has_countries && lists::are_countries(&text);
            }
        });
        if is_used.get(columns.section) == Some(&true) {
            let headings = records.above().filter(|event| records.is_heading(event));
            records.first_section = headings.skip(1).last();
        }
        records.is_used = is_used;
        records.has_countries = has_countries;
        records
    }

    /// The lines above the first project.
    fn above(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        let end = self.starts.first().map_or(0, |start| start.at as usize);
        let list = self.events.list.get(..end).unwrap_or_default().iter();
        list.filter(|event| matches!(event.what, What::Text(_)))
    }

    fn is_heading(&self, event: &Event) -> bool {
        let text = self.events.text(event);
        let is_item = matches!(event.what, What::Text(look) if look.has_bullet);
        !is_item && is_title(text, text) && text.len() <= MAX_DOCUMENT
    }

    /// The table, with its headings in the first row.
    pub(super) fn table(&mut self, findings: &mut Findings) -> Grid {
        let mut next = 0;
        let positions: Vec<_> = self
            .is_used
            .iter()
            .map(|used| {
                next += usize::from(*used);
                used.then(|| next - 1)
            })
            .collect();
        let mut grid = Grid::of_text();
        grid.start_row(1);
        for (column, position) in positions.iter().enumerate() {
            let Some(position) = position else {
                continue;
            };
            let (heading, line, character) = self.heading(column);
            grid.push(*position, Cell::Text(heading), line, character);
        }
        self.section = self.first_section;
        let mut last = None;
        self.for_each(findings, |project, line, column, (text, at)| {
            if last != Some(project) {
                grid.start_row(line);
                last = Some(project);
            }
            if let Some(Some(position)) = positions.get(column) {
                grid.push(*position, Cell::Text(&text), at.0, at.1);
            }
        });
        grid
    }

    pub(super) fn heading(&self, column: usize) -> (&str, u32, u32) {
        let key = column
            .checked_sub(1)
            .and_then(|key| self.events.keys.get(key));
        if let Some(key) = key {
            return (&key.heading, key.line, key.character);
        }
        let heading = match column {
            0 => TITLE,
            _ if column == self.columns.description => DESCRIPTION,
            _ if column == self.columns.documents => DOCUMENTS,
            _ => SECTION,
        };
        (heading, 1, 0)
    }

    /// The field of a column, if it is certain.
    fn field(&self, column: usize) -> Option<ProjectField> {
        self.events.keys.get(column.checked_sub(1)?)?.field
    }

    /// Adds what the labels say of the columns to a mapping, which goes before.
    pub(super) fn state(&self, mapping: &mut Mapping) {
        let stated: HashSet<String> = mapping.columns.iter().map(|it| fold(&it.heading)).collect();
        let mut count: HashMap<ProjectField, usize> = HashMap::new();
        let keys = || {
            self.events
                .keys
                .iter()
                .enumerate()
                .map(|(at, key)| (at + 1, key))
        };
        let is_used = |column: usize| self.is_used.get(column) == Some(&true);
        for (column, key) in keys() {
            if let Some(field) = key.field.filter(|_| is_used(column)) {
                *count.entry(field).or_default() += 1;
            }
        }
        let mut headings: HashMap<String, u32> = HashMap::new();
        for (column, key) in keys().filter(|(column, _)| is_used(*column)) {
            let folded = fold(&key.heading);
            let nth = headings.entry(folded.clone()).or_default();
            *nth += 1;
            let is_alone = key.field.and_then(|field| count.get(&field)) == Some(&1);
            let field = match key.field {
                Some(ProjectField::Place | ProjectField::Region) => {
                    let has_countries = self.has_countries.get(column) == Some(&true);
                    let is_alone = !count.contains_key(&ProjectField::Country);
                    (has_countries && is_alone).then_some(ProjectField::Country)
                }
                // Of several columns, their values decide which one is meant.
                field => field.filter(|field| is_alone || lists::has_several(*field)),
            };
            let Some(field) = field.filter(|_| !stated.contains(&folded)) else {
                continue;
            };
            mapping.columns.push(ColumnMapping {
                heading: key.heading.clone(),
                nth: *nth,
                field: Field::Project(field),
                separator: lists::has_organisations(field).then(|| "\n".to_owned()),
                date_order: None,
                decimal: None,
                currency: None,
            });
        }
    }

    pub(super) fn kind(&self, column: usize) -> Kind {
        let key = column
            .checked_sub(1)
            .and_then(|key| self.events.keys.get(key));
        match key {
            Some(key) => key.kind,
            None if column == 0 => Kind::Title,
            None if column == self.columns.documents => Kind::Documents,
            None => Kind::Prose,
        }
    }

    /// Visits the values of every project from left to right: the project, its line, the column, and the text
    /// with its place.
    fn for_each(
        &mut self,
        findings: &mut Findings,
        mut visit: impl FnMut(usize, u32, usize, (String, (u32, u32))),
    ) {
        for (number, start) in self.starts.iter().enumerate() {
            let end = self.starts.get(number + 1);
            let end = end.map_or(self.events.list.len(), |next| next.at as usize);
            let section = self.section;
            let mut values = self.project(*start, end, number + 1 < self.starts.len(), findings);
            if let Some(section) = section {
                let piece = self.piece(section, None);
                values
                    .entry(self.columns.section)
                    .or_default()
                    .push(piece, Kind::Prose);
            }
            let first = self.events.list.get(start.at as usize);
            let line = first.map_or(0, |event| event.line);
            for (column, value) in values {
                let kind = self.kind(column);
                let place = (value.line, value.character);
                let (mut text, repair) = value.finish(kind);
                if self.field(column).is_some_and(lists::has_organisations) {
                    text = lists::on_lines(text, self.heading(column).0);
                }
                if let Some(repair) = repair {
                    findings.add(repaired(repair, place).field(self.heading(column).0));
                }
                visit(number, line, column, (text, place));
            }
        }
    }

    pub(super) fn piece(&self, event: &Event, look: Option<Look>) -> Piece<'a> {
        Piece {
            text: self.events.text(event),
            after_blank: look.is_some_and(|look| look.after_blank),
            has_bullet: look.is_some_and(|look| look.has_bullet),
            line: event.line,
            character: event.character,
        }
    }

    /// The values of a project by their columns.
    fn project(
        &mut self,
        start: Start,
        end: usize,
        has_next: bool,
        findings: &mut Findings,
    ) -> BTreeMap<usize, Value> {
        let events = self.events;
        let first = start.at as usize;
        let list = events.list.get(first..end).unwrap_or_default();
        let (heading, rest) = list
            .split_at_checked(usize::from(start.heading))
            .unwrap_or((list, &[]));
        let mut reader = Reader::new(self);
        reader.heading(heading);
        let last_label = rest
            .iter()
            .rposition(|it| matches!(it.what, What::Label(_)));
        let mut section = None;
        for (at, event) in rest.iter().enumerate() {
            match event.what {
                What::Rule => {}
                What::Label(key) => reader.label(event, key, findings),
                What::Text(look) => {
                    let is_tail = last_label.is_none_or(|last| last < at);
                    if is_tail && reader.is_beside(event, look) {
                        section = has_next.then_some(event);
                        if !has_next {
                            findings.add(left_out(event));
                        }
                    } else {
                        reader.text(event, look);
                    }
                }
            }
        }
        let values = reader.values;
        self.section = section.or(self.section);
        values
    }

    /// The title of the list, above the first project.
    pub(super) fn title(&self, findings: &mut Findings) -> Option<String> {
        let mut title: Option<String> = None;
        let is_section = |event| self.first_section.is_some_and(|it| std::ptr::eq(it, event));
        for event in self.above() {
            if title.is_none() && self.is_heading(event) {
                title = Some(self.events.text(event).to_owned());
            } else if !is_section(event) {
                findings.add(left_out(event));
            }
        }
        title
    }
}

fn repaired(repair: Repair, (line, character): (u32, u32)) -> Finding {
    let (code, message, help) = match repair {
        Repair::Bracket => (
            "bracket-open",
            "A bracket is never closed.",
            "It is read as if it were closed at the end of the value. Close it.",
        ),
        Repair::Dash => (
            "dash-lost",
            "There is no dash between two dates.",
            "It is read as a period. Write a dash between its start and its end.",
        ),
    };
    let finding = Finding::new(Severity::Warning, code, message).at(Place::line(line, character));
    finding.help(help).repaired()
}

fn left_out(event: &Event) -> Finding {
    let message = "This line belongs to no project and is left out.";
    Finding::new(Severity::Note, "text-left-out", message)
        .at(Place::line(event.line, event.character))
        .help("If it belongs to a project, put a label before it, such as “Description:”.")
}
