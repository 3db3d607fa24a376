//! A part of the page as a picture to save: a self-contained file with the title, the selection, the source
//! and the date, in the page's typefaces.

mod painting;
mod save;

pub(crate) use painting::{Painting, style_of};
pub(crate) use save::save_text;

use crate::components::names::portfolio_title;
use crate::components::picture::painting::{
    GAP, LEADING, Letters, MARGIN, Markup, SMALL, TEXT, TITLE, lines,
};
use crate::components::picture::save::{Picture, save_pixels};
use crate::components::selection::{extent_of_results, selection_in_words};
use crate::dom::css_number::decimal;
use crate::dom::element::{Element, el};
use crate::host::{address, fetch, page};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::portfolio::Date;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as PageElement, Event};

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
            save_text(subject.file, ".svg", "image/svg+xml", &picture.svg);
        });
    });
    let png = button(Message::PicturePng).on("click", move |event| {
        picture_then(atlas, subject, &event, |picture| {
            save_pixels(subject.file, picture);
        });
    });
    el("p").class("picture-buttons").child(svg).child(png)
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
    let address = address::absolute(&untrack(|| atlas.query()));
    let from: Vec<String> = [Some(address), accessed].into_iter().flatten().collect();
    [
        facts.collect::<Vec<_>>().join(separator),
        from.join(separator),
    ]
}
