//! The network as a drawing: organisations by their roles' shapes, as large as their projects are
//! many, tied to whom they share projects with.

use super::network_list::told;
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings::{self, Word, say};
use crate::view::element::{Element, Tag, el};
use crate::view::published::published;
use crate::view::reactive::{part, text};
use atlas_engine::facet::FacetKind;
use atlas_engine::length::{decimal, pixels};
use atlas_engine::network::drawing::{
    Direction, Drawn, Lettering, NamePlace, Side, in_lines, next, place_names,
};
use atlas_engine::network::{Edge, Network, Node, Point};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Of more ties than this, only the strongest of each organisation are drawn.
const MANY_TIES: usize = 60;
/// How many of each.
const STRONGEST: usize = 2;
/// Of more organisations than this, each is drawn smaller.
const MANY_NODES: f64 = 25.0;
/// The smallest target for a finger, as a radius.
const TARGET: f64 = 13.0;

/// The room of an organisation that is tied to no other.
const LOOSE: (f64, f64) = (150.0, 64.0);

/// A network and how it is drawn.
pub(super) struct Picture {
    pub network: Network,
    width: f64,
    height: f64,
    narrow: bool,
    nodes: Vec<Drawn>,
    organisations: Vec<Organisation>,
    ties: Vec<Edge>,
    most_shared: u32,
}

/// What the page knows of a node.
struct Organisation {
    role: Shape,
    roles: String,
    choice: Choice,
}

/// The facet values that an organisation stands for.
#[derive(Clone)]
pub(super) struct Choice {
    /// Facet and value of the role that it takes most.
    pub main: (String, String),
    all: Arc<Vec<(String, String)>>,
}

impl Choice {
    /// Whether any of its roles is chosen; who asks is run again when the query changes.
    pub(super) fn is_chosen(&self, atlas: Atlas) -> bool {
        let query = atlas.query();
        self.all
            .iter()
            .any(|(facet, value)| query.has(facet, value))
    }

