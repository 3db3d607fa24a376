//! Projects from the globe to the plane and back.
//!
//! All three projections preserve area, so that a country's colour weighs as much as its land: Albers'
//! conic away from the equator, Lambert's azimuthal across it or at a pole, Equal Earth for the world.

use super::degrees::either_side;
use crate::map::bounds::Bounds;
use crate::map::point::{LonLat, Point};

/// A map projection with its parameters, for a globe of radius 1.
///
/// ```
/// use atlas_engine::map::{Bounds, LonLat, Projection};
/// let balkans = Bounds { west: 13.0, south: 35.0, east: 30.0, north: 48.0 };
/// let projection = Projection::suited_to(&balkans);
/// let sofia = LonLat { lon: 23.32, lat: 42.70 };
/// let back = projection.unproject(projection.project(sofia)).unwrap();
/// assert!((back.lon - sofia.lon).abs() < 1e-6 && (back.lat - sofia.lat).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection {
    centre_lon: f64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    Albers { n: f64, c: f64, rho0: f64 },
    Azimuthal { centre_lat: f64 },
    EqualEarth,
}

/// What can be projected without tearing: degrees either side of the central meridian (infinite if the
/// map closes round a pole), and latitudes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Window {
    pub(super) half_width: f64,
    pub(super) south: f64,
    pub(super) north: f64,
}

/// The world is cut through the Bering Strait, where the cut meets no land but ice.
const WORLD_CENTRE_LON: f64 = 11.0;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

impl Projection {
    /// The whole world, in Equal Earth.
    pub const WORLD: Self = Self {
        centre_lon: WORLD_CENTRE_LON,
        kind: Kind::EqualEarth,
    };

    /// Returns a projection that distorts these bounds little.
    pub fn suited_to(bounds: &Bounds) -> Self {
        let nearest_to_equator = if bounds.south > 0.0 {
            bounds.south
        } else if bounds.north < 0.0 {
            -bounds.north
        } else {
            0.0
        };
        let widest = if nearest_to_equator > 35.0 {
            200.0
        } else {
            150.0
        };
        let centre_lon = bounds.middle_lon();
        if nearest_to_equator > 55.0 && bounds.width() > widest {
            return Self {
                centre_lon,
                kind: Kind::Azimuthal {
                    centre_lat: 90.0_f64.copysign(bounds.middle_lat()),
                },
            };
        }
        if bounds.width() > 250.0 {
            return Self::WORLD;
        }
        if bounds.width() > widest || bounds.height() > 130.0 {
            return Self {
                centre_lon,
                kind: Kind::EqualEarth,
            };
        }
        if bounds.north > 82.0 || bounds.south < -82.0 {
            let pole = if bounds.middle_lat() > 0.0 {
                90.0
            } else {
                -90.0
            };
            let centre_lat = if bounds.width() > 100.0 {
                pole
            } else {
                bounds.middle_lat()
            };
            return Self {
                centre_lon,
                kind: Kind::Azimuthal { centre_lat },
            };
        }
        // Standard parallels a sixth in from the edges spread the error evenly.
        let first = (bounds.south + bounds.height() / 6.0).to_radians().sin();
        let second = (bounds.north - bounds.height() / 6.0).to_radians().sin();
        let n = f64::midpoint(first, second);
        if n.abs() < 0.26 || bounds.height() > 65.0 {
            return Self {
                centre_lon,
                kind: Kind::Azimuthal {
                    centre_lat: bounds.middle_lat(),
                },
            };
        }
        let c = 1.0 + first * second;
        let middle = bounds.middle_lat().to_radians().sin();
        Self {
            centre_lon,
            kind: Kind::Albers {
                n,
                c,
                rho0: (c - 2.0 * n * middle).max(0.0).sqrt() / n,
            },
        }
    }

    /// Returns whether this shows the whole globe.
    pub fn shows_the_world(&self) -> bool {
        self.kind == Kind::EqualEarth
    }

    /// Returns the longitude in the middle, in degrees.
    pub fn centre_lon(&self) -> f64 {
        self.centre_lon
    }

