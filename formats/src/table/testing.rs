//! Small tables for tests.

use crate::grid::{Cell, Grid};

/// A table of lines with commas between the values; `\n` in a value is written as `~`.
pub(super) fn grid(lines: &[&str]) -> Grid {
    fill(Grid::of_text(), lines)
}

/// A sheet of the same form.
pub(super) fn sheet(name: &str, lines: &[&str]) -> Grid {
    fill(Grid::of_sheet(name), lines)
}

fn fill(mut grid: Grid, lines: &[&str]) -> Grid {
    for (at, line) in lines.iter().enumerate() {
        let number = at as u32 + 1;
        grid.start_row(number);
        for (column, value) in line.split(',').enumerate() {
            let value = value.replace('~', "\n").replace('،', ",");
            grid.push(column, Cell::Text(&value), number, 1);
        }
    }
    grid
}
