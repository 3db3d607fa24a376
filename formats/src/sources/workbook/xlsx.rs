//! XLSX (ECMA-376).

use super::cells::{Cells, Merged, Room, Value};
use super::number_format::{self, NumberKind};
use super::package::{Failure, Package};
use super::strings::{Collector, SharedStrings, unescaped};
use super::xml::{Xml, attribute, number};
use super::{cut_off, hidden, serial};
use crate::finding::{Finding, Findings, Severity};
use crate::grid::Grid;
use atlas_engine::portfolio::Date;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::BufRead;

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

fn in_folder(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A relation of the workbook to another part.
#[derive(Debug)]
struct Relation {
    /// The last word of its type, such as `worksheet`.
    kind: String,
    target: String,
}

fn relations_of(mut xml: Xml<impl BufRead>) -> HashMap<String, Relation> {
    let mut relations = HashMap::new();
    while let Some(event) = xml.next() {
        if let Event::Start(it) | Event::Empty(it) = event
            && it.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(&it, "Id"), attribute(&it, "Target"))
        {
            let kind = attribute(&it, "Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = target.into_owned();
            relations.insert(id.into_owned(), Relation { kind, target });
        }
    }
    relations
}

#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<Sheet>,
    is_1904: bool,
}

#[derive(Debug)]
struct Sheet {
    name: String,
    relation: String,
    is_hidden: bool,
}

impl Workbook {
    fn read(mut xml: Xml<impl BufRead>) -> Self {
        let mut workbook = Self::default();
        let mut has_properties = false;
        while let Some(event) = xml.next() {
            let (Event::Start(it) | Event::Empty(it)) = event else {
                continue;
            };
            match it.local_name().as_ref() {
                // An extension may have properties of the same name, which say nothing about dates.
                "workbookPr" if !has_properties => {
                    has_properties = true;
                    let value = attribute(&it, "date1904");
                    workbook.is_1904 = value.is_some_and(|it| matches!(&*it, "1" | "true" | "on"));
                }
                "sheet" => workbook.sheets.push(Sheet {
                    name: attribute(&it, "name").unwrap_or_default().into_owned(),
                    relation: attribute(&it, "id").unwrap_or_default().into_owned(),
                    is_hidden: attribute(&it, "state")
                        .is_some_and(|it| it.to_lowercase().contains("hidden")),
                }),
                _ => {}
            }
        }
        workbook
    }
}

/// What the numbers of each cell style are.
fn formats_of(mut xml: Xml<impl BufRead>) -> Vec<NumberKind> {
    let mut custom: HashMap<u32, NumberKind> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_cell_style = false;
    while let Some(event) = xml.next() {
        match event {
            Event::Start(it) | Event::Empty(it) => match it.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&it, "numFmtId"), attribute(&it, "formatCode"))
                    {
                        custom.insert(id, number_format::custom(&code));
                    }
                }
                "cellXfs" => is_cell_style = true,
                "xf" if is_cell_style => {
                    let id = number(&it, "numFmtId").unwrap_or(0);
                    let known = custom.get(&id).copied();
                    formats.push(known.unwrap_or_else(|| number_format::built_in(id)));
                }
                _ => {}
            },
            Event::End(it) if it.local_name().as_ref() == "cellXfs" => is_cell_style = false,
            _ => {}
        }
    }
    formats
}

/// How the content of a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Logical,
    Date,
    Error,
}

/// A cell while it is read.
#[derive(Clone, Copy, Debug)]
struct Open {
    row: u32,
    column: u32,
    style: usize,
    kind: Kind,
}

struct SheetReader<'a, 'r> {
    cells: Cells<'r>,
    strings: &'a mut SharedStrings,
    formats: &'a [NumberKind],
    is_1904: bool,
    findings: &'a mut Findings,
}

impl SheetReader<'_, '_> {
    /// Reads the cells of a sheet; whether it ends before its end.
    fn read(&mut self, mut xml: Xml<impl BufRead>) -> bool {
        let (mut row, mut column) = (0, 0);
        let mut open: Option<Open> = None;
        let mut is_value = false;
        let mut value = String::new();
        let mut text = String::new();
        let mut collector = Collector::default();
        while let Some(event) = xml.next() {
            match &event {
                Event::Start(it) => match it.local_name().as_ref() {
                    "c" => {
                        let cell = opened(it, row, column);
                        (row, column) = (cell.row, cell.column.saturating_add(1));
                        open = Some(cell);
                        value.clear();
                        text.clear();
                    }
                    "v" => is_value = true,
                    "row" => {
                        row = number(it, "r").map_or(row, |row| row.saturating_sub(1));
                        column = 0;
                    }
                    "t" | "rPh" => collector.take(&event, &mut text),
                    _ => {}
                },
                Event::End(it) => match it.local_name().as_ref() {
                    "v" => is_value = false,
                    "c" => {
                        if let Some(cell) = open.take() {
                            self.close(cell, &value, &text);
                        }
                        if !self.cells.has_room() {
                            return false;
                        }
                    }
                    "row" => row = row.saturating_add(1),
                    "t" | "rPh" => collector.take(&event, &mut text),
                    _ => {}
                },
                Event::Empty(it) => match it.local_name().as_ref() {
                    "c" => {
                        let cell = opened(it, row, column);
                        (row, column) = (cell.row, cell.column.saturating_add(1));
                    }
                    "row" => {
                        row = number(it, "r").unwrap_or_else(|| row.saturating_add(1));
                    }
                    "mergeCell" => {
                        let range = attribute(it, "ref");
                        if let Some(merged) = range.and_then(|it| range_of(&it)) {
                            self.cells.merge(merged);
                        }
                    }
                    _ => {}
                },
                _ if is_value => Collector::take_all(&event, &mut value),
                _ if open.is_some() => collector.take(&event, &mut text),
                _ => {}
            }
        }
        xml.is_damaged() || open.is_some()
    }

