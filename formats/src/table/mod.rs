//! From tables to projects: headings, columns, rows.
//!
//! ```text
//! Tables ──sheets, heading_row──▶ headings ──rows──▶ Table ──columns──▶ Readings ──groups, project──▶ drafts
//! ```
//!
//! Each step completes the mapping with what it decided, and uses what the mapping states instead.

mod cells;
mod columns;
mod coordinates;
mod evidence;
mod groups;
mod heading_row;
mod headings;
mod hxl;
mod project;
mod rows;
mod sheets;
mod spelling;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

use crate::assemble::Draft;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::{Field, Mapping, ProjectField};
use crate::sources::Tables;
use atlas_engine::portfolio::Portfolio;
use rows::{LeftOut, Table};
use sheets::Sheet;

/// Reads the projects of tables, as `mapping` says, which afterwards has every decision. The portfolio has
/// everything but its projects.
pub(crate) fn read(
    tables: &Tables,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> (Portfolio, Vec<Draft>) {
    let sheets = sheets::choose(tables, mapping, findings);
    let title = sheets.first().and_then(title);
    if let Some(sheet) = sheets.first().filter(|_| !tables.has_headings) {
        report_headings(sheet, findings);
    }
    let mut left_out = LeftOut::default();
    let mut table = Table::scan(sheets, &mut left_out);
    let readings = columns::decide(&table, mapping, findings);
    let titles = readings
        .iter()
        .position(|it| it.field == Field::Project(ProjectField::Title));
    if !tables.has_headings {
        table.settle(titles, &mut left_out);
    }
    left_out.report(findings);
    let groups = groups::group(&table, &readings, tables.has_headings, mapping, findings);
    let drafts = project::Builder::new(&table, &readings, mapping, findings).drafts(&groups);
    let list = Portfolio {
        title: title.unwrap_or_default(),
        ..Portfolio::default()
    };
    (list, drafts)
}

/// The longest title of a list, in bytes.
const MAX_TITLE: usize = 200;

/// The title of the list: the first text above the headings, if it is alone in its row.
fn title(sheet: &Sheet) -> Option<String> {
    let rows = 0..sheet.headings.first.min(sheet.grid.rows());
    let mut rows = rows.filter(|row| sheet.grid.row(*row).next().is_some());
    let row = rows.next()?;
    let mut cells = sheet.grid.row(row);
    let (_, first) = cells.next()?;
    let text = first.text()?.trim();
    let is_alone = cells.all(|(_, cell)| cell.text().map(str::trim) == Some(text));
    (is_alone && !text.is_empty() && text.len() <= MAX_TITLE).then(|| text.to_owned())
}

fn report_headings(sheet: &Sheet, findings: &mut Findings) {
    let headings = &sheet.headings;
    let place = sheet.grid.row_place(headings.first);
    let message = match headings.rows {
        0 => "No headings were found: the first row is data, and the columns are named by letters."
            .to_owned(),
        1 if headings.first == 0 => return,
        1 => "The headings are not in the first row, but here.".to_owned(),
        rows => format!("The headings are in {rows} rows, of which this is the first."),
    };
    let severity = if headings.rows == 0 {
        Severity::Warning
    } else {
        Severity::Note
    };
    let finding = Finding::new(severity, "heading-row", message).at(place);
    findings
        .add(finding.help("If they are in another row, state it in the mapping as `headingRow`."));
}
