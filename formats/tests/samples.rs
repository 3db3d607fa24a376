//! Each sample is read as `samples/expected.json` says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use atlas_engine::portfolio::{Organisation, Project};
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::{Options, Reading, read_with};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");

fn names(organisations: &[Organisation]) -> Value {
    organisations.iter().map(|it| it.name.clone()).collect()
}

/// What a project states for a name of `expected.json`.
fn stated(project: &Project, name: &str) -> Value {
    match name {
        // A project without a title gets one, and a finding.
        "titles" if project.title.starts_with("Untitled project") => Value::Null,
        "titles" => json!(project.title),
        "ids" => json!(project.identifier),
        "starts" => json!(project.start.map(|it| it.to_string())),
        "ends" => json!(project.end.map(|it| it.to_string())),
        "countries" => project
            .countries
            .iter()
            .map(|it| it.code.as_str().to_owned())
            .collect(),
        "donors" => names(&project.donors),
        "implementing" => names(&project.implementing),
        "partners" => names(&project.partners),
        "documents" => json!(project.documents.len()),
        "links" => json!(project.links.len()),
        "budgets" => {
            let budget = &project.budget[0];
            json!([
                serde_json::from_str::<f64>(&budget.amount.to_string()).unwrap(),
                budget.currency.as_str()
            ])
        }
        "locations" => {
            let location = &project.locations[0];
            let degrees = [
                location.latitude.to_string(),
                location.longitude.to_string(),
            ];
            degrees
                .iter()
                .map(|it| serde_json::from_str::<Value>(it).unwrap())
                .collect()
        }
        other => panic!("unknown: {other}"),
    }
}

fn numbers_as_floats(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.iter().map(numbers_as_floats).collect(),
        other => other.clone(),
    }
}

fn read(name: &str) -> Reading {
    let bytes = fs::read(Path::new(SAMPLES).join(name)).unwrap();
    read_with(&bytes, &Options::default(), &NativeDecoder)
}

#[test]
fn every_sample_is_read_as_expected() {
    let expected = fs::read_to_string(Path::new(SAMPLES).join("expected.json")).unwrap();
    let expected: Map<String, Value> = serde_json::from_str(&expected).unwrap();
    let mut wrong = Vec::new();
    for (file, expected) in &expected {
        let reading = read(file);
        let projects = reading.portfolio.map_or_else(Vec::new, |it| it.projects);
        for (name, expected) in expected.as_object().unwrap() {
            let found = match name.as_str() {
                "projects" => json!(projects.len()),
                "findings" => continue,
                _ => projects.iter().map(|it| stated(it, name)).collect(),
            };
            if numbers_as_floats(&found) != numbers_as_floats(expected) {
                wrong.push(format!("{file}: {name}: {found} instead of {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The code of the finding that says what `expected.json` asks for in words.
const FINDINGS: [(&str, &str); 10] = [
    ("header-in-row-4.csv", "rows-left-out"),
    ("one-row-per-country.csv", "rows-grouped"),
    ("one-row-per-country.csv", "amounts-added"),
    ("dates-by-column.csv", "date-order-unknown"),
    ("names-of-countries.csv", "country-former"),
    ("stray-quote.csv", "quote-unclosed"),
    (
        "iati-bom-no-declaration-bare-ampersand.xml",
        "xml-ampersand",
    ),
    ("iati-region-only-and-several-codes.xml", "identifier-twice"),
    (
        "iati-region-only-and-several-codes.xml",
        "region-not-countries",
    ),
    ("null-geometry.geojson", "title-missing"),
];

#[test]
fn what_is_wrong_in_a_sample_is_a_finding() {
    for (file, code) in FINDINGS {
        let findings = read(file).findings;
        let codes: Vec<_> = findings.counts().map(|(code, _)| code).collect();
        assert!(codes.contains(&code), "{file}: {code} is not in {codes:?}");
    }
}

/// Given the mapping of a reading, the same bytes are read in the same way.
#[test]
fn a_mapping_gives_the_same_reading_again() {
    for entry in fs::read_dir(SAMPLES).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_file() || path.extension().is_some_and(|it| it == "json") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let first = read_with(&bytes, &Options::default(), &NativeDecoder);
        let written = serde_json::to_string(&first.mapping).unwrap();
        let options = Options {
            mapping: serde_json::from_str(&written).unwrap(),
            ..Options::default()
        };
        let second = read_with(&bytes, &options, &NativeDecoder);
        assert_eq!(second.portfolio, first.portfolio, "{}", path.display());
        assert_eq!(second.mapping, first.mapping, "{}", path.display());
    }
}