    /// Chooses the role it takes most, or takes back all of its roles that are chosen.
    pub(super) fn toggle(&self, atlas: Atlas) {
        let chosen = untrack(|| self.is_chosen(atlas));
        atlas.change(Step::New, |query| {
            if chosen {
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

/// A role, by the shape that stands for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Donor,
    Agency,
    Partner,
    Several,
}

impl Shape {
    const ALL: [Self; 4] = [Self::Donor, Self::Agency, Self::Partner, Self::Several];

    fn of(kind: &FacetKind) -> Self {
        match kind {
            FacetKind::Donor => Self::Donor,
            FacetKind::Implementing => Self::Agency,
            _ => Self::Partner,
        }
    }

    fn word(self) -> Word {
        match self {
            Self::Donor => Word::Donor,
            Self::Agency => Word::ImplementingAgency,
            Self::Partner => Word::Partner,
            Self::Several => Word::SeveralRoles,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Donor => "node__shape node__shape--donor",
            Self::Agency => "node__shape node__shape--agency",
            Self::Partner => "node__shape node__shape--partner",
            Self::Several => "node__shape node__shape--several",
        }
    }

    /// The shape around a point; all of one radius cover about the same area.
    fn draw(self, at: Point, radius: f64) -> Element {
        let corners: &[(f64, f64)] = match self {
            Self::Donor => return circle(at, radius).class(self.class()),
            Self::Agency => &[(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)],
            Self::Partner => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
            Self::Several => &[
                (-0.55, -0.95),
                (0.55, -0.95),
                (1.1, 0.0),
                (0.55, 0.95),
                (-0.55, 0.95),
                (-1.1, 0.0),
            ],
        };
        let mut line = String::new();
        for (number, (x, y)) in corners.iter().enumerate() {
            line.push(if number == 0 { 'M' } else { 'L' });
            push_point(&mut line, at.x + x * radius, at.y + y * radius);
        }
        line.push('Z');
        Element::new(Tag::Path).class(self.class()).attr("d", line)
    }
}

fn circle(at: Point, radius: f64) -> Element {
    Element::new(Tag::Circle)
        .attr("cx", decimal(at.x))
        .attr("cy", decimal(at.y))
        .attr("r", decimal(radius))
}

fn push_point(line: &mut String, x: f64, y: f64) {
    line.push_str(&decimal(x));
    line.push(' ');
    line.push_str(&decimal(y));
}

impl Picture {
    /// A network drawn in so many CSS pixels.
    pub(super) fn of(atlas: Atlas, network: Network, width: u32) -> Self {
        let narrow = width < super::network::NARROW;
        let width = f64::from(width);
        let (tied, loose) = parted(&network);
        let count = tied.nodes.len() as f64;
        // As high as there is something to show, and never higher than a screen.
        let most_high = if narrow {
            width * 1.35
        } else {
            (width * 0.62).min(680.0)
        };
        let tied_height = if tied.nodes.is_empty() {
            0.0
        } else {
            (150.0 + 45.0 * count).min(most_high)
        };
        // Names need room at the sides. Few nodes stand together rather than in the corners.
        let spread = (0.3 + count * 0.07).min(1.0);
        let (across, down) = (
            (width - if narrow { 90.0 } else { 180.0 }).max(60.0) * spread,
            (tied_height - 90.0).max(40.0) * spread,
        );
        let (left, top) = ((width - across) / 2.0, (tied_height - down) / 2.0 - 8.0);
        // What is tied to nothing stands in rows beneath.
        let columns = (width / LOOSE.0).max(1.0) as u32;
        let mut tied_at = tied.layout(across, down).into_iter();
        let mut loose_at = 0;
        let most = network.nodes.iter().map(|node| node.projects).max();
        let most = f64::from(most.unwrap_or(1).max(1));
        let (smallest, largest) = match (narrow, count > MANY_NODES) {
            (true, _) => (4.5, 14.0),
            (false, true) => (5.0, 19.0),
            (false, false) => (5.0, 24.0),
        };
        let nodes = network.nodes.iter().zip(&loose).map(|(node, is_loose)| {
            let at = if *is_loose {
                let (column, row) = (loose_at % columns, loose_at / columns);
                loose_at += 1;
                Point {
                    x: (f64::from(column) + 0.5) * LOOSE.0,
                    y: tied_height + (f64::from(row) + 0.5) * LOOSE.1,
                }
            } else {
                let at = tied_at.next().unwrap_or_default();
                Point {
                    x: at.x + left,
                    y: at.y + top,
                }
            };
            // Areas compare, and so radii by their square roots.
            let share = (f64::from(node.projects) / most).sqrt();
            let radius = smallest + (largest - smallest) * share;
            let radius = if *is_loose {
                radius.min(LOOSE.1 / 4.0)
            } else {
                radius
            };
            Drawn { at, radius }
        });
        let nodes = nodes.collect();
        let height = tied_height + f64::from(loose_at.div_ceil(columns)) * LOOSE.1;
        let organisations = organisations(atlas, &network);
        let ties = if network.edges.len() > MANY_TIES {
            network.strongest_ties(STRONGEST)
        } else {
            network.edges.clone()
        };
        let most_shared = network.edges.iter().map(|edge| edge.projects).max();
        Self {
            most_shared: most_shared.unwrap_or(1),
            network,
            width,
            height,
            narrow,
            nodes,
            organisations,
            ties,
        }
    }

    /// Whether there are more ties than are drawn.
    pub(super) fn leaves_ties_out(&self) -> bool {
        self.ties.len() < self.network.edges.len()
    }

    /// The name of an organisation in full.
    pub(super) fn name(&self, at: usize) -> String {
        let node = self.network.nodes.get(at);
        node.map_or_else(String::new, |node| node.name.clone())
    }

    /// In how many projects it takes part.
    pub(super) fn projects(&self, at: usize) -> u32 {
        self.network.nodes.get(at).map_or(0, |node| node.projects)
    }

    /// Its roles: “Donor, Partner”.
    pub(super) fn roles_told(&self, at: usize) -> String {
        let organisation = self.organisations.get(at);
        organisation.map_or_else(String::new, |it| it.roles.clone())
    }

    /// What choosing it chooses.
    pub(super) fn choice(&self, at: usize) -> Choice {
        match self.organisations.get(at) {
            Some(organisation) => organisation.choice.clone(),
            None => Choice {
                main: Default::default(),
                all: Arc::default(),
            },
        }
    }

    fn are_tied(&self, one: usize, other: usize) -> bool {
        let (one, other) = (one.min(other) as u32, one.max(other) as u32);
        let mut edges = self.network.edges.iter();
        edges.any(|edge| (edge.one, edge.other) == (one, other))
    }

    /// How a node or its name looks while one (counted from 1) is pointed at, or none (0).
    fn look(&self, at: usize, pointed: usize) -> &'static str {
        match pointed.checked_sub(1) {
            None => "",
            Some(pointed) if pointed == at => " is-here",
            Some(pointed) if self.are_tied(pointed, at) => " is-near",
            Some(_) => " is-far",
        }
    }

    fn tie(&self, edge: &Edge) -> Option<Element> {
        let from = self.nodes.get(edge.one as usize)?.at;
        let to = self.nodes.get(edge.other as usize)?.at;
        let mut line = "M".to_owned();
        push_point(&mut line, from.x, from.y);
        line.push('L');
        push_point(&mut line, to.x, to.y);
        let share = f64::from(edge.projects) / f64::from(self.most_shared);
        let tie = Element::new(Tag::Path)
            .class("tie")
            .attr("d", line)
            .attr("stroke-width", decimal(0.75 + 3.75 * share));
        Some(tie)
    }
}

/// The part of a network that is tied, and which of its nodes are not.
fn parted(network: &Network) -> (Network, Vec<bool>) {
    let mut loose = vec![true; network.nodes.len()];
    for end in network.edges.iter().flat_map(|edge| [edge.one, edge.other]) {
        if let Some(loose) = loose.get_mut(end as usize) {
            *loose = false;
        }
    }
    let mut place = Vec::with_capacity(loose.len());
    let mut count = 0;
    for is_loose in &loose {
        place.push(count);
        count += u32::from(!is_loose);
    }
    let placed = |end: u32| place.get(end as usize).copied().unwrap_or_default();
    let nodes = network.nodes.iter().zip(&loose);
    let tied = Network {
        nodes: nodes
            .filter(|(_, loose)| !**loose)
            .map(|(node, _)| node.clone())
            .collect(),
        edges: network
            .edges
            .iter()
            .map(|edge| Edge {
                one: placed(edge.one),
                other: placed(edge.other),
                ..*edge
            })
            .collect(),
        left_out: 0,
    };
    (tied, loose)
}

fn organisations(atlas: Atlas, network: &Network) -> Vec<Organisation> {
    let explorer = atlas.explorer();
    let facets = &explorer.facets().facets;
    let organisation = |node: &Node| {
        let mut all = Vec::new();
        let mut labels = Vec::new();
        let mut role = None;
        let mut main = (0, Default::default());
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
            labels.push(strings::facet_label(&facet.kind));
            let keys = (facet.key.clone(), value.key.clone());
            if taken.projects > main.0 {
                main = (taken.projects, keys.clone());
            }
            all.push(keys);
        }
        Organisation {
            role: role.unwrap_or(Shape::Partner),
            roles: labels.join(say(Word::ListSeparator)),
            choice: Choice {
                main: main.1,
                all: Arc::new(all),
            },
        }
    };
    network.nodes.iter().map(organisation).collect()
}

/// What the shapes stand for.
pub(super) fn legend() -> Element {
    let entry = |shape: Shape| {
        let centre = Point { x: 10.0, y: 10.0 };
        let drawn = Element::new(Tag::Svg)
            .attr("viewBox", "0 0 20 20")
            .attr("aria-hidden", "true")
            .child(shape.draw(centre, 6.5));
        el("li").child(drawn).child(shape.word())
    };
    el("ul")
        .class("network__legend")
        .child(Shape::ALL.map(entry).into_iter().collect::<Vec<_>>())
}

/// The drawing, and under it what is said of the organisation that is pointed at.
pub(super) fn drawing(atlas: Atlas, picture: &Arc<Picture>) -> Element {
    // Counted from 1; 0 is none.
    let pointed = RwSignal::new(0usize);
    let stop = RwSignal::new(0usize);
    let names = names(picture);
    let count = picture.nodes.len();
    let nodes = (0..count).map(|at| node(atlas, picture, at, pointed, stop));
    let labels = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| label(atlas, picture, at, name, pointed));
    let ties = picture.ties.iter().filter_map(|tie| picture.tie(tie));
    let lit = {
        let picture = picture.clone();
        part(move || {
            let at = pointed.get().checked_sub(1)? as u32;
            let own = |edge: &&Edge| edge.one == at || edge.other == at;
            let edges = picture.network.edges.iter().filter(own);
            let ties = edges.filter_map(|edge| picture.tie(edge));
            let ties = ties.collect::<Vec<_>>();
            Some(Element::new(Tag::Group).child(ties).finish())
        })
    };
    let group = |class: &'static str| Element::new(Tag::Group).class(class);
    let mut view_box = "0 0 ".to_owned();
    push_point(&mut view_box, picture.width, picture.height);
    let svg = Element::new(Tag::Svg)
        .class(text(move || {
            let idle = pointed.get() == 0;
            if idle {
                "network__drawing"
            } else {
                "network__drawing network__drawing--pointed"
            }
            .to_owned()
        }))
        .attr("viewBox", view_box)
        .attr("role", "group")
        .attr("aria-label", Word::NetworkHelp)
        .style("block-size", pixels(picture.height))
        .child(group("network__ties").child(ties.collect::<Vec<_>>()))
        .child(group("network__lit").child(lit))
        .child(group("network__nodes").child(nodes.collect::<Vec<_>>()))
        .child(
            group("network__labels")
                .attr("aria-hidden", "true")
                .child(labels.collect::<Vec<_>>()),
        );
    let told_of = picture.clone();
    let caption = el("p")
        .class("network__caption")
        .attr("aria-hidden", "true")
        .child(text(move || match pointed.get().checked_sub(1) {
            Some(at) => told(&told_of, at),
            None => say(Word::NetworkHelp).to_owned(),
        }));
    el("div").child(svg).child(caption)
}

/// An organisation as a button. One is in the tab order; arrow keys lead to the others.
fn node(
    atlas: Atlas,
    picture: &Arc<Picture>,
    at: usize,
    pointed: RwSignal<usize>,
    stop: RwSignal<usize>,
) -> Element {
    let (looks, keyed) = (picture.clone(), picture.clone());
    let choice = picture.choice(at);
    let (pressed, clicked) = (choice.clone(), choice.clone());
    let id = ["organisation-", &choice.main.0, "-", &choice.main.1].concat();
    let choose = move || {
        clicked.toggle(atlas);
        page::focus_id_soon(id.clone(), "#results");
    };
    let choose_by_key = choose.clone();
    let drawn = picture.nodes.get(at).copied().unwrap_or(Drawn {
        at: Point::default(),
        radius: 0.0,
    });
    let role = picture
        .organisations
        .get(at)
        .map_or(Shape::Partner, |it| it.role);
    Element::new(Tag::Group)
        .class(text(move || {
            ["node", looks.look(at, pointed.get())].concat()
        }))
        .attr(
            "id",
            ["organisation-", &choice.main.0, "-", &choice.main.1].concat(),
        )
        .attr("data-node", at.to_string())
        .attr("data-organisation", choice.main.1.clone())
        .attr("role", "button")
        .attr(
            "tabindex",
            text(move || if stop.get() == at { "0" } else { "-1" }.to_owned()),
        )
        .attr("aria-label", told(picture, at))
        .attr(
            "aria-pressed",
            text(move || pressed.is_chosen(atlas).to_string()),
        )
        .on("pointerenter", move |_| pointed.set(at + 1))
        .on("pointerleave", move |_| pointed.set(0))
        .on("focus", move |_| {
            stop.set(at);
            pointed.set(at + 1);
        })
        .on("blur", move |_| pointed.set(0))
        .on("click", move |_| choose())
        .on("keydown", move |event| {
            on_key(&keyed, at, &event, &choose_by_key);
        })
        .child(circle(drawn.at, (drawn.radius + 4.0).max(TARGET)).class("node__target"))
        .child(circle(drawn.at, drawn.radius * 1.25 + 4.0).class("node__focus"))
        .child(role.draw(drawn.at, drawn.radius))
}

fn on_key(picture: &Picture, at: usize, event: &Event, choose: &dyn Fn()) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let direction = match key.key().as_str() {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        "Enter" | " " => {
            event.prevent_default();
            choose();
            return;
        }
        _ => return,
    };
    // The page does not scroll away, even where nothing lies in that direction.
    event.prevent_default();
    if let Some(next) = next(&picture.nodes, at, direction) {
        page::focus(&[".network [data-node=\"", &next.to_string(), "\"]"].concat());
    }
}

