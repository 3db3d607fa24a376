//! Decides what each column is, and how its values are written.

mod choose;
mod details;
mod fit;

use super::evidence::Evidence;
use super::headings::{is_planned, year_in};
use super::rows::Table;
use super::sheets::quoted;
use crate::finding::{Finding, Findings, Severity};
use crate::mapping::{ColumnMapping, DateOrder, Field, Mapping, ProjectField};
use crate::values::list::{self, Separator};
use atlas_engine::portfolio::Currency;
use atlas_engine::text::fold;
use choose::{Chooser, Decision};
use std::collections::{HashMap, HashSet};

/// How a column is read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) heading: String,
    pub(super) nth: u32,
    pub(super) field: Field,
    /// What is between values; `None` if it is not a list.
    pub(super) separator: Option<Separator>,
    pub(super) order: Option<DateOrder>,
    pub(super) decimal: Option<char>,
    pub(super) currency: Option<Currency>,
    /// What amounts are multiplied by.
    pub(super) factor: i64,
    /// The year of its amounts, if it is one of several columns with the amounts of a year.
    pub(super) year: Option<u16>,
    /// Whether its dates are planned.
    pub(super) is_planned: bool,
    /// Whether it has dates.
    pub(super) is_date: bool,
    /// Whether it has codes of countries, according to its heading.
    pub(super) is_code: bool,
}

impl Reading {
    /// How a value is read that is the same for all projects.
    pub(super) fn of_constant(field: Field, value: &str) -> Self {
        let separator = list::separator(std::iter::once(value));
        Self {
            heading: String::from(field.clone()),
            nth: 1,
            field,
            separator,
            order: None,
            decimal: None,
            currency: None,
            factor: 1,
            year: None,
            is_planned: false,
            is_date: false,
            is_code: false,
        }
    }
}

/// Below this, a decision is reported.
const SURE: f32 = 0.6;

/// Decides every column that the mapping does not state, and completes the mapping.
pub(super) fn decide(
    table: &Table,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> Vec<Reading> {
    let values = Evidence::of(table);
    let (stated, missing) = stated(table, mapping, findings);
    let fields: Vec<Option<Field>> = stated
        .iter()
        .map(|it| it.as_ref().map(|it| it.field.clone()))
        .collect();
    let decisions = Chooser::new(table, &values, &fields).choose(findings);
    let mut readings = Vec::with_capacity(decisions.len());
    for (at, (decision, stated)) in decisions.iter().zip(stated).enumerate() {
        let Some(column) = table.columns.get(at) else {
            continue;
        };
        report(table, at, decision, findings);
        let is_date = match &decision.field {
            Field::Project(field) => {
                use ProjectField::{Duration, End, Start, Year};
                matches!(field, Start | End | Year | Duration)
            }
            Field::Ignored => false,
            Field::Custom(_) | Field::Text => values
                .get(at)
                .is_some_and(|it| it.dates() >= 0.5 && it.numbers() > 0.3 && it.years() < 0.5),
        };
        let stated = stated.as_ref();
        readings.push(Reading {
            heading: column.heading.clone(),
            nth: column.nth,
            field: decision.field.clone(),
            separator: stated.and_then(|it| Separator::parse(it.separator.as_deref()?)),
            order: stated.and_then(|it| it.date_order),
            decimal: stated.and_then(|it| it.decimal),
            currency: stated.and_then(|it| Currency::parse(it.currency.as_deref()?.trim())),
            factor: 1,
            year: None,
            is_planned: is_planned(&column.heading),
            is_date,
            is_code: column.has_codes(),
        });
    }
    details::complete(table, &values, &mut readings, findings);
    state_years(&mut readings);
    mapping.columns = readings.iter().map(as_mapping).chain(missing).collect();
    readings
}

/// What the mapping states of each column, and what it states of columns that are not there.
fn stated(
    table: &Table,
    mapping: &mut Mapping,
    findings: &mut Findings,
) -> (Vec<Option<ColumnMapping>>, Vec<ColumnMapping>) {
    let mut positions: HashMap<(String, u32), usize> = HashMap::new();
    for (at, column) in table.columns.iter().enumerate() {
        positions
            .entry((key(&column.heading), column.nth))
            .or_insert(at);
    }
    let mut stated = vec![None; table.columns.len()];
    let mut missing = Vec::new();
    for column in std::mem::take(&mut mapping.columns) {
        let position = positions.get(&(key(&column.heading), column.nth));
        if let Some(stated) = position.and_then(|at| stated.get_mut(*at)) {
            *stated = Some(column);
            continue;
        }
        let headings = quoted(table.columns.iter().map(|it| it.heading.as_str()));
        let message = format!("There is no column “{}”.", column.heading);
        let finding = Finding::new(Severity::Error, "mapping-heading-missing", message);
        findings.add(
            finding
                .field(column.heading.clone())
                .help(format!("The headings are: {headings}.")),
        );
        missing.push(column);
    }
    (stated, missing)
}

/// Headings are the same whatever their case, accents and spaces.
pub(super) fn key(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    fold(&words.join(" "))
}

fn report(table: &Table, column: usize, decision: &Decision, findings: &mut Findings) {
    let Field::Project(field) = decision.field else {
        return;
    };
    if decision.confidence >= SURE {
        return;
    }
    let heading = table.columns.get(column).map_or("", |it| &it.heading);
    let (name, reason) = (field.name(), decision.reason);
    let message = format!(
        "The column “{heading}” is read as “{name}” because {reason}; this is not certain."
    );
    let finding =
        Finding::new(Severity::Note, "column-mapping", message).at(table.heading_place(column));
    let help = format!(
        "If it is something else, state it: “{heading}=FIELD”, or “{heading}=-” to leave it out."
    );
    findings.add(finding.field(heading).help(help));
}

/// Several columns with amounts that each name another year have the amounts of these years.
fn state_years(readings: &mut [Reading]) {
    let is_amount = |it: &&mut Reading| it.field == Field::Project(ProjectField::Amount);
    let mut amounts: Vec<&mut Reading> = readings.iter_mut().filter(is_amount).collect();
    let years: Option<HashSet<u16>> = amounts.iter().map(|it| year_in(&it.heading)).collect();
    if amounts.len() > 1 && years.is_some_and(|years| years.len() == amounts.len()) {
        for reading in &mut amounts {
            reading.year = year_in(&reading.heading);
        }
    }
}

fn as_mapping(reading: &Reading) -> ColumnMapping {
    ColumnMapping {
        heading: reading.heading.clone(),
        nth: reading.nth,
        field: reading.field.clone(),
        separator: reading.separator.as_ref().map(|it| it.as_str().to_owned()),
        date_order: reading.order,
        decimal: reading.decimal,
        currency: reading.currency.map(|it| it.to_string()),
    }
}
