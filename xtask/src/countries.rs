//! Makes the tables of countries and of their names from two npm packages of CLDR.

mod json;
mod names;

use crate::repository;
use anyhow::{Context as _, Result, bail};
use atlas_engine::country::Region;
use json::read;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use xshell::{Shell, cmd};

const VERSION: &str = "48.2.0";
const FOLDER: &str = "engine/src/country";
const NAMES: &str = "i18n/src/names";
const NAMES_TO_READ: &str = "formats/src/values/country";

/// The finest sub-regions of UN M49, by number and slug.
const REGIONS: [(&str, &str); 22] = [
    ("005", "south-america"),
    ("011", "western-africa"),
    ("013", "central-america"),
    ("014", "eastern-africa"),
    ("015", "northern-africa"),
    ("017", "middle-africa"),
    ("018", "southern-africa"),
    ("021", "northern-america"),
    ("029", "caribbean"),
    ("030", "eastern-asia"),
    ("034", "southern-asia"),
    ("035", "south-eastern-asia"),
    ("039", "southern-europe"),
    ("053", "australia-and-new-zealand"),
    ("054", "melanesia"),
    ("057", "micronesia"),
    ("061", "polynesia"),
    ("143", "central-asia"),
    ("145", "western-asia"),
    ("151", "eastern-europe"),
    ("154", "northern-europe"),
    ("155", "western-europe"),
];

/// Where CLDR's short or variant name is better: no brackets, no former name.
const NAMED_BY: [(&str, &str); 6] = [
    ("CC", "CC-alt-short"),
    ("CV", "CV-alt-variant"),
    ("HK", "HK-alt-short"),
    ("MM", "MM-alt-short"),
    ("MO", "MO-alt-short"),
    ("PS", "PS-alt-short"),
];

/// Where no CLDR name reads well in a sentence.
const RENAMED: [(&str, &str); 4] = [
    ("CD", "Democratic Republic of the Congo"),
    ("CG", "Republic of the Congo"),
    ("UM", "United States Minor Outlying Islands"),
    ("VC", "Saint Vincent and the Grenadines"),
];

/// Where CLDR's name in another language has an explanation in brackets, distinguishes two countries by
/// their capitals, or differs from M49's name of the region: language, code or number, name.
const RENAMED_ELSEWHERE: [(&str, &str, &str); 29] = [
    ("ar", "CC", "جزر كوكوس"),
    ("ar", "CD", "جمهورية الكونغو الديمقراطية"),
    ("ar", "CG", "جمهورية الكونغو"),
    ("ar", "MM", "ميانمار"),
    ("ar", "018", "الجنوب الأفريقي"),
    ("ar", "021", "أمريكا الشمالية"),
    ("ar", "053", "أستراليا ونيوزيلندا"),
    ("ar", "057", "ميكرونيزيا"),
    ("de", "CD", "Demokratische Republik Kongo"),
    ("de", "CG", "Republik Kongo"),
    ("de", "021", "Nordamerika"),
    ("de", "053", "Australien und Neuseeland"),
    ("de", "057", "Mikronesien"),
    ("es", "CG", "República del Congo"),
    ("es", "MM", "Myanmar"),
    ("es", "053", "Australia y Nueva Zelanda"),
    ("es", "057", "Micronesia"),
    ("fr", "CD", "République démocratique du Congo"),
    ("fr", "CG", "République du Congo"),
    ("fr", "MM", "Myanmar"),
    ("fr", "053", "Australie et Nouvelle-Zélande"),
    ("fr", "057", "Micronésie"),
    ("mk", "CC", "Кокосови Острови"),
    ("mk", "CD", "Демократска Република Конго"),
    ("mk", "CG", "Република Конго"),
    ("mk", "MM", "Мјанмар"),
    ("mk", "021", "Северна Америка"),
    ("mk", "053", "Австралија и Нов Зеланд"),
    ("mk", "057", "Микронезија"),
];

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.first() {
        bail!("unexpected argument “{unknown}”: “cargo xtask countries” takes none");
    }
    let shell = repository::shell()?;
    let folder = shell.create_temp_dir()?;
    let core = unpack(&shell, "cldr-core", folder.path())?;
    let names = unpack(&shell, "cldr-localenames-full", folder.path())?;
    let codes = read(&core.join("supplemental/codeMappings.json"))?;
    let codes = &codes["supplemental"]["codeMappings"];
    let table = table(
        codes,
        &read(&core.join("supplemental/territoryContainment.json"))?["supplemental"]["territoryContainment"],
        &read(&names.join("main/en/territories.json"))?["main"]["en"]["localeDisplayNames"]["territories"],
    )?;
    let target = repository::root().join(FOLDER);
    fs::write(target.join("countries.tsv"), &table)?;
    fs::copy(core.join("LICENSE"), target.join("countries.LICENCE.txt"))?;
    let target = repository::root().join(NAMES_TO_READ);
    fs::write(
        target.join("names.tsv"),
        names::table(&names.join("main"), codes)?,
    )?;
    fs::copy(core.join("LICENSE"), target.join("names.LICENCE.txt"))?;
    for language in atlas_i18n::LANGUAGES.iter().filter(|it| !it.is_english()) {
        let code = language.code;
        let territories = read(&names.join(format!("main/{code}/territories.json")))?;
        let territories = &territories["main"][code]["localeDisplayNames"]["territories"];
        let file = repository::root().join(NAMES).join(format!("{code}.tsv"));
        fs::write(file, names_in(code, &table, territories)?)?;
    }
    println!(
        "{FOLDER}/countries.tsv: {} countries and territories",
        table.lines().count() - 1
    );
    Ok(())
}

