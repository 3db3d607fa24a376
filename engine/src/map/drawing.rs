use super::clip::{View, project_line, project_ring};
use super::interior::{Interior, extent, interior, signed_distance, twice_area};
use super::path::PathWriter;
use crate::country::CountryCode;
use crate::map::bounds::Bounds;
use crate::map::frame::Frame;
use crate::map::geometry::{Polygon, Shape, World};
use crate::map::point::{LonLat, Point};
use std::ops::Range;

/// Land of fewer square units is left out, unless it is all there is.
const MIN_AREA: f64 = 0.15;

/// One country's land in a drawing.
#[derive(Clone, PartialEq, Debug)]
pub struct DrawnCountry {
    /// Its code; `None` for land without one.
    pub code: Option<CountryCode>,
    /// Closed lines as SVG path data in the drawing's units, for even-odd fill; empty far off the frame.
    pub path: String,
    /// Whether the path is only a dot, because the land is too small to draw.
    pub is_dot: bool,
    /// The point inside its largest visible piece that is farthest from any coast or border, for a label
    /// or a marker; `None` if not visible.
    pub centre: Option<Point>,
    /// The radius, in units, of the largest circle around `centre` inside that piece; 0 if not visible.
    pub size: f64,
    /// The side, in units, of a square with the area of that piece; 0 if not visible. Below a few units,
    /// the country needs a marker to be seen.
    pub side: f64,
    /// Whether any of it is within the frame.
    pub visible: bool,
}

/// The main map. Zooming changes only the view box; land is drawn a quarter frame beyond the edges.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawing {
    /// The frame's width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// Every shape of the world, in the world's order, including those out of sight.
    pub countries: Vec<DrawnCountry>,
    /// Meridians and parallels, to be stroked faintly.
    pub graticule: String,
}

/// A small map of the whole world.
#[derive(Clone, PartialEq, Debug)]
pub struct Inset {
    /// Width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// Every shape of the world, in the world's order.
    pub countries: Vec<DrawnCountry>,
    /// What the main frame shows, as a path; empty if that is the world, or contains a pole.
    pub frame: String,
}

/// Draws the world in a frame.
pub fn draw(world: &World, frame: &Frame) -> Drawing {
    drawing(world, frame, None, Detail::ZOOMED)
}

/// Like [`draw`], but only the countries with these codes have a centre and a size and are visible:
/// finding all centres takes longer than drawing.
pub fn draw_placing(world: &World, frame: &Frame, codes: &[CountryCode]) -> Drawing {
    drawing(world, frame, Some(codes), Detail::ZOOMED)
}

/// Draws only the countries with these codes, for a map that is neither zoomed nor moved: nothing
/// outside the frame, and no more detail than is visible.
pub fn draw_still(world: &World, frame: &Frame, codes: &[CountryCode]) -> Vec<DrawnCountry> {
    let canvas = Canvas::of(frame, Some(codes), Detail::still(frame));
    let shapes = world.shapes().iter();
    let shapes = shapes.filter(|shape| shape.code().is_some_and(|code| codes.contains(&code)));
    shapes.map(|shape| canvas.country(shape)).collect()
}

/// Draws all land, for below what [`draw_still`] draws: one path of land, and one of dots for land too
/// small to draw. In the same path, a dot within other land would be a hole.
pub fn draw_still_land(world: &World, frame: &Frame) -> [String; 2] {
    let canvas = Canvas::of(frame, Some(&[]), Detail::still(frame));
    let [mut land, mut dots] = [String::new(), String::new()];
    for shape in world.shapes() {
        let drawn = canvas.country(shape);
        let path = if drawn.is_dot { &mut dots } else { &mut land };
        path.push_str(&drawn.path);
    }
    [land, dots]
}

#[derive(Clone, Copy)]
struct Detail {
    /// How far beyond the frame's edges, as a share of its longer side.
    margin: f64,
    /// The path's grid in tenths of a unit.
    grid: i32,
}

impl Detail {
    const ZOOMED: Self = Self {
        margin: 0.25,
        grid: 1,
    };

    /// For a map that is neither zoomed nor moved; a world map is small, so it has less detail.
    fn still(frame: &Frame) -> Self {
        let shows_the_world = frame.projection().shows_the_world();
        Self {
            margin: 0.01,
            grid: if shows_the_world { 10 } else { 5 },
        }
    }
}

