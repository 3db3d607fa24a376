//! A picture in the making: markup, and copies of what the page shows.

use crate::dom::css_number::decimal;
use crate::i18n;
use atlas_engine::markup::escape;
use atlas_engine::text_width::text_width;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element as PageElement, NodeList, XmlSerializer};

/// Styles of a drawing's elements that the file must contain itself.
const OF_SHAPES: [&str; 7] = [
    "r",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "vector-effect",
    "opacity",
];
const OF_TEXT: [&str; 11] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linejoin",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "dominant-baseline",
];
/// What a shape is drawn from. The copy keeps no other attribute: the rest is for the page.
const GEOMETRY: [&str; 9] = [
    "d",
    "fill-rule",
    "transform",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "viewBox",
];

/// Spacing in the picture, in pixels.
pub(super) const MARGIN: f64 = 24.0;
pub(super) const GAP: f64 = 16.0;
/// Font sizes. A line is [`LEADING`] times as high.
pub(super) const TITLE: f64 = 24.0;
pub(super) const TEXT: f64 = 14.0;
pub(super) const SMALL: f64 = 11.0;
pub(super) const LEADING: f64 = 1.4;

/// The gap of a bar that is cut, and how far it is from the end, in pixels.
const GAP_WIDTH: f64 = 8.0;
const BEFORE_GAP: f64 = 28.0;

/// The typefaces and the width of a picture.
pub(super) struct Letters {
    pub(super) ink: String,
    pub(super) serif: String,
    pub(super) sans: String,
    pub(super) width: f64,
}

impl Letters {
    /// The left edge of something that begins at `x`, counted from the right in right-to-left languages.
    fn begin(&self, x: f64, wide: f64) -> f64 {
        if i18n::language().right_to_left {
            self.width - x - wide
        } else {
            x
        }
    }
}

pub(super) fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

pub(crate) fn style_of(element: &PageElement, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    let value = style.and_then(|style| style.get_property_value(property).ok());
    value.unwrap_or_default()
}

fn borrowed<'a, const N: usize>(
    attributes: &'a [(&'static str, String); N],
) -> [(&'static str, &'a str); N] {
    attributes
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()))
}

#[derive(Default)]
pub(super) struct Markup(pub(super) String);

impl Markup {
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            for part in [" ", name, "=\""] {
                self.0.push_str(part);
            }
            escape(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }

    pub(super) fn close(&mut self, tag: &str) {
        for part in ["</", tag, ">"] {
            self.0.push_str(part);
        }
    }

    pub(super) fn text_element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        escape(text, &mut self.0);
        self.close(tag);
    }

    pub(super) fn ground(&mut self, colour: &str) {
        let all = [("width", "100%"), ("height", "100%"), ("fill", colour)];
        self.open("rect", &all);
        self.close("rect");
    }
}

/// A picture in the making.
pub(crate) struct Painting {
    pub(super) svg: Markup,
    pub(super) letters: Letters,
    /// Where the subject is, in pixels from the left and the top.
    pub(crate) at: (f64, f64),
}

/// How a line of text looks.
pub(crate) struct TextStyle {
    pub(crate) family: String,
    pub(crate) weight: String,
    pub(crate) size: f64,
    pub(crate) colour: String,
}

impl Painting {
    pub(super) fn lines(&mut self, family: &str, y: &mut f64, size: f64, lines: &[String]) {
        let style = TextStyle {
            family: family.to_owned(),
            weight: String::new(),
            size,
            colour: self.letters.ink.clone(),
        };
        for line in lines {
            *y += size * LEADING;
            self.line(&style, (MARGIN, *y - size * 0.4), line);
        }
    }

    /// A word of the legend, in the page's plain typeface.
    pub(crate) fn word(&mut self, at: (f64, f64), text: &str) {
        let style = TextStyle {
            family: self.letters.sans.clone(),
            weight: String::new(),
            size: TEXT,
            colour: self.letters.ink.clone(),
        };
        self.line(&style, at, text);
    }

    /// A line of text that begins at a place; its baseline is there.
    fn line(&mut self, style: &TextStyle, (x, y): (f64, f64), text: &str) {
        self.text(style, (self.letters.begin(x, 0.0), y), "start", text);
    }

    fn text(&mut self, style: &TextStyle, (x, y): (f64, f64), anchor: &str, text: &str) {
        let right_to_left = i18n::language().right_to_left;
        let attributes = [
            ("x", decimal(x)),
            ("y", decimal(y)),
            ("font-size", decimal(style.size)),
            ("font-family", style.family.clone()),
            ("font-weight", style.weight.clone()),
            ("fill", style.colour.clone()),
            ("text-anchor", anchor.to_owned()),
            (
                "direction",
                if right_to_left { "rtl" } else { "ltr" }.to_owned(),
            ),
        ];
        self.svg.text_element("text", &borrowed(&attributes), text);
    }

    /// A rectangle, in pixels of the picture.
    pub(crate) fn rectangle(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        fill: &str,
        stroke: &str,
    ) {
        let attributes = [
            ("x", decimal(self.letters.begin(x, width))),
            ("y", decimal(y)),
            ("width", decimal(width)),
            ("height", decimal(height)),
            ("rx", "2".to_owned()),
            ("fill", fill.to_owned()),
            ("stroke", stroke.to_owned()),
        ];
        self.svg.open("rect", &borrowed(&attributes));
        self.svg.close("rect");
    }

    /// Copies an element of the page that has a background or a border: where it is within `part`.
    pub(crate) fn copy_block(&mut self, part: &PageElement, element: &PageElement) {
        let own = element.get_bounding_client_rect();
        let has_border = style_of(element, "border-top-width") != "0px";
        let stroke = has_border.then(|| style_of(element, "border-top-color"));
        let fill = style_of(element, "background-color");
        self.block(part, &own, &fill, &stroke.unwrap_or_default());
    }

