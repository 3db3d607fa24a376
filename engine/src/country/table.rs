//! The table of countries, parsed once from the text that is compiled in.

use crate::country::code::CountryCode;
use crate::country::region::Region;
use crate::sort::sort;
use crate::string_table::StringTable;
use crate::text::{slug, words};
use std::sync::OnceLock;

const COUNTRIES: &str = include_str!("countries.tsv");
const ALIASES: &str = include_str!("aliases.tsv");

struct Country {
    code: CountryCode,
    alpha3: &'static str,
    region: Option<Region>,
    name: &'static str,
    aliases: Vec<&'static str>,
}

fn table() -> &'static [Country] {
    static TABLE: OnceLock<Vec<Country>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut countries: Vec<Country> = COUNTRIES.lines().skip(1).filter_map(parse).collect();
        for line in ALIASES.lines().skip(1) {
            let mut cells = line.split('\t');
            let code = cells.next().and_then(CountryCode::parse);
            let position = code.and_then(|code| position(&countries, code));
            if let Some(country) = position.and_then(|position| countries.get_mut(position)) {
                country.aliases.extend(cells);
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
        aliases: Vec::new(),
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

/// Returns every code of the table, in alphabetical order.
pub fn all() -> impl Iterator<Item = CountryCode> {
    table().iter().map(|country| country.code)
}

/// Returns the current English name; `None` for a code that is not in the table.
///
/// ```
/// use atlas_engine::country::{self, CountryCode};
/// assert_eq!(CountryCode::parse("MK").and_then(country::name), Some("North Macedonia"));
/// assert_eq!(CountryCode::parse("QQ").and_then(country::name), None);
/// ```
pub fn name(code: CountryCode) -> Option<&'static str> {
    find(code).map(|country| country.name)
}

/// Returns the position of a country in [`all`]; `None` for a code that is not in the table.
pub fn position_of(code: CountryCode) -> Option<usize> {
    position(table(), code)
}

/// Returns the aliases of a country: former, official and other names that people search for. None for
/// a code that is not in the table.
pub fn aliases(code: CountryCode) -> &'static [&'static str] {
    find(code).map_or(&[], |country| country.aliases.as_slice())
}

/// Returns the region of a country; `None` for a code that is not in the table.
pub fn region(code: CountryCode) -> Option<Region> {
    find(code).and_then(|country| country.region)
}

/// Returns the code for an ISO 3166-1 alpha-3 code of either case, such as `ROU`; `XKX` is Kosovo.
pub fn from_alpha3(alpha3: &str) -> Option<CountryCode> {
    let mut countries = table().iter();
    let country = countries.find(|country| country.alpha3.eq_ignore_ascii_case(alpha3))?;
    Some(country.code)
}

/// Returns the code of the country with this current or former name.
///
/// Case, diacritics, punctuation, articles and word order are ignored, and so are the abbreviations that
/// statistics use: “Congo, Dem. Rep.” is the “Democratic Republic of the Congo”. A name that several
/// countries share, such as “Congo” or “Korea” alone, gives `None`.
///
/// ```
/// use atlas_engine::country;
/// assert_eq!(country::from_name("Turkey"), country::from_name("türkiye"));
/// assert_eq!(country::from_name("Korea, Rep."), country::from_name("Republic of Korea"));
/// assert_eq!(country::from_name("Korea"), None);
/// ```
pub fn from_name(name: &str) -> Option<CountryCode> {
    if name.len() > MAX_NAME_BYTES {
        return None;
    }
    let short = slug(name);
    if let Some((_, code)) = OTHER_CODES.iter().find(|(known, _)| *known == short) {
        return CountryCode::parse(code);
    }
    let significant = significant_words(name);
    let named = code_of(&significant);
    // Many lists put “Republic of” or “Kingdom of” before names that do not need it.
    named.or_else(|| {
        let is_form = |word: &String| word == "republic" || word == "kingdom";
        let without: Vec<String> = significant
            .iter()
            .filter(|it| !is_form(it))
            .cloned()
            .collect();
        (without.len() < significant.len()).then(|| code_of(&without))?
    })
}

