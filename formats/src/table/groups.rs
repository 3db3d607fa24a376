//! Which rows are one project.

use super::cells::stated;
use super::columns::{Reading, key};
use super::rows::{Row, Table};
use super::sheets::quoted;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::{Field, Mapping, ProjectField};
use std::collections::HashMap;

/// The rows of a project, in their order.
pub(super) type Group = Vec<Row>;

/// Between the headings of several columns that identify a project together.
const JOINT: &str = " + ";

/// Unites the rows of each project, as the mapping says, which states afterwards how it is done.
pub(super) fn group(
    table: &Table,
    readings: &[Reading],
    are_records: bool,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Vec<Group> {
    let keys = keys(table, readings, mapping, findings);
    let is_stated = mapping.group_by.is_some();
    let continues = !are_records && mapping.group_by.as_deref() != Some("");
    let mut grouping = Grouping::new(table, readings);
    let (groups, continued) = grouping.groups(&keys, continues);
    if !is_stated {
        mapping.group_by = match (keys.is_empty(), continued > 0) {
            // Rows that go on are found again.
            (true, true) => None,
            (true, false) => Some(String::new()),
            (false, _) => {
                let headings = keys.iter().filter_map(|at| readings.get(*at));
                let headings: Vec<String> = headings.map(numbered).collect();
                Some(headings.join(JOINT))
            }
        };
    }
    report(table, readings, &keys, &groups, continued, findings);
    groups
}

/// The columns that identify a project.
fn keys(
    table: &Table,
    readings: &[Reading],
    mapping: &Mapping,
    findings: &mut Findings,
) -> Vec<usize> {
    if let Some(stated) = &mapping.group_by {
        let position = |heading: &str| position(readings, heading);
        let whole = position(stated).map(|at| vec![at]);
        let joint = || {
            stated
                .split(JOINT)
                .map(position)
                .collect::<Option<Vec<_>>>()
        };
        let keys = whole.or_else(joint);
        if keys.is_none() && !stated.is_empty() {
            let headings = quoted(readings.iter().map(|it| it.heading.as_str()));
            let message = format!("There is no column “{stated}” to unite rows by.");
            let finding = Finding::new(Severity::Error, "mapping-heading-missing", message);
            findings.add(
                finding
                    .field(stated)
                    .help(format!("The headings are: {headings}.")),
            );
        }
        return keys.unwrap_or_default();
    }
    let column = |field| {
        readings
            .iter()
            .position(|it| it.field == Field::Project(field))
    };
    if let Some(identifier) = column(ProjectField::Identifier) {
        let title = column(ProjectField::Title);
        return if identifies(table, identifier, title) {
            vec![identifier]
        } else {
            Vec::new()
        };
    }
    let fields = [
        ProjectField::Title,
        ProjectField::Start,
        ProjectField::Implementing,
    ];
    let all: Option<Vec<usize>> = fields.into_iter().map(column).collect();
    all.unwrap_or_default()
}

/// The column with a heading, which is followed by `[2]` if it is the second one with it.
fn position(readings: &[Reading], heading: &str) -> Option<usize> {
    let find = |heading: &str, nth: u32| {
        let wanted = key(heading);
        let mut all = readings.iter();
        all.position(|it| it.nth == nth && key(&it.heading) == wanted)
    };
    find(heading, 1).or_else(|| {
        let (heading, nth) = heading.trim().strip_suffix(']')?.rsplit_once('[')?;
        find(heading, nth.parse().ok()?)
    })
}

fn numbered(reading: &Reading) -> String {
    match reading.nth {
        1 => reading.heading.clone(),
        nth => format!("{} [{nth}]", reading.heading),
    }
}

/// Whether rows with the same identifier have the same title; otherwise it identifies something else.
fn identifies(table: &Table, identifier: usize, title: Option<usize>) -> bool {
    let Some(title) = title else { return true };
    let mut titles: HashMap<String, String> = HashMap::new();
    let (mut same, mut different) = (0_usize, 0_usize);
    for row in &table.rows {
        let (mut own, mut name) = (None, None);
        for (column, cell) in table.cells(*row) {
            if column == identifier {
                own = stated(cell);
            } else if column == title {
                name = stated(cell);
            }
        }
        let (Some(own), Some(name)) = (own, name) else {
            continue;
        };
        match titles.get(&*own) {
            Some(known) if *known == name => same += 1,
            Some(_) => different += 1,
            None => {
                titles.insert(own.into_owned(), name.into_owned());
            }
        }
    }
    different * 4 <= same
}

struct Grouping<'a> {
    table: &'a Table<'a>,
    title: Option<usize>,
    identifier: Option<usize>,
}

