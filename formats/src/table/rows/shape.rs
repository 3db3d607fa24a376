//! What the cells of a row look like: sums, notes, headings again.

use crate::grid::{Cell, Grid};
use crate::table::cells::{is_numeric, text};
use crate::table::words::words;
use atlas_engine::text::fold;
use std::collections::HashSet;

/// The texts of a row with their positions, to recognise the same row again.
pub(super) fn fingerprint(grid: &Grid, row: usize) -> String {
    let texts: Vec<String> = grid
        .row(row)
        .map(|(position, cell)| format!("{position} {}", fold(&text(cell))))
        .collect();
    texts.join("\u{1f}")
}

/// The headings of a row that repeats them, perhaps in other columns.
pub(super) fn headings_again(
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
pub(super) fn are_numbers(grid: &Grid, row: usize) -> bool {
    let mut count = 0;
    let mut is_next = |cell: Cell| {
        count += 1;
        text(cell).trim_matches(['(', ')', '.']).parse() == Ok(count)
    };
    grid.row(row).all(|(_, cell)| is_next(cell)) && count > 2
}

pub(super) struct Shape {
    pub(super) filled: usize,
    pub(super) distinct: usize,
    /// How many cells are texts that are no number.
    pub(super) texts: usize,
    /// The first text.
    pub(super) first: String,
    pub(super) first_is_text: bool,
    pub(super) may_be_tags: bool,
}

impl Shape {
    pub(super) fn of(grid: &Grid, row: usize) -> Self {
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
    pub(super) fn is_total(&self, typical: usize) -> bool {
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

pub(super) fn is_note(text: &str) -> bool {
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
