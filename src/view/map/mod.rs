//! The map panel: fetches the world's borders once the page stands, and draws where the projects are.

mod country_labels;
mod country_shape;
mod inset;
mod legend;
mod place;
mod tip;
mod window;
mod world_map;

use crate::atlas::Atlas;
use crate::browser::fetch::{self, FetchError};
use crate::browser::page;
use crate::browser::size::{ObservedSize, observe_size};
use crate::strings;
use crate::view::reactive::part;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKind;
use atlas_engine::map::{ColourScale, World};
use atlas_engine::query::NOT_STATED;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use world_map::WorldMap;

/// The borders, on their way.
#[derive(Clone)]
enum Geometry {
    Waiting,
    Failed(String),
    Ready(Arc<World>),
}

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
}

/// The map with its notes; nothing where no project states a country.
#[component]
pub(crate) fn MapPanel(geometry: String) -> impl IntoView {
    let atlas = Atlas::get();
    let (facet, countries, scale) = mapped_countries(atlas)?;
    let (countries, scale) = (Arc::new(countries), Arc::new(scale));
    let state = RwSignal::new(Geometry::Waiting);
    let load = move || {
        state.set(Geometry::Waiting);
        let url = geometry.clone();
        // The borders come after the first paint: the projects are there to be read meanwhile.
        page::after_paint(move || spawn_local(async move { state.set(load_world(&url).await) }));
    };
    load();

    let frame = NodeRef::<Div>::new();
    let size = RwSignal::new((0, 0));
    let observed = StoredValue::new_local(None::<ObservedSize>);
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            observed.set_value(observe_size(&frame, move |now| {
                if size.get_untracked() != now {
                    size.set(now);
                }
            }));
        }
    });

    let absent = {
        let countries = countries.clone();
        move || match state.get() {
            Geometry::Ready(world) => {
                let absent = countries.iter().filter(|country| !world.has(country.code));
                let names: Vec<&str> = absent.map(|country| country.name.as_str()).collect();
                (!names.is_empty())
                    .then(|| strings::absent_from_map(&names.join(strings::LIST_SEPARATOR)))
            }
            _ => None,
        }
    };
    let drawn = move || match state.get() {
        Geometry::Waiting => {
            Some(view! { <p class="map__waiting">{strings::MAP_LOADING}</p> }.into_any())
        }
        Geometry::Failed(reason) => {
            let load = load.clone();
            let failed = view! {
                <div class="map__waiting" role="alert">
                    <p>{strings::map_failed(&reason)}</p>
                    <button type="button" class="button" on:click=move |_| load()>
                        {strings::TRY_AGAIN}
                    </button>
                </div>
            };
            Some(failed.into_any())
        }
        Geometry::Ready(world) => {
            let (width, height) = size.get();
            let data = MapData {
                world,
                facet,
                countries: countries.clone(),
                scale: scale.clone(),
            };
            (width > 0 && height > 0).then(|| view! { <WorldMap data width height /> }.into_any())
        }
    };
    Some(view! {
        <section class="map" aria-label=strings::MAP>
            <div class="map__frame" node_ref=frame>
                {part(drawn)}
            </div>
            {part(move || absent().map(|sentence| view! { <p class="map__note">{sentence}</p> }.into_any()))}
            <details class="map__note">
                <summary>{strings::DISCLAIMER}</summary>
                <p>{strings::DISCLAIMER_DETAILS}</p>
            </details>
        </section>
    })
}

async fn load_world(url: &str) -> Geometry {
    match fetch::bytes(url).await {
        Ok(bytes) => match World::decode(&bytes) {
            Ok(world) => Geometry::Ready(Arc::new(world)),
            Err(_) => Geometry::Failed(strings::REASON_DAMAGED.to_owned()),
        },
        Err(FetchError::Network) => Geometry::Failed(strings::REASON_NETWORK.to_owned()),
        Err(FetchError::Status(status)) => Geometry::Failed(strings::reason_status(status)),
    }
}

/// The portfolio's countries and the shades of their counts. The shades are those of the whole
/// portfolio, so that a shade keeps its meaning while a visitor filters.
fn mapped_countries(atlas: Atlas) -> Option<(usize, Vec<MappedCountry>, ColourScale)> {
    atlas.explorer(|explorer| {
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
    })
}
