//! Removes the points and islands that matter least, and puts the rest on a grid. The method is
//! Visvalingam and Whyatt's, arc by arc: the point whose triangle with its neighbours is smallest goes
//! first. Ends of arcs stay, so that borders still meet. Sharp angles weigh less, as spikes look wrong
//! first.

use super::encode::STEPS_PER_DEGREE;
use super::source::{Polygon, Position, Shape, Topology};
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// For a first view: little, but more where portfolios are read closely.
    Overview,
    /// For a closer look: nearly everything.
    Close,
}

impl Detail {
    /// The smallest triangle kept where detail is coarse, in square degrees at the equator (12,400 km²).
    fn tolerance(self) -> f64 {
        match self {
            Self::Overview => 0.0075,
            Self::Close => 0.0002,
        }
    }

    /// The share of the tolerance that applies at a place.
    fn share_at(self, position: Position) -> f64 {
        match self {
            Self::Overview => share_at(position),
            Self::Close if position[1] < NORTH_OF_ANTARCTICA => 40.0,
            Self::Close => 1.0,
        }
    }
}

/// A closer look does not need the edge of the ice.
const NORTH_OF_ANTARCTICA: f64 = -60.0;

/// The smallest island that is kept, as a multiple of the tolerance.
const ISLAND: f64 = 1.6;

/// In square degrees: smaller countries keep more of their outline, and all islands important to them.
const SMALL_COUNTRY: f64 = 4.0;

/// A rectangle in degrees, and the share of the tolerance that applies there (above 1: less detail).
struct Region {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    share: f64,
}

/// Where portfolios about Europe's neighbourhood are read closely. The first match counts.
const REGIONS: [Region; 4] = [
    // The Balkans and Italy
    Region {
        west: 12.0,
        south: 34.5,
        east: 30.5,
        north: 48.6,
        share: 0.07,
    },
    // The Mediterranean, the Black Sea and the Caucasus
    Region {
        west: -10.0,
        south: 30.0,
        east: 51.0,
        north: 49.5,
        share: 0.14,
    },
    // The rest of Europe
    Region {
        west: -25.0,
        south: 30.0,
        east: 60.0,
        north: 62.0,
        share: 0.4,
    },
    // Antarctica
    Region {
        west: -180.0,
        south: -90.0,
        east: 180.0,
        north: -60.0,
        share: 6.0,
    },
];

pub(super) fn simplify(topology: &mut Topology, detail: Detail) {
    let areas: Vec<f64> = topology
        .shapes
        .iter()
        .map(|shape| area(topology, shape))
        .collect();
    drop_small_islands(topology, &areas, detail);
    drop_empty_holes(topology);
    let mut demands = demands(topology, &areas);
    for (arc, points) in topology.arcs.iter_mut().enumerate() {
        if let Some(demand) = demands.remove(&arc) {
            *points = on_grid(&thinned(points, &demand, detail));
        }
    }
    drop_unused(topology);
}

fn area(topology: &Topology, shape: &Shape) -> f64 {
    shape
        .polygons
        .iter()
        .map(|polygon| topology.area(polygon))
        .sum()
}

fn share_at(position: Position) -> f64 {
    let lon = (position[0] + 180.0).rem_euclid(360.0) - 180.0;
    REGIONS
        .iter()
        .find(|region| {
            (region.west..=region.east).contains(&lon)
                && (region.south..=region.north).contains(&position[1])
        })
        .map_or(1.0, |region| region.share)
}

fn share_for(country_area: f64) -> f64 {
    (country_area / SMALL_COUNTRY).clamp(0.02, 1.0)
}

fn drop_small_islands(topology: &mut Topology, areas: &[f64], detail: Detail) {
    let mut shapes = std::mem::take(&mut topology.shapes);
    for (shape, &total) in shapes.iter_mut().zip(areas) {
        let sized: Vec<(f64, Polygon)> = shape
            .polygons
            .drain(..)
            .map(|polygon| (topology.area(&polygon), polygon))
            .collect();
        let largest = sized.iter().map(|(area, _)| *area).fold(0.0, f64::max);
        shape.polygons = sized
            .into_iter()
            .filter(|(area, polygon)| {
                let at = polygon
                    .first()
                    .and_then(|outline| topology.points(outline).first().copied())
                    .unwrap_or_default();
                let least = detail.tolerance() * ISLAND * detail.share_at(at) * share_for(total);
                // Land that borders on other land stays, whatever its size.
                let alone = polygon.iter().all(|ring| ring.len() == 1);
                *area >= largest || *area >= least || !alone || total_is_scattered(*area, total)
            })
            .map(|(_, polygon)| polygon)
            .collect();
    }
    // Holes whose filling was kept stay too: only islands were dropped.
    topology.shapes = shapes;
}