fn drawing(
    world: &World,
    frame: &Frame,
    placed: Option<&[CountryCode]>,
    detail: Detail,
) -> Drawing {
    let canvas = Canvas::of(frame, placed, detail);
    Drawing {
        width: frame.width,
        height: frame.height,
        countries: world
            .shapes()
            .iter()
            .map(|shape| canvas.country(shape))
            .collect(),
        graticule: canvas.graticule(),
    }
}

/// Draws only the paths of the countries within the frame, with their codes, to draw borders again in
/// more detail. Empty paths are left out. `shapes` is the range of the world's shapes to draw.
pub fn draw_land(
    world: &World,
    frame: &Frame,
    shapes: Range<usize>,
) -> Vec<(Option<CountryCode>, String)> {
    // Beyond the edge, where the line that cuts off the land is out of sight.
    let canvas = Canvas::new(frame, frame.width / 50.0, 1);
    let shapes = world.shapes().iter().take(shapes.end).skip(shapes.start);
    shapes
        .filter_map(|shape| {
            let mut path = PathWriter::new(1);
            canvas.land(shape, &mut path, None);
            (!path.is_empty()).then(|| (shape.code(), path.finish()))
        })
        .collect()
}

/// Draws the whole world in `width` × `height` units, and what `frame` shows on it. Only the countries
/// outside the frame have a centre and a size and are visible.
pub fn draw_inset(world: &World, frame: &Frame, width: f64, height: f64) -> Inset {
    let inset = Frame::of_world(width, height);
    let canvas = Canvas {
        placed: Some(&frame.outside),
        ..Canvas::new(&inset, 1.0, 5)
    };
    Inset {
        width: inset.width,
        height: inset.height,
        countries: world
            .shapes()
            .iter()
            .map(|shape| canvas.country(shape))
            .collect(),
        frame: if frame.projection().shows_the_world() || shows_a_pole(frame) {
            String::new()
        } else {
            canvas.outline_of(frame)
        },
    }
}

fn shows_a_pole(frame: &Frame) -> bool {
    [90.0, -90.0].into_iter().any(|lat| {
        let lon = frame.projection().centre_lon();
        frame.view(0.0).contains(frame.project(LonLat { lon, lat }))
    })
}

struct Canvas<'a> {
    frame: &'a Frame,
    drawn: View,
    /// What is visible before the visitor pans.
    visible: View,
    grid: i32,
    /// A circle on the globe around everything drawn (centre, radius in degrees), if there is one.
    reach: Option<(LonLat, f64)>,
    placed: Option<&'a [CountryCode]>,
}

struct Piece {
    rings: Vec<Vec<Point>>,
    area: f64,
}

impl<'a> Canvas<'a> {
    fn of(frame: &'a Frame, placed: Option<&'a [CountryCode]>, detail: Detail) -> Self {
        let margin = frame.width.max(frame.height) * detail.margin;
        Self {
            placed,
            ..Self::new(frame, margin, detail.grid)
        }
    }

    fn new(frame: &'a Frame, margin: f64, grid: i32) -> Self {
        Self {
            frame,
            drawn: frame.view(margin),
            visible: frame.view(0.0),
            grid,
            reach: reach(frame, margin),
            placed: None,
        }
    }

    fn may_show(&self, bounds: &Bounds) -> bool {
        self.reach.is_none_or(|(centre, radius)| {
            let (other, other_radius) = bounds.circle();
            centre.degrees_to(other) <= radius + other_radius
        })
    }

    fn country(&self, shape: &Shape) -> DrawnCountry {
        let mut path = PathWriter::new(self.grid);
        let mut largest: Option<Piece> = None;
        self.land(shape, &mut path, Some(&mut largest));
        let is_placed = self
            .placed
            .is_none_or(|codes| shape.code().is_some_and(|code| codes.contains(&code)));
        let largest = largest.as_ref();
        let side = largest.map_or(0.0, |piece| piece.area.sqrt());
        let place = largest.filter(|_| is_placed || path.is_empty());
        let place = place.and_then(|piece| self.centre(piece));
        let dot = place.filter(|_| path.is_empty());
        if let Some(place) = dot {
            path.dot(place.centre);
        }
        let place = place.filter(|_| is_placed);
        DrawnCountry {
            code: shape.code(),
            path: path.finish(),
            is_dot: dot.is_some(),
            centre: place.map(|place| place.centre),
            size: place.map_or(0.0, |place| place.radius),
            side: place.map_or(0.0, |_| side),
            visible: place.is_some(),
        }
    }

