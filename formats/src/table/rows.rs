//! Which rows hold projects, and which hold sections, totals, notes or headings again.

use super::cells::{is_numeric, text};
use super::heading_row::{typical, unnamed};
use super::hxl;
use super::sheets::Sheet;
use super::words::words;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::{Cell, Grid};
use atlas_engine::text::fold;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A column of the list, which may be in several sheets and places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// The heading as published, on one line.
    pub(super) heading: String,
    /// Its position among the columns with this heading, from 1.
    pub(super) nth: u32,
    pub(super) tag: Option<String>,
    /// Whether the heading is made up, because there is none.
    pub(super) is_unnamed: bool,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    sheet: u32,
    row: u32,
    layout: u32,
    /// The section above it, by its number from 1.
    pub(super) section: u32,
    /// Whether it is the only cell with a value.
    pub(super) is_single: bool,
}

/// The number of the column at each position that has one, in the order of the positions.
type Layout = Vec<(u16, u16)>;

/// The columns and rows of all sheets.
pub(super) struct Table<'a> {
    pub(super) sheets: Vec<Sheet<'a>>,
    pub(super) columns: Vec<Column>,
    layouts: Vec<Layout>,
    pub(super) rows: Vec<Row>,
    pub(super) sections: Vec<String>,
    /// The columns that have no heading, by their position.
    unnamed: HashMap<u16, u16>,
}

/// The number of columns in all sheets, at most as many as a sheet has.
const MAX_COLUMNS: usize = crate::grid::MAX_COLUMNS;
/// How many columns without a heading are read.
const MAX_UNNAMED: usize = 100;

/// Why rows are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
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
pub(super) struct LeftOut(BTreeMap<Kind, (usize, Place)>);

impl LeftOut {
    fn add(&mut self, kind: Kind, grid: &Grid, row: usize) {
        let (count, _) = self
            .0
            .entry(kind)
            .or_insert_with(|| (0, grid.row_place(row)));
        *count += 1;
    }

    pub(super) fn report(self, findings: &mut Findings) {
        for (kind, (count, first)) in self.0 {
            let message = format!(
                "Left out, because it holds no project: {count} {}.",
                kind.name(count)
            );
            findings.add(Finding::new(Severity::Note, "rows-left-out", message).at(first));
        }
    }
}

impl<'a> Table<'a> {
    /// Finds the columns and the rows of sheets. Rows with one value are left for [`Table::settle`].
    pub(super) fn scan(sheets: Vec<Sheet<'a>>, left_out: &mut LeftOut) -> Self {
        let mut this = Self {
            sheets: Vec::new(),
            columns: Vec::new(),
            layouts: Vec::new(),
            rows: Vec::new(),
            sections: Vec::new(),
            unnamed: HashMap::new(),
        };
        let mut numbers = HashMap::new();
        for (at, sheet) in sheets.iter().enumerate() {
            this.scan_sheet(at as u32, sheet, &mut numbers, left_out);
        }
        this.sheets = sheets;
        this
    }

    fn scan_sheet(
        &mut self,
        at: u32,
        sheet: &Sheet,
        numbers: &mut Numbers,
        left_out: &mut LeftOut,
    ) {
        let Sheet { grid, headings } = sheet;
        for row in 0..headings.first.min(grid.rows()) {
            let kind = if grid.row(row).next().is_none() {
                Kind::Empty
            } else {
                Kind::Title
            };
            left_out.add(kind, grid, row);
        }
        let mut layout = self.layout(&headings.of, numbers);
        for (position, tag) in &headings.tags {
            let column = column_at(&layout, *position).or_else(|| self.without_heading(*position));
            if let Some(column) =
                column.and_then(|column| self.columns.get_mut(usize::from(column)))
            {
                column.tag.get_or_insert_with(|| tag.clone());
            }
        }
        let known: HashSet<String> = headings.of.iter().map(|(_, text)| fold(text)).collect();
        let raw: HashSet<String> = (headings.first..headings.first + headings.rows)
            .map(|row| fingerprint(grid, row))
            .collect();
        self.layouts.push(std::mem::take(&mut layout));
        let first = headings.first + headings.rows;
        let filled = (first..grid.rows()).map(|row| grid.row(row).count());
        let typical = typical(filled.filter(|filled| *filled > 0).take(200));
        let mut is_first = true;
        for row in first..grid.rows() {
            let shape = Shape::of(grid, row);
            let kind = if shape.filled == 0 {
                Some(Kind::Empty)
            } else if shape.may_be_tags && hxl::tags(grid, row).is_some() {
                Some(Kind::Tags)
            } else if is_first && are_numbers(grid, row) {
                Some(Kind::Numbers)
            } else if shape.is_total(typical) {
                Some(Kind::Total)
            } else if shape.filled > 1 && known.contains(&fold(&shape.first)) {
                if raw.contains(&fingerprint(grid, row)) {
                    Some(Kind::Headings)
                } else if let Some(again) = headings_again(grid, row, &known) {
                    let layout = self.layout(&again, numbers);
                    if self.layouts.last() != Some(&layout) {
                        self.layouts.push(layout);
                    }
                    Some(Kind::Headings)
                } else {
                    None
                }
            } else {
                None
            };
            if let Some(kind) = kind {
                left_out.add(kind, grid, row);
                continue;
            }
            is_first = false;
            self.add_unnamed(grid, row);
            self.rows.push(Row {
                sheet: at,
                row: row as u32,
                layout: self.layouts.len() as u32 - 1,
                section: 0,
                is_single: shape.distinct == 1
                    && shape.first_is_text
                    && (shape.filled > 1 || typical > 2),
            });
        }
    }

