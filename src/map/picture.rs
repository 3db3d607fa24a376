//! The map as a picture to save, in a self-contained file.

use crate::components::names::portfolio_title;
use crate::components::selection::extent_of_results;
use crate::components::selection::selection_in_words;
use crate::dom::css_number::decimal;
use crate::dom::element::{Element, el};
use crate::host::{fetch, page, schedule};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::map::text_width;
use atlas_engine::markup::escape;
use atlas_engine::portfolio::Date;
use js_sys::{Array, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Event, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url, XmlSerializer,
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

pub(crate) fn pictures(atlas: Atlas) -> Element {
    let button = |word: Message| {
        el("button")
            .attr("type", "button")
            .class("button")
            .child(word)
    };
    let svg = button(Message::PictureSvg).on("click", move |event| {
        picture_then(atlas, &event, |picture| save_text(&picture.svg));
    });
    let png = button(Message::PicturePng).on("click", move |event| {
        picture_then(atlas, &event, save_pixels);
    });
    el("details")
        .class("map__note map__downloads")
        .child(el("summary").child(Message::SavePicture))
        .child(el("p").child(svg).child(png))
}

struct Picture {
    svg: String,
    width: f64,
    height: f64,
}

/// Makes a picture of the map that a button belongs to, once the fonts are loaded.
fn picture_then(atlas: Atlas, event: &Event, act: impl FnOnce(&Picture) + 'static) {
    let button = event.current_target();
    let Some(button) = button.and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    fetch::fonts(move |(sans, serif)| {
        let map = button.closest(".map").ok().flatten();
        if let Some(picture) = map.and_then(|map| picture(atlas, &map, &sans, &serif)) {
            act(&picture);
        }
    });
}

fn picture(atlas: Atlas, map: &web_sys::Element, sans: &str, serif: &str) -> Option<Picture> {
    let find = |selector: &str| map.query_selector(selector).ok().flatten();
    let window = find(".map__view")?.get_bounding_client_rect();
    let (width, height) = (window.width(), window.height());
    let letters = Letters {
        ink: style_of(map, "color"),
        serif: style_of(&page::first("h1")?, "font-family"),
        sans: style_of(map, "font-family"),
        width: width + 2.0 * MARGIN,
    };
    let (title, shown) = (portfolio_title(atlas), untrack(|| selection(atlas)));
    let title_lines = letters.lines(&title, TITLE);
    let shown_lines = letters.lines(&shown, TEXT);
    let notes: Vec<String> = notes(atlas)
        .iter()
        .flat_map(|note| letters.lines(note, SMALL))
        .collect();
    let high = |lines: &[String], size: f64| lines.len() as f64 * size * LEADING;
    let head = MARGIN + high(&title_lines, TITLE) + high(&shown_lines, TEXT) + GAP;
    let foot = GAP + TEXT * LEADING + GAP / 2.0 + high(&notes, SMALL) + MARGIN;
    let total = (letters.width, head + height + foot);
    let mut svg = Markup::default();
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
    let paper = style_of(&page::ground()?, "background-color");
    svg.ground(&paper);
    let mut y = MARGIN;
    svg.lines(&letters, &letters.serif, &mut y, TITLE, &title_lines);
    svg.lines(&letters, &letters.sans, &mut y, TEXT, &shown_lines);
    let sea = style_of(&find(".map__frame")?, "background-color");
    let place = (MARGIN, head);
    svg.drawing(&find(".map__drawing")?, place, &window, &sea)?;
    let legend = find(".map__legend")?;
    if let Some(inset) = find(".map__inset svg") {
        let around = inset.get_bounding_client_rect();
        let place = (
            MARGIN + around.left() - window.left(),
            head + around.top() - window.top(),
        );
        let card = style_of(&legend, "background-color");
        svg.drawing(&inset, place, &around, &card)?;
    }
    let mut y = head + height + GAP;
    swatches(&mut svg, &letters, &legend, y)?;
    y += TEXT * LEADING + GAP / 2.0;
    svg.lines(&letters, &letters.sans, &mut y, SMALL, &notes);
    svg.close("svg");
    Some(Picture {
        svg: svg.0,
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

fn notes(atlas: Atlas) -> [String; 3] {
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
        [
            tr(Message::DisclaimerInShort),
            " ",
            tr(Message::BordersSource),
        ]
        .concat(),
    ]
}

fn swatches(svg: &mut Markup, letters: &Letters, legend: &web_sys::Element, y: f64) -> Option<()> {
    let mut x = MARGIN;
    let items = legend.query_selector_all("li").ok()?;
    for index in 0..items.length() {
        let item: web_sys::Element = items.get(index)?.dyn_into().ok()?;
        let swatch = item.query_selector(".map__swatch").ok()??;
        let words = item.text_content().unwrap_or_default();
        let square = [
            ("x", decimal(letters.begin(x, 13.0))),
            ("y", decimal(y + 2.0)),
            ("width", "13".to_owned()),
            ("height", "13".to_owned()),
            ("rx", "2".to_owned()),
            ("fill", style_of(&swatch, "background-color")),
            ("stroke", style_of(&swatch, "border-top-color")),
        ];
        svg.open("rect", &borrowed(&square));
        svg.close("rect");
        svg.line(letters, &letters.sans, (x + 19.0, y + 13.0), TEXT, &words);
        x += 43.0 + text_width(&words, TEXT);
    }
    Some(())
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

    fn lines(&self, text: &str, size: f64) -> Vec<String> {
        let width = self.width - 2.0 * MARGIN;
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
}

fn style_of(element: &web_sys::Element, property: &str) -> String {
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

    fn lines(&mut self, letters: &Letters, family: &str, y: &mut f64, size: f64, lines: &[String]) {
        for line in lines {
            *y += size * LEADING;
            self.line(letters, family, (MARGIN, *y - size * 0.4), size, line);
        }
    }

    fn line(&mut self, letters: &Letters, family: &str, (x, y): (f64, f64), size: f64, text: &str) {
        let right_to_left = i18n::language().right_to_left;
        let attributes = [
            ("x", decimal(letters.begin(x, 0.0))),
            ("y", decimal(y)),
            ("font-size", decimal(size)),
            ("font-family", family.to_owned()),
            ("fill", letters.ink.clone()),
            (
                "direction",
                if right_to_left { "rtl" } else { "ltr" }.to_owned(),
            ),
        ];
        self.text_element("text", &borrowed(&attributes), text);
    }

    fn drawing(
        &mut self,
        drawing: &web_sys::Element,
        (x, y): (f64, f64),
        window: &web_sys::DomRect,
        ground: &str,
    ) -> Option<()> {
        let place = [
            ("x", decimal(x)),
            ("y", decimal(y)),
            ("width", decimal(window.width())),
            ("height", decimal(window.height())),
        ];
        self.open("svg", &borrowed(&place));
        self.ground(ground);
        let all = drawing.get_bounding_client_rect();
        let inner = [
            ("x", decimal(all.left() - window.left())),
            ("y", decimal(all.top() - window.top())),
            ("width", decimal(all.width())),
            ("height", decimal(all.height())),
            ("viewBox", drawing.get_attribute("viewBox")?),
        ];
        self.open("svg", &borrowed(&inner));
        let copy: web_sys::Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        inline_styles(drawing, &copy);
        let written = XmlSerializer::new().ok()?;
        let children = copy.children();
        for index in 0..children.length() {
            let child = children.item(index)?;
            self.0.push_str(&written.serialize_to_string(&child).ok()?);
        }
        self.close("svg");
        self.close("svg");
        Some(())
    }
}

/// Copies the computed styles of a drawing into its copy, and removes what is only there to be pressed.
fn inline_styles(drawing: &web_sys::Element, copy: &web_sys::Element) {
    let selector = "g, path, circle, text";
    let (Ok(parts), Ok(copies)) = (
        drawing.query_selector_all(selector),
        copy.query_selector_all(selector),
    ) else {
        return;
    };
    for index in 0..parts.length() {
        let element =
            |list: &web_sys::NodeList| list.get(index)?.dyn_into::<web_sys::Element>().ok();
        let (Some(part), Some(copy)) = (element(&parts), element(&copies)) else {
            continue;
        };
        let pressed = part.matches(".country-dot__target");
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

fn save_text(svg: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&svg.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(&blob, "svg");
    }
}

fn save_pixels(picture: &Picture) {
    let (width, height) = (picture.width, picture.height);
    let mut address = "data:image/svg+xml;charset=utf-8,".to_owned();
    address.push_str(&String::from(encode_uri_component(&picture.svg)));
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        drop(save_canvas(&drawn, width, height));
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
}

fn save_canvas(image: &HtmlImageElement, width: f64, height: f64) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (wide, high) = (width * f64::from(SHARPNESS), height * f64::from(SHARPNESS));
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high)?;
    let saved = Closure::once_into_js(|blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            save(&blob, "png");
        }
    });
    canvas.to_blob(saved.unchecked_ref())
}

fn save(blob: &Blob, ending: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(&["map.", ending].concat());
        link.click();
    }
    // The browser needs the address until it has begun to save.
    schedule::timeout(60_000, move || {
        drop(Url::revoke_object_url(&address));
    })
    .forget();
}
