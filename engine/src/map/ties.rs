use super::path::PathWriter;
use crate::map::point::Point;

/// How far an arc bends out, as a share of its length.
const SWING: f64 = 0.16;
const PIECES: u32 = 16;

/// Returns SVG path data, in the units of the points, of arcs that connect all points the shortest way, with no more arcs than needed.
/// Arcs have no direction: the data say that places belong together, not which came first.
pub fn ties(points: &[Point]) -> String {
    let mut path = PathWriter::new(1);
    let mut waiting: Vec<Point> = points.to_vec();
    let mut tied: Vec<Point> = waiting.pop().into_iter().collect();
    while !waiting.is_empty() {
        // The waiting point nearest to any connected one (Prim).
        let mut nearest = (f64::INFINITY, 0, Point { x: 0.0, y: 0.0 });
        for &from in &tied {
            for (at, to) in waiting.iter().enumerate() {
                let length = squared(from, *to);
                if length < nearest.0 {
                    nearest = (length, at, from);
                }
            }
        }
        let (length, at, from) = nearest;
        if !length.is_finite() {
            break;
        }
        let to = waiting.swap_remove(at);
        tied.push(to);
        path.open(&arc(from, to));
    }
    path.finish()
}

fn squared(from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    x * x + y * y
}

/// A flat parabola that bends to the north in either direction.
fn arc(from: Point, to: Point) -> Vec<Point> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let upwards = if x < 0.0 { -1.0 } else { 1.0 };
    (0..=PIECES)
        .map(|piece| {
            let share = f64::from(piece) / f64::from(PIECES);
            let swing = 4.0 * SWING * share * (1.0 - share) * upwards;
            Point {
                x: from.x + x * share + y * swing,
                y: from.y + y * share - x * swing,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn places_are_connected_by_one_arc_fewer_than_their_number() {
        let tied = ties(&[at(0.0, 0.0), at(50.0, 0.0), at(10.0, 5.0), at(90.0, 40.0)]);
        assert_eq!(tied.matches('M').count(), 3, "{tied}");
    }

    #[test]
    fn fewer_than_two_places_need_no_arc() {
        assert_eq!(ties(&[at(3.0, 4.0)]), "");
        assert_eq!(ties(&[]), "");
    }

    #[test]
    fn an_arc_joins_its_places_and_bends_north() {
        for (from, to) in [
            (at(0.0, 10.0), at(40.0, 10.0)),
            (at(40.0, 10.0), at(0.0, 10.0)),
        ] {
            let arc = arc(from, to);
            assert!(squared(arc[0], from) < 1e-9 && squared(arc[16], to) < 1e-9);
            assert!((arc[8].y - 3.6).abs() < 1e-9, "{arc:?}");
        }
    }
}
