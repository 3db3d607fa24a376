use super::*;
use proptest::prelude::*;

struct Read {
    rows: Vec<Vec<String>>,
    delimiter: char,
    findings: Findings,
    grid: Grid,
}

fn read_with(text: &str, delimiter: Option<char>) -> Read {
    let mut findings = Findings::default();
    let mut mapping = Mapping {
        delimiter,
        ..Mapping::default()
    };
    let mut tables = read(text, &mut mapping, &mut findings);
    let grid = tables.grids.remove(0);
    let row = |row| {
        let cells = (0..grid.columns()).map(|column| grid.cell(row, column));
        let texts = cells.map(|cell| cell.text().unwrap_or_default().to_owned());
        let mut texts: Vec<_> = texts.collect();
        texts.truncate(grid.row(row).next_back().map_or(0, |(last, _)| last + 1));
        texts
    };
    Read {
        rows: (0..grid.rows()).map(row).collect(),
        delimiter: mapping.delimiter.unwrap(),
        findings,
        grid,
    }
}

fn codes(read: &Read) -> Vec<&'static str> {
    read.findings.kept().iter().map(|it| it.code).collect()
}

/// Texts, and their rows with `|` between values.
const TEXTS: &[(&str, &[&str])] = &[
    ("a,b\nc,d\n", &["a|b", "c|d"]),
    ("a,b\r\nc,d", &["a|b", "c|d"]),
    ("a,b\rc,d\r", &["a|b", "c|d"]),
    ("a,b\r\nc,d\ne,f\rg,h", &["a|b", "c|d", "e|f", "g|h"]),
    (
        "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n",
        &["a|b|c", "1,5|2,5|3,5", "1,5|2,5|3,5"],
    ),
    ("a\tb\nx, y, z\tw\n", &["a|b", "x, y, z|w"]),
    ("sep=;\r\na;b\r\n", &["a|b"]),
    ("\"sep=|\"\na|b\n", &["a|b"]),
    ("a,b\n\"x, y\",\"z\"\n", &["a|b", "x, y|z"]),
    ("a,b\n\"x \"\"y\"\"\",z\n", &["a|b", "x \"y\"|z"]),
    ("a,b\n\"x\r\ny\",z\n", &["a|b", "x\ny|z"]),
    ("a,b\n\"\",z\n\"\",\"\"\n", &["a|b", "|z", ""]),
    ("a, b\n \"x, y\" , \"z\" \n", &["a|b", "x, y|z"]),
    ("a,b\n\u{A0} x\u{AD}y \u{A0},\u{FEFF}z\n", &["a|b", "xy|z"]),
    ("a,b\n\nc,d\n", &["a|b", "", "c|d"]),
    ("a,b,\nc,d,\n", &["a|b", "c|d"]),
    // Quotation marks that are not doubled.
    (
        "a,b\nThe \"new\" road,KE\n",
        &["a|b", "The \"new\" road|KE"],
    ),
    (
        "a,b\n\"The \"new\" road\",KE\n",
        &["a|b", "The \"new\" road|KE"],
    ),
    (
        "a,b\n\"new\" roads,KE\nx,y\n",
        &["a|b", "\"new\" roads|KE", "x|y"],
    ),
    (
        "a,b\n\"Project \"Alpha\", second\",KE\nx,y\n",
        &["a|b", "Project \"Alpha\", second|KE", "x|y"],
    ),
    (
        "a,b\n\"Pipe 5\"x3\" steel\",KE\nx,y\n",
        &["a|b", "\"Pipe 5\"x3\" steel\"|KE", "x|y"],
    ),
    // Quotation marks that are never closed.
    ("a,b\n\"open,UG\nc,TZ\n", &["a|b", "open|UG", "c|TZ"]),
    ("a,b\nc,\"open\n\"d\",\"e\"\n", &["a|b", "c|open", "d|e"]),
    (
        "a,b\n\"open,UG\n\"c, d\",TZ\ne,f\n",
        &["a|b", "open|UG", "c, d|TZ", "e|f"],
    ),
    // Rows that are quoted as a whole.
    (
        "a,b\n\"\"\"x, y\"\",1\"\n\"\"\"z\"\",2\"\n",
        &["a|b", "x, y|1", "z|2"],
    ),
];