    /// The columns of headings; new ones are added.
    fn layout(&mut self, headings: &[(usize, String)], numbers: &mut Numbers) -> Layout {
        let mut times: HashMap<String, u32> = HashMap::new();
        let mut layout = Vec::with_capacity(headings.len());
        for (position, heading) in headings {
            let key = fold(heading);
            let nth = times.entry(key.clone()).or_default();
            *nth += 1;
            let key = (key, *nth);
            let number = numbers.get(&key).copied().or_else(|| {
                let number = self.add_column(Column {
                    heading: heading.clone(),
                    nth: *nth,
                    ..Column::default()
                })?;
                numbers.insert(key, number);
                Some(number)
            });
            if let Some(number) = number {
                layout.push((*position as u16, number));
            }
        }
        layout
    }

    fn add_column(&mut self, column: Column) -> Option<u16> {
        let number = self.columns.len();
        (number < MAX_COLUMNS).then(|| {
            self.columns.push(column);
            number as u16
        })
    }

    fn without_heading(&mut self, position: usize) -> Option<u16> {
        let position = position as u16;
        if let Some(number) = self.unnamed.get(&position) {
            return Some(*number);
        }
        if self.unnamed.len() >= MAX_UNNAMED {
            return None;
        }
        let number = self.add_column(Column {
            heading: unnamed(usize::from(position)),
            nth: 1,
            tag: None,
            is_unnamed: true,
        })?;
        self.unnamed.insert(position, number);
        Some(number)
    }

    fn add_unnamed(&mut self, grid: &Grid, row: usize) {
        let Some(layout) = self.layouts.last() else {
            return;
        };
        let is_unknown = |position: &usize| column_at(layout, *position).is_none();
        let positions: Vec<usize> = grid
            .row(row)
            .map(|(position, _)| position)
            .filter(is_unknown)
            .take(MAX_UNNAMED)
            .collect();
        for position in positions {
            self.without_heading(position);
        }
    }

