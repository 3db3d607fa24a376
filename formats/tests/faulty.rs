//! What is wrong with a file is a finding that a publisher can act on.
//!
//! Beside each file in `faulty/` is a file `.findings` with what is read and what is reported, as text, and perhaps
//! a file `.mapping` with decisions to read it by. To add a case, add a file. After a change of what is reported,
//! `WRITE_FINDINGS=1 cargo test -p atlas-formats --test faulty` writes the files again: review the difference.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use atlas_formats::encoding::NativeDecoder;
use atlas_formats::finding::CODES;
use atlas_formats::{Finding, Options, Place, Reading, Severity, read_with};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(ROOT).join("tests/faulty");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let extension = path.extension().unwrap();
        extension != "findings" && extension != "mapping"
    });
    paths.sort();
    paths
}

fn beside(path: &Path, extension: &str) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!("{name}.{extension}"))
}

fn read(path: &Path) -> Reading {
    let mapping = fs::read(beside(path, "mapping")).unwrap_or_else(|_| b"{}".to_vec());
    let options = Options {
        mapping: serde_json::from_slice(&mapping).unwrap(),
        ..Options::default()
    };
    read_with(&fs::read(path).unwrap(), &options, &NativeDecoder)
}

fn sentence(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let place = match &finding.place {
        Place::File => String::new(),
        place => format!(" at {place}"),
    };
    let mut text = format!("\n{severity} {}{place}", finding.code);
    if let Some(field) = &finding.field {
        let _ = write!(text, ", field “{field}”");
    }
    if let Some(project) = &finding.project {
        let _ = write!(text, ", project “{project}”");
    }
    if finding.repaired {
        text.push_str(", repaired");
    }
    let _ = write!(text, "\n  {}\n", finding.message);
    if let Some(help) = &finding.help {
        let _ = writeln!(text, "  → {help}");
    }
    text
}

fn summary(reading: &Reading) -> String {
    let format = reading.format.map_or("no format", |it| it.name());
    let mut text = match &reading.portfolio {
        None => format!("{format}, no list\n"),
        Some(list) => {
            let count = list.projects.len();
            let titles = list.projects.iter().take(5);
            let titles = titles.map(|it| format!("“{}”", it.title));
            let titles = titles.collect::<Vec<_>>().join(", ");
            let more = if count > 5 { ", …" } else { "" };
            format!("{format}, {count} projects: {titles}{more}\n")
        }
    };
    let findings = reading.findings.kept().iter().map(sentence);
    text.extend(findings);
    text
}

#[test]
fn each_faulty_file_has_the_findings_beside_it() {
    let writes = env::var_os("WRITE_FINDINGS").is_some();
    let mut wrong = Vec::new();
    for path in cases() {
        let found = summary(&read(&path));
        let expected = beside(&path, "findings");
        if writes {
            fs::write(&expected, &found).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    let hint = "Review them, and write them by WRITE_FINDINGS=1 if they are right.";
    assert!(wrong.is_empty(), "{hint}\n\n{}", wrong.join("\n\n"));
    assert!(cases().len() >= 40);
}

#[test]
fn every_code_occurs_in_a_faulty_file() {
    let readings = cases().into_iter().map(|path| read(&path));
    let found: BTreeSet<&str> = readings
        .flat_map(|it| {
            it.findings
                .counts()
                .map(|(code, _)| code)
                .collect::<Vec<_>>()
        })
        .collect();
    let known: BTreeSet<&str> = CODES.iter().map(|(code, _)| *code).collect();
    let missing: Vec<_> = known.difference(&found).collect();
    assert!(missing.is_empty(), "no file in faulty/ has {missing:?}");
    let unlisted: Vec<_> = found.difference(&known).collect();
    assert!(unlisted.is_empty(), "CODES does not have {unlisted:?}");
}

/// The list is complete: every literal that a finding of the source has as its code is in it.
#[test]
fn every_code_of_the_source_is_in_the_list() {
    let mut folders = vec![Path::new(ROOT).join("src")];
    let mut unlisted = Vec::new();
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            for call in text.split("Finding::new(").skip(1) {
                let code = call.split(',').nth(1).unwrap_or_default().trim();
                let Some(code) = code.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
                    continue;
                };
                count += 1;
                if !CODES.iter().any(|(known, _)| *known == code) {
                    unlisted.push(format!("{}: {code}", path.display()));
                }
            }
        }
    }
    assert!(count > 40, "{count}");
    assert!(unlisted.is_empty(), "CODES does not have {unlisted:#?}");
}

#[test]
fn every_warning_and_error_says_how_to_fix_it() {
    for path in cases() {
        for finding in read(&path).findings.kept() {
            let says = finding.help.is_some() || finding.severity == Severity::Note;
            // The engine's messages say what to do themselves.
            assert!(
                says || finding.code == "portfolio",
                "{}: {finding:?}",
                path.display()
            );
        }
    }
}
