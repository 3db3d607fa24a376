//! Which sheets of a workbook hold the list, and where their headings are.

use super::heading_row::{self, Headings};
use super::headings::is_known;
use crate::finding::{Finding, Findings, Severity};
use crate::grid::Grid;
use crate::mapping::Mapping;
use crate::sources::Tables;
use atlas_engine::text::fold;
use std::collections::HashSet;

/// A table that is read.
pub(super) struct Sheet<'a> {
    pub(super) grid: &'a Grid,
    pub(super) headings: Headings,
}

/// A table that could be read.
struct Candidate<'a> {
    sheet: Sheet<'a>,
    /// The different headings, folded.
    shape: HashSet<String>,
    score: usize,
}

/// How many headings of a sheet are looked up in the vocabulary.
const LOOKED_UP: usize = 200;

/// Chooses the sheets with the list, and states them in the mapping, with the place of their headings.
pub(super) fn choose<'a>(
    tables: &'a Tables,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Vec<Sheet<'a>> {
    check_heading_row(tables, mapping, findings);
    let stated = stated(tables, mapping, findings);
    let candidates: Vec<Candidate> = if stated.is_empty() {
        let all = tables.grids.iter();
        all.filter_map(|grid| candidate(grid, tables, mapping))
            .collect()
    } else {
        let stated = stated.into_iter();
        stated
            .filter_map(|grid| candidate(grid, tables, mapping))
            .collect()
    };
    let is_stated = !mapping.sheets.is_empty();
    let best = candidates
        .iter()
        .enumerate()
        .rev()
        .max_by_key(|(_, it)| it.score);
    let Some((best, _)) = best else {
        return Vec::new();
    };
    let is_read: Vec<bool> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            is_stated
                || at == best
                || candidates
                    .get(best)
                    .is_some_and(|best| candidate.is_like(best))
        })
        .collect();
    if !is_stated && tables.grids.len() > 1 {
        report(&candidates, &is_read, tables, findings);
    }
    let all = candidates.into_iter().zip(is_read);
    let sheets: Vec<Sheet> = all
        .filter(|(_, is_read)| *is_read)
        .map(|(it, _)| it.sheet)
        .collect();
    state(&sheets, mapping);
    sheets
}

/// If the mapping states a row of headings that no table has, the content decides.
fn check_heading_row(tables: &Tables, mapping: &mut Mapping, findings: &mut Findings) {
    let Some(stated) = mapping.heading_row else {
        return;
    };
    let filled = tables.grids.iter().filter(|grid| grid.rows() > 0);
    let last = filled.map(|grid| grid.row_number(grid.rows() - 1)).max();
    let Some(last) = last.filter(|last| *last < stated) else {
        return;
    };
    let message = format!("The headings cannot be in row {stated}: the last row is {last}.");
    let finding = Finding::new(Severity::Error, "mapping-heading-row", message);
    findings.add(finding.help("Correct or remove `headingRow` in the mapping; it is ignored."));
    mapping.heading_row = None;
    mapping.heading_rows = None;
}

/// The sheets that the mapping names.
fn stated<'a>(tables: &'a Tables, mapping: &mut Mapping, findings: &mut Findings) -> Vec<&'a Grid> {
    let mut grids = Vec::new();
    for name in &mapping.sheets {
        let wanted = fold(name.trim());
        let mut all = tables.grids.iter();
        let is_it = |grid: &&Grid| grid.sheet().is_some_and(|it| fold(it.trim()) == wanted);
        if let Some(grid) = all.find(is_it) {
            grids.push(grid);
        } else {
            let names = quoted(tables.grids.iter().filter_map(Grid::sheet));
            let message = format!("There is no sheet “{name}”.");
            let finding = Finding::new(Severity::Error, "mapping-sheet-missing", message);
            findings.add(finding.help(format!("The sheets are: {names}.")));
        }
    }
    if grids.is_empty() {
        mapping.sheets.clear();
    }
    grids
}

fn candidate<'a>(grid: &'a Grid, tables: &Tables, mapping: &Mapping) -> Option<Candidate<'a>> {
    let headings = headings(grid, tables, mapping)?;
    let shape = headings.of.iter().map(|(_, text)| fold(text)).collect();
    let looked_up = headings.of.iter().take(LOOKED_UP);
    let known = looked_up.filter(|(_, text)| is_known(text)).count() + headings.tags.len();
    let below = grid.rows().saturating_sub(headings.first + headings.rows);
    let score = match (headings.of.len(), below) {
        (_, 0) => 0,
        (columns, rows) => 1 + 100 * known + 10 * columns.min(50) + rows.min(9),
    };
    Some(Candidate {
        sheet: Sheet { grid, headings },
        shape,
        score,
    })
}

fn headings(grid: &Grid, tables: &Tables, mapping: &Mapping) -> Option<Headings> {
    if let Some(number) = mapping.heading_row {
        let row = (0..grid.rows()).find(|row| grid.row_number(*row) >= number)?;
        let rows = mapping.heading_rows.unwrap_or(1) as usize;
        return Some(heading_row::read(grid, row, rows));
    }
    if tables.has_headings {
        return (grid.rows() > 0).then(|| heading_row::read(grid, 0, 1));
    }
    heading_row::find(grid)
}

