//! Timings of the engine over generated portfolios of 1,000 to 1,000,000 projects.
//!
//! The same cases run natively and as wasm under Node.js: [`run`] takes a clock and returns a [`Timing`]
//! per case. `cargo xtask bench` runs both and prints them side by side. Facet counting is compared with
//! a [floor](floor::Floor), a plain one-pass count.

pub mod floor;
pub mod generate;
pub mod stopwatch;
pub mod text;

mod facets;
#[cfg(target_arch = "wasm32")]
mod wasm;

use stopwatch::Stopwatch;

/// The time that one case took.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// The name of the case.
    pub case: String,
    /// The median, in milliseconds.
    pub milliseconds: f64,
}

/// Runs every case.
pub fn run(stopwatch: &Stopwatch<'_>) -> Vec<Timing> {
    let mut timings = facets::run(stopwatch);
    timings.extend(text::run(stopwatch));
    timings
}

/// Formats timings as text, one per line: the case, a tab, milliseconds.
pub fn to_lines(timings: &[Timing]) -> String {
    let line = |timing: &Timing| format!("{}\t{}\n", timing.case, timing.milliseconds);
    timings.iter().map(line).collect()
}