/// Removes holes without area that no enclave fills, such as the South Pole.
fn drop_empty_holes(topology: &mut Topology) {
    let mut users: HashMap<usize, usize> = HashMap::new();
    for reference in topology
        .shapes
        .iter()
        .flat_map(|shape| shape.polygons.iter().flatten().flatten())
    {
        *users.entry(reference.arc).or_default() += 1;
    }
    let arcs = &topology.arcs;
    for polygon in topology
        .shapes
        .iter_mut()
        .flat_map(|shape| &mut shape.polygons)
    {
        let mut first = true;
        polygon.retain(|ring| {
            let outline = std::mem::take(&mut first);
            outline
                || ring
                    .iter()
                    .any(|reference| arcs[reference.arc].len() > 3 || users[&reference.arc] > 1)
        });
    }
}

/// Whether an island is a fair share of a small state.
fn total_is_scattered(area: f64, total: f64) -> bool {
    total < SMALL_COUNTRY && area >= total * 0.04
}

struct Demand {
    share: f64,
    fewest: usize,
}

fn demands(topology: &Topology, areas: &[f64]) -> HashMap<usize, Demand> {
    let mut demands: HashMap<usize, Demand> = HashMap::new();
    for (shape, &total) in topology.shapes.iter().zip(areas) {
        for ring in shape.polygons.iter().flatten() {
            // A ring of one arc needs a square; one of two must not collapse to a line.
            let fewest = match ring.len() {
                1 => 5,
                2 => 4,
                _ => 2,
            };
            for reference in ring {
                let demand = demands.entry(reference.arc).or_insert(Demand {
                    share: 1.0,
                    fewest: 2,
                });
                demand.share = demand.share.min(share_for(total));
                demand.fewest = demand.fewest.max(fewest);
            }
        }
    }
    demands
}

fn thinned(points: &[Position], demand: &Demand, detail: Detail) -> Vec<Position> {
    let mut kept: Vec<Position> = points.to_vec();
    let mut importance: Vec<f64> = (0..kept.len())
        .map(|at| weight(&kept, at, detail))
        .collect();
    let mut passed = 0.0;
    while kept.len() > demand.fewest.max(2) {
        let least = importance
            .iter()
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(b.1).then(a.0.cmp(&b.0)));
        let Some((at, &found)) = least else {
            break;
        };
        // Points that became small only by removing others are as important as those were.
        passed = f64::max(passed, found);
        if passed >= detail.tolerance() * demand.share {
            break;
        }
        kept.remove(at);
        importance.remove(at);
        for neighbour in [at.saturating_sub(1), at] {
            if neighbour < kept.len() {
                importance[neighbour] = weight(&kept, neighbour, detail);
            }
        }
    }
    kept
}

/// The area of a point's triangle relative to the share there; less for sharp angles, infinite at ends.
fn weight(points: &[Position], at: usize, detail: Detail) -> f64 {
    if at == 0 || at + 1 >= points.len() {
        return f64::INFINITY;
    }
    let [before, here, after] = [points[at - 1], points[at], points[at + 1]];
    let narrow = here[1].to_radians().cos().max(0.05);
    let to_before = [(before[0] - here[0]) * narrow, before[1] - here[1]];
    let to_after = [(after[0] - here[0]) * narrow, after[1] - here[1]];
    let twice = (to_before[0] * to_after[1] - to_before[1] * to_after[0]).abs();
    let lengths = to_before[0].hypot(to_before[1]) * to_after[0].hypot(to_after[1]);
    let cosine = if lengths > 0.0 {
        (to_before[0] * to_after[0] + to_before[1] * to_after[1]) / lengths
    } else {
        1.0
    };
    twice / 2.0 * (1.0 - 0.7 * cosine.clamp(-1.0, 1.0)) / detail.share_at(here)
}

fn on_grid(points: &[Position]) -> Vec<Position> {
    let round = |value: f64| (value * STEPS_PER_DEGREE).round() / STEPS_PER_DEGREE;
    let mut rounded: Vec<Position> = points
        .iter()
        .map(|&[lon, lat]| [round(lon), round(lat).clamp(-90.0, 90.0)])
        .collect();
    rounded.dedup();
    let closed = points.first() == points.last();
    if closed && rounded.len() < 4 {
        let step = 1.0 / STEPS_PER_DEGREE;
        let [lon, lat] = rounded.first().copied().unwrap_or_default();
        return [
            [lon - step, lat],
            [lon, lat + step],
            [lon + step, lat],
            [lon, lat - step],
            [lon - step, lat],
        ]
        .map(|[lon, lat]| [round(lon), round(lat)])
        .to_vec();
    }
    if rounded.len() == 1 {
        // Two ends that coincide are still two ends.
        rounded.push(rounded[0]);
    }
    rounded
}

fn drop_unused(topology: &mut Topology) {
    let mut new_number: HashMap<usize, usize> = HashMap::new();
    let mut arcs = Vec::new();
    for shape in &mut topology.shapes {
        for reference in shape.polygons.iter_mut().flatten().flatten() {
            let number = *new_number.entry(reference.arc).or_insert_with(|| {
                arcs.push(std::mem::take(&mut topology.arcs[reference.arc]));
                arcs.len() - 1
            });
            reference.arc = number;
        }
    }
    topology.arcs = arcs;
}
