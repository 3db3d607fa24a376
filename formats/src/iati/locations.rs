//! The places of an activity.

use super::countries::known_code;
use super::fields::Fields;
use super::language::{Narratives, Preference};
use super::xml::Xml;
use crate::finding::{Finding, Severity};
use atlas_engine::portfolio::{Degrees, Location};
use std::collections::HashSet;

/// The places of an activity, each once.
#[derive(Debug, Default)]
pub(super) struct Locations {
    locations: Vec<Location>,
    seen: HashSet<(Option<String>, Degrees, Degrees)>,
}

impl Locations {
    pub(super) fn read(
        &mut self,
        xml: &mut Xml<'_, '_>,
        fields: &mut Fields,
        preference: Preference,
        project: &str,
    ) {
        let place = xml.place();
        let (mut name, mut point, mut country) = (Narratives::default(), None, None);
        let depth = xml.depth();
        while let Some(child) = xml.child(depth) {
            match child.name {
                "name" => name.add(&child, xml),
                "point" => {
                    let depth = xml.depth();
                    while let Some(child) = xml.child(depth) {
                        if child.name == "pos" {
                            point = Some(xml.content().into_owned());
                        }
                    }
                }
                // Version 1.0.
                "coordinates" => {
                    let latitude = child.attribute("latitude").unwrap_or_default();
                    let longitude = child.attribute("longitude").unwrap_or_default();
                    point = Some([&latitude, " ", &longitude].concat());
                }
                "administrative" => {
                    country = child
                        .attribute("country")
                        .and_then(|code| known_code(&code))
                        .or(country);
                }
                _ => {}
            }
        }
        let name = name.line(preference);
        let Some(point) = point.filter(|it| !it.trim().is_empty()) else {
            fields.add(LOCATION, name.unwrap_or_default());
            return;
        };
        match Point::parse(&point) {
            Some(Point {
                latitude,
                longitude,
                ..
            }) if latitude.millionths() == 0 && longitude.millionths() == 0 => {
                fields.add(LOCATION, name.unwrap_or_default());
            }
            Some(Point {
                latitude,
                longitude,
                is_swapped,
            }) => {
                if is_swapped {
                    let message = format!(
                        "“{}” can only be a longitude before a latitude.",
                        super::text::start(&point)
                    );
                    let finding =
                        Finding::new(Severity::Warning, "coordinates-swapped", message).at(place);
                    let finding = finding.project(project).field("locations").repaired();
                    xml.report(finding.help("Write the latitude first."));
                }
                if self.seen.insert((name.clone(), latitude, longitude)) {
                    self.locations.push(Location {
                        name,
                        latitude,
                        longitude,
                        country,
                    });
                }
            }
            None => {
                fields.add(LOCATION, name.unwrap_or_default());
                let message = format!(
                    "“{}” is not a latitude and a longitude.",
                    super::text::start(&point)
                );
                let finding =
                    Finding::new(Severity::Error, "coordinates-unknown", message).at(place);
                let finding = finding.project(project).field("locations");
                xml.report(finding.help("Write degrees, the latitude first: 47.01 28.86."));
            }
        }
    }

    pub(super) fn finish(self) -> Vec<Location> {
        self.locations
    }
}

/// The field with the names of places that have no coordinates.
const LOCATION: &str = "Location";

struct Point {
    latitude: Degrees,
    longitude: Degrees,
    is_swapped: bool,
}

impl Point {
    /// Reads a latitude and a longitude with a blank or a comma between them.
    fn parse(text: &str) -> Option<Self> {
        let mut parts: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        if parts.len() == 1 {
            parts = text.trim().split([',', ';']).map(str::to_owned).collect();
        }
        let [one, other] = parts.as_slice() else {
            return None;
        };
        let number = |text: &str| {
            let text = text.trim_end_matches([',', ';', '°']);
            text.strip_prefix('+').unwrap_or(text).replace(',', ".")
        };
        let (one, other) = (number(one), number(other));
        let point = |latitude: &str, longitude: &str, is_swapped| {
            Some(Self {
                latitude: Degrees::latitude(latitude)?,
                longitude: Degrees::longitude(longitude)?,
                is_swapped,
            })
        };
        point(&one, &other, false).or_else(|| point(&other, &one, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_the_latitude_first() {
        for (text, point) in [
            ("47.01 28.86", Some(("47.01", "28.86", false))),
            (" 47.01,\n28.86 ", Some(("47.01", "28.86", false))),
            ("47.01,28.86", Some(("47.01", "28.86", false))),
            ("47,01 28,86", Some(("47.01", "28.86", false))),
            ("+47 -28", Some(("47", "-28", false))),
            ("128.86 47.01", Some(("47.01", "128.86", true))),
            ("47.01", None),
            ("200 300", None),
            ("1 2 3", None),
            ("a b", None),
        ] {
            let read = Point::parse(text);
            let read = read.map(|it| {
                (
                    it.latitude.to_string(),
                    it.longitude.to_string(),
                    it.is_swapped,
                )
            });
            let read = read
                .as_ref()
                .map(|(latitude, longitude, swapped)| (&**latitude, &**longitude, *swapped));
            assert_eq!(read, point, "{text}");
        }
    }
}
