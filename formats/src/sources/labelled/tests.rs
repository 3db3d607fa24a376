//! Texts in many forms, with the records that they contain.

use super::{Findings, Mapping, Tables};
use crate::finding::Place;
use crate::grid::Cell;
use proptest::prelude::*;
use std::fmt::Write;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/labelled");

fn read(text: &str, findings: &mut Findings) -> Tables {
    super::read(text, &mut Mapping::default(), findings)
}

fn text_of(cell: Cell<'_>) -> &str {
    cell.text().unwrap_or_default()
}

/// The table as the samples write it: the title of the list, and each project's headings and values.
fn written(tables: &Tables) -> String {
    let mut written = String::new();
    if let Some(title) = &tables.title {
        writeln!(written, "= {title}").unwrap();
    }
    let Some(grid) = tables.grids.first() else {
        return written;
    };
    for row in 1..grid.rows() {
        if row > 1 {
            written.push('\n');
        }
        for (column, cell) in grid.row(row) {
            let (heading, value) = (text_of(grid.cell(0, column)), text_of(cell));
            writeln!(written, "{heading} = {}", value.replace('\n', "⏎")).unwrap();
        }
    }
    written
}

#[test]
fn every_sample_gives_its_records() {
    let mut failures = String::new();
    let mut count = 0;
    for entry in std::fs::read_dir(SAMPLES).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let expected = std::fs::read_to_string(path.with_extension("expected")).unwrap();
        let given = written(&read(&text, &mut Findings::default()));
        let sorted = |text: &str| {
            let mut projects: Vec<Vec<String>> = text
                .split("\n\n")
                .map(|project| project.lines().map(str::to_owned).collect())
                .collect();
            for project in &mut projects {
                project.sort();
            }
            projects
        };
        // The order of columns does not matter.
        if sorted(&given) != sorted(&expected) {
            writeln!(failures, "{}\n{given}", path.display()).unwrap();
        }
        count += 1;
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count >= 15, "{count}");
}

fn seed() -> (Tables, Findings) {
    let mut findings = Findings::default();
    let text = include_str!("../../../tests/samples/seed.txt");
    let tables = read(text, &mut findings);
    (tables, findings)
}

#[test]
fn the_first_list_gives_its_six_projects() {
    let (tables, findings) = seed();
    assert_eq!(tables.title.as_deref(), Some("Completed Projects"));
    let written = written(&tables);
    let projects: Vec<_> = written.split("\n\n").collect();
    assert_eq!(projects.len(), 6);
    let expected = [
        (
            "Title = Enhancing Transnational",
            "Donor = United States Agency for International Development (USAID)",
            "Duration = September 2010 – June 2012",
        ),
        (
            "Title = Expert Support Facility FWC 2010, Lot 6 – Fight",
            "Donor = European Union\n",
            "Duration = November 2010 – May 2012",
        ),
        (
            "Title = Strengthening of Comprehensive",
            "Partners = ICMPD⏎International Organisation for Migration (IOM)⏎Organisation",
            "Countries = Armenia, Azerbaijan and Georgia",
        ),
        (
            "Title = Training to Enhance Lebanese",
            "Implementing Agency = ICMPD",
            "Countries = Lebanon",
        ),
        (
            "Title = Promoting Transnational Partnerships: Preventing",
            "Donor = European Union⏎Portuguese Immigration and Border Service (Serviço de Estrangeiros e Fronteiras – SEF)⏎Portuguese Commission for Citizenship and Gender Equality (Comissão para a Cidadania e Igualdade de Género – CIG)",
            "Countries = Brazil, Italy and Portugal",
        ),
        (
            "Title = AGIRE: Austria, Greece, Italy and Romania",
            "Implementing Agency = Save the Children Italia (SCI)",
            "Countries = Austria, Greece, Italy and Romania",
        ),
    ];
    for (project, (title, one, other)) in projects.iter().zip(expected) {
        for part in [title, one, other] {
            assert!(project.contains(part), "{part}\n{project}");
        }
    }
    assert!(!projects[0].contains("Implementing"), "{}", projects[0]);
    let documents = projects[0]
        .lines()
        .find(|it| it.starts_with("Documents"))
        .unwrap();
    assert_eq!(documents.split('⏎').count(), 6, "{documents}");
    assert!(documents.ends_with("⏎Seminar Conclusions"), "{documents}");
    let items = projects[1]
        .lines()
        .find(|it| it.starts_with("Objective"))
        .unwrap();
    assert_eq!(items.matches("⏎- ").count(), 5, "{items}");
    let found: Vec<_> = findings
        .kept()
        .iter()
        .map(|it| (it.code, it.place.clone()))
        .collect();
    let expected = [
        ("label-empty", Place::line(21, 1)),
        ("bracket-open", Place::line(93, 9)),
    ];
    for finding in expected {
        assert!(found.contains(&finding), "{found:?}");
    }
    assert_eq!(
        found
            .iter()
            .filter(|(code, _)| *code == "dash-lost")
            .count(),
        6
    );
}