#[test]
fn tables_are_split_as_they_were_meant() {
    for (text, expected) in TEXTS {
        let read = read_with(text, None);
        let rows: Vec<_> = read.rows.iter().map(|row| row.join("|")).collect();
        assert_eq!(rows, *expected, "{text:?}");
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_row_and_is_reported() {
    let read = read_with(include_str!("../../../tests/samples/stray-quote.csv"), None);
    let rows = [
        ["title", "country"],
        ["The \"new\" road", "KE"],
        ["Unclosed", "UG"],
        ["Third", "TZ"],
        ["Fourth", "RW"],
    ];
    assert_eq!(read.rows, rows);
    assert_eq!(codes(&read), ["quote-unclosed"]);
    assert_eq!(read.findings.kept()[0].place, Place::line(3, 1));
}

#[test]
fn the_delimiter_is_found_or_given() {
    let cases = [
        ("Name;Betrag;Land\nX;1.234,56 €;A, B\nY;2,5;C\n", ';'),
        ("Name,Countries,Link\nX,\"A; B\",u\nY,A; B,u\n", ','),
        (
            "Register of projects,,,\n,,,\nNo.,Title,Start,End\n1,\"a;b;c\",2012,2014\n",
            ',',
        ),
        (
            "Register\n\nNo.;Title;Start\nA. Health\n1;x;2012\n2;y;2013\n",
            ';',
        ),
        ("a|b|c\n1, 2|3|4\n", '|'),
        ("a\tb\nx;y, z\tw\n", '\t'),
        ("title\nA\nB\n", ','),
    ];
    for (text, expected) in cases {
        assert_eq!(read_with(text, None).delimiter, expected, "{text}");
    }
    let given = read_with("a:b;c\n", Some(':'));
    assert_eq!(given.rows, [["a", "b;c"]]);
}

#[test]
fn places_are_lines_and_characters() {
    let read = read_with("é;b\r\n\"x\ny\";\"zü\";w\nlast;v\n", Some(';'));
    assert_eq!(read.grid.place(0, 1), Place::line(1, 3));
    assert_eq!(read.grid.place(1, 0), Place::line(2, 1));
    assert_eq!(read.grid.place(1, 1), Place::line(3, 4));
    assert_eq!(read.grid.place(1, 2), Place::line(3, 9));
    assert_eq!(read.grid.place(2, 0), Place::line(4, 1));
}

#[test]
fn rows_that_are_too_long_are_reported() {
    let read = read_with("a,b\n1,2\n3,4,,\nx, y,z\n5,6\n", Some(','));
    let places: Vec<_> = read
        .findings
        .kept()
        .iter()
        .map(|it| (it.code, it.place.clone()))
        .collect();
    assert_eq!(places, [("row-length", Place::line(4, 6))]);
    let wide = format!("a,b\n{}\n", "1,".repeat(MAX_COLUMNS + 1));
    assert!(codes(&read_with(&wide, None)).contains(&"columns-too-many"));
}

#[test]
fn the_samples_are_tables_of_their_size() {
    let samples = [
        (
            include_str!("../../../tests/samples/bilingual-headings.csv"),
            ';',
            7,
        ),
        (
            include_str!("../../../tests/samples/bom-multi-value.csv"),
            ',',
            5,
        ),
        (
            include_str!("../../../tests/samples/dates-by-column.csv"),
            ',',
            4,
        ),
        (
            include_str!("../../../tests/samples/header-in-row-4.csv"),
            ',',
            5,
        ),
        (include_str!("../../../tests/samples/hxl-tags.csv"), ',', 5),
        (
            include_str!("../../../tests/samples/names-of-countries.csv"),
            ',',
            2,
        ),
        (include_str!("../../../tests/samples/numbers.csv"), ',', 6),
        (
            include_str!("../../../tests/samples/one-row-per-country.csv"),
            ',',
            5,
        ),
    ];
    for (text, delimiter, columns) in samples {
        let read = read_with(text, None);
        assert_eq!(
            (read.delimiter, read.grid.columns()),
            (delimiter, columns),
            "{text}"
        );
        assert!(read.findings.kept().is_empty(), "{text}");
    }
}

/// Hostile texts are read in a time that grows with their length: these would take hours otherwise.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    let size = 1 << 20;
    let texts = [
        "\"".repeat(size),
        "\"a\n".repeat(size / 3),
        ",\"\"x".repeat(size / 4),
        "\"\"\"a,".repeat(size / 5),
        "\"\" \"".repeat(size / 4),
        format!("\"{}", "a,\"\"\n".repeat(size / 5)),
        format!("{}\n", "x".repeat(size)),
        format!("\"{}\"", "\n".repeat(size)),
        ",".repeat(size),
        "\r".repeat(size),
        format!("a,b\n{}", "\" \"\"".repeat(size / 4)),
    ];
    for text in texts {
        for delimiter in [None, Some(',')] {
            read_with_nothing_kept(&text, delimiter);
        }
    }
}

fn read_with_nothing_kept(text: &str, delimiter: Option<char>) {
    let mut mapping = Mapping {
        delimiter,
        ..Mapping::default()
    };
    read(text, &mut mapping, &mut Findings::default());
}

proptest! {
    #[test]
    fn any_text_gives_cells_no_longer_than_itself(text in "[ab\",;\t\r\n éx\u{AD}\u{A0}]{0,120}") {
        let read = read_with(&text, None);
        let cells = read.rows.iter().flatten().map(String::len);
        prop_assert!(cells.sum::<usize>() <= text.len());
    }

    #[test]
    fn what_is_written_by_the_rules_is_read_back(
        rows in proptest::collection::vec(proptest::collection::vec("[a-z\",;\n]{0,8}x", 3), 2..8)
    ) {
        let quoted = |value: &String| format!("\"{}\"", value.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
        let text = rows.iter().map(line).collect::<Vec<_>>().join("\r\n");
        let read = read_with(&text, Some(','));
        let trimmed = |row: &Vec<String>| row.iter().map(|it| it.trim().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(read.rows, rows.iter().map(trimmed).collect::<Vec<_>>());
    }
}

/// How fast 50 MB are read, beside `csv-core` that keeps nothing. Run with
/// `cargo test --release -p atlas-formats csv_speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn csv_speed() {
    let mut text = String::from("Identifier,Title,Country,Start,Amount,Summary\n");
    for row in 0.. {
        if text.len() > 50 << 20 {
            break;
        }
        let line = format!(
            "P-{row},\"Brücke, {row}. Abschnitt\",România,2015-03-01,\"{row},00 €\",\"Zwei „Ufer“,\nein \"\"Weg\"\" für {row} Menschen im Tal\"\n"
        );
        text.push_str(&line);
    }
    let megabytes = text.len() as f64 / 1e6;
    for _ in 0..3 {
        let start = crate::measure::seconds();
        let mut reader = csv_core::Reader::new();
        let (mut input, mut output) = (text.as_bytes(), [0; 1 << 12]);
        let mut fields = 0;
        loop {
            let (result, read, _) = reader.read_field(input, &mut output);
            input = &input[read..];
            match result {
                csv_core::ReadFieldResult::End => break,
                csv_core::ReadFieldResult::Field { .. } => fields += 1,
                _ => {}
            }
        }
        let theirs = megabytes / (crate::measure::seconds() - start);
        let start = crate::measure::seconds();
        let tables = read(&text, &mut Mapping::default(), &mut Findings::default());
        let ours = megabytes / (crate::measure::seconds() - start);
        let start = crate::measure::seconds();
        let decoder = crate::encoding::Utf8Only;
        crate::encoding::decode(text.as_bytes(), None, &decoder, &mut Findings::default());
        let decoded = megabytes / (crate::measure::seconds() - start);
        let rows = tables.grids[0].rows();
        println!(
            "{rows} rows, {fields} fields: csv-core {theirs:.0} MB/s, read {ours:.0} MB/s, decode {decoded:.0} MB/s"
        );
    }
}
