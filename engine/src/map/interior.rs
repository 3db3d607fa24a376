use crate::map::point::Point;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Interior {
    pub(super) centre: Point,
    pub(super) radius: f64,
}

struct Cell {
    centre: Point,
    half: f64,
    distance: f64,
}

impl Cell {
    fn new(centre: Point, half: f64, rings: &[Vec<Point>]) -> Self {
        Self {
            centre,
            half,
            distance: signed_distance(rings, centre),
        }
    }

    /// No point in the square is farther from the outline than this.
    fn promise(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Cell {}
impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.promise().total_cmp(&other.promise())
    }
}

/// Searches the interior of a polygon (outline first, then holes) by halving squares, the most promising
/// first. `None` if no inside point was found.
pub(super) fn interior(rings: &[Vec<Point>], precision: f64) -> Option<Interior> {
    let outline = rings.first()?;
    let (low, high) = extent(outline)?;
    let (width, height) = (high.x - low.x, high.y - low.y);
    let side = width.min(height);
    if side <= 0.0 {
        return None;
    }
    let precision = precision.max(side / 50.0);
    let half = side / 2.0;
    let mut cells = BinaryHeap::new();
    let mut best = Cell::new(centroid(outline), 0.0, rings);
    // Limit the number of squares for a sliver.
    let (columns, rows) = (
        (width / side).ceil().min(64.0),
        (height / side).ceil().min(64.0),
    );
    for column in 0..columns as u32 {
        for row in 0..rows as u32 {
            let centre = Point {
                x: low.x + side * f64::from(column) + half,
                y: low.y + side * f64::from(row) + half,
            };
            cells.push(Cell::new(centre, half, rings));
        }
    }
    let mut searched = 0;
    while let Some(cell) = cells.pop() {
        if cell.promise() - best.distance <= precision.max(best.distance * 0.06) || searched > 2_000
        {
            break;
        }
        searched += 1;
        let half = cell.half / 2.0;
        for (right, down) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let centre = Point {
                x: cell.centre.x + right,
                y: cell.centre.y + down,
            };
            cells.push(Cell::new(centre, half, rings));
        }
        if cell.distance > best.distance {
            best = cell;
        }
    }
    let found = cells
        .into_iter()
        .chain([best])
        .max_by(|a, b| a.distance.total_cmp(&b.distance))?;
    (found.distance > 0.0).then_some(Interior {
        centre: found.centre,
        radius: found.distance,
    })
}

pub(super) fn extent(ring: &[Point]) -> Option<(Point, Point)> {
    let first = *ring.first()?;
    Some(ring.iter().fold((first, first), |(low, high), point| {
        (
            Point {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            },
            Point {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            },
        )
    }))
}

pub(super) fn twice_area(ring: &[Point]) -> f64 {
    segments(ring)
        .map(|(from, to)| from.x * to.y - to.x * from.y)
        .sum()
}

fn centroid(ring: &[Point]) -> Point {
    let count = ring.len().max(1) as f64;
    let twice = twice_area(ring);
    if twice.abs() < 1e-9 {
        return Point {
            x: ring.iter().map(|point| point.x).sum::<f64>() / count,
            y: ring.iter().map(|point| point.y).sum::<f64>() / count,
        };
    }
    let (mut x, mut y) = (0.0, 0.0);
    for (from, to) in segments(ring) {
        let cross = from.x * to.y - to.x * from.y;
        x += (from.x + to.x) * cross;
        y += (from.y + to.y) * cross;
    }
    Point {
        x: x / (3.0 * twice),
        y: y / (3.0 * twice),
    }
}

fn segments(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let ends = ring.iter().skip(1).chain(ring.first());
    ring.iter().copied().zip(ends.copied())
}

/// The distance to the nearest line; negative outside.
pub(super) fn signed_distance(rings: &[Vec<Point>], point: Point) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for ring in rings {
        for (from, to) in segments(ring) {
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            if (from.y > point.y) != (to.y > point.y)
                && point.x < dx * (point.y - from.y) / dy + from.x
            {
                inside = !inside;
            }
            let length = dx * dx + dy * dy;
            let along = if length > 0.0 {
                (((point.x - from.x) * dx + (point.y - from.y) * dy) / length)
                    .max(0.0)
                    .min(1.0)
            } else {
                0.0
            };
            let (ex, ey) = (point.x - from.x - along * dx, point.y - from.y - along * dy);
            nearest = nearest.min(ex * ex + ey * ey);
        }
    }
    if inside {
        nearest.sqrt()
    } else {
        -nearest.sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn the_centre_of_a_crescent_is_inside_the_crescent() {
        let crescent = ring(&[
            (0.0, 0.0),
            (30.0, 0.0),
            (30.0, 4.0),
            (4.0, 4.0),
            (4.0, 26.0),
            (30.0, 26.0),
            (30.0, 30.0),
            (0.0, 30.0),
        ]);
        let found = interior(std::slice::from_ref(&crescent), 0.1).unwrap();
        assert!(signed_distance(&[crescent], found.centre) > 1.5);
    }

    #[test]
    fn the_centre_of_a_square_with_a_hole_avoids_the_hole() {
        let rings = [
            ring(&[(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0)]),
            ring(&[(6.0, 6.0), (14.0, 6.0), (14.0, 14.0), (6.0, 14.0)]),
        ];
        let found = interior(&rings, 0.1).unwrap();
        assert!(found.radius > 2.9, "{found:?}");
    }

    #[test]
    fn a_line_has_no_interior() {
        assert_eq!(interior(&[ring(&[(0.0, 0.0), (5.0, 0.0)])], 0.1), None);
    }
}
