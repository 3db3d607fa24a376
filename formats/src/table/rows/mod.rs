//! Which rows hold projects, and which hold sections, totals, notes or headings again.

mod left_out;
mod settle;
mod shape;
#[cfg(test)]
mod tests;

use super::heading_row::{typical, unnamed};
use super::hxl;
use super::sheets::Sheet;
use super::words::words;
use crate::finding::Place;
use crate::grid::{Cell, Grid};
use atlas_engine::text::fold;
use left_out::Kind;
pub(super) use left_out::LeftOut;
use shape::{Shape, are_numbers, fingerprint, headings_again};
use std::collections::{HashMap, HashSet};

/// A column of the list, which may be in several sheets and places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// The heading as published, on one line.
    pub(super) heading: String,
    /// Its position among the columns with this heading, from 1.
    pub(super) nth: u32,
    pub(super) tag: Option<String>,
    /// Whether the heading is made up, because there is none.
    pub(super) is_unnamed: bool,
}

impl Column {
    /// Whether the heading or the tag says that the values are codes.
    pub(super) fn has_codes(&self) -> bool {
        const CODE: [&str; 12] = [
            "code",
            "codes",
            "iso",
            "kod",
            "codigo",
            "codice",
            "kode",
            "koodi",
            "cod",
            "код",
            "κωδικοσ",
            "رمز",
        ];
        let words = words(&self.heading, false);
        let is_code = |word: &String| CODE.contains(&word.as_str()) || word.ends_with("code");
        words.iter().any(is_code) || self.tag.as_deref().is_some_and(|tag| tag.contains("+code"))
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    sheet: u32,
    /// Its number in the sheet, from 0.
    at: u32,
    layout: u32,
    /// The section above it, by its number from 1.
    pub(super) section: u32,
    /// Whether it is the only cell with a value.
    pub(super) is_single: bool,
}

/// The number of the column at each position that has one, in the order of the positions.
type Layout = Vec<(u16, u16)>;

/// The columns and rows of all sheets.
pub(super) struct Table<'a> {
    pub(super) sheets: Vec<Sheet<'a>>,
    pub(super) columns: Vec<Column>,
    layouts: Vec<Layout>,
    pub(super) rows: Vec<Row>,
    pub(super) sections: Vec<String>,
    /// The columns that have no heading, by their position.
    unnamed: HashMap<u16, u16>,
}

/// The number of columns in all sheets, at most as many as a sheet has.
const MAX_COLUMNS: usize = crate::grid::MAX_COLUMNS;
/// How many columns without a heading are read.
const MAX_UNNAMED: usize = 100;

impl<'a> Table<'a> {
    /// Finds the columns and the rows of sheets. Rows with one value are left for [`Table::settle`].
    pub(super) fn scan(sheets: Vec<Sheet<'a>>, left_out: &mut LeftOut) -> Self {
        let mut this = Self {
            sheets: Vec::new(),
            columns: Vec::new(),
            layouts: Vec::new(),
            rows: Vec::new(),
            sections: Vec::new(),
            unnamed: HashMap::new(),
        };
        let mut numbers = HashMap::new();
        for (at, sheet) in sheets.iter().enumerate() {
            this.scan_sheet(at as u32, sheet, &mut numbers, left_out);
        }
        this.sheets = sheets;
        this
    }

    fn scan_sheet(
        &mut self,
        at: u32,
        sheet: &Sheet,
        numbers: &mut Numbers,
        left_out: &mut LeftOut,
    ) {
        let Sheet { grid, headings } = sheet;
        for row in 0..headings.first.min(grid.rows()) {
            let kind = if grid.row(row).next().is_none() {
                Kind::Empty
            } else {
                Kind::Title
            };
            left_out.add(kind, grid, row);
        }
        let mut layout = self.layout(&headings.of, numbers);
        for (position, tag) in &headings.tags {
            let column = column_at(&layout, *position).or_else(|| self.without_heading(*position));
            if let Some(column) =
                column.and_then(|column| self.columns.get_mut(usize::from(column)))
            {
                column.tag.get_or_insert_with(|| tag.clone());
            }
        }
        let known: HashSet<String> = headings.of.iter().map(|(_, text)| fold(text)).collect();
        let raw: HashSet<String> = (headings.first..headings.first + headings.rows)
            .map(|row| fingerprint(grid, row))
            .collect();
        self.layouts.push(std::mem::take(&mut layout));
        let first = headings.first + headings.rows;
        let filled = (first..grid.rows()).map(|row| grid.row(row).count());
        let typical = typical(filled.filter(|filled| *filled > 0).take(200));
        let mut is_first = true;
        for row in first..grid.rows() {
            let shape = Shape::of(grid, row);
            let kind = if shape.filled == 0 {
                Some(Kind::Empty)
            } else if shape.may_be_tags && hxl::tags(grid, row).is_some() {
                Some(Kind::Tags)
            } else if is_first && are_numbers(grid, row) {
                Some(Kind::Numbers)
            } else if shape.is_total(typical) {
                Some(Kind::Total)
            } else if shape.filled > 1 && known.contains(&fold(&shape.first)) {
                if raw.contains(&fingerprint(grid, row)) {
                    Some(Kind::Headings)
                } else if let Some(again) = headings_again(grid, row, &known) {
                    let layout = self.layout(&again, numbers);
                    if self.layouts.last() != Some(&layout) {
                        self.layouts.push(layout);
                    }
                    Some(Kind::Headings)
                } else {
                    None
                }
            } else {
                None
            };
            if let Some(kind) = kind {
                left_out.add(kind, grid, row);
                continue;
            }
            is_first = false;
            self.add_unnamed(grid, row);
            self.rows.push(Row {
                sheet: at,
                at: row as u32,
                layout: self.layouts.len() as u32 - 1,
                section: 0,
                is_single: shape.distinct == 1
                    && shape.first_is_text
                    && (shape.filled > 1 || typical > 2),
            });
        }
    }

