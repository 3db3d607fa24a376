//! The map panel: fetches the world's borders once the page stands, and draws where the projects are.

mod borders;
mod country_labels;
mod country_shape;
mod inset;
mod legend;
mod place;
mod small_map;
mod tip;
mod window;
mod world_map;

use crate::atlas::{Atlas, Step};
use crate::browser::size::{ObservedSize, observe_size};
use crate::strings::{Word, fill, say};
use crate::view::element::{Element, el};
use crate::view::reactive::{part, react};
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKind;
use atlas_engine::map::{ColourScale, World};
use atlas_engine::query::NOT_STATED;
use borders::{Borders, borders, load};
use leptos::html::Custom;
use leptos::prelude::*;
pub(crate) use small_map::small_map;
use std::sync::Arc;
use world_map::world_map;

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
        const SHADES: [&[u8]; 5] = [&[3], &[2, 4], &[1, 3, 5], &[1, 2, 4, 5], &[1, 2, 3, 4, 5]];
        let shades = SHADES.get(usize::from(self.scale.classes().saturating_sub(1)));
        let class = self.scale.class(count).checked_sub(1);
        let shade = class.and_then(|class| shades?.get(usize::from(class)));
        shade.copied().unwrap_or(0)
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

/// The map with its notes; nothing where no project states a country.
pub(crate) fn map_panel(atlas: Atlas) -> Option<Element> {
    let (facet, countries, scale) = mapped_countries(atlas)?;
    let (countries, scale) = (Arc::new(countries), Arc::new(scale));
    let frame = NodeRef::new();
    let size = observed_size(frame);
    let absent = {
        let countries = countries.clone();
        part(move || match borders() {
            Borders::Ready(world) => absent_note(&countries, &world).map(Element::finish),
            _ => None,
        })
    };
    let drawn = part(move || match borders() {
        Borders::Waiting => {
            let words = el("p").class("map__waiting").child(Word::MapLoading);
            Some(words.finish())
        }
        Borders::Failed(reason) => Some(failed(&reason).finish()),
        Borders::Ready(world) => {
            let data = MapData {
                atlas,
                world,
                facet,
                countries: countries.clone(),
                scale: scale.clone(),
            };
            let size = size.get();
            (size.0 > 0 && size.1 > 0).then(|| world_map(&data, size))
        }
    });
    let disclaimer = el("details")
        .class("map__note")
        .child(el("summary").child(Word::Disclaimer))
        .child(el("p").child(Word::DisclaimerDetails));
    let panel = el("section")
        .class("map")
        .attr("aria-label", Word::Map)
        .child(el("div").class("map__frame").hand_to(frame).child(drawn))
        .child(absent)
        .child(disclaimer);
    Some(panel)
}

/// The size of an element in CSS pixels, which follows it.
fn observed_size(frame: NodeRef<Custom<&'static str>>) -> RwSignal<(u32, u32)> {
    let size = RwSignal::new((0, 0));
    let observed = StoredValue::new_local(None::<ObservedSize>);
    react(move || {
        if let Some(frame) = frame.get() {
            observed.set_value(observe_size(&frame, move |now| {
                if size.get_untracked() != now {
                    size.set(now);
                }
            }));
        }
    });
    size
}

fn failed(reason: &str) -> Element {
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| load())
        .child(Word::TryAgain);
    el("div")
        .class("map__waiting")
        .attr("role", "alert")
        .child(el("p").child(fill(Word::MapFailed, &[("reason", reason)])))
        .child(again)
}

/// Names the portfolio's countries that have no shape.
fn absent_note(countries: &[MappedCountry], world: &World) -> Option<Element> {
    let absent = countries.iter().filter(|country| !world.has(country.code));
    let names: Vec<&str> = absent.map(|country| country.name.as_str()).collect();
    let sentence = fill(
        Word::AbsentFromMap,
        &[("names", &names.join(say(Word::ListSeparator)))],
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
