//! The functions that Node.js calls.

#![allow(unreachable_pub, reason = "reached from JavaScript")]

use crate::generate::{self, FlatFacet};
use crate::stopwatch::Stopwatch;
use atlas_engine::facet::{FacetIndex, FacetSelection, Selection};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs every case; `now` returns milliseconds, like `performance.now`.
#[wasm_bindgen]
pub fn run(now: &js_sys::Function) -> String {
    let milliseconds = || {
        let now = now.call0(&JsValue::NULL).ok();
        now.and_then(|now| now.as_f64()).unwrap_or_default()
    };
    crate::to_lines(&crate::run(&Stopwatch::new(&milliseconds)))
}

/// A generated portfolio: flat lists for other libraries to index, and the engine's own index.
#[wasm_bindgen]
pub struct Portfolio {
    facets: Vec<FlatFacet>,
    index: FacetIndex,
}

#[wasm_bindgen]
impl Portfolio {
    /// Generates a portfolio of `records` projects and indexes it.
    #[wasm_bindgen(constructor)]
    pub fn new(records: u32) -> Self {
        let facets = generate::facets(records);
        let index = generate::facet_index(&facets, records);
        Self { facets, index }
    }

    /// Returns the number of facets.
    pub fn facets(&self) -> usize {
        self.facets.len()
    }

    /// Returns the number of values of a facet.
    pub fn values_of(&self, facet: usize) -> u32 {
        self.facets.get(facet).map_or(0, |it| it.value_count)
    }

    /// Returns where each project's values begin in [`Portfolio::values`], and where the last one's end.
    pub fn offsets(&self, facet: usize) -> Vec<u32> {
        self.facets
            .get(facet)
            .map_or_else(Vec::new, |it| it.offsets.clone())
    }

    /// Returns every project's values of a facet, one project after the other.
    pub fn values(&self, facet: usize) -> Vec<u32> {
        self.facets
            .get(facet)
            .map_or_else(Vec::new, |it| it.values.clone())
    }

    /// Indexes the flat lists again, to time building the index.
    pub fn rebuild(&mut self, records: u32) {
        self.index = generate::facet_index(&self.facets, records);
    }

    /// Selects the most common country and donor; returns the number of matches, then the counts.
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
