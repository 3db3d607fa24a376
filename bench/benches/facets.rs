//! Facet benchmarks under divan, for its statistics: `cargo bench --package atlas-bench`.

use atlas_bench::floor::Floor;
use atlas_bench::generate;
use atlas_engine::facet::{FacetSelection, Selection};
use divan::Bencher;

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES)]
fn engine(bencher: Bencher, records: u32) {
    let index = generate::facet_index(&generate::facets(records), records);
    let commonest = || FacetSelection {
        included: vec![0],
        excluded: Vec::new(),
    };
    let selection = Selection {
        facets: vec![commonest(), commonest()],
        ..Selection::default()
    };
    bencher.bench(|| index.select(&selection));
}

#[divan::bench(args = SIZES)]
fn floor(bencher: Bencher, records: u32) {
    let floor = Floor::new(&generate::facets(records));
    bencher.bench(|| floor.select(&[(0, 0), (1, 0)]));
}
