//! Finds the name that a misspelt one is meant to be.

use super::key::Name;
use super::table::Meaning;

/// The letters of all names, by their first letter and their number.
#[derive(Default)]
pub(super) struct Spellings(Vec<Spelling>);

struct Spelling {
    first: char,
    letters: Vec<char>,
    /// A bit for each letter that it has, so that most names are ruled out without being compared.
    has: u32,
    words: usize,
    meaning: Meaning,
}

/// How much like a name a text must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// To be read as the name.
    Reading,
    /// To be suggested as the name.
    Suggesting,
}

/// A shorter name is too much like other words.
const MIN_LETTERS: usize = 5;
/// From as many letters on, there may be two mistakes.
const MIN_LETTERS_FOR_TWO: usize = 8;
/// Up to as many letters, a word with another letter in it is often another word: “Susan” is not “Sudan”.
const MAX_LETTERS_WITHOUT_REPLACEMENT: usize = 6;
/// Longer names are not compared.
const MAX_LETTERS: usize = 40;

/// Endings that make a nationality or a language of a name: “Kenyan”, “Algerian”, “italiano”, “makedonski”.
const ENDINGS: [&str; 41] = [
    "n", "an", "ans", "ian", "ians", "en", "ien", "iens", "ens", "ns", "i", "is", "s", "ese",
    "ish", "ais", "aise", "er", "ers", "ers", "isch", "ische", "ol", "ola", "no", "na", "ni", "ne",
    "ano", "ana", "ani", "ane", "ski", "ska", "sko", "ский", "ски", "ец", "ка", "ци", "ин",
];

impl Spellings {
    pub(super) fn add(&mut self, name: &Name, meaning: Meaning) {
        let letters: Vec<char> = name.letters().chars().collect();
        let Some(&first) = letters.first() else {
            return;
        };
        // A mistake can make a name longer or shorter.
        if (MIN_LETTERS - 1..=MAX_LETTERS).contains(&letters.len()) {
            self.0.push(Spelling {
                first,
                has: bits(&letters),
                words: name.words().len(),
                letters,
                meaning,
            });
        }
    }

    /// To be called after all names were added.
    pub(super) fn sort(&mut self) {
        self.0.sort_by_key(|it| (it.first, it.letters.len()));
    }

    /// What the closest name means; `None` if none is close, or several are equally close.
    pub(super) fn closest(&self, name: &Name, care: Care) -> Option<Meaning> {
        let letters: Vec<char> = name.letters().chars().collect();
        let first = *letters.first()?;
        let allowed = match letters.len() {
            MIN_LETTERS..MIN_LETTERS_FOR_TWO => 1,
            MIN_LETTERS_FOR_TWO..=MAX_LETTERS => 2,
            _ => return None,
        };
        if letters.iter().any(char::is_ascii_digit) {
            return None;
        }
        let shortest = letters.len().saturating_sub(allowed);
        let from = self
            .0
            .partition_point(|it| (it.first, it.letters.len()) < (first, shortest));
        let candidates = self.0.iter().skip(from);
        let candidates = candidates
            .take_while(|it| it.first == first && it.letters.len() <= letters.len() + allowed);
        let has = bits(&letters);
        let mut best: Option<(usize, Meaning)> = None;
        let mut is_unique = true;
        let mut is_name = true;
        for candidate in candidates {
            let closest = best.map_or(allowed, |(distance, _)| distance);
            let differ = (candidate.has ^ has).count_ones() as usize;
            if differ > 2 * closest || candidate.words.abs_diff(name.words().len()) > 1 {
                continue;
            }
            let Some(distance) = distance(&candidate.letters, &letters, closest) else {
                continue;
            };
            if best.is_none_or(|(closest, _)| distance < closest) {
                best = Some((distance, candidate.meaning));
                is_unique = true;
                is_name = true;
            } else if best.is_some_and(|(_, meaning)| !same(meaning, candidate.meaning)) {
                is_unique = false;
            }
            if distance > 0 && is_other_word(&candidate.letters, &letters) {
                is_name = false;
            }
        }
        let is_close = is_unique && (is_name || care == Care::Suggesting);
        best.map(|(_, meaning)| meaning).filter(|_| is_close)
    }
}

fn same(one: Meaning, other: Meaning) -> bool {
    one == other || (one.country().is_some() && one.country() == other.country())
}

/// A bit for each of the letters, of any script.
fn bits(letters: &[char]) -> u32 {
    letters
        .iter()
        .fold(0, |bits, letter| bits | 1 << (u32::from(*letter) % 32))
}

/// Whether a text that is like a name is probably a word of its own.
fn is_other_word(name: &[char], text: &[char]) -> bool {
    let common = name
        .iter()
        .zip(text)
        .take_while(|(one, other)| one == other)
        .count();
    let rest = |letters: &[char]| letters.iter().skip(common).collect::<String>();
    let (of_name, of_text) = (rest(name), rest(text));
    let is_replacement = name.len() == text.len()
        && name
            .iter()
            .zip(text)
            .filter(|(one, other)| one != other)
            .count()
            == 1;
    let is_nationality = of_name.chars().count() <= 2 && ENDINGS.contains(&of_text.as_str());
    is_nationality || (is_replacement && text.len() <= MAX_LETTERS_WITHOUT_REPLACEMENT)
}

/// How many letters are missing, too many, replaced or exchanged with the next one; `None` for more than `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let far = most + 1;
    let width = other.len() + 1;
    let mut before = vec![far; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![far; width];
    let mut letter_before = None;
    for (at, letter) in one.iter().enumerate() {
        row.fill(far);
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
        // Outside this band, there are too many mistakes.
        let band = at.saturating_sub(most)..(at + most + 1).min(other.len());
        let mut least = at + 1;
        for column in band {
            let get = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(far);
            let is_equal = other.get(column) == Some(letter);
            let mut cost = get(&last, column) + usize::from(!is_equal);
            cost = cost
                .min(get(&last, column + 1) + 1)
                .min(get(&row, column) + 1);
            let exchanged = column > 0
                && other.get(column - 1) == Some(letter)
                && letter_before == other.get(column);
            if exchanged {
                cost = cost.min(get(&before, column - 1) + 1);
            }
            if let Some(cell) = row.get_mut(column + 1) {
                *cell = cost;
            }
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        letter_before = Some(letter);
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_missing_additional_replaced_and_exchanged_letters() {
        for (one, other, expected) in [
            ("kenya", "kenya", Some(0)),
            ("ethiopia", "ethopia", Some(1)),
            ("moldova", "modlova", Some(1)),
            ("uganda", "ugandaa", Some(1)),
            ("zimbabwe", "zimbawbe", Some(1)),
            ("azerbaijan", "azerbeidjan", Some(2)),
            ("austria", "australia", Some(2)),
            ("kenya", "uganda", None),
            ("", "ab", Some(2)),
            ("abc", "", None),
        ] {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(
                distance(&letters(one), &letters(other), 2),
                expected,
                "{one}, {other}"
            );
            assert_eq!(
                distance(&letters(other), &letters(one), 2),
                expected,
                "{other}, {one}"
            );
        }
    }
}
