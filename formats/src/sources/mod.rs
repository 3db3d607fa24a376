//! From the bytes of each format to tables, whose columns are not decided yet.

use crate::grid::Grid;
pub(crate) use cell::clean;

mod cell;
pub(crate) mod csv;
pub(crate) mod geojson;
pub(crate) mod giving;
mod json;
pub(crate) mod labelled;
pub(crate) mod workbook;

/// What a source contains.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// The sheets of a workbook that people see, or one table.
    pub(crate) grids: Vec<Grid>,
    /// Whether the first row is known to be the headings, as in records with names.
    pub(crate) has_headings: bool,
    /// The title of the list, if the source states one.
    pub(crate) title: Option<String>,
}
