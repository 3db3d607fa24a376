//! Makes text comparable: folding of case and diacritics, words, slugs.
//!
//! Texts that fold to the same are equal in search, slugs and order. Folding
//! - makes letters lower case, and a Greek final sigma the usual one;
//! - removes diacritics, composed or not, in Latin, Greek, Cyrillic, Arabic and Hebrew script, except
//!   from Cyrillic `й`, which is a letter of its own;
//! - replaces special Latin letters: `ß` by `ss`, `æ` by `ae`, `œ` by `oe`, `ø` by `o`, `đ` and `ð` by
//!   `d`, `ł` by `l`, `þ` by `th`, `ı` by `i`, and ligatures copied from PDF files by their letters.
//!
//! The tables are the project's own: they take 1 kB, and full Unicode normalisation takes 70 kB.

use crate::sort::sort_by_keys;
use crate::unicode::{is_alphanumeric, lower};
use std::ops::Range;

/// The plain letter of each character from U+00C0 to U+024F. A capital means the two letters of
/// [`pair`]; a dot means a character that only changes case.
const LATIN: &[u8; 400] = b"\
aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bbbb...cc.ddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.........\
....DDDLLLNNNaaiioouuuuuuuuuu.aaaaAAggggkkoooo..jDDDgg..nnaaAAoo\
aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...acclts\
z..b..eejjqqrryy";

/// The same from U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyas..S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

/// The plain letter of every sixteen characters from U+1F00 to U+1FFF (accented Greek).
const GREEK_ROWS: [char; 16] = [
    'α', 'ε', 'η', 'ι', 'ο', 'υ', 'ω', 'ω', 'α', 'η', 'ω', 'α', 'η', 'ι', 'υ', 'ω',
];

/// The two letters of a capital in the Latin tables.
fn pair(letter: u8) -> Option<&'static str> {
    Some(match letter {
        b'A' => "ae",
        b'D' => "dz",
        b'I' => "ij",
        b'L' => "lj",
        b'N' => "nj",
        b'O' => "oe",
        b'S' => "ss",
        b'T' => "th",
        _ => return None,
    })
}

/// Characters that belong to the previous letter and do not count: separate diacritics, vowel points,
/// and invisible marks such as the soft hyphen.
pub(crate) fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{2060}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// Whether a character can start or continue a word. Letters that are apostrophes cannot.
fn is_letter(character: char) -> bool {
    is_alphanumeric(character) && !matches!(character, '\u{2b9}'..='\u{2bf}') && !is_mark(character)
}

fn push_latin(folded: &mut String, character: char) -> bool {
    let code = character as usize;
    let plain = match code {
        0xc0..=0x24f => LATIN.get(code - 0xc0),
        0x1e00..=0x1eff => LATIN_ADDITIONAL.get(code - 0x1e00),
        _ => None,
    };
    match plain {
        Some(b'.') | None => return false,
        Some(&letter) => match pair(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(char::from(letter)),
        },
    }
    true
}

fn push_folded(folded: &mut String, character: char) {
    if push_latin(folded, character) {
        return;
    }
    if is_mark(character) {
        // Decomposed й is also й.
        if character == '\u{306}' && folded.ends_with('и') {
            folded.pop();
            folded.push('й');
        }
        return;
    }
    let lower = lower(character);
    // Some capitals are far from their small letters, such as the ångström sign.
    if push_latin(folded, lower) {
        return;
    }
    folded.push(match lower {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ς' => 'σ',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        '\u{1f00}'..='\u{1fff}' if is_alphanumeric(lower) => accented_greek(lower),
        'ѐ' | 'ё' | 'ӗ' => 'е',
        'ѝ' | 'ӣ' | 'ӥ' => 'и',
        'ѓ' => 'г',
        'ќ' => 'к',
        'ї' => 'і',
        'ў' | 'ӯ' | 'ӱ' | 'ӳ' => 'у',
        'ӑ' | 'ӓ' => 'а',
        'ӧ' => 'о',
        'آ' | 'أ' | 'إ' => 'ا',
        'ؤ' => 'و',
        'ئ' => 'ي',
        '\u{fb00}' => return folded.push_str("ff"),
        '\u{fb01}' => return folded.push_str("fi"),
        '\u{fb02}' => return folded.push_str("fl"),
        '\u{fb03}' => return folded.push_str("ffi"),
        '\u{fb04}' => return folded.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => return folded.push_str("st"),
        other => other,
    });
}

