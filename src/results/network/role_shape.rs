//! A shape for each role, so that roles can be told apart without colour.

use crate::dom::css_number::decimal;
use crate::dom::element::{Element, Tag, el};
use crate::i18n::Message;
use atlas_engine::facet::FacetKind;
use atlas_engine::network::Point;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Donor,
    Agency,
    Partner,
    Several,
}

impl Shape {
    const ALL: [Self; 4] = [Self::Donor, Self::Agency, Self::Partner, Self::Several];

    pub(crate) fn of(kind: &FacetKind) -> Self {
        match kind {
            FacetKind::Donor => Self::Donor,
            FacetKind::Implementing => Self::Agency,
            _ => Self::Partner,
        }
    }

    fn word(self) -> Message {
        match self {
            Self::Donor => Message::Donor,
            Self::Agency => Message::ImplementingAgency,
            Self::Partner => Message::Partner,
            Self::Several => Message::SeveralRoles,
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

    /// All shapes of one radius cover about the same area.
    pub(crate) fn draw(self, at: Point, radius: f64) -> Element {
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

pub(crate) fn circle(at: Point, radius: f64) -> Element {
    Element::new(Tag::Circle)
        .attr("cx", decimal(at.x))
        .attr("cy", decimal(at.y))
        .attr("r", decimal(radius))
}

pub(crate) fn push_point(line: &mut String, x: f64, y: f64) {
    line.push_str(&decimal(x));
    line.push(' ');
    line.push_str(&decimal(y));
}

pub(crate) fn legend() -> Element {
    let entry = |shape: Shape| {
        let centre = Point { x: 10.0, y: 10.0 };
        let drawn = Element::new(Tag::Svg)
            .attr("viewBox", "0 0 20 20")
            .attr("aria-hidden", "true")
            .child(shape.draw(centre, 6.5));
        el("li").child(drawn).child(el("span").child(shape.word()))
    };
    el("ul")
        .class("network__legend")
        .child(Shape::ALL.map(entry).into_iter().collect::<Vec<_>>())
}
