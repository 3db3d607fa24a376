use crate::map::point::Point;
use crate::sort;

/// A rectangle in a drawing's units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LabelBox {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl LabelBox {
    fn around(centre: Point, width: f64, height: f64) -> Self {
        Self {
            x: centre.x - width / 2.0,
            y: centre.y - height / 2.0,
            width,
            height,
        }
    }

    /// Returns whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    fn lies_within(&self, outer: &Self) -> bool {
        self.x >= outer.x
            && self.y >= outer.y
            && self.x + self.width <= outer.x + outer.width
            && self.y + self.height <= outer.y + outer.height
    }
}

/// A name to write on the map. All lengths are in the drawing's units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LabelRequest {
    /// The country's centre ([`super::DrawnCountry::centre`]).
    pub centre: Point,
    /// Its size there ([`super::DrawnCountry::size`]).
    pub size: f64,
    /// The name's width, for example from [`text_width`](crate::text_width::text_width).
    pub width: f64,
    /// The line height.
    pub height: f64,
    /// Higher goes first; equal priorities go by the larger country, then the earlier request.
    pub priority: f64,
}

/// A name that has a position on the map.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlacedLabel {
    /// Its request, as a position in the list of requests.
    pub index: usize,
    /// The centre of the text.
    pub centre: Point,
    /// The rectangle that it covers.
    pub covers: LabelBox,
}

/// Places as many names as fit, by priority: at the country's centre, or shifted slightly up or down.
/// Labels overlap neither each other nor an `obstacle` (a legend, a button) and stay inside `within`;
/// those without space are left out. The result is in the order of the requests.
pub fn place_labels(
    requests: &[LabelRequest],
    within: &LabelBox,
    obstacles: &[LabelBox],
) -> Vec<PlacedLabel> {
    let mut order: Vec<usize> = (0..requests.len()).collect();
    sort::sort(&mut order, |&a, &b| {
        let (first, second) = (&requests[a], &requests[b]);
        second
            .priority
            .total_cmp(&first.priority)
            .then(second.size.total_cmp(&first.size))
            .then(a.cmp(&b))
    });
    let mut placed: Vec<PlacedLabel> = Vec::new();
    for index in order {
        let request = &requests[index];
        let found = candidates(request)
            .into_iter()
            .map(|centre| {
                (
                    centre,
                    LabelBox::around(centre, request.width, request.height),
                )
            })
            .find(|(_, covers)| {
                covers.lies_within(within)
                    && !obstacles.iter().any(|obstacle| covers.overlaps(obstacle))
                    && !placed.iter().any(|other| covers.overlaps(&other.covers))
            });
        if let Some((centre, covers)) = found {
            placed.push(PlacedLabel {
                index,
                centre,
                covers,
            });
        }
    }
    sort::sort(&mut placed, |one: &PlacedLabel, other| {
        one.index.cmp(&other.index)
    });
    placed
}

/// The positions for a name, best first. Never beside its country, where it would name the neighbour.
fn candidates(request: &LabelRequest) -> [Point; 3] {
    let Point { x, y } = request.centre;
    let shift = (request.size - request.height / 2.0).max(request.height * 0.35);
    [
        request.centre,
        Point { x, y: y - shift },
        Point { x, y: y + shift },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: LabelBox = LabelBox {
        x: 0.0,
        y: 0.0,
        width: 300.0,
        height: 200.0,
    };

    fn request(x: f64, y: f64, priority: f64) -> LabelRequest {
        LabelRequest {
            centre: Point { x, y },
            size: 4.0,
            width: 60.0,
            height: 14.0,
            priority,
        }
    }

    #[test]
    fn the_more_important_of_two_colliding_labels_stays_on_its_country() {
        let placed = place_labels(
            &[request(100.0, 100.0, 1.0), request(105.0, 100.0, 2.0)],
            &FRAME,
            &[],
        );
        let second = placed.iter().find(|label| label.index == 1).unwrap();
        assert_eq!(second.centre, Point { x: 105.0, y: 100.0 });
    }

    #[test]
    fn a_label_without_room_is_dropped_rather_than_moved_aside() {
        let placed = place_labels(
            &[request(100.0, 100.0, 2.0), request(130.0, 100.0, 1.0)],
            &FRAME,
            &[],
        );
        assert_eq!(placed.len(), 1);
        assert_eq!(placed[0].centre, Point { x: 100.0, y: 100.0 });
    }

    #[test]
    fn a_label_is_not_placed_over_an_obstacle() {
        let all = place_labels(&[request(100.0, 100.0, 1.0)], &FRAME, &[FRAME]);
        assert_eq!(all, []);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_never_leave_the_frame(
            wanted in proptest::collection::vec(
                (-50.0..350.0_f64, -50.0..250.0_f64, 0.0..60.0_f64, 5.0..120.0_f64, 0.0..9.0_f64),
                0..40,
            ),
        ) {
            let requests: Vec<LabelRequest> = wanted
                .into_iter()
                .map(|(x, y, size, width, priority)| LabelRequest {
                    centre: Point { x, y }, size, width, height: 14.0, priority,
                })
                .collect();
            let placed = place_labels(&requests, &FRAME, &[]);
            for (at, label) in placed.iter().enumerate() {
                prop_assert!(label.covers.lies_within(&FRAME));
                for other in &placed[at + 1..] {
                    prop_assert!(!label.covers.overlaps(&other.covers));
                }
            }
        }
    }
}