impl<'a> Grouping<'a> {
    fn new(table: &'a Table<'a>, readings: &[Reading]) -> Self {
        let column = |field| {
            readings
                .iter()
                .position(|it| it.field == Field::Project(field))
        };
        Self {
            table,
            title: column(ProjectField::Title),
            identifier: column(ProjectField::Identifier),
        }
    }

    /// The groups, and how many rows go on with the row above.
    fn groups(&mut self, keys: &[usize], continues: bool) -> (Vec<Group>, usize) {
        let mut groups: Vec<Group> = Vec::new();
        let mut numbers: HashMap<Vec<String>, usize> = HashMap::new();
        let mut continued = 0;
        // The group of the last row, and how many values that had.
        let mut above: Option<(usize, usize)> = None;
        for row in &self.table.rows {
            let filled = self
                .table
                .cells(*row)
                .filter(|(_, cell)| stated(*cell).is_some())
                .count();
            if let Some((group, whole)) = above.filter(|_| continues && !self.is_named(*row))
                && filled * 2 <= whole + 1
                && let Some(group) = groups.get_mut(group)
            {
                group.push(*row);
                continued += 1;
                continue;
            }
            let key = self.key(*row, keys);
            let known = key.as_ref().and_then(|key| numbers.get(key)).copied();
            let number = known.unwrap_or_else(|| {
                groups.push(Group::new());
                let number = groups.len() - 1;
                if let Some(key) = key {
                    numbers.insert(key, number);
                }
                number
            });
            if let Some(group) = groups.get_mut(number) {
                group.push(*row);
            }
            above = Some((number, filled));
        }
        (groups, continued)
    }

    /// Whether a row has a title or an identifier, as far as the list has any.
    fn is_named(&self, row: Row) -> bool {
        if self.title.is_none() {
            return true;
        }
        let mut cells = self.table.cells(row);
        cells.any(|(column, cell)| {
            let names = Some(column) == self.title || Some(column) == self.identifier;
            names && stated(cell).is_some()
        })
    }

    /// The values of the columns that identify a project, if all are stated.
    fn key(&self, row: Row, keys: &[usize]) -> Option<Vec<String>> {
        let mut values = vec![String::new(); keys.len()];
        for (column, cell) in self.table.cells(row) {
            let at = keys.iter().position(|key| *key == column);
            if let Some(value) = at.and_then(|at| values.get_mut(at)) {
                *value = stated(cell).unwrap_or_default().into_owned();
            }
        }
        let is_whole = !values.is_empty() && values.iter().all(|it| !it.is_empty());
        is_whole.then_some(values)
    }
}

fn report(
    table: &Table,
    readings: &[Reading],
    keys: &[usize],
    groups: &[Group],
    continued: usize,
    findings: &mut Findings,
) {
    let Some(first) = groups
        .iter()
        .find(|group| group.len() > 1)
        .and_then(|group| group.get(1))
    else {
        return;
    };
    let (rows, projects) = (table.rows.len(), groups.len());
    let headings = quoted(
        keys.iter()
            .filter_map(|at| readings.get(*at))
            .map(|it| it.heading.as_str()),
    );
    let reason = match (headings.is_empty(), continued > 0) {
        (true, _) => "a row without a title or an identifier goes on with the one above".to_owned(),
        (false, false) => format!("rows with the same {headings} are one project"),
        (false, true) => format!(
            "rows with the same {headings}, and rows without a title below them, are one project"
        ),
    };
    let message = format!("{rows} rows are {projects} projects: {reason}.");
    let finding = Finding::new(Severity::Note, "rows-grouped", message).at(table.place(*first));
    findings.add(
        finding.help(
            "State the heading to unite rows by in the mapping, or none for one project a row.",
        ),
    );
}
