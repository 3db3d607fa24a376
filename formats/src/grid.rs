//! A table as its source has it: cells by row and column, before anything is decided about them.

use crate::finding::Place;
use atlas_engine::portfolio::Date;
use std::ops::Range;

/// How many columns of a row are kept: as many as the widest workbook has.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// The value of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    /// A text that is not empty.
    Text(&'a str),
    Number(f64),
    Date(Date),
    Logical(bool),
}

impl<'a> Cell<'a> {
    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Rows of cells. Empty cells take no room, so a table is never larger than its source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    /// The name of the sheet, in a workbook.
    sheet: Option<String>,
    text: String,
    rows: Vec<Row>,
    cells: Vec<Stored>,
    columns: usize,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    /// The line or the row of the source, from 1.
    number: u32,
    first: u32,
}

/// A cell that is not empty, in 20 bytes: there may be one for every two bytes of a source.
#[derive(Clone, Copy, Debug)]
struct Stored {
    column: u16,
    kind: Kind,
    /// The line, from 1, in a text.
    line: u32,
    /// The character of the line, from 1, in a text.
    character: u32,
    /// The range of a text, or the halves of a number.
    value: [u32; 2],
}

/// A text in a table, which any number of its cells may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    start: u32,
    end: u32,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Number,
    /// The value is year, and month × 100 + day; 0 is not stated.
    Date,
    Logical,
}

impl Grid {
    /// Creates a table of a text.
    pub(crate) fn of_text() -> Self {
        Self::default()
    }

    /// Creates the table of a sheet.
    pub(crate) fn of_sheet(name: impl Into<String>) -> Self {
        Self {
            sheet: Some(name.into()),
            ..Self::default()
        }
    }

    /// The name of the sheet, in a workbook.
    pub(crate) fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Starts a row. `number` is its line, or its row in the sheet, from 1.
    pub(crate) fn start_row(&mut self, number: u32) {
        let first = self.cells.len() as u32;
        self.rows.push(Row { number, first });
    }

    /// Adds a cell to the last row, right of the row's other cells. `line` and `character` are where it
    /// begins in a text, from 1. An empty one, and one beyond [`MAX_COLUMNS`], is ignored.
    pub(crate) fn push(&mut self, column: usize, cell: Cell<'_>, line: u32, character: u32) {
        let (kind, value) = match cell {
            Cell::Empty | Cell::Text("") => return,
            Cell::Text(text) => {
                let kept = self.keep(text);
                (Kind::Text, [kept.start, kept.end])
            }
            Cell::Number(number) => {
                let bits = number.to_bits();
                (Kind::Number, [(bits >> 32) as u32, bits as u32])
            }
            Cell::Date(date) => {
                let month = u32::from(date.month().unwrap_or(0));
                let day = u32::from(date.day().unwrap_or(0));
                (Kind::Date, [u32::from(date.year()), month * 100 + day])
            }
            Cell::Logical(logical) => (Kind::Logical, [u32::from(logical), 0]),
        };
        self.push_stored(column, kind, value, (line, character));
    }

    /// Keeps a text for cells that are added by [`Grid::push_kept`].
    pub(crate) fn keep(&mut self, text: &str) -> Kept {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let end = self.text.len() as u32;
        Kept { start, end }
    }

    /// Adds a cell of a sheet whose text was kept, like [`Grid::push`].
    pub(crate) fn push_kept(&mut self, column: usize, text: Kept) {
        if text.start < text.end {
            self.push_stored(column, Kind::Text, [text.start, text.end], (0, 0));
        }
    }

    fn push_stored(
        &mut self,
        column: usize,
        kind: Kind,
        value: [u32; 2],
        (line, character): (u32, u32),
    ) {
        if column >= MAX_COLUMNS || self.rows.is_empty() {
            return;
        }
        self.columns = self.columns.max(column + 1);
        self.cells.push(Stored {
            column: column as u16,
            kind,
            line,
            character,
            value,
        });
    }

