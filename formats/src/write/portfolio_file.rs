//! The explorer's own JSON.

use super::{Selection, Written};
use atlas_engine::portfolio::Portfolio;

/// Writes everything; the source also states what was selected, unless it is the whole list.
pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let text = if selection.query.is_empty() {
        serde_json::to_string_pretty(portfolio)
    } else {
        let statements = selection.statements(portfolio).into_iter().skip(1);
        let statements = statements.map(|(_, value)| value);
        let statements: Vec<String> = statements.filter(|it| !it.is_empty()).collect();
        let selected = Portfolio {
            source: Some(statements.join("; ")),
            ..portfolio.clone()
        };
        serde_json::to_string_pretty(&selected)
    };
    match text {
        Ok(text) => Written {
            bytes: (text + "\n").into_bytes(),
            losses: Vec::new(),
        },
        Err(error) => Written {
            bytes: Vec::new(),
            losses: vec![format!("The file could not be written: {error}.")],
        },
    }
}
