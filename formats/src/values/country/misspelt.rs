//! Finds the name that a misspelt one is meant to be.

use super::key::Name;
use super::table::Meaning;
use std::cmp::Ordering;

/// The letters of the names that a misspelt one is compared with, by their first letter and their number.
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

/// Shorter names, and shorter texts, are too much like other words.
const MIN_LETTERS: usize = 5;
/// The same for names that are rare, or in languages of which the mistakes are unknown.
const MIN_LETTERS_OF_OTHERS: usize = 9;
/// From as many letters on, there may be a letter too many.
const MIN_LETTERS_WITH_ADDITION: usize = 6;
/// From as many letters on, there may be another vowel: “Maldova”, but “Angela” is not “Angola”.
const MIN_LETTERS_WITH_OTHER_VOWEL: usize = 7;
/// From as many letters on, any letter may be wrong.
const MIN_LETTERS_WITH_ANY: usize = 8;
/// From as many letters on, there may be two mistakes.
const MIN_LETTERS_WITH_TWO: usize = 9;
/// Longer names are not compared.
const MAX_LETTERS: usize = 40;

/// Endings that make a nationality or a language of a name: “Kenyan”, “Algerian”, “italiano”, “makedonski”.
const ENDINGS: [&str; 47] = [
    "r", "rs", "ic", "ite", "ical", "n", "an", "ans", "ian", "ians", "en", "ien", "iens", "ens",
    "ns", "i", "is", "s", "ese", "ish", "ais", "aise", "er", "ers", "isch", "ische", "ol", "ola",
    "o", "no", "na", "ni", "ne", "ano", "ana", "ani", "ane", "ski", "ska", "sko", "ский", "ски",
    "ец", "ка", "ци", "ин", "ия",
];