    /// Cuts a bar that is longer than its scale, near its end.
    pub(crate) fn cut(&mut self, part: &PageElement, bar: &PageElement, paper: &str) {
        let gap = bar.get_bounding_client_rect();
        gap.set_x(if i18n::language().right_to_left {
            gap.left() + BEFORE_GAP - GAP_WIDTH
        } else {
            gap.right() - BEFORE_GAP
        });
        gap.set_width(GAP_WIDTH);
        self.block(part, &gap, paper, "");
    }

    fn block(&mut self, part: &PageElement, place: &DomRect, fill: &str, stroke: &str) {
        let around = part.get_bounding_client_rect();
        let attributes = [
            ("x", decimal(self.at.0 + place.left() - around.left())),
            ("y", decimal(self.at.1 + place.top() - around.top())),
            ("width", decimal(place.width())),
            ("height", decimal(place.height())),
            ("fill", fill.to_owned()),
            ("stroke", stroke.to_owned()),
        ];
        self.svg.open("rect", &borrowed(&attributes));
        self.svg.close("rect");
    }

    /// Copies the text of an element of the page, on lines as wide as the element.
    pub(crate) fn copy_text(&mut self, part: &PageElement, element: &PageElement) {
        let (around, own) = (
            part.get_bounding_client_rect(),
            element.get_bounding_client_rect(),
        );
        let painted = element.get_attribute("data-number");
        let text = painted
            .or_else(|| element.text_content())
            .unwrap_or_default();
        // In whole pixels: parsing decimals would add 10 KB to the program.
        let size = style_of(element, "font-size");
        let size = size.split(['.', 'p']).next().unwrap_or_default();
        let size = size.parse().map_or(TEXT, |size: u32| f64::from(size));
        if own.width() == 0.0 || text.trim().is_empty() {
            return;
        }
        let style = TextStyle {
            family: style_of(element, "font-family"),
            weight: style_of(element, "font-weight"),
            size,
            colour: style_of(element, "color"),
        };
        let right_to_left = i18n::language().right_to_left;
        let align = style_of(element, "text-align");
        let (along, anchor) = match align.as_str() {
            "center" => (0.5, "middle"),
            "end" | "right" => (1.0, "end"),
            _ => (0.0, "start"),
        };
        let along = if right_to_left { 1.0 - along } else { along };
        let x = self.at.0 + own.left() - around.left() + own.width() * along;
        // What is one line of the page stays one, whatever its estimated width.
        let is_one_line = own.height() < size * 2.0;
        let width = if is_one_line {
            f64::INFINITY
        } else {
            own.width()
        };
        let lines = lines(text.trim(), size, width);
        let height = own.height() / lines.len().max(1) as f64;
        let mut y = self.at.1 + own.top() - around.top() + height / 2.0 + size * 0.35;
        for line in lines {
            self.text(&style, (x, y), anchor, &line);
            y += height;
        }
    }

    /// Copies a drawing of the page, as far as it is seen through a window.
    pub(crate) fn drawing(
        &mut self,
        drawing: &PageElement,
        (x, y): (f64, f64),
        window: &DomRect,
        ground: &str,
    ) -> Option<()> {
        let place = [
            ("x", decimal(x)),
            ("y", decimal(y)),
            ("width", decimal(window.width())),
            ("height", decimal(window.height())),
        ];
        self.svg.open("svg", &borrowed(&place));
        self.svg.ground(ground);
        let all = drawing.get_bounding_client_rect();
        let inner = [
            ("x", decimal(all.left() - window.left())),
            ("y", decimal(all.top() - window.top())),
            ("width", decimal(all.width())),
            ("height", decimal(all.height())),
            ("viewBox", drawing.get_attribute("viewBox")?),
        ];
        self.svg.open("svg", &borrowed(&inner));
        let copy: PageElement = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        inline_styles(drawing, &copy);
        let written = XmlSerializer::new().ok()?;
        let children = copy.children();
        for index in 0..children.length() {
            let child = children.item(index)?;
            self.svg
                .0
                .push_str(&written.serialize_to_string(&child).ok()?);
        }
        self.svg.close("svg");
        self.svg.close("svg");
        Some(())
    }
}

/// Copies the computed styles of a drawing into its copy, and removes what is only there to be pressed.
fn inline_styles(drawing: &PageElement, copy: &PageElement) {
    let selector = "g, path, circle, text";
    let (Ok(parts), Ok(copies)) = (
        drawing.query_selector_all(selector),
        copy.query_selector_all(selector),
    ) else {
        return;
    };
    for index in 0..parts.length() {
        let element = |list: &NodeList| list.get(index)?.dyn_into::<PageElement>().ok();
        let (Some(part), Some(copy)) = (element(&parts), element(&copies)) else {
            continue;
        };
        let pressed = part.matches(".country-dot__target, .node__target, .node__focus");
        if pressed.unwrap_or(false) {
            copy.remove();
            continue;
        }
        let tag = part.local_name();
        let properties: &[&str] = match tag.as_str() {
            "g" => &[],
            "text" => &OF_TEXT,
            "circle" => &OF_SHAPES,
            // A path has no radius, which is the first of them.
            _ => &OF_SHAPES[1..],
        };
        for name in copy.get_attribute_names() {
            let name = name.as_string().unwrap_or_default();
            if !GEOMETRY.contains(&name.as_str()) {
                drop(copy.remove_attribute(&name));
            }
        }
        for property in properties {
            drop(copy.set_attribute(property, &style_of(&part, property)));
        }
    }
}
