//! What is written as IATI is read back as it was, and is valid.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod iati_support;
#[path = "support/portfolios.rs"]
mod portfolios;

use atlas_engine::portfolio::{self, Date, Portfolio};
use atlas_formats::read_with;
use atlas_formats::write::{Selection, Target, Written, write};
use iati_support::{Utf8, options};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::Path;
use std::process::Command;

fn written(portfolio: &Portfolio) -> Written {
    write(portfolio, Target::Iati, &Selection::default())
}

fn text(written: &Written) -> &str {
    std::str::from_utf8(&written.bytes).unwrap()
}

fn from_json(json: &str) -> Portfolio {
    portfolio::read(json.as_bytes()).portfolio.unwrap()
}

/// A project that IATI can express, except for the fields of the list.
const PLAIN: &str = r#"{ "title": "Ours", "publisher": "Test Aid", "language": "en", "updated": "2020-05-01", "projects": [
    { "id": "XM-1", "identifier": "XM-1", "title": "Safe water", "objective": "Water for all", "summary": "One.\n\nTwo.",
      "start": "2018-02", "end": "2019", "status": "ongoing",
      "budget": [{ "amount": 1000.5, "currency": "USD", "year": 2018 }, { "amount": 7, "currency": "EUR", "year": 2019 }],
      "countries": [{ "code": "MD", "share": 60 }, { "code": "XK", "name": "Kosovo (under UNSCR 1244)" }],
      "locations": [{ "name": "Chisinau", "lat": 47.01, "lon": 28.86 }],
      "donors": [{ "name": "European Union", "ref": "XI-IATI-EC" }], "implementing": ["Test Aid"],
      "partners": ["Local group", { "name": "Ministry", "role": "Accountable" }, { "name": "Auditor", "role": "auditing" }],
      "themes": ["Water"], "documents": [{ "title": "Report", "url": "https://example.org/a.pdf" }],
      "links": [{ "title": "Page", "url": "https://example.org/?a=1&b=2" }], "results": ["Wells were built"],
      "related": [{ "title": "Roads", "id": "XM-2", "relation": "sibling" }, { "title": "XM-3", "relation": "parent" }],
      "fields": { "Region": ["Eastern Europe"], "Sector": ["Basic Education"], "SDG": ["Goal 1. End poverty in all its forms everywhere"] } },
    { "id": "XM-2", "identifier": "XM-2", "title": "Roads", "summary": "S", "start": "2018-01-05", "status": "completed", "donors": ["A"] } ] }"#;

#[test]
fn what_iati_has_a_place_for_needs_no_extension() {
    let ours = from_json(PLAIN);
    let written = written(&ours);
    let xml = text(&written);
    assert!(!xml.contains("<atlas:project"), "{xml}");
    for part in [
        "<activity-date type=\"2\" iso-date=\"2018-02-01\">",
        "<activity-date type=\"3\" iso-date=\"2019-12-31\">",
        "<recipient-country code=\"MD\" percentage=\"60\"/>",
        "<sector vocabulary=\"2\" code=\"112\"/>",
        "<participating-org role=\"auditing\">",
        "<related-activity ref=\"XM-2\" type=\"3\"/>",
        "<value currency=\"USD\" value-date=\"2018-01-01\">1000.5</value>",
    ] {
        assert!(xml.contains(part), "{part}");
    }
    assert_eq!(
        read_with(&written.bytes, &options(), &Utf8).portfolio,
        Some(ours)
    );
}

#[test]
fn what_iati_lacks_is_in_an_extension_and_named() {
    let ours = from_json(
        r#"{ "title": "Ours", "projects": [
            { "id": "a", "title": "A", "acronym": "AA", "duration": "18 months", "budget": { "amount": 5, "currency": "EUR" } },
            { "id": "b", "title": "B", "acronym": "BB" } ] }"#,
    );
    let written = written(&ours);
    assert!(
        text(&written).contains("fields=\"identifier acronym duration budget\""),
        "{}",
        text(&written)
    );
    let losses = written.losses.join("\n");
    for part in [
        "The field acronym",
        "(2 projects)",
        "The field duration",
        "(1 project)",
        "period of an amount",
        "requires a status",
    ] {
        assert!(losses.contains(part), "{part} in {losses}");
    }
    assert_eq!(
        read_with(&written.bytes, &options(), &Utf8).portfolio,
        Some(ours)
    );
}

#[test]
fn the_file_says_what_was_selected_when_and_from_where() {
    let selection = Selection {
        query: "country=RO&q=a--b".to_owned(),
        of: 12,
        made: Date::parse("2021-03-04"),
        source: Some("https://example.org/list.json".to_owned()),
    };
    let written = write(&from_json(PLAIN), Target::Iati, &selection);
    let xml = text(&written);
    assert!(xml.contains("generated-datetime=\"2021-03-04T00:00:00Z\""));
    let comment = "<!-- 2 of 12 projects. Selected by: country=RO&q=a- -b Taken from: https://example.org/list.json Made on 2021-03-04. -->";
    assert!(xml.contains(comment), "{xml}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_portfolio_that_is_written_is_read_back(portfolio in portfolios::portfolio()) {
        prop_assume!(!portfolio.projects.is_empty());
        let written = written(&portfolio);
        let reading = read_with(&written.bytes, &options(), &Utf8);
        prop_assert_eq!(reading.portfolio, Some(portfolio), "{}", text(&written));
    }
}

/// The schema is checked by libxml2, as a package of npm that `cargo xtask test tests` installs.
#[test]
fn what_is_written_is_valid() {
    let Some(node_modules) = std::env::var_os("ATLAS_XMLLINT") else {
        println!(
            "skipped: “cargo xtask test tests” sets ATLAS_XMLLINT to the node_modules with xmllint-wasm"
        );
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("iati");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut runner = TestRunner::deterministic();
    let mut generate = || {
        portfolios::portfolio()
            .new_tree(&mut runner)
            .unwrap()
            .current()
    };
    let generated: Vec<_> = (0..100).map(|_| generate()).collect();
    // An empty list cannot be valid: the schema requires an activity.
    let portfolios = generated.into_iter().filter(|it| !it.projects.is_empty());
    for (number, portfolio) in portfolios.chain([from_json(PLAIN)]).enumerate() {
        fs::write(
            folder.join(format!("{number}.xml")),
            written(&portfolio).bytes,
        )
        .unwrap();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("node")
        .arg(root.join("../xtask/xmllint/validate.mjs"))
        .arg(node_modules)
        .arg(root.join("tests/iati/xsd"))
        .arg(&folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}