    fn land(&self, shape: &Shape, path: &mut PathWriter, mut largest: Option<&mut Option<Piece>>) {
        let smallest = MIN_AREA * f64::from(self.grid);
        let mut first = true;
        for polygon in shape.polygons() {
            // Every projection preserves area, and the largest come first.
            if !first && self.frame.square_units(polygon.area()) < smallest {
                break;
            }
            let piece = self.piece(polygon);
            if piece.rings.is_empty() {
                continue;
            }
            for ring in &piece.rings {
                path.closed(ring);
            }
            let Some(largest) = &mut largest else {
                first = false;
                continue;
            };
            if let Some(seen) = self.seen(&piece) {
                first = false;
                if largest.as_ref().is_none_or(|it| it.area < seen.area) {
                    **largest = Some(seen);
                }
            }
        }
    }

    fn piece(&self, polygon: &Polygon) -> Piece {
        let mut rings = Vec::new();
        if !self.may_show(polygon.bounds()) {
            return Piece { rings, area: 0.0 };
        }
        let mut area = 0.0;
        for (index, ring) in polygon.rings().iter().enumerate() {
            for line in project_ring(ring, self.frame.projection()) {
                let placed: Vec<Point> = line
                    .into_iter()
                    .map(|point| self.frame.place(point))
                    .collect();
                let cut = self.drawn.cut(&placed);
                if cut.is_empty() {
                    continue;
                }
                if index == 0 {
                    area += twice_area(&cut).abs() / 2.0;
                }
                rings.push(cut);
            }
            if rings.is_empty() {
                break;
            }
        }
        Piece { rings, area }
    }

    fn seen(&self, piece: &Piece) -> Option<Piece> {
        let rings: Vec<Vec<Point>> = piece
            .rings
            .iter()
            .map(|ring| self.visible.cut(ring))
            .filter(|ring| !ring.is_empty())
            .collect();
        let area = rings
            .iter()
            .map(|ring| twice_area(ring).abs() / 2.0)
            .fold(0.0, f64::max);
        (!rings.is_empty()).then_some(Piece { rings, area })
    }

    fn centre(&self, piece: &Piece) -> Option<Interior> {
        let (low, high) = piece.rings.first().and_then(|ring| extent(ring))?;
        let side = (high.x - low.x).max(high.y - low.y);
        // Detail far smaller than the piece does not move its centre.
        let spacing = (side / 60.0).max(0.3);
        let coarse: Vec<Vec<Point>> = piece
            .rings
            .iter()
            .map(|ring| thinned(ring, spacing))
            .filter(|ring| ring.len() >= 3)
            .collect();
        let found = interior(&coarse, 0.25)
            .map(|found| Interior {
                radius: signed_distance(&piece.rings, found.centre),
                ..found
            })
            .filter(|found| found.radius > 0.0);
        found
            .or_else(|| interior(&piece.rings, side / 200.0))
            .or_else(|| {
                // Too small to have an interior: any of its points will do.
                let point = *piece.rings.first()?.first()?;
                self.visible.contains(point).then_some(Interior {
                    centre: point,
                    radius: 0.0,
                })
            })
    }

