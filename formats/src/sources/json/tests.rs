//! Tests of the sources in JSON.

use crate::finding::Findings;
use crate::grid::Cell;
use crate::sources::{Tables, geojson, giving};
use proptest::prelude::*;

type Read = fn(&str, &mut Findings) -> Tables;

fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => text.to_owned(),
        Cell::Number(number) => format!("#{number}"),
        Cell::Logical(logical) => format!("?{logical}"),
        Cell::Empty | Cell::Date(_) => String::new(),
    }
}

/// The rows as `heading=value`, and the codes of the findings with their places.
fn outcome(read: Read, text: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let mut findings = Findings::default();
    let tables = read(text, &mut findings);
    let mut rows = Vec::new();
    for grid in &tables.grids {
        for row in 1..grid.rows() {
            let cells = grid.row(row);
            let cell = |(column, cell)| format!("{}={}", shown(grid.cell(0, column)), shown(cell));
            rows.push(cells.map(cell).collect());
        }
    }
    let findings = findings.kept().iter();
    (
        rows,
        findings
            .map(|it| format!("{} {}", it.code, it.place))
            .collect(),
    )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of inputs and outcomes")]
fn features_are_rows() {
    let collection =
        |features: &str| format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let point = |coordinates: &str| {
        collection(&format!(
            r#"{{"type":"Feature","properties":{{"t":"A"}},"geometry":{{"type":"Point","coordinates":{coordinates}}}}}"#
        ))
    };
    let lines = "{\"type\":\"Feature\",\"properties\":{\"t\":\"A\"}}\n{\"type\":\"Feature\",\"properties\":{\"t\":\"B\"}}\n";
    let sequence = lines.replace("{\"type", "\u{1e}{\"type");
    for (text, rows, findings) in [
        (collection(""), vec![], vec![]),
        (
            collection(r#"{"type":"Feature","geometry":null,"properties":null}"#),
            vec![vec![]],
            vec![],
        ),
        (
            collection(
                r#"{"type":"Feature","properties":{"t":" A ","n":1.5,"b":true,"e":"","u":null,"o":{"p":{"q":"x"}},
                "l":["a","b"],"m":["a; b","c"],"s":[{"n":"A","v":1},{"n":"B","v":2}],"k":12345678901234567890}}"#,
            ),
            vec![vec![
                "t=A",
                "n=#1.5",
                "b=?true",
                "o.p.q=x",
                "l=a; b",
                "m=a; b\nc",
                "s.n=A; B",
                "s.v=1; 2",
                "k=12345678901234567890",
            ]],
            vec![],
        ),
        (
            point("[29.9,-2.6]"),
            vec![vec!["Latitude=#-2.6", "Longitude=#29.9", "t=A"]],
            vec![],
        ),
        (
            point("[29.9,-2.6,1500]"),
            vec![vec!["Latitude=#-2.6", "Longitude=#29.9", "t=A"]],
            vec![],
        ),
        (
            point("[\"29.9\",\"-2.6\"]"),
            vec![vec!["Latitude=#-2.6", "Longitude=#29.9", "t=A"]],
            vec![],
        ),
        (
            point("[45.0, 120.5]"),
            vec![vec!["Latitude=#45", "Longitude=#120.5", "t=A"]],
            vec!["coordinates-swapped line 1, column 41"],
        ),
        (
            point("[3400000.0, 5600000.0]"),
            vec![vec!["t=A"]],
            vec!["coordinates-not-degrees line 1, column 41"],
        ),
        (point("[]"), vec![vec!["t=A"]], vec![]),
        (
            point("null"),
            vec![vec!["t=A"]],
            vec!["coordinates-faulty line 1, column 41"],
        ),
        (
            point("[1]"),
            vec![vec!["t=A"]],
            vec!["coordinates-faulty line 1, column 41"],
        ),
        (
            point("[1,2]").replace(
                r#""features""#,
                r#""crs":{"properties":{"name":"EPSG:3857"}},"features""#,
            ),
            vec![vec!["t=A"]],
            vec!["coordinates-not-degrees line 1, column 35"],
        ),
        (
            point("[1,2]").replace(
                r#""features""#,
                r#""crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features""#,
            ),
            vec![vec!["Latitude=#2", "Longitude=#1", "t=A"]],
            vec![],
        ),
        (
            point("[1,2]").replace("Point", "LineString"),
            vec![vec!["t=A"]],
            vec!["geometry-left-out line 1, column 41"],
        ),
        (
            r#"{"type":"Feature","id":7,"properties":{"t":"A"},"geometry":null}"#.to_owned(),
            vec![vec!["t=A", "id=#7"]],
            vec![],
        ),
        (
            r#"{"type":"Feature","id":7,"properties":{"id":"X"}}"#.to_owned(),
            vec![vec!["id=X"]],
            vec![],
        ),
        (
            r#"{"type":"Point","coordinates":[1,2]}"#.to_owned(),
            vec![vec!["Latitude=#2", "Longitude=#1"]],
            vec![],
        ),
        (
            r#"[{"type":"Feature","properties":{"t":"A"}},5]"#.to_owned(),
            vec![vec!["t=A"]],
            vec!["record-faulty line 1, column 44"],
        ),
        (lines.to_owned(), vec![vec!["t=A"], vec!["t=B"]], vec![]),
        (sequence, vec![vec!["t=A"], vec!["t=B"]], vec![]),
        (
            "{\"features\":[{\"properties\":{\"t\":\"A\"}},\n {\"properties\":{\"t\" \"B\"}}]}"
                .to_owned(),
            vec![vec!["t=A"]],
            vec!["json-faulty line 2, column 21"],
        ),
        (
            collection(r#"{"properties":{"t":"A"}}"#)[..64].to_owned(),
            vec![vec!["t=A"]],
            vec!["json-faulty line 1, column 64"],
        ),
        (String::new(), vec![], vec![]),
        (
            "\"x\"".to_owned(),
            vec![],
            vec!["json-faulty line 1, column 3"],
        ),
    ] {
        assert_eq!(
            outcome(geojson::read, &text),
            (
                owned(rows),
                findings.iter().map(|it| (*it).to_owned()).collect()
            ),
            "{text}"
        );
    }
}

fn owned(rows: Vec<Vec<&str>>) -> Vec<Vec<String>> {
    rows.into_iter()
        .map(|row| row.into_iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn grants_have_the_headings_of_the_spreadsheets() {
    let text = r#"{"title":"Grants of a fund","grants":[
        {"id":"360G-x-1","title":"Wells","amountAwarded":1500,"currency":"GBP","awardDate":"2019-03-01",
         "plannedDates":[{"startDate":"2019-04-01","endDate":"2020-03-31","duration":12}],
         "recipientOrganization":[{"id":"GB-CHC-1","name":"Club A"},{"name":"Club B"}],
         "fundingOrganization":[{"name":"Fund"}],"grantProgramme":[{"title":"Water"}],
         "beneficiaryLocation":[{"name":"Leeds","countryCode":"GB"}],"fromOpenCall":"Yes"}]}"#;
    let (rows, findings) = outcome(giving::read, text);
    let expected = [
        "Identifier=360G-x-1",
        "Title=Wells",
        "Amount Awarded=#1500",
        "Currency=GBP",
        "Award Date=2019-03-01",
        "Planned Dates:Start Date=2019-04-01",
        "Planned Dates:End Date=2020-03-31",
        "Planned Dates:Duration (months)=#12",
        "Recipient Org:Identifier=GB-CHC-1",
        "Recipient Org:Name=Club A; Club B",
        "Funding Org:Name=Fund",
        "Grant Programme:Title=Water",
        "Beneficiary Location:Name=Leeds",
        "Beneficiary Location:Country Code=GB",
        "From An Open Call?=Yes",
    ];
    assert_eq!(rows, owned(vec![expected.to_vec()]));
    assert!(findings.is_empty(), "{findings:?}");
    let tables = giving::read(text, &mut Findings::default());
    assert_eq!(tables.title.as_deref(), Some("Grants of a fund"));
    assert_eq!(tables.grids[0].place(1, 0).to_string(), "line 2, column 9");
}

#[test]
fn deep_nesting_costs_its_record_only() {
    for depth in [127, 200_000] {
        let deep = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let deep_objects = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        for deep in [deep, deep_objects] {
            let text = format!(
                "{{\"features\":[{{\"properties\":{{\"t\":\"A\",\"d\":{deep}}}}},\n{{\"properties\":{{\"t\":\"B\"}}}}]}}"
            );
            let (rows, findings) = outcome(geojson::read, &text);
            assert_eq!(rows.len(), 2);
            assert_eq!((rows[0][0].as_str(), rows[1][0].as_str()), ("t=A", "t=B"));
            let expected = if depth > 127 {
                vec!["json-nesting line 1, column 14"]
            } else {
                vec![]
            };
            assert_eq!(findings, expected);
            let text = text.replace("features", "grants");
            assert_eq!(outcome(giving::read, &text).0.len(), 2);
        }
    }
}

#[test]
fn hostile_records_stay_small() {
    let name = "n".repeat(100_000);
    let members: Vec<_> = (0..20_000)
        .map(|number| format!("\"{number}\":1"))
        .collect();
    let text = format!(
        "{{\"features\":[{{\"properties\":{{\"{name}\":{{{}}}}}}}]}}",
        members.join(",")
    );
    let mut findings = Findings::default();
    let tables = geojson::read(&text, &mut findings);
    let size: usize = tables.grids[0]
        .row(0)
        .map(|(_, cell)| shown(cell).len())
        .sum();
    assert!(size <= 16_384 * 300, "{size}");
    let text = format!("[{}1]", "1,".repeat(100_000));
    assert_eq!(outcome(geojson::read, &text).0.len(), 0);
    let text = "{\"type\":\"Feature\"}".repeat(20_000);
    assert_eq!(outcome(geojson::read, &text).0.len(), 20_000);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        outcome(geojson::read, &text);
        outcome(giving::read, &text);
    }

    #[test]
    fn any_pieces_of_json_are_read(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("{"), Just("}"), Just("["), Just("]"), Just(","), Just(":"), Just("\"features\""), Just("\"grants\""),
                Just("\"properties\""), Just("\"geometry\""), Just("\"type\":\"Feature\""), Just("\"type\":\"Point\""),
                Just("\"coordinates\":[1e999,2]"), Just("1"), Just("null"), Just("\"é\\ud800\""), Just("\n"),
                Just("{\"features\":[{\"properties\":{\"a\":"), Just("{\"grants\":[{\"a\":{\"bC\":["), Just("\u{1e}"),
            ],
            0..40,
        )
    ) {
        let text = pieces.concat();
        for read in [geojson::read as Read, giving::read] {
            let (rows, _) = outcome(read, &text);
            prop_assert!(rows.iter().map(Vec::len).sum::<usize>() <= text.len());
        }
    }
}
