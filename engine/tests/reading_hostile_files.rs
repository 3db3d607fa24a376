//! Reading any bytes neither fails nor takes long, and loses no more than it must.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_engine::portfolio::{self, Portfolio, Project, Reading};
use proptest::prelude::*;
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::time::{Duration, Instant};

const BUNDLED: &str = include_str!("../../public/portfolio.json");

fn bundled() -> Portfolio {
    portfolio::read(BUNDLED.as_bytes()).portfolio.unwrap()
}

/// Where each project of the bundled file ends, according to another parser.
fn ends_of_projects() -> Vec<usize> {
    #[derive(serde::Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        projects: Vec<&'a RawValue>,
    }
    let file: File<'_> = serde_json::from_str(BUNDLED).unwrap();
    let end = |project: &&RawValue| BUNDLED.find(project.get()).unwrap() + project.get().len();
    file.projects.iter().map(end).collect()
}

fn keeps_its_promises(bytes: &[u8], reading: &Reading) {
    let Some(portfolio) = &reading.portfolio else {
        assert!(
            !reading.findings.is_empty(),
            "nothing was read, and no finding says why"
        );
        return;
    };
    let mut ids = HashSet::new();
    for project in &portfolio.projects {
        assert!(!project.title.is_empty() && !project.id.is_empty());
        assert!(ids.insert(&project.id), "{} is not unique", project.id);
        let urls = project
            .documents
            .iter()
            .chain(&project.links)
            .filter_map(|link| link.url.as_ref());
        for url in urls {
            let scheme = url.split(':').next().unwrap().to_ascii_lowercase();
            assert!(
                ["http", "https", "mailto"].contains(&scheme.as_str()),
                "{url}"
            );
        }
    }
    let lines = bytes.split(|byte| *byte == b'\n').count();
    let mut last = (0, 0);
    for finding in &reading.findings {
        let place = (finding.line, finding.column);
        assert!(place >= last, "findings must be in file order");
        assert!((1..=lines).contains(&finding.line) && finding.column >= 1);
        assert!(!finding.message.is_empty());
        last = place;
    }
}

#[test]
fn a_truncated_file_keeps_every_project_before_the_cut() {
    let whole = bundled().projects;
    let ends = ends_of_projects();
    assert_eq!(ends.len(), whole.len());
    for cut in (0..BUNDLED.trim_end().len()).step_by(11) {
        let reading = portfolio::read(&BUNDLED.as_bytes()[..cut]);
        assert!(
            !reading.findings.is_empty(),
            "no finding reports that the file ends at byte {cut}"
        );
        let kept: Vec<Project> = reading
            .portfolio
            .map(|portfolio| portfolio.projects)
            .unwrap_or_default();
        let expected = ends.iter().filter(|end| **end <= cut).count();
        assert!(
            kept.len() >= expected,
            "{} of {expected} projects before byte {cut}",
            kept.len()
        );
        assert_eq!(kept[..expected], whole[..expected], "cut at byte {cut}");
    }
}

#[test]
fn a_broken_project_does_not_hide_the_others() {
    let whole = bundled().projects;
    let ends = ends_of_projects();
    // The last brace of each project in turn is missing.
    for (broken, end) in ends.iter().enumerate() {
        let text = format!("{}{}", &BUNDLED[..end - 1], &BUNDLED[*end..]);
        let reading = portfolio::read(text.as_bytes());
        assert_eq!(reading.findings.len(), 1, "{:?}", reading.findings);
        assert_eq!(
            reading.portfolio.unwrap().projects,
            whole,
            "project {broken} is broken"
        );
    }
}

#[test]
fn markup_stays_text() {
    let file =
        r#"{ "title": "<b>Bold</b>", "projects": [{ "title": "<img src=x onerror=alert(1)>" }] }"#;
    let reading = portfolio::read(file.as_bytes());
    assert!(reading.findings.is_empty());
    let portfolio = reading.portfolio.unwrap();
    assert_eq!(portfolio.title, "<b>Bold</b>");
    assert_eq!(portfolio.projects[0].title, "<img src=x onerror=alert(1)>");
}

#[test]
fn hostile_files_are_read_in_linear_time() {
    const LENGTH: usize = 1 << 20;
    let fill = |pattern: &str| pattern.repeat(LENGTH / pattern.len());
    let hostile = [
        fill("["),
        fill("{\"a\":"),
        fill("\n"),
        fill("« "),
        fill("'"),
        fill("//"),
        format!("{{\"title\":\"{}", fill("\n ")),
        format!("{{\"title\":\"{}\"}}", fill("\n\t\\\\")),
        format!("{{\"projects\":[{}]}}", fill("}  ")),
        format!("{{\"projects\":[{}]}}", fill("{},")),
        format!("{{\"projects\":[{}]}}", fill("{\"title\":\"a\"},")),
        format!(
            "{{\"projects\":[{}]}}",
            fill("{\"id\":\"a\",\"title\":\"a\"},")
        ),
        format!(
            "{{\"projects\":[{{\"title\":\"a\",\"countries\":[{}]}}]}}",
            fill("\"ROU\",")
        ),
        format!(
            "{{\"projects\":[{{\"title\":\"a\",\"donors\":[{}]}}]}}",
            fill("\"a\",")
        ),
        format!(
            "{{\"projects\":[{{\"title\":\"a\",\"budget\":[{}]}}]}}",
            fill("{\"amount\":\"1\"},")
        ),
        format!(
            "{{\"projects\":[{{\"title\":\"a\",\"budget\":{{\"amount\":1{}}}}}]}}",
            fill("0")
        ),
        format!("{{{}}}", fill("\"a\":1,")),
    ];
    for text in hostile {
        let started = Instant::now();
        keeps_its_promises(text.as_bytes(), &portfolio::read(text.as_bytes()));
        // Linear work takes up to a second, even unoptimised; quadratic work takes minutes.
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{}",
            &text[..40]
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        keeps_its_promises(&bytes, &portfolio::read(&bytes));
    }

    #[test]
    fn the_bundled_file_can_be_read_after_any_change(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3, any::<u8>()), 1..8),
    ) {
        let mut bytes = BUNDLED.as_bytes().to_vec();
        for (at, kind, byte) in changes {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        keeps_its_promises(&bytes, &portfolio::read(&bytes));
    }

    #[test]
    fn misplaced_brackets_and_commas_can_be_read(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec!["{", "}", "[", "]", ",", ":", "\"", "\n", "'"])), 1..6),
    ) {
        let mut text = BUNDLED.to_owned();
        for (at, token) in changes {
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            text.insert_str(places[at.index(places.len())], token);
        }
        keeps_its_promises(text.as_bytes(), &portfolio::read(text.as_bytes()));
    }
}
