//! Small tables for tests.

use crate::assemble::{Draft, assemble};
use crate::finding::Findings;
use crate::grid::{Cell, Grid};
use crate::mapping::Mapping;
use crate::sources::Tables;
use atlas_engine::portfolio::Portfolio;

/// A table of lines with commas between the values; values may be in quotation marks.
pub(super) fn grid(lines: &[&str]) -> Grid {
    fill(Grid::of_text(), &lines.join("\n"), ',')
}

/// A sheet of the same form.
pub(super) fn sheet(name: &str, lines: &[&str]) -> Grid {
    fill(Grid::of_sheet(name), &lines.join("\n"), ',')
}

/// A table of a text.
pub(super) fn csv(text: &str, delimiter: char) -> Grid {
    fill(
        Grid::of_text(),
        text.trim_start_matches('\u{feff}'),
        delimiter,
    )
}

fn fill(mut grid: Grid, text: &str, delimiter: char) -> Grid {
    if text.is_empty() {
        return grid;
    }
    let (mut line, mut column, mut value, mut is_quoted) = (1, 0, String::new(), false);
    grid.start_row(line);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                value.push('"');
            }
            '"' => is_quoted = !is_quoted,
            _ if !is_quoted && (character == delimiter || character == '\n') => {
                grid.push(column, Cell::Text(&value), line, 1);
                value.clear();
                column += 1;
                if character == '\n' {
                    line += 1;
                    column = 0;
                    if characters.peek().is_some() {
                        grid.start_row(line);
                    }
                }
            }
            '\r' => {}
            _ => value.push(character),
        }
    }
    grid.push(column, Cell::Text(&value), line, 1);
    grid
}

/// What is read of tables.
pub(super) struct Read {
    pub(super) list: Portfolio,
    pub(super) mapping: Mapping,
    pub(super) findings: Findings,
}

impl Read {
    pub(super) fn of(grids: Vec<Grid>, mapping: Mapping) -> Self {
        let tables = Tables {
            grids,
            ..Tables::default()
        };
        Self::of_tables(&tables, mapping)
    }

    pub(super) fn of_tables(tables: &Tables, mut mapping: Mapping) -> Self {
        let mut findings = Findings::default();
        let (list, drafts): (Portfolio, Vec<Draft>) =
            super::read(tables, &mut mapping, &mut findings);
        Self {
            list: assemble(list, drafts, &mut findings),
            mapping,
            findings,
        }
    }

    pub(super) fn lines(lines: &[&str]) -> Self {
        Self::of(vec![grid(lines)], Mapping::default())
    }

    /// The fields of the columns, in their order.
    pub(super) fn fields(&self) -> String {
        let fields = self
            .mapping
            .columns
            .iter()
            .map(|it| String::from(it.field.clone()));
        fields.collect::<Vec<_>>().join(",")
    }

    pub(super) fn codes(&self) -> Vec<&'static str> {
        self.findings.kept().iter().map(|it| it.code).collect()
    }

    /// The projects, each by one of its properties.
    pub(super) fn each(
        &self,
        property: impl Fn(&atlas_engine::portfolio::Project) -> String,
    ) -> Vec<String> {
        self.list.projects.iter().map(property).collect()
    }
}