#[test]
fn a_value_has_the_place_of_its_first_character() {
    let text = "\n**Title:** A\n  Land&nbsp;: Italien Laufzeit: 2010\nDonor\n\n   EU";
    let tables = read(text, &mut Findings::default());
    let grid = &tables.grids[0];
    let places: Vec<_> = (0..4).map(|column| grid.place(1, column)).collect();
    let expected = [(2, 12), (3, 15), (3, 33), (6, 4)];
    assert_eq!(
        places,
        expected.map(|(line, column)| Place::line(line, column))
    );
    assert_eq!(grid.row_number(1), 2);
}

#[test]
fn what_belongs_to_no_project_is_reported() {
    let codes = |text: &str| {
        let mut findings = Findings::default();
        read(text, &mut findings);
        let kept = findings.kept().iter();
        kept.map(|it| (it.code, it.place.to_string()))
            .collect::<Vec<_>>()
    };
    for (text, expected) in [
        (
            "Only prose here.\nAnd more.",
            vec![("labels-missing", "the file")],
        ),
        ("", vec![("labels-missing", "the file")]),
        (
            "Our work\n\nWe help.\n\nA\n\nDonor: X\n\nB\n\nDonor: Y\n\n© Us",
            vec![
                ("text-left-out", "line 3, column 1"),
                ("text-left-out", "line 13, column 1"),
            ],
        ),
        (
            "Title: A\nDonor: X\nCountry: Y\nDonor: Z",
            vec![("label-repeated", "line 4, column 8")],
        ),
        (
            "Title: A\nDonor:\nCountry: Y",
            vec![("label-empty", "line 2, column 1")],
        ),
    ] {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(code, place)| (code, place.to_owned()))
            .collect();
        assert_eq!(codes(text), expected, "{text}");
    }
}

fn size(tables: &Tables) -> (usize, usize) {
    let cells = tables.grids.iter().flat_map(|grid| {
        (0..grid.rows()).flat_map(|row| grid.row(row).map(|(_, cell)| text_of(cell).len()))
    });
    cells.fold((0, 0), |(count, bytes), length| (count + 1, bytes + length))
}

#[test]
fn hostile_texts_take_linear_time() {
    let repeated = |part: &str| part.repeat(60_000 / part.len());
    for part in [
        "Donor: ",
        "a:",
        ":",
        "Donor: x ",
        "Donor: x\n",
        "Donor:\n",
        "<",
        "<a",
        "&",
        "&amp",
        "*",
        "**",
        "_",
        "a__b",
        "* ",
        "(",
        "Donor: (",
        "1.",
        "# x\n",
        "-\n",
        "---\n",
        "A\n\n",
        "Title: x\n\n",
        "\r",
        "\u{301}",
        "Donor\n",
        "Country Kenya\n",
        "Countries:x. ",
        "<br>Donor: x",
        "\t",
        " ",
        "• ",
        "Aa",
        "A\n\nDonor: x\n\n",
        "presentations:\n",
        "T: x\nU: y\n",
        "Project 1\n",
        "|",
        "| a | b |\n",
        "\u{a0}Donor:\u{a0}x",
    ] {
        let text = repeated(part);
        let begun = std::time::Instant::now();
        let tables = read(&text, &mut Findings::default());
        assert!(
            begun.elapsed().as_secs() < 20,
            "{part:?}: {:?}",
            begun.elapsed()
        );
        let (cells, bytes) = size(&tables);
        assert!(cells <= text.len() / 2 + 8, "{part:?}: {cells}");
        assert!(bytes <= 2 * text.len() + 100, "{part:?}: {bytes}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        read(&text, &mut Findings::default());
    }

    #[test]
    fn any_lines_of_labels_are_read(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("Donor: "), Just("Title: "), Just("Pays "), Just("\n"), Just("\n\n"), Just("- "), Just("---\n"),
                Just("Fun football"), Just("Country\t"), Just("**"), Just("&nbsp;"), Just("<br>"), Just("<li>"),
                Just("# "), Just("1. "), Just("("), Just("Laufzeit 2010"), Just("Sector code: "), Just("."),
                Just("a sentence."), Just("é"), Just("documents:\n"), Just(" "), Just("_x_"), Just("\u{ad}"),
            ],
            0..60,
        )
    ) {
        let text = parts.concat();
        let tables = read(&text, &mut Findings::default());
        let (cells, bytes) = size(&tables);
        prop_assert!(cells <= text.len() + 8);
        prop_assert!(bytes <= 2 * text.len() + 100);
    }
}
