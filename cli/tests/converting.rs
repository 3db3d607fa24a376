//! `atlas check` and `atlas convert` on the formats that publishers have.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../formats/tests/samples");

fn atlas(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    let command = command.args(arguments).stdin(Stdio::null());
    command.output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn sample(name: &str) -> String {
    format!("{SAMPLES}/{name}")
}

/// A path of this test alone: tests run at the same time.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn written(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = scratch(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The portfolio that a conversion to standard output writes.
fn converted(arguments: &[&str]) -> Value {
    let command = ["convert", "-o", "-", "--to", "json"];
    let output = atlas(&[&command[..], arguments].concat());
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    serde_json::from_str(stdout(&output)).unwrap()
}

fn titles(portfolio: &Value) -> Vec<&str> {
    let projects = portfolio["projects"].as_array().unwrap();
    let titles = projects.iter().map(|it| it["title"].as_str().unwrap());
    titles.collect()
}

fn countries(project: &Value) -> Vec<&str> {
    let countries = project["countries"].as_array().unwrap();
    let codes = countries
        .iter()
        .map(|it| it.as_str().or(it["code"].as_str()).unwrap());
    codes.collect()
}

#[test]
fn every_format_is_written_by_the_extension_and_read_back() {
    let source = sample("one-row-per-country.csv");
    let expected = converted(&[&source]);
    assert_eq!(titles(&expected), ["Schools", "Roads"]);
    for extension in ["json", "csv", "xlsx", "xml", "geojson"] {
        let path = scratch(&format!("extension.{extension}"));
        let path = path.to_str().unwrap();
        let output = atlas(&["convert", &source, "-o", path]);
        assert_eq!((status(&output), stdout(&output)), (0, ""), "{extension}");
        let again = converted(&[path]);
        assert_eq!(titles(&again), titles(&expected), "{extension}");
        let first = &again["projects"][0];
        assert_eq!(countries(first), ["KE", "UG", "TZ"], "{extension}");
    }
}

#[test]
fn an_unknown_extension_needs_a_format() {
    let path = scratch("list.unknown");
    let output = atlas(&[
        "convert",
        &sample("numbers.csv"),
        "-o",
        path.to_str().unwrap(),
    ]);
    assert_eq!((status(&output), stdout(&output)), (2, ""));
    assert!(stderr(&output).contains("--to"), "{}", stderr(&output));
    assert!(!path.exists());
}

#[test]
fn several_inputs_become_one_list() {
    let (one, other) = (
        written("one.csv", "Title;Country\nWells;Kenya\n"),
        written(
            "other.json",
            r#"{"title":"Ours","projects":[{"id":"roads","title":"Roads"}]}"#,
        ),
    );
    assert_eq!(titles(&converted(&[&one, &other])), ["Wells", "Roads"]);
}

#[test]
fn only_what_a_query_selects_is_written() {
    let source = sample("one-row-per-country.csv");
    let chosen = converted(&[&source, "--query", "country=TD"]);
    assert_eq!(titles(&chosen), ["Roads"]);
    let output = atlas(&[
        "convert",
        &source,
        "--to",
        "csv",
        "-o",
        "-",
        "--query",
        "country=TD",
    ]);
    assert!(
        stdout(&output).contains("country=TD"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn options_override_what_the_content_decides() {
    let list = written(
        "options.csv",
        "Ref,Title,Note,Worth\na,Wells,Deep,5\na,Wells,Wide,7\n",
    );
    let united = converted(&[&list, "--group-by", "Ref"]);
    assert_eq!(titles(&united), ["Wells"]);
    let options = [
        "--no-group",
        "--map",
        "Worth=amount",
        "--map",
        "Note=-",
        "--set",
        "country=KE",
        "--set",
        "currency=KES",
    ];
    let single = converted(&[&[list.as_str()][..], &options].concat());
    assert_eq!(titles(&single), ["Wells", "Wells"]);
    let project = &single["projects"][1];
    assert_eq!(countries(project), ["KE"]);
    assert_eq!(project["budget"][0]["amount"], 7);
    assert_eq!(project["budget"][0]["currency"], "KES");
    assert!(!single.to_string().contains("Wide"));
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let output = atlas(&[
        "check",
        &sample("readme-first.xlsx"),
        "--sheet",
        "no such sheet",
    ]);
    assert_eq!(status(&output), 1);
    assert!(
        stdout(&output).contains("no such sheet"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn a_printed_mapping_reads_the_same_again() {
    for name in [
        "header-in-row-4.csv",
        "semicolon-cp1252.csv",
        "readme-first.xlsx",
        "one-row-per-country.csv",
        "labelled-fr.txt",
    ] {
        let source = sample(name);
        let output = atlas(&["convert", &source, "--print-mapping"]);
        assert_eq!(status(&output), 0, "{name}: {}", stderr(&output));
        let mapping = written(&format!("{name}.mapping.json"), stdout(&output));
        assert_eq!(
            converted(&[&source, "--mapping", &mapping]),
            converted(&[&source]),
            "{name}"
        );
    }
}

#[test]
fn a_mapping_that_is_not_one_is_wrong_usage() {
    let mapping = written("broken.mapping.json", "{ \"headingRow\": \"first\" }");
    let output = atlas(&["check", &sample("numbers.csv"), "--mapping", &mapping]);
    assert_eq!((status(&output), stdout(&output)), (2, ""));
    assert!(
        stderr(&output).contains("broken.mapping.json"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn what_is_not_supported_is_named_with_the_way_out() {
    for (name, content, what, way_out) in [
        ("report.csv", &b"%PDF-1.7\n"[..], "a PDF", "spreadsheet"),
        (
            "list.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0",
            "Excel",
            "save it as .xlsx",
        ),
        (
            "page.json",
            b"<!doctype html><title>Ours</title>",
            "a web page",
            "Copy",
        ),
    ] {
        let path = written(name, content);
        let output = atlas(&["check", &path]);
        assert_eq!(status(&output), 1, "{name}");
        let found = stdout(&output);
        assert!(
            found.contains(what) && found.contains(way_out),
            "{name}: {found}"
        );
    }
}

#[test]
fn a_target_is_kept_if_nothing_can_be_read() {
    let (source, target) = (
        written("not-a-list.pdf", b"%PDF-1.7\n"),
        written("kept.json", "{}"),
    );
    let output = atlas(&["convert", &source, "-o", &target]);
    assert_eq!(status(&output), 1, "{}", stderr(&output));
    assert_eq!(fs::read_to_string(target).unwrap(), "{}");
}

#[test]
fn programs_get_an_object_for_each_file() {
    let names = ["stray-quote.csv", "date-1904.xlsx", "iati-203.xml"];
    let paths = names.map(sample);
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let output = atlas(&[&["check", "--json"][..], &paths].concat());
    assert_eq!(status(&output), 0);
    let found: Value = serde_json::from_str(stdout(&output)).unwrap();
    let formats: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["format"])
        .collect();
    assert_eq!(formats, ["csv", "xlsx", "iati"]);
    let finding = &found[0]["findings"][0];
    assert_eq!(finding["code"], "quote-unclosed");
    assert_eq!(finding["place"]["line"], 3);
    assert_eq!(finding["repaired"], true);
}

#[test]
fn findings_in_a_workbook_name_the_sheet_and_the_cell() {
    let output = atlas(&["query", &sample("readme-first.xlsx"), "--json"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let counted: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert!(counted["of"].as_u64().unwrap() > 0);
}

#[test]
fn hostile_files_end_with_a_finding() {
    let noise: Vec<u8> = (0_u32..20_000)
        .map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    for (name, content) in [
        ("noise.bin", noise),
        ("nested.json", "[".repeat(200_000).into_bytes()),
        (
            "nested-projects.json",
            format!("{{\"projects\":{}", "[".repeat(200_000)).into_bytes(),
        ),
        ("nested.xml", "<a>".repeat(200_000).into_bytes()),
        ("zip.xlsx", b"PK\x03\x04 and no more".to_vec()),
        (
            "quotes.csv",
            format!("Title,{}", "\"".repeat(300_001)).into_bytes(),
        ),
    ] {
        let path = written(name, content);
        let output = atlas(&["check", &path]);
        let found = stdout(&output);
        assert!(
            [0, 1].contains(&status(&output)),
            "{name}: {}",
            stderr(&output)
        );
        assert!(found.starts_with(&path), "{name}: {found}");
        assert!(!stderr(&output).contains("panicked"), "{name}");
    }
}
