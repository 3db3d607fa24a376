//! What the tests of IATI share.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]

use atlas_engine::portfolio::{Portfolio, Project};
use atlas_formats::encoding::Decoder;
use atlas_formats::{Finding, Format, Options, Reading, read_with};

/// The texts are UTF-8.
pub struct Utf8;

impl Decoder for Utf8 {
    fn decode(&self, bytes: &[u8], _encoding: &str) -> Option<String> {
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    fn guess(&self, _bytes: &[u8]) -> &'static str {
        "UTF-8"
    }
}

pub fn options() -> Options {
    Options {
        format: Some(Format::Iati),
        ..Options::default()
    }
}

pub fn read(xml: &str) -> Reading {
    read_with(xml.as_bytes(), &options(), &Utf8)
}

/// Reads activities of version 2.03 in English with amounts in euros.
pub fn list(activities: &str) -> Reading {
    read(&format!(
        "<iati-activities version=\"2.03\">{activities}</iati-activities>"
    ))
}

pub fn portfolio(reading: Reading) -> Portfolio {
    reading.portfolio.expect("there are projects")
}

/// Reads what stands in one activity.
pub fn activity(content: &str) -> (Project, Vec<Finding>) {
    let reading = list(&format!(
        "<iati-activity xml:lang=\"en\" default-currency=\"EUR\"><iati-identifier>A-1</iati-identifier>{content}</iati-activity>"
    ));
    let findings = reading.findings.kept().to_vec();
    let mut projects = portfolio(reading).projects;
    assert_eq!(projects.len(), 1);
    (projects.remove(0), findings)
}

pub fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|it| it.code).collect()
}
