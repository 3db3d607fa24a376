//! OpenDocument spreadsheets (ODF 1.2).

use super::cells::{Cells, Merged, Room, Value};
use super::number_format;
use super::package::{Failure, Package};
use super::strings::Collector;
use super::xml::{Xml, attribute, number, unescaped};
use super::{cut_off, error_in_cell, hidden};
use crate::finding::Findings;
use crate::grid::{Grid, MAX_COLUMNS};
use atlas_engine::portfolio::Date;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::BufRead;

const CONTENT: &str = "content.xml";

/// How many blanks one element may stand for.
const MAX_BLANKS: u32 = 100;

/// Reads the visible sheets, in their order.
pub(super) fn read(
    package: &mut Package<'_>,
    room: &mut Room,
    findings: &mut Findings,
) -> Result<Vec<Grid>, Failure> {
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && is_encrypted(manifest)
    {
        return Err(Failure::Locked);
    }
    let mut xml = package.part(CONTENT)?.ok_or(Failure::Missing(CONTENT))?;
    let mut grids = Vec::new();
    let mut hidden_styles = HashSet::new();
    let mut style = None;
    while let Some(event) = xml.next() {
        let (Event::Start(it) | Event::Empty(it)) = &event else {
            continue;
        };
        match it.local_name().as_ref() {
            "style" => style = attribute(it, "name").map(String::from),
            "table-properties" => {
                let is_hidden = attribute(it, "display").is_some_and(|it| it == "false");
                hidden_styles.extend(style.take().filter(|_| is_hidden));
            }
            "table" if matches!(event, Event::Start(_)) => {
                let name = attribute(it, "name").unwrap_or_default().into_owned();
                let is_hidden =
                    attribute(it, "style-name").is_some_and(|it| hidden_styles.contains(&*it));
                // Copies of other files, which formulas refer to.
                let is_copy = name.starts_with("'file:");
                if is_hidden && !is_copy {
                    findings.add(hidden(&name));
                }
                if is_hidden || is_copy {
                    skip_table(&mut xml);
                    continue;
                }
                let mut sheet = SheetReader::new(Cells::new(&name, room), findings);
                let is_whole = sheet.read(&mut xml);
                grids.push(sheet.cells.into_grid());
                if room.is_used_up() {
                    break;
                }
                if !is_whole {
                    findings.add(cut_off(&name));
                }
            }
            _ => {}
        }
    }
    if grids.is_empty() && xml.is_damaged() {
        return Err(Failure::Missing("its content"));
    }
    Ok(grids)
}

fn is_encrypted(mut manifest: Xml<impl BufRead>) -> bool {
    while let Some(event) = manifest.next() {
        if let Event::Start(it) | Event::Empty(it) = event
            && it.local_name().as_ref() == "encryption-data"
        {
            return true;
        }
    }
    false
}

