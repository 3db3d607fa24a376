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
    let statements = statements.map(|(heading, value)| (heading, losses.cleaned(value)));
    let headings = table.columns.iter().map(|it| it.heading.clone());
    let headings = headings.map(|heading| losses.cleaned(heading));
    let mut row: Vec<String> = headings.collect();
    let cells = row.iter().map(String::as_str);
    let cells: Vec<&str> = cells.chain(statements.iter().map(|it| it.0)).collect();
    csv::add_row(&mut text, &cells);
    for project in &portfolio.projects {
        row.clear();
        let mut fit = |text| losses.cleaned(text);
        row.extend(table.row(project, &mut fit).map(|(_, cell)| cell));
        let cells = row.iter().chain(statements.iter().map(|it| &it.1));
        csv::add_row(&mut text, &cells.map(String::as_str).collect::<Vec<_>>());
    }
    Written {
        bytes: text.into_bytes(),
        losses: losses.into_sentences(),
    }
}