    fn close(&mut self, cell: Open, value: &str, text: &str) {
        let trimmed = value.trim_ascii();
        let read = match cell.kind {
            _ if value.is_empty() => self.cells.keep(&unescaped(text)),
            Kind::Shared => match trimmed.parse() {
                Ok(at) => self.strings.value(at, &mut self.cells),
                Err(_) => None,
            },
            Kind::Text => self.cells.keep(&unescaped(value)),
            Kind::Logical => Some(Value::Logical(matches!(trimmed, "1" | "true" | "TRUE"))),
            Kind::Date => self.date(trimmed),
            Kind::Error => {
                self.report_error(cell, trimmed);
                None
            }
            Kind::Number => match trimmed.parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(cell.style, number),
                _ => self.cells.keep(&unescaped(value)),
            },
        };
        if let Some(value) = read {
            self.cells.add(cell.row, cell.column, value);
        }
    }

    fn number(&mut self, style: usize, number: f64) -> Option<Value> {
        let kind = self
            .formats
            .get(style)
            .copied()
            .unwrap_or(NumberKind::Number);
        match kind {
            NumberKind::Number => Some(Value::Number(number)),
            NumberKind::Percent => self.cells.keep(&number_format::percentage(number)),
            NumberKind::Date(precision) => match serial::date(number, self.is_1904, precision) {
                Some(date) => Some(Value::Date(date)),
                // An empty cell that a formula refers to is day 0.
                None => (number != 0.0).then_some(Value::Number(number)),
            },
            NumberKind::Time => self.cells.keep(&serial::time(number)),
        }
    }

    fn date(&mut self, text: &str) -> Option<Value> {
        match text.get(..10).and_then(Date::parse) {
            Some(date) => Some(Value::Date(date)),
            None => self.cells.keep(text),
        }
    }

    fn report_error(&mut self, cell: Open, error: &str) {
        let place = self.cells.place(cell.row, cell.column);
        self.findings.add(error_in_cell(error).at(place));
    }
}

/// A cell whose formula failed.
pub(super) fn error_in_cell(error: &str) -> Finding {
    let shown: String = error.chars().take(20).collect();
    let message = format!("The formula of the cell gives {shown}; the cell was read as empty.");
    Finding::new(Severity::Warning, "cell-error", message)
        .help("Correct the formula, or write the value.")
}

fn opened(element: &BytesStart<'_>, row: u32, column: u32) -> Open {
    let mut cell = Open {
        row,
        column,
        style: 0,
        kind: Kind::Number,
    };
    for attribute in element.attributes().with_checks(false).flatten() {
        match attribute.key.as_ref() {
            "r" => {
                if let Some(position) = position(&attribute.value) {
                    (cell.row, cell.column) = position;
                }
            }
            "s" => cell.style = attribute.value.parse().unwrap_or(0),
            "t" => {
                cell.kind = match &*attribute.value {
                    "s" => Kind::Shared,
                    "str" | "inlineStr" => Kind::Text,
                    "b" => Kind::Logical,
                    "d" => Kind::Date,
                    "e" => Kind::Error,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
    cell
}

/// The row and column of a position such as `B7`, from 0.
fn position(text: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' if row == 0 => {
                column = column
                    .checked_mul(26)?
                    .checked_add(u32::from(byte - b'A') + 1)?
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The corners of a range such as `A1:B7`.
fn range_of(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (position(first)?, position(last)?);
    Some(Merged {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_rows_and_columns() {
        let cases = [
            ("A1", Some((0, 0))),
            ("$B$7", Some((6, 1))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("ZZZZZZZZZZ1", None),
            ("A99999999999", None),
            ("A0", None),
            ("7", None),
            ("A", None),
            ("a1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(position(text), expected, "{text}");
        }
        assert_eq!(
            in_folder("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(in_folder("xl", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(in_folder("xl", "../b.xml"), "b.xml");
    }
}
