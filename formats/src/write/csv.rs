//! CSV: UTF-8 with a byte order mark, without which Excel reads another encoding.

use super::{Losses, Selection, Written};
use crate::own_table::OwnTable;
use atlas_engine::csv;
use atlas_engine::portfolio::Portfolio;

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let table = OwnTable::of(portfolio);
    let mut losses = Losses::of_table(&table);
    losses.of_list(portfolio, "CSV");
    let mut text = BYTE_ORDER_MARK.to_owned();
    let statements = selection.statements(portfolio);
    let headings = table.columns.iter().map(|it| it.heading.as_str());
    let headings: Vec<&str> = headings.chain(statements.iter().map(|it| it.0)).collect();
    csv::add_row(&mut text, &headings);
    let mut row: Vec<String> = Vec::new();
    for project in &portfolio.projects {
        row.clear();
        row.extend(table.row(project));
        let cells = row.iter().chain(statements.iter().map(|it| &it.1));
        csv::add_row(&mut text, &cells.map(String::as_str).collect::<Vec<_>>());
    }
    Written {
        bytes: text.into_bytes(),
        losses: losses.into_sentences(),
    }
}
