//! The table of countries, read once from the text that is compiled in.

use super::{CountryCode, Region};
use crate::letters::same_but_for_case;
use crate::portfolio::Status;
use std::sync::OnceLock;

const COUNTRIES: &str = include_str!("countries.tsv");
const OTHER_NAMES: &str = include_str!("other_names.tsv");

struct Country {
    code: CountryCode,
    alpha3: &'static str,
    region: Option<Region>,
    name: &'static str,
    other_names: Vec<&'static str>,
}

/// All countries, in the order of their codes.
fn table() -> &'static [Country] {
    static TABLE: OnceLock<Vec<Country>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut countries: Vec<Country> = COUNTRIES.lines().skip(1).filter_map(parse).collect();
        for line in OTHER_NAMES.lines().skip(1) {
            let mut cells = line.split('\t');
            let code = cells.next().and_then(CountryCode::parse);
            let position = code.and_then(|code| position(&countries, code));
            if let Some(country) = position.and_then(|position| countries.get_mut(position)) {
                country.other_names.extend(cells);
            }
        }
        countries
    })
}

fn parse(line: &'static str) -> Option<Country> {
    let mut cells = line.split('\t');
    Some(Country {
        code: CountryCode::parse(cells.next()?)?,
        alpha3: cells.next()?,
        region: Region::lettered(cells.next()?),
        name: cells.next()?,
        other_names: Vec::new(),
    })
}

fn position(countries: &[Country], code: CountryCode) -> Option<usize> {
    countries
        .binary_search_by_key(&code, |country| country.code)
        .ok()
}

fn find(code: CountryCode) -> Option<&'static Country> {
    let countries = table();
    position(countries, code).and_then(|position| countries.get(position))
}

/// Every code of the table, in alphabetical order.
pub fn all() -> impl Iterator<Item = CountryCode> {
    table().iter().map(|country| country.code)
}

/// The English name in use today; `None` for a code that the table does not have.
///
/// ```
/// use atlas_engine::country::{self, CountryCode};
/// assert_eq!(CountryCode::parse("MK").and_then(country::name), Some("North Macedonia"));
/// assert_eq!(CountryCode::parse("QQ").and_then(country::name), None);
/// ```
pub fn name(code: CountryCode) -> Option<&'static str> {
    find(code).map(|country| country.name)
}

/// What countries, regions and statuses are called in a language.
#[derive(Clone, Copy, Debug)]
pub struct PlaceNames {
    /// The name of a country; `None` for a code that it has no name for.
    pub country: fn(CountryCode) -> Option<&'static str>,
    /// The name of a region.
    pub region: fn(Region) -> &'static str,
    /// The name of a status.
    pub status: fn(Status) -> &'static str,
}

impl Default for PlaceNames {
    /// In English.
    fn default() -> Self {
        Self {
            country: name,
            region: Region::name,
            status: Status::name,
        }
    }
}

/// The place of a country among [`all`].
pub fn position_of(code: CountryCode) -> Option<usize> {
    position(table(), code)
}

/// Former, official and other names by which people look for it, besides its [`name`].
pub fn other_names(code: CountryCode) -> &'static [&'static str] {
    find(code).map_or(&[], |country| country.other_names.as_slice())
}

/// The region it lies in; `None` for a code that the table does not have.
pub fn region(code: CountryCode) -> Option<Region> {
    find(code).and_then(|country| country.region)
}

/// The code that stands for an ISO 3166-1 alpha-3 code of either case, such as `ROU`; `XKX` is Kosovo.
pub fn from_alpha3(alpha3: &str) -> Option<CountryCode> {
    let mut countries = table().iter();
    let country = countries.find(|country| country.alpha3.eq_ignore_ascii_case(alpha3))?;
    Some(country.code)
}

