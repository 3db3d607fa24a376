//! Portfolios in the proportions of real ones, from a seed: every run, native or wasm, has the same
//! data.

use atlas_engine::country;
use atlas_engine::facet::{
    Column, Facet, FacetIndex, FacetKey, FacetKind, FacetValue, Parent, YearSpans,
};

/// A pseudo-random number generator (splitmix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Creates a generator; the same seed gives the same sequence.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the next 64 bits.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + (self.roll() % u64::from(high - low + 1)) as u32
    }

    fn fraction(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Draws ranks by Zipf's law: the second is half as likely as the first, and so on.
#[derive(Clone, Debug)]
pub struct Zipf {
    cumulative: Vec<f64>,
}

impl Zipf {
    /// Creates a distribution of the ranks from 0 to `count - 1`.
    pub fn new(count: u32) -> Self {
        let mut sum = 0.0;
        let mut add = |rank: u32| {
            sum += 1.0 / f64::from(rank);
            sum
        };
        Self {
            cumulative: (1..=count).map(&mut add).collect(),
        }
    }

    /// Draws a rank.
    pub fn draw(&self, dice: &mut Dice) -> u32 {
        let sum = self.cumulative.last().copied().unwrap_or_default();
        let at = dice.fraction() * sum;
        self.cumulative.partition_point(|&below| below < at) as u32
    }
}

/// One facet's values for every record, as a flat list with offsets.
#[derive(Clone, Debug)]
pub struct FlatFacet {
    /// The kind of facet.
    pub kind: FacetKind,
    /// The number of values.
    pub value_count: u32,
    /// Where each record's values begin in `values`, and where the last one's end.
    pub offsets: Vec<u32>,
    /// Every record's values without repeats, by Zipf's law: 0 is the most common.
    pub values: Vec<u32>,
}

impl FlatFacet {
    fn draw(kind: FacetKind, value_count: u32, fewest: u32, max: u32, records: u32) -> Self {
        let mut dice = Dice::new(u64::from(value_count) << 32 | u64::from(records));
        let zipf = Zipf::new(value_count);
        let mut offsets = vec![0];
        let mut values = Vec::new();
        let mut record = Vec::new();
        for _ in 0..records {
            record.clear();
            let count = dice.between(fewest, max) as usize;
            while record.len() < count {
                let value = zipf.draw(&mut dice).min(value_count - 1);
                if !record.contains(&value) {
                    record.push(value);
                }
            }
            values.extend_from_slice(&record);
            offsets.push(values.len() as u32);
        }
        Self {
            kind,
            value_count,
            offsets,
            values,
        }
    }

    fn facet(&self) -> Facet {
        let bounds = self.offsets.iter().zip(self.offsets.iter().skip(1));
        let records = bounds.map(|(&begin, &end)| {
            let values = self.values.get(begin as usize..end as usize);
            values.unwrap_or_default()
        });
        let column = Column::new(self.value_count as usize, records);
        let regions = if self.kind == FacetKind::Country {
            country::Region::all().count() as u32
        } else {
            0
        };
        let parents = (0..regions)
            .map(|region| Parent::new(region.to_string(), region.to_string(), FacetKey::REGION));
        let values = (0u32..)
            .zip(column.totals())
            .map(|(value, total)| FacetValue {
                key: value.to_string(),
                name: value.to_string(),
                acronym: None,
                aliases: Vec::new(),
                parent: value.checked_rem(regions),
                total,
            });
        Facet::new(
            self.kind.key().unwrap_or(FacetKey::COUNTRY),
            self.kind.clone(),
            values.collect(),
            column,
            parents.collect(),
        )
    }
}

/// Returns the facets of a generated portfolio.
pub fn facets(records: u32) -> Vec<FlatFacet> {
    let countries = country::all().count() as u32;
    [
        (FacetKind::Country, countries, 1, 10),
        (FacetKind::Donor, 300, 1, 3),
        (FacetKind::Implementing, 400, 1, 1),
        (FacetKind::Partner, 3000, 0, 6),
        (FacetKind::Theme, 25, 1, 3),
    ]
    .map(|(kind, values, fewest, max)| FlatFacet::draw(kind, values, fewest, max, records))
    .into()
}

/// Returns the same facets as indexed by the engine, with years from 1995 to 2029.
pub fn facet_index(facets: &[FlatFacet], records: u32) -> FacetIndex {
    let mut dice = Dice::new(u64::from(records));
    let spans = (0..records).map(|_| {
        let first = 1995 + dice.between(0, 30) as u16;
        Some((first, first + dice.between(0, 4) as u16))
    });
    FacetIndex::of_facets(
        facets.iter().map(FlatFacet::facet).collect(),
        YearSpans::new(spans),
        records as usize,
    )
}

/// The number of different words in generated prose.
pub const VOCABULARY: u32 = 25_000;

/// Returns distinct words made of syllables; those that will be common are short.
pub fn vocabulary() -> Vec<String> {
    const ONSETS: [&str; 20] = [
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pr",
        "ch", "gr", "w",
    ];
    const VOWELS: [&str; 9] = ["a", "e", "i", "o", "u", "ea", "io", "a", "e"];
    const CODAS: [&str; 9] = ["", "", "n", "r", "s", "t", "l", "nt", "ng"];
    let mut dice = Dice::new(7);
    let mut seen = std::collections::HashSet::new();
    let mut words = Vec::new();
    let pick = |parts: &[&'static str], dice: &mut Dice| {
        let at = dice.between(0, parts.len() as u32 - 1) as usize;
        parts.get(at).copied().unwrap_or_default()
    };
    while words.len() < VOCABULARY as usize {
        let longer = words.len().checked_ilog10().unwrap_or(0);
        let mut word = String::new();
        for _ in 0..dice.between(1, 1 + longer.min(3)) {
            word.push_str(pick(&ONSETS, &mut dice));
            word.push_str(pick(&VOWELS, &mut dice));
            word.push_str(pick(&CODAS, &mut dice));
        }
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// Returns each document's title (8 words) and prose (120 to 220 words).
pub fn documents(vocabulary: &[String], count: u32) -> Vec<(String, String)> {
    let mut dice = Dice::new(11);
    let zipf = Zipf::new(vocabulary.len() as u32);
    let text = |dice: &mut Dice, length: u32| {
        let mut text = String::new();
        for at in 0..length {
            let rank = zipf.draw(dice) as usize;
            let word = vocabulary.get(rank).map_or("", String::as_str);
            if at > 0 {
                text.push_str(if at % 12 == 0 { ". " } else { " " });
            }
            if at % 12 == 0 {
                text.extend(
                    word.chars()
                        .take(1)
                        .map(|letter| letter.to_ascii_uppercase()),
                );
                text.push_str(word.get(1..).unwrap_or_default());
            } else {
                text.push_str(word);
            }
        }
        text
    };
    (0..count)
        .map(|_| {
            let title = text(&mut dice, 8);
            let length = dice.between(120, 220);
            (title, text(&mut dice, length))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_portfolio() {
        let (one, other) = (facets(500), facets(500));
        for (one, other) in one.iter().zip(&other) {
            assert_eq!((&one.offsets, &one.values), (&other.offsets, &other.values));
        }
    }

    #[test]
    fn generated_documents_have_the_intended_lengths() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.len(), VOCABULARY as usize);
        for (title, prose) in documents(&vocabulary, 20) {
            assert_eq!(title.split(' ').count(), 8);
            assert!((120..=220).contains(&prose.split(' ').count()));
        }
    }
}
