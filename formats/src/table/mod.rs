//! From tables to projects: headings, columns, rows.

use crate::assemble::Draft;
use crate::finding::Findings;
use crate::mapping::Mapping;
use crate::sources::Tables;
use atlas_engine::portfolio::Portfolio;

mod cells;
mod heading_row;
mod headings;
mod hxl;
mod rows;
mod sheets;
mod spelling;
#[cfg(test)]
mod testing;
mod vocabulary;
mod words;

/// Reads the projects of tables, as `mapping` says, which afterwards has every decision. The portfolio has
/// everything but its projects.
pub(crate) fn read(
    tables: &Tables,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> (Portfolio, Vec<Draft>) {
    let _ = (tables, mapping, findings);
    (Portfolio::default(), Vec::new())
}
