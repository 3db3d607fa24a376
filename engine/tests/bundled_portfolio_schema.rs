//! The JSON Schema for editors, the reader and the bundled portfolio agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/schema.rs"]
mod schema;

use atlas_engine::portfolio::{self, Severity};
use schema::{faults_of, schema};
use serde_json::{Map, Value, json};

#[test]
fn the_bundled_portfolio_conforms_to_the_schema() {
    let bundled = serde_json::from_str(include_str!("../../public/portfolio.json")).unwrap();
    assert_eq!(faults_of(&bundled), Vec::<String>::new());
}

#[test]
fn a_written_portfolio_conforms_to_the_schema() {
    let bundled = portfolio::read(include_bytes!("../../public/portfolio.json"))
        .portfolio
        .unwrap();
    let written = serde_json::to_value(&bundled).unwrap();
    assert_eq!(faults_of(&written), Vec::<String>::new());
}

#[allow(clippy::too_many_lines)] // A list of examples.
fn judged() -> Vec<(bool, Value)> {
    let with = |field: &str, value: Value| {
        let mut project = json!({ "title": "Wells" });
        project[field] = value;
        json!({ "title": "Ours", "projects": [project] })
    };
    let list_with =
        |field: &str, value: &str| json!({ "title": "Ours", field: value, "projects": [] });
    vec![
        (true, json!({ "title": "Ours", "projects": [] })),
        (true, list_with("intro", "One.\n\n- Two")),
        (false, list_with("intro", " ")),
        (true, list_with("contact", "our.name+atlas@we.example")),
        (
            true,
            list_with("contact", "mailto:we@we.example?subject=Atlas"),
        ),
        (true, list_with("contact", "https://we.example/@us")),
        (false, list_with("contact", "we")),
        (false, list_with("contact", "@we.example")),
        (false, list_with("contact", "we@")),
        (false, list_with("contact", "we@we@we.example")),
        (
            false,
            list_with("contact", "we@we.example?bcc=they@they.example"),
        ),
        (false, list_with("contact", "we@we.example,they")),
        (false, list_with("contact", "Us <we@we.example>")),
        (false, list_with("contact", "javascript:we@we.example")),
        (false, list_with("contact", "//we@we.example")),
        (true, list_with("logo", "images/logo.svg")),
        (true, list_with("logo", "https://we.example/logo.svg")),
        (false, list_with("logo", "data:image/svg+xml,<svg/>")),
        (true, list_with("accent", "#2a6f6e")),
        (true, list_with("accent", "#FFF")),
        (false, list_with("accent", "teal")),
        (false, list_with("accent", "2a6f6e")),
        (false, list_with("accent", "#2a6f6e80")),
        (true, list_with("overview", "hidden")),
        (false, list_with("overview", "none")),
        (
            true,
            json!({ "$schema": "portfolio.schema.json", "x-ours": 1, "title": "Ours", "projects": [] }),
        ),
        (
            true,
            json!({ "title": "Ours", "publisher": "We", "updated": "2012", "projects": [] }),
        ),
        (
            true,
            json!({ "title": "Ours", "publisher": { "name": "We", "url": "https://we.example" }, "projects": [] }),
        ),
        (
            false,
            json!({ "title": "Ours", "publisher": { "url": "https://we.example" }, "projects": [] }),
        ),
        (
            false,
            json!({ "title": "Ours", "language": "in English", "projects": [] }),
        ),
        (false, json!({ "title": "Ours" })),
        (false, json!({ "projects": [] })),
        (false, json!({ "title": "Ours", "projects": [{}] })),
        (false, json!({ "title": "Ours", "projects": ["Wells"] })),
        (false, json!({ "title": " ", "projects": [] })),
        (true, with("id", json!("wells"))),
        (true, with("id", json!("P_001"))),
        (false, with("id", json!("our wells"))),
        (false, with("id", json!(1))),
        (true, with("identifier", json!("XM-DAC-1 2/é"))),
        (false, with("identifier", json!(" "))),
        (false, with("identifier", json!(12))),
        (true, with("start", json!("2010-09-30"))),
        (false, with("start", json!("2010-9"))),
        (false, with("start", json!("2010-13"))),
        (false, with("start", json!(2010))),
        (
            true,
            with(
                "budget",
                json!({ "amount": 1_016_252.86, "currency": "EUR" }),
            ),
        ),
        (
            true,
            with(
                "budget",
                json!([
                    { "amount": 4e4, "currency": "EUR", "year": 2010, "x-ours": 1 },
                    { "amount": -400, "currency": "EUR", "year": "2010" },
                    { "amount": 0.005, "currency": "XXX" },
                ]),
            ),
        ),
        (true, with("budget", json!([]))),
        (false, with("budget", json!(40000))),
        (false, with("budget", json!([40000]))),
        (false, with("budget", json!("40,000 EUR"))),
        (false, with("budget", json!({ "amount": 40000 }))),
        (false, with("budget", json!({ "currency": "EUR" }))),
        (
            false,
            with("budget", json!({ "amount": "40000", "currency": "EUR" })),
        ),
        (
            false,
            with("budget", json!({ "amount": 1e30, "currency": "EUR" })),
        ),
        (
            false,
            with("budget", json!({ "amount": 40000, "currency": "eur" })),
        ),
        (
            false,
            with("budget", json!({ "amount": 40000, "currency": "€" })),
        ),
        (
            false,
            with("budget", json!({ "amount": 40000, "currency": 978 })),
        ),
        (
            false,
            with(
                "budget",
                json!({ "amount": 40000, "currency": "EUR", "year": 0 }),
            ),
        ),
        (
            false,
            with(
                "budget",
                json!({ "amount": 40000, "currency": "EUR", "year": 2010.5 }),
            ),
        ),
        (
            false,
            with(
                "budget",
                json!({ "amount": 40000, "currency": "EUR", "year": "2010-09" }),
            ),
        ),
        (
            false,
            with(
                "budget",
                json!({ "amount": 40000, "currency": "EUR", "type": "Original" }),
            ),
        ),
        (
            true,
            with(
                "countries",
                json!(["RO", "md", { "code": "XK", "name": "Kosovo (under UNSCR 1244)" }]),
            ),
        ),
        (
            true,
            with(
                "countries",
                json!([{ "code": "RO", "share": 62.5 }, { "code": "MD", "name": "Moldova", "share": 38 }]),
            ),
        ),
        (
            true,
            with(
                "countries",
                json!([{ "code": "RO", "share": 100 }, { "code": "MD", "share": 0 }]),
            ),
        ),
        (
            false,
            with("countries", json!([{ "code": "RO", "share": 101 }])),
        ),
        (
            false,
            with("countries", json!([{ "code": "RO", "share": -1 }])),
        ),
        (
            false,
            with("countries", json!([{ "code": "RO", "share": "50 %" }])),
        ),
        (false, with("countries", json!([{ "share": 50 }]))),
        (
            true,
            with(
                "locations",
                json!([
                    { "name": "Chișinău", "lat": 47.01, "lon": 28.86, "country": "MD" },
                    { "lat": 0, "lon": 0 },
                    { "lat": -90, "lon": -180, "x-ours": 1 },
                ]),
            ),
        ),
        (true, with("locations", json!([]))),
        (false, with("locations", json!({ "lat": 0, "lon": 0 }))),
        (false, with("locations", json!(["Chișinău"]))),
        (false, with("locations", json!([[47.01, 28.86]]))),
        (false, with("locations", json!([{ "lat": 47.01 }]))),
        (false, with("locations", json!([{ "lon": 28.86 }]))),
        (
            false,
            with("locations", json!([{ "lat": 90.1, "lon": 28.86 }])),
        ),
        (
            false,
            with("locations", json!([{ "lat": 47.01, "lon": -180.1 }])),
        ),
        (
            false,
            with("locations", json!([{ "lat": "47.01", "lon": 28.86 }])),
        ),
        (
            false,
            with(
                "locations",
                json!([{ "lat": 47.01, "lon": 28.86, "country": "Moldova" }]),
            ),
        ),
        (
            false,
            with(
                "locations",
                json!([{ "lat": 47.01, "lon": 28.86, "name": " " }]),
            ),
        ),
        (
            false,
            with(
                "locations",
                json!([{ "latitude": 47.01, "longitude": 28.86 }]),
            ),
        ),
        (false, with("countries", json!(["ROU"]))),
        (false, with("countries", json!([{ "name": "Kosovo" }]))),
        (false, with("countries", json!("RO"))),
        (
            true,
            with(
                "donors",
                json!(["We", { "name": "We too", "acronym": "WT", "url": "mailto:we@we.example", "note": "NGO" }]),
            ),
        ),
        (
            true,
            with(
                "partners",
                json!([{ "name": "We too", "ref": "XI-IATI-WT", "role": "Accountable" }]),
            ),
        ),
        (
            false,
            with("partners", json!([{ "name": "We too", "ref": 12 }])),
        ),
        (
            false,
            with(
                "partners",
                json!([{ "name": "We too", "role": ["Accountable"] }]),
            ),
        ),
        (false, with("donors", json!([{ "acronym": "WT" }]))),
        (false, with("donors", json!([1]))),
        (
            true,
            with(
                "documents",
                json!([{ "title": "Report" }, { "title": "Page", "url": "HTTP://we.example/a b" }]),
            ),
        ),
        (false, with("documents", json!(["Report"]))),
        (
            false,
            with(
                "links",
                json!([{ "title": "Page", "url": "javascript:alert(1)" }]),
            ),
        ),
        (
            false,
            with(
                "links",
                json!([{ "title": "Page", "url": "java\nscript:alert(1)" }]),
            ),
        ),
        (
            false,
            with(
                "links",
                json!([{ "title": "Page", "url": "https://we.example/\u{1}" }]),
            ),
        ),
        (
            false,
            with("links", json!([{ "title": "Page", "url": "page.html" }])),
        ),
        (
            true,
            with(
                "related",
                json!([{ "title": "Older", "acronym": "O", "donor": "We", "period": "2006–2009", "relation": "Earlier" }]),
            ),
        ),
        (
            true,
            json!({ "title": "Ours", "projects": [
                { "title": "Wells", "related": [{ "title": "Roads", "id": "roads", "relation": "parent" }] },
                { "title": "Roads", "related": [{ "title": "Wells", "id": "wells", "relation": "Has Child" }] },
            ] }),
        ),
        (
            false,
            with("related", json!([{ "title": "Roads", "id": "our roads" }])),
        ),
        (
            false,
            with("related", json!([{ "title": "Roads", "id": 12 }])),
        ),
        (
            false,
            with("related", json!([{ "title": "Roads", "relation": 1 }])),
        ),
        (
            false,
            with(
                "related",
                json!([{ "title": "Roads", "relationship": "parent" }]),
            ),
        ),
        (false, with("related", json!([{ "donor": "We" }]))),
        (
            true,
            with("fields", json!({ "Sector": ["Water"], "Сектор": ["Вода"] })),
        ),
        (false, with("fields", json!({ "Sector": "Water" }))),
        (false, with("fields", json!({ "Sector": [1] }))),
        (false, with("themes", json!([""]))),
        (true, with("image", json!("images/a well.jpg"))),
        (true, with("image", json!("/images:1/well.jpg?large"))),
        (
            true,
            with(
                "image",
                json!({ "url": "HTTPS://we.example/well.jpg", "alt": "A well", "credit": "We", "x-ours": 1 }),
            ),
        ),
        (false, with("image", json!(" "))),
        (false, with("image", json!(1))),
        (false, with("image", json!({ "alt": "A well" }))),
        (
            false,
            with("image", json!({ "url": "well.jpg", "title": "A well" })),
        ),
        (false, with("image", json!("javascript:alert(1)"))),
        (false, with("image", json!("java\nscript:alert(1)"))),
        (false, with("image", json!("data:image/png;base64,AAAA"))),
        (false, with("image", json!("mailto:we@we.example"))),
        (false, with("image", json!("//we.example/well.jpg"))),
        (false, with("image", json!("/\\we.example/well.jpg"))),
        (false, with("image", json!("images\\well.jpg"))),
        (true, with("results", json!(["A well", "Another well"]))),
        (true, with("results", json!("A well"))),
        (false, with("results", json!(" "))),
        (false, with("results", json!([1]))),
        (false, with("results", json!({ "A": "well" }))),
        (false, with("note", json!(null))),
    ]
}

