//! Tables for spreadsheets, as comma-separated values (RFC 4180).

const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Adds a row to a table.
///
/// A cell that a spreadsheet would run as a formula is escaped with an apostrophe.
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

fn add_cell(table: &mut String, cell: &str) {
    let guard = if cell.starts_with(FORMULA) { "'" } else { "" };
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
    use super::add_row;

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
    fn a_cell_with_a_line_break_stays_one_cell() {
        let mut table = String::new();
        add_row(&mut table, &["one\ntwo", "", "-"]);
        assert_eq!(table, "\"one\ntwo\",,'-\r\n");
    }
}
