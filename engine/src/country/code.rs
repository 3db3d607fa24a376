use std::fmt;

/// An ISO 3166-1 alpha-2 code, or `XK` for Kosovo: two upper-case ASCII letters.
///
/// Only the shape is guaranteed: a portfolio may name a territory that no table contains.
///
/// ```
/// use atlas_engine::country::CountryCode;
/// assert_eq!(CountryCode::parse("ro").map(|code| code.to_string()), Some("RO".to_owned()));
/// assert_eq!(CountryCode::parse("Romania"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Parses two letters of either case; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// Returns the two upper-case letters.
    pub fn as_str(&self) -> &str {
        // ASCII letters are always valid UTF-8.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
