//! XLSX (ECMA-376).

mod parts;
mod sheet;

use super::cells::{Cells, Room};
use super::package::{Failure, Package};
use super::strings::SharedStrings;
use super::{cut_off, hidden};
use crate::finding::Findings;
use crate::grid::Grid;
use parts::{Workbook, formats_of, in_folder, relations_of};
use sheet::SheetReader;

const WORKBOOK: &str = "xl/workbook.xml";

/// Reads the visible sheets, in their order.
pub(super) fn read(
    package: &mut Package<'_>,
    room: &mut Room,
    findings: &mut Findings,
) -> Result<Vec<Grid>, Failure> {
    let path = package
        .find("workbook.xml")
        .ok_or(Failure::Missing(WORKBOOK))?;
    let workbook = package
        .part(&path)?
        .map(Workbook::read)
        .ok_or(Failure::Missing(WORKBOOK))?;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let relations = package.part(&format!("{folder}/_rels/{name}.rels"))?;
    let relations = relations.map(relations_of).unwrap_or_default();
    let part = |kind: &str, usual: &str| {
        let found = relations.values().find(|it| it.kind == kind);
        in_folder(folder, found.map_or(usual, |it| &it.target))
    };
    let formats = package.part(&part("styles", "styles.xml"))?;
    let formats = formats.map(formats_of).unwrap_or_default();
    let strings = package.part(&part("sharedStrings", "sharedStrings.xml"))?;
    let mut strings = strings.map(SharedStrings::read).unwrap_or_default();
    let mut grids = Vec::new();
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        if sheet.is_hidden {
            findings.add(hidden(&sheet.name));
            continue;
        }
        let relation = relations.get(&sheet.relation);
        // Sheets of charts and dialogs have no cells.
        if relation.is_some_and(|it| it.kind != "worksheet") {
            continue;
        }
        let usual = format!("worksheets/sheet{}.xml", at + 1);
        let path = in_folder(folder, relation.map_or(&usual, |it| &it.target));
        let Some(xml) = package.part(&path)? else {
            findings.add(cut_off(&sheet.name));
            continue;
        };
        strings.start_sheet();
        let mut reader = SheetReader {
            cells: Cells::new(&sheet.name, room),
            strings: &mut strings,
            formats: &formats,
            is_1904: workbook.is_1904,
            findings,
        };
        if reader.read(xml) {
            reader.findings.add(cut_off(&sheet.name));
        }
        grids.push(reader.cells.into_grid());
        if room.is_used_up() {
            break;
        }
    }
    Ok(grids)
}
