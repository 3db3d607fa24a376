//! Texts in many forms, with the records that they contain.

use super::*;
use crate::grid::Cell;
use crate::sources::Tables;

/// The records of a table: headings and values of each row.
fn records(tables: &Tables) -> Vec<Vec<(String, String)>> {
    let Some(grid) = tables.grids.first() else {
        return Vec::new();
    };
    let text = |cell: Cell<'_>| cell.text().unwrap_or_default().to_owned();
    (1..grid.rows())
        .map(|row| {
            let cells = grid.row(row);
            cells
                .map(|(column, cell)| (text(grid.cell(0, column)), text(cell)))
                .collect()
        })
        .collect()
}

#[test]
fn seed() {
    let mut findings = Findings::default();
    let text = include_str!("../../../tests/samples/seed.txt");
    let tables = read(text, &mut findings);
    println!("{:?} {:#?}", tables.title, records(&tables));
    println!("{findings:#?}");
}
