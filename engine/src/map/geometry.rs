//! The geometry file: how the shapes of the world are stored and read.
//!
//! The file is one topology: a stretch of border is stored once, as an *arc*, and both neighbours refer
//! to it, so that they meet exactly. All numbers are LEB128 variable-length integers; signed ones are
//! zigzagged.
//!
//! ```text
//! file    = "ATLASGEO" version=1 grid arcs shapes
//! grid    = steps per degree
//! arcs    = count, the number of points of each, then every point of every
//!           arc: steps east and steps north of the previous point, in this
//!           arc or the last of the previous arc (the first: of 0, 0)
//! shapes  = count, then each: two bytes of code (0 0 if it has none),
//!           polygons = count, then each: rings = count, then each:
//!           references = count, then each: a reference to an arc
//! reference = signed (arc − the previously referenced arc) × 2, or + 1 if the
//!           arc runs from its end to its start
//! ```
//!
//! A polygon's first ring is its outline and the others are its holes. Arcs continue across the
//! antimeridian; a ring that goes round a pole is closed over it.

use super::degrees::either_side;
use crate::country::CountryCode;
use crate::map::bounds::Bounds;
use crate::map::point::LonLat;
use crate::sort;
use std::fmt;

const MAGIC: &[u8; 8] = b"ATLASGEO";
const VERSION: u8 = 1;

/// The limit for a damaged file: more points than any sensible world has.
const MAX_POINTS: usize = 1_000_000;

/// Why bytes could not be read as a world.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeometryError {
    /// The bytes do not start like a geometry file.
    NotGeometry,
    /// The geometry file has a version that this program does not read.
    OtherVersion(u8),
    /// The bytes end too early.
    Truncated,
    /// An impossible number: a position off the globe, or an arc that does not exist.
    Malformed,
    /// There are bytes after the end.
    TrailingBytes,
}

impl fmt::Display for GeometryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotGeometry => formatter.write_str("this is not a geometry file"),
            Self::OtherVersion(version) => {
                write!(
                    formatter,
                    "a geometry file of version {version}, not {VERSION}"
                )
            }
            Self::Truncated => formatter.write_str("the geometry file is incomplete"),
            Self::Malformed => formatter.write_str("the geometry file is damaged"),
            Self::TrailingBytes => formatter.write_str("the geometry file has extra bytes"),
        }
    }
}

impl std::error::Error for GeometryError {}

/// A closed line: the outline of a piece of land, or of a hole in one.
#[derive(Clone, PartialEq, Debug)]
pub struct Ring {
    points: Vec<LonLat>,
    bounds: Bounds,
}

impl Ring {
    pub(super) fn new(points: Vec<LonLat>) -> Option<Self> {
        let bounds = Bounds::of(&points)?;
        Some(Self { points, bounds })
    }

    /// Returns at least three points, the last joined to the first. Longitudes may continue beyond ±180.
    pub fn points(&self) -> &[LonLat] {
        &self.points
    }

    /// Returns the rectangle around it.
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// Returns its area in steradians (the globe has 4π).
    pub fn area(&self) -> f64 {
        let twice: f64 = self
            .segments()
            .map(|(from, to)| {
                (to.lon - from.lon).to_radians()
                    * (from.lat.to_radians().sin() + to.lat.to_radians().sin())
            })
            .sum();
        (twice / 2.0).abs()
    }

    fn segments(&self) -> impl Iterator<Item = (LonLat, LonLat)> + '_ {
        let ends = self.points.iter().skip(1).chain(self.points.first());
        self.points.iter().copied().zip(ends.copied())
    }

    fn contains(&self, lon: f64, lat: f64) -> bool {
        [lon - 360.0, lon, lon + 360.0].into_iter().any(|lon| {
            self.bounds.contains(lon, lat)
                && self
                    .segments()
                    .filter(|(from, to)| {
                        (from.lat > lat) != (to.lat > lat)
                            && lon
                                < (to.lon - from.lon) * (lat - from.lat) / (to.lat - from.lat)
                                    + from.lon
                    })
                    .count()
                    % 2
                    == 1
        })
    }
}

/// A piece of land: an outline, and the holes in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Polygon {
    rings: Vec<Ring>,
    area: f64,
}

impl Polygon {
    /// Returns the outline, then the holes.
    pub fn rings(&self) -> &[Ring] {
        &self.rings
    }

