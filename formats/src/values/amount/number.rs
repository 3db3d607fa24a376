//! Numbers with any sign between their groups and before their decimals.

use super::DecimalSign;

/// A number without signs for groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Digits before the decimal sign; never empty.
    pub(super) whole: String,
    /// Digits after it; may be empty.
    pub(super) fraction: String,
    /// What it says of the decimal sign of its column.
    pub(super) sign: DecimalSign,
}

impl Number {
    /// The number as in JSON.
    pub(super) fn to_decimal(&self, is_negative: bool) -> String {
        let sign = if is_negative { "-" } else { "" };
        let point = if self.fraction.is_empty() { "" } else { "." };
        [sign, &self.whole, point, &self.fraction].concat()
    }
}

/// The decimal sign of Arabic script; it is no other sign.
const ARABIC_DECIMAL: char = '٫';

/// Reads a number that begins and ends with an ASCII digit, or begins with a decimal sign. `decimal` is the
/// decimal sign of the column, which decides where the number does not.
pub(super) fn number(text: &str, decimal: Option<char>) -> Option<Number> {
    let mut signs = Vec::new();
    let mut groups = vec![String::new()];
    for character in text.chars() {
        match character {
            '0'..='9' => groups.last_mut()?.push(character),
            '.' | ',' | '\'' | ' ' | ARABIC_DECIMAL | '٬' => {
                signs.push(character);
                groups.push(String::new());
            }
            _ => return None,
        }
    }
    if let Some(first) = groups.first_mut().filter(|first| first.is_empty()) {
        // `.5`
        matches!(signs[..], ['.' | ',' | ARABIC_DECIMAL]).then_some(())?;
        first.push('0');
    }
    if groups.iter().any(String::is_empty) {
        return None;
    }
    let (sign, has_fraction) = match signs[..] {
        [] => (DecimalSign::None, false),
        [only @ ('.' | ',')] => single(only, &groups, decimal),
        [only] => (certain(only), only == ARABIC_DECIMAL),
        [.., before, last] => {
            let has_fraction =
                last != before && (last == ARABIC_DECIMAL || matches!(last, '.' | ','));
            let by_other = match before {
                '.' => DecimalSign::Certain(','),
                ',' => DecimalSign::Certain('.'),
                _ => DecimalSign::None,
            };
            (
                if has_fraction {
                    certain(last)
                } else {
                    by_other
                },
                has_fraction,
            )
        }
    };
    let fraction = if has_fraction {
        groups.pop()?
    } else {
        String::new()
    };
    signs.truncate(groups.len() - 1);
    is_grouped(&groups, &signs).then(|| Number {
        whole: groups.concat(),
        fraction,
        sign,
    })
}

fn certain(sign: char) -> DecimalSign {
    match sign {
        '.' | ',' => DecimalSign::Certain(sign),
        _ => DecimalSign::None,
    }
}

/// A dot or comma that is the only sign, and whether a fraction is after it.
fn single(sign: char, groups: &[String], decimal: Option<char>) -> (DecimalSign, bool) {
    let [whole, rest] = groups else {
        return (DecimalSign::None, false);
    };
    let can_group = rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    if can_group {
        (DecimalSign::Ambiguous, decimal == Some(sign))
    } else {
        (DecimalSign::Certain(sign), true)
    }
}

/// Whether the groups have the lengths of thousands, or of lakhs and crores (`1,23,456`).
fn is_grouped(groups: &[String], signs: &[char]) -> bool {
    let [first, middle @ .., last] = groups else {
        return true;
    };
    let is_one_sign = signs.windows(2).all(|pair| pair.first() == pair.last());
    let is_indian =
        signs.first() == Some(&',') && first.len() <= 2 && middle.iter().all(|it| it.len() == 2);
    let is_thousands = first.len() <= 3 && middle.iter().all(|it| it.len() == 3);
    let is_telephone = first.starts_with('0');
    is_one_sign && last.len() == 3 && (is_thousands || is_indian) && !is_telephone
}
