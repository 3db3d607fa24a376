//! Countries as people write them.

use atlas_engine::country::{self, CountryCode};

/// What a text says about a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// One country.
    Country { code: CountryCode, how: How },
    /// A former state, read as its successors: “Serbia and Montenegro”.
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
pub(crate) fn parse(text: &str) -> Option<Written> {
    let code = country::from_text(text)?;
    Some(Written::Country {
        code,
        how: How::Name,
    })
}

/// The countries that a text lists, with what is no country beside them. It is split by `;`, line breaks, `|`,
/// `/`, commas and “and” wherever that gives countries, so that “Korea, Republic of” and “Bosnia and Herzegovina”
/// stay whole.
pub(crate) fn parse_list(text: &str) -> Vec<(&str, Option<Written>)> {
    let parts = text.split(';').map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(|part| (part, parse(part))).collect()
}

/// The country whose name or alias in any supported language is the closest to a misspelt one, for suggestions;
/// `None` if none is close.
pub fn suggest(text: &str) -> Option<CountryCode> {
    country::from_text(text)
}
