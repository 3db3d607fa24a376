//! The shipped shapes: which country a place belongs to, and that every country is there.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use atlas_engine::country::CountryCode;
use atlas_engine::map::{Polygon, Shape, World};
use std::f64::consts::PI;

fn world() -> World {
    World::decode(include_bytes!("../../public/world.atlas-geo")).unwrap()
}

fn code(text: &str) -> CountryCode {
    CountryCode::parse(text).unwrap()
}

/// Places within a kilometre of a coast or border were moved inland: the grid is 0.01 degrees.
const PLACES: [(&str, f64, f64, &str); 44] = [
    ("Simferopol", 34.10, 44.95, "UA"),
    ("Sevastopol", 33.60, 44.58, "UA"),
    ("Kyiv", 30.52, 50.45, "UA"),
    ("Laayoune", -13.10, 27.15, "EH"),
    ("Dakhla's hinterland", -15.00, 23.50, "EH"),
    ("Rabat", -6.75, 33.97, "MA"),
    ("Skopje", 21.43, 42.00, "MK"),
    ("Pristina", 21.16, 42.66, "XK"),
    ("Mitrovica", 20.87, 42.88, "XK"),
    ("Podgorica", 19.26, 42.44, "ME"),
    ("Belgrade", 20.46, 44.80, "RS"),
    ("Sarajevo", 18.41, 43.86, "BA"),
    ("Zagreb", 15.98, 45.81, "HR"),
    ("Dubrovnik", 18.11, 42.67, "HR"),
    ("Tirana", 19.82, 41.33, "AL"),
    ("Chisinau", 28.86, 47.01, "MD"),
    ("Tiraspol", 29.60, 46.85, "MD"),
    ("Bucharest", 26.10, 44.43, "RO"),
    ("Sofia", 23.32, 42.70, "BG"),
    ("Vienna", 16.37, 48.21, "AT"),
    ("Athens", 23.75, 38.02, "GR"),
    ("Ankara", 32.86, 39.93, "TR"),
    ("Tbilisi", 44.79, 41.72, "GE"),
    ("Yerevan", 44.51, 40.18, "AM"),
    ("Baku", 49.85, 40.42, "AZ"),
    ("Nakhchivan", 45.45, 39.25, "AZ"),
    ("behind Beirut", 35.65, 33.88, "LB"),
    ("Lisbon", -9.17, 38.77, "PT"),
    ("Ponta Delgada", -25.50, 37.79, "PT"),
    ("Rome", 12.55, 41.90, "IT"),
    ("San Marino", 12.46, 43.94, "SM"),
    ("Vatican City", 12.442, 41.902, "VA"),
    ("Maseru's hinterland", 28.20, -29.50, "LS"),
    ("Valletta's hinterland", 14.43, 35.89, "MT"),
    ("Singapore", 103.82, 1.35, "SG"),
    ("Brasília", -47.90, -15.80, "BR"),
    ("Cabinda", 12.40, -5.20, "AO"),
    ("Kaliningrad", 20.80, 54.70, "RU"),
    ("Chukotka, beyond the antimeridian", -175.0, 66.7, "RU"),
    ("Anchorage", -149.70, 61.20, "US"),
    ("Cayenne's hinterland", -52.60, 4.50, "GF"),
    ("Longyearbyen", 16.0, 78.2, "SJ"),
    ("Vanua Levu", 179.20, -16.60, "FJ"),
    ("the South Pole", 0.0, -90.0, "AQ"),
];

#[test]
fn every_place_is_in_the_country_recognised_by_the_united_nations() {
    let world = world();
    for (name, lon, lat, expected) in PLACES {
        assert_eq!(world.country_at(lon, lat), Some(code(expected)), "{name}");
    }
}

#[test]
fn the_sea_belongs_to_no_country() {
    let world = world();
    for (lon, lat) in [(-30.0, 40.0), (35.0, 43.3), (180.0, 0.0), (15.0, 43.0)] {
        assert_eq!(world.country_at(lon, lat), None, "{lon}, {lat}");
    }
}