    /// The cells of a row that have a value and a column, each with its column's number.
    pub(super) fn cells(&self, row: Row) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.positions(row).map(|(column, _, cell)| (column, cell))
    }

    fn positions(&self, row: Row) -> impl Iterator<Item = (usize, usize, Cell<'_>)> {
        let sheet = self.sheets.get(row.sheet as usize);
        let layout = self.layouts.get(row.layout as usize);
        let cells = sheet
            .into_iter()
            .flat_map(move |sheet| sheet.grid.row(row.row as usize));
        cells.filter_map(move |(position, cell)| {
            let known = layout.and_then(|layout| column_at(layout, position));
            let column = known.or_else(|| self.unnamed.get(&(position as u16)).copied())?;
            Some((usize::from(column), position, cell))
        })
    }

    /// Where a row is.
    pub(super) fn place(&self, row: Row) -> Place {
        let sheet = self.sheets.get(row.sheet as usize);
        sheet.map_or(Place::File, |sheet| sheet.grid.row_place(row.row as usize))
    }

    /// Where the cell of a row in a column is.
    pub(super) fn cell_place(&self, row: Row, column: usize) -> Place {
        let position = self.positions(row).find(|(at, ..)| *at == column);
        match (self.sheets.get(row.sheet as usize), position) {
            (Some(sheet), Some((_, position, _))) => sheet.grid.place(row.row as usize, position),
            _ => self.place(row),
        }
    }

    /// Where the heading of a column is.
    pub(super) fn heading_place(&self, column: usize) -> Place {
        let mut layouts = self.layouts.iter();
        let position = layouts.next().and_then(|layout| {
            let mut columns = layout.iter();
            columns.find(|(_, number)| usize::from(*number) == column)
        });
        match (self.sheets.first(), position) {
            (Some(sheet), Some((position, _))) => {
                let last = (sheet.headings.first + sheet.headings.rows).saturating_sub(1);
                sheet.grid.place(last, usize::from(*position))
            }
            _ => Place::File,
        }
    }

    /// The name of the sheet of a row.
    pub(super) fn sheet_name(&self, row: Row) -> Option<&str> {
        self.sheets
            .get(row.sheet as usize)
            .and_then(|sheet| sheet.grid.sheet())
    }

    /// Decides what rows with one value are, now that the column of the titles is known: projects, headings of
    /// sections, or notes.
    pub(super) fn settle(&mut self, title: Option<usize>, left_out: &mut LeftOut) {
        let has_single = self.rows.iter().any(|row| row.is_single);
        if !has_single {
            return;
        }
        let title_is_section = self.is_filled_beside(title);
        let last = self.rows.iter().rposition(|row| !row.is_single);
        let mut section = 0;
        let mut sections = Vec::new();
        let rows = std::mem::take(&mut self.rows);
        let mut kept = Vec::with_capacity(rows.len());
        for (at, mut row) in rows.into_iter().enumerate() {
            if row.is_single {
                let (column, text) = {
                    let mut cells = self.cells(row);
                    let first = cells.next();
                    first.map_or((None, String::new()), |(column, cell)| {
                        (Some(column), text(cell).into_owned())
                    })
                };
                let is_title = title.is_some() && column == title && !is_note(&text);
                if !is_title || title_is_section {
                    let is_section = last.is_some_and(|last| at < last) && !is_note(&text);
                    let kind = if is_section {
                        Kind::Section
                    } else {
                        Kind::Note
                    };
                    if is_section {
                        sections.push(text);
                        section = sections.len() as u32;
                    }
                    if let Some(sheet) = self.sheets.get(row.sheet as usize) {
                        left_out.add(kind, sheet.grid, row.row as usize);
                    }
                    continue;
                }
            }
            row.section = section;
            kept.push(row);
        }
        self.rows = kept;
        self.sections = sections;
    }

    /// Whether every other row has a value in some column beside that of the titles, and there are enough of
    /// them to say that one without it is no project.
    fn is_filled_beside(&self, title: Option<usize>) -> bool {
        const ENOUGH: usize = 5;
        let whole = self.rows.iter().filter(|row| !row.is_single).count();
        let mut filled = vec![0_usize; self.columns.len()];
        for row in self.rows.iter().filter(|row| !row.is_single) {
            for (column, _) in self.cells(*row) {
                if let Some(filled) = filled.get_mut(column) {
                    *filled += 1;
                }
            }
        }
        let mut beside = filled
            .iter()
            .enumerate()
            .filter(|(column, _)| Some(*column) != title);
        whole >= ENOUGH && beside.any(|(_, filled)| *filled == whole)
    }
}

type Numbers = HashMap<(String, u32), u16>;

fn column_at(layout: &Layout, position: usize) -> Option<u16> {
    let at = layout.binary_search_by_key(&position, |(at, _)| usize::from(*at));
    at.ok()
        .and_then(|at| layout.get(at))
        .map(|(_, column)| *column)
}

/// The texts of a row with their positions, to recognise the same row again.
fn fingerprint(grid: &Grid, row: usize) -> String {
    let texts: Vec<String> = grid
        .row(row)
        .map(|(position, cell)| format!("{position} {}", fold(&text(cell))))
        .collect();
    texts.join("\u{1f}")
}

