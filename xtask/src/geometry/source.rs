use anyhow::{Context, Result, ensure};
use atlas_engine::country::CountryCode;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// Degrees east and north.
pub(super) type Position = [f64; 2];

/// An arc, and whether it is followed from its end to its start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reference {
    pub(super) arc: usize,
    pub(super) reversed: bool,
}

/// Consecutive references, back to the start.
pub(super) type Ring = Vec<Reference>;
/// An outline, then holes.
pub(super) type Polygon = Vec<Ring>;

#[derive(Debug)]
pub(super) struct Shape {
    pub(super) code: Option<CountryCode>,
    pub(super) name: String,
    pub(super) polygons: Vec<Polygon>,
}

#[derive(Debug)]
pub(super) struct Topology {
    pub(super) shapes: Vec<Shape>,
    /// Longitudes continue across the antimeridian.
    pub(super) arcs: Vec<Vec<Position>>,
}

impl Topology {
    /// Returns a ring's points; the last equals the first, or is once round the globe from it.
    pub(super) fn points(&self, ring: &Ring) -> Vec<Position> {
        let mut points: Vec<Position> = Vec::new();
        for reference in ring {
            let mut arc = self.arcs[reference.arc].clone();
            if reference.reversed {
                arc.reverse();
            }
            for mut point in arc.into_iter().skip(usize::from(!points.is_empty())) {
                if let Some(last) = points.last() {
                    point[0] += ((last[0] - point[0]) / 360.0).round() * 360.0;
                }
                points.push(point);
            }
        }
        points
    }

    /// The area within a polygon's outline, in square degrees at the equator.
    pub(super) fn area(&self, polygon: &Polygon) -> f64 {
        polygon.first().map_or(0.0, |ring| {
            let points = self.points(ring);
            let twice: f64 = points
                .windows(2)
                .map(|step| {
                    (step[1][0] - step[0][0])
                        * (step[1][1].to_radians().sin() + step[0][1].to_radians().sin())
                })
                .sum();
            (twice / 2.0).to_degrees().abs()
        })
    }
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    properties: Properties,
    /// The package contains only multi-polygons.
    arcs: Vec<Vec<Vec<i64>>>,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
    a3: String,
}

pub(super) fn read(shapes: &Path, codes: &Path) -> Result<Topology> {
    let codes = alpha2_by_alpha3(codes)?;
    let text = std::fs::read_to_string(shapes)
        .with_context(|| format!("cannot read {}", shapes.display()))?;
    let file: File =
        serde_json::from_str(&text).context("the shapes do not have the expected form")?;
    let arcs: Vec<Vec<Position>> = file
        .arcs
        .iter()
        .map(|arc| positions(arc, &file.transform))
        .collect();
    let mut polygons_of: Vec<Shape> = Vec::new();
    for geometry in file.objects.countries.geometries {
        let polygons = geometry
            .arcs
            .into_iter()
            .map(|polygon| polygon.into_iter().map(ring).collect())
            .collect();
        polygons_of.push(Shape {
            code: codes.get(&geometry.properties.a3).copied(),
            name: geometry.properties.name,
            polygons,
        });
    }
    let max = polygons_of
        .iter()
        .flat_map(|shape| shape.polygons.iter().flatten().flatten())
        .map(|reference| reference.arc)
        .max();
    ensure!(
        max.is_some_and(|max| max < arcs.len()),
        "a shape refers to an arc that does not exist"
    );
    Ok(Topology {
        shapes: polygons_of,
        arcs,
    })
}

fn ring(references: Vec<i64>) -> Ring {
    references
        .into_iter()
        .map(|reference| Reference {
            // `TopoJSON` writes a reversed arc as its complement.
            arc: (if reference < 0 { !reference } else { reference }) as usize,
            reversed: reference < 0,
        })
        .collect()
}

fn positions(arc: &[[i64; 2]], transform: &Transform) -> Vec<Position> {
    let (mut east, mut north) = (0, 0);
    let mut points: Vec<Position> = Vec::with_capacity(arc.len());
    for step in arc {
        east += step[0];
        north += step[1];
        let mut lon = east as f64 * transform.scale[0] + transform.translate[0];
        let lat = north as f64 * transform.scale[1] + transform.translate[1];
        if let Some(last) = points.last() {
            lon += ((last[0] - lon) / 360.0).round() * 360.0;
        }
        points.push([lon, lat]);
    }
    points
}

fn alpha2_by_alpha3(path: &Path) -> Result<HashMap<String, CountryCode>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let table: serde_json::Value = serde_json::from_str(&text)?;
    let mappings = table["supplemental"]["codeMappings"]
        .as_object()
        .context("the table of codes does not have the expected form")?;
    let mut codes: HashMap<String, CountryCode> = mappings
        .iter()
        .filter_map(|(alpha2, codes)| {
            let alpha3 = codes["_alpha3"].as_str()?.to_owned();
            Some((alpha3, CountryCode::parse(alpha2)?))
        })
        .collect();
    // ISO 3166 has no code for Kosovo: the table and the shapes use different ones.
    if let Some(kosovo) = CountryCode::parse("XK") {
        codes.insert("XKX".to_owned(), kosovo);
    }
    Ok(codes)
}
