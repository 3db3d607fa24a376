use super::degrees::{either_side, positive};
use crate::map::point::LonLat;
use crate::sort;

/// A rectangle in degrees. `east` is at least `west`, and above 180 if the antimeridian is crossed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    /// Western edge, degrees.
    pub west: f64,
    /// Southern edge, degrees.
    pub south: f64,
    /// Eastern edge, degrees; `west..=west + 360`.
    pub east: f64,
    /// Northern edge, degrees.
    pub north: f64,
}

impl Bounds {
    /// The whole globe.
    pub const WORLD: Self = Self {
        west: -180.0,
        south: -90.0,
        east: 180.0,
        north: 90.0,
    };

    /// Returns the tightest bounds of points, if any, with continuous longitudes (no jump at ±180).
    pub fn of(points: &[LonLat]) -> Option<Self> {
        let first = points.first()?;
        let start = Self {
            west: first.lon,
            south: first.lat,
            east: first.lon,
            north: first.lat,
        };
        Some(points.iter().fold(start, |bounds, point| Self {
            west: bounds.west.min(point.lon),
            south: bounds.south.min(point.lat),
            east: bounds.east.max(point.lon),
            north: bounds.north.max(point.lat),
        }))
    }

    /// Returns the tightest bounds around all parts, if any, the shorter way round the globe.
    pub fn around(parts: &[Self]) -> Option<Self> {
        let mut spans: Vec<(f64, f64)> = parts
            .iter()
            .map(|part| {
                let west = either_side(part.west);
                (west, west + part.width())
            })
            .collect();
        sort::sort(&mut spans, |a: &(f64, f64), b| a.0.total_cmp(&b.0));
        let &(first_west, first_east) = spans.first()?;
        // The bounds leave out the widest gap between the parts.
        let mut widest_gap = 0.0;
        let mut west = first_west;
        let mut reach = first_east;
        for &(next_west, next_east) in &spans[1..] {
            if next_west - reach > widest_gap {
                widest_gap = next_west - reach;
                west = next_west;
            }
            reach = reach.max(next_east);
        }
        let closing_gap = first_west + 360.0 - reach;
        if closing_gap >= widest_gap {
            widest_gap = closing_gap.max(0.0);
            west = first_west;
        }
        Some(Self {
            west,
            east: west + 360.0 - widest_gap,
            south: parts.iter().map(|part| part.south).fold(90.0, f64::min),
            north: parts.iter().map(|part| part.north).fold(-90.0, f64::max),
        })
    }

    /// Returns the degrees of longitude from west to east.
    pub fn width(&self) -> f64 {
        self.east - self.west
    }

    /// Returns the degrees of latitude from south to north.
    pub fn height(&self) -> f64 {
        self.north - self.south
    }

    /// Returns the longitude halfway between west and east, −180 to 180.
    pub fn middle_lon(&self) -> f64 {
        either_side(f64::midpoint(self.west, self.east))
    }

    /// Returns the latitude halfway between south and north.
    pub fn middle_lat(&self) -> f64 {
        f64::midpoint(self.south, self.north)
    }

    /// Roughly the great-circle degrees between the nearest edges of two rectangles; 0 if they overlap.
    pub(super) fn degrees_to(&self, other: &Self) -> f64 {
        let apart = positive(other.west - self.east);
        let other_way = positive(self.west - other.east);
        let free = 360.0 - self.width() - other.width();
        let across = if apart <= free && other_way <= free {
            apart.min(other_way)
        } else {
            0.0
        };
        let along = (other.south - self.north)
            .max(self.south - other.north)
            .max(0.0);
        let lat = f64::midpoint(self.middle_lat(), other.middle_lat());
        (across * lat.to_radians().cos()).hypot(along)
    }

    /// A circle on the globe around the rectangle: its centre, and its radius in great-circle degrees.
    pub(super) fn circle(&self) -> (LonLat, f64) {
        let centre = LonLat {
            lon: self.middle_lon(),
            lat: self.middle_lat(),
        };
        (centre, self.width().hypot(self.height()) / 2.0)
    }

    /// Whether a point is inside; longitudes are compared as given.
    pub(super) fn contains(&self, lon: f64, lat: f64) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(west: f64, east: f64) -> Bounds {
        Bounds {
            west,
            east,
            south: 0.0,
            north: 1.0,
        }
    }

    #[test]
    fn bounds_around_neighbours_across_the_antimeridian_are_narrow() {
        let around = Bounds::around(&[bounds(177.0, 179.0), bounds(-179.0, -175.0)]).unwrap();
        assert!((around.west - 177.0).abs() < 1e-9 && (around.east - 185.0).abs() < 1e-9);
    }

    #[test]
    fn bounds_that_cover_everything_span_the_globe() {
        let around = Bounds::around(&[bounds(-180.0, 180.0), bounds(3.0, 4.0)]).unwrap();
        assert!((around.width() - 360.0).abs() < 1e-9);
    }

    #[test]
    fn distance_is_measured_the_shorter_way_around_the_globe() {
        let (fiji, samoa) = (bounds(177.0, 181.0), bounds(-173.0, -171.0));
        assert!((fiji.degrees_to(&samoa) - 6.0).abs() < 0.01);
        assert!((samoa.degrees_to(&fiji) - 6.0).abs() < 0.01);
        assert!(fiji.degrees_to(&bounds(179.0, 185.0)).abs() < 1e-9);
    }

    #[test]
    fn bounds_around_a_single_part_equal_that_part() {
        let around = Bounds::around(&[bounds(19.0, 191.0)]).unwrap();
        assert!((around.west - 19.0).abs() < 1e-9 && (around.east - 191.0).abs() < 1e-9);
    }
}
