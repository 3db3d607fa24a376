//! Tables, from their bytes to projects.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use atlas_engine::portfolio::{Date, Organisation, Project};
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::{Mapping, Options, Reading};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn read(name: &str, mapping: Mapping) -> Reading {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(name);
    let bytes = fs::read(path).unwrap();
    let options = Options {
        mapping,
        ..Options::default()
    };
    atlas_formats::read_with(&bytes, &options, &NativeDecoder)
}

fn date(date: Option<Date>) -> Value {
    date.map_or(Value::Null, |it| json!(it.to_string()))
}

fn names(organisations: &[Organisation]) -> Value {
    organisations.iter().map(|it| json!(it.name)).collect()
}

/// What a project states, in the form of the expected results.
fn property(project: &Project, key: &str) -> Value {
    match key {
        "titles" => json!(project.title),
        "starts" => date(project.start),
        "ends" => date(project.end),
        "countries" => project
            .countries
            .iter()
            .map(|it| json!(it.code.as_str()))
            .collect(),
        "implementing" => names(&project.implementing),
        "donors" => names(&project.donors),
        "partners" => names(&project.partners),
        "links" => json!(project.links.len()),
        "budgets" => {
            let first = project.budget.first();
            first.map_or(Value::Null, |it| {
                let amount = it.amount.hundredths() as f64 / 100.0;
                json!([amount, it.currency.as_str()])
            })
        }
        "locations" => {
            let first = project.locations.first();
            first.map_or(Value::Null, |it| {
                json!([
                    it.latitude.to_string().parse::<f64>().unwrap(),
                    it.longitude.to_string().parse::<f64>().unwrap()
                ])
            })
        }
        _ => panic!("unknown property {key}"),
    }
}

/// Whether two values are the same, whether numbers are written as whole ones or not.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

/// Where the reading of a sample differs from what is expected.
fn differences(name: &str, expected: &Value) -> Vec<String> {
    let Some(portfolio) = read(name, Mapping::default()).portfolio else {
        return vec!["nothing was read".to_owned()];
    };
    let mut differences = Vec::new();
    for (key, expected) in expected.as_object().unwrap() {
        let found = match key.as_str() {
            "findings" => continue,
            "projects" => json!(portfolio.projects.len()),
            _ => portfolio
                .projects
                .iter()
                .map(|it| property(it, key))
                .collect(),
        };
        if !same(&found, expected) {
            differences.push(format!("{key}: {found} instead of {expected}"));
        }
    }
    differences
}

fn tables() -> Vec<(String, Value)> {
    let expected: Value = serde_json::from_str(include_str!("samples/expected.json")).unwrap();
    let all = expected.as_object().unwrap().iter();
    let is_table = |name: &str| {
        let extension = Path::new(name).extension().and_then(|it| it.to_str());
        matches!(extension, Some("csv" | "xlsx")) || name == "unicode-text-utf16le.txt"
    };
    let tables = all.filter(|(name, _)| is_table(name));
    tables
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[test]
fn samples_are_read_as_expected() {
    let mut wrong = Vec::new();
    for (name, expected) in tables() {
        let differences = differences(&name, &expected);
        wrong.extend(differences.iter().map(|it| format!("{name}: {it}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn samples_are_read_in_the_same_way_by_their_mapping() {
    for (name, _) in tables() {
        let first = read(&name, Mapping::default());
        let written = serde_json::to_string(&first.mapping).unwrap();
        let again = read(&name, serde_json::from_str(&written).unwrap());
        assert_eq!(again.mapping, first.mapping, "{name}");
        assert_eq!(again.portfolio, first.portfolio, "{name}");
    }
}

#[test]
fn every_finding_of_the_samples_has_a_place_or_concerns_the_file() {
    for (name, _) in tables() {
        for finding in read(&name, Mapping::default()).findings.kept() {
            assert!(
                finding.message.ends_with('.'),
                "{name}: {}",
                finding.message
            );
        }
    }
}
