//! The map: where the projects are. A piece of the program of its own, which arrives with the
//! world's borders (see [`crate::map::map_data`]); the rest enters it through the functions it lends.

use crate::components::element_size::element_size;
use crate::dom::dynamic::{dynamic, effect};
use crate::dom::element::{Element, el};
use crate::host::chunk::MapChunk;
use crate::host::page;
use crate::i18n::{Message, tr, tr_with};
use crate::map::data::{MapData, MappedCountry};
use crate::map::later::later;
use crate::map::world_map::{Sheet, world_map};
use crate::state::Atlas;
use atlas_engine::map::World;
use leptos::prelude::*;
use std::sync::Arc;

/// The world's borders as a file holds them; `None` where the file is damaged.
// Inlined, an entry's code would be there before the piece is.
#[inline(never)]
pub(crate) fn decoded(_loaded: MapChunk, borders: &[u8]) -> Option<Arc<World>> {
    World::decode(borders).ok().map(Arc::new)
}

/// The same as a table, and as a picture to keep.
#[inline(never)]
pub(crate) fn map_otherwise(atlas: Atlas, world: Arc<World>) -> AnyView {
    later(move || {
        let data = MapData::of(atlas, world.clone());
        let table = data.as_ref().map(crate::map::table::table);
        let pictures = table
            .is_some()
            .then(|| crate::map::picture::pictures(atlas));
        let parts = [table, pictures].into_iter().flatten();
        parts.map(Element::finish).collect::<Vec<_>>().into_any()
    })
}

/// The drawn map with its notes.
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
            // To draw and to show are pieces of work of their own.
            page::soon(move || {
                let drawn = Sheet::of(&data, size);
                page::soon(move || {
                    let focused = focused_place();
                    sheet.try_set(Some(Arc::new(drawn)));
                    // Once what comes later is there, too.
                    if let Some(selector) = focused {
                        page::after_paint(move || {
                            page::soon(move || page::focus_in_place(&selector));
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
                .hand_to(frame.element())
                .child(drawing),
        ),
        absent,
    ];
    let parts = parts.into_iter().flatten().map(Element::finish);
    parts.collect::<Vec<_>>().into_any()
}

/// What leads to the part of the map that has the keyboard's focus.
pub(crate) fn focused_place() -> Option<String> {
    let focused = page::focused()?;
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

/// Names the portfolio's countries that have no shape.
pub(crate) fn absent_note(countries: &[MappedCountry], world: &World) -> Option<Element> {
    let absent = countries.iter().filter(|country| !world.has(country.code));
    let names: Vec<&str> = absent.map(|country| country.name.as_str()).collect();
    let sentence = tr_with(
        Message::AbsentFromMap,
        &[("names", &names.join(tr(Message::ListSeparator)))],
    );
    (!names.is_empty()).then(|| el("p").class("map__note").child(sentence))
}
