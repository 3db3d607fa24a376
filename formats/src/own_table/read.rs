//! Reads the table back.

use super::columns::{self, Column, LIST, Other, SELECTION, SOURCE};
use crate::assemble::Draft;
use crate::finding::{Finding, Findings, Severity};
use crate::grid::{Cell, Grid};
use crate::sources::Tables;
use atlas_engine::colour::Colour;
use atlas_engine::csv::unescaped;
use atlas_engine::portfolio::{Date, Overview, Portfolio, Project, Publisher};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The name of the sheet about the list.
pub(crate) const ABOUT: &str = "About this list";

/// Reads tables that this crate has written; `None` if they are others.
pub(crate) fn read(tables: &Tables, findings: &mut Findings) -> Option<(Portfolio, Vec<Draft>)> {
    let about_it = tables.grids.get(1).filter(|it| it.sheet() == Some(ABOUT));
    let grid = tables.grids.first();
    let grid = grid.filter(|grid| is_own(grid, about_it.is_some()))?;
    // Only a text table has escaped formulas, also when it was saved as a workbook.
    let is_escaped = about_it.is_none() && !tables.has_headings;
    let unescape: fn(&str) -> &str = if is_escaped { unescaped } else { |cell| cell };
    let mut columns: Vec<(usize, Column)> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    // Names of custom fields that a cell cannot tell apart: their values are united.
    let mut repeated: Vec<(usize, String)> = Vec::new();
    for (at, cell) in grid.row(0) {
        let heading = unescape(cell.text().unwrap_or_default()).to_owned();
        match positions.entry(heading) {
            Entry::Vacant(entry) => {
                entry.insert(at);
            }
            Entry::Occupied(entry) => repeated.push((at, entry.key().clone())),
        }
    }
    let known = columns::columns();
    repeated.retain(|(_, heading)| !known.iter().any(|it| it.heading == *heading));
    for column in known {
        if let Some(at) = positions.remove(&column.heading) {
            columns.push((at, column));
        }
    }
    let stated = |heading: &str| {
        let cell = grid.cell(1, *positions.get(heading)?).text()?;
        Some(unescape(cell).to_owned())
    };
    let (title, source) = (stated(LIST), stated(SOURCE));
    let mut others: Vec<(usize, String)> = Vec::new();
    let positions = positions.into_iter().map(|(heading, at)| (at, heading));
    for (at, heading) in positions.chain(repeated) {
        if let Other::Custom(name) = columns::other(&heading) {
            others.push((at, name.to_owned()));
        }
    }
    others.sort_unstable();
    columns.extend(
        others
            .into_iter()
            .map(|(at, name)| (at, columns::custom(&name))),
    );
    let mut list = about_it.map(about).unwrap_or_default();
    if about_it.is_none() {
        list.title = title.unwrap_or_default();
        list.source = source;
    }
    let rows = (1..grid.rows()).filter(|row| grid.row(*row).next().is_some());
    let drafts = rows.map(|row| draft(grid, row, &columns, unescape, findings));
    Some((list, drafts.collect()))
}

/// What every project of this crate's tables states, and what every row states about the list if no sheet does.
const OF_PROJECTS: [&str; 2] = ["Id", "Title"];
const OF_LISTS: [&str; 2] = [LIST, SELECTION];

/// Whether a table has the columns that only this crate's tables have all of.
fn is_own(grid: &Grid, has_sheet: bool) -> bool {
    if grid.rows() == 0 {
        return false;
    }
    let heading = |name: &&str| grid.row(0).any(|(_, cell)| cell == Cell::Text(name));
    OF_PROJECTS.iter().all(heading) && (has_sheet || OF_LISTS.iter().all(heading))
}

/// Whether a record with these names is a row of this crate's tables.
pub(crate) fn is_own_record(has: impl Fn(&str) -> bool) -> bool {
    OF_PROJECTS.iter().chain(&OF_LISTS).all(|name| has(name))
}

fn draft(
    grid: &Grid,
    row: usize,
    columns: &[(usize, Column)],
    unescape: fn(&str) -> &str,
    findings: &mut Findings,
) -> Draft {
    let mut project = Project::default();
    for (at, column) in columns {
        let Some(text) = text_of(grid.cell(row, *at)) else {
            continue;
        };
        for part in column.read_into(&mut project, unescape(&text)) {
            let message = format!("“{part}” is not valid in the column “{}”.", column.heading);
            findings.add(
                Finding::new(Severity::Error, "cell-invalid", message)
                    .at(grid.place(row, *at))
                    .project(project.title.clone())
                    .field(column.heading.clone())
                    .help(
                        "It was left out. Write it as the other rows do, or as a new export does.",
                    ),
            );
        }
    }
    let id = std::mem::take(&mut project.id);
    Draft {
        project,
        place: grid.row_place(row),
        id: (!id.is_empty()).then_some(id),
    }
}

/// A cell as text: editors of workbooks turn some texts into numbers and dates.
fn text_of(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Date(date) => Cow::Owned(date.to_string()),
        Cell::Logical(logical) => Cow::Owned(logical.to_string()),
    })
}

/// Everything about a list but its projects, as the sheet about it states it.
pub(crate) fn about(grid: &Grid) -> Portfolio {
    let mut list = Portfolio::default();
    for row in 0..grid.rows() {
        let (Some(name), Some(text)) = (grid.cell(row, 0).text(), text_of(grid.cell(row, 1)))
        else {
            continue;
        };
        let text = text.into_owned();
        match name {
            "Title" => list.title = text,
            "Publisher" => list.publisher.get_or_insert_default().name = text,
            "Publisher address" => list.publisher.get_or_insert_default().url = Some(text),
            "Introduction" => list.intro = Some(text),
            "Contact" => list.contact = Some(text),
            "Logo" => list.logo = Some(text),
            "Colour" => list.accent = Colour::parse(&text),
            "Map and timeline" => list.overview = Overview::parse(&text),
            "Language" => list.language = Some(text),
            "Licence" => list.licence = Some(text),
            "Updated" => list.updated = Date::parse(&text),
            "Source" => list.source = Some(text),
            "Note" => list.note = Some(text),
            "Facets" => list.facets = super::lists::split(&text),
            _ => {}
        }
    }
    list
}

/// The rows of the sheet about a list: what [`about`] reads.
pub(crate) fn about_rows(list: &Portfolio) -> Vec<(&'static str, String)> {
    let publisher = list.publisher.as_ref();
    let date = list.updated.map(|it| it.to_string());
    let facets = super::lists::join(list.facets.iter().map(String::as_str));
    let rows = [
        ("Title", Some(list.title.clone())),
        ("Publisher", publisher.map(|it: &Publisher| it.name.clone())),
        ("Publisher address", publisher.and_then(|it| it.url.clone())),
        ("Introduction", list.intro.clone()),
        ("Contact", list.contact.clone()),
        ("Logo", list.logo.clone()),
        ("Colour", list.accent.map(|it| it.to_string())),
        (
            "Map and timeline",
            list.overview.map(|it| it.name().to_owned()),
        ),
        ("Language", list.language.clone()),
        ("Licence", list.licence.clone()),
        ("Updated", date),
        ("Source", list.source.clone()),
        ("Note", list.note.clone()),
        ("Facets", (!facets.is_empty()).then_some(facets)),
    ];
    let stated = rows.into_iter();
    stated
        .filter_map(|(name, text)| Some((name, text?)))
        .collect()
}
