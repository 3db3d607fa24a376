//! What of a name tells an organisation from others.

use atlas_engine::text::{fold, words};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The longest name that is compared, in bytes.
const MAX_BYTES: usize = 400;
/// The length of acronyms, in letters.
const ACRONYM: std::ops::RangeInclusive<usize> = 2..=10;
/// The most words of a legal form, as in `sp. z o.o.`
const MOST_WORDS_OF_FORM: usize = 4;

static FORMS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("forms.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).collect()
});

/// A name, ready to be compared.
pub(super) struct Name {
    /// Its folded words without legal forms, articles and the acronym in brackets; never empty.
    pub(super) words: Vec<String>,
    /// The acronym that the name itself states: “United Nations Development Programme (UNDP)”.
    pub(super) stated_acronym: Option<String>,
    /// Its first letters, with and without articles.
    pub(super) initials: [String; 2],
    is_acronym: bool,
}

impl Name {
    /// Reads a name; `None` if nothing of it can be compared.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.len() > MAX_BYTES {
            return None;
        }
        let (name, stated_acronym) = without_acronym(text.trim());
        let all: Vec<String> = words(name).map(|word| word.folded).collect();
        let mut telling = without_forms(&all);
        if telling.is_empty() {
            telling.clone_from(&all);
        }
        if telling.is_empty() {
            return None;
        }
        Some(Self {
            is_acronym: is_acronym(name),
            initials: [initials(&all), initials(&telling)],
            words: telling,
            stated_acronym,
        })
    }

    /// The name, if it is an acronym.
    pub(super) fn acronym(&self) -> Option<&str> {
        let word = self.words.first().filter(|_| self.words.len() == 1);
        word.filter(|_| self.is_acronym).map(String::as_str)
    }

    /// The words, of which one is only its first letter.
    pub(super) fn without(&self, place: usize) -> String {
        let mut text = String::new();
        for (at, word) in self.words.iter().enumerate() {
            let whole = at != place;
            text.push_str(if whole { word } else { "*" });
            text.push(' ');
        }
        text
    }
}

fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect()
}

/// The words without legal forms; these stand alone or in a row, as in `e.V.`
fn without_forms(all: &[String]) -> Vec<String> {
    let mut kept = Vec::with_capacity(all.len());
    let mut at = 0;
    while let Some(word) = all.get(at) {
        let form = (1..=MOST_WORDS_OF_FORM).rev().find(|length| {
            let words = all.get(at..at + length);
            words.is_some_and(|words| FORMS.contains(words.join(" ").as_str()))
        });
        if form.is_none() {
            kept.push(word.clone());
        }
        at += form.unwrap_or(1);
    }
    kept
}

/// `UNDP`, `U.N.D.P.`, `UNWomen`: mostly capitals.
fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|it| it.is_alphabetic());
    let (capitals, all) = letters.fold((0, 0), |(capitals, all), letter| {
        (capitals + usize::from(letter.is_uppercase()), all + 1)
    });
    ACRONYM.contains(&all) && capitals * 2 > all && !text.contains(char::is_whitespace)
}

/// A name without the acronym that it states in brackets or after a dash, and the folded acronym.
fn without_acronym(text: &str) -> (&str, Option<String>) {
    let in_brackets = text.split_once('(').and_then(|(before, rest)| {
        let (inner, after) = rest.split_once(')')?;
        let after: Vec<String> = words(after).map(|word| word.folded).collect();
        without_forms(&after)
            .is_empty()
            .then_some((before.trim(), inner.trim()))
    });
    let around_dash = || {
        [" - ", " – ", " — "]
            .into_iter()
            .find_map(|dash| text.split_once(dash))
    };
    for (one, other) in in_brackets.into_iter().chain(around_dash()) {
        for (name, acronym) in [(one, other), (other, one)] {
            if is_acronym(acronym) && is_of(acronym, name) {
                return (name, Some(acronym_of(acronym)));
            }
        }
    }
    (text, None)
}

fn acronym_of(text: &str) -> String {
    words(text).map(|word| word.folded).collect()
}

/// Whether an acronym has letters of a name in their order, the first at the start of a word. At least half of them
/// begin words: “GIZ” is of “Deutsche Gesellschaft für Internationale Zusammenarbeit”, “USA” is not of “Red Cross”.
fn is_of(acronym: &str, name: &str) -> bool {
    let folded = fold(name);
    let mut before = ' ';
    let mut letters = folded.chars();
    let (mut starts, mut all) = (0, 0);
    for wanted in acronym_of(acronym).chars() {
        // The start of a later word, if there is one.
        let mut rest = letters.clone();
        let mut before_rest = before;
        let at_start = loop {
            match rest.next() {
                None => break false,
                Some(letter) if letter == wanted && !before_rest.is_alphanumeric() => {
                    before_rest = letter;
                    break true;
                }
                Some(letter) => before_rest = letter,
            }
        };
        if at_start {
            (letters, before) = (rest, before_rest);
            starts += 1;
        } else if all == 0 || !letters.any(|letter| letter == wanted) {
            return false;
        } else {
            before = wanted;
        }
        all += 1;
    }
    all > 1 && starts * 2 >= all
}
