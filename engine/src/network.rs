//! Who works with whom: the organisations of a set of projects, and the projects they share.

pub mod drawing;

use crate::facet::{BitSet, Column, FacetIndex, FacetKind, identity};
use crate::names::Names;
use crate::query::NOT_STATED;
use crate::sort;
use crate::text::sort_key;

/// The organisations of a set of projects and who shares projects with whom.
///
/// An organisation is one node, whatever parts it takes: names with one slug are one organisation.
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
    /// The organisations with the most projects; among those with as many, by name.
    pub nodes: Vec<Node>,
    /// The pairs of nodes that share projects, in the order of the nodes.
    pub edges: Vec<Edge>,
    /// How many further organisations there are.
    pub left_out: u32,
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Its short name, where the portfolio gives one.
    pub acronym: Option<String>,
    /// The parts it takes.
    pub roles: Vec<Role>,
    /// In how many projects of the set it takes any.
    pub projects: u32,
}

/// A part that an organisation takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The facet that tells of the part, by position in [`FacetIndex::facets`].
    pub facet: usize,
    /// The organisation there, by position in [`crate::facet::Facet::values`].
    pub value: u32,
    /// In how many projects of the set it takes that part.
    pub projects: u32,
}

/// Two organisations that share projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The one, by position in [`Network::nodes`].
    pub one: u32,
    /// The other, which stands after it.
    pub other: u32,
    /// How many projects they share.
    pub projects: u32,
}

/// Whom an organisation shares projects with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The other organisation, by position in [`Network::nodes`].
    pub node: u32,
    /// How many projects they share.
    pub projects: u32,
}

impl Network {
    /// The network of the projects in a set, of at most so many organisations.
    pub fn of(index: &FacetIndex, set: &BitSet, most: usize) -> Self {
        let (mut nodes, taking_part) = organisations(index, set);
        let mut order: Vec<u32> = (0..nodes.len() as u32).collect();
        let keys: Vec<_> = nodes
            .iter()
            .map(|node| (u32::MAX - node.projects, sort_key(&node.name)))
            .collect();
        sort::sort_by_keys(&mut order, &keys);
        let left_out = order.len().saturating_sub(most) as u32;
        order.truncate(most);
        // Where each organisation stands among those that are shown.
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

    /// Whom a node shares projects with: the most projects first, then in the order of the nodes.
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

    /// A place for every node within a box of that width and height: those who share projects
    /// close together, and no two upon each other. The same network always gets the same places.
    ///
    /// Nodes attract along their edges and repel each other, in a number of steps that get smaller
    /// (Fruchterman and Reingold, 1991). For drawings of up to about a hundred nodes, as its time
    /// grows with their square.
    pub fn layout(&self, width: f64, height: f64) -> Vec<Point> {
        let mut points: Vec<Point> = (1..=self.nodes.len()).map(first_place).collect();
        let count = points.len().max(1) as f64;
        // The distance that nodes would keep if they were spread evenly over a unit square.
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

/// A place in a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// How often the nodes are moved.
const STEPS: u32 = 300;
/// How strongly everything is drawn to the middle, so that what shares nothing does not drift off.
const GRAVITY: f64 = 2.0;

/// Where a node starts: spread evenly and without pattern (the sequence R2 of Roberts, 2018).
fn first_place(number: usize) -> Point {
    let number = number as f64;
    Point {
        x: (number * 0.754_877_666_246_692_7).fract(),
        y: (number * 0.569_840_290_998_053_2).fract(),
    }
}

/// Adds the force between two nodes: towards each other where it is positive.
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

/// Stretches the places over the whole box; what has no extent stands in the middle.
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

/// Parts nodes that stand too close, without leaving the box.
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

/// Every organisation of the projects in a set, and who takes part in which project.
fn organisations(index: &FacetIndex, set: &BitSet) -> (Vec<Node>, Column) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut known = Names::default();
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
    // A column keeps each organisation once a record, whatever parts it takes there.
    let column = Column::new(nodes.len(), records.iter().map(Vec::as_slice));
    for (node, total) in nodes.iter_mut().zip(column.totals()) {
        node.projects = total;
    }
    (nodes, column)
}
