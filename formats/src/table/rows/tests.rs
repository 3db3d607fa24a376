//! Rows that hold projects, and others.

use super::*;
use crate::finding::Findings;
use crate::mapping::Mapping;
use crate::sources::Tables;
use crate::table::cells::text;
use crate::table::sheets::choose;
use crate::table::testing::grid;

/// The rows that are kept, by their numbers, and the messages about the others.
fn kept(lines: &[&str], title: usize) -> (Vec<u32>, Vec<String>) {
    let tables = Tables {
        grids: vec![grid(lines)],
        ..Tables::default()
    };
    let mut findings = Findings::default();
    let sheets = choose(&tables, &mut Mapping::default(), &mut findings);
    let mut left_out = LeftOut::default();
    let mut table = Table::scan(sheets, &mut left_out);
    table.settle(Some(title), &mut left_out);
    left_out.report(&mut findings);
    let messages = findings.kept().iter().map(|it| {
        let message = it
            .message
            .trim_start_matches("Left out, because it holds no project: ");
        format!("{}: {message}", it.place)
    });
    (
        table.rows.iter().map(|row| row.at + 1).collect(),
        messages.collect(),
    )
}

#[test]
fn rows_that_hold_no_project_are_left_out_and_counted() {
    let (rows, messages) = kept(
        &[
            "Register of projects,,,,",
            "",
            "No.,Title,Start,End,Amount",
            "1,2,3,4,5",
            "A. Health,,,,",
            "1,Clinic,2012,2014,10000",
            "2,Doctors,Q2 2013,,2500",
            "Subtotal A,,,,12500",
            "No.,Title,Start,End,Amount",
            "B. Water,,,,",
            "3,Wells,2014,2015,7000",
            "TOTAL,,,,19500",
            "",
            "Source: annual report,,,,",
        ],
        1,
    );
    assert_eq!(rows, [6, 7, 11]);
    assert_eq!(
        messages,
        [
            "line 2: 2 empty rows.",
            "line 1: 1 row above the headings.",
            "line 9: 1 row with the headings again.",
            "line 4: 1 row with the numbers of the columns.",
            "line 5: 2 headings of sections.",
            "line 8: 2 rows of totals.",
            "line 14: 1 note.",
        ]
    );
}

#[test]
fn a_project_may_have_nothing_but_a_title() {
    let lines = [
        "Title,Country,Donor,Link",
        "Sea model,PT,X,https://a.example",
        "Beach watch,,,",
    ];
    assert_eq!(kept(&lines, 0).0, [2, 3]);
    let total = [
        "Title,Amount",
        "Total sanitation campaign,10",
        "Wells,20",
        "Total,30",
    ];
    assert_eq!(kept(&total, 0).0, [2, 3]);
}

#[test]
fn columns_that_move_with_repeated_headings_are_followed() {
    let tables = Tables {
        grids: vec![grid(&[
            "Title,Country,Start",
            "A,KE,2012",
            ",Title,Country,Start",
            ",B,UG,2013",
        ])],
        ..Tables::default()
    };
    let sheets = choose(&tables, &mut Mapping::default(), &mut Findings::default());
    let table = Table::scan(sheets, &mut LeftOut::default());
    let values = table.rows.iter().map(|row| {
        let cells: Vec<_> = table
            .cells(*row)
            .map(|(column, cell)| format!("{column}{}", text(cell)))
            .collect();
        cells.join(" ")
    });
    let values: Vec<_> = values.collect();
    assert_eq!(values, ["0A 1KE 22012", "0B 1UG 22013"]);
}
