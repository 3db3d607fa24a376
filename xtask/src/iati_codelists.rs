//! Makes the tables of the codes that IATI files use, from the XML codelists of the standard.

use crate::repository;
use anyhow::{Context as _, Result, bail};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fs;
use std::path::Path;

const FOLDER: &str = "formats/src/iati/codelists";

/// The codelists that the reader needs: the standard's name, and the name of the table.
const CODELISTS: [(&str, &str); 6] = [
    ("PolicyMarker", "policy-markers"),
    ("Region", "regions"),
    ("Sector", "sectors"),
    ("SectorCategory", "sector-categories"),
    ("SectorVocabulary", "sector-vocabularies"),
    ("UNSDG-Goals", "sdg-goals"),
];

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else {
        bail!("name the folder of the codelists: cargo xtask iati-codelists FOLDER");
    };
    for (codelist, table) in CODELISTS {
        let path = Path::new(folder).join(format!("{codelist}.xml"));
        let xml =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut items =
            items(&xml).with_context(|| format!("{} is no codelist", path.display()))?;
        items.sort_by(|one, other| one.code.cmp(&other.code));
        let lines = items.iter().map(Item::line);
        let file = format!("{FOLDER}/{table}.tsv");
        fs::write(repository::root().join(&file), lines.collect::<String>())?;
        println!("{file}: {} codes", items.len());
    }
    Ok(())
}

#[derive(Debug, Default, PartialEq)]
struct Item {
    code: String,
    category: String,
    english: String,
    french: String,
}

impl Item {
    fn line(&self) -> String {
        let cells = [&self.code, &self.category, &self.english, &self.french];
        let cells = cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
        cells.join("\t") + "\n"
    }
}

/// The items of a codelist, with the names that have no language or are French.
fn items(xml: &str) -> Result<Vec<Item>> {
    let mut reader = Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    let mut language = String::new();
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                if name == "codelist-item" {
                    items.push(Item::default());
                }
                let stated = tag.try_get_attribute("xml:lang")?;
                language = stated.map_or_else(String::new, |it| it.value.into_owned());
                path.push(name);
            }
            Event::End(_) => {
                path.pop();
            }
            Event::Text(text) => append(&mut items, &path, &language, &text.into_inner()),
            Event::GeneralRef(entity) => {
                let entity = format!("&{};", &*entity);
                let text = quick_xml::escape::unescape(&entity)?;
                append(&mut items, &path, &language, &text);
            }
            Event::Eof => return Ok(items),
            _ => {}
        }
    }
}

fn append(items: &mut [Item], path: &[String], language: &str, text: &str) {
    let Some(item) = items.last_mut() else {
        return;
    };
    let names: Vec<_> = path.iter().map(String::as_str).collect();
    let field = match names.as_slice() {
        [.., "codelist-item", "code"] => &mut item.code,
        [.., "codelist-item", "category"] => &mut item.category,
        [.., "codelist-item", "name", "narrative"] if language.is_empty() => &mut item.english,
        [.., "codelist-item", "name", "narrative"] if language == "fr" => &mut item.french,
        _ => return,
    };
    field.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codelist_becomes_lines_of_code_category_and_names() {
        let xml = r#"<codelist><metadata><name><narrative>Sector</narrative></name></metadata><codelist-items>
            <codelist-item><code>1</code><name><narrative>Food &amp; water </narrative>
            <narrative xml:lang="fr">Eau</narrative></name><description><narrative>…</narrative></description>
            <category>A</category></codelist-item></codelist-items></codelist>"#;
        let lines: String = items(xml).unwrap().iter().map(Item::line).collect();
        assert_eq!(lines, "1\tA\tFood & water\tEau\n");
    }
}
