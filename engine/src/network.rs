//! Who works with whom: the organisations of a set of projects, and the projects they share.

pub mod drawing;

use crate::facet::{BitSet, Column, FacetIndex, FacetKind, identity};
use crate::query::NOT_STATED;
use crate::sort;
use crate::string_table::StringTable;
use crate::text::sort_key;

/// The organisations of a set of projects, and which of them share projects.
///
/// An organisation is one node, even with several roles; names with the same slug are one organisation.
///
/// ```
/// use atlas_engine::explorer::Explorer;
/// use atlas_engine::facet::BitSet;
/// use atlas_engine::network::Network;
/// use atlas_engine::portfolio;
/// let file = r#"{ "title": "Ours", "projects": [
///     { "title": "Wells", "donors": ["Fund"], "implementing": ["Agency"] },
///     { "title": "Roads", "donors": ["Fund", "Agency"], "partners": ["City"] }
/// ] }"#;
/// let explorer = Explorer::new(portfolio::read(file.as_bytes()).portfolio.unwrap());
/// let network = Network::of(explorer.facets(), &BitSet::full(2), 60);
/// let names: Vec<_> = network.nodes.iter().map(|node| node.name.as_str()).collect();
/// assert_eq!(names, ["Agency", "Fund", "City"]);
/// assert_eq!(network.nodes[0].roles.len(), 2);
/// // Agency and Fund share both projects.
/// assert_eq!(network.partners(0)[0].projects, 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// The organisations with the most projects; those with equally many, by name.
    pub nodes: Vec<Node>,
    /// The pairs of nodes that share projects, in the order of the nodes.
    pub edges: Vec<Edge>,
    /// How many organisations were left out.
    pub left_out: u32,
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Its short name, if the portfolio gives one.
    pub acronym: Option<String>,
    /// Its roles.
    pub roles: Vec<Role>,
    /// The number of projects in the set in which it has any role.
    pub projects: u32,
}

/// A role of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The facet of the role, as a position in [`FacetIndex::facets`].
    pub facet: usize,
    /// The organisation in that facet, as a position in [`crate::facet::Facet::values`].
    pub value: u32,
    /// The number of projects in the set in which it has this role.
    pub projects: u32,
}

/// Two organisations that share projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The first organisation, as a position in [`Network::nodes`].
    pub one: u32,
    /// The other organisation, which comes after it.
    pub other: u32,
    /// How many projects they share.
    pub projects: u32,
}

/// An organisation with which another shares projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The organisation, as a position in [`Network::nodes`].
    pub node: u32,
    /// How many projects they share.
    pub projects: u32,
}

impl Network {
    /// Builds the network of the projects in a set, with up to `max` organisations.
    pub fn of(index: &FacetIndex, set: &BitSet, max: usize) -> Self {
        let (mut nodes, taking_part) = organisations(index, set);
        let mut order: Vec<u32> = (0..nodes.len() as u32).collect();
        let keys: Vec<_> = nodes
            .iter()
            .map(|node| (u32::MAX - node.projects, sort_key(&node.name)))
            .collect();
        sort::sort_by_keys(&mut order, &keys);
        let left_out = order.len().saturating_sub(max) as u32;
        order.truncate(max);
        let mut place = vec![None; nodes.len()];
        let mut shown = Vec::with_capacity(order.len());
        for (position, &at) in (0u32..).zip(&order) {
            if let (Some(place), Some(node)) =
                (place.get_mut(at as usize), nodes.get_mut(at as usize))
            {
                *place = Some(position);
                shown.push(std::mem::take(node));
            }
        }
        let mut edges = Vec::new();
        let mut shared = vec![0u32; shown.len()];
        for (one, &at) in (0u32..).zip(&order) {
            for &record in taking_part.records(at) {
                for &with in taking_part.values(record) {
                    let with = place.get(with as usize).copied().flatten();
                    let slot = with.and_then(|with| shared.get_mut(with as usize));
                    if let Some(slot) = slot {
                        *slot += 1;
                    }
                }
            }
            for (other, projects) in (0u32..).zip(&mut shared) {
                let projects = std::mem::take(projects);
                if other > one && projects > 0 {
                    edges.push(Edge {
                        one,
                        other,
                        projects,
                    });
                }
            }
        }
        Self {
            nodes: shown,
            edges,
            left_out,
        }
    }

