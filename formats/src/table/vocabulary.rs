//! The words of headings, from `headings.tsv`, and what each can mean.

use super::spelling::distance;
use super::words::{LOST, words};
use crate::mapping::ProjectField;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

const TABLE: &str = include_str!("headings.tsv");

/// What a heading can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Field(ProjectField),
    /// Who to contact: never read.
    Private,
    /// A share or a rate.
    Percentage,
    /// A date that is no start or end.
    Date,
    /// A part of the amount, or what was paid of it.
    PartAmount,
    /// A classification of the list's own, such as its programmes.
    Category,
    /// Known to be no field.
    Other,
}

impl Meaning {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "private" => Self::Private,
            "percentage" => Self::Percentage,
            "date" => Self::Date,
            "part-amount" => Self::PartAmount,
            "category" => Self::Category,
            "other" => Self::Other,
            _ => Self::Field(ProjectField::parse(name)?),
        })
    }
}

/// A word of the table, by its number. That of all words for “project” is [`PROJECT`].
pub(super) type WordId = u32;

pub(super) const PROJECT: WordId = 0;

/// What a word does in a heading, beside the phrases that contain it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Class {
    pub(super) is_filler: bool,
    pub(super) is_neutral: bool,
    pub(super) is_planned: bool,
}

#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) meaning: Meaning,
    /// The order of its meaning in the table.
    pub(super) rank: usize,
    pub(super) words: Vec<WordId>,
    /// Whether its words must be side by side, because some say little alone.
    pub(super) is_fixed: bool,
    /// Whether it only counts if the heading has no other words: “from”.
    pub(super) is_weak: bool,
}

#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<String, WordId>,
    classes: Vec<Class>,
    phrases: Vec<Phrase>,
    /// The phrases by their first word.
    starting: Vec<Vec<u32>>,
    /// Longer words by their first letter, to compare misspelt ones with.
    by_letter: HashMap<char, Vec<(String, WordId)>>,
}

/// The shortest word for which a misspelt one is taken, in letters.
const MIN_SIMILAR: usize = 5;

/// The words that others are made of in German, Dutch and the Nordic languages: “Projektnummer”.
const PREFIXES: [&str; 8] = [
    "projekts",
    "projekt",
    "projects",
    "project",
    "prosjekt",
    "vorhabens",
    "hanke",
    "vorhaben",
];

impl Vocabulary {
    /// The vocabulary, which is read once.
    pub(super) fn get() -> &'static Self {
        static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
        VOCABULARY.get_or_init(|| Self::read(TABLE))
    }

    fn read(table: &str) -> Self {
        let mut this = Self::default();
        this.add_word("project");
        let lines = || {
            let lines = table.lines().filter(|line| !line.starts_with('#'));
            lines.filter_map(|line| {
                let mut cells = line.split('\t');
                let meaning = cells.next()?;
                let phrases = cells.nth(1)?.split(',').map(|it| words(it, false));
                Some((meaning, phrases))
            })
        };
        for (class, phrases) in lines() {
            for word in phrases.flatten() {
                match class {
                    "project" => {
                        this.ids.insert(word, PROJECT);
                    }
                    "filler" => this.classify(&word, |it| it.is_filler = true),
                    "neutral" => this.classify(&word, |it| it.is_neutral = true),
                    "planned" => this.classify(&word, |it| it.is_planned = true),
                    _ => {}
                }
            }
        }
        let mut ranks: Vec<&str> = Vec::new();
        for (name, phrases) in lines() {
            let Some(meaning) = Meaning::parse(name) else {
                continue;
            };
            if ranks.last() != Some(&name) {
                ranks.push(name);
            }
            for phrase in phrases {
                this.add_phrase(meaning, ranks.len(), &phrase);
            }
        }
        this.index_by_letter();
        this
    }

    fn add_word(&mut self, word: &str) -> WordId {
        let next = self.classes.len() as WordId;
        let id = *self.ids.entry(word.to_owned()).or_insert(next);
        if id == next {
            self.classes.push(Class::default());
            self.starting.push(Vec::new());
        }
        id
    }

    fn classify(&mut self, word: &str, change: impl FnOnce(&mut Class)) {
        let id = self.add_word(word) as usize;
        if let Some(class) = self.classes.get_mut(id) {
            change(class);
        }
    }

    fn add_phrase(&mut self, meaning: Meaning, rank: usize, phrase: &[String]) {
        let mut ids: Vec<WordId> = phrase.iter().map(|word| self.add_word(word)).collect();
        let is_filler = |id: &WordId| self.class(*id).is_filler;
        let is_weak = ids.iter().all(is_filler);
        let mut is_fixed = ids.iter().any(is_filler);
        if ids.len() > 2 && !is_weak {
            ids.retain(|id| !is_filler(id));
            is_fixed = false;
        }
        let Some(first) = ids.first() else { return };
        let number = self.phrases.len() as u32;
        if let Some(starting) = self.starting.get_mut(*first as usize) {
            starting.push(number);
        }
        self.phrases.push(Phrase {
            meaning,
            rank,
            words: ids,
            is_fixed,
            is_weak,
        });
    }

    fn index_by_letter(&mut self) {
        let mut known: Vec<_> = self.ids.iter().collect();
        known.sort_unstable();
        for (word, id) in known {
            let first = word.chars().next();
            if let Some(first) = first.filter(|_| word.chars().count() >= MIN_SIMILAR) {
                let same = self.by_letter.entry(first).or_default();
                same.push((word.clone(), *id));
            }
        }
    }

    pub(super) fn class(&self, id: WordId) -> Class {
        self.classes.get(id as usize).copied().unwrap_or_default()
    }

    /// The phrases that begin with a word.
    pub(super) fn starting(&self, id: WordId) -> impl Iterator<Item = &Phrase> {
        let numbers = self.starting.get(id as usize).into_iter().flatten();
        numbers.filter_map(|number| self.phrases.get(*number as usize))
    }

    /// The word that is written exactly so.
    pub(super) fn exact(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    /// The words that a compound is made of, as far as they are known: “Projektnummer”.
    pub(super) fn compound(&self, word: &str) -> Option<[Option<WordId>; 2]> {
        let rest = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix));
        if let Some(rest) = rest.and_then(|rest| self.exact(rest).or_else(|| self.head(rest))) {
            return Some([Some(PROJECT), Some(rest)]);
        }
        self.head(word).map(|head| [Some(head), None])
    }

    /// The last part of a compound, which says what it is.
    fn head(&self, word: &str) -> Option<WordId> {
        let is_latin = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_latin || word.len() < MIN_SIMILAR + 3 {
            return None;
        }
        (3..=word.len() - MIN_SIMILAR).find_map(|at| self.exact(word.get(at..)?))
    }

    /// The word that was meant by a misspelt or inflected one.
    pub(super) fn similar(&self, word: &str) -> Option<WordId> {
        let length = word.chars().count();
        if length < MIN_SIMILAR {
            return None;
        }
        let limit = if word.contains(LOST) {
            0
        } else if length < 9 {
            1
        } else {
            2
        };
        let first = word.chars().next()?;
        let candidates = self.by_letter.get(&first)?.iter();
        let near = |(known, id): &(String, WordId)| {
            let away = distance(word, known, limit).or_else(|| inflected(word, known, length))?;
            Some((away, *id))
        };
        let nearest = candidates.filter_map(near).min_by_key(|(away, _)| *away);
        nearest.map(|(_, id)| id)
    }
}

