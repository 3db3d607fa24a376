//! Writes the geometry file; `engine/src/map/geometry.rs` describes its format.

use super::source::{Position, Topology};

/// The resolution of the grid: 0.01° is at most 1.1 km.
pub(super) const STEPS_PER_DEGREE: f64 = 100.0;

const MAGIC: &[u8; 8] = b"ATLASGEO";
const VERSION: u8 = 1;

pub(super) fn encode(topology: &Topology) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    unsigned(&mut bytes, STEPS_PER_DEGREE as u64);
    unsigned(&mut bytes, topology.arcs.len() as u64);
    for arc in &topology.arcs {
        unsigned(&mut bytes, arc.len() as u64);
    }
    let mut before = [0, 0];
    for point in topology.arcs.iter().flatten() {
        let here = steps(*point);
        signed(&mut bytes, here[0] - before[0]);
        signed(&mut bytes, here[1] - before[1]);
        before = here;
    }
    unsigned(&mut bytes, topology.shapes.len() as u64);
    let mut last_arc = 0;
    for shape in &topology.shapes {
        match &shape.code {
            Some(code) => bytes.extend(code.as_str().as_bytes()),
            None => bytes.extend([0, 0]),
        }
        unsigned(&mut bytes, shape.polygons.len() as u64);
        for polygon in &shape.polygons {
            unsigned(&mut bytes, polygon.len() as u64);
            for ring in polygon {
                unsigned(&mut bytes, ring.len() as u64);
                for reference in ring {
                    let arc = reference.arc as i64;
                    unsigned(
                        &mut bytes,
                        zigzag(arc - last_arc) << 1 | u64::from(reference.reversed),
                    );
                    last_arc = arc;
                }
            }
        }
    }
    bytes
}

fn steps(position: Position) -> [i64; 2] {
    position.map(|degrees| (degrees * STEPS_PER_DEGREE).round() as i64)
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn signed(bytes: &mut Vec<u8>, value: i64) {
    unsigned(bytes, zigzag(value));
}

fn unsigned(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