    fn lines<'b>(&self, lines: impl Iterator<Item = &'b [LonLat]>) -> String {
        let mut path = PathWriter::new(self.grid);
        for line in lines {
            if Bounds::of(line).is_none_or(|bounds| !self.may_show(&bounds)) {
                continue;
            }
            for projected in project_line(line, self.frame.projection()) {
                let placed: Vec<Point> = projected
                    .into_iter()
                    .map(|point| self.frame.place(point))
                    .collect();
                for near in placed.split_inclusive(|point| !self.drawn.contains(*point)) {
                    // Each stretch keeps the one outside point at which it leaves.
                    path.open(near);
                }
            }
        }
        path.finish()
    }

    fn graticule(&self) -> String {
        let step = match self.frame.units_per_degree() {
            fine if fine > 60.0 => 1.0,
            medium if medium > 24.0 => 2.5,
            coarse if coarse > 12.0 => 5.0,
            coarser if coarser > 6.0 => 10.0,
            _ => 30.0,
        };
        let (centre, radius) = self.reach.unwrap_or((LonLat { lon: 0.0, lat: 0.0 }, 180.0));
        let south = (centre.lat - radius).max(-90.0);
        let north = (centre.lat + radius).min(90.0);
        let half_width = if south > -88.0 && north < 88.0 {
            (radius / (south.abs().max(north.abs()).to_radians()).cos()).min(180.0)
        } else {
            180.0
        };
        let (west, east) = (centre.lon - half_width, centre.lon + half_width);
        let mut lines: Vec<Vec<LonLat>> = multiples(step, west, east)
            .map(|lon| stretch(south.max(-80.0), north.min(80.0), |lat| LonLat { lon, lat }))
            .collect();
        lines.extend(
            multiples(step, south.max(-89.0), north.min(89.0))
                .map(|lat| stretch(west, east, |lon| LonLat { lon, lat })),
        );
        self.lines(lines.iter().map(Vec::as_slice))
    }

    fn outline_of(&self, other: &Frame) -> String {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
        let mut edge: Vec<Point> = Vec::new();
        for side in corners.windows(2) {
            let (from, to) = (side[0], side[1]);
            for step in 0..24 {
                let share = f64::from(step) / 24.0;
                let position = other.unproject(Point {
                    x: other.width * (from.0 + share * (to.0 - from.0)),
                    y: other.height * (from.1 + share * (to.1 - from.1)),
                });
                edge.extend(position.map(|position| self.frame.project(position)));
            }
        }
        let mut path = PathWriter::new(1);
        let torn = edge
            .windows(2)
            .any(|step| (step[1].x - step[0].x).abs() > self.frame.width / 2.0);
        if torn {
            // Across the antimeridian: two open halves instead of a line across the map.
            let mut part = Vec::new();
            for point in edge.iter().chain(edge.first()) {
                let far = part
                    .last()
                    .is_some_and(|last: &Point| (point.x - last.x).abs() > self.frame.width / 2.0);
                if far {
                    path.open(&std::mem::take(&mut part));
                }
                part.push(*point);
            }
            path.open(&part);
        } else {
            path.closed(&edge);
        }
        path.finish()
    }
}

fn reach(frame: &Frame, margin: f64) -> Option<(LonLat, f64)> {
    if frame.projection().shows_the_world() {
        return None;
    }
    let at = |across: f64, along: f64| {
        frame.unproject(Point {
            x: across * (frame.width + 2.0 * margin) - margin,
            y: along * (frame.height + 2.0 * margin) - margin,
        })
    };
    let centre = at(0.5, 0.5)?;
    let mut radius: f64 = 0.0;
    for step in 0..16 {
        let share = f64::from(step) / 16.0;
        let edges = [
            (share, 0.0),
            (1.0, share),
            (1.0 - share, 1.0),
            (0.0, 1.0 - share),
        ];
        for (across, along) in edges {
            radius = radius.max(centre.degrees_to(at(across, along)?));
        }
    }
    // Allow for the edges being only sampled.
    Some((centre, radius * 1.1 + 1.0))
}

fn multiples(step: f64, low: f64, high: f64) -> impl Iterator<Item = f64> {
    let first = (low / step).ceil();
    let count = ((high / step).ceil() - first).max(0.0).min(400.0) as u32;
    (0..count).map(move |index| (first + f64::from(index)) * step)
}

/// Points two degrees apart from `low` to `high`, both included.
fn stretch<T>(low: f64, high: f64, at: impl Fn(f64) -> T) -> Vec<T> {
    let steps = ((high - low) / 2.0).ceil().max(1.0).min(200.0) as u32;
    (0..=steps)
        .map(|step| at(low + (high - low) * f64::from(step) / f64::from(steps)))
        .collect()
}

fn thinned(ring: &[Point], spacing: f64) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(ring.len());
    for &point in ring {
        let near = kept.last().is_some_and(|last| {
            (point.x - last.x).abs() < spacing && (point.y - last.y).abs() < spacing
        });
        if !near {
            kept.push(point);
        }
    }
    kept
}
