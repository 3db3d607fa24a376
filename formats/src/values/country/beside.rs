//! What texts have beside the name of a country: shares, codes, names in another language, remarks.

use super::table::{Meaning, table};
use super::{How, exact};
use atlas_engine::country::CountryCode;

/// States and their territories that are countries of the table, which lists write as “Réunion (France)” or
/// “France (Réunion)”.
const TERRITORIES: [(&str, &str); 10] = [
    ("AU", "CC CX HM NF"),
    ("CN", "HK MO"),
    ("DK", "FO GL"),
    ("FI", "AX"),
    ("FR", "BL GF GP MF MQ NC PF PM RE TF WF YT"),
    ("GB", "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG"),
    ("NL", "AW BQ CW SX"),
    ("NO", "BV SJ"),
    ("NZ", "CK NU TK"),
    ("US", "AS GU MP PR UM VI"),
];

/// More names than these are no name with another one beside it.
const MAX_PIECES: usize = 4;

/// A text without blanks, quotation marks, bullets and marks of footnotes around it.
pub(super) fn plain(text: &str) -> &str {
    let text = text.trim_matches(|it: char| {
        it.is_whitespace()
            || it.is_control()
            || matches!(
                it,
                '"' | '\''
                    | '“'
                    | '”'
                    | '„'
                    | '‘'
                    | '’'
                    | '«'
                    | '»'
                    | '`'
                    | '•'
                    | '·'
                    | '▪'
                    | '●'
                    | '◦'
                    | '*'
                    | '†'
                    | '‡'
                    | '¹'
                    | '²'
                    | '³'
                    | '\u{feff}'
                    | ','
                    | ';'
                    | '،'
                    | ':'
                    | '?'
                    | '!'
                    | '|'
                    | '/'
                    | '_'
                    | '–'
                    | '—'
                    | '-'
                    | '='
            )
    });
    // Brackets around all of it.
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let inside = text
            .strip_prefix(open)
            .and_then(|text| text.strip_suffix(close));
        if let Some(inside) = inside.filter(|inside| !inside.contains([open, close])) {
            return inside.trim();
        }
    }
    text
}

/// Separates a share in per cent from what it is of: “Kenya (60 %)”, “60% Kenya”, “Kenya: 60.5%”. The share is
/// a number as it is written.
pub(crate) fn split_share(text: &str) -> (&str, Option<&str>) {
    split_off_share(text).map_or((text, None), |(rest, share)| (rest, Some(share)))
}

fn split_off_share(text: &str) -> Option<(&str, &str)> {
    let (before, after) = text.split_once(['%', '٪'])?;
    if after.contains(['%', '٪']) {
        return None;
    }
    let is_around = |it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '(' | ')' | '[' | ']' | ':' | '=' | ',' | '-' | '–' | '—'
            )
    };
    let before = before.trim_end();
    let is_of_number = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',');
    let rest = before.trim_end_matches(is_of_number);
    let share = before.get(rest.len()..)?.trim_matches([',', '.']);
    // “COVID19 %” has no share, and “1,5” is one number.
    if share.is_empty() || rest.ends_with(char::is_alphanumeric) {
        return None;
    }
    let (rest, after) = (rest.trim_matches(is_around), after.trim_matches(is_around));
    match (rest.is_empty(), after.is_empty()) {
        (true, false) => Some((after, share)),
        (false, true) => {
            // The bracket that was opened for the name itself belongs to it: “Congo (DRC): 60 %”.
            let end = rest.len();
            let closing = text
                .get(end..)
                .filter(|_| rest.contains('(') && !rest.contains(')'));
            let begin = text.find(rest)?;
            let closed = closing.and_then(|closing| {
                closing
                    .starts_with(')')
                    .then(|| text.get(begin..=begin + end))?
            });
            Some((closed.unwrap_or(rest), share))
        }
        _ => None,
    }
}

