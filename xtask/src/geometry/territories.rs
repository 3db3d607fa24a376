//! Territories with their own code that the source draws within another shape.

use super::source::{Shape, Topology};
use atlas_engine::country::CountryCode;

/// A territory: its code, the shape it belongs to in the source, and a rectangle (west, south, east,
/// north in degrees) that contains all of it and nothing else of that shape.
struct Territory {
    code: &'static str,
    within: &'static str,
    bounds: [f64; 4],
}

const fn territory(code: &'static str, within: &'static str, bounds: [f64; 4]) -> Territory {
    Territory {
        code,
        within,
        bounds,
    }
}

const TERRITORIES: [Territory; 12] = [
    territory("GF", "France", [-55.0, 2.0, -51.0, 6.0]),
    territory("GP", "France", [-62.0, 15.7, -60.9, 16.6]),
    territory("MQ", "France", [-61.4, 14.3, -60.7, 15.0]),
    territory("RE", "France", [55.0, -21.6, 56.0, -20.7]),
    territory("YT", "France", [44.8, -13.2, 45.5, -12.4]),
    territory("BQ", "Netherlands", [-69.0, 11.8, -62.8, 17.8]),
    territory("SJ", "Norway", [-10.0, 70.7, -7.0, 71.4]),
    territory("SJ", "Norway", [10.0, 74.0, 34.0, 81.0]),
    territory("TK", "New Zealand", [-173.0, -10.0, -171.0, -8.0]),
    territory("CX", "Indian Ocean Ter.", [105.0, -11.0, 106.0, -10.0]),
    territory("CC", "Indian Ocean Ter.", [96.0, -13.0, 97.5, -11.0]),
    territory(
        "AU",
        "Ashmore and Cartier Is.",
        [123.0, -13.0, 124.0, -12.0],
    ),
];

pub(super) fn divide(topology: &mut Topology) {
    for territory in &TERRITORIES {
        let Some(code) = CountryCode::parse(territory.code) else {
            continue;
        };
        let Some(at) = topology
            .shapes
            .iter()
            .position(|shape| shape.name == territory.within)
        else {
            continue;
        };
        let all = std::mem::take(&mut topology.shapes[at].polygons);
        let (own, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|polygon| {
            let [west, south, east, north] = territory.bounds;
            polygon.first().is_some_and(|outline| {
                topology.points(outline).iter().all(|&[lon, lat]| {
                    (west..=east).contains(&lon) && (south..=north).contains(&lat)
                })
            })
        });
        topology.shapes[at].polygons = rest;
        let known = topology
            .shapes
            .iter_mut()
            .find(|shape| shape.code == Some(code));
        if let Some(shape) = known {
            shape.polygons.extend(own);
        } else {
            topology.shapes.push(Shape {
                code: Some(code),
                name: territory.code.to_owned(),
                polygons: own,
            });
        }
    }
    topology.shapes.retain(|shape| !shape.polygons.is_empty());
    topology
        .shapes
        .sort_by_key(|shape| (shape.code.is_none(), shape.code, shape.name.clone()));
}
