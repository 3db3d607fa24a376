//! Which encoding a text is in that is not Unicode.
//!
//! Words with accents are decoded in each encoding. The right one gives letters that belong to one language together,
//! in places where letters of their case stand. Where several do, the decoder's guess decides.

use super::{Decoder, UTF_8, cp437};
use std::collections::HashMap;

/// Encodings that are weighed, from the most to the least usual.
const ENCODINGS: [&str; 15] = [
    "windows-1252",
    "windows-1250",
    "windows-1253",
    "windows-1251",
    "windows-1257",
    "windows-1254",
    "iso-8859-2",
    "iso-8859-15",
    "macintosh",
    cp437::NAME,
    "iso-8859-7",
    "koi8-u",
    "ibm866",
    "iso-8859-5",
    "x-mac-cyrillic",
];

/// Letters of languages beyond ASCII, in lower case.
const ALPHABETS: [&str; 27] = [
    "äöüß",
    "éèêàâçùûîïôëœ",
    "áéíóúñü",
    "áàâãçéêíóôõú",
    "àèéìòù",
    "éëïèöü",
    "åäöé",
    "æøåéö",
    "áéíóúýðþæö",
    "àçèéíïòóúü",
    "áéíóú",
    "çë",
    "ċġħżàèìòù",
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţșț",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äõöüšž",
    "çğıöşüâî",
    "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "абвгдђѓежзѕијклљмнњопрстћќуфхцчџш",
];

/// How many bytes of words are weighed.
const MAX_SAMPLE: usize = 1 << 14;

/// What the decoder's guess counts, and what the most usual encoding counts, where several fit a text.
const GUESSED: f64 = 0.15;
const USUAL: f64 = 0.1;

/// What must be reached to overrule a guess that is no alphabet weighed here.
const CERTAIN: f64 = 0.9;

/// The name of the encoding that fits best; UTF-8 if the decoder knows none.
pub(super) fn encoding(bytes: &[u8], decoder: &dyn Decoder) -> &'static str {
    let guess = decoder.guess(bytes);
    let sample = words(bytes);
    let is_guess = |name: &str| name.eq_ignore_ascii_case(guess);
    let mut best = (f64::MIN, guess);
    for (rank, name) in ENCODINGS.into_iter().enumerate() {
        let decoded = if name == cp437::NAME {
            Some(cp437::decode(&sample))
        } else {
            decoder.decode(&sample, name)
        };
        let Some(decoded) = decoded else {
            continue;
        };
        let bonus = if is_guess(name) { GUESSED } else { 0.0 };
        let score = fit(&decoded) + bonus + USUAL / (rank + 1) as f64;
        if score > best.0 {
            best = (score, name);
        }
    }
    let is_weighed = ENCODINGS.into_iter().any(is_guess) || guess == UTF_8;
    if is_weighed || best.0 > CERTAIN && is_mostly_ascii(&sample) {
        best.1
    } else {
        guess
    }
}

/// The words with bytes beyond ASCII, each on a line.
fn words(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    for word in bytes.split(|byte| !is_word(byte)) {
        if !word.is_ascii() {
            let room = MAX_SAMPLE.saturating_sub(sample.len());
            sample.extend(word.iter().take(room));
            sample.push(b'\n');
            if sample.len() >= MAX_SAMPLE {
                break;
            }
        }
    }
    sample
}

fn is_mostly_ascii(sample: &[u8]) -> bool {
    let ascii = sample.iter().filter(|it| it.is_ascii_alphabetic()).count();
    let beyond = sample.iter().filter(|it| !it.is_ascii()).count();
    ascii > 2 * beyond
}

/// How well the characters fit: 1 if all belong to one language and stand where they may, 0 or less if none does.
fn fit(decoded: &str) -> f64 {
    let mut total = 0;
    let mut places: i64 = 0;
    let mut letters: HashMap<char, i64> = HashMap::new();
    let mut before = '\n';
    let mut characters = decoded.chars().peekable();
    while let Some(it) = characters.next() {
        if !it.is_ascii() {
            total += 1;
            let after = characters.peek().copied().unwrap_or('\n');
            if it.is_alphabetic() && !matches!(it, 'ª' | 'º' | 'ƒ') {
                places += place_of_letter(before, it, after);
                let lower = if it == 'İ' {
                    'ı'
                } else {
                    it.to_lowercase().next().unwrap_or(it)
                };
                *letters.entry(lower).or_default() += 1;
            } else {
                places += place_of_sign(before, it, after);
            }
        }
        before = it;
    }
    let all: i64 = letters.values().sum();
    let known = |alphabet: &&str| -> i64 {
        let counts = alphabet.chars().filter_map(|it| letters.get(&it));
        counts.sum()
    };
    let known = ALPHABETS.iter().map(known).max().unwrap_or(0);
    // A letter of no such language counts as much against an encoding as one of them counts for it.
    (known - (all - known) + places) as f64 / f64::from(total.max(1))
}

/// 0 where a letter may stand, or less.
fn place_of_letter(before: char, letter: char, after: char) -> i64 {
    let is_latin = |it: char| it.is_alphabetic() && u32::from(it) < 0x250;
    let mixes = |it: char| it.is_alphabetic() && is_latin(it) != is_latin(letter);
    if letter.is_uppercase() && before.is_lowercase() || mixes(before) || mixes(after) {
        return -2;
    }
    let is_shouted = before.is_uppercase() && after.is_uppercase();
    if letter.is_lowercase() && is_shouted || before.is_numeric() || after.is_numeric() {
        return -1;
    }
    0
}

/// 1 where a sign is expected, 0 where it may stand, or less.
fn place_of_sign(before: char, sign: char, after: char) -> i64 {
    let (follows, precedes) = (before.is_alphanumeric(), after.is_alphanumeric());
    match sign {
        '’' => i64::from(follows),
        '“' | '”' | '«' | '»' | '„' | '‘' | '‹' | '›' => {
            i64::from(follows != precedes)
        }
        '–' | '—' => i64::from(!before.is_alphabetic() || !after.is_alphabetic()),
        '€' | '£' | '°' | '№' | '§' | 'ª' | 'º' | '²' | '\u{A0}' => {
            i64::from(!(follows && after.is_alphabetic()))
        }
        '…' | '•' | '·' | '¿' | '¡' | '™' | '®' | '©' | '½' => {
            i64::from(!follows || !precedes)
        }
        '\u{80}'..='\u{9F}' | '\u{FFFD}' | '\u{2500}'..='\u{25FF}' => -2,
        _ if follows && precedes => -2,
        _ => -1,
    }
}
