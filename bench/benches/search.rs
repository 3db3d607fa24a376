//! Search benchmarks under divan, for its statistics: `cargo bench --package atlas-bench`.

use atlas_bench::{generate, text};
use divan::Bencher;

const TEXTS: u32 = 10_000;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn index(bencher: Bencher) {
    let documents = generate::documents(&generate::vocabulary(), TEXTS);
    bencher.bench(|| text::index(&documents));
}

#[divan::bench]
fn one_word(bencher: Bencher) {
    let vocabulary = generate::vocabulary();
    let index = text::index(&generate::documents(&vocabulary, TEXTS));
    let word = vocabulary.get(100).cloned().unwrap_or_default();
    bencher.bench(|| index.search(&word));
}
