//! What a frame shows and how it is drawn.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use atlas_engine::country::CountryCode;
use atlas_engine::map::{
    Drawing, DrawnCountry, Frame, LonLat, Point, Shape, Viewport, World, draw, draw_inset,
    draw_land, draw_placing,
};
use proptest::prelude::*;

fn world() -> World {
    World::decode(include_bytes!("../../public/world.atlas-geo")).unwrap()
}

fn codes(text: &str) -> Vec<CountryCode> {
    text.split(' ').filter_map(CountryCode::parse).collect()
}

fn country<'a>(drawing: &'a Drawing, code: &str) -> &'a DrawnCountry {
    let code = CountryCode::parse(code);
    drawing
        .countries
        .iter()
        .find(|country| country.code == code)
        .unwrap()
}

fn within(frame: &Frame, point: Point) -> bool {
    (0.0..=frame.width).contains(&point.x) && (0.0..=frame.height).contains(&point.y)
}

const PORTFOLIO: &str = "AL BA BG HR XK MK MD ME RO RS AZ TR AM GE LB BR IT PT AT GR";
const DESKTOP: (f64, f64) = (1070.0, 400.0);
const PHONE: (f64, f64) = (390.0, 270.0);

#[test]
fn the_bundled_portfolio_is_framed_with_only_brazil_outside() {
    let world = world();
    for (width, height) in [DESKTOP, PHONE] {
        let frame = Frame::around(&world, &codes(PORTFOLIO), width, height, 16.0);
        assert_eq!(frame.outside, codes("BR"));
        assert_eq!(frame.inside.len(), 19);
        for &code in &frame.inside {
            for polygon in world.shape(code).unwrap().main_body() {
                for &point in polygon.rings()[0].points() {
                    assert!(within(&frame, frame.project(point)), "{code} {point:?}");
                }
            }
        }
    }
}

#[test]
fn a_frame_fills_its_width() {
    let world = world();
    let frame = Frame::around(&world, &codes(PORTFOLIO), 1070.0, 400.0, 16.0);
    let lisbon = frame.project(LonLat {
        lon: -9.2,
        lat: 38.7,
    });
    let baku = frame.project(LonLat {
        lon: 49.9,
        lat: 40.4,
    });
    assert!(baku.x - lisbon.x > 0.9 * 1070.0);
}

#[test]
fn the_centre_of_every_country_in_the_frame_is_inside_that_country() {
    let world = world();
    for (width, height) in [DESKTOP, PHONE] {
        let frame = Frame::around(&world, &codes(PORTFOLIO), width, height, 16.0);
        let drawing = draw(&world, &frame);
        for &code in &frame.inside {
            let drawn = country(&drawing, code.as_str());
            assert!(drawn.visible && drawn.size > 0.0, "{code}");
            let centre = drawn.centre.unwrap();
            assert!(within(&frame, centre));
            let position = frame.unproject(centre).unwrap();
            assert_eq!(world.country_at(position.lon, position.lat), Some(code));
        }
    }
}

#[test]
fn one_country_fills_the_frame_and_a_small_one_keeps_its_surroundings() {
    let world = world();
    let romania = Frame::around(&world, &codes("RO"), 600.0, 400.0, 20.0);
    assert_eq!(romania.inside, codes("RO"));
    assert!(country(&draw(&world, &romania), "RO").size > 80.0);
    let malta = Frame::around(&world, &codes("MT"), 600.0, 400.0, 20.0);
    assert!(
        country(&draw(&world, &malta), "IT").visible,
        "Sicily is in sight"
    );
}

#[test]
fn the_world_is_shown_without_countries_or_with_unknown_ones() {
    let world = world();
    for none in ["", "ZZ"] {
        let frame = Frame::around(&world, &codes(none), 900.0, 450.0, 20.0);
        assert!(frame.projection().shows_the_world());
        let drawing = draw(&world, &frame);
        let unseen: Vec<_> = drawing
            .countries
            .iter()
            .filter(|country| !country.visible)
            .filter_map(|country| country.code)
            .collect();
        assert_eq!(unseen, []);
    }
}

#[test]
fn countries_across_the_globe_show_the_world_with_none_outside() {
    let world = world();
    let scattered = "BR US CA MX AR CL NG KE ZA EG MA FR RO UA RU CN IN JP ID AU NZ PH VN PK TR";
    let frame = Frame::around(&world, &codes(scattered), 1070.0, 400.0, 20.0);
    assert!(frame.projection().shows_the_world());
    assert_eq!(frame.outside, []);
}