    /// Projects a position; longitudes wrap. The result is finite for every finite position.
    pub fn project(&self, position: LonLat) -> Point {
        let offset = either_side(position.lon - self.centre_lon);
        self.project_offset(offset, position.lat)
    }

    /// Projects degrees from the central meridian, without wrapping them.
    pub(super) fn project_offset(&self, offset: f64, lat: f64) -> Point {
        let lambda = offset.to_radians();
        let phi = lat.max(-90.0).min(90.0).to_radians();
        match self.kind {
            Kind::Albers { n, c, rho0 } => {
                let rho = (c - 2.0 * n * phi.sin()).max(0.0).sqrt() / n;
                let (sin, cos) = (n * lambda).sin_cos();
                Point {
                    x: rho * sin,
                    y: rho * cos - rho0,
                }
            }
            Kind::Azimuthal { centre_lat } => {
                let (sin0, cos0) = centre_lat.to_radians().sin_cos();
                let (sin, cos) = phi.sin_cos();
                let (east, ahead) = lambda.sin_cos();
                let nearness = 1.0 + sin0 * sin + cos0 * cos * ahead;
                let k = (2.0 / nearness.max(1e-6)).sqrt();
                Point {
                    x: k * cos * east,
                    y: -k * (cos0 * sin - sin0 * cos * ahead),
                }
            }
            Kind::EqualEarth => {
                let theta = (3.0_f64.sqrt() / 2.0 * phi.sin()).asin();
                let t2 = theta * theta;
                let t6 = t2 * t2 * t2;
                let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
                Point {
                    x: 2.0 * 3.0_f64.sqrt() * lambda * theta.cos() / (3.0 * slope),
                    y: -theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)),
                }
            }
        }
    }

    /// Returns the position that projects to this point; `None` outside the map.
    pub fn unproject(&self, point: Point) -> Option<LonLat> {
        let (offset, lat) = match self.kind {
            Kind::Albers { n, c, rho0 } => {
                let across = n.signum() * point.x;
                let along = n.signum() * (rho0 + point.y);
                let rho = across.hypot(along);
                let sine = (c - rho * rho * n * n) / (2.0 * n);
                (
                    across.atan2(along).to_degrees() / n,
                    (sine.abs() <= 1.0).then(|| sine.asin().to_degrees())?,
                )
            }
            Kind::Azimuthal { centre_lat } => {
                let (sin0, cos0) = centre_lat.to_radians().sin_cos();
                let y = -point.y;
                let rho = point.x.hypot(y);
                if rho > 2.0 {
                    return None;
                }
                if rho < 1e-12 {
                    (0.0, centre_lat)
                } else {
                    let (sin, cos) = (2.0 * (rho / 2.0).asin()).sin_cos();
                    let height = (cos * sin0 + y * sin * cos0 / rho).max(-1.0).min(1.0);
                    let east = point.x * sin;
                    let north = rho * cos0 * cos - y * sin0 * sin;
                    (east.atan2(north).to_degrees(), height.asin().to_degrees())
                }
            }
            Kind::EqualEarth => {
                let mut theta = -point.y / A1;
                for _ in 0..12 {
                    let t2 = theta * theta;
                    let t6 = t2 * t2 * t2;
                    let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
                    let value = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
                    theta -= (value + point.y) / slope;
                }
                let t2 = theta * theta;
                let t6 = t2 * t2 * t2;
                let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
                let sine = 2.0 * theta.sin() / 3.0_f64.sqrt();
                let lambda = 3.0 * point.x * slope / (2.0 * 3.0_f64.sqrt() * theta.cos());
                (
                    lambda.to_degrees(),
                    (sine.abs() <= 1.0).then(|| sine.asin().to_degrees())?,
                )
            }
        };
        (offset.abs() <= 180.0 && lat.is_finite()).then_some(LonLat {
            lon: either_side(offset + self.centre_lon),
            lat,
        })
    }

    pub(super) fn window(&self) -> Window {
        match self.kind {
            // The far pole of a cone is at a distance: leave it out.
            Kind::Albers { n, .. } => Window {
                half_width: 179.0,
                south: if n > 0.0 { -55.0 } else { -90.0 },
                north: if n > 0.0 { 90.0 } else { 55.0 },
            },
            // The antipode has no position: cut it off by latitude or by longitude.
            Kind::Azimuthal { centre_lat } if centre_lat > 60.0 => Window {
                half_width: f64::INFINITY,
                south: -40.0,
                north: 90.0,
            },
            Kind::Azimuthal { centre_lat } if centre_lat < -60.0 => Window {
                half_width: f64::INFINITY,
                south: -90.0,
                north: 40.0,
            },
            Kind::Azimuthal { .. } => Window {
                half_width: 120.0,
                south: -90.0,
                north: 90.0,
            },
            Kind::EqualEarth => Window {
                half_width: 180.0,
                south: -90.0,
                north: 90.0,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds(west: f64, south: f64, east: f64, north: f64) -> Bounds {
        Bounds {
            west,
            south,
            east,
            north,
        }
    }

    fn examples() -> Vec<Projection> {
        [
            bounds(-10.0, 33.0, 51.0, 49.0),
            bounds(-18.0, -35.0, 52.0, 38.0),
            bounds(-75.0, -55.0, -35.0, -20.0),
            bounds(-180.0, 83.0, 180.0, 90.0),
            bounds(-180.0, -90.0, 180.0, -84.0),
            bounds(19.0, 41.0, 191.0, 82.0),
            Bounds::WORLD,
        ]
        .iter()
        .map(Projection::suited_to)
        .collect()
    }

    #[test]
    fn a_region_gets_the_projection_that_suits_it() {
        let kinds: Vec<Kind> = examples().iter().map(|made| made.kind).collect();
        assert!(matches!(kinds[0], Kind::Albers { n, .. } if n > 0.0));
        assert!(matches!(kinds[1], Kind::Azimuthal { .. }));
        assert!(matches!(kinds[2], Kind::Albers { n, .. } if n < 0.0));
        assert!(matches!(kinds[6], Kind::EqualEarth));
    }

    #[test]
    fn north_is_up_and_east_is_right_in_the_middle_of_every_map() {
        for projection in examples() {
            let lon = projection.centre_lon();
            let here = projection.project(LonLat { lon, lat: 10.0 });
            let east = projection.project(LonLat {
                lon: lon + 1.0,
                lat: 10.0,
            });
            let north = projection.project(LonLat { lon, lat: 11.0 });
            assert!(east.x > here.x, "{projection:?}");
            assert!(north.y < here.y, "{projection:?}");
        }
    }

    proptest! {
        #[test]
        fn every_position_projects_to_finite_coordinates(
            lon in -1000.0..1000.0_f64, lat in -90.0..=90.0_f64,
            west in -180.0..180.0_f64, width in 0.0..360.0_f64,
            south in -90.0..90.0_f64, height in 0.0..180.0_f64,
        ) {
            let bounds = bounds(west, south, west + width, (south + height).min(90.0));
            let point = Projection::suited_to(&bounds).project(LonLat { lon, lat });
            prop_assert!(point.x.is_finite() && point.y.is_finite());
        }

        #[test]
        fn unprojecting_reverses_projecting(
            lon in -179.0..179.0_f64, lat in -80.0..80.0_f64, which in 0..7_usize,
        ) {
            let projection = examples()[which];
            let offset = (lon - projection.centre_lon() + 180.0).rem_euclid(360.0) - 180.0;
            let window = projection.window();
            prop_assume!(offset.abs() < window.half_width - 1.0 && offset.abs() < 170.0);
            prop_assume!((window.south..window.north).contains(&lat));
            let back = projection.unproject(projection.project(LonLat { lon, lat })).unwrap();
            prop_assert!((back.lat - lat).abs() < 1e-5, "{back:?}");
            prop_assert!((back.lon - lon).abs() < 1e-5, "{back:?}");
        }
    }
}