/// The code of the country that has this name, now or formerly, in any case.
///
/// ```
/// use atlas_engine::country;
/// assert_eq!(country::from_name("Turkey"), country::from_name("türkiye"));
/// ```
pub fn from_name(name: &str) -> Option<CountryCode> {
    let is_meant = |known: &&str| same_but_for_case(known, name);
    let mut countries = table().iter();
    let country = countries
        .find(|country| is_meant(&country.name) || country.other_names.iter().any(&is_meant))?;
    Some(country.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn code(text: &str) -> CountryCode {
        CountryCode::parse(text).unwrap()
    }

    #[test]
    fn every_country_of_iso_3166_and_kosovo_has_all_there_is_to_know() {
        assert_eq!(COUNTRIES.lines().count() - 1, 250);
        assert_eq!(all().count(), 250);
        assert!(all().is_sorted());
        for country in table() {
            let Country {
                code,
                alpha3,
                region,
                name,
                ..
            } = country;
            assert!(region.is_some(), "{code} lies in no region");
            assert_eq!(alpha3.len(), 3, "{code}");
            assert!(
                !name.contains(['(', '&', '.', '\t']) || *name == "U.S. Virgin Islands",
                "{name}"
            );
            assert_eq!(from_alpha3(alpha3), Some(*code));
            assert_eq!(from_name(name), Some(*code));
        }
    }

    #[test]
    fn countries_have_the_names_they_go_by_today() {
        let expected = [
            ("BA", "Bosnia and Herzegovina"),
            ("CD", "Democratic Republic of the Congo"),
            ("CI", "Côte d’Ivoire"),
            ("CZ", "Czechia"),
            ("MD", "Moldova"),
            ("MK", "North Macedonia"),
            ("MM", "Myanmar"),
            ("PS", "Palestine"),
            ("SZ", "Eswatini"),
            ("TR", "Türkiye"),
            ("XK", "Kosovo"),
        ];
        for (alpha2, expected) in expected {
            assert_eq!(name(code(alpha2)), Some(expected));
        }
    }

    #[test]
    fn former_names_lead_to_the_same_country() {
        for (former, alpha2) in [
            ("Macedonia", "MK"),
            ("the former Yugoslav Republic of Macedonia", "MK"),
            ("Turkey", "TR"),
            ("Kosovo (under UNSCR 1244)", "XK"),
            ("Czech Republic", "CZ"),
            ("Swaziland", "SZ"),
            ("Burma", "MM"),
            ("Cape Verde", "CV"),
            ("Ivory Coast", "CI"),
            ("East Timor", "TL"),
            ("Republic of Moldova", "MD"),
            ("UK", "GB"),
        ] {
            assert_eq!(from_name(former), Some(code(alpha2)), "{former}");
            assert!(other_names(code(alpha2)).contains(&former), "{former}");
        }
        assert_eq!(from_name("Atlantis"), None);
    }

    #[test]
    fn no_two_countries_share_a_name() {
        let mut seen = HashSet::new();
        for country in table() {
            for name in country.other_names.iter().chain([&country.name]) {
                assert!(
                    !name.trim().is_empty(),
                    "{} has an empty name",
                    country.code
                );
                assert!(seen.insert(name.to_lowercase()), "{name} stands twice");
            }
        }
    }

    #[test]
    fn every_line_of_other_names_names_a_country() {
        for line in OTHER_NAMES.lines().skip(1) {
            let alpha2 = line.split('\t').next().unwrap();
            assert!(name(code(alpha2)).is_some(), "{line}");
        }
    }

    #[test]
    fn countries_lie_in_the_regions_of_m49() {
        for (alpha2, slug) in [
            ("AL", "southern-europe"),
            ("AM", "western-asia"),
            ("AQ", "antarctica"),
            ("AT", "western-europe"),
            ("BR", "south-america"),
            ("CY", "western-asia"),
            ("LB", "western-asia"),
            ("MD", "eastern-europe"),
            ("TR", "western-asia"),
            ("XK", "southern-europe"),
        ] {
            assert_eq!(
                region(code(alpha2)).map(Region::slug),
                Some(slug),
                "{alpha2}"
            );
        }
        let used: HashSet<_> = all().filter_map(region).collect();
        assert!(Region::all().all(|region| used.contains(&region)));
        assert!(Region::all().all(|region| Region::parse(region.slug()) == Some(region)));
    }
}
