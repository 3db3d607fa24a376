//! The cells of a sheet.

use super::super::cells::{Cells, Merged, Value};
use super::super::error_in_cell;
use super::super::number_format::{self, NumberKind};
use super::super::serial;
use super::super::strings::{Collector, SharedStrings, unescaped};
use super::super::xml::{Xml, attribute, number};
use crate::finding::Findings;
use atlas_engine::portfolio::Date;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

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

/// Reads the cells of a sheet.
pub(super) struct SheetReader<'a, 'r> {
    pub(super) cells: Cells<'r>,
    pub(super) strings: &'a mut SharedStrings,
    pub(super) formats: &'a [NumberKind],
    pub(super) is_1904: bool,
    pub(super) findings: &'a mut Findings,
}

impl SheetReader<'_, '_> {
    /// Reads the cells of a sheet; whether it ends before its end.
    pub(super) fn read(&mut self, mut xml: Xml<impl BufRead>) -> bool {
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
                    .checked_add(u32::from(byte - b'A') + 1)?;
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
    }
}
