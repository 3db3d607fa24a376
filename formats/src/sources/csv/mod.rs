//! Text tables: values between delimiters.

mod delimiter;
mod tokenizer;

use super::Tables;
use super::cell::clean;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::{Cell, Grid, MAX_COLUMNS};
use crate::mapping::Mapping;
use crate::own_table::is_own_record;
pub(crate) use delimiter::{Shape, best};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use tokenizer::{Quoting, Tokenizer};

/// Reads a text table. The delimiter is taken from `mapping` or from the content, and kept in it.
pub(crate) fn read(text: &str, mapping: &mut Mapping, findings: &mut Findings) -> Tables {
    let (stated, rest) = stated_delimiter(text);
    let first_line = 1 + u32::from(stated.is_some());
    let is_own = is_own(rest);
    let stated = stated.or(is_own.then_some(','));
    let unwrapped = if is_own {
        Cow::Borrowed(rest)
    } else {
        without_outer_quotes(rest, findings)
    };
    let rest = unwrapped.as_ref();
    let given = mapping.delimiter.filter(char::is_ascii);
    let delimiter = given.or(stated).unwrap_or_else(|| found_delimiter(rest));
    mapping.delimiter = Some(delimiter);
    let mut rows = Rows::default();
    let mut grid = Grid::of_text();
    let mut tokenizer = Tokenizer::new(rest, delimiter).trusted(is_own);
    let mut column = 0;
    while let Some(field) = tokenizer.next() {
        let line = field.line + first_line - 1;
        if column == 0 {
            grid.start_row(line);
        }
        if field.quoting == Quoting::Unclosed {
            findings.add(unclosed(line, field.character));
        }
        let text = clean(field.text);
        grid.push(column, Cell::Text(&text), line, field.character);
        column += 1;
        if field.ends_row {
            if column > MAX_COLUMNS {
                findings.add(too_many_columns(line));
            }
            rows.add(column, field.text.is_empty());
            column = 0;
        }
    }
    rows.report_longer(&grid, findings);
    Tables {
        grids: vec![grid],
        ..Tables::default()
    }
}

/// The delimiter that a first line such as `sep=;` states, and the text after it.
fn stated_delimiter(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = first.trim_matches(['"', '\r', ' ']);
    let is_stated = line
        .get(..4)
        .is_some_and(|it| it.eq_ignore_ascii_case("sep="));
    let mut value = line.get(4..).unwrap_or_default().chars();
    match (value.next(), value.next()) {
        (Some(delimiter), None) if is_stated && delimiter.is_ascii() => (Some(delimiter), rest),
        _ => (None, text),
    }
}

/// Whether a text has the headings of the table that this crate writes, however long its cells are.
pub(crate) fn is_own(text: &str) -> bool {
    let mut tokenizer = Tokenizer::new(text, ',').trusted(true);
    let mut headings = HashSet::new();
    while let Some(field) = tokenizer.next() {
        headings.insert(field.text.to_owned());
        if field.ends_row || headings.len() > MAX_COLUMNS {
            break;
        }
    }
    is_own_record(|name| headings.contains(name))
}

fn found_delimiter(text: &str) -> char {
    let found = best(text).map(|shape| shape.delimiter);
    found.unwrap_or(delimiter::DELIMITERS[0])
}

/// A delimiter that no text contains, so that each row is one field.
const NONE: char = '\u{1}';

/// How many rows show that each is quoted as a whole.
const QUOTED_ROWS: usize = 200;

/// Some programs quote each row a second time, as one value. Without those quotation marks it is a table.
fn without_outer_quotes<'t>(text: &'t str, findings: &mut Findings) -> Cow<'t, str> {
    if !are_rows_quoted(text) {
        return Cow::Borrowed(text);
    }
    let mut unwrapped = String::with_capacity(text.len());
    let mut tokenizer = Tokenizer::new(text, NONE);
    while let Some(field) = tokenizer.next() {
        unwrapped.push_str(field.text);
        unwrapped.push('\n');
    }
    let message = "Each row is quoted as one value; the quotation marks around rows were left out.";
    let help = "Export the table again, without quoting whole rows.";
    let finding = Finding::new(Severity::Warning, "rows-quoted", message);
    findings.add(finding.help(help).repaired());
    Cow::Owned(unwrapped)
}

/// Whether each row of a table is quoted as one value.
pub(crate) fn are_rows_quoted(text: &str) -> bool {
    if !text.contains("\"\"") {
        return false;
    }
    let mut tokenizer = Tokenizer::new(text, NONE);
    let (mut quoted, mut others) = (0, 0);
    while quoted + others < QUOTED_ROWS
        && let Some(field) = tokenizer.next()
    {
        let is_row = field.quoting == Quoting::Quoted && field.text.contains(delimiter::DELIMITERS);
        quoted += usize::from(is_row);
        others += usize::from(!is_row && !field.text.is_empty());
    }
    // The headings are often not quoted.
    quoted >= 2 && others.saturating_sub(1) * 5 <= quoted
}

fn unclosed(line: u32, character: u32) -> Finding {
    let message = "A quotation mark opens here and is never closed; the row was read without it.";
    Finding::new(Severity::Warning, "quote-unclosed", message)
        .at(Place::line(line, character))
        .help("Close it, or double it if it is part of the text.")
        .repaired()
}

fn too_many_columns(line: u32) -> Finding {
    let message = format!("The row has more than {MAX_COLUMNS} values; the others were left out.");
    Finding::new(Severity::Error, "columns-too-many", message)
        .at(Place::line(line, 0))
        .help("Remove the values that belong to no column.")
}

/// How many values the rows have.
#[derive(Default)]
struct Rows {
    /// How many rows have a number of values.
    by_width: BTreeMap<usize, usize>,
    /// The number of values in the first row that has several.
    first: usize,
}

impl Rows {
    fn add(&mut self, width: usize, is_blank: bool) {
        if width == 1 && is_blank {
            return;
        }
        if self.first < 2 {
            self.first = width;
        }
        *self.by_width.entry(width).or_default() += 1;
    }

    /// Reports rows with values beyond the width of the others.
    fn report_longer(&self, grid: &Grid, findings: &mut Findings) {
        let usual = self
            .by_width
            .iter()
            .max_by_key(|(width, rows)| (**rows, **width));
        let width = usual.map_or(0, |(width, _)| *width).max(self.first);
        if grid.columns() <= width || width < 2 {
            return;
        }
        for row in 0..grid.rows() {
            let last = grid
                .row(row)
                .next_back()
                .map_or(0, |(column, _)| column + 1);
            if last > width {
                let message =
                    format!("The row has {last} values, but the table has {width} columns.");
                let help = "Put a value that contains the delimiter in quotation marks.";
                let finding = Finding::new(Severity::Warning, "row-length", message);
                findings.add(finding.at(grid.place(row, width)).help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests;
