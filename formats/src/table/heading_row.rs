//! Finds the headings of a table: below titles, over several rows.

use super::cells::{is_address, is_numeric, text};
use super::headings::{is_known, year_in};
use super::hxl;
use crate::finding::column_letters;
use crate::grid::{Cell, Grid};
use atlas_engine::text::fold;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The headings of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Headings {
    /// Their first row, from 0.
    pub(super) first: usize,
    /// How many rows they have; 0 if the table has none.
    pub(super) rows: usize,
    /// The heading of each column that has one.
    pub(super) of: Vec<(usize, String)>,
    /// The tags of the columns, from the row below.
    pub(super) tags: Vec<(usize, String)>,
}

/// How many rows with a value are searched for headings.
const SEARCHED: usize = 60;
/// How many cells of a row are looked up in the vocabulary.
const LOOKED_UP: usize = 200;
/// The longest text that can be a heading, in bytes: some are in four languages.
const MAX_HEADING: usize = 400;
/// The most rows that headings have.
const MAX_ROWS: usize = 4;

/// Finds the headings of a table; `None` if it is empty.
pub(super) fn find(grid: &Grid) -> Option<Headings> {
    let rows = (0..grid.rows()).filter(|row| grid.row(*row).next().is_some());
    let rows: Vec<usize> = rows.take(SEARCHED).collect();
    if let Some(at) = rows.iter().position(|row| hxl::tags(grid, *row).is_some()) {
        let above = at.checked_sub(1).and_then(|above| rows.get(above));
        let row = above.or_else(|| rows.get(at))?;
        return Some(read(grid, *row, 1));
    }
    let shapes: Vec<Shape> = rows.iter().map(|row| Shape::of(grid, *row)).collect();
    let typical = typical(shapes.iter().map(|it| it.filled));
    let best = shapes
        .iter()
        .enumerate()
        .filter(|(_, it)| it.can_be_headings(typical));
    let best = best
        .rev()
        .max_by_key(|(_, it)| it.score())
        .map(|(at, _)| at);
    let Some(at) = best else {
        let is_whole = |it: &Shape| it.filled * 5 >= typical * 3;
        let is_known = shapes
            .first()
            .is_some_and(|it| it.known > 0 && it.known == it.filled);
        let first = if is_known {
            0
        } else {
            shapes.iter().position(is_whole).unwrap_or(0)
        };
        return Some(read(grid, *rows.get(first)?, usize::from(is_known)));
    };
    let row = *rows.get(at)?;
    if row > 0 && completes_from_above(grid, row) {
        return Some(read(grid, row - 1, 2));
    }
    let rows = if is_completed_below(grid, row) { 2 } else { 1 };
    Some(read(grid, row, rows))
}

/// The number of cells that most rows have; rows with one are left out unless there are no others.
pub(super) fn typical(filled: impl Iterator<Item = usize>) -> usize {
    let mut several: Vec<usize> = filled.filter(|filled| *filled > 1).collect();
    several.sort_unstable();
    several.get(several.len() / 2).copied().unwrap_or(1)
}

/// Reads the headings in known rows.
pub(super) fn read(grid: &Grid, first: usize, rows: usize) -> Headings {
    let rows = rows.min(MAX_ROWS);
    let mut of = Vec::new();
    for row in first..first + rows {
        of = if row == first {
            texts(grid, row)
        } else {
            joined(&of, &texts(grid, row))
        };
    }
    let mut below = first + rows..(first + rows + 3).min(grid.rows());
    let tags = if rows == 1 && hxl::tags(grid, first).is_some() {
        hxl::tags(grid, first)
    } else {
        below.find_map(|row| hxl::tags(grid, row))
    };
    Headings {
        first,
        rows,
        of,
        tags: tags.unwrap_or_default(),
    }
}

/// The name of a column without a heading.
pub(super) fn unnamed(column: usize) -> String {
    format!("Column {}", column_letters(column as u32 + 1))
}

fn texts(grid: &Grid, row: usize) -> Vec<(usize, String)> {
    let cells = grid
        .row(row)
        .map(|(column, cell)| (column, on_one_line(&text(cell))));
    cells.filter(|(_, text)| !text.is_empty()).collect()
}

fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

struct Shape {
    filled: usize,
    /// How many different texts can be a heading.
    texts: usize,
    /// How many cells have one that is in the vocabulary.
    known: usize,
    others: usize,
}

impl Shape {
    fn of(grid: &Grid, row: usize) -> Self {
        let mut shape = Self {
            filled: 0,
            texts: 0,
            known: 0,
            others: 0,
        };
        let mut seen = HashSet::new();
        for (_, cell) in grid.row(row) {
            shape.filled += 1;
            let text = text(cell);
            if !can_be_heading(cell, &text) {
                shape.others += 1;
                continue;
            }
            let is_known = shape.filled <= LOOKED_UP && (is_known(&text) || is_year(&text));
            shape.known += usize::from(is_known);
            shape.texts += usize::from(seen.insert(text));
        }
        if shape.texts + shape.others == 1 {
            // One text in merged cells.
            shape.filled = 1;
        }
        shape
    }

    fn can_be_headings(&self, typical: usize) -> bool {
        let is_wide = self.filled > 1 || typical <= 1;
        let is_likely = self.known > 0 && (self.known > 1 || self.filled * 2 >= typical);
        let is_whole = self.others == 0 && self.filled * 5 >= typical * 3;
        is_wide && self.texts > self.others && (is_likely || is_whole)
    }

