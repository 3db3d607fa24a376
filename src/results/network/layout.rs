//! The layout of a network: where organisations are, what is known of them, which edges are drawn.

use crate::host::History;
use crate::i18n::{self, Message, tr};
use crate::results::network::role_shape::Shape;
use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use atlas_engine::network::drawing::Drawn;
use atlas_engine::network::{Edge, Network, Node, Point};
use leptos::prelude::untrack;
use std::sync::Arc;

/// Drawings narrower than this, in CSS pixels, have the layout for phones.
pub(crate) const NARROW: u32 = 600;

/// With more edges than this, only the strongest of each organisation are drawn.
const MANY_EDGES: usize = 60;
const STRONGEST: usize = 2;
/// With more organisations than this, each is drawn smaller.
const MANY_NODES: f64 = 25.0;
/// The room of an organisation without edges.
const ISOLATED_CELL: (f64, f64) = (150.0, 64.0);

pub(crate) struct NetworkLayout {
    pub network: Network,
    pub width: f64,
    pub height: f64,
    pub narrow: bool,
    pub nodes: Vec<Drawn>,
    pub organisations: Vec<Organisation>,
    pub edges: Vec<Edge>,
    pub max_shared: u32,
}

pub(crate) struct Organisation {
    pub role: Shape,
    pub roles: String,
    pub choice: OrganisationFilter,
}

#[derive(Clone)]
pub(crate) struct OrganisationFilter {
    /// The facet and value of its most frequent role.
    pub main: (FacetKey, String),
    all: Arc<Vec<(FacetKey, String)>>,
}

impl OrganisationFilter {
    /// Identifies the organisation in the page.
    pub(crate) fn id(&self) -> String {
        [self.main.0.as_str(), "-", &self.main.1].concat()
    }

    pub(crate) fn is_selected(&self, atlas: Atlas) -> bool {
        let query = atlas.query();
        self.all
            .iter()
            .any(|(facet, value)| query.has(facet, value))
    }

    /// Chooses its most frequent role, or drops all its roles that are selected.
    pub(crate) fn toggle(&self, atlas: Atlas) {
        let selected = untrack(|| self.is_selected(atlas));
        atlas.change(History::Push, |query| {
            if selected {
                for (facet, value) in self.all.iter() {
                    if query.has(facet, value) {
                        query.drop_choice(facet, value);
                    }
                }
            } else {
                query.choose(&self.main.0, &self.main.1, false);
            }
        });
    }
}

impl NetworkLayout {
    /// A network drawn `width` CSS pixels wide.
    pub(crate) fn of(atlas: Atlas, network: Network, width: u32) -> Self {
        let narrow = width < NARROW;
        let width = f64::from(width);
        let (connected, isolated) = connected_part(&network);
        let count = connected.nodes.len() as f64;
        // As high as the content needs, and never higher than a screen.
        let max_height = if narrow {
            width * 1.35
        } else {
            (width * 0.62).min(680.0)
        };
        let connected_height = if connected.nodes.is_empty() {
            0.0
        } else {
            (150.0 + 45.0 * count).min(max_height)
        };
        // Names need room at the sides. A few nodes are kept together rather than in the corners.
        let spread = (0.3 + count * 0.07).min(1.0);
        let (across, down) = (
            (width - if narrow { 90.0 } else { 180.0 }).max(60.0) * spread,
            (connected_height - 90.0).max(40.0) * spread,
        );
        let (left, top) = (
            (width - across) / 2.0,
            (connected_height - down) / 2.0 - 8.0,
        );
        // Organisations without edges are in rows below.
        let columns = (width / ISOLATED_CELL.0).max(1.0) as u32;
        let mut connected_at = connected.layout(across, down).into_iter();
        let mut isolated_count = 0;
        let max = network.nodes.iter().map(|node| node.projects).max();
        let max = f64::from(max.unwrap_or(1).max(1));
        let (smallest, largest) = match (narrow, count > MANY_NODES) {
            (true, _) => (4.5, 14.0),
            (false, true) => (5.0, 19.0),
            (false, false) => (5.0, 24.0),
        };
        let nodes = network
            .nodes
            .iter()
            .zip(&isolated)
            .map(|(node, is_isolated)| {
                let at = if *is_isolated {
                    let (column, row) = (isolated_count % columns, isolated_count / columns);
                    isolated_count += 1;
                    Point {
                        x: (f64::from(column) + 0.5) * ISOLATED_CELL.0,
                        y: connected_height + (f64::from(row) + 0.5) * ISOLATED_CELL.1,
                    }
                } else {
                    let at = connected_at.next().unwrap_or_default();
                    Point {
                        x: at.x + left,
                        y: at.y + top,
                    }
                };
                // Areas are compared, so radii follow the square roots.
                let share = (f64::from(node.projects) / max).sqrt();
                let radius = smallest + (largest - smallest) * share;
                let radius = if *is_isolated {
                    radius.min(ISOLATED_CELL.1 / 4.0)
                } else {
                    radius
                };
                Drawn { at, radius }
            });
        let nodes = nodes.collect();
        let height =
            connected_height + f64::from(isolated_count.div_ceil(columns)) * ISOLATED_CELL.1;
        let organisations = organisations(atlas, &network);
        let edges = if network.edges.len() > MANY_EDGES {
            network.strongest_edges(STRONGEST)
        } else {
            network.edges.clone()
        };
        let max_shared = network.edges.iter().map(|edge| edge.projects).max();
        Self {
            max_shared: max_shared.unwrap_or(1),
            network,
            width,
            height,
            narrow,
            nodes,
            organisations,
            edges,
        }
    }

