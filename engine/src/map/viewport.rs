use crate::map::frame::Frame;
use crate::map::point::Point;

/// The least free margin around what is shown, on each side, as a share of the frame.
const MARGIN: f64 = 0.1;

/// A viewport on a drawing: the drawing's point in the frame's upper-left corner, and the zoom. A
/// drawing is as large as its frame, so at zoom 1 all of it is visible.
///
/// ```
/// use atlas_engine::map::{Point, Viewport};
/// let frame = (800.0, 400.0);
/// let near = Viewport::WHOLE.zoomed(2.0, Point { x: 200.0, y: 100.0 }, frame, 16.0);
/// // What was under the pointer still is.
/// let there = near.seen_at(Point { x: 200.0, y: 100.0 });
/// assert_eq!((there.x, there.y, near.zoom), (200.0, 100.0, 2.0));
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// The drawing's x at the frame's left edge.
    pub x: f64,
    /// The drawing's y at the frame's upper edge.
    pub y: f64,
    /// How many units of the frame a unit of the drawing takes, at least 1.
    pub zoom: f64,
}

impl Viewport {
    /// The whole drawing.
    pub const WHOLE: Self = Self {
        x: 0.0,
        y: 0.0,
        zoom: 1.0,
    };

    /// Returns where in the frame a point of the drawing is.
    pub fn seen_at(self, point: Point) -> Point {
        Point {
            x: (point.x - self.x) * self.zoom,
            y: (point.y - self.y) * self.zoom,
        }
    }

    /// Returns the point of the drawing at a place in the frame.
    pub fn point_at(self, place: Point) -> Point {
        Point {
            x: self.x + place.x / self.zoom,
            y: self.y + place.y / self.zoom,
        }
    }