#[test]
fn longitudes_wrap_around_and_non_finite_positions_have_no_country() {
    let world = world();
    assert_eq!(world.country_at(21.16 + 720.0, 42.66), Some(code("XK")));
    assert_eq!(world.country_at(f64::NAN, 42.66), None);
    assert_eq!(world.country_at(21.16, f64::INFINITY), None);
}

#[test]
fn land_across_the_antimeridian_is_one_piece() {
    let mut file = b"ATLASGEO\x01\x01".to_vec();
    file.extend([2, 3, 3]);
    // From 179 east to 181, two north; from −179, two west, two south.
    file.extend([0xe6, 0x02, 0, 4, 0, 0, 4]);
    file.extend([0xcf, 0x05, 0, 3, 0, 0, 3]);
    file.extend([1, b'A', b'B', 1, 1, 2, 0, 4]);
    let world = World::decode(&file).unwrap();
    let width = world.shapes()[0].polygons()[0].bounds().width();
    assert!((width - 2.0).abs() < 1e-9, "{width} degrees wide");
    assert_eq!(world.country_at(-179.5, 1.0), Some(code("AB")));
    assert_eq!(world.country_at(0.0, 1.0), None);
}

#[test]
fn every_country_of_the_source_has_exactly_one_shape() {
    let world = world();
    let mut codes: Vec<CountryCode> = world.shapes().iter().filter_map(Shape::code).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count, "a code has two shapes");
    assert!(count >= 241, "{count} countries and territories");
    for present in [
        "XK", "MT", "SG", "MC", "VA", "NR", "TV", "PS", "TW", "EH", "GP", "YT",
    ] {
        assert!(world.has(code(present)), "{present}");
    }
    assert!(!world.has(code("ZZ")));
}

#[test]
fn every_shape_has_land_and_every_polygon_an_area() {
    for shape in world().shapes() {
        assert!(!shape.polygons().is_empty(), "{:?}", shape.code());
        for polygon in shape.polygons() {
            assert!(polygon.area() > 0.0, "{:?}", shape.code());
            for ring in polygon.rings() {
                assert!(ring.points().len() >= 3, "{:?}", shape.code());
            }
        }
    }
}

#[test]
fn land_covers_a_realistic_share_of_the_globe() {
    let land: f64 = world()
        .shapes()
        .iter()
        .flat_map(Shape::polygons)
        .map(Polygon::area)
        .sum();
    // 149 million of 510 million square kilometres; lakes count as land.
    let share = land / (4.0 * PI);
    assert!((0.285..0.295).contains(&share), "{share}");
}

#[test]
fn neighbours_share_the_exact_points_of_their_border() {
    let world = world();
    let kosovo = world.shape(code("XK")).unwrap();
    let neighbours: Vec<_> = ["RS", "ME", "AL", "MK"]
        .into_iter()
        .filter_map(|neighbour| world.shape(code(neighbour)))
        .flat_map(Shape::polygons)
        .flat_map(Polygon::rings)
        .flat_map(|ring| ring.points().iter().copied())
        .collect();
    for ring in kosovo.polygons()[0].rings() {
        for point in ring.points() {
            assert!(neighbours.contains(point), "{point:?}");
        }
    }
}

#[test]
fn overseas_islands_are_not_part_of_the_main_body_of_a_country() {
    let world = world();
    let portugal = world.shape(code("PT")).unwrap();
    assert!(portugal.polygons().len() > portugal.main_body().len());
    assert!(
        portugal
            .main_body()
            .iter()
            .all(|polygon| polygon.bounds().west > -10.0)
    );
    let greece = world.shape(code("GR")).unwrap();
    let southernmost = greece
        .main_body()
        .iter()
        .map(|polygon| polygon.bounds().south)
        .fold(90.0, f64::min);
    assert!(southernmost < 35.5, "Crete is part of the main body");
}