    /// Returns the rectangle around its outline.
    pub fn bounds(&self) -> &Bounds {
        // Every polygon has an outline.
        self.rings.first().map_or(&Bounds::WORLD, Ring::bounds)
    }

    /// Returns the area within its outline, in steradians.
    pub fn area(&self) -> f64 {
        self.area
    }

    fn contains(&self, lon: f64, lat: f64) -> bool {
        let mut rings = self.rings.iter();
        rings
            .next()
            .is_some_and(|outline| outline.contains(lon, lat))
            && !rings.any(|hole| hole.contains(lon, lat))
    }
}

/// The land of one country or territory.
#[derive(Clone, PartialEq, Debug)]
pub struct Shape {
    code: Option<CountryCode>,
    polygons: Vec<Polygon>,
}

impl Shape {
    /// Returns its code; `None` for land without one.
    pub fn code(&self) -> Option<CountryCode> {
        self.code
    }

    /// Returns its pieces of land, the largest first.
    pub fn polygons(&self) -> &[Polygon] {
        &self.polygons
    }

    /// Returns the pieces of the country's main body, which a frame must show: the largest, others
    /// nearly as large, and larger islands nearby, but no overseas territories or far islands.
    pub fn main_body(&self) -> Vec<&Polygon> {
        let Some(main) = self.polygons.first() else {
            return Vec::new();
        };
        let mut body = vec![main];
        let mut bounds = *main.bounds();
        for polygon in &self.polygons[1..] {
            let Some(wider) = Bounds::around(&[bounds, *polygon.bounds()]) else {
                continue;
            };
            let close = wider.width() <= main.bounds().width().max(0.5) * 1.4
                && wider.height() <= main.bounds().height().max(0.5) * 1.4;
            let share = polygon.area() / main.area();
            if share >= 0.25 || (close && share >= 0.01) {
                body.push(polygon);
                bounds = wider;
            }
        }
        body
    }
}

/// The shapes of all countries.
///
/// ```
/// use atlas_engine::map::{GeometryError, World};
/// assert_eq!(World::decode(b"a picture"), Err(GeometryError::NotGeometry));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct World {
    shapes: Vec<Shape>,
}

impl World {
    /// Reads a geometry file.
    ///
    /// # Errors
    /// Returns an error if the bytes are not a complete, valid geometry file. Never panics.
    pub fn decode(bytes: &[u8]) -> Result<Self, GeometryError> {
        let rest = bytes
            .strip_prefix(MAGIC.as_slice())
            .ok_or(GeometryError::NotGeometry)?;
        let (&version, rest) = rest.split_first().ok_or(GeometryError::Truncated)?;
        if version != VERSION {
            return Err(GeometryError::OtherVersion(version));
        }
        let mut reader = Reader { rest };
        let arcs = reader.arcs()?;
        let mut budget = MAX_POINTS;
        let mut previous_arc = 0;
        let mut shapes = Vec::new();
        for _ in 0..reader.count(3)? {
            let code = reader.code()?;
            let mut polygons = Vec::new();
            for _ in 0..reader.count(1)? {
                let mut rings = Vec::new();
                for _ in 0..reader.count(1)? {
                    let mut ring = RingBuilder::default();
                    for _ in 0..reader.count(1)? {
                        let (arc, reversed) = reader.reference(&mut previous_arc)?;
                        let points = arcs.get(arc).ok_or(GeometryError::Malformed)?;
                        budget = budget
                            .checked_sub(points.len())
                            .ok_or(GeometryError::Malformed)?;
                        ring.append(points, reversed);
                    }
                    rings.push(ring.close().ok_or(GeometryError::Malformed)?);
                }
                if let Some(outline) = rings.first() {
                    let area = outline.area();
                    polygons.push(Polygon { rings, area });
                }
            }
            sort::sort(&mut polygons, |a: &Polygon, b| b.area.total_cmp(&a.area));
            shapes.push(Shape { code, polygons });
        }
        if !reader.rest.is_empty() {
            return Err(GeometryError::TrailingBytes);
        }
        Ok(Self { shapes })
    }

    /// Returns every shape, in file order.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// Returns the shape of a country.
    pub fn shape(&self, code: CountryCode) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.code == Some(code))
    }

    /// Returns whether the country can be drawn.
    pub fn has(&self, code: CountryCode) -> bool {
        self.shape(code).is_some()
    }

    /// Returns the country at a position in degrees; `None` at sea and on land without a code.
    pub fn country_at(&self, lon: f64, lat: f64) -> Option<CountryCode> {
        if !lon.is_finite() {
            return None;
        }
        let lon = either_side(lon);
        self.shapes
            .iter()
            .find(|shape| {
                shape
                    .polygons
                    .iter()
                    .any(|polygon| polygon.contains(lon, lat))
            })
            .and_then(Shape::code)
    }
}

