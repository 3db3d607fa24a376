//! Makes the table of countries' and regions' names in every language that lists of projects are read in.

use super::json::read;
use anyhow::{Context as _, Result};
use atlas_engine::text::slug;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The languages of the interface and the EU, and others in which lists of projects are published. The names of a
/// country are in this order.
const LANGUAGES: [&str; 37] = [
    "en", "de", "fr", "es", "mk", "ar", "bg", "ca", "cs", "da", "el", "et", "fi", "ga", "hr", "hu",
    "it", "lt", "lv", "mt", "nb", "nl", "nn", "pl", "pt", "pt-PT", "ro", "ru", "sk", "sl", "sq",
    "sr", "sr-Latn", "bs", "sv", "tr", "uk",
];

/// Keys of CLDR that name no place: an organisation, two pseudo-locales, the unknown region.
const NO_PLACES: [&str; 4] = ["UN", "XA", "XB", "ZZ"];

/// As many of the languages are those of the interface: in these, names are also recognised if they are misspelt.
const INTERFACE_LANGUAGES: usize = 6;

/// Returns a line per key of CLDR: key, number of M49 if there is one, and its names in all languages, each once.
/// An empty cell ends those in the interface's languages.
/// `names` is the folder of the languages, `codes` CLDR's mappings of codes.
pub(crate) fn table(names: &Path, codes: &Value) -> Result<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        if at == INTERFACE_LANGUAGES {
            for names in places.values_mut() {
                names.push(String::new());
            }
        }
        let file = read(&names.join(language).join("territories.json"))?;
        let names = file["main"][language]["localeDisplayNames"]["territories"].as_object();
        let names = names.with_context(|| format!("{language} has no names"))?;
        for (key, name) in names {
            let key = key.split("-alt-").next().unwrap_or(key);
            let name = name
                .as_str()
                .with_context(|| format!("{key} in {language}"))?;
            if NO_PLACES.contains(&key) {
                continue;
            }
            let known = places.entry(key.to_owned()).or_default();
            // A reader folds case, diacritics and punctuation.
            if !known.iter().any(|known| slug(known) == slug(name)) {
                known.push(name.to_owned());
            }
        }
    }
    let mut table = "code\tnumber\tnames\n".to_owned();
    for (key, names) in places {
        let is_number = key.bytes().all(|byte| byte.is_ascii_digit());
        let number = codes[&key]["_numeric"].as_str();
        let number = number.unwrap_or(if is_number { &key } else { "" });
        let names = names.join("\t");
        writeln!(table, "{key}\t{number}\t{}", names.trim_end())?;
    }
    Ok(table)
}
