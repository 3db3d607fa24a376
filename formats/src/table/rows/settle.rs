//! Rows with one value, which can be projects, headings of sections or notes.

use super::Table;
use super::left_out::{Kind, LeftOut};
use super::shape::is_note;
use crate::table::cells::text;

impl Table<'_> {
    /// Decides what rows with one value are, now that the column of the titles is known: projects, headings of
    /// sections, or notes.
    pub(in crate::table) fn settle(&mut self, title: Option<usize>, left_out: &mut LeftOut) {
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
                        left_out.add(kind, sheet.grid, row.at as usize);
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