#[derive(Default)]
struct RingBuilder {
    points: Vec<LonLat>,
}

impl RingBuilder {
    fn append(&mut self, arc: &[LonLat], reversed: bool) {
        for step in 0..arc.len() {
            let at = if reversed { arc.len() - 1 - step } else { step };
            self.push(arc[at]);
        }
    }

    /// Adds a point, the shorter way round the globe.
    fn push(&mut self, mut point: LonLat) {
        if let Some(last) = self.points.last() {
            let turns = ((last.lon - point.lon) / 360.0).round();
            point.lon += turns * 360.0;
            if *last == point {
                return;
            }
        }
        self.points.push(point);
    }

    fn close(mut self) -> Option<Ring> {
        let (first, last) = (*self.points.first()?, *self.points.last()?);
        if (last.lon - first.lon).abs() > 180.0 {
            // The ring went round a pole: close it over the pole.
            let pole = if first.lat > 0.0 { 90.0 } else { -90.0 };
            self.points.push(LonLat {
                lon: last.lon,
                lat: pole,
            });
            self.points.push(LonLat {
                lon: first.lon,
                lat: pole,
            });
        } else if first == last {
            self.points.pop();
        }
        if self.points.len() < 3 {
            return None;
        }
        Ring::new(self.points)
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, GeometryError> {
        let (&byte, rest) = self.rest.split_first().ok_or(GeometryError::Truncated)?;
        self.rest = rest;
        Ok(byte)
    }

    fn unsigned(&mut self) -> Result<u32, GeometryError> {
        let mut value: u32 = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            if shift == 28 && bits > 0xf {
                return Err(GeometryError::Malformed);
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(GeometryError::Malformed)
    }

    fn signed(&mut self) -> Result<i64, GeometryError> {
        let value = i64::from(self.unsigned()?);
        Ok((value >> 1) ^ -(value & 1))
    }

    /// Reads a count of items that each take at least `least` bytes.
    fn count(&mut self, min_bytes: usize) -> Result<usize, GeometryError> {
        let count = self.unsigned()? as usize;
        if count > self.rest.len() / min_bytes {
            return Err(GeometryError::Truncated);
        }
        Ok(count)
    }

    fn code(&mut self) -> Result<Option<CountryCode>, GeometryError> {
        let letters = [self.byte()?, self.byte()?];
        if letters == [0, 0] {
            return Ok(None);
        }
        std::str::from_utf8(&letters)
            .ok()
            .and_then(CountryCode::parse)
            .map(Some)
            .ok_or(GeometryError::Malformed)
    }

    fn reference(&mut self, previous: &mut i64) -> Result<(usize, bool), GeometryError> {
        let value = self.unsigned()?;
        let zigzag = i64::from(value >> 1);
        *previous += (zigzag >> 1) ^ -(zigzag & 1);
        let arc = usize::try_from(*previous).map_err(|_| GeometryError::Malformed)?;
        Ok((arc, value & 1 == 1))
    }

    fn arcs(&mut self) -> Result<Vec<Vec<LonLat>>, GeometryError> {
        let grid = self.unsigned()?;
        if !(1..=100_000).contains(&grid) {
            return Err(GeometryError::Malformed);
        }
        let grid = f64::from(grid);
        let arc_count = self.count(5)?;
        let mut lengths = Vec::with_capacity(arc_count);
        for _ in 0..arc_count {
            lengths.push(self.count(2)?);
        }
        let (mut east, mut north) = (0_i64, 0_i64);
        let mut arcs = Vec::with_capacity(arc_count);
        for length in lengths {
            if length > self.rest.len() / 2 {
                return Err(GeometryError::Truncated);
            }
            let mut arc = Vec::with_capacity(length);
            for _ in 0..length {
                east += self.signed()?;
                north += self.signed()?;
                let point = LonLat {
                    lon: east as f64 / grid,
                    lat: north as f64 / grid,
                };
                if point.lat.abs() > 90.0 || point.lon.abs() > 1080.0 {
                    return Err(GeometryError::Malformed);
                }
                arc.push(point);
            }
            arcs.push(arc);
        }
        Ok(arcs)
    }
}