fn unpack(shell: &Shell, package: &str, folder: &Path) -> Result<std::path::PathBuf> {
    let archive = cmd!(
        shell,
        "npm pack {package}@{VERSION} --silent --pack-destination {folder}"
    )
    .read()
    .with_context(|| format!("npm could not download {package} {VERSION}"))?;
    let archive = folder.join(archive.trim());
    let unpacked = folder.join(package);
    shell.create_dir(&unpacked)?;
    cmd!(
        shell,
        "tar -xzf {archive} -C {unpacked} --strip-components=1"
    )
    .quiet()
    .run()?;
    Ok(unpacked)
}

/// Returns a line per country: alpha-2, alpha-3, letter of the region, English name.
fn table(codes: &Value, containment: &Value, names: &Value) -> Result<String> {
    let regions = regions(containment);
    let mut table = "alpha2\talpha3\tregion\tname\n".to_owned();
    for (code, mapping) in codes
        .as_object()
        .context("codeMappings has an unexpected form")?
    {
        // ISO 3166-1 contains no numbers from 900, and no codes without a number.
        let number = mapping["_numeric"]
            .as_str()
            .and_then(|number| number.parse::<u16>().ok());
        let is_current = number.is_some_and(|number| number < 900);
        let (alpha3, region) = match code.as_str() {
            // Not in ISO 3166-1: maps and statistics use XKX. Not in M49: the region of its neighbours.
            "XK" => ("XKX", "southern-europe"),
            // M49 assigns it to no region.
            "AQ" => ("ATA", "antarctica"),
            code if is_current => match regions.get(code) {
                Some(region) => (
                    mapping["_alpha3"]
                        .as_str()
                        .context("a code without alpha-3")?,
                    *region,
                ),
                // Withdrawn codes are in no region.
                None => continue,
            },
            _ => continue,
        };
        let region = letter(region)?;
        writeln!(table, "{code}\t{alpha3}\t{region}\t{}", name(code, names)?)?;
    }
    Ok(table)
}

/// Returns lines of code or slug and name: countries in the table's order, then regions in the engine's.
fn names_in(language: &str, table: &str, names: &Value) -> Result<String> {
    let name = |key: &str| {
        let short = &names[format!("{key}-alt-short")];
        let renamed = RENAMED_ELSEWHERE
            .iter()
            .find(|(of, renamed, _)| *of == language && *renamed == key);
        let name = match renamed {
            Some((_, _, name)) => Some(*name),
            None if NAMED_BY.iter().any(|(named, _)| *named == key) && short.is_string() => {
                short.as_str()
            }
            None => names[key].as_str(),
        };
        name.with_context(|| format!("{key} has no name in {language}"))
    };
    let mut lines = String::new();
    for code in table.lines().skip(1).filter_map(|line| line.get(..2)) {
        writeln!(lines, "{code}\t{}", name(code)?)?;
    }
    for region in Region::all() {
        let slug = region.slug();
        let number = REGIONS.iter().find(|(_, known)| *known == slug);
        let key = number.map_or("AQ", |(number, _)| number);
        writeln!(lines, "{slug}\t{}", name(key)?)?;
    }
    Ok(lines)
}

/// Returns the letter of a region, `a` for the engine's first. Slugs would be a sixth of the table.
fn letter(region: &str) -> Result<char> {
    let mut letters = ('a'..='z').zip(Region::all());
    let found = letters.find(|(_, known)| known.slug() == region);
    found
        .map(|(letter, _)| letter)
        .with_context(|| format!("the engine has no region {region}"))
}

fn regions(containment: &Value) -> BTreeMap<&str, &'static str> {
    let contained = REGIONS.into_iter().flat_map(|(number, slug)| {
        let codes = containment[number]["_contains"].as_array();
        codes
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(move |code| (code, slug))
    });
    contained.collect()
}

