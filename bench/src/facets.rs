//! Selecting a country and a donor: the matches, and every facet's counts.

use crate::Timing;
use crate::floor::Floor;
use crate::generate;
use crate::stopwatch::Stopwatch;
use atlas_engine::facet::{FacetSelection, Selection};

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// The most common values, which take the most counting, and rarer ones.
const RANKS: [(&str, u16); 2] = [("commonest", 0), ("10th", 9)];

pub(crate) fn run(stopwatch: &Stopwatch<'_>) -> Vec<Timing> {
    let mut timings = Vec::new();
    for records in SIZES {
        let facets = generate::facets(records);
        let floor = Floor::new(&facets);
        let index = generate::facet_index(&facets, records);
        drop(facets);
        for (name, rank) in RANKS {
            let one = || FacetSelection {
                included: vec![u32::from(rank)],
                excluded: Vec::new(),
            };
            let selection = Selection {
                facets: vec![one(), one()],
                ..Selection::default()
            };
            let case = |what: &str| format!("{records} projects, {name} country and donor: {what}");
            timings.push(Timing {
                case: case("engine"),
                milliseconds: stopwatch.median(|| index.select(&selection)),
            });
            timings.push(Timing {
                case: case("floor"),
                milliseconds: stopwatch.median(|| floor.select(&[(0, rank), (1, rank)])),
            });
        }
    }
    timings
}
