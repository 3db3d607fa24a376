use crate::state::Atlas;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{FacetKey, FacetKind};
use atlas_engine::map::{ColourScale, World};
use atlas_engine::query::NOT_STATED;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
pub(crate) struct MappedCountry {
    pub(crate) code: CountryCode,
    /// Its position in the country facet.
    pub(crate) value: u32,
    pub(crate) name: String,
    /// How many projects it has when nothing is selected.
    pub(crate) total: u32,
}

#[derive(Clone)]
pub(crate) struct MapData {
    pub(crate) atlas: Atlas,
    pub(crate) world: Arc<World>,
    /// The position of the country facet.
    pub(crate) facet: usize,
    pub(crate) countries: Arc<Vec<MappedCountry>>,
    pub(crate) scale: Arc<ColourScale>,
}

impl MapData {
    pub(crate) fn country(&self, code: CountryCode) -> Option<&MappedCountry> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// The shade of a count, from 0 (none) to 5. A few classes span the same range as many.
    pub(crate) fn shade(&self, count: u32) -> u8 {
        const SHADES: [&[u8]; 5] = [&[2], &[1, 4], &[1, 3, 5], &[1, 2, 4, 5], &[1, 2, 3, 4, 5]];
        let shades = SHADES.get(usize::from(self.scale.classes().saturating_sub(1)));
        let class = self.scale.class(count).checked_sub(1);
        let shade = class.and_then(|class| shades?.get(usize::from(class)));
        shade.copied().unwrap_or(0)
    }

    pub(crate) fn linked(&self) -> Option<Vec<CountryCode>> {
        let pointed = self.atlas.pointed_project()?;
        let explorer = self.atlas.explorer();
        let countries = &explorer.project(pointed)?.countries;
        Some(countries.iter().map(|mention| mention.code).collect())
    }

    /// Chooses a country or drops it; ignores one that would give no results.
    pub(crate) fn toggle(&self, code: CountryCode) {
        let Some(country) = self.country(code) else {
            return;
        };
        let key = code.to_string();
        let gives = untrack(|| self.atlas.count(self.facet, country.value)) > 0;
        if gives || untrack(|| self.atlas.query()).has(&FacetKey::COUNTRY, &key) {
            self.atlas.toggle(&FacetKey::COUNTRY, &key);
        }
    }
}

impl MapData {
    pub(crate) fn of(atlas: Atlas, world: Arc<World>) -> Option<Self> {
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

/// The scale is that of the whole portfolio, so that a shade keeps its meaning while a visitor filters.
pub(crate) fn mapped_countries(atlas: Atlas) -> Option<(usize, Vec<MappedCountry>, ColourScale)> {
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
