//! Countries as people write them.
//!
//! Names are those of CLDR in 37 languages, and others in `aliases.tsv`; see `SOURCE.md`. Case, diacritics,
//! articles, punctuation and the order of words do not count. What a text has beside its country is left out: a code
//! or the name in another language (“MD – Moldova”), a remark in brackets, a share (“Kenya (60 %)”).

mod beside;
mod key;
mod list;
mod misspelt;
mod table;
#[cfg(test)]
mod tests;

use atlas_engine::country::CountryCode;
pub(crate) use beside::split_share;
use key::Name;
pub(crate) use list::{parse_code_list, parse_list};
use misspelt::Care;
use table::{Meaning, table};

/// What a text says about a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// One country.
    Country { code: CountryCode, how: How },
    /// A former state, read as its successors: “Serbia and Montenegro”. Yugoslavia is its six republics, without
    /// Kosovo, which was a part of one.
    Successors(Vec<CountryCode>),
    /// A region, or several unnamed countries: “Western Africa”, “Multi-country”, “Global”.
    Region,
}

/// How a text names its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// By a code.
    Code,
    /// By a name in any supported language.
    Name,
    /// By the name of a part: “Northern Ireland”.
    Part,
    /// By a name with a mistake: “Ethopia”.
    Misspelt,
}

/// The country that a whole text names; `None` if it names none, or several.
///
/// Codes are in capitals (`no` and `in` are words), or a number of M49 of three digits.
pub(crate) fn parse(text: &str) -> Option<Written> {
    let (meaning, how) = read(text).or_else(|| misspelt(text, Care::Reading))?;
    meaning.written(how)
}

/// The same for a text of a column of codes, which may be in small letters, or M49 numbers that have lost their
/// leading zeros: `4`, `404.0`.
pub(crate) fn parse_code(text: &str) -> Option<Written> {
    let capitals = beside::plain(text).to_ascii_uppercase();
    let capitals = capitals.strip_suffix(".0").unwrap_or(&capitals);
    if capitals.len() > MAX_CODE_LETTERS {
        return parse(text);
    }
    let table = table();
    let code = table.code(capitals).or_else(|| table.number(capitals));
    let code = code.map(|meaning| (meaning, How::Code));
    let read = code.or_else(|| table.acronym(capitals).map(|meaning| (meaning, How::Name)));
    read.map_or_else(|| parse(text), |(meaning, how)| meaning.written(how))
}

/// The country whose name or alias in any supported language is the closest to a misspelt one, for suggestions;
/// `None` if none is close.
///
/// It is less strict than a reader: nothing is turned into what is only suggested.
///
/// ```
/// use atlas_engine::country::CountryCode;
/// assert_eq!(atlas_formats::suggest_country("Maldova"), CountryCode::parse("MD"));
/// assert_eq!(atlas_formats::suggest_country("Atlantis"), None);
/// ```
pub fn suggest(text: &str) -> Option<CountryCode> {
    if let Some(Written::Country { code, .. }) = parse_code(text) {
        return Some(code);
    }
    let (meaning, _) = misspelt(text, Care::Suggesting)?;
    meaning.country()
}

/// What a text without a mistake means, and how it says so.
fn read(text: &str) -> Option<(Meaning, How)> {
    let text = beside::plain(split_share(text).0);
    if text.len() > MAX_TEXT_BYTES {
        return None;
    }
    exact(text).or_else(|| beside::read(text))
}

/// What a name or code means that has nothing beside it.
fn exact(text: &str) -> Option<(Meaning, How)> {
    if text.len() > MAX_NAME_BYTES {
        return None;
    }
    table().exact(text)
}

/// What a text with a mistake probably means.
fn misspelt(text: &str, care: Care) -> Option<(Meaning, How)> {
    let text = beside::plain(split_share(text).0);
    let text = beside::without_remark(text);
    if text.len() > MAX_NAME_BYTES || exact(text).is_some() {
        return None;
    }
    let name = Name::parse(text)?;
    let spellings = &table().spellings;
    let closest = spellings.closest(&name, care);
    let closest = closest.or_else(|| spellings.closest(&name.without_form()?, care))?;
    Some((closest, How::Misspelt))
}

const MAX_CODE_LETTERS: usize = 3;

/// No country has a longer name in any list, so whole paragraphs in place of a name cost no time.
const MAX_NAME_BYTES: usize = 200;

/// A name with a long remark in brackets.
const MAX_TEXT_BYTES: usize = 1_000;
