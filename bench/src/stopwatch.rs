//! Measures medians of many samples, each long enough for any clock.

use std::hint::black_box;

/// A stopwatch that uses a given clock.
pub struct Stopwatch<'a> {
    now: &'a dyn Fn() -> f64,
}

/// The shortest sample in milliseconds; a quick case is repeated within one.
const SAMPLE: f64 = 0.5;
/// About how long to sample a case for, in milliseconds.
const BUDGET: f64 = 400.0;
const MIN_SAMPLES: usize = 7;
const MAX_SAMPLES: usize = 300;

impl<'a> Stopwatch<'a> {
    /// Takes a clock that returns milliseconds from any starting point.
    pub fn new(now: &'a dyn Fn() -> f64) -> Self {
        Self { now }
    }

    /// Returns how long `work` takes in milliseconds: the median sample, after a warm-up.
    pub fn median<T>(&self, mut work: impl FnMut() -> T) -> f64 {
        let mut repeats: u32 = 1;
        let mut sample = |repeats: u32| {
            let start = (self.now)();
            for _ in 0..repeats {
                black_box(work());
            }
            (self.now)() - start
        };
        while sample(repeats) < SAMPLE && repeats < 1 << 20 {
            repeats *= 2;
        }
        let begin = (self.now)();
        let mut samples = Vec::new();
        while samples.len() < MIN_SAMPLES
            || samples.len() < MAX_SAMPLES && (self.now)() - begin < BUDGET
        {
            samples.push(sample(repeats) / f64::from(repeats));
        }
        samples.sort_by(f64::total_cmp);
        samples.get(samples.len() / 2).copied().unwrap_or_default()
    }
}