#[test]
fn a_country_is_left_outside_only_if_the_rest_forms_a_region() {
    let world = world();
    let frame = Frame::around(
        &world,
        &codes("BR NG IN CN ID PG KE AQ"),
        1070.0,
        400.0,
        20.0,
    );
    assert_eq!(frame.outside, []);
    assert!(country(&draw(&world, &frame), "AQ").visible);
}

#[test]
fn overseas_territories_do_not_widen_a_frame() {
    let world = world();
    let frame = Frame::around(&world, &codes("FR NL PT ES"), 600.0, 400.0, 20.0);
    let (azores, canaries) = (
        LonLat {
            lon: -28.0,
            lat: 38.5,
        },
        LonLat {
            lon: -16.0,
            lat: 28.2,
        },
    );
    assert!(!within(&frame, frame.project(azores)));
    assert!(!within(&frame, frame.project(canaries)));
}

#[test]
fn neighbours_across_the_antimeridian_are_framed_together() {
    let world = world();
    let frame = Frame::around(&world, &codes("FJ WS TO"), 600.0, 400.0, 40.0);
    assert!(!frame.projection().shows_the_world());
    assert!(country(&draw(&world, &frame), "FJ").visible);
    assert!(frame.units_per_degree() > 15.0);
}

#[test]
fn antarctica_is_framed_around_the_pole() {
    let world = world();
    let frame = Frame::around(&world, &codes("AQ"), 400.0, 400.0, 10.0);
    let pole = frame.project(LonLat {
        lon: 0.0,
        lat: -90.0,
    });
    assert!(within(&frame, pole));
    assert!(country(&draw(&world, &frame), "AQ").size > 60.0);
}

fn longest_step(path: &str) -> f64 {
    let mut longest: f64 = 0.0;
    for part in path.split('M').skip(1) {
        let lines = part.split_once('l').map_or("", |(_, lines)| lines);
        let spaced = lines.trim_end_matches('Z').replace('-', " -");
        let numbers: Vec<f64> = spaced
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        assert_eq!(numbers.len() % 2, 0);
        for step in numbers.chunks(2) {
            longest = longest.max(step[0].hypot(step[1]));
        }
    }
    longest
}

#[test]
fn no_graticule_line_jumps_across_the_map() {
    let world = world();
    let frames = [
        "", PORTFOLIO, "RU", "FJ NZ", "US CA", "KE NG ZA", "CL AR", "RU US",
    ];
    for listed in frames {
        let frame = Frame::around(&world, &codes(listed), 1000.0, 500.0, 20.0);
        let drawing = draw(&world, &frame);
        let max = if frame.projection().shows_the_world() {
            60.0
        } else {
            1.2 * frame.units_per_degree().max(60.0)
        };
        assert!(
            longest_step(&drawing.graticule) < max,
            "graticule of {listed:?}"
        );
    }
}

#[test]
fn the_inset_shows_the_world_and_outlines_the_main_frame() {
    let world = world();
    let frame = Frame::around(&world, &codes(PORTFOLIO), 1070.0, 400.0, 16.0);
    let inset = draw_inset(&world, &frame, 148.0, 84.0);
    assert!(inset.frame.starts_with('M'));
    let brazil = inset
        .countries
        .iter()
        .find(|country| country.code == CountryCode::parse("BR"))
        .unwrap();
    assert!(brazil.visible && brazil.size > 4.0);
    let whole = draw_inset(&world, &Frame::of_world(900.0, 400.0), 148.0, 84.0);
    assert_eq!(whole.frame, "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_countries_in_any_frame_are_drawn_with_finite_coordinates(
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..12),
        width in prop_oneof![Just(0.0), Just(f64::NAN), 1.0..2000.0_f64],
        height in prop_oneof![Just(-5.0), Just(f64::INFINITY), 1.0..2000.0_f64],
        padding in -10.0..500.0_f64,
    ) {
        let world = world();
        let all: Vec<CountryCode> = world.shapes().iter().filter_map(Shape::code).collect();
        let picked: Vec<CountryCode> = picks.iter().map(|pick| *pick.get(&all)).collect();
        let frame = Frame::around(&world, &picked, width, height, padding);
        let drawing = draw(&world, &frame);
        for drawn in &drawing.countries {
            prop_assert!(!drawn.path.contains("NaN") && !drawn.path.contains("inf"));
            prop_assert!(drawn.size.is_finite() && drawn.size >= 0.0);
            prop_assert_eq!(drawn.visible, drawn.centre.is_some());
            if let Some(centre) = drawn.centre {
                prop_assert!(within(&frame, centre), "{:?}", drawn.code);
            }
        }
        for code in &frame.inside {
            prop_assert!(!frame.outside.contains(code));
        }
        prop_assert!(frame.outside.len() * 4 <= picked.len());
    }
}