fn accented_greek(character: char) -> char {
    let code = character as usize;
    match code {
        0x1f70 | 0x1f71 => 'α',
        0x1f72 | 0x1f73 => 'ε',
        0x1f74 | 0x1f75 => 'η',
        0x1f76 | 0x1f77 => 'ι',
        0x1f78 | 0x1f79 => 'ο',
        0x1f7a | 0x1f7b => 'υ',
        0x1f7c | 0x1f7d => 'ω',
        // Unassigned.
        0x1f7e | 0x1f7f => character,
        0x1fe4 | 0x1fe5 => 'ρ',
        _ => GREEK_ROWS
            .get((code >> 4) & 15)
            .copied()
            .unwrap_or(character),
    }
}

pub(crate) fn push_text(folded: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest
            .bytes()
            .position(|byte| !byte.is_ascii())
            .unwrap_or(rest.len());
        let (ascii, other) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        let begin = folded.len();
        folded.push_str(ascii);
        if let Some(appended) = folded.get_mut(begin..) {
            appended.make_ascii_lowercase();
        }
        let mut characters = other.chars();
        if let Some(character) = characters.next() {
            push_folded(folded, character);
        }
        rest = characters.as_str();
    }
}

/// Folds case and diacritics, and keeps everything else.
///
/// ```
/// use atlas_engine::text::fold;
/// assert_eq!(fold("Türkiye, ŁÓDŹ, Straße"), "turkiye, lodz, strasse");
/// assert_eq!(fold("Σκόπιος Ёлкин Трёхгорный"), "σκοπιοσ елкин трехгорный");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_text(&mut folded, text);
    folded
}

/// A folded word and its place in the original text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded word; never empty.
    pub folded: String,
    /// Its bytes in the original text.
    pub range: Range<usize>,
}

/// Returns a key to sort a text by: the folded text, with numbers compared by value.
///
/// ```
/// use atlas_engine::text::sort_key;
/// assert!(sort_key("Phase 2") < sort_key("phase 10"));
/// assert!(sort_key("Phase 010") == sort_key("Phase 10"));
/// assert!(sort_key("2 phases") < sort_key("a phase"));
/// ```
pub fn sort_key(text: &str) -> String {
    let mut key = String::new();
    let mut number = String::new();
    let mut in_number = false;
    let end = |key: &mut String, number: &mut String| {
        // The longer number is the larger one. A digit gives the length, so numbers stay before letters.
        key.push(char::from(b'0' + number.len().min(9) as u8));
        key.push_str(number);
        number.clear();
    };
    for letter in fold(text).chars() {
        if letter.is_ascii_digit() {
            in_number = true;
            if letter != '0' || !number.is_empty() {
                number.push(letter);
            }
            continue;
        }
        if std::mem::take(&mut in_number) {
            end(&mut key, &mut number);
        }
        key.push(letter);
    }
    if in_number {
        end(&mut key, &mut number);
    }
    key
}

/// Returns the positions of names in alphabetical order, by their [`sort_key`].
///
/// ```
/// let names = ["Österreich", "Polen", "Oman"].map(str::to_owned);
/// assert_eq!(atlas_engine::text::alphabetical(&names), [2, 0, 1]);
/// ```
pub fn alphabetical(names: &[String]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..names.len() as u32).collect();
    let keys: Vec<String> = names.iter().map(|name| sort_key(name)).collect();
    sort_by_keys(&mut order, &keys);
    order
}

/// Returns the words of a text, in order: runs of letters and digits, with their marks.
///
/// Everything else separates words, even apostrophes and hyphens: a search for “well-being” is for both.
///
/// ```
/// use atlas_engine::text::words;
/// let found: Vec<_> = words("l’égalité, well-being").map(|word| word.folded).collect();
/// assert_eq!(found, ["l", "egalite", "well", "being"]);
/// assert_eq!(words("L’égalité").nth(1).map(|word| word.range), Some(4..13));
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut folded = String::new();
        let range = next_word(text, at, &mut folded)?;
        at = range.end;
        Some(Word { folded, range })
    })
}

