//! `GeoJSON`.

use super::Tables;
use super::json::{self, Columns, Document, Members, Places, Record};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::own_table::is_own_record;
use serde_json::value::RawValue;
use std::borrow::Cow;

const LATITUDE: &str = "Latitude";
const LONGITUDE: &str = "Longitude";

/// Names of coordinate systems in degrees, of which the difference does not matter here.
const IN_DEGREES: [&str; 4] = ["CRS84", "4326", "4258", "4269"];

/// Reads the records of a `GeoJSON` file, a row each, with their names as headings.
///
/// It may be a collection, a feature, a geometry, an array of features, or one feature a line.
pub(crate) fn read(text: &str, findings: &mut Findings) -> Tables {
    // Sequences of features may have this character before each.
    let text: Cow<'_, str> = if text.contains('\u{1e}') {
        text.replace('\u{1e}', " ").into()
    } else {
        text.into()
    };
    let document = json::documents(&text, "features", findings);
    if features(&document).next().is_none() {
        return Tables::default();
    }
    let mut columns = Columns::default();
    let mut reader = Reader {
        text: &text,
        has_degrees: has_degrees(&document, &text, findings),
        columns: &mut columns,
    };
    // Names of columns are known when all features were read, so they are read twice.
    reader.for_each(&document, &mut Findings::default(), |_, _| {});
    let mut grid = reader.columns.headings(findings);
    reader.for_each(&document, findings, |record, place| {
        record.write(&mut grid, place);
    });
    Tables {
        grids: vec![grid],
        has_headings: true,
        title: title(&document),
    }
}

enum Feature<'a> {
    /// Not read yet.
    Raw(&'a RawValue),
    /// The members of a document that is a feature itself.
    Read(&'a Members<'a>),
}

fn features<'a>(document: &'a Document<'a>) -> impl Iterator<Item = Feature<'a>> {
    let is_feature =
        |members: &&Members<'_>| type_of(members).is_some_and(|kind| kind != "FeatureCollection");
    let read = document
        .members
        .iter()
        .filter(is_feature)
        .map(Feature::Read);
    document
        .records
        .iter()
        .copied()
        .map(Feature::Raw)
        .chain(read)
}

fn member<'a>(members: &Members<'a>, name: &str) -> Option<&'a RawValue> {
    let found = members.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| *value)
}

fn type_of<'a>(members: &Members<'a>) -> Option<Cow<'a, str>> {
    member(members, "type").and_then(json::text)
}

