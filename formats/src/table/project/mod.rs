//! From the rows of a project to the project.

mod amounts;
mod countries;
mod dates;
mod partial;
mod texts;

use super::cells::stated;
use super::columns::Reading;
use super::groups::Group;
use super::rows::{Row, Table};
use super::sheets::are_telling;
use crate::assemble::Draft;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::grid::Cell;
use crate::mapping::{Field, Mapping, ProjectField};
use crate::values::{list, organisation, status};
use atlas_engine::portfolio::{Currency, Date, Project, Status};
use partial::{Partial, RowParts};
use std::collections::{HashMap, HashSet};

/// Names of custom fields for what has no field of its own.
const REGION: &str = "Region";
const PLACE: &str = "Place";
const SECTION: &str = "Section";
const SHEET: &str = "Sheet";

/// Makes projects of groups of rows.
pub(super) struct Builder<'a> {
    table: &'a Table<'a>,
    readings: &'a [Reading],
    constants: Vec<(Field, String)>,
    /// The currency of amounts that state none.
    currency: Option<Currency>,
    has_end: bool,
    names_sheets: bool,
    reported: HashSet<(&'static str, String)>,
    without_currency: HashMap<usize, (usize, Place)>,
    findings: &'a mut Findings,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        table: &'a Table<'a>,
        readings: &'a [Reading],
        mapping: &Mapping,
        findings: &'a mut Findings,
    ) -> Self {
        let constants = mapping
            .constants
            .iter()
            .map(|(name, value)| (Field::from(name.clone()), value.trim().to_owned()));
        let constants: Vec<(Field, String)> =
            constants.filter(|(_, value)| !value.is_empty()).collect();
        let currency = constants
            .iter()
            .find(|(field, _)| *field == Field::Project(ProjectField::Currency));
        let currency = currency.and_then(|(_, value)| amounts::currency(value));
        let sheets: Vec<&str> = mapping.sheets.iter().map(String::as_str).collect();
        Self {
            currency,
            constants,
            has_end: readings
                .iter()
                .any(|it| it.field == Field::Project(ProjectField::End)),
            names_sheets: sheets.len() > 1 && are_telling(&sheets),
            reported: HashSet::new(),
            without_currency: HashMap::new(),
            table,
            readings,
            findings,
        }
    }

    /// The project of each group.
    pub(super) fn drafts(mut self, groups: &[Group]) -> Vec<Draft> {
        let drafts: Vec<Draft> = groups
            .iter()
            .filter_map(|group| self.draft(group))
            .collect();
        self.report_without_currency();
        self.report_spellings(&drafts);
        drafts
    }

    fn draft(&mut self, group: &Group) -> Option<Draft> {
        let place = self.table.place(*group.first()?);
        let mut partial = Partial::default();
        for row in group {
            self.add_row(&mut partial, *row);
        }
        self.add_constants(&mut partial, &place);
        self.finish_dates(&mut partial, &place);
        self.finish_amounts(&mut partial, group.len(), &place);
        texts::append(&mut partial.project.summary, &partial.texts);
        Some(Draft {
            project: partial.project,
            place,
            id: None,
        })
    }

    fn add_row(&mut self, partial: &mut Partial, row: Row) {
        let table = self.table;
        let mut parts = RowParts {
            countries: partial.project.countries.len(),
            currency: self.currency_of(row),
            ..RowParts::default()
        };
        for (column, cell) in table.cells(row) {
            let Some(reading) = self.readings.get(column) else {
                continue;
            };
            if stated(cell).is_some() {
                self.add_cell(partial, &mut parts, reading, cell, At::Cell(row, column));
            }
        }
        partial.add_location(&parts);
        if let Some(section) = table.sections.get((row.section as usize).wrapping_sub(1)) {
            partial.add_custom(SECTION, section);
        }
        if let Some(sheet) = table.sheet_name(row).filter(|_| self.names_sheets) {
            partial.add_custom(SHEET, sheet);
        }
    }

    /// The currency that a column of the row states.
    fn currency_of(&self, row: Row) -> Option<Currency> {
        let is_currency = |column: &usize| {
            let reading = self.readings.get(*column);
            reading.is_some_and(|it| it.field == Field::Project(ProjectField::Currency))
        };
        let mut cells = self
            .table
            .cells(row)
            .filter(|(column, _)| is_currency(column));
        cells.find_map(|(_, cell)| amounts::currency(&stated(cell)?))
    }

    fn add_cell(
        &mut self,
        partial: &mut Partial,
        parts: &mut RowParts,
        reading: &Reading,
        cell: Cell,
        at: At,
    ) {
        let Some(text) = stated(cell) else { return };
        let text = &*text;
        let field = match &reading.field {
            Field::Ignored => return,
            Field::Text => return partial.add_text(reading, &dates::in_order(text, reading)),
            Field::Custom(name) => {
                let text = dates::in_order(text, reading);
                for value in values(&text, reading) {
                    partial.add_custom(name, value);
                }
                return;
            }
            Field::Project(field) => *field,
        };
        let project = &mut partial.project;
        match field {
            ProjectField::Title if project.title.is_empty() => {
                project.title = texts::on_one_line(text);
            }
            ProjectField::Title => {
                self.contradicts(partial, reading, |it| Some(it.title.as_str()), text, at);
            }
            ProjectField::Identifier if project.identifier.is_none() => {
                project.identifier = Some(text.to_owned());
            }
            ProjectField::Identifier => {
                self.contradicts(partial, reading, |it| it.identifier.as_deref(), text, at);
            }
            ProjectField::Acronym if project.acronym.is_none() => {
                project.acronym = Some(text.to_owned());
            }
            ProjectField::Acronym => {
                self.contradicts(partial, reading, |it| it.acronym.as_deref(), text, at);
            }
            ProjectField::Objective => partial.add_prose(field, text, |it| &mut it.objective),
            ProjectField::Summary => partial.add_prose(field, text, |it| &mut it.summary),
            ProjectField::Note => partial.add_prose(field, text, |it| &mut it.note),
            ProjectField::Results if partial.is_new(field.name(), text) => {
                partial.project.results.push(text.to_owned());
            }
            ProjectField::Start
            | ProjectField::End
            | ProjectField::Year
            | ProjectField::Duration => {
                self.add_dates(partial, reading, field, cell, at);
            }
            ProjectField::Status => self.add_status(partial, reading, text, at),
            ProjectField::Country => self.add_countries(partial, reading, text, at),
            ProjectField::Region => {
                for value in values(text, reading) {
                    partial.add_custom(REGION, value);
                }
            }
            ProjectField::Place => parts
                .places
                .extend(values(text, reading).into_iter().map(str::to_owned)),
            ProjectField::Latitude | ProjectField::Longitude => {
                partial.add_degrees(parts, reading, field, text);
            }
            ProjectField::Implementing => {
                partial.add_organisations(field, values(text, reading), |it| &mut it.implementing);
            }
            ProjectField::Donor => {
                partial.add_organisations(field, values(text, reading), |it| &mut it.donors);
            }
            ProjectField::Partner => {
                partial.add_organisations(field, values(text, reading), |it| &mut it.partners);
            }
            ProjectField::Theme => {
                for value in values(text, reading) {
                    if partial.is_new(field.name(), value) {
                        partial.project.themes.push(value.to_owned());
                    }
                }
            }
            ProjectField::Amount => self.add_amount(partial, parts, reading, cell, at),
            ProjectField::Document => partial.add_links(field, text, |it| &mut it.documents),
            ProjectField::Link => partial.add_links(field, text, |it| &mut it.links),
            ProjectField::Related => partial.add_related(text),
            ProjectField::Results | ProjectField::Currency => {}
        }
    }

    /// Reports a value that differs from the one another row of the project states.
    fn contradicts(
        &mut self,
        partial: &mut Partial,
        reading: &Reading,
        known: impl Fn(&Project) -> Option<&str>,
        text: &str,
        at: At,
    ) {
        let Some(known) = known(&partial.project) else {
            return;
        };
        if known == text || known == texts::on_one_line(text) {
            return;
        }
        let message = format!(
            "The rows of this project state different values: “{}” and “{}”.",
            shortened(known),
            shortened(text)
        );
        let project = partial.project.title.clone();
        self.report(
            Severity::Warning,
            "value-contradiction",
            at,
            reading,
            &project,
            message,
            "The first is read; the other is in the text.",
        );
        partial.add_text(reading, text);
    }

    fn add_status(&mut self, partial: &mut Partial, reading: &Reading, text: &str, at: At) {
        match (status::parse(text), partial.project.status) {
            (Some(status), None) => partial.project.status = Some(status),
            (Some(status), Some(known)) if known != status => {
                self.contradicts(
                    partial,
                    reading,
                    |it| it.status.map(Status::key),
                    status.key(),
                    at,
                );
            }
            (Some(_), Some(_)) => {}
            (None, _) => {
                if self.is_first("status-unknown", text) {
                    let message = format!(
                        "“{}” is no status that is known: it is a value of the field “{}”.",
                        shortened(text),
                        reading.heading
                    );
                    let help = "The words are: planned, ongoing, completed, suspended, cancelled, and their like in other languages.";
                    self.report(
                        Severity::Warning,
                        "status-unknown",
                        at,
                        reading,
                        "",
                        message,
                        help,
                    );
                }
                partial.add_custom(&reading.heading, text);
            }
        }
    }

    /// Adds the values that are the same for all projects to one that states none.
    fn add_constants(&mut self, partial: &mut Partial, place: &Place) {
        for (field, value) in self.constants.clone() {
            if partial.has(&field) {
                continue;
            }
            let reading = Reading::of_constant(field, &value);
            let mut parts = RowParts {
                countries: usize::MAX,
                currency: self.currency,
                ..RowParts::default()
            };
            self.add_cell(
                partial,
                &mut parts,
                &reading,
                Cell::Text(&value),
                At::Constant(place),
            );
            partial.add_location(&parts);
        }
    }

    /// Whether a text was not reported yet, and a finding about it would be kept.
    fn is_first(&mut self, code: &'static str, text: &str) -> bool {
        self.findings.keeps(code) && self.reported.insert((code, text.to_owned()))
    }

    #[expect(clippy::too_many_arguments, reason = "a finding has many parts")]
    fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        at: At,
        reading: &Reading,
        project: &str,
        message: String,
        help: &str,
    ) {
        let mut finding = Finding::new(severity, code, message)
            .field(&reading.heading)
            .help(help);
        if self.findings.keeps(code) {
            finding.place = match at {
                At::Cell(row, column) => self.table.cell_place(row, column),
                At::Constant(place) => place.clone(),
            };
        }
        if !project.is_empty() {
            finding = finding.project(project);
        }
        self.findings.add(finding);
    }

    /// Proposes which names of organisations are the same.
    fn report_spellings(&mut self, drafts: &[Draft]) {
        const MOST: usize = 50_000;
        let projects = drafts.iter().map(|it| &it.project);
        let all =
            projects.flat_map(|it| it.implementing.iter().chain(&it.donors).chain(&it.partners));
        let mut seen = HashSet::new();
        let names: Vec<&str> = all
            .map(|it| it.name.as_str())
            .filter(|it| seen.insert(*it))
            .take(MOST)
            .collect();
        for same in organisation::probably_same(&names) {
            let names = same.iter().filter_map(|at| names.get(*at)).copied();
            let names = super::sheets::quoted(names);
            let message = format!("These are probably one organisation: {names}.");
            let finding = Finding::new(Severity::Note, "organisation-spellings", message);
            self.findings.add(
                finding.help(
                    "Write its name in one way; different names are different organisations.",
                ),
            );
        }
    }
}

/// Where a value is.
#[derive(Clone, Copy)]
enum At<'a> {
    Cell(Row, usize),
    /// A value for all projects, in the project at this place.
    Constant(&'a Place),
}

/// The values of a text, between the separators of its column.
fn values<'t>(text: &'t str, reading: &Reading) -> Vec<&'t str> {
    // “And” is also a part of many names of organisations.
    let splits_and = reading.field == Field::Project(ProjectField::Theme);
    match &reading.separator {
        Some(separator) => list::split(text, separator, splits_and),
        None => vec![text],
    }
}

/// A text as it is quoted in a finding.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    let line = texts::on_one_line(text);
    if line.chars().count() <= LONGEST {
        return line;
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("{start}…")
}

/// The year of a date alone.
fn year_of(date: Date) -> Option<Date> {
    Date::new(date.year(), None, None)
}
