//! What a drawing of a network needs besides positions: edges to draw, positions for names, the next node.

use super::{Edge, Network, Point};

const GAP: f64 = 3.0;

impl Network {
    /// Returns the edges that are among the `each` strongest of either end, in the order of the nodes.
    /// All the edges of a large network would be an unreadable tangle.
    pub fn strongest_edges(&self, each: usize) -> Vec<Edge> {
        let mut edges: Vec<(u32, u32, u32)> = Vec::new();
        for node in 0..self.nodes.len() as u32 {
            for partner in self.partners(node).into_iter().take(each) {
                let (one, other) = (node.min(partner.node), node.max(partner.node));
                edges.push((one, other, partner.projects));
            }
        }
        crate::sort::sort(&mut edges, Ord::cmp);
        edges.dedup();
        let edge = |(one, other, projects)| Edge {
            one,
            other,
            projects,
        };
        edges.into_iter().map(edge).collect()
    }
}

/// A node as it is drawn, in the units of the drawing's width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// Its centre.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
}

/// The size of names, in the units of the drawing's width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// The average width of a letter.
    pub letter: f64,
    /// The distance from one line to the next.
    pub line: f64,
}

/// The position of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamePosition {
    /// The start, middle or end of its first line, depending on `side`.
    pub at: Point,
    /// The side of its node that it is on.
    pub side: Side,
    /// Whether it overlaps no other name and no other node.
    pub fits: bool,
}

/// The side of a node that a name is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below or above it, centred.
    Middle,
    /// To its right; the text starts there.
    Right,
    /// To its left; the text ends there.
    Left,
}

/// Splits a name into up to two lines of about `max` letters; the rest is cut off.
///
/// ```
/// use atlas_engine::network::drawing::in_lines;
/// assert_eq!(in_lines("Fund", 18), ["Fund"]);
/// assert_eq!(in_lines("Ministry of Labour and Family", 18), ["Ministry of Labour", "and Family"]);
/// assert_eq!(in_lines("Donaudampfschifffahrtsgesellschaft", 12), ["Donaudampfsc…"]);
/// ```
pub fn in_lines(name: &str, max: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split_whitespace() {
        let on_line = lines.last().map_or(0, |line| line.chars().count());
        let fits = on_line == 0 || on_line + 1 + word.chars().count() <= max;
        if !fits && lines.len() == 2 {
            if let Some(line) = lines.last_mut() {
                line.push('…');
            }
            break;
        }
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word.chars().take(max));
            if word.chars().nth(max).is_some() {
                line.push('…');
                break;
            }
        }
    }
    lines
}

/// Places the nodes' names, each given as lines, in a drawing of this size: beside their nodes, without
/// overlap. Earlier nodes choose first. A name that fits nowhere is below its node, with `fits` false.
pub fn position_names(
    nodes: &[Drawn],
    names: &[Vec<String>],
    lettering: Lettering,
    size: (f64, f64),
) -> Vec<NamePosition> {
    let mut taken: Vec<Area> = nodes.iter().map(Area::of_node).collect();
    let mut positions = Vec::with_capacity(nodes.len());
    for (own, (node, lines)) in nodes.iter().zip(names).enumerate() {
        let letters = lines.iter().map(|line| line.chars().count()).max();
        let width = letters.unwrap_or(0) as f64 * lettering.letter;
        let height = lines.len() as f64 * lettering.line;
        let candidates = candidates(node, width, height, lettering.line);
        let free = candidates.iter().find(|(_, area)| {
            let others = taken.iter().enumerate().filter(|(at, _)| *at != own);
            area.is_within(size) && !others.map(|(_, other)| other).any(|it| it.meets(area))
        });
        let position = match (free, candidates.first()) {
            (Some((position, area)), _) => {
                taken.push(*area);
                *position
            }
            (None, Some((position, area))) => NamePosition {
                // At least within the drawing, in case it is shown anyway.
                at: Point {
                    x: position.at.x + area.shift_into(size),
                    y: if area.bottom > size.1 {
                        node.at.y - node.radius - height + lettering.line * 0.75
                    } else {
                        position.at.y
                    },
                },
                fits: false,
                ..*position
            },
            (None, None) => continue,
        };
        positions.push(position);
    }
    positions
}