fn title(document: &Document<'_>) -> Option<String> {
    let collection = document.members.first()?;
    if type_of(collection).as_deref() != Some("FeatureCollection") {
        return None;
    }
    let title = ["title", "name"]
        .iter()
        .find_map(|name| member(collection, name).and_then(json::text))?;
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

/// Whether coordinates are degrees, as far as the document says.
fn has_degrees(document: &Document<'_>, text: &str, findings: &mut Findings) -> bool {
    let systems = document
        .members
        .iter()
        .filter_map(|members| member(members, "crs"));
    let mut systems = systems.filter(|system| {
        let name = system.get();
        name != "null"
            && name.len() < 1_000
            && name.contains("name")
            && !IN_DEGREES.iter().any(|it| name.contains(it))
    });
    let Some(system) = systems.next() else {
        return true;
    };
    let (line, column) = Places::new(text).of(system);
    findings.add(
        Finding::new(
            Severity::Warning,
            "coordinates-not-degrees",
            "The coordinates are not longitude and latitude in degrees, so no place is read.",
        )
        .at(Place::line(line, column))
        .help("Convert them to WGS 84 (EPSG:4326), for example when exporting from QGIS."),
    );
    false
}

struct Reader<'a, 'c> {
    text: &'a str,
    has_degrees: bool,
    columns: &'c mut Columns,
}

impl Reader<'_, '_> {
    fn for_each(
        &mut self,
        document: &Document<'_>,
        findings: &mut Findings,
        mut visit: impl FnMut(Record, (u32, u32)),
    ) {
        let mut places = Places::new(self.text);
        for feature in features(document) {
            match feature {
                Feature::Raw(raw) => {
                    let place = places.of(raw);
                    match json::members(raw) {
                        Some(members) => visit(self.feature(&members, place, findings), place),
                        None => findings.add(no_object(place)),
                    }
                }
                Feature::Read(members) => {
                    let first = members.first().map(|(_, value)| places.of(value));
                    let place = first.unwrap_or((1, 1));
                    visit(self.feature(members, place, findings), place);
                }
            }
        }
    }

    fn feature(
        &mut self,
        members: &Members<'_>,
        place: (u32, u32),
        findings: &mut Findings,
    ) -> Record {
        let mut record = Record::default();
        let properties = member(members, "properties").and_then(json::members);
        // All else of a feature that this crate has written is in its properties, too.
        if let Some(properties) = &properties
            && is_own_record(|name| member(properties, name).is_some())
        {
            for (name, value) in properties {
                record.add(name, value, place, self.columns, (append, findings));
            }
            return record;
        }
        let is_geometry =
            member(members, "coordinates").is_some() || member(members, "geometries").is_some();
        let geometry = if is_geometry {
            Some(members.clone())
        } else {
            member(members, "geometry").and_then(json::members)
        };
        if let Some([longitude, latitude]) =
            geometry.and_then(|it| self.point(&it, place, findings))
        {
            record.number(self.columns.at(LATITUDE), latitude);
            record.number(self.columns.at(LONGITUDE), longitude);
        }
        let mut id = None;
        let mut has_own_id = false;
        for (name, value) in members {
            match name.as_ref() {
                "type" | "geometry" | "bbox" | "crs" | "coordinates" | "geometries" => {}
                "id" => id = Some(*value),
                "properties" => {
                    for (name, value) in properties.iter().flatten() {
                        has_own_id |= name == "id";
                        record.add(name, value, place, self.columns, (append, findings));
                    }
                }
                _ => record.add(name, value, place, self.columns, (append, findings)),
            }
        }
        if let Some(id) = id.filter(|_| !has_own_id) {
            record.add("id", id, place, self.columns, (append, findings));
        }
        record
    }

    /// The coordinates of a point, longitude first.
    fn point(
        &self,
        geometry: &Members<'_>,
        place: (u32, u32),
        findings: &mut Findings,
    ) -> Option<[f64; 2]> {
        if !self.has_degrees {
            return None;
        }
        let place = Place::line(place.0, place.1);
        let kind = type_of(geometry).unwrap_or_default();
        if kind != "Point" {
            let message = format!("The geometry is no point ({kind}), so no place is read.");
            findings.add(
                Finding::new(Severity::Note, "geometry-left-out", message)
                    .at(place)
                    .help("Add a point to show the project at a place within its countries."),
            );
            return None;
        }
        let coordinates = member(geometry, "coordinates")?;
        if coordinates.get().split_whitespace().collect::<String>() == "[]" {
            return None;
        }
        let Some([longitude, latitude]) = json::numbers(coordinates) else {
            findings.add(
                Finding::new(
                    Severity::Warning,
                    "coordinates-faulty",
                    "The coordinates are not two numbers.",
                )
                .at(place)
                .help("Write the longitude and then the latitude, such as [28.86, 47.01]."),
            );
            return None;
        };
        if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 {
            return Some([longitude, latitude]);
        }
        if longitude.abs() <= 90.0 && latitude.abs() <= 180.0 {
            findings.add(
                Finding::new(
                    Severity::Warning,
                    "coordinates-swapped",
                    "The latitude is before the longitude; it is read in this order.",
                )
                .at(place)
                .help("Write the longitude first. Other coordinates of the list may be in the wrong order, too.")
                .repaired(),
            );
            return Some([latitude, longitude]);
        }
        findings.add(
            Finding::new(
                Severity::Warning,
                "coordinates-not-degrees",
                "The coordinates are not degrees, so no place is read.",
            )
            .at(place)
            .help("Convert them to WGS 84 (EPSG:4326), for example when exporting from QGIS."),
        );
        None
    }
}

fn no_object(place: (u32, u32)) -> Finding {
    Finding::new(
        Severity::Warning,
        "record-faulty",
        "This value is no object, and is left out.",
    )
    .at(Place::line(place.0, place.1))
    .help("Write each record between { and }.")
}

fn append(path: &mut String, name: &str) {
    json::append(path, ".", name);
}