fn skip_table(xml: &mut Xml<impl BufRead>) {
    let mut depth = 1;
    while let Some(event) = xml.next() {
        match event {
            Event::Start(it) if it.local_name().as_ref() == "table" => depth += 1,
            Event::End(it) if it.local_name().as_ref() == "table" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// A cell while it is read.
#[derive(Debug)]
struct Open {
    columns: u32,
    /// How many rows and columns it spans.
    spans: (u32, u32),
    kind: String,
    value: Option<String>,
    is_error: bool,
}

struct SheetReader<'r, 'f> {
    cells: Cells<'r>,
    findings: &'f mut Findings,
    row: u32,
    /// How many rows the current one stands for.
    rows: u32,
    column: u32,
    /// The cells of the current row that have a value.
    current: Vec<(u32, Value)>,
    open: Option<Open>,
    text: String,
    has_paragraph: bool,
    is_in_paragraph: bool,
}

impl<'r, 'f> SheetReader<'r, 'f> {
    fn new(cells: Cells<'r>, findings: &'f mut Findings) -> Self {
        Self {
            cells,
            findings,
            row: 0,
            rows: 1,
            column: 0,
            current: Vec::new(),
            open: None,
            text: String::new(),
            has_paragraph: false,
            is_in_paragraph: false,
        }
    }

    /// Reads a sheet up to its end; whether it was found.
    fn read(&mut self, xml: &mut Xml<impl BufRead>) -> bool {
        // How many elements are open whose cells and texts are none of the sheet.
        let mut apart = 0_u32;
        let mut tables = 1_u32;
        while let Some(event) = xml.next() {
            match &event {
                Event::Start(it) if is_apart(it.local_name().as_ref()) => apart += 1,
                Event::End(it) if is_apart(it.local_name().as_ref()) => {
                    apart = apart.saturating_sub(1);
                }
                _ if apart > 0 => {}
                Event::Start(it) => {
                    if it.local_name().as_ref() == "table" {
                        tables += 1;
                    }
                    self.start(it);
                }
                Event::Empty(it) => {
                    self.start(it);
                    self.end(it.local_name().as_ref());
                }
                Event::End(it) if it.local_name().as_ref() == "table" => {
                    tables -= 1;
                    if tables == 0 {
                        return true;
                    }
                }
                Event::End(it) => self.end(it.local_name().as_ref()),
                _ if self.is_in_paragraph => Collector::take_all(&event, &mut self.text),
                _ => {}
            }
            if !self.cells.has_room() {
                return false;
            }
        }
        false
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "table-row" => {
                self.rows = number(element, "number-rows-repeated").unwrap_or(1);
                self.column = 0;
                self.current.clear();
            }
            "table-cell" | "covered-table-cell" => {
                self.open = Some(opened(element));
                self.text.clear();
                self.has_paragraph = false;
                self.is_in_paragraph = false;
            }
            "p" | "h" if self.open.is_some() => {
                if self.has_paragraph {
                    self.text.push('\n');
                }
                self.has_paragraph = true;
                self.is_in_paragraph = true;
            }
            "s" if self.is_in_paragraph => {
                let count = number(element, "c").unwrap_or(1).min(MAX_BLANKS);
                self.text.extend((0..count).map(|_| ' '));
            }
            "tab" if self.is_in_paragraph => self.text.push('\t'),
            "line-break" if self.is_in_paragraph => self.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.is_in_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.open.take() {
                    self.end_cell(&cell);
                }
            }
            "table-row" => self.end_row(),
            _ => {}
        }
    }

    fn end_cell(&mut self, cell: &Open) {
        let (rows, columns) = cell.spans;
        if rows > 1 || columns > 1 {
            self.cells.merge(Merged {
                rows: (self.row, self.row.saturating_add(rows.max(1) - 1)),
                columns: (self.column, self.column.saturating_add(columns.max(1) - 1)),
            });
        }
        let end = self.column.saturating_add(cell.columns);
        if let Some(value) = self.value(cell) {
            let last = end.min(MAX_COLUMNS as u32);
            let repeated = (self.column..last).map(|column| (column, value));
            self.current.extend(repeated);
        }
        self.column = end;
    }

    fn value(&mut self, cell: &Open) -> Option<Value> {
        let text = std::mem::take(&mut self.text);
        if cell.is_error {
            let place = self.cells.place(self.row, self.column);
            self.findings.add(error_in_cell(&text).at(place));
            return None;
        }
        let stated = cell.value.as_deref();
        let number = stated.and_then(|it| it.trim().parse::<f64>().ok());
        let number = number.filter(|it| it.is_finite());
        let read = match (cell.kind.as_str(), stated, number) {
            ("float" | "currency", _, Some(number)) => Some(Value::Number(number)),
            ("percentage", _, Some(number)) => self.cells.keep(&number_format::percentage(number)),
            ("date", Some(stated), _) => stated.get(..10).and_then(Date::parse).map(Value::Date),
            ("boolean", Some(stated), _) => Some(Value::Logical(stated == "true")),
            ("string", Some(stated), _) => self.cells.keep(stated),
            _ => None,
        };
        let read = read.or_else(|| self.cells.keep(&text));
        self.text = text;
        read
    }

    fn end_row(&mut self) {
        if !self.current.is_empty() {
            for repeated in 0..self.rows {
                if !self.cells.has_room() {
                    break;
                }
                for (column, value) in &self.current {
                    self.cells
                        .add(self.row.saturating_add(repeated), *column, *value);
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        self.rows = 1;
        self.current.clear();
    }
}

/// Notes, deleted cells and drawings, which have texts of their own.
fn is_apart(name: &str) -> bool {
    matches!(
        name,
        "annotation" | "tracked-changes" | "shapes" | "frame" | "custom-shape" | "g"
    )
}

fn opened(element: &BytesStart<'_>) -> Open {
    let mut cell = Open {
        columns: number(element, "number-columns-repeated").unwrap_or(1),
        spans: (1, 1),
        kind: String::new(),
        value: None,
        is_error: false,
    };
    cell.spans = (
        number(element, "number-rows-spanned").unwrap_or(1),
        number(element, "number-columns-spanned").unwrap_or(1),
    );
    for attribute in element.attributes().with_checks(false).flatten() {
        match attribute.key.as_ref() {
            "office:value-type" => cell.kind = attribute.value.into_owned(),
            "calcext:value-type" => cell.is_error = attribute.value == "error",
            "office:value"
            | "office:date-value"
            | "office:boolean-value"
            | "office:string-value" => {
                cell.value = Some(unescaped(attribute.value).into_owned());
            }
            _ => {}
        }
    }
    cell
}
