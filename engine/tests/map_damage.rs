//! A damaged geometry file is rejected and never crashes the page.

use atlas_engine::map::{Frame, GeometryError, Shape, World, draw};
use proptest::prelude::*;

const SHIPPED: &[u8] = include_bytes!("../../public/world.atlas-geo");

/// A file small enough for thorough damage: a triangle and its neighbour.
const SMALL: &[u8] = &[
    b'A', b'T', b'L', b'A', b'S', b'G', b'E', b'O', 1, 100, // magic, version, grid
    3, 2, 3, 3, // three arcs of 2, 3 and 3 points
    0, 0, 0, 40, // the common border, north
    0, 0, 40, 0, 39, 39, // round by the east
    0, 0, 39, 40, 40, 40, // round by the west
    2,  // shapes
    b'A', b'B', 1, 1, 2, 0, 4, // arcs 0, 1
    b'C', b'D', 1, 1, 2, 2, 8, // arcs 0, 2
];

#[test]
fn the_small_file_is_valid() {
    let world = World::decode(SMALL).unwrap();
    assert_eq!(world.shapes().len(), 2);
}

#[test]
fn decoding_reports_what_is_wrong_with_a_file() {
    assert_eq!(World::decode(b""), Err(GeometryError::NotGeometry));
    assert_eq!(
        World::decode(b"<!doctype html>"),
        Err(GeometryError::NotGeometry)
    );
    assert_eq!(World::decode(b"ATLASGEO"), Err(GeometryError::Truncated));
    assert_eq!(
        World::decode(b"ATLASGEO\x07"),
        Err(GeometryError::OtherVersion(7))
    );
    let mut longer = SHIPPED.to_vec();
    longer.push(0);
    assert_eq!(World::decode(&longer), Err(GeometryError::TrailingBytes));
}

#[test]
fn a_file_truncated_anywhere_is_rejected() {
    for length in 0..SMALL.len() {
        assert!(World::decode(&SMALL[..length]).is_err(), "{length} bytes");
    }
    for length in (0..SHIPPED.len()).step_by(997) {
        assert!(World::decode(&SHIPPED[..length]).is_err(), "{length} bytes");
    }
}

fn survive(bytes: &[u8]) {
    if let Ok(world) = World::decode(bytes) {
        let codes: Vec<_> = world.shapes().iter().filter_map(Shape::code).collect();
        let frame = Frame::around(&world, &codes, 300.0, 200.0, 10.0);
        let drawing = draw(&world, &frame);
        assert!(
            drawing
                .countries
                .iter()
                .all(|country| country.size.is_finite())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn arbitrary_bytes_after_the_header_never_panic(rest in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = b"ATLASGEO\x01".to_vec();
        bytes.extend(rest);
        survive(&bytes);
    }

    #[test]
    fn a_small_file_with_bytes_changed_never_panics(
        changes in proptest::collection::vec((9..SMALL.len(), any::<u8>()), 1..6),
    ) {
        let mut bytes = SMALL.to_vec();
        for (at, value) in changes {
            bytes[at] = value;
        }
        survive(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_shipped_file_with_bytes_changed_never_panics(
        changes in proptest::collection::vec((9..SHIPPED.len(), any::<u8>()), 1..4),
    ) {
        let mut bytes = SHIPPED.to_vec();
        for (at, value) in changes {
            bytes[at] = value;
        }
        survive(&bytes);
    }
}