fn candidates(node: &Drawn, width: f64, height: f64, line: f64) -> [(NamePosition, Area); 8] {
    let Point { x, y } = node.at;
    let away = node.radius + GAP;
    let aslant = node.radius * 0.75 + GAP;
    // From the top of a line to its baseline.
    let ascent = line * 0.8;
    let candidate = |side, left: f64, top: f64| {
        let area = Area {
            left,
            top,
            right: left + width,
            bottom: top + height,
        };
        let x = match side {
            Side::Middle => left + width / 2.0,
            Side::Right => left,
            Side::Left => left + width,
        };
        let at = Point { x, y: top + ascent };
        let fits = true;
        (NamePosition { at, side, fits }, area)
    };
    [
        candidate(Side::Middle, x - width / 2.0, y + away),
        candidate(Side::Middle, x - width / 2.0, y - away - height),
        candidate(Side::Right, x + away, y - height / 2.0),
        candidate(Side::Left, x - away - width, y - height / 2.0),
        candidate(Side::Right, x + aslant, y + aslant),
        candidate(Side::Left, x - aslant - width, y + aslant),
        candidate(Side::Right, x + aslant, y - aslant - height),
        candidate(Side::Left, x - aslant - width, y - aslant - height),
    ]
}

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn of_node(node: &Drawn) -> Self {
        Self {
            left: node.at.x - node.radius,
            top: node.at.y - node.radius,
            right: node.at.x + node.radius,
            bottom: node.at.y + node.radius,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right + GAP
            && other.left < self.right + GAP
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_within(&self, (width, height): (f64, f64)) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }

    fn shift_into(&self, (width, _): (f64, f64)) -> f64 {
        (-self.left).max(0.0) - (self.right - width).max(0.0)
    }
}