    /// The columns of headings; new ones are added.
    fn layout(&mut self, headings: &[(usize, String)], numbers: &mut Numbers) -> Layout {
        let mut times: HashMap<String, u32> = HashMap::new();
        let mut layout = Vec::with_capacity(headings.len());
        for (position, heading) in headings {
            let key = fold(heading);
            let nth = times.entry(key.clone()).or_default();
            *nth += 1;
            let key = (key, *nth);
            let number = numbers.get(&key).copied().or_else(|| {
                let number = self.add_column(Column {
                    heading: heading.clone(),
                    nth: *nth,
                    ..Column::default()
                })?;
                numbers.insert(key, number);
                Some(number)
            });
            if let Some(number) = number {
                layout.push((*position as u16, number));
            }
        }
        layout
    }

    fn add_column(&mut self, column: Column) -> Option<u16> {
        let number = self.columns.len();
        (number < MAX_COLUMNS).then(|| {
            self.columns.push(column);
            number as u16
        })
    }

    fn without_heading(&mut self, position: usize) -> Option<u16> {
        let position = position as u16;
        if let Some(number) = self.unnamed.get(&position) {
            return Some(*number);
        }
        if self.unnamed.len() >= MAX_UNNAMED {
            return None;
        }
        let number = self.add_column(Column {
            heading: unnamed(usize::from(position)),
            nth: 1,
            tag: None,
            is_unnamed: true,
        })?;
        self.unnamed.insert(position, number);
        Some(number)
    }

    fn add_unnamed(&mut self, grid: &Grid, row: usize) {
        let Some(layout) = self.layouts.last() else {
            return;
        };
        let is_unknown = |position: &usize| column_at(layout, *position).is_none();
        let positions: Vec<usize> = grid
            .row(row)
            .map(|(position, _)| position)
            .filter(is_unknown)
            .take(MAX_UNNAMED)
            .collect();
        for position in positions {
            self.without_heading(position);
        }
    }

    /// The cells of a row that have a value and a column, each with its column's number.
    pub(super) fn cells(&self, row: Row) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.positions(row).map(|(column, _, cell)| (column, cell))
    }

    fn positions(&self, row: Row) -> impl Iterator<Item = (usize, usize, Cell<'_>)> {
        let sheet = self.sheets.get(row.sheet as usize);
        let layout = self.layouts.get(row.layout as usize);
        let cells = sheet
            .into_iter()
            .flat_map(move |sheet| sheet.grid.row(row.at as usize));
        cells.filter_map(move |(position, cell)| {
            let known = layout.and_then(|layout| column_at(layout, position));
            let column = known.or_else(|| self.unnamed.get(&(position as u16)).copied())?;
            Some((usize::from(column), position, cell))
        })
    }

    /// Where a row is.
    pub(super) fn place(&self, row: Row) -> Place {
        let sheet = self.sheets.get(row.sheet as usize);
        sheet.map_or(Place::File, |sheet| sheet.grid.row_place(row.at as usize))
    }

    /// Where the cell of a row in a column is.
    pub(super) fn cell_place(&self, row: Row, column: usize) -> Place {
        let position = self.positions(row).find(|(at, ..)| *at == column);
        match (self.sheets.get(row.sheet as usize), position) {
            (Some(sheet), Some((_, position, _))) => sheet.grid.place(row.at as usize, position),
            _ => self.place(row),
        }
    }

    /// Where the heading of a column is.
    pub(super) fn heading_place(&self, column: usize) -> Place {
        let mut layouts = self.layouts.iter();
        let position = layouts.next().and_then(|layout| {
            let mut columns = layout.iter();
            columns.find(|(_, number)| usize::from(*number) == column)
        });
        match (self.sheets.first(), position) {
            (Some(sheet), Some((position, _))) => {
                let last = (sheet.headings.first + sheet.headings.rows).saturating_sub(1);
                sheet.grid.place(last, usize::from(*position))
            }
            _ => Place::File,
        }
    }

    /// The name of the sheet of a row.
    pub(super) fn sheet_name(&self, row: Row) -> Option<&str> {
        self.sheets
            .get(row.sheet as usize)
            .and_then(|sheet| sheet.grid.sheet())
    }
}

type Numbers = HashMap<(String, u32), u16>;

fn column_at(layout: &Layout, position: usize) -> Option<u16> {
    let at = layout.binary_search_by_key(&position, |(at, _)| usize::from(*at));
    at.ok()
        .and_then(|at| layout.get(at))
        .map(|(_, column)| *column)
}
