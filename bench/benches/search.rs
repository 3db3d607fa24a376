//! The search cases under divan, for its statistics: `cargo bench --package atlas-bench`.

use atlas_bench::{generate, text};
use divan::Bencher;

const TEXTS: u32 = 10_000;

fn main() {
    divan::main();
}

/// Indexes 10,000 projects of about 170 words.
#[divan::bench(sample_count = 10)]
fn index(bencher: Bencher) {
    let documents = generate::documents(&generate::vocabulary(), TEXTS);
    bencher.bench(|| text::index(&documents));
}

/// Looks one word of middling frequency up in them.
#[divan::bench]
fn one_word(bencher: Bencher) {
    let vocabulary = generate::vocabulary();
    let index = text::index(&generate::documents(&vocabulary, TEXTS));
    let word = vocabulary.get(100).cloned().unwrap_or_default();
    bencher.bench(|| index.search(&word));
}