    fn score(&self) -> isize {
        (self.known * 4 + self.texts) as isize - 2 * self.others as isize
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && year_in(text).is_some()
}

fn can_be_heading(cell: Cell<'_>, text: &str) -> bool {
    match cell {
        Cell::Number(_) => is_year(text),
        Cell::Text(_) => {
            text.len() <= MAX_HEADING && !is_address(text) && (!is_numeric(text) || is_year(text))
        }
        Cell::Empty => true,
        Cell::Date(_) | Cell::Logical(_) => false,
    }
}

fn are_headings(grid: &Grid, row: usize) -> bool {
    grid.row(row)
        .all(|(_, cell)| can_be_heading(cell, &text(cell)))
}

/// Whether the row above completes headings: it has those that are missing or tells apart those that are the same.
fn completes_from_above(grid: &Grid, row: usize) -> bool {
    let (upper, lower) = (texts(grid, row - 1), texts(grid, row));
    let distinct: HashSet<&String> = upper.iter().map(|(_, text)| text).collect();
    if distinct.len() < 2 || !are_headings(grid, row - 1) {
        return false;
    }
    let columns: HashSet<usize> = lower.iter().map(|(column, _)| *column).collect();
    let is_missing = upper.iter().any(|(column, _)| !columns.contains(column));
    let joined = joined(&upper, &lower);
    let distinct = |all: &[(usize, String)]| {
        let all: HashSet<String> = all.iter().map(|(_, text)| fold(text)).collect();
        all.len()
    };
    is_missing || distinct(&joined) > distinct(&lower)
}

/// Whether the row below has headings under some of this row, which stand for groups.
fn is_completed_below(grid: &Grid, row: usize) -> bool {
    let (upper, lower) = (texts(grid, row), texts(grid, row + 1));
    let own: HashMap<usize, &String> = upper.iter().map(|(column, text)| (*column, text)).collect();
    let new = lower
        .iter()
        .filter(|(column, text)| own.get(column) != Some(&text));
    let new: Vec<_> = new.collect();
    let is_new = new.iter().any(|(column, _)| !own.contains_key(column))
        || upper.len() > own.values().collect::<HashSet<_>>().len();
    let known = new
        .iter()
        .take(LOOKED_UP)
        .filter(|(_, text)| is_known(text))
        .count();
    is_new
        && !new.is_empty()
        && known * 2 >= new.len().min(LOOKED_UP)
        && are_headings(grid, row + 1)
}

/// Joins headings with the row below them. A heading of a group is put before those of its columns that are
/// not clear without it.
fn joined(upper: &[(usize, String)], lower: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, text) in lower {
        *times.entry(fold(text)).or_default() += 1;
    }
    let columns = upper.iter().chain(lower).map(|(column, _)| *column);
    let columns: BTreeSet<usize> = columns.collect();
    let (mut upper, mut lower) = (upper.iter().peekable(), lower.iter().peekable());
    let mut group = "";
    let mut all = Vec::with_capacity(columns.len());
    for column in columns {
        let above = upper.next_if(|(at, _)| *at == column);
        let below = lower.next_if(|(at, _)| *at == column);
        if let Some((_, text)) = above {
            group = text;
        }
        let text = match (above, below) {
            (_, None) => group.to_owned(),
            (_, Some((_, text))) if group.is_empty() || fold(group) == fold(text) => text.clone(),
            (_, Some((_, text))) => {
                let is_clear = times.get(&fold(text)) == Some(&1) && is_known(text);
                if is_clear {
                    text.clone()
                } else {
                    format!("{group} {text}")
                }
            }
        };
        all.push((column, text));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::testing::grid;

    fn found(rows: &[&str]) -> (usize, usize, String) {
        let found = find(&grid(rows)).unwrap();
        let texts: Vec<_> = found.of.iter().map(|(_, text)| text.as_str()).collect();
        (found.first, found.rows, texts.join(","))
    }

    #[test]
    fn headings_are_found_below_titles_and_over_several_rows() {
        for (rows, first, height, headings) in [
            (&["title,country", "A,KE"][..], 0, 1, "title,country"),
            (
                &[
                    "Register,,,,",
                    "",
                    ",,Period,,",
                    "No.,Title of the project,Start,End,Amount",
                    "A. Health,,,,",
                    "1,Clinic,2012,2014,100",
                ],
                3,
                1,
                "No.,Title of the project,Start,End,Amount",
            ),
            (
                &[
                    "Title,Dates,,Budget,",
                    ",Start,End,Total,EU contribution",
                    "Wells,2012,2014,10,5",
                ],
                0,
                2,
                "Title,Start,End,Budget Total,EU contribution",
            ),
            (
                &[
                    "Project,Planned,,Actual,",
                    "Title,Start,End,Start,End",
                    "Wells,2012,2014,2012,2014",
                ],
                0,
                2,
                "Title,Planned Start,Planned End,Actual Start,Actual End",
            ),
            (&["Foo,Bar", "x,1", "y,2"], 0, 1, "Foo,Bar"),
            (&["Wells,2012-01-01,100", "Roads,2013-01-01,200"], 0, 0, ""),
            (&["Title,", "A,1"], 0, 1, "Title"),
            (&["Title,2014,2015", "A,1,2"], 0, 1, "Title,2014,2015"),
            (
                &["#activity+name,#country", "A,KE"],
                0,
                1,
                "#activity+name,#country",
            ),
            (
                &["List of projects", "Titel,Land,Beginn", "A,KE,2012"],
                1,
                1,
                "Titel,Land,Beginn",
            ),
        ] {
            assert_eq!(
                found(rows),
                (first, height, headings.to_owned()),
                "{rows:?}"
            );
        }
    }

    #[test]
    fn an_empty_table_has_no_headings() {
        assert_eq!(find(&grid(&[])), None);
    }
}
