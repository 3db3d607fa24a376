//! The cells of a sheet, until they are a table.

use super::super::cell::clean;
use crate::finding::Place;
use crate::grid::{Cell, Grid, Kept, MAX_COLUMNS};
use atlas_engine::portfolio::Date;

/// Up to this many bytes of cells are kept of any workbook, and up to this many times its size of larger ones.
const MIN_ROOM: usize = 16 << 20;
const RATIO: usize = 20;

/// How many blank rows are kept between two rows with cells.
const MAX_BLANK_ROWS: u32 = 20;

/// Cells that are merged to the right share a value in as many rows at the top, where headings are.
const HEADING_ROWS: u32 = 10;

/// How much memory the cells of a workbook may still take: a small file can claim billions of them.
#[derive(Debug)]
pub(super) struct Room {
    left: usize,
    is_used_up: bool,
}

impl Room {
    pub(super) fn new(input: usize) -> Self {
        Self {
            left: MIN_ROOM.max(input.saturating_mul(RATIO)),
            is_used_up: false,
        }
    }

    /// Takes a number of bytes; whether there were as many.
    fn take(&mut self, bytes: usize) -> bool {
        match self.left.checked_sub(bytes) {
            Some(left) => self.left = left,
            None => self.is_used_up = true,
        }
        !self.is_used_up
    }

    /// Whether something found no room.
    pub(super) fn is_used_up(&self) -> bool {
        self.is_used_up
    }
}

/// The value of a cell that is not empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Text(Kept),
    Number(f64),
    Date(Date),
    Logical(bool),
}

#[derive(Clone, Copy, Debug)]
struct Placed {
    row: u32,
    column: u16,
    value: Value,
}

impl Placed {
    fn position(&self) -> (u32, u16) {
        (self.row, self.column)
    }
}

/// Merged cells, by the rows and columns of their corners, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Collects the cells of a sheet.
#[derive(Debug)]
pub(super) struct Cells<'r> {
    name: String,
    grid: Grid,
    placed: Vec<Placed>,
    merged: Vec<Merged>,
    is_sorted: bool,
    room: &'r mut Room,
}

impl<'r> Cells<'r> {
    pub(super) fn new(name: &str, room: &'r mut Room) -> Self {
        Self {
            name: name.to_owned(),
            grid: Grid::of_sheet(name),
            placed: Vec::new(),
            merged: Vec::new(),
            is_sorted: true,
            room,
        }
    }

    /// Whether there is room for more.
    pub(super) fn has_room(&self) -> bool {
        !self.room.is_used_up
    }

    /// Keeps a text without what is around it; `None` if nothing is left.
    pub(super) fn keep(&mut self, text: &str) -> Option<Value> {
        let text = clean(text);
        let is_kept = !text.is_empty() && self.room.take(text.len());
        is_kept.then(|| Value::Text(self.grid.keep(&text)))
    }

    /// Adds a cell. Its row and column count from 0.
    pub(super) fn add(&mut self, row: u32, column: u32, value: Value) {
        let Ok(column) = u16::try_from(column) else {
            return;
        };
        if usize::from(column) >= MAX_COLUMNS || !self.room.take(size_of::<Placed>()) {
            return;
        }
        let cell = Placed { row, column, value };
        let last = self.placed.last();
        self.is_sorted &= last.is_none_or(|last| last.position() < cell.position());
        self.placed.push(cell);
    }

    /// Adds merged cells.
    pub(super) fn merge(&mut self, merged: Merged) {
        if merged.rows.0 <= merged.rows.1
            && merged.columns.0 <= merged.columns.1
            && self.room.take(size_of::<Merged>())
        {
            self.merged.push(merged);
        }
    }

    /// Where a cell is, from 0.
    pub(super) fn place(&self, row: u32, column: u32) -> Place {
        Place::Sheet {
            sheet: self.name.clone(),
            row: row.saturating_add(1),
            column: column.saturating_add(1),
        }
    }

    /// The table of the sheet.
    pub(super) fn into_grid(mut self) -> Grid {
        self.sort();
        self.fill_merged();
        let mut grid = self.grid;
        let mut last = None;
        for Placed { row, column, value } in self.placed {
            if last != Some(row) {
                let next = last.map_or(0, |last: u32| last.saturating_add(1));
                let blank = (row - next).min(MAX_BLANK_ROWS);
                for blank in row - blank..=row {
                    grid.start_row(blank.saturating_add(1));
                }
                last = Some(row);
            }
            let column = usize::from(column);
            match value {
                Value::Text(text) => grid.push_kept(column, text),
                Value::Number(number) => grid.push(column, Cell::Number(number), 0, 0),
                Value::Date(date) => grid.push(column, Cell::Date(date), 0, 0),
                Value::Logical(logical) => grid.push(column, Cell::Logical(logical), 0, 0),
            }
        }
        grid
    }

    /// Of cells at the same place, the first one stays.
    fn sort(&mut self) {
        if !self.is_sorted {
            self.placed.sort_by_key(Placed::position);
            self.placed.dedup_by_key(|cell| cell.position());
            self.is_sorted = true;
        }
    }

    /// Gives merged cells the value of the first one: down in any row, to the right where headings are.
    fn fill_merged(&mut self) {
        let last_row = self.placed.last().map_or(0, |cell| cell.row);
        let last_column = self
            .placed
            .iter()
            .map(|cell| cell.column)
            .max()
            .unwrap_or(0);
        let mut filled = Vec::new();
        'merged: for Merged { rows, columns } in std::mem::take(&mut self.merged) {
            let Ok(first) = u16::try_from(columns.0) else {
                continue;
            };
            let Some(value) = self.value(rows.0, first) else {
                continue;
            };
            let end = u16::try_from(columns.1)
                .unwrap_or(u16::MAX)
                .min(last_column);
            // Alone in its row it is a title.
            let is_heading = self.has_others(rows.0, first);
            for row in rows.0..=rows.1.min(last_row) {
                let end = if is_heading && row < HEADING_ROWS {
                    end
                } else {
                    first
                };
                for column in first..=end {
                    if !self.room.take(size_of::<Placed>()) {
                        break 'merged;
                    }
                    filled.push(Placed { row, column, value });
                }
            }
        }
        self.is_sorted &= filled.is_empty();
        self.placed.append(&mut filled);
        self.sort();
    }

    /// Whether a row has another cell before or behind this one.
    fn has_others(&self, row: u32, column: u16) -> bool {
        let at = self
            .placed
            .partition_point(|cell| cell.position() < (row, column));
        let is_in_row = |at: Option<usize>| {
            let cell = at.and_then(|at| self.placed.get(at));
            cell.is_some_and(|cell| cell.row == row)
        };
        is_in_row(at.checked_sub(1)) || is_in_row(Some(at + 1))
    }

    fn value(&self, row: u32, column: u16) -> Option<Value> {
        let found = self
            .placed
            .binary_search_by_key(&(row, column), Placed::position);
        found
            .ok()
            .and_then(|at| self.placed.get(at))
            .map(|cell| cell.value)
    }
}
