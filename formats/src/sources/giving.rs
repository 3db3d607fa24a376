//! 360Giving.

use super::Tables;
use super::json::{self, Columns, Places, Record};
use crate::finding::{Finding, Findings, Place, Severity};
use serde_json::value::RawValue;

/// Names of the standard whose headings in its spreadsheets are not their words.
const HEADINGS: [(&str, &str); 13] = [
    ("id", "Identifier"),
    ("url", "URL"),
    ("recipientOrganization", "Recipient Org"),
    ("fundingOrganization", "Funding Org"),
    ("recipientIndividual", "Recipient Ind"),
    ("duration", "Duration (months)"),
    ("addressLocality", "City"),
    ("addressRegion", "County"),
    ("addressCountry", "Country"),
    ("geoCode", "Geographic Code"),
    ("geoCodeType", "Geographic Code Type"),
    ("fromOpenCall", "From An Open Call?"),
    ("dateModified", "Last Modified"),
];

/// Reads the records of a 360Giving file, a row each, with the headings of the standard's spreadsheets.
pub(crate) fn read(text: &str, findings: &mut Findings) -> Tables {
    let document = json::documents(text, "grants", findings);
    if document.records.is_empty() {
        return Tables::default();
    }
    let mut columns = Columns::default();
    // Names of columns are known when all grants were read, so they are read twice.
    for_each(
        text,
        &document.records,
        &mut columns,
        &mut Findings::default(),
        |_, _| {},
    );
    let mut grid = columns.headings(findings);
    for_each(
        text,
        &document.records,
        &mut columns,
        findings,
        |record, place| {
            record.write(&mut grid, place);
        },
    );
    let title = document.members.first().and_then(|members| {
        let (_, value) = members.iter().find(|(key, _)| key == "title")?;
        json::text(value).map(std::borrow::Cow::into_owned)
    });
    Tables {
        grids: vec![grid],
        has_headings: true,
        title,
    }
}

fn for_each(
    text: &str,
    grants: &[&RawValue],
    columns: &mut Columns,
    findings: &mut Findings,
    mut visit: impl FnMut(Record, (u32, u32)),
) {
    let mut places = Places::new(text);
    for grant in grants {
        let place = places.of(grant);
        let Some(members) = json::members(grant) else {
            findings.add(
                Finding::new(
                    Severity::Warning,
                    "record-faulty",
                    "This value is no grant, and is left out.",
                )
                .at(Place::line(place.0, place.1))
                .help("Write each grant between { and }."),
            );
            continue;
        };
        let mut record = Record::default();
        for (name, value) in members {
            record.add(&name, value, place, columns, (append, findings));
        }
        visit(record, place);
    }
}

/// Appends a name as a heading: `plannedDates`, `startDate` as `Planned Dates:Start Date`.
fn append(path: &mut String, name: &str) {
    let known = HEADINGS.iter().find(|(known, _)| *known == name);
    match known {
        Some((_, heading)) => json::append(path, ":", heading),
        None => json::append(path, ":", &in_words(name)),
    }
}

fn in_words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut was_small = false;
    for (at, character) in name.chars().enumerate() {
        if was_small && character.is_uppercase() {
            words.push(' ');
        }
        was_small = character.is_lowercase() || character.is_numeric();
        if at == 0 {
            words.extend(character.to_uppercase());
        } else {
            words.push(character);
        }
    }
    words
}
