use super::degrees::either_side;
use super::projection::Window;
use crate::map::geometry::Ring;
use crate::map::point::{LonLat, Point};
use crate::map::projection::Projection;

/// The longest step, in degrees, that is drawn as a straight line.
const MAX_STEP: f64 = 1.5;

type Pair = [f64; 2];

/// Keeps the part of a closed line where `axis` is on the inner side of `edge` (Sutherland–Hodgman).
fn cut(ring: &[Pair], axis: usize, edge: f64, keep_below: bool) -> Vec<Pair> {
    let inside = |point: &Pair| {
        if keep_below {
            point[axis] <= edge
        } else {
            point[axis] >= edge
        }
    };
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let Some(mut from) = ring.last() else {
        return kept;
    };
    for to in ring {
        if inside(from) != inside(to) {
            let share = (edge - from[axis]) / (to[axis] - from[axis]);
            let mut crossing = [0.0; 2];
            crossing[axis] = edge;
            crossing[1 - axis] = from[1 - axis] + share * (to[1 - axis] - from[1 - axis]);
            kept.push(crossing);
        }
        if inside(to) {
            kept.push(*to);
        }
        from = to;
    }
    kept
}

fn cut_to(mut ring: Vec<Pair>, low: Pair, high: Pair) -> Vec<Pair> {
    for axis in 0..2 {
        if ring.iter().any(|point| point[axis] < low[axis]) {
            ring = cut(&ring, axis, low[axis], false);
        }
        if ring.iter().any(|point| point[axis] > high[axis]) {
            ring = cut(&ring, axis, high[axis], true);
        }
    }
    if ring.len() < 3 { Vec::new() } else { ring }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct View {
    pub(super) low: Point,
    pub(super) high: Point,
}

impl View {
    pub(super) fn sized(width: f64, height: f64, margin: f64) -> Self {
        Self {
            low: Point {
                x: -margin,
                y: -margin,
            },
            high: Point {
                x: width + margin,
                y: height + margin,
            },
        }
    }

    pub(super) fn contains(&self, point: Point) -> bool {
        (self.low.x..=self.high.x).contains(&point.x)
            && (self.low.y..=self.high.y).contains(&point.y)
    }

    pub(super) fn cut(&self, ring: &[Point]) -> Vec<Point> {
        let pairs = ring.iter().map(|point| [point.x, point.y]).collect();
        let cut = cut_to(pairs, [self.low.x, self.low.y], [self.high.x, self.high.y]);
        cut.into_iter().map(|[x, y]| Point { x, y }).collect()
    }
}

/// Projects a ring to up to three closed lines, because the map's edge may cut it.
pub(super) fn project_ring(ring: &Ring, projection: &Projection) -> Vec<Vec<Point>> {
    let Window {
        half_width,
        south,
        north,
    } = projection.window();
    let centre = projection.centre_lon();
    let bounds = ring.bounds();
    if !half_width.is_finite() {
        return project_around_pole(ring, projection);
    }
    // The turns round the globe in which part of the ring is in the window.
    let first = ((bounds.west - centre - half_width) / 360.0).ceil();
    let last = ((bounds.east - centre + half_width) / 360.0).floor();
    let mut lines = Vec::new();
    let mut turn = first;
    while turn <= last {
        let shift = centre + turn * 360.0;
        turn += 1.0;
        let offsets = ring
            .points()
            .iter()
            .map(|point| [point.lon - shift, point.lat])
            .collect();
        let cut = cut_to(offsets, [-half_width, south], [half_width, north]);
        if cut.is_empty() {
            continue;
        }
        let mut line = Vec::with_capacity(cut.len() + 8);
        let mut from = cut[cut.len() - 1];
        for to in cut {
            project_step(from, to, projection, &mut line);
            from = to;
        }
        lines.push(line);
    }
    lines
}

/// Projects a ring where the map closes round a pole, so that only the far side of the globe is cut off.
fn project_around_pole(ring: &Ring, projection: &Projection) -> Vec<Vec<Point>> {
    let window = projection.window();
    // Here a ring round the pole does not need the points that close it over the pole.
    let offsets: Vec<Pair> = ring
        .points()
        .iter()
        .filter(|point| point.lat.abs() < 90.0)
        .map(|point| [point.lon - projection.centre_lon(), point.lat])
        .collect();
    let cut = cut_to(
        offsets,
        [f64::NEG_INFINITY, window.south],
        [f64::INFINITY, window.north],
    );
    let Some(&last) = cut.last() else {
        return Vec::new();
    };
    let mut line = Vec::with_capacity(cut.len() + 8);
    let mut from = last;
    for to in cut {
        let turns = ((to[0] - from[0]) / 360.0).round();
        from[0] += turns * 360.0;
        project_step(from, to, projection, &mut line);
        from = to;
    }
    vec![line]
}

pub(super) fn project_line(points: &[LonLat], projection: &Projection) -> Vec<Vec<Point>> {
    let window = projection.window();
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut before: Option<Pair> = None;
    for point in points {
        let offset = either_side(point.lon - projection.centre_lon());
        let shown =
            offset.abs() <= window.half_width && (window.south..=window.north).contains(&point.lat);
        if !shown {
            before = None;
            continue;
        }
        let to = [offset, point.lat];
        match before {
            Some(from) if (from[0] - to[0]).abs() < 180.0 => {
                project_step(from, to, projection, &mut line);
            }
            _ => {
                lines.push(std::mem::take(&mut line));
                line.push(projection.project_offset(to[0], to[1]));
            }
        }
        before = Some(to);
    }
    lines.push(line);
    lines.retain(|line| line.len() > 1);
    lines
}

/// Adds the end of a step, and points in between; equal in both directions, so that neighbours meet.
fn project_step(from: Pair, to: Pair, projection: &Projection, line: &mut Vec<Point>) {
    let (across, along) = (to[0] - from[0], to[1] - from[1]);
    let steps = (across.abs().max(along.abs()) / MAX_STEP).ceil();
    let mut step = 1.0;
    while step < steps {
        line.push(projection.project_offset(
            from[0] + across * step / steps,
            from[1] + along * step / steps,
        ));
        step += 1.0;
    }
    line.push(projection.project_offset(to[0], to[1]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_half_outside_the_view_is_cut_at_its_edge() {
        let view = View::sized(10.0, 10.0, 0.0);
        let square =
            [(5.0, 2.0), (15.0, 2.0), (15.0, 4.0), (5.0, 4.0)].map(|(x, y)| Point { x, y });
        let cut = view.cut(&square);
        assert_eq!(cut.len(), 4);
        assert!(cut.iter().all(|point| view.contains(*point)));
    }

    #[test]
    fn shapes_outside_the_view_are_removed() {
        let view = View::sized(10.0, 10.0, 0.0);
        let square = [(25.0, 2.0), (35.0, 2.0), (35.0, 4.0)].map(|(x, y)| Point { x, y });
        assert_eq!(view.cut(&square), []);
    }

    fn across_the_edge() -> Vec<LonLat> {
        let edge = Projection::WORLD.centre_lon() + 180.0;
        [(-20.0, 0.0), (20.0, 0.0), (20.0, 10.0), (-20.0, 10.0)]
            .map(|(east, lat)| LonLat {
                lon: edge + east,
                lat,
            })
            .to_vec()
    }

    fn width(line: &[Point]) -> f64 {
        let xs = line.iter().map(|point| point.x);
        xs.clone().fold(f64::MIN, f64::max) - xs.fold(f64::MAX, f64::min)
    }

    #[test]
    fn land_across_the_map_edge_is_split_without_losing_area() {
        let ring = Ring::new(across_the_edge()).unwrap();
        let lines = project_ring(&ring, &Projection::WORLD);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line) < 0.5));
        let drawn: f64 = lines
            .iter()
            .map(|line| super::super::interior::twice_area(line).abs() / 2.0)
            .sum();
        assert!((drawn - ring.area()).abs() < ring.area() * 0.01);
    }

    #[test]
    fn a_border_across_the_map_edge_is_split_into_two_lines() {
        let points: Vec<LonLat> = (-8..8)
            .map(|step| LonLat {
                lon: Projection::WORLD.centre_lon() + 180.0 + f64::from(step) + 0.5,
                lat: 0.0,
            })
            .collect();
        let lines = project_line(&points, &Projection::WORLD);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line) < 0.5));
    }

    #[test]
    fn land_around_a_pole_is_one_piece_on_a_polar_map() {
        let points = (0..36)
            .map(|step| LonLat {
                lon: f64::from(step) * 10.0,
                lat: -70.0,
            })
            .chain(
                [(360.0, -70.0), (360.0, -90.0), (0.0, -90.0)]
                    .map(|(lon, lat)| LonLat { lon, lat }),
            )
            .collect();
        let ring = Ring::new(points).unwrap();
        let polar = Projection::suited_to(ring.bounds());
        let lines = project_ring(&ring, &polar);
        assert_eq!(lines.len(), 1);
        let drawn = super::super::interior::twice_area(&lines[0]).abs() / 2.0;
        assert!((drawn - ring.area()).abs() < ring.area() * 0.02, "{drawn}");
    }
}