#[test]
fn the_schema_and_the_reader_accept_the_same_files() {
    for (fine, value) in judged() {
        let by_schema = faults_of(&value);
        assert_eq!(by_schema.is_empty(), fine, "{value}: {by_schema:?}");
        let by_reader = portfolio::read(value.to_string().as_bytes()).findings;
        assert_eq!(by_reader.is_empty(), fine, "{value}: {by_reader:?}");
    }
}

#[test]
fn the_reader_knows_exactly_the_fields_of_the_schema() {
    let schema = schema();
    let project = &schema["$defs"]["project"]["properties"];
    let organisation = &schema["$defs"]["organisation"]["anyOf"][1]["properties"];
    let names = |properties: &Value| -> Vec<String> {
        properties.as_object().unwrap().keys().cloned().collect()
    };
    // The reader judges a known field by its value, which is never a number; any other gives a warning.
    let unknown = |value: &Value| {
        let findings = portfolio::read(value.to_string().as_bytes()).findings;
        let warned = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Warning);
        warned
            .map(|finding| finding.field.clone())
            .collect::<Vec<_>>()
    };
    for (properties, extra) in [
        (&schema["properties"], "projekts"),
        (project, "titel"),
        (organisation, "rank"),
    ] {
        let fields = names(properties).into_iter().chain([extra.to_owned()]);
        let object: Map<String, Value> = fields.map(|name| (name, json!(1))).collect();
        let mut file = if properties == project {
            json!({ "title": "Ours", "projects": [object] })
        } else if properties == organisation {
            json!({ "title": "Ours", "projects": [{ "title": "Wells", "donors": [object] }] })
        } else {
            Value::from(object)
        };
        if let Some(project) = file["projects"].get_mut(0) {
            project["title"] = json!("Wells");
        }
        let expected = if properties == organisation {
            "donors[0].rank"
        } else {
            extra
        };
        assert_eq!(unknown(&file), [expected]);
    }
}