impl Candidate<'_> {
    /// Whether it has the same columns as another: one sheet a year, for instance.
    fn is_like(&self, other: &Self) -> bool {
        let common = self.shape.intersection(&other.shape).count();
        let (fewer, more) = (
            self.shape.len().min(other.shape.len()),
            self.shape.len().max(other.shape.len()),
        );
        self.score > 0 && common >= 2 && common * 5 >= fewer * 4 && common * 2 >= more
    }
}

fn state(sheets: &[Sheet], mapping: &mut Mapping) {
    mapping.sheets = sheets
        .iter()
        .filter_map(|it| it.grid.sheet())
        .map(str::to_owned)
        .collect();
    // Only one place can be stated; other sheets are searched again.
    let place = |sheet: &Sheet| {
        let headings = &sheet.headings;
        (sheet.grid.row_number(headings.first), headings.rows as u32)
    };
    let mut places = sheets.iter().map(place);
    if let Some((row, rows)) = places.next().filter(|first| places.all(|it| it == *first)) {
        mapping.heading_row = Some(row);
        mapping.heading_rows = Some(rows);
    }
}

fn report(candidates: &[Candidate], is_read: &[bool], tables: &Tables, findings: &mut Findings) {
    let names = |wanted: bool| {
        let all = candidates.iter().zip(is_read);
        let some = all.filter(move |(_, is_read)| **is_read == wanted);
        some.filter_map(|(it, _)| it.sheet.grid.sheet())
    };
    let read: HashSet<&str> = names(true).collect();
    let others = tables
        .grids
        .iter()
        .filter_map(Grid::sheet)
        .filter(|it| !read.contains(it));
    let others = quoted(others);
    let mut message = format!("The list is read from the sheets {}", quoted(names(true)));
    if others.is_empty() {
        message.push('.');
    } else {
        message = format!("{message}; these are not read: {others}.");
    }
    let finding = Finding::new(Severity::Note, "sheet-chosen", message);
    findings.add(finding.help("State the sheets in the mapping if others hold the list."));
}

/// How many names a message lists.
const MAX_NAMES: usize = 30;

/// Names in quotation marks, with commas; of many only the first.
pub(super) fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names
        .take(MAX_NAMES + 1)
        .map(|name| format!("“{name}”"))
        .collect();
    if names.len() > MAX_NAMES {
        names.truncate(MAX_NAMES);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Whether names of sheets say something about their rows: years or kinds, rather than “Sheet1”.
pub(super) fn are_telling(names: &[&str]) -> bool {
    const GENERIC: [&str; 14] = [
        "sheet", "tabelle", "feuil", "feuille", "hoja", "foglio", "folha", "blad", "ark", "arkusz",
        "list", "лист", "taul", "ورقة",
    ];
    let is_generic = |name: &&str| {
        let name = fold(name);
        let letters = name.trim_end_matches(|it: char| it.is_ascii_digit() || it == ' ');
        GENERIC.contains(&letters)
    };
    !names.iter().any(is_generic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::testing::sheet;

    fn chosen(grids: Vec<Grid>, stated: &[&str]) -> (Vec<String>, Vec<&'static str>) {
        let tables = Tables {
            grids,
            ..Tables::default()
        };
        let mut mapping = Mapping {
            sheets: stated.iter().map(|it| (*it).to_owned()).collect(),
            ..Mapping::default()
        };
        let mut findings = Findings::default();
        choose(&tables, &mut mapping, &mut findings);
        (
            mapping.sheets,
            findings.kept().iter().map(|it| it.code).collect(),
        )
    }

    fn workbook() -> Vec<Grid> {
        vec![
            sheet("README", &["This workbook lists projects", "Version,2"]),
            sheet("2019", &["Title,Country,Start", "A,KE,2019"]),
            sheet(
                "2020",
                &[
                    "Projects of 2020",
                    "Title,Country,Start,Note",
                    "B,UG,2020,x",
                ],
            ),
            sheet("Codes", &["Code,Meaning", "1,Yes", "2,No"]),
        ]
    }

    #[test]
    fn sheets_of_one_shape_are_joined_and_the_others_reported() {
        let expected = (
            vec!["2019".to_owned(), "2020".to_owned()],
            vec!["sheet-chosen"],
        );
        assert_eq!(chosen(workbook(), &[]), expected);
    }

    #[test]
    fn the_mapping_states_the_sheets() {
        assert_eq!(
            chosen(workbook(), &["2020"]),
            (vec!["2020".to_owned()], vec![])
        );
        let (sheets, codes) = chosen(workbook(), &["2021"]);
        assert_eq!(sheets, ["2019", "2020"]);
        assert_eq!(codes, ["mapping-sheet-missing", "sheet-chosen"]);
    }

    #[test]
    fn only_names_of_years_or_kinds_are_telling() {
        assert!(are_telling(&["2019", "2020"]));
        assert!(!are_telling(&["Sheet1", "2020"]) && !are_telling(&["Tabelle 2"]));
    }
}
