//! The map: where the projects are. A piece of the program of its own, which arrives with the
//! world's borders (see [`super::borders`]); the rest enters it through the functions it lends.

mod country_labels;
mod country_shape;
mod detail;
mod gestures;
mod inset;
mod legend;
mod links;
mod picture;
mod place;
pub(super) mod small_map;
mod table;
mod tip;
mod tools;
mod window;
mod world_map;

use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::browser::piece::MapPiece;
use crate::i18n::{Message, tr, tr_with};
use crate::view::element::{Element, el};
use crate::view::observed::observed_size;
use crate::view::reactive::{part, react};
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKind;
use atlas_engine::map::{ColourScale, World};
use atlas_engine::query::NOT_STATED;
use leptos::prelude::*;
use std::sync::Arc;
use world_map::{Sheet, world_map};

/// A country of the portfolio: where its counts are found, and its name.
#[derive(Clone)]
struct MappedCountry {
    code: CountryCode,
    /// Its position in the country facet.
    value: u32,
    name: String,
    /// How many projects it has when nothing is selected.
    total: u32,
}

/// What the parts of the map share.
#[derive(Clone)]
struct MapData {
    atlas: Atlas,
    world: Arc<World>,
    /// The position of the country facet.
    facet: usize,
    countries: Arc<Vec<MappedCountry>>,
    scale: Arc<ColourScale>,
}

impl MapData {
    fn country(&self, code: CountryCode) -> Option<&MappedCountry> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// The shade of a count, 0 for none to 5: few classes lie as far apart as many.
    fn shade(&self, count: u32) -> u8 {
        const SHADES: [&[u8]; 5] = [&[2], &[1, 4], &[1, 3, 5], &[1, 2, 4, 5], &[1, 2, 3, 4, 5]];
        let shades = SHADES.get(usize::from(self.scale.classes().saturating_sub(1)));
        let class = self.scale.class(count).checked_sub(1);
        let shade = class.and_then(|class| shades?.get(usize::from(class)));
        shade.copied().unwrap_or(0)
    }

    /// The countries of the project that is pointed at; who asks is run again when that changes.
    fn linked(&self) -> Option<Vec<CountryCode>> {
        let pointed = self.atlas.pointed_project()?;
        let explorer = self.atlas.explorer();
        let countries = &explorer.project(pointed)?.countries;
        Some(countries.iter().map(|mention| mention.code).collect())
    }

    /// Chooses a country or drops it; one that would give nothing is left alone.
    fn toggle(&self, code: CountryCode) {
        let Some(country) = self.country(code) else {
            return;
        };
        let key = code.to_string();
        let gives = untrack(|| self.atlas.count(self.facet, country.value)) > 0;
        self.atlas.change(Step::New, |query| {
            if gives || query.has("country", &key) {
                query.toggle("country", &key);
            }
        });
    }
}

/// The world's borders as a file holds them; `None` where the file is damaged.
// Inlined, an entry's code would be there before the piece is.
#[inline(never)]
pub(super) fn decoded(_loaded: MapPiece, borders: &[u8]) -> Option<Arc<World>> {
    World::decode(borders).ok().map(Arc::new)
}

impl MapData {
    fn of(atlas: Atlas, world: Arc<World>) -> Option<Self> {
        let (facet, countries, scale) = mapped_countries(atlas)?;
        Some(Self {
            atlas: atlas.for_late_part(),
            world,
            facet,
            countries: Arc::new(countries),
            scale: Arc::new(scale),
        })
    }
}

/// The same as a table, and as a picture to keep.
#[inline(never)]
pub(super) fn map_otherwise(atlas: Atlas, world: Arc<World>) -> AnyView {
    later(move || {
        let data = MapData::of(atlas, world.clone());
        let table = data.as_ref().map(table::table);
        let pictures = table.is_some().then(|| picture::pictures(atlas));
        let parts = [table, pictures].into_iter().flatten();
        parts.map(Element::finish).collect::<Vec<_>>().into_any()
    })
}

/// The drawn map with its notes.
#[inline(never)]
pub(super) fn drawn_map(atlas: Atlas, world: Arc<World>) -> AnyView {
    let Some(data) = MapData::of(atlas, world) else {
        return ().into_any();
    };
    let frame = observed_size();
    let absent = absent_note(&data.countries, &data.world);
    let sheet = RwSignal::new(None::<Arc<Sheet>>);
    let measured = data.clone();
    react(move || {
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
    let drawing = part(move || Some(world_map(&data, sheet.get()?.as_ref(), seen)));
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
fn focused_place() -> Option<String> {
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

/// A part of the map that comes a moment after the rest.
fn later(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let due = RwSignal::new(false);
    page::after_paint(move || {
        due.try_set(true);
    });
    part(move || due.get().then(&draw))
}

/// Names the portfolio's countries that have no shape.
fn absent_note(countries: &[MappedCountry], world: &World) -> Option<Element> {
    let absent = countries.iter().filter(|country| !world.has(country.code));
    let names: Vec<&str> = absent.map(|country| country.name.as_str()).collect();
    let sentence = tr_with(
        Message::AbsentFromMap,
        &[("names", &names.join(tr(Message::ListSeparator)))],
    );
    (!names.is_empty()).then(|| el("p").class("map__note").child(sentence))
}

/// The portfolio's countries and the shades of their counts. The shades are those of the whole
/// portfolio, so that a shade keeps its meaning while a visitor filters.
fn mapped_countries(atlas: Atlas) -> Option<(usize, Vec<MappedCountry>, ColourScale)> {
    let explorer = atlas.explorer();
    let facets = explorer.facets();
    let at = facets
        .facets
        .iter()
        .position(|facet| facet.kind == FacetKind::Country)?;
    let facet = facets.facets.get(at)?;
    let stated = || {
        (0u32..)
            .zip(&facet.values)
            .filter(|(_, value)| value.key != NOT_STATED)
    };
    let countries: Vec<MappedCountry> = stated()
        .filter_map(|(value, stated)| {
            let code = CountryCode::parse(&stated.key)?;
            Some(MappedCountry {
                code,
                value,
                name: stated.name.clone(),
                total: stated.total,
            })
        })
        .collect();
    let scale = ColourScale::of(stated().map(|(_, value)| value.total));
    (!countries.is_empty()).then_some((at, countries, scale))
}