/// A direction from node to node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are what they say")]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// Returns the nearest node in a direction: of those more ahead than aside, otherwise of all ahead.
///
/// A step towards a node never leads farther from it, in the sum of both distances, so that every node
/// can be reached from every other.
pub fn next(nodes: &[Drawn], from: usize, direction: Direction) -> Option<usize> {
    let start = nodes.get(from)?.at;
    let (x, y) = match direction {
        Direction::Left => (-1.0, 0.0),
        Direction::Right => (1.0, 0.0),
        Direction::Up => (0.0, -1.0),
        Direction::Down => (0.0, 1.0),
    };
    let mut nearest: Option<(bool, f64, usize)> = None;
    for (at, node) in nodes.iter().enumerate() {
        let (across, down) = (node.at.x - start.x, node.at.y - start.y);
        let ahead = across * x + down * y;
        let aside = (across * y - down * x).abs();
        // A node exactly between two directions belongs to only one of them, or both could lead astray.
        let is_aside = aside > ahead || aside >= ahead && x == 0.0;
        let rank = (is_aside, ahead + aside);
        let is_nearer = nearest.is_none_or(|(is_aside, least, _)| rank < (is_aside, least));
        if at != from && ahead > 0.0 && is_nearer {
            nearest = Some((rank.0, rank.1, at));
        }
    }
    nearest.map(|(_, _, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Node;
    use proptest::prelude::*;

    fn drawn(x: f64, y: f64) -> Drawn {
        Drawn {
            at: Point { x, y },
            radius: 8.0,
        }
    }

    const LETTERING: Lettering = Lettering {
        letter: 6.0,
        line: 14.0,
    };
    const SIZE: (f64, f64) = (600.0, 400.0);

    fn area(position: &NamePosition, lines: &[String]) -> Area {
        let letters = lines.iter().map(|line| line.chars().count()).max();
        let width = letters.unwrap_or(0) as f64 * LETTERING.letter;
        let left = match position.side {
            Side::Middle => position.at.x - width / 2.0,
            Side::Right => position.at.x,
            Side::Left => position.at.x - width,
        };
        let top = position.at.y - LETTERING.line * 0.8;
        Area {
            left,
            top,
            right: left + width,
            bottom: top + LETTERING.line * lines.len() as f64,
        }
    }

    proptest! {
        #[test]
        fn names_that_fit_overlap_no_other_name_or_node(
            points in prop::collection::vec((20.0..580.0f64, 20.0..380.0f64), 0..30),
            long in 1usize..30,
        ) {
            let nodes: Vec<Drawn> = points.iter().map(|&(x, y)| drawn(x, y)).collect();
            let name = "Ministry of Labour and Family Affairs".chars().take(long).collect::<String>();
            let names = vec![in_lines(&name, 18); nodes.len()];
            let positions = position_names(&nodes, &names, LETTERING, SIZE);
            prop_assert_eq!(positions.len(), nodes.len());
            let fitting: Vec<(usize, Area)> = positions.iter().zip(&names).enumerate()
                .filter(|(_, (position, _))| position.fits)
                .map(|(at, (position, lines))| (at, area(position, lines)))
                .collect();
            for (at, one) in &fitting {
                prop_assert!(one.left > -0.01 && one.right < SIZE.0 + 0.01);
                for (other_at, other) in &fitting {
                    let apart = one.right <= other.left || other.right <= one.left
                        || one.bottom <= other.top + 0.01 || other.bottom <= one.top + 0.01;
                    prop_assert!(at == other_at || apart);
                }
                for (other_at, other) in nodes.iter().map(Area::of_node).enumerate() {
                    let apart = one.right <= other.left || other.right <= one.left
                        || one.bottom <= other.top + 0.01 || other.bottom <= one.top + 0.01;
                    prop_assert!(*at == other_at || apart);
                }
            }
        }

        #[test]
        fn every_node_can_be_reached_with_the_arrow_keys(
            points in prop::collection::vec((0u16..600, 0u16..400), 1..20),
        ) {
            let mut points = points;
            points.sort_unstable();
            points.dedup();
            let nodes: Vec<Drawn> = points.iter().map(|&(x, y)| drawn(f64::from(x), f64::from(y))).collect();
            let mut reached = vec![0];
            let mut at = 0;
            while let Some(&from) = reached.get(at) {
                for direction in [Direction::Left, Direction::Right, Direction::Up, Direction::Down] {
                    if let Some(to) = next(&nodes, from, direction) && !reached.contains(&to) {
                        reached.push(to);
                    }
                }
                at += 1;
            }
            prop_assert_eq!(reached.len(), nodes.len());
        }
    }

    #[test]
    fn arrow_keys_prefer_the_node_straight_ahead() {
        let nodes = [drawn(0.0, 0.0), drawn(100.0, 10.0), drawn(40.0, 200.0)];
        assert_eq!(next(&nodes, 0, Direction::Right), Some(1));
        assert_eq!(next(&nodes, 0, Direction::Down), Some(2));
        assert_eq!(next(&nodes, 0, Direction::Left), None);
        assert_eq!(next(&nodes, 9, Direction::Left), None);
    }

    #[test]
    fn a_tie_is_drawn_if_it_is_among_the_strongest_of_either_end() {
        let edge = |one, other, projects| Edge {
            one,
            other,
            projects,
        };
        let network = Network {
            nodes: vec![Node::default(); 4],
            edges: vec![edge(0, 1, 5), edge(0, 2, 3), edge(0, 3, 1), edge(1, 2, 4)],
            left_out: 0,
        };
        // 0–2 is the second line of both ends; 3 has only its weak line.
        assert_eq!(
            network.strongest_edges(1),
            [edge(0, 1, 5), edge(0, 3, 1), edge(1, 2, 4)]
        );
        assert_eq!(network.strongest_edges(9), network.edges);
    }
}
