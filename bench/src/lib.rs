//! How long the engine takes, over generated portfolios of 1,000 to 1,000,000 projects.
//!
//! The same cases run natively and as wasm under Node.js, measured in the same way: [`run`] is
//! given a clock and gives a [`Timing`] a case. `cargo xtask bench` runs both and prints them side
//! by side. Facet counting is set against a [floor](floor::Floor), the plain one-pass count that
//! nothing of that kind can do without.

pub mod floor;
pub mod generate;
pub mod stopwatch;
pub mod text;

mod facets;
#[cfg(target_arch = "wasm32")]
mod wasm;

use stopwatch::Stopwatch;

/// How long one case took.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// What was done.
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

/// Timings as text, a line each: the case, a tab, milliseconds.
pub fn to_lines(timings: &[Timing]) -> String {
    let line = |timing: &Timing| format!("{}\t{}\n", timing.case, timing.milliseconds);
    timings.iter().map(line).collect()
}
