//! A project while its rows are read.

use super::amounts::Amount;
use super::dates::Dates;
use super::{PLACE, REGION, texts};
use crate::mapping::{Field, ProjectField};
use crate::table::columns::Reading;
use crate::table::coordinates;
use atlas_engine::portfolio::{Currency, CustomField, Degrees, Location, Organisation, Project};
use std::collections::{HashMap, HashSet};

/// A project, as far as its rows have been read.
#[derive(Default)]
pub(super) struct Partial {
    pub(super) project: Project,
    /// What is in its lists.
    seen: HashSet<(String, String)>,
    pub(super) custom: HashMap<String, usize>,
    pub(super) dates: Dates,
    pub(super) amounts: Vec<Amount>,
    /// Lines of text for the search.
    pub(super) texts: Vec<String>,
}

/// What belongs together in a row.
#[derive(Default)]
pub(super) struct RowParts {
    pub(super) currency: Option<Currency>,
    pub(super) latitude: Option<Degrees>,
    pub(super) longitude: Option<Degrees>,
    pub(super) places: Vec<String>,
    /// How many countries the project had before.
    pub(super) countries: usize,
}

impl Partial {
    pub(super) fn is_new(&mut self, list: &str, value: &str) -> bool {
        self.seen.insert((list.to_owned(), value.to_owned()))
    }

    pub(super) fn add_prose(
        &mut self,
        field: ProjectField,
        text: &str,
        of: impl Fn(&mut Project) -> &mut Option<String>,
    ) {
        if !self.is_new(field.name(), text) {
            return;
        }
        match of(&mut self.project) {
            Some(known) => {
                known.push_str("\n\n");
                known.push_str(text);
            }
            none => *none = Some(text.to_owned()),
        }
    }

    pub(super) fn add_organisations(
        &mut self,
        field: ProjectField,
        names: Vec<&str>,
        of: impl Fn(&mut Project) -> &mut Vec<Organisation>,
    ) {
        for name in names {
            if self.is_new(field.name(), name) {
                of(&mut self.project).push(Organisation {
                    name: texts::on_one_line(name),
                    ..Organisation::default()
                });
            }
        }
    }

    pub(super) fn add_custom(&mut self, name: &str, value: &str) {
        let value = texts::on_one_line(value);
        if value.is_empty() || !self.is_new(&["fields.", name].concat(), &value) {
            return;
        }
        let fields = &mut self.project.fields;
        let at = *self.custom.entry(name.to_owned()).or_insert_with(|| {
            fields.push(CustomField {
                name: name.to_owned(),
                values: Vec::new(),
            });
            fields.len() - 1
        });
        if let Some(field) = fields.get_mut(at) {
            field.values.push(value);
        }
    }

    /// Adds a value to the text that the search finds.
    pub(super) fn add_text(&mut self, reading: &Reading, text: &str) {
        let line = format!("- {}: {}", reading.heading, texts::on_one_line(text));
        if self.is_new("text", &line) {
            self.texts.push(line);
        }
    }

    pub(super) fn add_degrees(
        &mut self,
        parts: &mut RowParts,
        reading: &Reading,
        field: ProjectField,
        text: &str,
    ) {
        if field == ProjectField::Longitude {
            parts.longitude = parts.longitude.or_else(|| coordinates::longitude(text));
        } else if let Some(latitude) = coordinates::latitude(text) {
            parts.latitude = parts.latitude.or(Some(latitude));
        } else if let Some((latitude, longitude)) = coordinates::pair(text) {
            parts.latitude = Some(latitude);
            parts.longitude = Some(longitude);
        } else {
            self.add_text(reading, text);
        }
    }

    /// Adds the point of a row, with the name of its place; names without a point are a custom field.
    pub(super) fn add_location(&mut self, parts: &RowParts) {
        let (Some(latitude), Some(longitude)) = (parts.latitude, parts.longitude) else {
            for place in &parts.places {
                self.add_custom(PLACE, place);
            }
            return;
        };
        let point = format!("{latitude} {longitude} {:?}", parts.places);
        if !self.is_new("location", &point) {
            return;
        }
        let name = match parts.places.as_slice() {
            [name] => Some(name.clone()),
            several => {
                for place in several {
                    self.add_custom(PLACE, place);
                }
                None
            }
        };
        let country = match self.project.countries.get(parts.countries..) {
            Some([only]) => Some(only.code),
            _ => None,
        };
        self.project.locations.push(Location {
            name,
            latitude,
            longitude,
            country,
        });
    }

    /// Whether it states a value of a field.
    pub(super) fn has(&self, field: &Field) -> bool {
        let project = &self.project;
        let field = match field {
            Field::Custom(name) => return self.custom.contains_key(name),
            Field::Text | Field::Ignored => return false,
            Field::Project(field) => *field,
        };
        match field {
            ProjectField::Identifier => project.identifier.is_some(),
            ProjectField::Title => !project.title.is_empty(),
            ProjectField::Acronym => project.acronym.is_some(),
            ProjectField::Objective => project.objective.is_some(),
            ProjectField::Summary => project.summary.is_some(),
            ProjectField::Results => !project.results.is_empty(),
            ProjectField::Start | ProjectField::Year => self.dates.has_start(),
            ProjectField::End => self.dates.has_end(),
            ProjectField::Duration => project.duration.is_some() || self.dates.has_start(),
            ProjectField::Status => project.status.is_some(),
            ProjectField::Country => !project.countries.is_empty(),
            ProjectField::Region => self.custom.contains_key(REGION),
            ProjectField::Place => self.custom.contains_key(PLACE) || !project.locations.is_empty(),
            ProjectField::Latitude | ProjectField::Longitude => !project.locations.is_empty(),
            ProjectField::Implementing => !project.implementing.is_empty(),
            ProjectField::Donor => !project.donors.is_empty(),
            ProjectField::Partner => !project.partners.is_empty(),
            ProjectField::Theme => !project.themes.is_empty(),
            ProjectField::Amount => !self.amounts.is_empty(),
            ProjectField::Currency => true,
            ProjectField::Document => !project.documents.is_empty(),
            ProjectField::Link => !project.links.is_empty(),
            ProjectField::Related => !project.related.is_empty(),
            ProjectField::Note => project.note.is_some(),
        }
    }
}
