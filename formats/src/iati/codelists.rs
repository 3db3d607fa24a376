//! The names of codes in the standard's codelists; `codelists/LICENCE.txt` says where they are from.

use super::language::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A codelist, sorted by code.
struct Codelist(Vec<Item>);

struct Item {
    code: &'static str,
    category: &'static str,
    english: &'static str,
    french: &'static str,
}

impl Codelist {
    fn new(table: &'static str) -> Self {
        let code = |line: &'static str| {
            let mut cells = line.split('\t');
            Some(Item {
                code: cells.next()?,
                category: cells.next()?,
                english: cells.next()?,
                french: cells.next()?,
            })
        };
        Self(table.lines().filter_map(code).collect())
    }

    fn find(&self, code: &str) -> Option<&Item> {
        let at = self.0.binary_search_by(|it| it.code.cmp(code)).ok()?;
        self.0.get(at)
    }

    fn name(&self, code: &str, language: Option<Language>) -> Option<&'static str> {
        self.find(code).map(|it| it.name(language))
    }
}

impl Item {
    fn name(&self, language: Option<Language>) -> &'static str {
        if language == Some(Language::FRENCH) && !self.french.is_empty() {
            return self.french;
        }
        self.english
    }
}

macro_rules! codelist {
    ($name:ident, $file:literal) => {
        static $name: LazyLock<Codelist> =
            LazyLock::new(|| Codelist::new(include_str!(concat!("codelists/", $file))));
    };
}

codelist!(POLICY_MARKERS, "policy-markers.tsv");
codelist!(REGIONS, "regions.tsv");
codelist!(SECTORS, "sectors.tsv");
codelist!(SECTOR_CATEGORIES, "sector-categories.tsv");
codelist!(SECTOR_VOCABULARIES, "sector-vocabularies.tsv");
codelist!(SDG_GOALS, "sdg-goals.tsv");

/// The regions of UN M49 above and at the level of those that countries are grouped by.
const M49: [(&str, &str); 32] = [
    ("001", "World"),
    ("002", "Africa"),
    ("003", "North America"),
    ("005", "South America"),
    ("009", "Oceania"),
    ("011", "Western Africa"),
    ("013", "Central America"),
    ("014", "Eastern Africa"),
    ("015", "Northern Africa"),
    ("017", "Middle Africa"),
    ("018", "Southern Africa"),
    ("019", "Americas"),
    ("021", "Northern America"),
    ("029", "Caribbean"),
    ("030", "Eastern Asia"),
    ("034", "Southern Asia"),
    ("035", "South-eastern Asia"),
    ("039", "Southern Europe"),
    ("053", "Australia and New Zealand"),
    ("054", "Melanesia"),
    ("057", "Micronesia"),
    ("061", "Polynesia"),
    ("142", "Asia"),
    ("143", "Central Asia"),
    ("145", "Western Asia"),
    ("150", "Europe"),
    ("151", "Eastern Europe"),
    ("154", "Northern Europe"),
    ("155", "Western Europe"),
    ("202", "Sub-Saharan Africa"),
    ("419", "Latin America and the Caribbean"),
    ("830", "Channel Islands"),
];

/// A sector of the OECD DAC: `Group > Value` for a code of five digits, the group for one of three.
pub(super) fn dac_sector(code: &str, language: Option<Language>) -> Option<String> {
    let Some(sector) = SECTORS.find(code) else {
        let category = SECTOR_CATEGORIES.name(code, language);
        return category.map(str::to_owned);
    };
    let name = sector.name(language);
    let category = SECTOR_CATEGORIES.name(sector.category, language);
    Some(category.map_or_else(|| name.to_owned(), |group| [group, " > ", name].concat()))
}

pub(super) fn sector_vocabulary(code: &str, language: Option<Language>) -> Option<&'static str> {
    SECTOR_VOCABULARIES.name(code, language)
}

/// The Sustainable Development Goal of a goal, a target (`6.1`) or an indicator (`6.1.1`).
pub(super) fn sdg_goal(code: &str, language: Option<Language>) -> Option<&'static str> {
    let goal = code.split('.').next().unwrap_or(code);
    SDG_GOALS.name(goal.trim_start_matches('0'), language)
}

pub(super) fn policy_marker(code: &str, language: Option<Language>) -> Option<&'static str> {
    POLICY_MARKERS.name(code, language)
}

/// A region of the OECD DAC.
pub(super) fn dac_region(code: &str, language: Option<Language>) -> Option<&'static str> {
    REGIONS.name(code, language)
}

/// A region of UN M49, in English.
pub(super) fn m49_region(code: &str) -> Option<&'static str> {
    let same = |known: &str| known.trim_start_matches('0') == code.trim_start_matches('0');
    let region = M49.iter().find(|(known, _)| same(known));
    region.map(|(_, name)| *name)
}

/// The codes of names, to write them.
pub(crate) struct Codes {
    sectors: HashMap<String, &'static str>,
    goals: HashMap<&'static str, &'static str>,
}

impl Default for Codes {
    fn default() -> Self {
        let languages = [Language::ENGLISH, Language::FRENCH];
        let (mut sectors, mut goals) = (HashMap::new(), HashMap::new());
        for language in languages {
            for Item { code, .. } in SECTOR_CATEGORIES.0.iter().chain(&SECTORS.0) {
                if let Some(name) = dac_sector(code, Some(language)) {
                    sectors.entry(name).or_insert(*code);
                }
            }
            for goal in &SDG_GOALS.0 {
                goals.insert(goal.name(Some(language)), goal.code);
            }
        }
        Self { sectors, goals }
    }
}

impl Codes {
    /// The vocabulary and the code of a sector of the OECD DAC, by its name as [`dac_sector`] gives it.
    pub(crate) fn dac_sector(&self, name: &str) -> Option<(&'static str, &'static str)> {
        let code = *self.sectors.get(name)?;
        Some((if code.len() == 3 { "2" } else { "1" }, code))
    }

    pub(crate) fn sdg_goal(&self, name: &str) -> Option<&'static str> {
        self.goals.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_names_in_english_and_french() {
        let french = Language::parse("fr-FR");
        let sector = dac_sector("14030", None);
        assert_eq!(
            sector.as_deref().and_then(|it| it.split_once(" > ")),
            Some((
                "Water Supply & Sanitation",
                "Basic drinking water supply and basic sanitation"
            ))
        );
        assert_eq!(dac_sector("112", None).as_deref(), Some("Basic Education"));
        assert_eq!(
            dac_sector("112", french).as_deref(),
            Some("Education de Base")
        );
        assert_eq!(dac_sector("99", None), None);
        assert_eq!(dac_region("298", None), Some("Africa, regional"));
        assert_eq!(dac_region("298", french), Some("Afrique, régional"));
        assert_eq!(m49_region("2"), Some("Africa"));
        assert_eq!(sdg_goal("6.1", None), sdg_goal("06", None));
        assert_eq!(policy_marker("1", None), Some("Gender Equality"));
        assert_eq!(sector_vocabulary("6", None), Some("AidData"));
    }
}