    /// Returns the partners of a node: the most shared projects first, then in the order of the nodes.
    pub fn partners(&self, node: u32) -> Vec<Partner> {
        let with = |edge: &Edge| {
            let other = match node {
                node if node == edge.one => edge.other,
                node if node == edge.other => edge.one,
                _ => return None,
            };
            Some(Partner {
                node: other,
                projects: edge.projects,
            })
        };
        let mut partners: Vec<Partner> = self.edges.iter().filter_map(with).collect();
        sort::sort(&mut partners, |one, other| {
            (other.projects, one.node).cmp(&(one.projects, other.node))
        });
        partners
    }

    /// Returns a position for every node in a box of this size: nodes that share projects are close
    /// together, and none overlap. The same network always gets the same positions.
    ///
    /// Nodes attract along their edges and repel each other, in steps of decreasing size (Fruchterman
    /// and Reingold, 1991). The time is quadratic in the number of nodes, so there should be at most
    /// about 100.
    pub fn layout(&self, width: f64, height: f64) -> Vec<Point> {
        let mut points: Vec<Point> = (1..=self.nodes.len()).map(first_place).collect();
        let count = points.len().max(1) as f64;
        let spacing = (1.0 / count).sqrt();
        let largest = self.edges.iter().map(|edge| edge.projects).max();
        let largest = f64::from(largest.unwrap_or(1));
        for step in 0..STEPS {
            let mut forces: Vec<Point> = points
                .iter()
                .map(|point| Point {
                    x: (0.5 - point.x) * GRAVITY,
                    y: (0.5 - point.y) * GRAVITY,
                })
                .collect();
            for one in 0..points.len() {
                for other in one + 1..points.len() {
                    push(&points, &mut forces, one, other, |distance| {
                        -spacing * spacing / distance
                    });
                }
            }
            for edge in &self.edges {
                let strength = 0.5 + 0.5 * f64::from(edge.projects) / largest;
                push(
                    &points,
                    &mut forces,
                    edge.one as usize,
                    edge.other as usize,
                    |distance| strength * distance * distance / spacing,
                );
            }
            let reach = 0.1 * (1.0 - f64::from(step) / f64::from(STEPS));
            for (point, force) in points.iter_mut().zip(&forces) {
                let length = (force.x * force.x + force.y * force.y).sqrt();
                let scale = if length > reach { reach / length } else { 1.0 };
                point.x += force.x * scale;
                point.y += force.y * scale;
            }
        }
        fit(&mut points, width, height);
        part(&mut points, width, height);
        points
    }
}

/// A position in a drawing, in the units of its width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// The distance from the left.
    pub x: f64,
    /// The distance from the top.
    pub y: f64,
}

const STEPS: u32 = 300;
/// The pull towards the centre, so that nodes without edges do not drift away.
const GRAVITY: f64 = 2.0;

/// A starting position: spread evenly without a pattern (the R2 sequence of Roberts, 2018).
fn first_place(number: usize) -> Point {
    let number = number as f64;
    Point {
        x: (number * 0.754_877_666_246_692_7).fract(),
        y: (number * 0.569_840_290_998_053_2).fract(),
    }
}