#[test]
fn detailed_land_is_drawn_in_the_same_place() {
    let world = world();
    let frame = Frame::around(&world, &codes(PORTFOLIO), 1070.0, 400.0, 16.0);
    let detailed = draw_land(&world, &frame.enlarged(8.0), 0..world.shapes().len());
    let drawing = draw(&world, &frame);
    for code in codes("IT RO TR XK") {
        let (_, fine) = detailed.iter().find(|(it, _)| *it == Some(code)).unwrap();
        let coarse = &country(&drawing, code.as_str()).path;
        let (fine, coarse) = (path_start(fine), path_start(coarse));
        assert!(
            (fine.0 / 8.0 - coarse.0).abs() < 0.2,
            "{code}: {fine:?} {coarse:?}"
        );
        assert!(
            (fine.1 / 8.0 - coarse.1).abs() < 0.2,
            "{code}: {fine:?} {coarse:?}"
        );
    }
}

fn path_start(path: &str) -> (f64, f64) {
    let first = path.strip_prefix('M').unwrap().split('l').next().unwrap();
    let second = first[1..].find(['-', ' ']).unwrap() + 1;
    let (x, y) = first.split_at(second);
    (x.parse().unwrap(), y.trim().parse().unwrap())
}

#[test]
fn the_extent_of_countries_is_within_the_frame_and_omits_distant_ones() {
    let world = world();
    let frame = Frame::around(&world, &codes(PORTFOLIO), 1070.0, 400.0, 16.0);
    let (low, high) = frame.extent_of(&world, &codes("RO MD BR")).unwrap();
    assert!(within(&frame, low) && within(&frame, high));
    let bucharest = frame.project(LonLat {
        lon: 26.1,
        lat: 44.4,
    });
    assert!(low.x < bucharest.x && bucharest.x < high.x);
    assert!(high.x - low.x < 200.0, "{low:?} {high:?}");
    assert_eq!(frame.extent_of(&world, &codes("BR")), None);
    assert_eq!(frame.extent_of(&world, &[]), None);
}

#[test]
fn a_frame_around_all_leaves_no_country_outside() {
    let world = world();
    let frame = Frame::around_all(&world, &codes("BR IT PT"), 560.0, 240.0, 20.0);
    assert_eq!(frame.outside, []);
    assert!(country(&draw(&world, &frame), "BR").visible);
}

#[test]
fn a_view_shows_the_same_place_on_a_drawing_of_a_different_size() {
    let world = world();
    let codes = codes("RO IT AZ PT");
    let of = |width, height| Frame::around(&world, &codes, width, height, 24.0);
    let (wide, narrow) = (of(900.0, 320.0), of(420.0, 300.0));
    let romania = |frame: &Frame| country(&draw(&world, frame), "RO").centre.unwrap();
    let around = |frame: &Frame, largest| {
        let size = (frame.width, frame.height);
        let middle = Point {
            x: size.0 / 2.0,
            y: size.1 / 2.0,
        };
        let start = Viewport::WHOLE.zoomed(6.0, romania(frame), size, largest);
        let seen = start.seen_at(romania(frame));
        start.moved(seen.x - middle.x, seen.y - middle.y, size)
    };
    let carried = around(&wide, 16.0).carried(&wide, &narrow, 40.0);
    let seen = carried.seen_at(romania(&narrow));
    assert!((seen.x - 210.0).abs() < 3.0, "{seen:?}");
    assert!((seen.y - 150.0).abs() < 3.0, "{seen:?}");
    let degree = |frame: &Frame, view: Viewport| frame.units_per_degree() * view.zoom;
    assert!((degree(&narrow, carried) / degree(&wide, around(&wide, 16.0)) - 1.0).abs() < 1e-9);
    assert_eq!(
        Viewport::WHOLE.carried(&wide, &narrow, 40.0),
        Viewport::WHOLE
    );
}

#[test]
fn placing_only_some_countries_does_not_change_how_they_are_drawn() {
    let world = world();
    let placed = codes("RO IT AZ");
    let frame = Frame::around(&world, &codes(PORTFOLIO), 1070.0, 400.0, 16.0);
    let (all, some) = (draw(&world, &frame), draw_placing(&world, &frame, &placed));
    for (one, other) in all.countries.iter().zip(&some.countries) {
        assert_eq!(one.path, other.path);
        if one.code.is_some_and(|code| placed.contains(&code)) {
            assert_eq!(one, other);
        } else {
            assert_eq!((other.centre, other.visible), (None, false));
        }
    }
}
