//! What Node.js calls.

#![allow(unreachable_pub, reason = "reached from JavaScript")]

use crate::generate::{self, FlatFacet};
use crate::stopwatch::Stopwatch;
use atlas_engine::facet::{FacetIndex, FacetSelection, Selection};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs every case; `now` gives milliseconds, as `performance.now` does.
#[wasm_bindgen]
pub fn run(now: &js_sys::Function) -> String {
    let milliseconds = || {
        let now = now.call0(&JsValue::NULL).ok();
        now.and_then(|now| now.as_f64()).unwrap_or_default()
    };
    crate::to_lines(&crate::run(&Stopwatch::new(&milliseconds)))
}

/// A generated portfolio: its flat lists for others to index, and the engine's own index.
#[wasm_bindgen]
pub struct Portfolio {
    facets: Vec<FlatFacet>,
    index: FacetIndex,
}

#[wasm_bindgen]
impl Portfolio {
    /// Generates a portfolio of so many projects and indexes it.
    #[wasm_bindgen(constructor)]
    pub fn new(records: u32) -> Self {
        let facets = generate::facets(records);
        let index = generate::facet_index(&facets, records);
        Self { facets, index }
    }

    /// How many facets there are.
    pub fn facets(&self) -> usize {
        self.facets.len()
    }

    /// How many values a facet has.
    pub fn values_of(&self, facet: usize) -> u32 {
        self.facets.get(facet).map_or(0, |it| it.value_count)
    }

    /// Where each project's values of a facet begin in [`Portfolio::values`], and where the last
    /// one's end.
    pub fn offsets(&self, facet: usize) -> Vec<u32> {
        self.facets
            .get(facet)
            .map_or_else(Vec::new, |it| it.offsets.clone())
    }

    /// Every project's values of a facet, one project after the other.
    pub fn values(&self, facet: usize) -> Vec<u32> {
        self.facets
            .get(facet)
            .map_or_else(Vec::new, |it| it.values.clone())
    }

    /// Indexes the flat lists again; what it takes is the time to build the index.
    pub fn rebuild(&mut self, records: u32) {
        self.index = generate::facet_index(&self.facets, records);
    }

    /// Selects the commonest country and donor: how many projects match, then the counts of all
    /// values, facet by facet.
    pub fn select(&self) -> Vec<u32> {
        let one = || FacetSelection {
            included: vec![0],
            excluded: Vec::new(),
        };
        let matches = self.index.select(&Selection {
            facets: vec![one(), one()],
            ..Selection::default()
        });
        let counts = matches.facets.into_iter().flatten();
        std::iter::once(matches.records.count())
            .chain(counts)
            .collect()
    }
}