    pub(crate) fn has_hidden_edges(&self) -> bool {
        self.edges.len() < self.network.edges.len()
    }

    pub(crate) fn name(&self, at: usize) -> String {
        let node = self.network.nodes.get(at);
        node.map_or_else(String::new, |node| node.name.clone())
    }

    pub(crate) fn projects(&self, at: usize) -> u32 {
        self.network.nodes.get(at).map_or(0, |node| node.projects)
    }

    pub(crate) fn role_names(&self, at: usize) -> String {
        let organisation = self.organisations.get(at);
        organisation.map_or_else(String::new, |it| it.roles.clone())
    }

    pub(crate) fn choice(&self, at: usize) -> OrganisationFilter {
        match self.organisations.get(at) {
            Some(organisation) => organisation.choice.clone(),
            None => OrganisationFilter {
                main: (FacetKey::PARTNER, String::new()),
                all: Arc::default(),
            },
        }
    }

    fn are_connected(&self, one: usize, other: usize) -> bool {
        let (one, other) = (one.min(other) as u32, one.max(other) as u32);
        let mut edges = self.network.edges.iter();
        edges.any(|edge| (edge.one, edge.other) == (one, other))
    }

    /// The class of a node or its name while one node, counted from 1, is pointed at, or none (0).
    pub(crate) fn look(&self, at: usize, pointed: usize) -> &'static str {
        match pointed.checked_sub(1) {
            None => "",
            Some(pointed) if pointed == at => " is-highlighted",
            Some(pointed) if self.are_connected(pointed, at) => " is-near",
            Some(_) => " is-dimmed",
        }
    }
}

/// The part of a network with edges, and which of its nodes have none.
fn connected_part(network: &Network) -> (Network, Vec<bool>) {
    let mut isolated = vec![true; network.nodes.len()];
    for end in network.edges.iter().flat_map(|edge| [edge.one, edge.other]) {
        if let Some(isolated) = isolated.get_mut(end as usize) {
            *isolated = false;
        }
    }
    let mut order = Vec::with_capacity(isolated.len());
    let mut count = 0;
    for is_isolated in &isolated {
        order.push(count);
        count += u32::from(!is_isolated);
    }
    let position_of = |end: u32| order.get(end as usize).copied().unwrap_or_default();
    let nodes = network.nodes.iter().zip(&isolated);
    let connected = Network {
        nodes: nodes
            .filter(|(_, isolated)| !**isolated)
            .map(|(node, _)| node.clone())
            .collect(),
        edges: network
            .edges
            .iter()
            .map(|edge| Edge {
                one: position_of(edge.one),
                other: position_of(edge.other),
                ..*edge
            })
            .collect(),
        left_out: 0,
    };
    (connected, isolated)
}

fn organisations(atlas: Atlas, network: &Network) -> Vec<Organisation> {
    let explorer = atlas.explorer();
    let facets = &explorer.facets().facets;
    let organisation = |node: &Node| {
        let mut all = Vec::new();
        let mut labels = Vec::new();
        let mut role = None;
        let mut main = (0, (FacetKey::PARTNER, String::new()));
        for taken in &node.roles {
            let Some(facet) = facets.get(taken.facet) else {
                continue;
            };
            let Some(value) = facet.values.get(taken.value as usize) else {
                continue;
            };
            let shape = Shape::of(&facet.kind);
            role = Some(role.map_or(shape, |before| {
                if before == shape {
                    shape
                } else {
                    Shape::Several
                }
            }));
            labels.push(i18n::facet_label(&facet.kind));
            let keys = (facet.key.clone(), value.key.clone());
            if taken.projects > main.0 {
                main = (taken.projects, keys.clone());
            }
            all.push(keys);
        }
        Organisation {
            role: role.unwrap_or(Shape::Partner),
            roles: labels.join(tr(Message::ListSeparator)),
            choice: OrganisationFilter {
                main: main.1,
                all: Arc::new(all),
            },
        }
    };
    network.nodes.iter().map(organisation).collect()
}
