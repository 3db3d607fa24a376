//! A part of the page as a picture to save: a self-contained file with the title, the selection, the source
//! and the date, in the page's typefaces.

use crate::components::names::portfolio_title;
use crate::components::selection::{extent_of_results, selection_in_words};
use crate::dom::css_number::decimal;
use crate::dom::element::{Element, el};
use crate::host::{fetch, page, schedule};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::markup::escape;
use atlas_engine::portfolio::Date;
use atlas_engine::text_width::text_width;
use js_sys::{Array, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DomRect, Element as PageElement, Event,
    HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, NodeList, Url, XmlSerializer,
};

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

/// Pixels of the picture per CSS pixel.
const SHARPNESS: u32 = 2;
/// Spacing in the picture, in pixels.
const MARGIN: f64 = 24.0;
const GAP: f64 = 16.0;
/// Font sizes. A line is [`LEADING`] times as high.
const TITLE: f64 = 24.0;
const TEXT: f64 = 14.0;
const SMALL: f64 = 11.0;
const LEADING: f64 = 1.4;

/// What a picture shows.
pub(crate) struct Subject {
    /// Selects the part of the page, around the buttons.
    pub(crate) part: &'static str,
    /// The name of the file, without its ending.
    pub(crate) file: &'static str,
    /// The width and height of what `paint` paints, in pixels.
    pub(crate) size: fn(&PageElement) -> Option<(f64, f64)>,
    pub(crate) paint: fn(&mut Painting, &PageElement) -> Option<()>,
    /// Further lines below it.
    pub(crate) notes: fn() -> Vec<String>,
}

/// The buttons that save it, with lines that can be edited or as pixels.
pub(crate) fn picture_buttons(atlas: Atlas, subject: &'static Subject) -> Element {
    let button = |word: Message| {
        el("button")
            .attr("type", "button")
            .class("button")
            .child(word)
    };
    let svg = button(Message::PictureSvg).on("click", move |event| {
        picture_then(atlas, subject, &event, |picture| {
            save_text(subject.file, &picture.svg);
        });
    });
    let png = button(Message::PicturePng).on("click", move |event| {
        picture_then(atlas, subject, &event, |picture| {
            save_pixels(subject.file, picture);
        });
    });
    el("p").class("picture-buttons").child(svg).child(png)
}

struct Picture {
    svg: String,
    width: f64,
    height: f64,
}

/// Makes a picture of the part that a button belongs to, once the fonts are loaded.
fn picture_then(
    atlas: Atlas,
    subject: &'static Subject,
    event: &Event,
    act: impl FnOnce(&Picture) + 'static,
) {
    let button = event.current_target();
    let Some(button) = button.and_then(|it| it.dyn_into::<PageElement>().ok()) else {
        return;
    };
    fetch::fonts(move |(sans, serif)| {
        let part = button.closest(subject.part).ok().flatten();
        if let Some(picture) = part.and_then(|part| picture(atlas, subject, &part, &sans, &serif)) {
            act(&picture);
        }
    });
}

fn picture(
    atlas: Atlas,
    subject: &Subject,
    part: &PageElement,
    sans: &str,
    serif: &str,
) -> Option<Picture> {
    let (width, height) = (subject.size)(part)?;
    let letters = Letters {
        ink: style_of(part, "color"),
        serif: style_of(&page::first("h1")?, "font-family"),
        sans: style_of(part, "font-family"),
        width: width + 2.0 * MARGIN,
    };
    let (title, shown) = (portfolio_title(atlas), untrack(|| selection(atlas)));
    let title_lines = lines(&title, TITLE, width);
    let shown_lines = lines(&shown, TEXT, width);
    let notes = notes(atlas).into_iter().chain((subject.notes)());
    let notes: Vec<String> = notes.flat_map(|note| lines(&note, SMALL, width)).collect();
    let high = |lines: &[String], size: f64| lines.len() as f64 * size * LEADING;
    let head = MARGIN + high(&title_lines, TITLE) + high(&shown_lines, TEXT) + GAP;
    let foot = GAP / 2.0 + high(&notes, SMALL) + MARGIN;
    let total = (letters.width, head + height + foot);
    let mut painting = Painting {
        svg: Markup::default(),
        letters,
        at: (MARGIN, head),
    };
    let svg = &mut painting.svg;
    let size = [decimal(total.0), decimal(total.1)];
    svg.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &["0 0", &size[0], &size[1]].join(" ")),
            ("width", &size[0]),
            ("height", &size[1]),
        ],
    );
    svg.text_element("title", &[], &title);
    for (name, bytes) in [("Atlas Sans", sans), ("Folium Serif", serif)] {
        if !bytes.is_empty() {
            svg.text_element("style", &[], &typeface(name, bytes));
        }
    }
    svg.ground(&style_of(&page::ground()?, "background-color"));
    let (serif, sans) = (
        painting.letters.serif.clone(),
        painting.letters.sans.clone(),
    );
    let mut y = MARGIN;
    painting.lines(&serif, &mut y, TITLE, &title_lines);
    painting.lines(&sans, &mut y, TEXT, &shown_lines);
    (subject.paint)(&mut painting, part)?;
    let mut y = head + height + GAP / 2.0;
    painting.lines(&sans, &mut y, SMALL, &notes);
    painting.svg.close("svg");
    Some(Picture {
        svg: painting.svg.0,
        width: total.0,
        height: total.1,
    })
}

