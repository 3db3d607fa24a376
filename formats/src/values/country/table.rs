//! The table of names and codes, built once from the texts that are compiled in.

use super::key::Name;
use super::misspelt::Spellings;
use super::{How, Written};
use atlas_engine::country::{self, CountryCode};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Generated; see `SOURCE.md`.
pub(super) const NAMES: &str = include_str!("names.tsv");
/// Maintained by hand. What is here goes before the generated names.
pub(super) const ALIASES: &str = include_str!("aliases.tsv");

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Country(CountryCode),
    /// A part of a country.
    Part(CountryCode),
    /// The codes of a former state's successors, separated by spaces.
    Successors(&'static str),
    Region,
    /// No country, although it is like the name of one: “Korea” alone, “Kenyan”.
    Nothing,
}

impl Meaning {
    /// `how` is how a country is named by what was read.
    pub(super) fn written(self, how: How) -> Option<Written> {
        Some(match self {
            Self::Part(code) if how == How::Name => Written::Country {
                code,
                how: How::Part,
            },
            Self::Country(code) | Self::Part(code) => Written::Country { code, how },
            Self::Successors(codes) => {
                Written::Successors(codes.split(' ').filter_map(CountryCode::parse).collect())
            }
            Self::Region => Written::Region,
            Self::Nothing => return None,
        })
    }

    /// The country of a name that means one.
    pub(super) fn country(self) -> Option<CountryCode> {
        match self {
            Self::Country(code) | Self::Part(code) => Some(code),
            _ => None,
        }
    }
}

/// CLDR names these places, which are in no list of countries: parts of others.
const PARTS: [(&str, &str); 7] = [
    ("AC", "SH"),
    ("CP", "FR"),
    ("CQ", "GG"),
    ("DG", "IO"),
    ("EA", "ES"),
    ("IC", "ES"),
    ("TA", "SH"),
];

/// Withdrawn codes of states that are now one country, two codes that the EU uses, and one that statistics use.
const OTHER_CODES: [(&str, &str); 11] = [
    ("BU", "MM"),
    ("DD", "DE"),
    ("EL", "GR"),
    ("FX", "FR"),
    ("HV", "BF"),
    ("RH", "ZW"),
    ("TP", "TL"),
    ("UK", "GB"),
    ("VD", "VN"),
    ("YD", "YE"),
    ("ZR", "CD"),
];

/// What lists add to the name of a region.
const REGIONAL: &[&str] = &[
    "regional",
    "regionale",
    "regionales",
    "region",
    "programme",
    "unspecified",
    "unallocated",
];

/// Numbers of Kosovo, which M49 does not contain, beside that in CLDR.
const KOSOVO_NUMBERS: [u16; 2] = [383, 412];

#[derive(Default)]
pub(super) struct Table {
    names: HashMap<String, Meaning>,
    /// The words of all names.
    words: HashSet<String>,
    /// As they are written: `UAE`, `oPt`.
    acronyms: HashMap<String, Meaning>,
    numbers: HashMap<u16, Meaning>,
    region_words: HashSet<&'static str>,
    pub(super) spellings: Spellings,
}

pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::build)
}

impl Table {
    fn build() -> Self {
        let mut table = Self::default();
        for line in ALIASES.lines().skip(1) {
            table.add_aliases(line);
        }
        for code in country::all() {
            for name in country::name(code).iter().chain(country::aliases(code)) {
                table.add(name, Meaning::Country(code), true);
            }
        }
        // A country before a region: in several languages, South Africa has the name of Southern Africa.
        for of_countries in [true, false] {
            for line in NAMES.lines().skip(1) {
                table.add_names(line, of_countries);
            }
        }
        if let Some(kosovo) = CountryCode::parse("XK") {
            for number in KOSOVO_NUMBERS {
                table.numbers.insert(number, Meaning::Country(kosovo));
            }
        }
        table.spellings.sort();
        table
    }

    fn add_aliases(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let (kind, codes) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let code = CountryCode::parse(codes);
        let meaning = match (kind, code) {
            ("country", Some(code)) => Meaning::Country(code),
            ("part", Some(code)) => Meaning::Part(code),
            ("successors", _) => Meaning::Successors(codes),
            ("region", _) => Meaning::Region,
            ("region word", _) => return self.region_words.extend(cells),
            _ => Meaning::Nothing,
        };
        for name in cells {
            self.add(name, meaning, true);
        }
    }

    fn add_names(&mut self, line: &'static str, of_countries: bool) {
        let mut cells = line.split('\t');
        let (key, number) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let code = CountryCode::parse(key);
        let part = PARTS.iter().find(|(part, _)| *part == key);
        let meaning = match (code, part) {
            (Some(code), None) if country::name(code).is_some() => Meaning::Country(code),
            (_, Some((_, of))) => CountryCode::parse(of).map_or(Meaning::Region, Meaning::Part),
            _ => Meaning::Region,
        };
        if of_countries != matches!(meaning, Meaning::Country(_)) {
            return;
        }
        if let Ok(number) = number.parse() {
            self.numbers.insert(number, meaning);
        }
        let mut may_be_misspelt = true;
        for name in cells {
            may_be_misspelt &= !name.is_empty();
            self.add(name, meaning, may_be_misspelt);
        }
    }

