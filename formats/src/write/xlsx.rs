//! XLSX: a sheet of projects with typed dates and numbers, and a sheet about the list.

use super::{Losses, Selection, Written};
use crate::own_table::{ABOUT, Column, Kind, OwnTable, about_rows, without_last};
use atlas_engine::portfolio::{Date, Portfolio};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The limits of the format.
const MAX_CELL: usize = 32_767;
const MAX_ROWS: usize = 1_048_575;

const SHORTENED: &str = "Texts were shortened to 32,767 characters, the limit of a cell";

/// The widest a column is made, in characters; longer texts are wrapped.
const MAX_WIDTH: f64 = 60.0;
/// How many rows decide the width of a column.
const ROWS_MEASURED: usize = 200;

pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let table = OwnTable::of(portfolio);
    let mut losses = Losses::of_table(&table);
    let bytes = workbook(portfolio, &table, selection, &mut losses);
    let bytes = bytes.unwrap_or_else(|error| {
        losses.sentence(format!("The workbook could not be written: {error}."));
        Vec::new()
    });
    Written {
        bytes,
        losses: losses.into_sentences(),
    }
}

fn workbook(
    portfolio: &Portfolio,
    table: &OwnTable,
    selection: &Selection,
    losses: &mut Losses,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = rust_xlsxwriter::DocProperties::new().set_title(&portfolio.title);
    // Without a clock; a fixed date also makes the file the same each time.
    let made = selection.made.and_then(|it| whole_day(&it.to_string()));
    let made = made.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    workbook.set_properties(&properties.set_creation_datetime(&made));
    projects(workbook.add_worksheet(), portfolio, table, losses)?;
    about(workbook.add_worksheet(), portfolio, selection, losses)?;
    workbook.save_to_buffer()
}

fn projects(
    sheet: &mut Worksheet,
    portfolio: &Portfolio,
    table: &OwnTable,
    losses: &mut Losses,
) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_text_wrap();
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new()
        .set_num_format("yyyy-mm-dd")
        .set_align(FormatAlign::Top);
    let number = Format::new()
        .set_num_format("#,##0.00")
        .set_align(FormatAlign::Top);
    sheet.set_name("Projects")?.set_freeze_panes(1, 0)?;
    let mut widths: Vec<usize> = Vec::new();
    for (at, column) in (0..).zip(&table.columns) {
        let name = losses.cleaned(column.heading.clone());
        let name = shortened(name, false, losses);
        sheet.write_with_format(0, at, &*name, &heading)?;
        widths.push(name.chars().count());
    }
    let rows = portfolio.projects.len().min(MAX_ROWS);
    if rows < portfolio.projects.len() {
        losses.sentence(format!(
            "A sheet has no room for more than {MAX_ROWS} projects."
        ));
    }
    for (row, project) in (1..).zip(portfolio.projects.iter().take(rows)) {
        let mut fit = |text| losses.cleaned(text);
        let cells: Vec<_> = table.row(project, &mut fit).collect();
        for (at, (column, cell)) in (0..).zip(cells) {
            if cell.is_empty() {
                continue;
            }
            if let Some(width) = widths.get_mut(usize::from(at))
                && row as usize <= ROWS_MEASURED
            {
                let longest = cell.lines().map(|line| line.chars().count()).max();
                *width = (*width).max(longest.unwrap_or_default());
            }
            match typed(column, &cell) {
                Typed::Day(date) => sheet.write_with_format(row, at, date, &day)?,
                Typed::Number(value) => sheet.write_with_format(row, at, value, &number)?,
                Typed::Text => {
                    let cell = shortened(cell, column.is_list, losses);
                    sheet.write_string_with_format(row, at, cell, &text)?
                }
            };
        }
    }
    for (at, width) in (0..).zip(&widths) {
        // Two characters of room, for the button of the filter.
        sheet.set_column_width(at, (*width as f64 + 2.0).min(MAX_WIDTH))?;
    }
    if let Some(last) = table.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, rows as u32, last as u16)?;
    }
    Ok(())
}

fn about(
    sheet: &mut Worksheet,
    portfolio: &Portfolio,
    selection: &Selection,
    losses: &mut Losses,
) -> Result<(), XlsxError> {
    let name = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(ABOUT)?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 80)?;
    let statements = selection.statements(portfolio);
    // The title is in the rows about the list.
    let statements = statements.into_iter().skip(1);
    let rows = about_rows(portfolio).into_iter().chain(statements);
    for (row, (key, value)) in (0..).zip(rows.filter(|(_, value)| !value.is_empty())) {
        sheet.write_with_format(row, 0, key, &name)?;
        let value = shortened(losses.cleaned(value), false, losses);
        sheet.write_string_with_format(row, 1, value, &text)?;
    }
    Ok(())
}

enum Typed {
    Text,
    Day(ExcelDateTime),
    Number(f64),
}

fn typed(column: &Column, cell: &str) -> Typed {
    let typed = match column.kind {
        Kind::Text => None,
        Kind::Date => whole_day(cell).map(Typed::Day),
        Kind::Number => cell.parse().ok().map(Typed::Number),
    };
    typed.unwrap_or(Typed::Text)
}

/// A date that has a day; workbooks have no others, and none before 1900.
fn whole_day(text: &str) -> Option<ExcelDateTime> {
    let date = Date::parse(text).filter(|date| date.year() >= 1901)?;
    ExcelDateTime::from_ymd(date.year(), date.month()?, date.day()?).ok()
}

/// The beginning of a text that is too long for a cell, which is measured in UTF-16. A list loses whole values:
/// the beginning of an amount is another amount.
fn shortened(text: String, is_list: bool, losses: &mut Losses) -> String {
    if text.len() <= MAX_CELL {
        return text;
    }
    let mut length = 0;
    let beyond = text.char_indices().find(|(_, character)| {
        length += character.len_utf16();
        length > MAX_CELL
    });
    let Some(kept) = beyond.and_then(|(end, _)| text.get(..end)) else {
        return text;
    };
    losses.count(SHORTENED);
    let whole = is_list.then(|| without_last(kept)).flatten();
    whole.unwrap_or(kept).trim_end().to_owned()
}
