//! What a heading says of the amounts below it.

use super::units::{Piece, Unit, factor_and_currency, is_word, pieces, unit};
use atlas_engine::portfolio::Currency;
use atlas_engine::text::fold;

/// Words before a unit: “Betrag in Euro”.
const PREPOSITIONS: [&str; 13] = [
    "in", "en", "w", "u", "v", "ve", "em", "i", "на", "во", "в", "σε", "kwota",
];
/// Words before a factor in headings that join words by `_`.
const AMOUNTS: [&str; 8] = [
    "amount",
    "budget",
    "cost",
    "funding",
    "grant",
    "total",
    "value",
    "commitment",
];

/// The currency that a heading or a text names, by its code, sign or name: `Budget (USD)`, `in Euro`, `zł`.
/// `None` if it names none or several.
pub(crate) fn currency_in(text: &str) -> Option<Currency> {
    let pieces = pieces(text);
    let has_small_letters = text.chars().any(char::is_lowercase);
    let mut found: Option<Currency> = None;
    let mut has_dollars = false;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let rest = pieces.get(at..).unwrap_or_default();
        let is_alone = piece.is_bracketed || pieces.len() == 1;
        let is_capital = piece.text.chars().all(char::is_uppercase);
        let mut length = 1;
        let currency = match unit(rest) {
            Some((unit, count)) => {
                length = count;
                match unit {
                    Unit::Currency(currency) => {
                        let can_be =
                            !is_word(piece.text) || is_capital && (has_small_letters || is_alone);
                        Some(currency).filter(|_| can_be)
                    }
                    Unit::CurrencyInContext(currency) => {
                        let before = at.checked_sub(1).and_then(|at| pieces.get(at));
                        let is_last = at + count == pieces.len();
                        let is_announced = is_last
                            && before
                                .is_some_and(|it| PREPOSITIONS.contains(&fold(it.text).as_str()));
                        Some(currency).filter(|_| is_alone || is_announced)
                    }
                    Unit::Dollars => {
                        has_dollars = true;
                        None
                    }
                    _ => None,
                }
            }
            None => factor_and_currency(piece.text).map(|(_, currency)| currency),
        };
        if let Some(currency) = currency {
            if found.is_some_and(|before| before != currency) {
                return None;
            }
            found = Some(currency);
        }
        at += length;
    }
    let dollars = || Currency::parse("USD").filter(|_| has_dollars);
    found.or_else(dollars)
}

/// The factor that a heading states for its amounts: 1,000,000 for “in millions”, otherwise 1.
pub(crate) fn factor_in(heading: &str) -> i64 {
    let pieces = pieces(heading);
    let powers = (0..pieces.len()).filter_map(|at| power_at(&pieces, at));
    // “in Mio. EUR / in million EUR” is one factor, named twice.
    powers.max().map_or(1, |power| 10_i64.pow(power.into()))
}

fn power_at(pieces: &[Piece<'_>], at: usize) -> Option<u8> {
    let piece = pieces.get(at)?;
    let before = at.checked_sub(1).and_then(|at| pieces.get(at));
    let after = pieces.get(at + 1);
    let folded = fold(piece.text);
    match folded.as_str() {
        "000" | "000s" | "1000" | "1000s" => return Some(3),
        "mil" => return piece.is_dotted.then_some(6),
        _ => {}
    }
    match unit(pieces.get(at..)?) {
        Some((Unit::Factor(power), 1)) => Some(power),
        Some((Unit::ShortFactor(power), 1)) => {
            let is_currency = |piece: Option<&Piece<'_>>| {
                let unit = piece.and_then(|piece| unit(&[*piece]));
                matches!(unit, Some((Unit::Currency(_) | Unit::Dollars, _)))
            };
            let is_amount = before.is_some_and(|it| AMOUNTS.contains(&fold(it.text).as_str()));
            (is_currency(before) || is_currency(after) || is_amount).then_some(power)
        }
        None if folded == "t" && after.is_some_and(|it| it.is_glued && it.text == "€") => Some(3),
        None => factor_and_currency(piece.text).map(|(power, _)| power),
        _ => None,
    }
}
