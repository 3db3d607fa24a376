//! The map is a chunk of its own that arrives with the world's borders (see [`crate::map::map_resources`]);
//! the rest of the program enters it through these functions.

use crate::components::element_size::element_size;
use crate::components::lazy::lazy;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el, fragment};
use crate::host::chunk::OnDemandChunk;
use crate::host::{focus, schedule};
use crate::i18n::{Message, tr, tr_with};
use crate::map::data::{MapData, MappedCountry};
use crate::map::map_picture::map_pictures;
use crate::map::map_table::map_table;
use crate::map::world_map::{Sheet, world_map};
use crate::state::Atlas;
use atlas_engine::map::World;
use leptos::prelude::*;
use std::sync::Arc;

/// What the map does not mean, the map as a table, and as a picture to save.
#[inline(never)]
pub(crate) fn map_notes(atlas: Atlas, _loaded: &World) -> AnyView {
    let disclaimer = el("details")
        .class("map__note")
        .child(el("summary").child(Message::Disclaimer))
        .child(el("p").child(Message::DisclaimerDetails));
    let table = note(atlas, Message::MapAsTable, map_table);
    let pictures = note(atlas, Message::SavePicture, map_pictures);
    fragment([disclaimer, table, pictures])
}

/// The content is drawn once it is asked for.
fn note(atlas: Atlas, summary: Message, content: fn(OnDemandChunk, Atlas) -> AnyView) -> Element {
    let opened = RwSignal::new(false);
    let content = dynamic(move || opened.get().then(|| lazy(atlas, content)));
    el("details")
        .class("map__note")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(summary))
        .child(content)
}

#[inline(never)]
pub(crate) fn drawn_map(atlas: Atlas, world: Arc<World>) -> AnyView {
    let Some(data) = MapData::of(atlas, world) else {
        return ().into_any();
    };
    let frame = element_size();
    let absent = absent_note(&data.countries, &data.world);
    let sheet = RwSignal::new(None::<Arc<Sheet>>);
    let measured = data.clone();
    effect(move || {
        let (size, data) = (frame.size(), measured.clone());
        if size.0 > 0 && size.1 > 0 {
            // Drawing and showing are separate tasks.
            schedule::soon(move || {
                let drawn = Sheet::of(&data, (size.0, size.1 - room_for_legend(size.1)));
                schedule::soon(move || {
                    let focused = focused_selector();
                    sheet.try_set(Some(Arc::new(drawn)));
                    // Once the parts that are drawn later are there, too.
                    if let Some(selector) = focused {
                        schedule::after_paint(move || {
                            schedule::soon(move || focus::focus_in_place(&selector));
                        });
                    }
                });
            });
        }
    });
    let seen = StoredValue::new(None);
    let drawing = dynamic(move || Some(world_map(&data, sheet.get()?.as_ref(), seen)));
    let parts = [
        Some(
            el("div")
                .class("map__frame")
                .on_create(frame.element())
                .child(drawing),
        ),
        absent,
    ];
    fragment(parts.into_iter().flatten())
}

/// In a low map, in pixels, the legend is below the drawing, because it would cover countries.
const LOW: u32 = 260;
const LEGEND: u32 = 36;

fn room_for_legend(height: u32) -> u32 {
    if (2 * LEGEND..LOW).contains(&height) {
        LEGEND
    } else {
        0
    }
}

pub(crate) fn focused_selector() -> Option<String> {
    let focused = focus::focused()?;
    let within = |selector| focused.matches(selector).unwrap_or(false);
    if within(".map__view") {
        return Some(".map__view".to_owned());
    }
    if !within(".map__frame *") {
        return None;
    }
    if let Some(code) = focused.get_attribute("data-country") {
        return Some([".map [data-country=\"", &code, "\"]"].concat());
    }
    // A tool, or a class of the legend.
    let parent = focused.parent_element()?;
    let mut at = 1;
    let mut before = focused.previous_element_sibling();
    while let Some(element) = before {
        at += 1;
        before = element.previous_element_sibling();
    }
    let at = at.to_string();
    Some([".", &parent.class_name(), " > :nth-child(", &at, ")"].concat())
}

pub(crate) fn absent_note(countries: &[MappedCountry], world: &World) -> Option<Element> {
    let absent = countries.iter().filter(|country| !world.has(country.code));
    let names: Vec<&str> = absent.map(|country| country.name.as_str()).collect();
    let sentence = tr_with(
        Message::AbsentFromMap,
        &[("names", &names.join(tr(Message::ListSeparator)))],
    );
    (!names.is_empty()).then(|| el("p").class("map__note").child(sentence))
}
