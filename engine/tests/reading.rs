//! What is wrong with a file is reported, with its position and how to fix it; the rest is shown.
//!
//! Each `findings/NAME.json` has a `NAME.findings`: a line that lists the projects shown, then one line
//! per finding. To add a case, add a file; `WRITE_FINDINGS=1` writes the `.findings` files, for review.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_engine::portfolio::{self, Finding, Reading};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    paths.sort();
    paths
}

fn summary(reading: &Reading) -> String {
    let shown = match &reading.portfolio {
        None => "no portfolio".to_owned(),
        Some(portfolio) => {
            let ids: Vec<_> = portfolio
                .projects
                .iter()
                .map(|project| project.id.as_str())
                .collect();
            ids.join(", ")
        }
    };
    let mut summary = format!("shown: {shown}\n");
    for finding in &reading.findings {
        let Finding {
            severity,
            line,
            column,
            project,
            field,
            message,
        } = finding;
        let project = project.as_deref().unwrap_or("-");
        let field = if field.is_empty() { "-" } else { field };
        writeln!(
            summary,
            "{line}:{column}: {severity}: {project}: {field}: {message}"
        )
        .unwrap();
    }
    summary
}

#[test]
fn every_fault_is_reported_and_costs_only_its_own_record() {
    let cases = cases();
    assert!(cases.len() > 30, "the folder of cases is missing");
    let mut different = String::new();
    for path in cases {
        let found = summary(&portfolio::read(&fs::read(&path).unwrap()));
        let expected_in = path.with_extension("findings");
        if env::var_os("WRITE_FINDINGS").is_some() {
            fs::write(&expected_in, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_in).unwrap_or_default();
        if found != expected {
            let name = path.file_name().unwrap().display().to_string();
            write!(
                different,
                "--- {name}: expected\n{expected}--- found\n{found}"
            )
            .unwrap();
        }
    }
    assert!(different.is_empty(), "{different}");
}
