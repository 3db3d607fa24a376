//! Organisations have the shapes of their roles and are sized by their number of projects.

use crate::components::content_lang::content_lang;
use crate::dom::css_number::{decimal, pixels};
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, Tag, el};
use crate::host::focus;
use crate::i18n::{Message, tr};
use crate::results::network::layout::{NetworkLayout, OrganisationFilter};
use crate::results::network::list::description;
use crate::results::network::role_shape::{Shape, circle, push_point};
use crate::state::Atlas;
use atlas_engine::network::drawing::{
    Direction, Drawn, Lettering, NamePosition, Side, in_lines, next, position_names,
};
use atlas_engine::network::{Edge, Node, Point};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The smallest target for a finger, as a radius.
const TARGET: f64 = 13.0;

pub(crate) fn drawing(atlas: Atlas, layout: &Arc<NetworkLayout>) -> Element {
    // When the drawing is updated, the focus stays at its organisation, wherever that is now.
    let focused = focus::focused().map(|it| it.id());
    let focused = focused.and_then(|id| {
        let mut organisations = layout.organisations.iter();
        organisations.position(|it| node_id(&it.choice) == id)
    });
    // Counted from 1; 0 is none.
    let pointed = RwSignal::new(focused.map_or(0, |at| at + 1));
    let stop = RwSignal::new(focused.unwrap_or(0));
    let names = names(layout);
    let count = layout.nodes.len();
    let nodes = (0..count).map(|at| node(atlas, layout, at, pointed, stop));
    let labels = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| label(atlas, layout, at, name, pointed));
    let edges = layout
        .edges
        .iter()
        .filter_map(|edge| draw_edge(layout, edge));
    let lit = {
        let layout = layout.clone();
        dynamic(move || {
            let at = pointed.get().checked_sub(1)? as u32;
            let own = |edge: &&Edge| edge.one == at || edge.other == at;
            let edges = layout.network.edges.iter().filter(own);
            let edges = edges.filter_map(|edge| draw_edge(&layout, edge));
            let edges = edges.collect::<Vec<_>>();
            Some(Element::new(Tag::Group).child(edges).finish())
        })
    };
    let group = |class: &'static str| Element::new(Tag::Group).class(class);
    let mut view_box = "0 0 ".to_owned();
    push_point(&mut view_box, layout.width, layout.height);
    let svg = Element::new(Tag::Svg)
        .key("drawing")
        .class("network__drawing")
        .class_if(
            "network__drawing--highlighted",
            flag(move || pointed.get() != 0),
        )
        .attr("viewBox", view_box)
        .attr("role", "group")
        .attr("aria-label", Message::NetworkHelp)
        .style("block-size", pixels(layout.height))
        .child(group("network__links").child(edges.collect::<Vec<_>>()))
        .child(group("network__highlighted").child(lit))
        .child(
            group("network__nodes")
                .key("nodes")
                .child(nodes.collect::<Vec<_>>()),
        )
        .child(
            group("network__labels")
                .attr("aria-hidden", "true")
                .child(labels.collect::<Vec<_>>()),
        );
    let described = layout.clone();
    let caption = el("p")
        .class("network__caption")
        .attr("aria-hidden", "true")
        .child(text(move || match pointed.get().checked_sub(1) {
            Some(at) => description(&described, at),
            None => tr(Message::NetworkHelp).to_owned(),
        }));
    el("div").key("drawing").child(svg).child(caption)
}

fn node_id(choice: &OrganisationFilter) -> String {
    ["organisation-", &choice.id()].concat()
}

