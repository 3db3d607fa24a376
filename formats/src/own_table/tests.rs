#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::finding::Findings;
use crate::grid::{Cell, Grid};
use crate::sources::Tables;
use atlas_engine::portfolio;

const LIST: &str = r#"{
  "title": "Ours", "projects": [
    { "id": "wells", "title": "Wells; and more", "acronym": "W", "identifier": "XX-1", "status": "completed",
      "start": "2010-10", "end": "2011-09-30", "duration": "12 months", "objective": "A\n\n- b", "summary": "S",
      "countries": ["LB", { "code": "XK", "name": "Kosovo (under UNSCR 1244)", "share": 40.5 }],
      "donors": ["One", { "name": "Two", "acronym": "T", "url": "https://two.example/", "ref": "R-2", "role": "Funding", "note": "n" }],
      "implementing": [{ "name": "Agency", "role": "lead" }], "partners": ["P \\ Q"],
      "themes": ["Water > Wells", "Health"], "results": ["1,200 wells", "ten; twenty"],
      "budget": [{ "amount": 1016252.86, "currency": "EUR" }, { "amount": -5, "currency": "USD", "year": 2011 }],
      "locations": [{ "name": "Chisinau", "lat": 47.01, "lon": 28.86, "country": "MD" }, { "lat": -1, "lon": 2 }],
      "documents": [{ "title": "Report", "url": "https://a.example/r.pdf" }, { "title": "Plan" }],
      "links": [{ "title": "Site", "url": "https://a.example/" }],
      "related": [{ "title": "Roads", "id": "roads", "relation": "sibling" }, { "title": "Old", "donor": "One", "period": "2006", "relation": "builds on" }],
      "image": { "url": "images/w.jpg", "alt": "Wells", "credit": "A" }, "note": "=1+1",
      "fields": { "Sector": ["Water"], "Title": ["Odd"], "Total EUR": ["x", "y"] } },
    { "id": "roads", "title": "Roads" }] }"#;

fn grid_of(list: &Portfolio) -> Grid {
    let table = OwnTable::of(list);
    let mut grid = Grid::of_text();
    grid.start_row(1);
    let headings = table.columns.iter().map(|it| it.heading.clone());
    let headings: Vec<String> = headings
        .chain(["List", SELECTION].map(str::to_owned))
        .collect();
    for (at, heading) in headings.iter().enumerate() {
        grid.push(at, Cell::Text(heading), 1, 1);
    }
    for (line, project) in (2..).zip(&list.projects) {
        grid.start_row(line);
        for (at, (_, cell)) in table.row(project, &mut |text| text).enumerate() {
            grid.push(at, Cell::Text(&cell), line, 1);
        }
    }
    grid
}

#[test]
fn everything_that_a_project_states_is_read_back() {
    let reading = portfolio::read(LIST.as_bytes());
    assert_eq!(reading.findings, []);
    let list = reading.portfolio.unwrap();
    let tables = Tables {
        grids: vec![grid_of(&list)],
        ..Tables::default()
    };
    let mut findings = Findings::default();
    let (_, drafts) = read(&tables, &mut findings).unwrap();
    assert_eq!(findings, Findings::default());
    for (draft, project) in drafts.into_iter().zip(&list.projects) {
        let id = draft.id.unwrap();
        assert_eq!(
            &Project {
                id,
                ..draft.project
            },
            project
        );
    }
}

#[test]
fn only_columns_with_a_value_are_written() {
    let list = portfolio::read(br#"{ "title": "L", "projects": [{ "id": "a", "title": "A" }] }"#);
    let table = OwnTable::of(&list.portfolio.unwrap());
    let headings = table.columns.iter().map(|it| it.heading.as_str());
    assert_eq!(headings.collect::<Vec<_>>(), ["Id", "Title"]);
}

#[test]
fn a_cell_that_is_not_valid_is_reported_and_costs_nothing_else() {
    let list = portfolio::read(LIST.as_bytes()).portfolio.unwrap();
    let grid = grid_of(&list);
    let mut edited = Grid::of_text();
    for row in 0..grid.rows() {
        edited.start_row(row as u32 + 1);
        for (column, cell) in grid.row(row) {
            let cell = match cell {
                Cell::Text("LB; XK") => Cell::Text("LB; Kosovo"),
                other => other,
            };
            edited.push(column, cell, row as u32 + 1, column as u32);
        }
    }
    let tables = Tables {
        grids: vec![edited],
        ..Tables::default()
    };
    let mut findings = Findings::default();
    let (_, drafts) = read(&tables, &mut findings).unwrap();
    assert_eq!(drafts[0].project.title, "Wells; and more");
    let first = &findings.kept()[0];
    assert_eq!(
        (first.code, first.place.to_string().as_str()),
        ("cell-invalid", "line 2, column 8")
    );
}