/// Returns the country that a text names by an ISO 3166-1 code, another code in use, or a name; `None` if
/// it names none or several.
pub fn from_text(text: &str) -> Option<CountryCode> {
    let text = text.trim();
    let code = CountryCode::parse(text).filter(|code| find(*code).is_some());
    code.or_else(|| from_alpha3(text))
        .or_else(|| from_name(text))
}

/// Returns the country that a search names; `None` unless it is only a country's name or code.
pub fn from_search(text: &str) -> Option<CountryCode> {
    let is_short = text.trim().len() <= MAX_CODE_LETTERS;
    if is_short && !is_capitals(text) {
        return None;
    }
    from_text(text)
}

/// Whether a search is only a country's code or initials, in capitals or with full stops: `no` is a
/// word.
pub(crate) fn is_code(text: &str) -> bool {
    let is_short = text.trim().len() <= MAX_CODE_LETTERS && is_capitals(text);
    (is_short || is_initials(text)) && from_search(text).is_some()
}

const MAX_CODE_LETTERS: usize = 3;

/// No country has a longer name in any list, so whole paragraphs in place of a name cost no time.
const MAX_NAME_BYTES: usize = 200;

/// Whether a text is initials: capitals separated by spaces, or any letters with full stops.
fn is_initials(text: &str) -> bool {
    let is_letter = |part: &str| {
        part.len() == 1
            && part.bytes().all(|byte| {
                byte.is_ascii_uppercase() || (text.contains('.') && byte.is_ascii_lowercase())
            })
    };
    let mut parts = text.split(['.', ' ']).filter(|part| !part.is_empty());
    parts.all(is_letter)
}

fn is_capitals(text: &str) -> bool {
    text.trim().bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns the other countries whose names contain all the words of a name of several words.
pub(crate) fn with_longer_names(name: &str, code: CountryCode) -> Vec<CountryCode> {
    let wanted = significant_words(name);
    let contains = |longer: &&'static str| {
        let longer = significant_words(longer);
        wanted.iter().all(|word| longer.contains(word))
    };
    let is_other = |country: &&Country| {
        country.code != code && country.aliases.iter().chain([&country.name]).any(&contains)
    };
    if wanted.len() < 2 {
        return Vec::new();
    }
    let others = table().iter().filter(is_other);
    others.map(|country| country.code).collect()
}

/// Other codes and short forms in use, as slugs. Not searched for within a text: most are also words.
const OTHER_CODES: [(&str, &str); 12] = [
    ("car", "CF"),
    // ISO's own form; without “(the)” it is unclear which Congo is meant.
    ("congo-the", "CG"),
    ("el", "GR"),
    ("ksv", "XK"),
    ("opt", "PS"),
    ("rca", "CF"),
    ("u-s", "US"),
    ("u-k", "GB"),
    ("unk", "XK"),
    ("wbg", "PS"),
    ("xks", "XK"),
    ("xkv", "XK"),
];

/// The words that identify a name, in alphabetical order: without articles and other small words, with
/// abbreviations written out and initials as one word.
fn significant_words(name: &str) -> Vec<String> {
    let mut significant: Vec<String> = Vec::new();
    let mut initials = String::new();
    let mut add = |word: &str| {
        let word = match word {
            "" | "of" | "the" | "and" => return,
            "rep" => "republic",
            "dem" => "democratic",
            "fed" => "federated",
            "sts" => "states",
            "st" => "saint",
            "is" => "islands",
            other => other,
        };
        significant.push(word.to_owned());
    };
    for word in words(name) {
        if word.folded.len() == 1 {
            initials.push_str(&word.folded);
            continue;
        }
        add(&initials);
        initials.clear();
        add(&word.folded);
    }
    add(&initials);
    sort(&mut significant, String::cmp);
    significant
}

