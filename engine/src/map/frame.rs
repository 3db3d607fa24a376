use super::clip::View;
use super::interior::extent;
use crate::country::CountryCode;
use crate::map::bounds::Bounds;
use crate::map::geometry::{Shape, World};
use crate::map::point::{LonLat, Point};
use crate::map::projection::Projection;

/// The smallest part of the globe that a frame's shorter side shows, in radii of the globe (about 600
/// km), so that a small state keeps its surroundings.
const MIN_SIDE: f64 = 0.095;

/// How much larger the map must become for distant countries to be left to the inset.
const WORTHWHILE: f64 = 1.6;

/// How far from all others a country must be to be left to the inset, in degrees (about 2,200 km).
const DISTANT: f64 = 20.0;

/// The parallel that has all land but Antarctica to its north, in degrees.
const SOUTH_OF_LAND: f64 = -57.0;

/// A rectangle of `width` × `height` units, and the part of the globe that fills it.
#[derive(Clone, PartialEq, Debug)]
pub struct Frame {
    /// Width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// The countries that the frame was fitted around.
    pub inside: Vec<CountryCode>,
    /// Countries too far from the others, which only the inset shows.
    pub outside: Vec<CountryCode>,
    projection: Projection,
    /// Units per radius of the globe.
    scale: f64,
    origin: Point,
}

impl Frame {
    /// Fits a frame of `width` × `height` units around countries, with `padding` units free on all
    /// sides.
    ///
    /// A few countries (at most a quarter) that are about 2,200 km or more from all others are left
    /// `outside` if the rest can then be drawn much larger. Overseas territories and far islands do not
    /// widen the frame. Without shapes, or with countries all over the globe, it shows the world.
    pub fn around(
        world: &World,
        codes: &[CountryCode],
        width: f64,
        height: f64,
        padding: f64,
    ) -> Self {
        let bodies = bodies(world, codes);
        let far = distant(&bodies, at_least_one(width) / at_least_one(height));
        Self::laid(&bodies, &far, width, height, padding)
    }

    /// Like [`Frame::around`], but with every country inside, however far apart.
    pub fn around_all(
        world: &World,
        codes: &[CountryCode],
        width: f64,
        height: f64,
        padding: f64,
    ) -> Self {
        Self::laid(&bodies(world, codes), &[], width, height, padding)
    }

    fn laid(bodies: &[Body], far: &[usize], width: f64, height: f64, padding: f64) -> Self {
        let (near, far): (Vec<_>, Vec<_>) = bodies
            .iter()
            .enumerate()
            .partition(|(index, _)| !far.contains(index));
        let codes_of = |part: &[(usize, &Body)]| part.iter().map(|(_, body)| body.code).collect();
        let bounds: Vec<Bounds> = near.iter().map(|(_, body)| body.bounds).collect();
        let projection = Bounds::around(&bounds)
            .map_or(Projection::WORLD, |bounds| Projection::suited_to(&bounds));
        let mut frame = if projection == Projection::WORLD {
            let southernmost = bounds.iter().map(|bounds| bounds.south);
            Self::of_world_down_to(southernmost.fold(SOUTH_OF_LAND, f64::min), width, height)
        } else {
            let points: Vec<Point> = near
                .iter()
                .flat_map(|(_, body)| body.outline.iter())
                .map(|&position| projection.project(position))
                .collect();
            Self::fitted(projection, &points, width, height, padding)
        };
        frame.inside = codes_of(&near);
        frame.outside = codes_of(&far);
        frame
    }

    /// Returns a frame of the world except the ice around the South Pole; it lists no countries.
    pub fn of_world(width: f64, height: f64) -> Self {
        Self::of_world_down_to(SOUTH_OF_LAND, width, height)
    }

    fn of_world_down_to(south: f64, width: f64, height: f64) -> Self {
        let projection = Projection::WORLD;
        let edge = |offset, lat| projection.project_offset(offset, lat);
        let points = [
            edge(-180.0, 0.0),
            edge(180.0, 0.0),
            edge(0.0, 84.0),
            edge(0.0, south),
        ];
        Self::fitted(projection, &points, width, height, 2.0)
    }

    fn fitted(
        projection: Projection,
        points: &[Point],
        width: f64,
        height: f64,
        padding: f64,
    ) -> Self {
        let (width, height) = (at_least_one(width), at_least_one(height));
        let padding = padding.max(0.0).min(width.min(height) * 0.4);
        let nowhere = Point { x: 0.0, y: 0.0 };
        let (low, high) = extent(points).unwrap_or((nowhere, nowhere));
        let largest = width.min(height) / MIN_SIDE;
        let scale = ((width - 2.0 * padding) / (high.x - low.x).max(1e-9))
            .min((height - 2.0 * padding) / (high.y - low.y).max(1e-9))
            .min(largest);
        Self {
            width,
            height,
            inside: Vec::new(),
            outside: Vec::new(),
            projection,
            scale,
            origin: Point {
                x: width / 2.0 - scale * f64::midpoint(low.x, high.x),
                y: height / 2.0 - scale * f64::midpoint(low.y, high.y),
            },
        }
    }