/// A text without a remark in brackets at its end, and without an open bracket.
pub(super) fn without_remark(text: &str) -> &str {
    split_remark(text).map_or(text, |(name, _)| name)
}

fn split_remark(text: &str) -> Option<(&str, &str)> {
    let (name, remark) = text.split_once(['(', '['])?;
    let inside = remark.strip_suffix([')', ']']).unwrap_or(remark);
    let is_last = !inside.contains([')', ']']);
    let name = plain(name);
    (is_last && !name.is_empty()).then_some((name, inside))
}

/// What a text means that is more than a name or a code.
pub(super) fn read(text: &str) -> Option<(Meaning, How)> {
    names_of_one(text)
        .or_else(|| code_beside(text))
        .or_else(|| remark(text))
}

/// The pieces of a text between brackets, commas, strokes, colons and dashes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([
        '(', ')', '[', ']', '/', '|', ':', ',', ';', '،', '=', '\n', '–', '—',
    ]);
    let parts = parts.flat_map(|part| part.split(" - "));
    parts.map(plain).filter(|part| !part.is_empty())
}

/// “Deutschland / Germany”, “MD - Moldova”, “Kenya [KE]”: several names, all of the same country.
fn names_of_one(text: &str) -> Option<(Meaning, How)> {
    let mut found: Option<(Meaning, How)> = None;
    let mut count = 0;
    for piece in pieces(text) {
        count += 1;
        let (meaning, how) = exact(piece).filter(|_| count <= MAX_PIECES)?;
        found = Some(match found {
            None => (meaning, how),
            Some((known, known_how)) if known.country()? == meaning.country()? => {
                // A part says more than its country, and a name more than a code.
                let is_better = known_how == How::Code || matches!(meaning, Meaning::Part(_));
                if is_better {
                    (meaning, how)
                } else {
                    (known, known_how)
                }
            }
            Some(_) => return None,
        });
    }
    found.filter(|_| count > 1)
}

/// “KE Kenya”, “Kenya KE”.
fn code_beside(text: &str) -> Option<(Meaning, How)> {
    let first = text.split_once(' ');
    let last = text.rsplit_once(' ').map(|(name, code)| (code, name));
    first.into_iter().chain(last).find_map(|(code, name)| {
        let code = table().code(code)?.country()?;
        let (meaning, how) = exact(plain(name))?;
        (meaning.country()? == code).then_some((meaning, how))
    })
}

/// “Kosovo (under UNSCR 1244)”, “Réunion (France)”; nothing if the remark names another country.
fn remark(text: &str) -> Option<(Meaning, How)> {
    let (name, remark) = split_remark(text)?;
    // A code with a remark may be the initials of something else: “DJ (disc jockey)”.
    let (meaning, how) = exact(name).filter(|(_, how)| *how != How::Code)?;
    let country = match meaning {
        Meaning::Country(code) | Meaning::Part(code) => Some(code),
        Meaning::Successors(_) => None,
        Meaning::Region | Meaning::Nothing => return None,
    };
    let mut named = meaning;
    let parts =
        pieces(remark).flat_map(|piece| piece.split('&').flat_map(|piece| piece.split(" and ")));
    for (other, _) in parts.filter_map(|piece| exact(plain(piece))) {
        let other = match other {
            Meaning::Country(code) | Meaning::Part(code) => code,
            Meaning::Successors(_) => return None,
            Meaning::Region | Meaning::Nothing => continue,
        };
        match country {
            Some(country) if country == other || is_territory(country, other) => {}
            Some(country) if is_territory(other, country) && named == meaning => {
                named = Meaning::Country(other);
            }
            _ => return None,
        }
    }
    Some((named, how))
}

fn is_territory(code: CountryCode, of: CountryCode) -> bool {
    let state = TERRITORIES.iter().find(|(state, _)| *state == of.as_str());
    state.is_some_and(|(_, territories)| {
        territories
            .split(' ')
            .any(|territory| territory == code.as_str())
    })
}
