//! What the parts of a workbook say about its sheets.

use super::super::number_format::{self, NumberKind};
use super::super::xml::{Xml, attribute, number};
use quick_xml::events::Event;
use std::collections::HashMap;
use std::io::BufRead;

/// The path of a part that is named relative to a folder.
pub(super) fn in_folder(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A relation of the workbook to another part.
#[derive(Debug)]
pub(super) struct Relation {
    /// The last word of its type, such as `worksheet`.
    pub(super) kind: String,
    pub(super) target: String,
}

/// The relations of a part, by their names.
pub(super) fn relations_of(mut xml: Xml<impl BufRead>) -> HashMap<String, Relation> {
    let mut relations = HashMap::new();
    while let Some(event) = xml.next() {
        if let Event::Start(it) | Event::Empty(it) = event
            && it.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(&it, "Id"), attribute(&it, "Target"))
        {
            let kind = attribute(&it, "Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = target.into_owned();
            relations.insert(id.into_owned(), Relation { kind, target });
        }
    }
    relations
}

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    pub(super) is_1904: bool,
}

/// A sheet, as the workbook lists it.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) relation: String,
    pub(super) is_hidden: bool,
}

impl Workbook {
    pub(super) fn read(mut xml: Xml<impl BufRead>) -> Self {
        let mut workbook = Self::default();
        let mut has_properties = false;
        while let Some(event) = xml.next() {
            let (Event::Start(it) | Event::Empty(it)) = event else {
                continue;
            };
            match it.local_name().as_ref() {
                // An extension may have properties of the same name, which say nothing about dates.
                "workbookPr" if !has_properties => {
                    has_properties = true;
                    let value = attribute(&it, "date1904");
                    workbook.is_1904 = value.is_some_and(|it| matches!(&*it, "1" | "true" | "on"));
                }
                "sheet" => workbook.sheets.push(Sheet {
                    name: attribute(&it, "name").unwrap_or_default().into_owned(),
                    relation: attribute(&it, "id").unwrap_or_default().into_owned(),
                    is_hidden: attribute(&it, "state")
                        .is_some_and(|it| it.to_lowercase().contains("hidden")),
                }),
                _ => {}
            }
        }
        workbook
    }
}

/// What the numbers of each cell style are.
pub(super) fn formats_of(mut xml: Xml<impl BufRead>) -> Vec<NumberKind> {
    let mut custom: HashMap<u32, NumberKind> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_cell_style = false;
    while let Some(event) = xml.next() {
        match event {
            Event::Start(it) | Event::Empty(it) => match it.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&it, "numFmtId"), attribute(&it, "formatCode"))
                    {
                        custom.insert(id, number_format::custom(&code));
                    }
                }
                "cellXfs" => is_cell_style = true,
                "xf" if is_cell_style => {
                    let id = number(&it, "numFmtId").unwrap_or(0);
                    let known = custom.get(&id).copied();
                    formats.push(known.unwrap_or_else(|| number_format::built_in(id)));
                }
                _ => {}
            },
            Event::End(it) if it.local_name().as_ref() == "cellXfs" => is_cell_style = false,
            _ => {}
        }
    }
    formats
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_folder_of_the_workbook() {
        assert_eq!(
            in_folder("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(in_folder("xl", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(in_folder("xl", "../b.xml"), "b.xml");
    }
}
