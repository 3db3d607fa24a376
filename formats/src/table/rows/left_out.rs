//! The rows that are left out, counted by their kind.

use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::Grid;
use std::collections::BTreeMap;

/// Why rows are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Empty,
    Title,
    Headings,
    Tags,
    Numbers,
    Section,
    Total,
    Note,
}

impl Kind {
    fn name(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Empty, 1) => "empty row",
            (Self::Empty, _) => "empty rows",
            (Self::Title, 1) => "row above the headings",
            (Self::Title, _) => "rows above the headings",
            (Self::Headings, 1) => "row with the headings again",
            (Self::Headings, _) => "rows with the headings again",
            (Self::Tags, 1) => "row of tags",
            (Self::Tags, _) => "rows of tags",
            (Self::Numbers, 1) => "row with the numbers of the columns",
            (Self::Numbers, _) => "rows with the numbers of the columns",
            (Self::Section, 1) => "heading of a section",
            (Self::Section, _) => "headings of sections",
            (Self::Total, 1) => "row of totals",
            (Self::Total, _) => "rows of totals",
            (Self::Note, 1) => "note",
            (Self::Note, _) => "notes",
        }
    }
}

/// The rows that are left out: how many of each kind, and the first.
#[derive(Default)]
pub(in crate::table) struct LeftOut(BTreeMap<Kind, (usize, Place)>);

impl LeftOut {
    pub(super) fn add(&mut self, kind: Kind, grid: &Grid, row: usize) {
        let (count, _) = self
            .0
            .entry(kind)
            .or_insert_with(|| (0, grid.row_place(row)));
        *count += 1;
    }

    pub(in crate::table) fn report(self, findings: &mut Findings) {
        for (kind, (count, first)) in self.0 {
            let message = format!(
                "Left out, because it holds no project: {count} {}.",
                kind.name(count)
            );
            let finding = Finding::new(Severity::Note, "rows-left-out", message).at(first);
            findings.add(finding.help("If one of them is a project, fill in more of its cells."));
        }
    }
}
