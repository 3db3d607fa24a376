//! The arithmetic of longitudes.

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
        fn angles_are_normalised_to_one_turn(degrees in -2000.0..2000.0_f64) {
            prop_assert!((positive(degrees) - degrees.rem_euclid(360.0)).abs() < 1e-9);
            let expected = (degrees + 180.0).rem_euclid(360.0) - 180.0;
            prop_assert!((either_side(degrees) - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn the_ends_of_a_turn_are_the_same_direction() {
        assert_eq!((positive(360.0), positive(-90.0)), (0.0, 270.0));
        assert_eq!((either_side(180.0), either_side(-180.0)), (-180.0, -180.0));
    }
}
