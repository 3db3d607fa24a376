//! The words and signs on both sides of a number.

use super::units::{Unit, factor_and_currency, is_sign, pieces, unit};
use atlas_engine::portfolio::Currency;
use atlas_engine::text::fold;

/// Words of the languages in which “mil” is a thousand; in Czech and Slovak it is a million.
const OF_THOUSANDS: [&str; 5] = ["euros", "dólares", "reais", "pesos", "de"];

/// The units on both sides of a number.
#[derive(Default)]
pub(super) struct Beside {
    /// The units, and whether each is right after the number.
    units: Vec<(Unit, bool)>,
    /// Whether “mil” is there, without a dot.
    has_mil: bool,
    is_of_thousands: bool,
}

impl Beside {
    /// Reads one side. `None` if a word is no unit.
    pub(super) fn read(&mut self, side: &str, is_glued: bool) -> Option<()> {
        let is_plain =
            |it: char| it.is_alphabetic() || is_sign(it) || " ().[]-–+~≈/_'".contains(it);
        if !side.chars().all(is_plain) {
            return None;
        }
        let pieces = pieces(side);
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let mut length = 1;
            if fold(piece.text) == "mil" {
                if piece.is_dotted {
                    self.units.push((Unit::Factor(6), false));
                } else {
                    self.has_mil = true;
                }
            } else if let Some((unit, count)) = unit(pieces.get(at..)?) {
                self.units.push((unit, is_glued && at == 0));
                self.is_of_thousands |= OF_THOUSANDS.contains(&piece.text);
                length = count;
            } else {
                let (power, currency) = factor_and_currency(piece.text)?;
                self.units.push((Unit::Factor(power), false));
                self.units.push((Unit::Currency(currency), false));
            }
            at += length;
        }
        Some(())
    }

    /// The power of ten that the number is multiplied by; `None` if it is not clear.
    pub(super) fn power(&self) -> Option<u8> {
        let has_money = self.units.iter().any(|(unit, _)| unit.is_money());
        let mut power = None;
        for (unit, is_glued) in &self.units {
            let factor = match unit {
                Unit::Factor(factor) => *factor,
                // “5 m” is a length.
                Unit::ShortFactor(factor) => Some(*factor).filter(|_| *is_glued || has_money)?,
                _ => continue,
            };
            if power.replace(factor).is_some() {
                return None;
            }
        }
        match (power, self.has_mil) {
            (power, false) => Some(power.unwrap_or(0)),
            (None, true) if self.is_of_thousands => Some(3),
            _ => None,
        }
    }

    /// Whether at most one currency is there.
    pub(super) fn is_of_one_currency(&self) -> bool {
        let mut currencies = self.currencies();
        let first = currencies.next();
        currencies.all(|it| Some(it) == first)
    }

    fn currencies(&self) -> impl Iterator<Item = Currency> {
        self.units.iter().filter_map(|(unit, _)| match unit {
            Unit::Currency(currency) | Unit::CurrencyInContext(currency) => Some(*currency),
            _ => None,
        })
    }

    /// The currency, if it is stated.
    pub(super) fn currency(&self) -> Option<Currency> {
        let has = |wanted| self.units.iter().any(|(unit, _)| *unit == wanted);
        let is_dollars = has(Unit::Dollars) && !has(Unit::AnyCurrency);
        let dollars = || Currency::parse("USD").filter(|_| is_dollars);
        self.currencies().next().or_else(dollars)
    }
}
