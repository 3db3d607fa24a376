//! The explorer's own JSON, by the engine's reader.

use crate::finding::{Finding, Findings, Place, Severity};
use atlas_engine::portfolio::{self, Portfolio};

/// Reads a portfolio. The engine's findings become findings of this crate.
pub(crate) fn read(bytes: &[u8], findings: &mut Findings) -> Option<Portfolio> {
    let reading = portfolio::read(bytes);
    for finding in reading.findings {
        let severity = match finding.severity {
            portfolio::Severity::Warning => Severity::Warning,
            portfolio::Severity::Error => Severity::Error,
        };
        let mut found = Finding::new(severity, "portfolio", finding.message)
            .at(Place::line(finding.line as u32, finding.column as u32));
        found.project = finding.project;
        if !finding.field.is_empty() {
            found = found.field(finding.field);
        }
        findings.add(found);
    }
    reading.portfolio
}