/// Finds the first word from byte `from` on, and folds it into `folded`, so that nothing is allocated.
pub(crate) fn next_word(text: &str, from: usize, folded: &mut String) -> Option<Range<usize>> {
    folded.clear();
    let start = from + length_while(text.get(from..)?, false);
    let rest = text.get(start..)?;
    let length = length_while(rest, true);
    push_text(folded, rest.get(..length)?);
    (length > 0).then(|| start..start + length)
}

/// How many bytes at the start of a text are within a word, or outside one.
fn length_while(text: &str, within_word: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() != within_word {
                break;
            }
            at += 1;
        } else {
            let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            // A mark belongs to what is before it.
            if is_letter(character) != within_word && !is_mark(character) {
                break;
            }
            at += character.len_utf8();
        }
    }
    at
}

/// Returns the key of a name in addresses: its folded words joined by `-`. Letters of other scripts
/// stay; a name without letters or digits has an empty slug.
///
/// ```
/// use atlas_engine::text::slug;
/// assert_eq!(slug("Ministry of Labour — Türkiye (EÜ)"), "ministry-of-labour-turkiye-eu");
/// assert_eq!(slug("Србија"), "србија");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut folded = String::new();
    let mut at = 0;
    while let Some(range) = next_word(text, at, &mut folded) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&folded);
        at = range.end;
    }
    slug
}

/// Returns a text from a file on one line, without characters that could control a terminal.
pub fn on_one_line(text: &str) -> String {
    let plain = |character: char| match character {
        '\n' | '\r' | '\t' => ' ',
        hidden if hidden.is_control() || is_bidi_control(hidden) => char::REPLACEMENT_CHARACTER,
        shown => shown,
    };
    text.chars().map(plain).collect()
}

/// Characters that change the direction of the text after them.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_removes_composed_and_combining_diacritics() {
        for (one, other) in [
            ("ÅÉÎÕÜÇÑŠŽŐŢȘ", "aeioucnszots"),
            ("A\u{30a}E\u{301}", "ae"),
            ("Việt Nam", "viet nam"),
            ("İstanbul Iğdır", "istanbul igdir"),
            (
                "Ærøskøbing, Þórr, Œuvre, GROẞ, Đà",
                "aeroskobing, thorr, oeuvre, gross, da",
            ),
            ("ǄUNGLA", "dzungla"),
            ("Ἑλλάς ΆΈΉΊΌΎΏΪΫ ᾧ", "ελλασ αεηιουωιυ ω"),
            ("Ђорђе Ќосе Ѓорче", "ђорђе косе горче"),
            ("Йод и\u{306}од", "йод йод"),
            ("эффе\u{301}кт", "эффект"),
            ("مُحَمَّد أحمد", "محمد احمد"),
            ("ﬁnance e\u{ad}quality", "finance equality"),
        ] {
            assert_eq!(fold(one), other);
        }
    }

    #[test]
    fn folding_is_idempotent() {
        for code in (0..0x3000).chain(0xfb00..0xfb10) {
            let Some(character) = char::from_u32(code) else {
                continue;
            };
            let once = fold(&character.to_string());
            assert_eq!(fold(&once), once, "U+{code:04X}");
        }
    }

    #[test]
    fn the_slug_of_every_character_is_stable() {
        for character in '\0'..=char::MAX {
            let slugged = slug(&character.to_string());
            assert_eq!(slug(&slugged), slugged, "{character:?}");
        }
    }

    #[test]
    fn every_word_is_found_at_its_position_in_the_text() {
        let text = "  L'Égalité—x2 (e\u{301}tat) \u{301}\u{ad} ʼn!";
        let found: Vec<_> = words(text).collect();
        let folded: Vec<_> = found.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(folded, ["l", "egalite", "x2", "etat", "n"]);
        let originals: Vec<_> = found.iter().map(|word| &text[word.range.clone()]).collect();
        assert_eq!(originals, ["L", "Égalité", "x2", "e\u{301}tat", "n"]);
    }

    #[test]
    fn a_slug_is_made_of_folded_words() {
        assert_eq!(slug("  U.S. Agency -- “Aid”  "), "u-s-agency-aid");
        assert_eq!(slug("Ελλάδα & Кіпр"), "ελλαδα-кіпр");
        assert_eq!(slug("— !"), "");
    }
}