/// The headings of a row that repeats them, perhaps in other columns.
fn headings_again(
    grid: &Grid,
    row: usize,
    known: &HashSet<String>,
) -> Option<Vec<(usize, String)>> {
    let cells = grid.row(row).map(|(position, cell)| {
        let words: Vec<&str> = cell.text().unwrap_or_default().split_whitespace().collect();
        (position, words.join(" "))
    });
    let cells: Vec<(usize, String)> = cells.collect();
    let same = cells
        .iter()
        .filter(|(_, text)| known.contains(&fold(text)))
        .count();
    (same > 1 && same * 5 >= cells.len() * 3).then_some(cells)
}

/// Whether a row numbers the columns: 1, 2, 3.
fn are_numbers(grid: &Grid, row: usize) -> bool {
    let mut count = 0;
    let mut is_next = |cell: Cell| {
        count += 1;
        text(cell).trim_matches(['(', ')', '.']).parse() == Ok(count)
    };
    grid.row(row).all(|(_, cell)| is_next(cell)) && count > 2
}

struct Shape {
    filled: usize,
    distinct: usize,
    /// How many cells are texts that are no number.
    texts: usize,
    /// The first text.
    first: String,
    first_is_text: bool,
    may_be_tags: bool,
}

impl Shape {
    fn of(grid: &Grid, row: usize) -> Self {
        let mut shape = Self {
            filled: 0,
            distinct: 0,
            texts: 0,
            first: String::new(),
            first_is_text: false,
            may_be_tags: false,
        };
        let mut last = String::new();
        for (_, cell) in grid.row(row) {
            let text = text(cell);
            if text.is_empty() {
                continue;
            }
            shape.filled += 1;
            let is_text = cell.text().is_some() && !is_numeric(&text);
            if is_text && shape.texts == 0 {
                shape.first = text.clone().into_owned();
                shape.first_is_text = true;
                shape.may_be_tags = text.starts_with('#');
            }
            shape.texts += usize::from(is_text);
            if shape.distinct < 2 && (shape.filled == 1 || *text != *last) {
                shape.distinct += 1;
                last = text.into_owned();
            }
        }
        shape
    }

    /// Whether the row holds a sum: its only text begins with a word for it.
    fn is_total(&self, typical: usize) -> bool {
        if self.texts != 1 || self.first.len() > 80 || self.filled > typical.max(2) {
            return false;
        }
        let words = words(&self.first, false);
        let pair = words
            .iter()
            .take(2)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ");
        let first = words.first().map_or("", String::as_str);
        let is_sum = TOTALS.contains(&first) || TOTALS.contains(&pair.as_str());
        let rest = words
            .len()
            .saturating_sub(if TOTALS.contains(&pair.as_str()) {
                2
            } else {
                1
            });
        // “Total sanitation” with an amount can be a project, if rows have no more.
        is_sum && rest <= if typical > 3 { 4 } else { 1 } && (self.filled > 1 || rest == 0)
    }
}

/// Words that begin a row of sums, folded, in all supported languages.
const TOTALS: [&str; 64] = [
    "total",
    "totals",
    "subtotal",
    "sub total",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "zwischensumme",
    "insgesamt",
    "gesamtbetrag",
    "somme",
    "sous total",
    "totaux",
    "totale",
    "subtotale",
    "totali",
    "totaal",
    "subtotaal",
    "i alt",
    "ialt",
    "samlet",
    "summa",
    "totalt",
    "delsumma",
    "sammanlagt",
    "yhteensa",
    "valisumma",
    "kokku",
    "osszesen",
    "osszeg",
    "razem",
    "suma",
    "ogolem",
    "lacznie",
    "celkem",
    "soucet",
    "mezisoucet",
    "spolu",
    "sucet",
    "celkom",
    "skupaj",
    "vsota",
    "ukupno",
    "zbroj",
    "общо",
    "сума",
    "вкупно",
    "меѓузбир",
    "итого",
    "всего",
    "разом",
    "усього",
    "укупно",
    "συνολο",
    "γενικο συνολο",
    "kopa",
    "is viso",
    "iomlan",
    "المجموع",
    "الاجمالي",
    "toplam",
    "gjithsej",
];

