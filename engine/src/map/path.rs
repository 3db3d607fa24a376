use crate::map::point::Point;

/// Coordinates are whole tenths of a unit.
const STEPS_PER_UNIT: f64 = 10.0;

/// Writes path data with relative lines. Each point snaps to a grid, independently of its neighbours, so
/// that two countries keep a common border.
pub(super) struct PathWriter {
    data: String,
    /// The distance between grid points, in tenths of a unit.
    grid: i32,
}

type Step = (i32, i32);

impl PathWriter {
    pub(super) fn new(grid: i32) -> Self {
        Self {
            data: String::new(),
            grid: grid.max(1),
        }
    }

    pub(super) fn finish(self) -> String {
        self.data
    }

    pub(super) fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// Adds a closed line; leaves out one that shrinks to less than a triangle.
    pub(super) fn closed(&mut self, points: &[Point]) {
        let mut steps = without_straight_on(&self.snapped(points));
        while steps.len() > 1 && steps.first() == steps.last() {
            steps.pop();
        }
        if steps.len() >= 3 {
            self.write(&steps);
            self.data.push('Z');
        }
    }

    pub(super) fn open(&mut self, points: &[Point]) {
        let steps = self.snapped(points);
        if steps.len() >= 2 {
            self.write(&steps);
        }
    }

    pub(super) fn dot(&mut self, at: Point) {
        let (x, y) = self.snap(at);
        let half = self.grid.max(2) / 2;
        self.write(&[
            (x - half, y - half),
            (x + half, y - half),
            (x + half, y + half),
            (x - half, y + half),
        ]);
        self.data.push('Z');
    }

    fn snap(&self, point: Point) -> Step {
        let grid = f64::from(self.grid);
        let snap = |value: f64| (value * STEPS_PER_UNIT / grid).round() as i32 * self.grid;
        (snap(point.x), snap(point.y))
    }

    fn snapped(&self, points: &[Point]) -> Vec<Step> {
        let mut steps: Vec<Step> = points.iter().map(|&point| self.snap(point)).collect();
        steps.dedup();
        steps
    }

    fn write(&mut self, steps: &[Step]) {
        let Some((&(mut x, mut y), rest)) = steps.split_first() else {
            return;
        };
        self.data.push('M');
        self.pair(x, y);
        self.data.push('l');
        for (at, &(next_x, next_y)) in rest.iter().enumerate() {
            let (dx, dy) = (next_x - x, next_y - y);
            if at > 0 && dx >= 0 {
                self.data.push(' ');
            }
            self.pair(dx, dy);
            (x, y) = (next_x, next_y);
        }
    }

    fn pair(&mut self, x: i32, y: i32) {
        self.number(x);
        if y >= 0 {
            self.data.push(' ');
        }
        self.number(y);
    }

    fn number(&mut self, tenths: i32) {
        if tenths < 0 {
            self.data.push('-');
        }
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        if whole > 0 || tenth == 0 {
            self.digits(whole);
        }
        if tenth > 0 {
            self.data.push('.');
            self.digits(tenth);
        }
    }

    /// Much faster than formatting, because most numbers have one or two digits.
    fn digits(&mut self, value: u32) {
        if value >= 10 {
            self.digits(value / 10);
        }
        self.data.push(char::from(b'0' + (value % 10) as u8));
    }
}

fn without_straight_on(line: &[Step]) -> Vec<Step> {
    let mut corners: Vec<Step> = Vec::with_capacity(line.len());
    for &next in line {
        if let [.., from, through] = *corners.as_slice()
            && runs_straight_on(from, through, next)
        {
            corners.pop();
        }
        corners.push(next);
    }
    corners
}

fn runs_straight_on(from: Step, through: Step, to: Step) -> bool {
    let (first_x, first_y) = (through.0 - from.0, through.1 - from.1);
    let (second_x, second_y) = (to.0 - through.0, to.1 - through.1);
    let product = |one: i32, other: i32| i64::from(one) * i64::from(other);
    product(first_x, second_y) == product(first_y, second_x)
        && product(first_x, second_x) + product(first_y, second_y) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(f64, f64)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn a_path_is_written_in_relative_coordinates_rounded_to_tenths() {
        let mut writer = PathWriter::new(1);
        writer.closed(&points(&[(1.0, 2.0), (3.55, 2.0), (3.0, -1.26)]));
        assert_eq!(writer.finish(), "M1 2l2.6 0-.6-3.3Z");
    }

    #[test]
    fn points_that_round_to_the_same_place_are_written_once() {
        let mut writer = PathWriter::new(1);
        writer.closed(&points(&[
            (0.0, 0.0),
            (0.01, 0.0),
            (5.0, 0.0),
            (5.0, 5.0),
            (0.0, 0.02),
        ]));
        assert_eq!(writer.finish(), "M0 0l5 0 0 5Z");
    }

    #[test]
    fn points_along_a_straight_line_are_merged_into_one_step() {
        let mut writer = PathWriter::new(1);
        writer.closed(&points(&[
            (0.0, 0.0),
            (1.0, 0.5),
            (2.0, 1.0),
            (4.0, 2.0),
            (0.0, 3.0),
        ]));
        writer.closed(&points(&[(0.0, 0.0), (2.0, 0.0), (1.0, 0.0), (1.0, 1.0)]));
        assert_eq!(writer.finish(), "M0 0l4 2-4 1ZM0 0l2 0-1 0 0 1Z");
    }

    #[test]
    fn shapes_without_area_are_omitted() {
        let mut writer = PathWriter::new(1);
        writer.closed(&points(&[(0.0, 0.0), (0.01, 0.01), (0.02, 0.0)]));
        assert!(writer.is_empty());
    }
}