fn name(code: &str, names: &Value) -> Result<String> {
    if let Some((_, name)) = RENAMED.iter().find(|(renamed, _)| *renamed == code) {
        return Ok((*name).to_owned());
    }
    let key = NAMED_BY
        .iter()
        .find(|(named, _)| *named == code)
        .map_or(code, |(_, key)| key);
    let name = names[key]
        .as_str()
        .with_context(|| format!("{code} has no English name"))?;
    Ok(name.replace(" & ", " and ").replace("St. ", "Saint "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_engine::country::{self, CountryCode};
    use atlas_i18n::{ENGLISH, FORMER, FirstLine, LANGUAGES, Language, LoaderMessage, Message};

    fn lines(code: &str) -> Vec<String> {
        let file = Language::parse(code).unwrap().file();
        file.split('\n').map(str::to_owned).collect()
    }

    fn name(language: &str, code: &str) -> String {
        let position = country::position_of(CountryCode::parse(code).unwrap()).unwrap();
        lines(language)[FirstLine::COUNTRIES + position].clone()
    }

    #[test]
    fn names_are_in_the_order_of_the_engine() {
        let codes = country::all().map(|code| code.to_string());
        let keys: Vec<String> = codes
            .chain(Region::all().map(|region| region.slug().to_owned()))
            .collect();
        assert_eq!(keys.len(), FirstLine::MONTHS - FirstLine::COUNTRIES);
        for language in LANGUAGES.iter().filter(|it| !it.is_english()) {
            let file = repository::root()
                .join(NAMES)
                .join(format!("{}.tsv", language.code));
            let named = fs::read_to_string(file).unwrap();
            let named: Vec<_> = named
                .lines()
                .map(|line| line.split('\t').next().unwrap())
                .collect();
            assert_eq!(named, keys, "{}", language.name);
        }
    }

    #[test]
    fn countries_have_their_usual_names_in_each_language() {
        for (code, [fr, de, es, ar, mk]) in [
            (
                "MK",
                [
                    "Macédoine du Nord",
                    "Nordmazedonien",
                    "Macedonia del Norte",
                    "مقدونيا الشمالية",
                    "Северна Македонија",
                ],
            ),
            ("XK", ["Kosovo", "Kosovo", "Kosovo", "كوسوفو", "Косово"]),
            (
                "RO",
                ["Roumanie", "Rumänien", "Rumanía", "رومانيا", "Романија"],
            ),
            (
                "CI",
                [
                    "Côte d’Ivoire",
                    "Côte d’Ivoire",
                    "Côte d’Ivoire",
                    "ساحل العاج",
                    "Брегот на Слоновата Коска",
                ],
            ),
            (
                "PS",
                ["Palestine", "Palästina", "Palestina", "فلسطين", "Палестина"],
            ),
            (
                "MM",
                ["Myanmar", "Myanmar", "Myanmar", "ميانمار", "Мјанмар"],
            ),
        ] {
            for (language, expected) in [("fr", fr), ("de", de), ("es", es), ("ar", ar), ("mk", mk)]
            {
                assert_eq!(name(language, code), expected, "{code} in {language}");
            }
        }
    }

    #[test]
    fn no_two_countries_share_a_name_in_a_language() {
        for language in LANGUAGES.iter().filter(|it| !it.is_english()) {
            let mut names = lines(language.code)[FirstLine::COUNTRIES..FirstLine::REGIONS].to_vec();
            names.sort();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{}", language.name);
        }
    }

    #[test]
    fn a_withdrawn_code_belongs_to_no_current_country() {
        for (at, code) in FORMER.iter().enumerate() {
            let parsed = CountryCode::parse(code).unwrap();
            assert_eq!(country::name(parsed), None, "{code}");
            assert!(
                !ENGLISH
                    .split('\n')
                    .nth(FirstLine::FORMER + at)
                    .unwrap()
                    .is_empty()
            );
        }
    }

    #[test]
    fn the_loader_has_the_english_messages_and_languages_of_the_tables() {
        let script = fs::read_to_string(repository::root().join("public/loader.js")).unwrap();
        // A long message is on a line of its own.
        let script = script.replace(":\n    \"", ": \"");
        let english = LANGUAGES[0].file();
        let words = english.split('\n').skip(FirstLine::COUNTRIES);
        let mut rest = script.split_once("const ENGLISH = {").unwrap().1;
        for word in words {
            let quoted = format!(": \"{word}\",");
            let (before, after) = rest
                .split_once(&quoted)
                .unwrap_or_else(|| panic!("{quoted}"));
            assert!(
                !before.contains('"'),
                "there is another one before {quoted}"
            );
            rest = after;
        }
        assert_eq!(
            english.split('\n').count() - FirstLine::COUNTRIES,
            LoaderMessage::ALL.len()
        );
        let codes: Vec<_> = LANGUAGES
            .iter()
            .map(|it| format!("\"{}\"", it.code))
            .collect();
        assert!(script.contains(&format!("const LANGUAGES = [{}];", codes.join(", "))));
        assert_eq!(Message::ALL.len(), FirstLine::PLURALS);
    }
}
