//! Reads lists of projects in the formats they are published in, and writes them.
//!
//! ```text
//! bytes ──format, encoding──▶ text ──sources──▶ tables ──table──▶ drafts ──assemble──▶ Portfolio
//!                               └──────────────iati──────────────▶──┘
//! Portfolio ──write──▶ bytes
//! ```
//!
//! [`read`] takes bytes and [`Options`], and gives a [`Reading`]: a portfolio, and findings that name a place,
//! what is wrong there and how to fix it. It never fails and never panics; its time and memory are linear in the
//! input. Nothing here needs a file system, a thread or a clock.

mod assemble;
pub mod encoding;
pub mod finding;
pub mod format;
mod grid;
mod iati;
mod joined;
pub mod mapping;
#[cfg(test)]
mod measure;
mod own_table;
mod portfolio;
mod sources;
mod table;
mod values;
pub mod write;

use assemble::{Draft, assemble};
use atlas_engine::portfolio::Portfolio;
use encoding::Decoder;
pub use finding::{Finding, Findings, Place, Severity};
pub use format::Format;
pub use joined::join;
pub use mapping::Mapping;
use sources::Tables;
pub use values::country::suggest as suggest_country;

/// What a caller knows about the input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format; without it, the content decides.
    pub format: Option<Format>,
    /// Decisions that are given instead of made; see [`Mapping`].
    pub mapping: Mapping,
    /// The title of the list if the input states none, such as the name of its file.
    pub title: Option<String>,
    /// Whether people to contact are read, where a format has them. They are left out otherwise, because
    /// a list is published.
    pub with_contacts: bool,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The format that was read; `None` if it is not supported.
    pub format: Option<Format>,
    /// The list; `None` if there is nothing to show.
    pub portfolio: Option<Portfolio>,
    /// What was decided. Given again, the same bytes are read in the same way.
    pub mapping: Mapping,
    /// What was noticed, in the order of the input.
    pub findings: Findings,
}

/// The title of a list that has none.
const UNTITLED: &str = "Projects";

/// Reads a list of projects. `decoder` decodes texts that are not UTF-8.
pub fn read_with(bytes: &[u8], options: &Options, decoder: &dyn Decoder) -> Reading {
    let mut findings = Findings::default();
    let mut mapping = options.mapping.clone();
    let stated = options.format.or(mapping.format);
    let Some(format) = stated.or_else(|| format::recognise(bytes, &mut findings)) else {
        return Reading {
            format: None,
            portfolio: None,
            mapping,
            findings,
        };
    };
    mapping.format = Some(format);
    let portfolio = match format {
        Format::Portfolio => portfolio::read(bytes, &mut findings),
        Format::Xlsx | Format::Ods => {
            let tables = sources::workbook::read(bytes, format, &mut findings);
            from_tables(&tables, options, &mut mapping, &mut findings)
        }
        _ => {
            let encoding = mapping.encoding.as_deref();
            let (text, encoding) = encoding::decode(bytes, encoding, decoder, &mut findings);
            mapping.encoding = Some(encoding);
            let tables = match format {
                Format::Iati => None,
                Format::Geojson => Some(sources::geojson::read(&text, &mut findings)),
                Format::ThreeSixtyGiving => Some(sources::giving::read(&text, &mut findings)),
                Format::Text => Some(sources::labelled::read(&text, &mut mapping, &mut findings)),
                _ => Some(sources::csv::read(&text, &mut mapping, &mut findings)),
            };
            if let Some(tables) = tables {
                from_tables(&tables, options, &mut mapping, &mut findings)
            } else {
                let read = iati::read(&text, options.with_contacts, &mut findings);
                completed(read, options, None, &mut findings)
            }
        }
    };
    Reading {
        format: Some(format),
        portfolio,
        mapping,
        findings,
    }
}

/// The text that was read, with the lines and columns that findings name; `None` for a workbook.
pub fn text_of(bytes: &[u8], mapping: &Mapping, decoder: &dyn Decoder) -> Option<String> {
    match mapping.format? {
        Format::Xlsx | Format::Ods => None,
        Format::Portfolio => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => {
            let encoding = mapping.encoding.as_deref();
            Some(encoding::decode(bytes, encoding, decoder, &mut Findings::default()).0)
        }
    }
}

fn from_tables(
    tables: &Tables,
    options: &Options,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Option<Portfolio> {
    let read =
        own_table::read(tables, findings).unwrap_or_else(|| table::read(tables, mapping, findings));
    completed(read, options, tables.title.as_deref(), findings)
}

fn completed(
    (mut list, drafts): (Portfolio, Vec<Draft>),
    options: &Options,
    title: Option<&str>,
    findings: &mut Findings,
) -> Option<Portfolio> {
    if drafts.is_empty() {
        let message = "There is no project in it.";
        let help = "Choose the file with the list. A table needs a row of headings, and a row for each project below it.";
        if !findings.has_errors() {
            findings.add(Finding::new(Severity::Error, "no-projects", message).help(help));
        }
        return None;
    }
    if list.title.is_empty() {
        let title = title.or(options.title.as_deref()).unwrap_or(UNTITLED);
        title.clone_into(&mut list.title);
    }
    Some(assemble(list, drafts, findings))
}
