//! The trigonometry of maps, and the arithmetic of longitudes. The standard library's functions would
//! add 11 kB to the program in a browser, because they are exact for every number; these are accurate to
//! 1e-10 for the angles of a globe.

use std::f64::consts::{FRAC_PI_2, PI};

/// The factor from each Taylor term of sine and cosine to the next, last first.
const SERIES: [(f64, f64); 6] = [
    (1.0 / (12.0 * 13.0), 1.0 / (11.0 * 12.0)),
    (1.0 / (10.0 * 11.0), 1.0 / (9.0 * 10.0)),
    (1.0 / (8.0 * 9.0), 1.0 / (7.0 * 8.0)),
    (1.0 / (6.0 * 7.0), 1.0 / (5.0 * 6.0)),
    (1.0 / (4.0 * 5.0), 1.0 / (3.0 * 4.0)),
    (1.0 / (2.0 * 3.0), 1.0 / 2.0),
];

/// The terms of the arctangent series, last first.
const ANGLE_SERIES: [f64; 7] = [
    1.0 / 13.0,
    1.0 / 11.0,
    1.0 / 9.0,
    1.0 / 7.0,
    1.0 / 5.0,
    1.0 / 3.0,
    1.0,
];

/// The sine and cosine of an angle in radians, of up to a few turns.
pub(super) fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle / FRAC_PI_2 + 0.5).floor();
    let rest = angle - quarters * FRAC_PI_2;
    // The series are short within an eighth of a turn either side.
    let square = rest * rest;
    let (mut sin, mut cos) = (1.0, 1.0);
    for (of_sin, of_cos) in SERIES {
        sin = 1.0 - sin * square * of_sin;
        cos = 1.0 - cos * square * of_cos;
    }
    sin *= rest;
    match quarters as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

pub(super) fn sin(angle: f64) -> f64 {
    sin_cos(angle).0
}

pub(super) fn cos(angle: f64) -> f64 {
    sin_cos(angle).1
}

pub(super) fn atan2(y: f64, x: f64) -> f64 {
    if y == 0.0 && x >= 0.0 {
        return y;
    }
    // Halved three times, the angle is small enough for a short series.
    let (up, mut along) = (y.abs(), x.abs());
    for _ in 0..3 {
        along += hypot(along, up);
    }
    let tangent = up / along;
    let square = tangent * tangent;
    let mut series = 0.0;
    for of_angle in ANGLE_SERIES {
        series = of_angle - series * square;
    }
    let angle = 8.0 * tangent * series;
    let angle = if x < 0.0 { PI - angle } else { angle };
    angle.copysign(y)
}

/// The angle with this sine; NaN outside ±1.
pub(super) fn asin(sine: f64) -> f64 {
    atan2(sine, ((1.0 - sine) * (1.0 + sine)).sqrt())
}

pub(super) fn hypot(across: f64, up: f64) -> f64 {
    (across * across + up * up).sqrt()
}

/// The same direction, in degrees from 0 up to 360.
pub(super) fn positive(degrees: f64) -> f64 {
    degrees - (degrees / 360.0).floor() * 360.0
}

/// The same direction, in degrees from −180 up to 180.
pub(super) fn either_side(degrees: f64) -> f64 {
    degrees - ((degrees + 180.0) / 360.0).floor() * 360.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sine_and_cosine_agree_with_std(angle in -30.0..30.0_f64) {
            prop_assert!((sin(angle) - angle.sin()).abs() < 1e-12);
            prop_assert!((cos(angle) - angle.cos()).abs() < 1e-12);
        }

        #[test]
        fn atan2_asin_and_hypot_agree_with_std(x in -3.0..3.0_f64, y in -3.0..3.0_f64) {
            prop_assert!((atan2(y, x) - y.atan2(x)).abs() < 1e-10);
            prop_assert!((atan2(y * 1e-6, x) - (y * 1e-6).atan2(x)).abs() < 1e-10);
            prop_assert!((asin(x / 3.0) - (x / 3.0).asin()).abs() < 1e-10);
            prop_assert!((hypot(x, y) - x.hypot(y)).abs() < 1e-13);
        }

        #[test]
        fn angles_are_normalised_to_one_turn(degrees in -2000.0..2000.0_f64) {
            prop_assert!((positive(degrees) - degrees.rem_euclid(360.0)).abs() < 1e-9);
            let expected = (degrees + 180.0).rem_euclid(360.0) - 180.0;
            prop_assert!((either_side(degrees) - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn edge_cases_agree_with_std() {
        for (y, x) in [
            (0.0, 0.0),
            (0.0, 1.0),
            (0.0, -1.0),
            (-0.0, -1.0),
            (1.0, 0.0),
            (-1.0, 0.0),
        ] {
            let expected = f64::atan2(y, x);
            assert!((atan2(y, x) - expected).abs() < 1e-10, "{y} {x}");
        }
        for sine in [-1.0, 0.0, 1.0] {
            assert!((asin(sine) - f64::asin(sine)).abs() < 1e-10);
        }
        assert!(asin(1.001).is_nan());
        assert!(sin(f64::NAN).is_nan());
        assert_eq!((positive(360.0), positive(-90.0)), (0.0, 270.0));
        assert_eq!((either_side(180.0), either_side(-180.0)), (-180.0, -180.0));
    }
}