/// Words that begin a note, folded.
const NOTES: [&str; 40] = [
    "source",
    "sources",
    "note",
    "notes",
    "nb",
    "n b",
    "remark",
    "legend",
    "quelle",
    "quellen",
    "anmerkung",
    "anmerkungen",
    "hinweis",
    "stand",
    "legende",
    "remarque",
    "fuente",
    "nota",
    "fonte",
    "bron",
    "opmerking",
    "kilde",
    "kalla",
    "lahde",
    "allikas",
    "forras",
    "zrodlo",
    "uwaga",
    "zdroj",
    "poznamka",
    "vir",
    "izvor",
    "sursa",
    "източник",
    "извор",
    "источник",
    "джерело",
    "πηγη",
    "المصدر",
    "ملاحظة",
];

fn is_note(text: &str) -> bool {
    const LONGEST_FIRST: usize = 40;
    let starts = text.starts_with(['*', '†', '¹', '²', '³', '©']);
    let before = text.split_once(':').map(|(before, _)| before);
    let is_named = before
        .filter(|it| it.len() <= LONGEST_FIRST)
        .is_some_and(|before| {
            let words = words(before, false);
            words
                .first()
                .is_some_and(|first| NOTES.contains(&first.as_str()))
        });
    starts || is_named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Mapping;
    use crate::sources::Tables;
    use crate::table::sheets::choose;
    use crate::table::testing::grid;

    /// The rows that are kept, by their numbers, and the messages about the others.
    fn kept(lines: &[&str], title: usize) -> (Vec<u32>, Vec<String>) {
        let tables = Tables {
            grids: vec![grid(lines)],
            ..Tables::default()
        };
        let mut findings = Findings::default();
        let sheets = choose(&tables, &mut Mapping::default(), &mut findings);
        let mut left_out = LeftOut::default();
        let mut table = Table::scan(sheets, &mut left_out);
        table.settle(Some(title), &mut left_out);
        left_out.report(&mut findings);
        let messages = findings.kept().iter().map(|it| {
            let message = it
                .message
                .trim_start_matches("Left out, because it holds no project: ");
            format!("{}: {message}", it.place)
        });
        (
            table.rows.iter().map(|row| row.row + 1).collect(),
            messages.collect(),
        )
    }

    #[test]
    fn rows_that_hold_no_project_are_left_out_and_counted() {
        let (rows, messages) = kept(
            &[
                "Register of projects,,,,",
                "",
                "No.,Title,Start,End,Amount",
                "1,2,3,4,5",
                "A. Health,,,,",
                "1,Clinic,2012,2014,10000",
                "2,Doctors,Q2 2013,,2500",
                "Subtotal A,,,,12500",
                "No.,Title,Start,End,Amount",
                "B. Water,,,,",
                "3,Wells,2014,2015,7000",
                "TOTAL,,,,19500",
                "",
                "Source: annual report,,,,",
            ],
            1,
        );
        assert_eq!(rows, [6, 7, 11]);
        assert_eq!(
            messages,
            [
                "line 2: 2 empty rows.",
                "line 1: 1 row above the headings.",
                "line 9: 1 row with the headings again.",
                "line 4: 1 row with the numbers of the columns.",
                "line 5: 2 headings of sections.",
                "line 8: 2 rows of totals.",
                "line 14: 1 note.",
            ]
        );
    }

    #[test]
    fn a_project_may_have_nothing_but_a_title() {
        let lines = [
            "Title,Country,Donor,Link",
            "Sea model,PT,X,https://a.example",
            "Beach watch,,,",
        ];
        assert_eq!(kept(&lines, 0).0, [2, 3]);
        let total = [
            "Title,Amount",
            "Total sanitation campaign,10",
            "Wells,20",
            "Total,30",
        ];
        assert_eq!(kept(&total, 0).0, [2, 3]);
    }

    #[test]
    fn columns_that_move_with_repeated_headings_are_followed() {
        let tables = Tables {
            grids: vec![grid(&[
                "Title,Country,Start",
                "A,KE,2012",
                ",Title,Country,Start",
                ",B,UG,2013",
            ])],
            ..Tables::default()
        };
        let sheets = choose(&tables, &mut Mapping::default(), &mut Findings::default());
        let table = Table::scan(sheets, &mut LeftOut::default());
        let values = table.rows.iter().map(|row| {
            let cells: Vec<_> = table
                .cells(*row)
                .map(|(column, cell)| format!("{column}{}", text(cell)))
                .collect();
            cells.join(" ")
        });
        let values: Vec<_> = values.collect();
        assert_eq!(values, ["0A 1KE 22012", "0B 1UG 22013"]);
    }
}
