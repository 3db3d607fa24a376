//! Currencies, factors and words beside numbers.

use atlas_engine::portfolio::Currency;
use atlas_engine::text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word or sign beside a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A currency.
    Currency(Currency),
    /// A currency beside a number or in brackets; elsewhere another word.
    CurrencyInContext(Currency),
    /// Dollars of an unstated country.
    Dollars,
    /// Money of one of several countries: `kr`.
    AnyCurrency,
    /// A power of ten.
    Factor(u8),
    /// A power of ten beside a currency or right after a number: `m`.
    ShortFactor(u8),
    /// Nothing: “about”.
    Filler,
}

impl Unit {
    pub(super) fn is_money(self) -> bool {
        matches!(
            self,
            Self::Currency(_) | Self::CurrencyInContext(_) | Self::Dollars | Self::AnyCurrency
        )
    }
}

/// The most words of a unit, as in “lire italiane”.
const MOST_WORDS: usize = 3;

/// Codes that are also words, so that only capitals among small letters mean the currency.
const WORDS: [&str; 24] = [
    "all", "ang", "ars", "bam", "cad", "cop", "cup", "dem", "ern", "esp", "fim", "gel", "lak",
    "lvl", "mad", "mop", "pen", "ron", "sar", "sit", "sos", "top", "try", "ves",
];

static UNITS: LazyLock<HashMap<String, Unit>> = LazyLock::new(|| {
    let mut units = HashMap::new();
    for row in include_str!("units.tsv").lines() {
        let Some((kind, words)) = row.split_once('\t') else {
            continue;
        };
        let Some(unit) = of_kind(kind) else {
            continue;
        };
        units.extend(words.split(", ").map(|word| (fold(word), unit)));
    }
    for row in include_str!("currencies.tsv").lines() {
        let mut columns = row.split('\t');
        let Some(code) = columns.next().and_then(Currency::parse) else {
            continue;
        };
        let anywhere = columns
            .next()
            .unwrap_or_default()
            .split(", ")
            .map(|name| (name, Unit::Currency(code)));
        let in_context = columns.next().unwrap_or_default().split(", ");
        let in_context = in_context.map(|name| (name, Unit::CurrencyInContext(code)));
        let names = anywhere
            .chain(in_context)
            .filter(|(name, _)| !name.is_empty());
        units.extend(names.map(|(name, unit)| (key(name), unit)));
        units.insert(fold(code.as_str()), Unit::Currency(code));
    }
    units
});

/// A name in capitals, such as `KM`, is only read in capitals: `km` is a length.
fn key(name: &str) -> String {
    let is_capital = name.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_capital {
        name.to_owned()
    } else {
        fold(name)
    }
}

fn of_kind(kind: &str) -> Option<Unit> {
    Some(match kind {
        "filler" => Unit::Filler,
        "any" => Unit::AnyCurrency,
        "weak" => Unit::Dollars,
        _ => match kind.strip_suffix(" short") {
            Some(power) => Unit::ShortFactor(power.parse().ok()?),
            None => Unit::Factor(kind.parse().ok()?),
        },
    })
}

/// A piece of a text: a word or the sign of a currency, as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Whether it is the only one between two brackets.
    pub(super) is_bracketed: bool,
    /// Whether a dot is after it.
    pub(super) is_dotted: bool,
    /// Whether nothing is between it and the piece before.
    pub(super) is_glued: bool,
}

/// Whether a character is the sign of a currency.
pub(super) fn is_sign(character: char) -> bool {
    matches!(
        character,
        '$' | '£' | '¥' | '֏' | '৳' | '฿' | '៛' | '円' | '\u{20a0}'..='\u{20cf}'
    )
}

/// Cuts a text into words and signs: also before a capital within a word, as in `TotalEUR`.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut end_of_last = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_word = character.is_alphanumeric();
        let opens_word = is_word && start.is_none()
            || is_word && before.is_lowercase() && character.is_uppercase();
        if opens_word {
            start = Some(at);
        }
        let first = if is_sign(character) {
            Some(at)
        } else {
            start.filter(|_| is_word)
        };
        before = character;
        let Some(first) = first else {
            start = None;
            continue;
        };
        let next = characters.peek().map(|(_, next)| *next);
        let goes_on = is_word
            && next.is_some_and(|next| {
                next.is_alphanumeric() && !(character.is_lowercase() && next.is_uppercase())
            });
        if goes_on {
            continue;
        }
        let end = at + character.len_utf8();
        let opened = text
            .get(..first)
            .is_some_and(|it| it.trim_end().ends_with(['(', '[']));
        let closed = text.get(end..).is_some_and(|it| {
            it.trim_start_matches('.')
                .trim_start()
                .starts_with([')', ']'])
        });
        pieces.push(Piece {
            text: text.get(first..end).unwrap_or_default(),
            is_bracketed: opened && closed,
            is_dotted: next == Some('.'),
            is_glued: first == end_of_last && first > 0,
        });
        end_of_last = end;
        start = None;
    }
    pieces
}

/// The unit at the start of pieces, the longest one, and how many pieces it has.
pub(super) fn unit(pieces: &[Piece<'_>]) -> Option<(Unit, usize)> {
    (1..=MOST_WORDS.min(pieces.len())).rev().find_map(|length| {
        let some = pieces.get(..length)?;
        let name = |separator| {
            let words: Vec<String> = some.iter().map(|piece| fold(piece.text)).collect();
            words.join(separator)
        };
        let is_sign = some
            .last()
            .is_some_and(|last| last.text.starts_with(is_sign));
        let glued = || is_sign.then(|| UNITS.get(&name(""))).flatten();
        let exact = || {
            some.first()
                .filter(|_| length == 1)
                .and_then(|piece| UNITS.get(piece.text))
        };
        let unit = UNITS.get(&name(" ")).or_else(glued).or_else(exact)?;
        Some((*unit, length))
    })
}

/// A factor and a currency in one piece: `MEUR`, `TEUR`, `USDm`.
pub(super) fn factor_and_currency(piece: &str) -> Option<(u8, Currency)> {
    let folded = fold(piece);
    let code = |text: &str| match UNITS.get(text) {
        Some(Unit::Currency(currency)) if text.len() == 3 => Some(*currency),
        _ => None,
    };
    let before = [
        ("mio", 6),
        ("mln", 6),
        ("mn", 6),
        ("m", 6),
        ("tsd", 3),
        ("t", 3),
        ("k", 3),
    ];
    let after = [
        ("mio", 6),
        ("mln", 6),
        ("mn", 6),
        ("bn", 9),
        ("m", 6),
        ("k", 3),
    ];
    let leading = before
        .iter()
        .find_map(|(word, power)| Some((*power, code(folded.strip_prefix(word)?)?)));
    let trailing = || {
        after
            .iter()
            .find_map(|(word, power)| Some((*power, code(folded.strip_suffix(word)?)?)))
    };
    leading.or_else(trailing)
}

/// Whether a piece that is the code of a currency can be another word.
pub(super) fn is_word(piece: &str) -> bool {
    WORDS.contains(&fold(piece).as_str())
}
