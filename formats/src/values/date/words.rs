//! The words of dates in the supported languages.

use atlas_engine::text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be in a date. A word may be several: “do” is a weekday, an article and “until”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The month, from 1 to 12.
    pub(super) month: Option<u8>,
    /// The month in Croatian, where it is another one than in Polish and Czech.
    pub(super) croatian_month: Option<u8>,
    /// First to fourth.
    pub(super) ordinal: Option<u8>,
    kinds: u16,
}

/// A kind of words in dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Kind {
    /// Says nothing: an article, “year”, a weekday.
    Filler = 1,
    /// Begins a period that has an end.
    From = 1 << 1,
    /// Begins a period that has two ends joined by “and”.
    Between = 1 << 2,
    /// Begins a period that need not have an end.
    Since = 1 << 3,
    /// Stands before the end of a period.
    To = 1 << 4,
    /// Stands before the end of a period that begins with “between”.
    And = 1 << 5,
    /// Stands for an end that has not come.
    Open = 1 << 6,
    /// A quarter of a year.
    Quarter = 1 << 7,
    /// Half a year.
    Half = 1 << 8,
    /// Belongs to a time of day.
    Time = 1 << 9,
    /// Names a time zone.
    Zone = 1 << 10,
    /// A part of a year that is not read: “mid-2014” is in 2014.
    Part = 1 << 11,
}

impl Kind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "filler" => Self::Filler,
            "from" => Self::From,
            "between" => Self::Between,
            "since" => Self::Since,
            "to" => Self::To,
            "and" => Self::And,
            "open" => Self::Open,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "time" => Self::Time,
            "zone" => Self::Zone,
            "part" => Self::Part,
            _ => return None,
        })
    }
}

impl Meaning {
    pub(super) fn is(self, kind: Kind) -> bool {
        self.kinds & kind as u16 != 0
    }

    /// Whether the word adds nothing to a date.
    pub(super) fn is_filler(self) -> bool {
        self.is(Kind::Filler) || self.is(Kind::Part)
    }
}

/// The most words that one entry has, as in “tot en met”.
pub(super) const MOST_WORDS: usize = 3;

const MONTHS: &str = include_str!("months.tsv");
const WORDS: &str = include_str!("words.tsv");

/// Months that are others in Croatian: the word, and the month in Polish or Czech, and in Croatian.
/// Croatian writes a dot after the numbers around it.
const CROATIAN: [(&str, u8, u8); 5] = [
    ("listopad", 11, 10),
    ("listopada", 11, 10),
    ("lis", 11, 10),
    ("lip", 7, 6),
    ("srp", 8, 7),
];

static TABLE: LazyLock<HashMap<String, Meaning>> = LazyLock::new(table);

/// What a word, or several joined by spaces, can be; `None` if it is in no date. With its diacritics, if it has any,
/// it is only what is written so: French “dès” is “since”, Norwegian “des” is December.
pub(super) fn meaning(text: &str) -> Option<Meaning> {
    let exact = TABLE.get(&text.to_lowercase());
    exact.or_else(|| TABLE.get(&fold(text))).copied()
}

fn table() -> HashMap<String, Meaning> {
    let mut table: HashMap<String, Meaning> = HashMap::new();
    let mut add = |name: &str, change: &dyn Fn(&mut Meaning)| {
        let folded = fold(name);
        if folded != name {
            change(table.entry(name.to_owned()).or_default());
        }
        change(table.entry(folded).or_default());
    };
    let rows = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
    for row in rows(MONTHS) {
        for (names, month) in row.split('\t').skip(1).zip(1..) {
            for name in names.split('|').filter(|name| !name.is_empty()) {
                add(name, &|meaning| meaning.month = Some(month));
            }
        }
    }
    for (name, month, croatian) in CROATIAN {
        add(name, &|meaning| {
            meaning.month = Some(month);
            meaning.croatian_month = Some(croatian);
        });
    }
    for (kind, words) in rows(WORDS).filter_map(|row| row.split_once('\t')) {
        for word in words.split(", ") {
            add(word, &|meaning| match kind {
                "first" => meaning.ordinal = Some(1),
                "second" => meaning.ordinal = Some(2),
                "third" => meaning.ordinal = Some(3),
                "fourth" => meaning.ordinal = Some(4),
                _ => meaning.kinds |= Kind::parse(kind).map_or(0, |kind| kind as u16),
            });
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        for row in MONTHS.lines().filter(|row| !row.starts_with('#')) {
            assert_eq!(row.split('\t').count(), 13, "{row}");
        }
        for row in WORDS.lines().filter(|row| !row.starts_with('#')) {
            let (kind, words) = row.split_once('\t').unwrap();
            let is_ordinal = ["first", "second", "third", "fourth"].contains(&kind);
            assert!(is_ordinal || Kind::parse(kind).is_some(), "{kind}");
            for word in words.split(", ") {
                assert!(word.split(' ').count() <= MOST_WORDS, "{word}");
            }
        }
    }

    #[test]
    fn a_name_is_one_month_in_all_languages() {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in MONTHS.lines().filter(|row| !row.starts_with('#')) {
            for (month, names) in row.split('\t').skip(1).enumerate() {
                for name in names.split('|').filter(|name| !name.is_empty()) {
                    let before = seen.insert(fold(name), month);
                    assert!(before.is_none_or(|before| before == month), "{name}");
                }
            }
        }
    }
}