impl Spellings {
    /// `is_usual` says whether the name is in a language of which many lists are read.
    pub(super) fn add(&mut self, name: &Name, meaning: Meaning, is_usual: bool) {
        let letters: Vec<char> = name.letters().chars().collect();
        let Some(&first) = letters.first() else {
            return;
        };
        let shortest = match meaning {
            Meaning::Country(_) if is_usual => MIN_LETTERS,
            // What is like these is no country.
            Meaning::Region | Meaning::Nothing => MIN_LETTERS,
            _ => MIN_LETTERS_OF_OTHERS,
        };
        if (shortest..=MAX_LETTERS).contains(&letters.len()) {
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
        let key = |it: &Spelling| (it.first, it.letters.len());
        self.0.sort_by(|one, other| {
            let by_letters = || one.letters.cmp(&other.letters);
            key(one).cmp(&key(other)).then_with(by_letters)
        });
        self.0
            .dedup_by(|one, other| one.letters == other.letters && one.meaning == other.meaning);
    }

    /// What the closest name means; `None` if none is close, or several are equally close.
    pub(super) fn closest(&self, name: &Name, care: Care) -> Option<Meaning> {
        let letters: Vec<char> = name.letters().chars().collect();
        let first = *letters.first()?;
        let is_length = (MIN_LETTERS..=MAX_LETTERS).contains(&letters.len());
        if !is_length || letters.iter().any(char::is_ascii_digit) {
            return None;
        }
        let allowed = match care {
            Care::Reading => 1 + usize::from(letters.len() >= MIN_LETTERS_WITH_TWO),
            Care::Suggesting => 1 + usize::from(letters.len() >= MIN_LETTERS_WITH_OTHER_VOWEL),
        };
        let shortest = letters.len().saturating_sub(allowed);
        let key = |it: &Spelling| (it.first, it.letters.len());
        let from = self.0.partition_point(|it| key(it) < (first, shortest));
        let longest = letters.len() + allowed;
        let candidates = self.0.iter().skip(from);
        let candidates = candidates.take_while(|it| key(it) <= (first, longest));
        let has = bits(&letters);
        let mut best: Option<Best> = None;
        for candidate in candidates {
            let closest = best.as_ref().map_or(allowed, |best| best.distance);
            let differ = (candidate.has ^ has).count_ones() as usize;
            if differ > 2 * closest || candidate.words.abs_diff(name.words().len()) > 1 {
                continue;
            }
            let Some(distance) = distance(&candidate.letters, &letters, closest) else {
                continue;
            };
            // A part has the name of a place, of which many are alike.
            let is_far = distance > 1 && matches!(candidate.meaning, Meaning::Part(_));
            let likeness = match care {
                Care::Suggesting => Likeness::Mistake,
                Care::Reading if is_far => Likeness::Chance,
                Care::Reading => likeness(&candidate.letters, &letters, distance),
            };
            let known = best.take().filter(|best| best.distance == distance);
            best = Some(Best::with(known, distance, candidate.meaning, likeness));
        }
        let best = best.filter(|best| best.is_mistake && best.is_unique)?;
        let is_place = !matches!(best.meaning, Meaning::Region | Meaning::Nothing);
        is_place.then_some(best.meaning)
    }
}

/// The closest names so far.
struct Best {
    distance: usize,
    meaning: Meaning,
    /// Whether the text is one of them with a mistake.
    is_mistake: bool,
    /// Whether they all mean the same.
    is_unique: bool,
}

impl Best {
    fn with(known: Option<Self>, distance: usize, meaning: Meaning, likeness: Likeness) -> Self {
        let is_mistake = likeness == Likeness::Mistake;
        let is_name = likeness != Likeness::Nationality;
        match known {
            Some(known) => Self {
                is_mistake: known.is_mistake || is_mistake,
                is_unique: known.is_unique && is_name && same(known.meaning, meaning),
                ..known
            },
            None => Self {
                distance,
                meaning,
                is_mistake,
                is_unique: is_name,
            },
        }
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

/// Why a text is like a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// It is the name with a mistake.
    Mistake,
    /// It may well be another word.
    Chance,
    /// It is a nationality or a language.
    Nationality,
}

fn likeness(name: &[char], text: &[char], distance: usize) -> Likeness {
    let equal = |(one, other): &(&char, &char)| one == other;
    let before = name.iter().zip(text).take_while(equal).count();
    let reversed = name.iter().rev().zip(text.iter().rev());
    let after = reversed.take_while(equal).count();
    let is_mistake = match distance {
        0 => true,
        _ if is_nationality(name, text, before) => return Likeness::Nationality,
        1 => text.len() >= MIN_LETTERS_WITH_ANY || is_usual_mistake(name, text, before, after),
        _ => before > 1 && after > 0 && name.len() >= MIN_LETTERS_WITH_TWO,
    };
    if is_mistake {
        Likeness::Mistake
    } else {
        Likeness::Chance
    }
}

/// Whether the single mistake in a short name is one that makes no other word, as a rule. `before` and `after` are
/// how many letters are right.
fn is_usual_mistake(name: &[char], text: &[char], before: usize, after: usize) -> bool {
    let is_within = after > 0;
    match text.len().cmp(&name.len()) {
        Ordering::Less => is_within,
        Ordering::Greater => is_within && text.len() >= MIN_LETTERS_WITH_ADDITION,
        // Two letters exchanged.
        Ordering::Equal if before + after + 1 < text.len() => true,
        Ordering::Equal => {
            let is_vowel =
                |letters: &[char]| letters.get(before).is_some_and(|it| VOWELS.contains(it));
            let are_vowels = is_vowel(name) && is_vowel(text);
            is_within && are_vowels && text.len() >= MIN_LETTERS_WITH_OTHER_VOWEL
        }
    }
}

const VOWELS: [char; 17] = [
    'a', 'e', 'i', 'o', 'u', 'y', 'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'є', 'і',
];

/// Whether only the ending differs, and is one of a nationality: “Kenyan” for “Kenya”.
fn is_nationality(name: &[char], text: &[char], common: usize) -> bool {
    let rest = |letters: &[char]| letters.iter().skip(common).collect::<String>();
    let (of_name, of_text) = (rest(name), rest(text));
    let is_doubled = of_name.is_empty() && name.last() == text.last();
    !is_doubled && of_name.chars().count() <= 2 && ENDINGS.contains(&of_text.as_str())
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