/// Adds the force between two nodes; if positive, it pulls them together.
fn push(
    points: &[Point],
    forces: &mut [Point],
    one: usize,
    other: usize,
    force: impl Fn(f64) -> f64,
) {
    let (Some(from), Some(to)) = (points.get(one), points.get(other)) else {
        return;
    };
    let (x, y) = (to.x - from.x, to.y - from.y);
    let distance = (x * x + y * y).sqrt().max(0.001);
    let share = force(distance) / distance;
    if let Some(force) = forces.get_mut(one) {
        force.x += x * share;
        force.y += y * share;
    }
    if let Some(force) = forces.get_mut(other) {
        force.x -= x * share;
        force.y -= y * share;
    }
}

/// Stretches the positions over the whole box; a dimension without extent is centred.
fn fit(points: &mut [Point], width: f64, height: f64) {
    let Some(&first) = points.first() else {
        return;
    };
    let (mut low, mut high) = (first, first);
    for point in &*points {
        low = Point {
            x: low.x.min(point.x),
            y: low.y.min(point.y),
        };
        high = Point {
            x: high.x.max(point.x),
            y: high.y.max(point.y),
        };
    }
    let stretch = |at: f64, low: f64, high: f64, size: f64| {
        if high - low > 1e-9 {
            (at - low) / (high - low) * size
        } else {
            size / 2.0
        }
    };
    for point in points {
        point.x = stretch(point.x, low.x, high.x, width);
        point.y = stretch(point.y, low.y, high.y, height);
    }
}

fn part(points: &mut [Point], width: f64, height: f64) {
    let apart = 0.5 * (width * height / points.len().max(1) as f64).sqrt();
    for _ in 0..60 {
        for one in 0..points.len() {
            for other in one + 1..points.len() {
                let (Some(&from), Some(&to)) = (points.get(one), points.get(other)) else {
                    continue;
                };
                let (mut x, y) = (to.x - from.x, to.y - from.y);
                let mut distance = (x * x + y * y).sqrt();
                if distance >= apart {
                    continue;
                }
                if distance < 1e-6 {
                    (x, distance) = (1.0, 1.0);
                }
                let by = (apart - distance) / 2.0 / distance;
                for (at, by) in [(one, -by), (other, by)] {
                    if let Some(point) = points.get_mut(at) {
                        point.x = (point.x + x * by).max(0.0).min(width);
                        point.y = (point.y + y * by).max(0.0).min(height);
                    }
                }
            }
        }
    }
}

fn organisations(index: &FacetIndex, set: &BitSet) -> (Vec<Node>, Column) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut known = StringTable::default();
    let mut records: Vec<Vec<u32>> = vec![Vec::new(); index.records];
    for (at, facet) in index.facets.iter().enumerate() {
        if !matches!(
            facet.kind,
            FacetKind::Donor | FacetKind::Implementing | FacetKind::Partner
        ) {
            continue;
        }
        let counts = facet.column.count(set);
        for ((position, value), &projects) in (0u32..).zip(&facet.values).zip(&counts) {
            if projects == 0 || value.key == NOT_STATED {
                continue;
            }
            let identity = identity(&value.name);
            let node = known.get(&identity).unwrap_or_else(|| {
                let node = nodes.len() as u32;
                known.insert(&identity, node);
                nodes.push(Node {
                    name: value.name.clone(),
                    ..Node::default()
                });
                node
            });
            if let Some(node) = nodes.get_mut(node as usize) {
                if node.acronym.is_none() {
                    node.acronym.clone_from(&value.acronym);
                }
                node.roles.push(Role {
                    facet: at,
                    value: position,
                    projects,
                });
            }
            let having = facet.column.records(position).iter();
            for &record in having.filter(|record| set.contains(**record)) {
                if let Some(record) = records.get_mut(record as usize) {
                    record.push(node);
                }
            }
        }
    }
    // A column keeps each organisation once per record, even with several roles.
    let column = Column::new(nodes.len(), records.iter().map(Vec::as_slice));
    for (node, total) in nodes.iter_mut().zip(column.totals()) {
        node.projects = total;
    }
    (nodes, column)
}