    fn add(&mut self, text: &str, meaning: Meaning, may_be_misspelt: bool) {
        let initials = without_stops(text);
        if is_acronym(&initials) {
            self.acronyms.entry(initials).or_insert(meaning);
            return;
        }
        let Some(name) = Name::parse(text) else {
            return;
        };
        for word in name.words() {
            if !self.words.contains(word) {
                self.words.insert(word.to_owned());
            }
        }
        let known = *self.names.entry(name.key()).or_insert(meaning);
        if known == meaning {
            self.spellings.add(&name, meaning, may_be_misspelt);
        }
    }

    /// What a name or code means, written without a mistake and without anything beside it.
    pub(super) fn exact(&self, text: &str) -> Option<(Meaning, How)> {
        if let Some(meaning) = self.code(text) {
            return Some((meaning, How::Code));
        }
        if is_the_congo(text) {
            return CountryCode::parse("CG").map(|code| (Meaning::Country(code), How::Name));
        }
        let meaning = self.acronym(text).or_else(|| {
            let name = Name::parse(text)?;
            self.name(&name)
        })?;
        Some((meaning, How::Name))
    }

    /// What a name means; “Republic of Kenya” is “Kenya”, and a text that has only words for parts of the world
    /// is a region.
    pub(super) fn name(&self, name: &Name) -> Option<Meaning> {
        if let Some(meaning) = self.names.get(&name.key()) {
            return Some(*meaning);
        }
        let without = name.without_form();
        let without = without.and_then(|name| self.names.get(&name.key()));
        if let Some(meaning @ (Meaning::Country(_) | Meaning::Part(_))) = without {
            return Some(*meaning);
        }
        self.is_region(name).then_some(Meaning::Region)
    }

    /// Whether every word of a text is in some name: only then can it be a part of one.
    pub(super) fn has_words_of(&self, text: &str) -> bool {
        let name = Name::parse(text);
        name.is_some_and(|name| name.words().all(|word| self.words.contains(word)))
    }

    /// Whether a name is a region's with words such as “regional” (“Middle East, regional”), or consists of words for
    /// parts of the world (“Western and Central Africa”).
    fn is_region(&self, name: &Name) -> bool {
        let is_known = |key: &str| self.names.get(key) == Some(&Meaning::Region);
        let named = name.without(REGIONAL);
        if named.is_some_and(|name| is_known(&name.key())) {
            return true;
        }
        let is_region_word = |word: &&str| self.region_words.contains(*word);
        let rest: Vec<&str> = name.words().filter(|word| !is_region_word(word)).collect();
        let has_both = !rest.is_empty() && rest.len() < name.words().len();
        has_both && rest.into_iter().all(is_known)
    }

    /// A code in capitals, or a number of three digits.
    pub(super) fn code(&self, text: &str) -> Option<Meaning> {
        let is_number = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number {
            return self.number(text);
        }
        let is_code =
            matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            return None;
        }
        let other = OTHER_CODES.iter().find(|(code, _)| *code == text);
        let alpha2 = other.map_or(text, |(_, code)| code);
        let code = CountryCode::parse(alpha2).filter(|code| country::name(*code).is_some());
        code.or_else(|| country::from_alpha3(text))
            .map(Meaning::Country)
    }

    /// What a number of M49 means, of up to three digits.
    pub(super) fn number(&self, text: &str) -> Option<Meaning> {
        let is_number =
            (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|_| is_number)?;
        self.numbers.get(&number).copied()
    }

    /// Initials are in capitals or as usual: a word in small letters is none. Full stops do not count.
    pub(super) fn acronym(&self, text: &str) -> Option<Meaning> {
        if text.len() > MAX_ACRONYM_BYTES {
            return None;
        }
        let plain = without_stops(text);
        if let Some(meaning) = self.acronyms.get(&plain) {
            return Some(*meaning);
        }
        let is_long = plain.chars().count() >= MIN_LONG_ACRONYM;
        let found = self.acronyms.get(&plain.to_uppercase());
        found.copied().filter(|_| is_long)
    }
}

/// Initials without full stops, and without what else is between them.
fn without_stops(text: &str) -> String {
    let is_left_out =
        |it: &char| matches!(it, '.') || (matches!(it, ' ' | '-') && text.contains('.'));
    text.chars().filter(|it| !is_left_out(it)).collect()
}

/// ISO's own form; without “(the)” it is unclear which Congo is meant.
fn is_the_congo(text: &str) -> bool {
    ["Congo (the)", "Congo, the"]
        .iter()
        .any(|name| text.eq_ignore_ascii_case(name))
}

const MAX_ACRONYM_BYTES: usize = 24;

/// Initials of as many letters are no other word: “Fyrom”.
const MIN_LONG_ACRONYM: usize = 5;

/// Whether a name of the table is initials: two to six letters, mostly capitals.
pub(super) fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|it| it.is_alphabetic()).count();
    let is_short = name.chars().count() == letters && (2..=6).contains(&letters);
    let small = name.chars().filter(|it| it.is_lowercase()).count();
    is_short && small <= 2 && name.chars().skip(1).any(char::is_uppercase)
}