    /// Returns the projection.
    pub fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Returns roughly the units per degree of latitude (about 111 km).
    pub fn units_per_degree(&self) -> f64 {
        self.scale.to_radians()
    }

    /// Returns a frame of the same part of the globe, `factor` times as large.
    #[must_use]
    pub fn enlarged(&self, factor: f64) -> Self {
        Self {
            width: self.width * factor,
            height: self.height * factor,
            scale: self.scale * factor,
            origin: Point {
                x: self.origin.x * factor,
                y: self.origin.y * factor,
            },
            ..self.clone()
        }
    }

    /// Returns the upper-left and lower-right corners, in units, of a rectangle around the main bodies
    /// of countries; `None` if none has a shape or all were left [outside](Self::outside).
    pub fn extent_of(&self, world: &World, codes: &[CountryCode]) -> Option<(Point, Point)> {
        let inside = bodies(world, codes).into_iter();
        let inside = inside.filter(|body| !self.outside.contains(&body.code));
        let outlines = inside.flat_map(|body| body.outline);
        let points: Vec<Point> = outlines.map(|position| self.project(position)).collect();
        extent(&points)
    }

    pub(super) fn square_units(&self, steradians: f64) -> f64 {
        steradians * self.scale * self.scale
    }

    /// Projects a position into units; it may be outside the frame.
    pub fn project(&self, position: LonLat) -> Point {
        self.place(self.projection.project(position))
    }

    /// Returns the position at a point of the frame; `None` off the map.
    pub fn unproject(&self, point: Point) -> Option<LonLat> {
        self.projection.unproject(Point {
            x: (point.x - self.origin.x) / self.scale,
            y: (point.y - self.origin.y) / self.scale,
        })
    }

    pub(super) fn place(&self, point: Point) -> Point {
        Point {
            x: self.origin.x + self.scale * point.x,
            y: self.origin.y + self.scale * point.y,
        }
    }

    pub(super) fn view(&self, margin: f64) -> View {
        View::sized(self.width, self.height, margin)
    }
}

fn at_least_one(side: f64) -> f64 {
    if side.is_finite() { side.max(1.0) } else { 1.0 }
}

struct Body {
    code: CountryCode,
    bounds: Bounds,
    outline: Vec<LonLat>,
}

impl Body {
    fn of(code: CountryCode, shape: &Shape) -> Option<Self> {
        let polygons = shape.main_body();
        let parts: Vec<Bounds> = polygons.iter().map(|polygon| *polygon.bounds()).collect();
        Some(Self {
            code,
            bounds: Bounds::around(&parts)?,
            outline: polygons
                .iter()
                .filter_map(|polygon| polygon.rings().first())
                .flat_map(|ring| ring.points().iter().copied())
                .collect(),
        })
    }
}

fn bodies(world: &World, codes: &[CountryCode]) -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for &code in codes {
        if bodies.iter().all(|body| body.code != code) {
            bodies.extend(world.shape(code).and_then(|shape| Body::of(code, shape)));
        }
    }
    bodies
}

/// The size in degrees of latitude of a frame of this aspect that holds the bounds.
fn extent_needed(parts: &[Bounds], aspect: f64) -> f64 {
    let Some(bounds) = Bounds::around(parts) else {
        return 0.0;
    };
    let width = bounds.width() * bounds.middle_lat().to_radians().cos();
    (width / aspect.max(1.0))
        .max(bounds.height() * aspect.min(1.0))
        .max(MIN_SIDE.to_degrees())
}

/// The indices of the countries to leave to the inset. Repeatedly leaves out the one without which the
/// rest needs the smallest frame, as long as few are left out and much is gained.
fn distant(bodies: &[Body], aspect: f64) -> Vec<usize> {
    // A quarter of a few countries, a smaller share of many.
    let max = (bodies.len() / 4).min(2 + bodies.len() / 10);
    let mut remaining: Vec<usize> = (0..bodies.len()).collect();
    let bounds_of = |indices: &[usize], without: Option<usize>| -> Vec<Bounds> {
        indices
            .iter()
            .filter(|&&index| Some(index) != without)
            .map(|&index| bodies[index].bounds)
            .collect()
    };
    let mut accepted_extent = extent_needed(&bounds_of(&remaining, None), aspect);
    let mut accepted = Vec::new();
    let mut left_out = Vec::new();
    for _ in 0..max {
        let smallest = remaining
            .iter()
            .map(|&index| {
                let extent = extent_needed(&bounds_of(&remaining, Some(index)), aspect);
                (index, extent)
            })
            .min_by(|a, b| a.1.total_cmp(&b.1));
        let Some((index, extent)) = smallest else {
            break;
        };
        remaining.retain(|&kept| kept != index);
        left_out.push(index);
        let sensible = Bounds::around(&bounds_of(&remaining, None)).is_some_and(|kept| {
            !Projection::suited_to(&kept).shows_the_world()
                && left_out
                    .iter()
                    .all(|&index| kept.degrees_to(&bodies[index].bounds) >= DISTANT)
        });
        if sensible && accepted_extent >= extent * WORTHWHILE {
            accepted_extent = extent;
            accepted.clone_from(&left_out);
        }
    }
    accepted
}
