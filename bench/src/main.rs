//! Runs every case natively and prints the timings, one per line.

use atlas_bench::stopwatch::Stopwatch;
use std::time::Instant;

fn main() {
    let start = Instant::now();
    let milliseconds = || start.elapsed().as_secs_f64() * 1000.0;
    let timings = atlas_bench::run(&Stopwatch::new(&milliseconds));
    print!("{}", atlas_bench::to_lines(&timings));
}
