//! The table that this crate writes, as CSV, XLSX and the properties of GeoJSON: a row a project. It has every
//! field of a project, so that reading it gives the same projects.

mod columns;
mod lists;
mod read;

pub(crate) use columns::{Column, EXPORTED, Kind, LIST, SELECTION, SOURCE, columns};
pub(crate) use lists::without_last;
pub(crate) use read::{ABOUT, about_rows, is_own_record, read};

use atlas_engine::portfolio::{Portfolio, Project};

/// The table of a portfolio: only the columns that have a value.
pub(crate) struct OwnTable {
    pub(crate) columns: Vec<Column>,
    /// The names of custom fields for which there was no room.
    pub(crate) omitted: Vec<String>,
}

/// How many custom fields get a column.
const MAX_CUSTOM: usize = 400;

impl OwnTable {
    pub(crate) fn of(portfolio: &Portfolio) -> Self {
        let mut names = columns::custom_names(portfolio);
        let omitted = names.split_off(names.len().min(MAX_CUSTOM));
        let mut all = columns();
        all.extend(names.iter().map(|name| columns::custom(name)));
        all.extend(columns::totals(portfolio));
        let states = |column: &Column| {
            let mut projects = portfolio.projects.iter();
            column.is_required || projects.any(|it| !column.cell(it, &mut |text| text).is_empty())
        };
        all.retain(states);
        Self {
            columns: all,
            omitted,
        }
    }

    /// The columns, each with the cell of a project; `fit` makes each text one that the format holds.
    pub(crate) fn row(
        &self,
        project: &Project,
        fit: &mut dyn FnMut(String) -> String,
    ) -> impl Iterator<Item = (&Column, String)> {
        let columns = self.columns.iter();
        columns.map(|column| (column, column.cell(project, fit)))
    }
}

#[cfg(test)]
mod tests;