/// Whether two long words differ only in their endings; farther than any misspelt one.
fn inflected(word: &str, known: &str, length: usize) -> Option<usize> {
    let shared = word.chars().zip(known.chars());
    let shared = shared.take_while(|(one, other)| one == other).count();
    let other = known.chars().count();
    let is_same = length >= 7 && shared + 3 >= length && shared + 3 >= other && shared >= 5;
    is_same.then_some(3)
}

/// How many unknown words are compared with the vocabulary, in one reading: bounds the time, whatever the table.
const MAX_COMPARED: usize = 2_000;

/// Finds words in the vocabulary, and remembers them.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    known: HashMap<String, [Option<WordId>; 2]>,
    compared: HashSet<String>,
}

impl Lookup {
    /// The words of the vocabulary that a word stands for, and whether it is written exactly so.
    pub(super) fn find(&mut self, word: &str) -> ([Option<WordId>; 2], bool) {
        let vocabulary = Vocabulary::get();
        if let Some(id) = vocabulary.exact(word) {
            return ([Some(id), None], true);
        }
        if let Some(known) = self.known.get(word) {
            return (*known, false);
        }
        if self.compared.len() >= MAX_COMPARED {
            return ([None, None], false);
        }
        self.compared.insert(word.to_owned());
        let found = vocabulary.compound(word);
        let found = found.unwrap_or_else(|| [vocabulary.similar(word), None]);
        self.known.insert(word.to_owned(), found);
        (found, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let classes = ["filler", "neutral", "planned", "project"];
        for (number, line) in TABLE.lines().enumerate() {
            let cells: Vec<_> = line.split('\t').collect();
            let is_known = line.starts_with('#')
                || cells.len() == 3
                    && (classes.contains(&cells[0]) || Meaning::parse(cells[0]).is_some());
            assert!(is_known, "line {}: {line}", number + 1);
        }
    }

    #[test]
    fn a_word_is_found_if_it_is_misspelt_inflected_or_a_compound() {
        let vocabulary = Vocabulary::get();
        let mut lookup = Lookup::default();
        for (word, known) in [
            ("beneficary", "beneficiary"),
            ("discription", "description"),
            ("begnstigten", "begunstigten"),
            ("b\u{fffd}n\u{fffd}ficiaire", "beneficiaire"),
            ("finanzierungssumme", "summe"),
            ("auszahlungszeitraum", "zeitraum"),
        ] {
            let expected = vocabulary.exact(known);
            assert_eq!(lookup.find(word).0[0], expected, "{word}");
        }
        let number = vocabulary.exact("kennziffer");
        assert_eq!(lookup.find("projektkennziffer").0, [Some(PROJECT), number]);
        assert_eq!(lookup.find("county").0[0], vocabulary.exact("county"));
        assert_eq!(lookup.find("xyzzyx").0, [None, None]);
    }
}
