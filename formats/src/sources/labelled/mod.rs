//! Texts with labels, as copied from a page.
//!
//! ```text
//! lines ──survey──▶ what its labels look like ──events──▶ labels and lines ──projects──▶ starts ──records──▶ rows
//! ```
//!
//! A label is known by the vocabulary in `labels.tsv`, or it is before a colon in more than one project. A project
//! begins with a heading, a title, or the first label that is there again.

mod events;
mod label;
mod lines;
mod lists;
mod projects;
mod reader;
mod records;
mod survey;
#[cfg(test)]
mod tests;
mod value;
mod vocabulary;
mod within;

use super::Tables;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::Mapping;
use events::Events;
use records::Records;

/// Reads the projects of a text, a row each, with their labels as headings. What the labels say of their columns
/// is added to `mapping`, unless it states them.
pub(crate) fn read(text: &str, mapping: &mut Mapping, findings: &mut Findings) -> Tables {
    let events = Events::of(text);
    let starts = projects::split(&events);
    if starts.is_empty() {
        let message = "There is no label in the text, such as “Donor:” or “Country:”.";
        findings.add(
            Finding::new(Severity::Error, "labels-missing", message).help(
                "Put a label and a colon before each value, and an empty line between projects.",
            ),
        );
        return Tables::default();
    }
    let mut records = Records::new(&events, &starts);
    records.state(mapping);
    let title = records.title(findings);
    Tables {
        grids: vec![records.table(findings)],
        has_headings: true,
        title,
    }
}