/// A name as it stands in the drawing.
struct Name {
    lines: Vec<String>,
    place: NamePlace,
}

fn lettering(picture: &Picture) -> Lettering {
    if picture.narrow {
        Lettering {
            letter: 5.9,
            line: 13.0,
        }
    } else {
        Lettering {
            letter: 6.6,
            line: 15.0,
        }
    }
}

/// The names of all nodes, the short one where there is one.
fn names(picture: &Picture) -> Vec<Name> {
    let (letters, fewer) = if picture.narrow { (14, 10) } else { (20, 13) };
    let short = |node: &Node, letters: usize| {
        in_lines(node.acronym.as_ref().unwrap_or(&node.name), letters)
    };
    let size = (picture.width, picture.height);
    let place =
        |lines: &[Vec<String>]| place_names(&picture.nodes, lines, lettering(picture), size);
    let nodes = &picture.network.nodes;
    let lines: Vec<_> = nodes.iter().map(|node| short(node, letters)).collect();
    // A name that found no room may find it in narrower lines.
    let narrower = place(&lines).into_iter().zip(nodes).zip(lines);
    let lines: Vec<_> = narrower
        .map(|((place, node), lines)| {
            if place.fits {
                lines
            } else {
                short(node, fewer)
            }
        })
        .collect();
    let places = place(&lines);
    let names = lines.into_iter().zip(places);
    names.map(|(lines, place)| Name { lines, place }).collect()
}

fn label(
    atlas: Atlas,
    picture: &Arc<Picture>,
    at: usize,
    name: Name,
    pointed: RwSignal<usize>,
) -> Element {
    let looks = picture.clone();
    let kind = match (name.place.fits, name.place.side) {
        (true, Side::Middle) => "label",
        (true, Side::Right) => "label label--right",
        (true, Side::Left) => "label label--left",
        (false, _) => "label label--hidden",
    };
    let line_height = lettering(picture).line;
    let lines = name.lines.into_iter().enumerate().map(|(number, line)| {
        published(atlas, Element::new(Tag::Label))
            .attr("x", decimal(name.place.at.x))
            .attr("y", decimal(name.place.at.y + line_height * number as f64))
            .child(line)
    });
    Element::new(Tag::Group)
        .class(text(move || [kind, looks.look(at, pointed.get())].concat()))
        .child(lines.collect::<Vec<_>>())
}
