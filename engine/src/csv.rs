//! Tables for spreadsheets, as comma-separated values (RFC 4180).

const FORMULA: [char; 4] = ['=', '@', '\t', '\r'];
const SIGNS: [char; 2] = ['+', '-'];
/// What numbers and telephone numbers have besides digits.
const NUMERIC: [char; 9] = [' ', '.', ',', '-', '/', '(', ')', '\u{a0}', '\u{202f}'];

/// Adds a row to a table.
///
/// A cell that a spreadsheet would run as a formula is escaped with an apostrophe; [`unescaped`] removes it.
///
/// ```
/// let mut table = String::new();
/// atlas_engine::csv::add_row(&mut table, &["Donor", "A \"good\" one, or not"]);
/// atlas_engine::csv::add_row(&mut table, &["=1+1", "2"]);
/// assert_eq!(table, "Donor,\"A \"\"good\"\" one, or not\"\r\n'=1+1,2\r\n");
/// ```
pub fn add_row(table: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            table.push(',');
        }
        add_cell(table, cell);
    }
    table.push_str("\r\n");
}

/// Returns the text of a cell without the apostrophe that escaped it.
///
/// ```
/// use atlas_engine::csv::unescaped;
/// assert_eq!(unescaped("'=1+1"), "=1+1");
/// assert_eq!(unescaped("'s-Hertogenbosch"), "'s-Hertogenbosch");
/// ```
pub fn unescaped(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| is_escaped(rest)).unwrap_or(cell)
}

/// Whether a cell is escaped: a formula, or what would be taken for an escaped one.
fn is_escaped(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    let is_number = |rest: &str| {
        let is_numeric = |it: char| it.is_ascii_digit() || NUMERIC.contains(&it);
        rest.contains(|it: char| it.is_ascii_digit()) && rest.chars().all(is_numeric)
    };
    let signed = text.strip_prefix(SIGNS);
    text.starts_with(FORMULA) || signed.is_some_and(|rest| !is_number(rest))
}

fn add_cell(table: &mut String, cell: &str) {
    let guard = if is_escaped(cell) { "'" } else { "" };
    if !cell.contains([',', '"', '\n', '\r']) {
        table.push_str(guard);
        table.push_str(cell);
        return;
    }
    table.push('"');
    table.push_str(guard);
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            table.push_str("\"\"");
        }
        table.push_str(part);
    }
    table.push('"');
}

#[cfg(test)]
mod tests {
    use super::{add_row, unescaped};

    #[test]
    fn no_cell_starts_like_a_formula() {
        for begin in ["=", "+", "-", "@", "\t", "\r"] {
            let mut table = String::new();
            add_row(&mut table, &[&[begin, "SUM(1,2)"].concat()]);
            let cell = table.trim_start_matches('"');
            assert!(cell.starts_with('\''), "{table}");
        }
    }

    #[test]
    fn escaping_can_be_undone() {
        let kept = [
            "",
            "Wells",
            "'",
            "'s",
            "''x",
            "-5",
            "+49 (30) 12-34",
            "- 1.5",
        ];
        let escaped = ["=1", "'=1", "''@", "+", "-x", "+1+cmd", "'-x", "\t1"];
        for (cells, guard) in [(&kept, ""), (&escaped, "'")] {
            for cell in cells {
                let mut table = String::new();
                add_row(&mut table, &[cell]);
                assert_eq!(table, [guard, cell, "\r\n"].concat());
                assert_eq!(unescaped(table.trim_end_matches("\r\n")), *cell);
            }
        }
    }

    #[test]
    fn a_cell_with_a_line_break_stays_one_cell() {
        let mut table = String::new();
        add_row(&mut table, &["one\ntwo", "", "-"]);
        assert_eq!(table, "\"one\ntwo\",,'-\r\n");
    }
}
