//! Workbooks: XLSX and ODS.
//!
//! Both are archives of XML, read here as a stream of cells: what a workbook claims about its size takes no room, and
//! a damaged part costs what is behind the damage.

mod cells;
mod number_format;
mod ods;
mod package;
mod serial;
mod strings;
mod xlsx;
mod xml;

use super::Tables;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::format::{self, Format};
use cells::Room;
use package::{Failure, Package};

/// Reads the visible sheets of a workbook.
pub(crate) fn read(bytes: &[u8], format: Format, findings: &mut Findings) -> Tables {
    let mut room = Room::new(bytes.len());
    let read = Package::open(bytes).and_then(|mut package| {
        let read = if format == Format::Ods {
            ods::read(&mut package, &mut room, findings)
        } else {
            xlsx::read(&mut package, &mut room, findings)
        };
        if package.is_exhausted() || room.is_used_up() {
            findings.add(too_large());
        }
        read
    });
    let grids = read.unwrap_or_else(|failure| {
        report(failure, bytes, findings);
        Vec::new()
    });
    Tables {
        grids,
        ..Tables::default()
    }
}

fn report(failure: Failure, bytes: &[u8], findings: &mut Findings) {
    let finding = match failure {
        Failure::NoArchive => {
            let before = findings.kept().len();
            let is_workbook = matches!(
                format::recognise(bytes, findings),
                Some(Format::Xlsx | Format::Ods)
            );
            if findings.kept().len() > before {
                return;
            }
            if is_workbook {
                damaged("The workbook is damaged: its directory cannot be read.")
            } else {
                Finding::new(Severity::Error, "workbook-damaged", "This is no workbook.")
                    .help("Leave out the format, so that the content decides.")
            }
        }
        Failure::Missing(part) => damaged(format!("The workbook is damaged: {part} is missing.")),
        Failure::Locked => {
            let message = "The workbook is protected with a password.";
            Finding::new(Severity::Error, "workbook-locked", message)
                .help("Remove the password, and save it again.")
        }
        Failure::TooLarge => too_large(),
    };
    findings.add(finding);
}

fn damaged(message: impl Into<String>) -> Finding {
    Finding::new(Severity::Error, "workbook-damaged", message)
        .help("Download or copy it again, or open it in Excel or LibreOffice and save it as .xlsx.")
}

fn too_large() -> Finding {
    let message = "The workbook is far larger than its file; what goes beyond was left out.";
    Finding::new(Severity::Error, "workbook-too-large", message)
        .help("Copy the rows of the list into a new workbook, or save them as CSV.")
}

fn whole(sheet: &str) -> Place {
    Place::Sheet {
        sheet: sheet.to_owned(),
        row: 0,
        column: 0,
    }
}

fn hidden(sheet: &str) -> Finding {
    let message = format!("The sheet “{sheet}” is hidden, and was left out.");
    Finding::new(Severity::Note, "sheet-hidden", message)
        .at(whole(sheet))
        .help("Show it in the workbook if it belongs to the list.")
}

/// A sheet that ends before its end: the rows that were read stay.
fn cut_off(sheet: &str) -> Finding {
    let message = format!("The sheet “{sheet}” is damaged; rows behind the damage were left out.");
    Finding::new(Severity::Error, "workbook-damaged", message)
        .at(whole(sheet))
        .help("Open it in Excel or LibreOffice, which may repair it, and save it as .xlsx.")
}

/// A cell whose formula failed.
pub(super) fn error_in_cell(error: &str) -> Finding {
    let shown: String = error.chars().take(20).collect();
    let message = format!("The formula of the cell gives {shown}; the cell was read as empty.");
    Finding::new(Severity::Warning, "cell-error", message)
        .help("Correct the formula, or write the value.")
}

#[cfg(test)]
mod tests;
