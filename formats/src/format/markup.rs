//! XML and HTML, by the first element.

use super::{COPY_TABLE, EXPORT_LIST, Format, Recognised, SAVE_AS_XLSX, Unsupported};

/// The format of a text that begins with an element; `None` if it begins with none.
pub(super) fn recognise(start: &str) -> Option<Recognised> {
    if !start.starts_with('<') {
        return None;
    }
    let is_xml = has_prefix(start, "<?xml");
    let root = root(start);
    let Some(name) =
        root.filter(|name| is_xml || is_known(name) || start.trim_end().ends_with('>'))
    else {
        let is_markup = is_xml || has_prefix(start, "<!");
        return is_markup.then(|| by_content(start, None));
    };
    Some(match local(name).to_ascii_lowercase().as_str() {
        "iati-activities" | "iati-activity" => Ok(Format::Iati),
        "iati-organisations" | "iati-organisation" => Err(Unsupported::new(
            "an IATI organisation file, with budgets of an organisation and no activities",
            "Get the publisher's activity file instead.",
        )),
        "html" | "head" | "body" | "table" | "div" | "p" | "script" | "meta" | "style" => {
            Err(html())
        }
        "workbook" => Err(Unsupported::new(
            "an XML spreadsheet of Excel 2003",
            SAVE_AS_XLSX,
        )),
        "document" if has_prefix(name, "office:") => Err(Unsupported::new(
            "a flat OpenDocument file",
            "Save it as .ods or .xlsx.",
        )),
        "rss" | "feed" => Err(Unsupported::new("a news feed", EXPORT_LIST)),
        "kml" | "gpx" => Err(Unsupported::new("a map file", "Convert it to GeoJSON.")),
        "svg" => Err(Unsupported::new("a picture", EXPORT_LIST)),
        _ => by_content(start, Some(name)),
    })
}

/// The format of XML with an element that says nothing: activities may be inside another element.
fn by_content(start: &str, name: Option<&str>) -> Recognised {
    let has = |tag: &str| start.contains(tag);
    if has("<iati-activities") || has("<iati-activity") || has(":iati-activity") {
        return Ok(Format::Iati);
    }
    if has_prefix(start, "<!doctype html") {
        return Err(html());
    }
    let what = name.map_or("XML".to_owned(), |it| {
        let shown: String = it.chars().take(60).collect();
        format!("XML of the kind “{shown}”")
    });
    Err(Unsupported::new(
        what,
        "Only XML by the IATI activity standard is read. Export the list as CSV or .xlsx.",
    ))
}

fn html() -> Unsupported {
    Unsupported::new("a web page", COPY_TABLE)
}

/// The name of the first element, past declarations, comments and instructions; `None` if there is none.
fn root(mut text: &str) -> Option<&str> {
    loop {
        text = text.trim_start();
        text = if let Some(rest) = text.strip_prefix("<?") {
            rest.split_once("?>")?.1
        } else if let Some(rest) = text.strip_prefix("<!--") {
            rest.split_once("-->")?.1
        } else if let Some(rest) = text.strip_prefix("<!") {
            past_declaration(rest)?
        } else {
            break;
        };
    }
    let name = text.strip_prefix('<')?;
    let end = name.find(|it: char| it.is_whitespace() || matches!(it, '>' | '/' | '<'));
    let name = name.get(..end.unwrap_or(name.len()))?;
    name.starts_with(|it: char| it.is_alphabetic() || it == '_')
        .then_some(name)
}

/// What follows a document type declaration, which may have declarations in brackets.
fn past_declaration(text: &str) -> Option<&str> {
    let end = text.find(['>', '['])?;
    let rest = text.get(end..)?;
    match rest.strip_prefix('[') {
        Some(inner) => inner
            .split_once(']')?
            .1
            .split_once('>')
            .map(|(_, rest)| rest),
        None => rest.get(1..),
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn is_known(name: &str) -> bool {
    let name = local(name);
    has_prefix(name, "iati-") || has_prefix(name, "html") || has_prefix(name, "table")
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|it| it.eq_ignore_ascii_case(prefix))
}