    /// Returns the viewport enlarged by a factor, around a fixed point of the frame, up to the zoom
    /// `largest`. `frame` is the frame's width and height, in units.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: Point, frame: (f64, f64), largest: f64) -> Self {
        self.pinched(factor, around, around, frame, largest)
    }

    /// Returns the viewport enlarged by a factor, up to the zoom `largest`, with what was at `from` in the
    /// frame moved `to` elsewhere: a pinch.
    #[must_use]
    pub fn pinched(
        self,
        factor: f64,
        from: Point,
        to: Point,
        frame: (f64, f64),
        largest: f64,
    ) -> Self {
        let held = self.point_at(from);
        let zoom = (self.zoom * factor).max(1.0).min(largest);
        Self {
            x: held.x - to.x / zoom,
            y: held.y - to.y / zoom,
            zoom,
        }
        .within(frame)
    }

    /// Returns the viewport moved right and down by units of the frame; its content moves left and up.
    #[must_use]
    pub fn moved(self, right: f64, down: f64, frame: (f64, f64)) -> Self {
        Self {
            x: self.x + right / self.zoom,
            y: self.y + down / self.zoom,
            ..self
        }
        .within(frame)
    }

    /// Returns the largest viewport on a rectangle of the drawing, given its upper-left and lower-right
    /// corners, up to the zoom `largest`.
    pub fn showing(low: Point, high: Point, frame: (f64, f64), largest: f64) -> Self {
        let free = 1.0 - 2.0 * MARGIN;
        let across = frame.0 * free / (high.x - low.x).max(1e-6);
        let along = frame.1 * free / (high.y - low.y).max(1e-6);
        let zoom = across.min(along).max(1.0).min(largest);
        Self {
            x: f64::midpoint(low.x, high.x) - frame.0 / zoom / 2.0,
            y: f64::midpoint(low.y, high.y) - frame.1 / zoom / 2.0,
            zoom,
        }
        .within(frame)
    }

    /// Returns the viewport moved as little as possible to bring a point well within the frame.
    #[must_use]
    pub fn revealing(self, point: Point, frame: (f64, f64)) -> Self {
        let seen = self.seen_at(point);
        let needed = |at: f64, length: f64| {
            let margin = length * MARGIN;
            (at - margin).min(0.0) + (at - length + margin).max(0.0)
        };
        self.moved(needed(seen.x, frame.0), needed(seen.y, frame.1), frame)
    }

    /// Returns the same part of the globe on a drawing of another size around the same countries, up to
    /// the zoom `largest`.
    #[must_use]
    pub fn carried(self, from: &Frame, to: &Frame, largest: f64) -> Self {
        if self.zoom <= 1.0 {
            return Self::WHOLE;
        }
        let growth = to.units_per_degree() / from.units_per_degree();
        let zoom = (self.zoom / growth).max(1.0).min(largest);
        let middle = self.point_at(Point {
            x: from.width / 2.0,
            y: from.height / 2.0,
        });
        // The centres of both drawings are the same place on the globe.
        let along = |at: f64, from: f64, to: f64| to / 2.0 + (at - from / 2.0) * growth;
        Self {
            x: along(middle.x, from.width, to.width) - to.width / zoom / 2.0,
            y: along(middle.y, from.height, to.height) - to.height / zoom / 2.0,
            zoom,
        }
        .within((to.width, to.height))
    }

    fn within(self, (width, height): (f64, f64)) -> Self {
        let max = |length: f64| length - length / self.zoom;
        Self {
            x: self.x.min(max(width)).max(0.0),
            y: self.y.min(max(height)).max(0.0),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: (f64, f64) = (900.0, 400.0);
    const MAX_ZOOM: f64 = 20.0;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn viewport() -> impl Strategy<Value = Viewport> {
        (1.0..20.0_f64, 0.0..900.0_f64, 0.0..400.0_f64).prop_map(|(zoom, x, y)| {
            Viewport::WHOLE
                .zoomed(zoom, at(x, y), FRAME, MAX_ZOOM)
                .moved(x - 450.0, y - 200.0, FRAME)
        })
    }

    #[test]
    fn a_rectangle_is_shown_completely_and_as_large_as_fits() {
        let view = Viewport::showing(at(400.0, 200.0), at(460.0, 220.0), FRAME, MAX_ZOOM);
        let (low, high) = (
            view.seen_at(at(400.0, 200.0)),
            view.seen_at(at(460.0, 220.0)),
        );
        assert!(
            (low.x - 90.0).abs() < 1e-6 && (high.x - 810.0).abs() < 1e-6,
            "{view:?}"
        );
        assert!(low.y > 0.0 && high.y < FRAME.1);
    }

    proptest! {
        #[test]
        fn no_gesture_moves_the_view_outside_the_drawing(
            view in viewport(), factor in 0.01..100.0_f64,
            from_x in 0.0..900.0_f64, from_y in 0.0..400.0_f64, to_x in 0.0..900.0_f64, to_y in 0.0..400.0_f64,
        ) {
            let pinched = view.pinched(factor, at(from_x, from_y), at(to_x, to_y), FRAME, MAX_ZOOM);
            for view in [view, pinched, pinched.moved(from_x, -to_y, FRAME), view.revealing(at(from_x, to_y), FRAME)] {
                prop_assert!((1.0..=MAX_ZOOM).contains(&view.zoom));
                let end = view.point_at(at(FRAME.0, FRAME.1));
                prop_assert!(view.x >= 0.0 && view.y >= 0.0, "{view:?}");
                prop_assert!(end.x <= FRAME.0 + 1e-6 && end.y <= FRAME.1 + 1e-6, "{view:?}");
            }
        }

        #[test]
        fn a_revealed_point_is_in_view(view in viewport(), x in 0.0..900.0_f64, y in 0.0..400.0_f64) {
            let seen = view.revealing(at(x, y), FRAME).seen_at(at(x, y));
            prop_assert!((-1e-6..=FRAME.0 + 1e-6).contains(&seen.x) && (-1e-6..=FRAME.1 + 1e-6).contains(&seen.y));
        }
    }
}