    /// How many rows there are, with empty ones.
    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// One more than the last column with a value.
    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// The cells of a row that are not empty, each with its column, from left to right.
    pub(crate) fn row(&self, row: usize) -> impl DoubleEndedIterator<Item = (usize, Cell<'_>)> {
        let stored = self.stored(row).iter();
        stored.map(|it| (usize::from(it.column), self.value(it)))
    }

    /// The cell in a row and a column, both from 0.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        self.find(row, column)
            .map_or(Cell::Empty, |stored| self.value(stored))
    }

    /// Where a cell is.
    pub(crate) fn place(&self, row: usize, column: usize) -> Place {
        let number = self.rows.get(row).map_or(0, |row| row.number);
        if let Some(sheet) = &self.sheet {
            return Place::Sheet {
                sheet: sheet.clone(),
                row: number,
                column: column as u32 + 1,
            };
        }
        self.find(row, column)
            .map_or(Place::line(number, 0), |stored| {
                Place::line(stored.line, stored.character)
            })
    }

    /// Where a row is.
    pub(crate) fn row_place(&self, row: usize) -> Place {
        let number = self.rows.get(row).map_or(0, |row| row.number);
        match &self.sheet {
            None => Place::line(number, 0),
            Some(sheet) => Place::Sheet {
                sheet: sheet.clone(),
                row: number,
                column: 0,
            },
        }
    }

    /// The line or the row of the source, from 1.
    pub(crate) fn row_number(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.number)
    }

    fn stored(&self, row: usize) -> &[Stored] {
        let range = self.range(row);
        self.cells.get(range).unwrap_or_default()
    }

    fn range(&self, row: usize) -> Range<usize> {
        let first = |row: usize| {
            self.rows
                .get(row)
                .map_or(self.cells.len(), |row| row.first as usize)
        };
        first(row)..first(row + 1)
    }

    fn find(&self, row: usize, column: usize) -> Option<&Stored> {
        let stored = self.stored(row);
        let at = stored.binary_search_by_key(&column, |it| usize::from(it.column));
        at.ok().and_then(|at| stored.get(at))
    }

    fn value(&self, stored: &Stored) -> Cell<'_> {
        let [first, second] = stored.value;
        match stored.kind {
            Kind::Text => {
                let range = first as usize..second as usize;
                Cell::Text(self.text.get(range).unwrap_or_default())
            }
            Kind::Number => {
                Cell::Number(f64::from_bits(u64::from(first) << 32 | u64::from(second)))
            }
            Kind::Logical => Cell::Logical(first != 0),
            Kind::Date => {
                let (month, day) = ((second / 100) as u8, (second % 100) as u8);
                let month = (month > 0).then_some(month);
                let date = Date::new(first as u16, month, (day > 0).then_some(day));
                date.map_or(Cell::Empty, Cell::Date)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_row_and_column_with_their_places() {
        let mut grid = Grid::of_text();
        grid.start_row(1);
        grid.push(0, Cell::Text("title"), 1, 1);
        grid.push(3, Cell::Text("start"), 1, 10);
        grid.start_row(2);
        grid.start_row(4);
        let date = Date::parse("2012-02").unwrap();
        grid.push(1, Cell::Number(-1.5), 4, 2);
        grid.push(2, Cell::Text(""), 4, 4);
        grid.push(3, Cell::Date(date), 5, 1);
        assert_eq!((grid.rows(), grid.columns()), (3, 4));
        assert_eq!(grid.cell(0, 0), Cell::Text("title"));
        assert_eq!(grid.cell(0, 1), Cell::Empty);
        assert_eq!(grid.row(1).count(), 0);
        let last: Vec<_> = grid.row(2).collect();
        assert_eq!(last, [(1, Cell::Number(-1.5)), (3, Cell::Date(date))]);
        assert_eq!(grid.place(2, 3), Place::line(5, 1));
        assert_eq!(grid.place(2, 0), Place::line(4, 0));
        assert_eq!(grid.cell(9, 9), Cell::Empty);
    }
}