fn code_of(significant: &[String]) -> Option<CountryCode> {
    static NAMES: OnceLock<StringTable> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = StringTable::default();
        for (at, country) in (0u32..).zip(table()) {
            for name in country.aliases.iter().chain([&country.name]) {
                names.insert(&significant_words(name).join(" "), at);
            }
        }
        names
    });
    let at = names.get(&significant.join(" "))?;
    table().get(at as usize).map(|country| country.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn code(text: &str) -> CountryCode {
        CountryCode::parse(text).unwrap()
    }

    #[test]
    fn every_iso_3166_country_and_kosovo_has_a_complete_entry() {
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
    fn countries_have_their_current_names() {
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
    fn former_names_resolve_to_the_same_country() {
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
            assert!(aliases(code(alpha2)).contains(&former), "{former}");
        }
        assert_eq!(from_name("Atlantis"), None);
    }

    #[test]
    fn countries_are_recognised_by_common_variants_of_their_names() {
        for (alpha2, names) in [
            ("BS", "Bahamas, The|Bahamas (the)|The Bahamas"),
            (
                "CD",
                "Congo, Dem. Rep.|Congo-Kinshasa|RDC|DROC|D.R. Congo|Congo (DRC)|Democratic Republic of Congo|Congo (the Democratic Republic of the)|Belgian Congo|Zaire",
            ),
            (
                "CF",
                "CAR|Central African Republic (the)|CENTRAFRICAINE, REPUBLIQUE",
            ),
            (
                "CG",
                "Congo, Rep.|Congo, Republic of the|Congo-Brazzaville|Congo (the)|Congo Republic",
            ),
            (
                "CI",
                "Côte d'Ivoire|Cote d’Ivoire|Cote d Ivoire|Ivory Coast|COTE D'IVOIRE",
            ),
            ("CV", "Cape Verde|Cabo Verde"),
            ("CZ", "Czechia|Czech Republic"),
            ("DM", "Dominica"),
            ("DO", "Dominican Republic (the)|Dominican Rep."),
            ("EG", "Egypt, Arab Rep."),
            (
                "FM",
                "Micronesia, Fed. Sts.|Micronesia (Federated States of)",
            ),
            (
                "GB",
                "UK|U.K.|United Kingdom of Great Britain and Northern Ireland (the)|Northern Ireland",
            ),
            ("GM", "Gambia, The|The Gambia|Gambia"),
            ("GN", "Guinea|Republic of Guinea"),
            ("GQ", "Equatorial Guinea|Guinea, Equatorial"),
            ("GR", "EL|Greece|Hellas|Hellenic Republic"),
            ("GW", "Guinea-Bissau|Guinea Bissau"),
            ("HK", "Hong Kong SAR, China|Hong Kong SAR"),
            ("IR", "Iran, Islamic Rep.|Iran (Islamic Republic of)"),
            ("KG", "Kyrgyz Republic|Kyrgyzstan"),
            (
                "KN",
                "St. Kitts and Nevis|Saint Kitts & Nevis|St Kitts & Nevis",
            ),
            (
                "KP",
                "Korea, Dem. People's Rep.|Korea (the Democratic People’s Republic of)|Korea, North|DPRK|D.P.R. Korea",
            ),
            (
                "KR",
                "Korea, Rep.|Korea, Republic of|Republic of Korea|Korea, South|Korea (the Republic of)",
            ),
            ("LA", "Lao PDR|Lao P.D.R.|Lao People's Dem. Rep."),
            ("MD", "Moldova, Republic of|Moldova"),
            (
                "MK",
                "Macedonia, FYR|FYROM|Macedonia, the former Yugoslav Republic of",
            ),
            ("MM", "Burma|Myanmar"),
            ("MO", "Macao SAR|Macao SAR, China|Macau"),
            ("NE", "Niger (the)"),
            (
                "PS",
                "West Bank and Gaza|West Bank & Gaza Strip|Palestine, State of|oPt",
            ),
            ("SK", "Slovak Republic|Slovakia"),
            ("SZ", "Swaziland|Eswatini"),
            ("TL", "Timor Leste|East Timor|Timor-Leste"),
            ("TR", "Türkiye|Turkiye|Turkey|TÜRKİYE"),
            (
                "TW",
                "Taiwan, China|Taiwan (Province of China)|Chinese Taipei",
            ),
            (
                "TZ",
                "Tanzania, United Republic of|Tanzania, the United Republic of",
            ),
            ("US", "USA|U.S.A.|U.S.|United States of America (the)"),
            ("VC", "St. Vincent and the Grenadines"),
            ("VE", "Venezuela, RB|Venezuela (Bolivarian Republic of)"),
            ("VG", "Virgin Islands (British)"),
            ("VI", "Virgin Islands (U.S.)|US Virgin Islands"),
            ("VN", "Viet Nam|Vietnam"),
            ("XK", "XKS|KSV|UNK|Kosovo*"),
            ("YE", "Yemen, Rep."),
            ("AE", "UAE|U.A.E.|United Arab Emirates (the)"),
            ("KE", "Kenya, Republic of"),
            ("NL", "Kingdom of the Netherlands"),
        ] {
            for name in names.split('|') {
                assert_eq!(from_name(name), Some(code(alpha2)), "{name}");
            }
        }
    }

    #[test]
    fn ambiguous_names_resolve_to_no_country() {
        for name in [
            "Congo",
            "Korea",
            "Virgin Islands",
            "Republic",
            "Kingdom",
            "Democratic Republic",
            "",
            " , ",
            "Multi-country",
            "Serbia and Montenegro",
            "Kenya, Uganda and Tanzania",
            "Burundi; Djibouti; Ethiopia",
            "New Guinea",
        ] {
            assert_eq!(from_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_country_is_recognised_by_code_or_name() {
        for (text, alpha2) in [
            ("NA", "NA"),
            (" ro ", "RO"),
            ("UK", "GB"),
            ("EL", "GR"),
            ("XKX", "XK"),
            ("rou", "RO"),
            ("Greece", "GR"),
        ] {
            assert_eq!(from_text(text), Some(code(alpha2)), "{text}");
        }
        assert_eq!(from_text("QQ"), None);
    }

    #[test]
    fn no_two_countries_have_names_with_the_same_significant_words() {
        let mut seen: Vec<(Vec<String>, CountryCode)> = Vec::new();
        for country in table() {
            for name in country.aliases.iter().chain([&country.name]) {
                let words = significant_words(name);
                assert!(!words.is_empty(), "{name}");
                let other = seen.iter().find(|(known, _)| *known == words);
                assert!(other.is_none_or(|(_, of)| *of == country.code), "{name}");
                seen.push((words, country.code));
            }
            assert_eq!(
                code_of(&significant_words(country.name)),
                Some(country.code)
            );
        }
        for (short, alpha2) in OTHER_CODES {
            assert_eq!(slug(short), short);
            assert!(name(code(alpha2)).is_some(), "{short}");
        }
    }

    #[test]
    fn no_two_countries_share_a_name() {
        let mut seen = HashSet::new();
        for country in table() {
            for name in country.aliases.iter().chain([&country.name]) {
                assert!(
                    !name.trim().is_empty(),
                    "{} has an empty name",
                    country.code
                );
                assert!(seen.insert(name.to_lowercase()), "{name} is listed twice");
            }
        }
    }

    #[test]
    fn every_alias_belongs_to_a_known_country() {
        for line in ALIASES.lines().skip(1) {
            let alpha2 = line.split('\t').next().unwrap();
            assert!(name(code(alpha2)).is_some(), "{line}");
        }
    }

    #[test]
    fn countries_are_in_their_m49_regions() {
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