/// An organisation as a button. One is in the tab order; arrow keys lead to the others.
fn node(
    atlas: Atlas,
    layout: &Arc<NetworkLayout>,
    at: usize,
    pointed: RwSignal<usize>,
    stop: RwSignal<usize>,
) -> Element {
    let (looks, keyed) = (layout.clone(), layout.clone());
    let choice = layout.choice(at);
    let (pressed, clicked) = (choice.clone(), choice.clone());
    let choose = move || clicked.toggle(atlas);
    let choose_by_key = choose.clone();
    let drawn = layout.nodes.get(at).copied().unwrap_or(Drawn {
        at: Point::default(),
        radius: 0.0,
    });
    let role = layout
        .organisations
        .get(at)
        .map_or(Shape::Partner, |it| it.role);
    Element::new(Tag::Group)
        .class(text(move || {
            ["node", looks.look(at, pointed.get())].concat()
        }))
        .key(choice.id())
        .attr("id", node_id(&choice))
        .attr("data-node", at.to_string())
        .attr("data-organisation", choice.main.1.clone())
        .attr("role", "button")
        .attr(
            "tabindex",
            text(move || if stop.get() == at { "0" } else { "-1" }.to_owned()),
        )
        .attr("aria-label", description(layout, at))
        .attr(
            "aria-pressed",
            text(move || pressed.is_selected(atlas).to_string()),
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

fn on_key(layout: &NetworkLayout, at: usize, event: &Event, choose: &dyn Fn()) {
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
    // The page does not scroll away, even if there is nothing in that direction.
    event.prevent_default();
    if let Some(next) = next(&layout.nodes, at, direction) {
        focus::focus(&[".network [data-node=\"", &next.to_string(), "\"]"].concat());
    }
}

struct Name {
    lines: Vec<String>,
    position: NamePosition,
}

fn lettering(layout: &NetworkLayout) -> Lettering {
    if layout.narrow {
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

fn names(layout: &NetworkLayout) -> Vec<Name> {
    let (letters, fewer) = if layout.narrow { (14, 10) } else { (20, 13) };
    let short = |node: &Node, letters: usize| {
        in_lines(node.acronym.as_ref().unwrap_or(&node.name), letters)
    };
    let size = (layout.width, layout.height);
    let position =
        |lines: &[Vec<String>]| position_names(&layout.nodes, lines, lettering(layout), size);
    let nodes = &layout.network.nodes;
    let lines: Vec<_> = nodes.iter().map(|node| short(node, letters)).collect();
    // A name that does not fit may do so in narrower lines.
    let narrower = position(&lines).into_iter().zip(nodes).zip(lines);
    let lines: Vec<_> = narrower
        .map(|((position, node), lines)| {
            if position.fits {
                lines
            } else {
                short(node, fewer)
            }
        })
        .collect();
    let positions = position(&lines);
    let names = lines.into_iter().zip(positions);
    names
        .map(|(lines, position)| Name { lines, position })
        .collect()
}

fn label(
    atlas: Atlas,
    layout: &Arc<NetworkLayout>,
    at: usize,
    name: Name,
    pointed: RwSignal<usize>,
) -> Element {
    let looks = layout.clone();
    let kind = match (name.position.fits, name.position.side) {
        (true, Side::Middle) => "label",
        (true, Side::Right) => "label label--right",
        (true, Side::Left) => "label label--left",
        (false, _) => "label label--hidden",
    };
    let line_height = lettering(layout).line;
    let lines = name.lines.into_iter().enumerate().map(|(number, line)| {
        content_lang(atlas, Element::new(Tag::Label))
            .attr("x", decimal(name.position.at.x))
            .attr(
                "y",
                decimal(name.position.at.y + line_height * number as f64),
            )
            .child(line)
    });
    Element::new(Tag::Group)
        .class(text(move || [kind, looks.look(at, pointed.get())].concat()))
        .child(lines.collect::<Vec<_>>())
}

/// A line between two organisations, thicker the more projects they share.
fn draw_edge(layout: &NetworkLayout, edge: &Edge) -> Option<Element> {
    let from = layout.nodes.get(edge.one as usize)?.at;
    let to = layout.nodes.get(edge.other as usize)?.at;
    let mut line = "M".to_owned();
    push_point(&mut line, from.x, from.y);
    line.push('L');
    push_point(&mut line, to.x, to.y);
    let share = f64::from(edge.projects) / f64::from(layout.max_shared);
    let line = Element::new(Tag::Path)
        .class("network__link")
        .attr("d", line)
        .attr("stroke-width", decimal(0.75 + 3.75 * share));
    Some(line)
}
