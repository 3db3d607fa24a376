use crate::map::point::Point;

/// A dot: a circle, in the caller's units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dot {
    /// Its centre.
    pub centre: Point,
    /// Its radius.
    pub radius: f64,
}

const MAX_RADIUS: f64 = 4.0;
const MIN_RADIUS: f64 = 2.5;
/// The space between two dots, for the outlines of both.
const GAP: f64 = 2.0;
/// How far a dot may move from its land.
const MAX_SHIFT: f64 = 18.0;
/// How far a dot stays from the centre of a country that has no dot.
const MIN_DISTANCE: f64 = 6.5;
const STEP: f64 = 1.5;
const DIRECTIONS: u32 = 16;

/// Places dots without overlap: in a crowd they are smaller and, if that is not enough, move apart. The
/// first in `wanted` stay closest to their land. A dot that moves avoids the centres of other countries,
/// `taken`. A dot without free space nearby is left out. All lengths are CSS pixels.
pub fn place_dots(wanted: &[Point], taken: &[Point]) -> Vec<Option<Dot>> {
    let mut placed: Vec<Option<Dot>> = Vec::with_capacity(wanted.len());
    for (at, &centre) in wanted.iter().enumerate() {
        let others = wanted.iter().enumerate().filter(|(other, _)| *other != at);
        let nearest = others
            .map(|(_, other)| distance(*other, centre))
            .fold(f64::INFINITY, f64::min);
        let radius = ((nearest - GAP) / 2.0).min(MAX_RADIUS).max(MIN_RADIUS);
        let is_free = |dot: &Dot| {
            placed
                .iter()
                .flatten()
                .all(|other| distance(other.centre, dot.centre) >= other.radius + dot.radius + GAP)
        };
        let is_clear = |dot: &Dot| {
            taken
                .iter()
                .all(|it| distance(*it, dot.centre) >= MIN_DISTANCE)
        };
        let in_place = Some(Dot { centre, radius }).filter(is_free);
        let moved = || {
            let radius = MIN_RADIUS;
            let mut around = places_around(centre).map(|centre| Dot { centre, radius });
            around.find(|dot| is_free(dot) && is_clear(dot))
        };
        placed.push(in_place.or_else(moved));
    }
    placed
}

fn places_around(centre: Point) -> impl Iterator<Item = Point> {
    let rings = (MAX_SHIFT / STEP) as u32;
    (1..=rings).flat_map(move |ring| {
        let away = f64::from(ring) * STEP;
        (0..DIRECTIONS).map(move |direction| {
            let angle = f64::from(direction) / f64::from(DIRECTIONS) * std::f64::consts::TAU;
            Point {
                x: centre.x + away * angle.cos(),
                y: centre.y + away * angle.sin(),
            }
        })
    })
}

fn distance(one: Point, other: Point) -> f64 {
    let (x, y) = (one.x - other.x, one.y - other.y);
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn an_isolated_dot_is_large_and_centred_on_its_country() {
        let dots = place_dots(&[at(50.0, 50.0), at(90.0, 50.0)], &[at(52.0, 50.0)]);
        let expected = [at(50.0, 50.0), at(90.0, 50.0)].map(|centre| {
            Some(Dot {
                centre,
                radius: MAX_RADIUS,
            })
        });
        assert_eq!(dots, expected);
    }

    #[test]
    fn a_moved_dot_keeps_clear_of_other_countries() {
        let dots = place_dots(&[at(50.0, 50.0), at(51.0, 50.0)], &[at(58.0, 50.0)]);
        let moved = dots[1].unwrap();
        assert_eq!(dots[0].unwrap().centre, at(50.0, 50.0));
        assert!(
            distance(moved.centre, at(58.0, 50.0)) >= MIN_DISTANCE,
            "{moved:?}"
        );
    }

    #[test]
    fn every_small_country_in_a_crowd_gets_a_dot() {
        // As close together as the Caribbean countries on a map of the world on a phone.
        let crowd: Vec<Point> = (0..12)
            .map(|n| {
                at(
                    100.0 + f64::from(n % 4) * 3.0,
                    60.0 + f64::from(n / 4) * 4.0,
                )
            })
            .collect();
        assert!(place_dots(&crowd, &[]).iter().all(Option::is_some));
    }

    proptest! {
        #[test]
        fn dots_never_overlap_and_stay_near_their_countries(
            wanted in proptest::collection::vec((0.0..200.0_f64, 0.0..100.0_f64), 0..80),
            taken in proptest::collection::vec((0.0..200.0_f64, 0.0..100.0_f64), 0..20),
        ) {
            let wanted: Vec<Point> = wanted.into_iter().map(|(x, y)| at(x, y)).collect();
            let taken: Vec<Point> = taken.into_iter().map(|(x, y)| at(x, y)).collect();
            let dots = place_dots(&wanted, &taken);
            prop_assert_eq!(dots.len(), wanted.len());
            for (index, (dot, land)) in dots.iter().zip(&wanted).enumerate() {
                let Some(dot) = dot else { continue };
                prop_assert!((MIN_RADIUS..=MAX_RADIUS).contains(&dot.radius));
                prop_assert!(distance(dot.centre, *land) <= MAX_SHIFT + 1e-6);
                for other in dots[index + 1..].iter().flatten() {
                    prop_assert!(distance(dot.centre, other.centre) >= dot.radius + other.radius + GAP - 1e-9);
                }
            }
        }
    }
}