fn typeface(name: &str, bytes: &str) -> String {
    let parts = [
        "@font-face{font-family:'",
        name,
        "';font-weight:400 600;src:url(data:font/woff2;base64,",
        bytes,
        ")}",
    ];
    parts.concat()
}

/// “2 of 6 projects in Romania — 13 countries”.
fn selection(atlas: Atlas) -> String {
    let of = atlas.explorer().portfolio().projects.len();
    let mut shown = i18n::shown_of(atlas.shown(), of as u32);
    shown.push_str(&selection_in_words(atlas));
    shown.push_str(&extent_of_results(atlas));
    shown
}

fn notes(atlas: Atlas) -> [String; 2] {
    let explorer = atlas.explorer();
    let portfolio = explorer.portfolio();
    let publisher = portfolio.publisher.as_ref().map(|it| it.name.clone());
    let facts = [
        (Message::PublishedBy, publisher),
        (Message::Source, portfolio.source.clone()),
        (Message::Licence, portfolio.licence.clone()),
        (Message::Updated, portfolio.updated.map(intl::date)),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| {
        let places = [("label", tr(label)), ("value", &value?)];
        Some(tr_with(Message::PictureFact, &places))
    });
    let separator = tr(Message::DetailSeparator);
    let today = Date::parse(&intl::today()).map(intl::date);
    let accessed = today.map(|date| tr_with(Message::Accessed, &[("date", &date)]));
    let address = window().location().href().unwrap_or_default();
    let from: Vec<String> = [Some(address), accessed].into_iter().flatten().collect();
    [
        facts.collect::<Vec<_>>().join(separator),
        from.join(separator),
    ]
}

struct Letters {
    ink: String,
    serif: String,
    sans: String,
    width: f64,
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

fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
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
struct Markup(String);

impl Markup {
    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
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

    fn close(&mut self, tag: &str) {
        for part in ["</", tag, ">"] {
            self.0.push_str(part);
        }
    }

    fn text_element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        escape(text, &mut self.0);
        self.close(tag);
    }

    fn ground(&mut self, colour: &str) {
        let all = [("width", "100%"), ("height", "100%"), ("fill", colour)];
        self.open("rect", &all);
        self.close("rect");
    }
}

/// A picture in the making.
pub(crate) struct Painting {
    svg: Markup,
    letters: Letters,
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
    fn lines(&mut self, family: &str, y: &mut f64, size: f64, lines: &[String]) {
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

    /// Copies an element of the page that has a background: where it is within `part`.
    pub(crate) fn copy_block(&mut self, part: &PageElement, element: &PageElement) {
        let (around, own) = (
            part.get_bounding_client_rect(),
            element.get_bounding_client_rect(),
        );
        let attributes = [
            ("x", decimal(self.at.0 + own.left() - around.left())),
            ("y", decimal(self.at.1 + own.top() - around.top())),
            ("width", decimal(own.width())),
            ("height", decimal(own.height())),
            ("fill", style_of(element, "background-color")),
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

fn save_text(file: &'static str, svg: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&svg.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(&blob, file, ".svg");
    }
}

fn save_pixels(file: &'static str, picture: &Picture) {
    let (width, height) = (picture.width, picture.height);
    let mut address = "data:image/svg+xml;charset=utf-8,".to_owned();
    address.push_str(&String::from(encode_uri_component(&picture.svg)));
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        drop(save_canvas(file, &drawn, width, height));
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
}

fn save_canvas(
    file: &'static str,
    image: &HtmlImageElement,
    width: f64,
    height: f64,
) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (wide, high) = (width * f64::from(SHARPNESS), height * f64::from(SHARPNESS));
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high)?;
    let saved = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            save(&blob, file, ".png");
        }
    });
    canvas.to_blob(saved.unchecked_ref())
}

fn save(blob: &Blob, file: &str, ending: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(&[file, ending].concat());
        link.click();
    }
    // The browser needs the address until it has begun to save.
    schedule::timeout(60_000, move || {
        drop(Url::revoke_object_url(&address));
    })
    .forget();
}
