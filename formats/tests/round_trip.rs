//! What is written is read back: the same portfolio, but for what [`carried`] lists.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/portfolios.rs"]
mod portfolios;
#[path = "../../engine/tests/support/schema.rs"]
mod schema;

use atlas_engine::country;
use atlas_engine::portfolio::{CustomField, Organisation, Portfolio, Project};
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::write::{Selection, Target, Written, write};
use atlas_formats::{Options, Reading, read_with};
use proptest::prelude::*;
use serde_json::{Map, Value};

const TABLES: [Target; 3] = [Target::Csv, Target::Xlsx, Target::Geojson];

fn written(list: &Portfolio, target: Target) -> Written {
    write(list, target, &Selection::default())
}

fn read(bytes: &[u8]) -> Reading {
    read_with(bytes, &Options::default(), &NativeDecoder)
}

/// A portfolio as JSON: its objects have no order.
fn json(list: &Portfolio) -> Value {
    serde_json::to_value(list).unwrap()
}

fn each_text(value: &mut Value, change: &dyn Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|it| each_text(it, change)),
        Value::Object(members) => {
            for (name, mut it) in std::mem::take(members) {
                each_text(&mut it, change);
                // The names of fields are the only ones that change. Those that become the same are one field.
                match (members.entry(change(&name)).or_insert(Value::Null), it) {
                    (Value::Array(before), Value::Array(values)) => before.extend(values),
                    (place, it) => *place = it,
                }
            }
        }
        _ => {}
    }
}

/// What is the same to a table. None of it is a loss.
fn in_table(list: &Portfolio, target: Target) -> Value {
    let mut list = list.clone();
    // A country that has its usual name has none of its own.
    for mention in list.projects.iter_mut().flat_map(|it| &mut it.countries) {
        let usual = country::name(mention.code);
        mention.name.take_if(|name| Some(&**name) == usual);
    }
    let mut value = json(&list);
    // Line breaks are line feeds in cells.
    if target != Target::Geojson {
        each_text(&mut value, &|text| {
            text.replace("\r\n", "\n").replace('\r', "\n")
        });
    }
    // The custom fields of a project have the order of the columns; their order is not compared.
    value
}

/// What a format carries of a portfolio. All else is a loss, which the writer states.
fn carried(list: &Portfolio, target: Target) -> Value {
    let mut value = in_table(list, target);
    if target != Target::Xlsx {
        // Only a workbook has a sheet about the list.
        let members = value.as_object_mut().unwrap();
        members.retain(|name, _| ["$schema", "title", "source", "projects"].contains(&&**name));
    }
    if target != Target::Geojson {
        // Cells have no control characters, and readers remove soft hyphens and what is invisible around a text.
        each_text(&mut value, &|text| visible(text, target));
    }
    value
}

fn visible(text: &str, target: Target) -> String {
    let is_around = |it: char| {
        it.is_whitespace()
            || it.is_control()
            || matches!(it, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
    };
    let is_unfit = |it: char| {
        it.is_control() && !matches!(it, '\n' | '\t') || matches!(it, '\u{FFFE}' | '\u{FFFF}')
    };
    let mut text = text.trim_matches(is_around).to_owned();
    while let Some((before, after)) = text.split_once('\u{AD}') {
        let next = after.trim_start_matches([' ', '\t']).strip_prefix('\n');
        text = format!("{before}{}", next.map_or(after, str::trim_start));
    }
    let text = text.replace(is_unfit, "");
    let mut text = text.trim_matches(is_around);
    if target == Target::Xlsx {
        // A cell holds 32,767 units of UTF-16.
        let mut length = 0;
        let beyond = text.char_indices().find(|(_, it)| {
            length += it.len_utf16();
            length > 32_767
        });
        text = beyond.map_or(text, |(end, _)| text[..end].trim_end());
    }
    if text.is_empty() {
        // Nothing visible: the place is kept.
        return "\u{FFFD}".to_owned();
    }
    text.to_owned()
}

/// What was read, as JSON.
fn back(reading: &Reading) -> Value {
    reading.portfolio.as_ref().map_or(Value::Null, json)
}

/// The first difference, shortly: values may be long.
fn difference(read: &Value, expected: &Value, path: &str) -> Option<String> {
    match (read, expected) {
        _ if read == expected => None,
        (Value::Object(left), Value::Object(right)) => {
            left.keys().chain(right.keys()).find_map(|name| {
                let value = |of: &Map<_, _>| of.get(name).cloned().unwrap_or_default();
                difference(&value(left), &value(right), &format!("{path}/{name:.20}"))
            })
        }
        (Value::Array(left), Value::Array(right)) => {
            (0..left.len().max(right.len())).find_map(|at| {
                let value = |of: &[Value]| of.get(at).cloned().unwrap_or_default();
                difference(&value(left), &value(right), &format!("{path}/{at}"))
            })
        }
        _ => Some(format!(
            "{path}: {:.300} instead of {:.300}",
            format!("{read:?}"),
            format!("{expected:?}")
        )),
    }
}

/// Without what tables have no place for, so that writers often have nothing to state.
fn bare(list: Portfolio) -> Portfolio {
    Portfolio {
        title: list.title,
        source: list.source,
        projects: list.projects,
        ..Portfolio::default()
    }
}

fn portfolio() -> impl Strategy<Value = Portfolio> {
    (portfolios::portfolio(), any::<bool>())
        .prop_map(|(list, is_bare)| if is_bare { bare(list) } else { list })
        .prop_filter("a list without projects is read as none", |list| {
            !list.projects.is_empty()
        })
}

/// The findings of a reading, but for those that are about the projects themselves.
fn findings(reading: &Reading) -> Vec<String> {
    let kept = reading.findings.kept().iter();
    let others = kept.filter(|it| it.code != "identifier-twice");
    others
        .map(|it| format!("{} at {}: {}", it.code, it.place, it.message))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_portfolio_written_as_json_is_valid_and_read_back_whole(list in portfolios::portfolio()) {
        let written = written(&list, Target::Portfolio);
        prop_assert_eq!(&written.losses, &Vec::<String>::new());
        let value = serde_json::from_slice(&written.bytes).unwrap();
        prop_assert_eq!(schema::faults_of(&value), Vec::<String>::new());
        let reading = read(&written.bytes);
        prop_assert_eq!(reading.portfolio, Some(list));
        prop_assert_eq!(reading.findings.counts().count(), 0);
    }

    #[test]
    fn a_table_is_read_back_as_far_as_its_format_carries_it(list in portfolio()) {
        for target in TABLES {
            let written = written(&list, target);
            let reading = read(&written.bytes);
            prop_assert_eq!(findings(&reading), Vec::<String>::new(), "{:?}", target);
            let difference = difference(&back(&reading), &carried(&list, target), "");
            prop_assert_eq!(difference, None, "{:?}", target);
        }
    }

    #[test]
    fn a_loss_is_stated_exactly_if_something_is_lost(list in portfolio()) {
        for target in TABLES {
            let written = written(&list, target);
            let lost = difference(&back(&read(&written.bytes)), &in_table(&list, target), "");
            prop_assert_eq!(!written.losses.is_empty(), lost.is_some(), "{:?}: {:?} {:?}", target, written.losses, lost);
        }
    }
}

#[test]
fn fields_whose_names_a_cell_cannot_tell_apart_are_united() {
    let field = |name: &str, value: &str| CustomField {
        name: name.to_owned(),
        values: vec![value.to_owned()],
    };
    let list = list_of(Project {
        fields: vec![field("\0", "one"), field("\u{fffe}", "other")],
        ..Project::default()
    });
    for target in [Target::Csv, Target::Xlsx] {
        let written = written(&list, target);
        let list = read(&written.bytes).portfolio.unwrap();
        let fields = &list.projects[0].fields;
        assert_eq!(fields[0].name, "\u{FFFD}", "{target:?}");
        assert_eq!(fields[0].values, ["one", "other"], "{target:?}");
        assert_eq!(fields.len(), 1, "{target:?}");
        assert!(!written.losses.is_empty(), "{target:?}");
    }
}

fn list_of(project: Project) -> Portfolio {
    let project = Project {
        id: "a".to_owned(),
        title: "A".to_owned(),
        ..project
    };
    Portfolio {
        title: "Ours".to_owned(),
        projects: vec![project],
        ..Portfolio::default()
    }
}

/// Half an amount would be another amount, and half a list of names would not fit the list of their notes.
#[test]
fn a_list_that_is_too_long_for_a_cell_loses_whole_values() {
    let donor = |number: usize| Organisation {
        name: format!("Donor {number}; of {}", "x".repeat(100)),
        ..Organisation::default()
    };
    let list = list_of(Project {
        donors: (0..400).map(donor).collect(),
        ..Project::default()
    });
    let written = written(&list, Target::Xlsx);
    assert!(
        written.losses[0].starts_with("Texts were shortened"),
        "{:?}",
        written.losses
    );
    let donors = read(&written.bytes)
        .portfolio
        .unwrap()
        .projects
        .remove(0)
        .donors;
    assert!(donors.len() > 200, "{}", donors.len());
    assert_eq!(donors, list.projects[0].donors[..donors.len()]);
}

#[test]
fn a_text_of_thousands_of_lines_is_read_back() {
    let list = list_of(Project {
        summary: Some("A \"line\", and\n".repeat(5_000) + "the last"),
        ..Project::default()
    });
    for target in [Target::Csv, Target::Geojson] {
        let back = read(&written(&list, target).bytes).portfolio;
        assert_eq!(back.as_ref(), Some(&list), "{target:?}");
    }
}

/// A list that is read from a damaged file may have no title.
#[test]
fn a_table_of_a_list_without_a_title_is_known_as_one_of_ours() {
    let list = Portfolio {
        title: String::new(),
        ..list_of(Project::default())
    };
    for target in TABLES {
        let back = read(&written(&list, target).bytes).portfolio.unwrap();
        assert_eq!(back.projects, list.projects, "{target:?}");
    }
}

#[test]
fn a_custom_field_with_a_very_long_name_is_carried_or_stated() {
    let field = |name: String| CustomField {
        name,
        values: vec!["v".to_owned()],
    };
    let list = list_of(Project {
        fields: vec![
            field("ж".repeat(40_000)),
            field("ж".repeat(300) + "a"),
            field("ж".repeat(300) + "b"),
        ],
        ..Project::default()
    });
    for target in TABLES {
        let written = written(&list, target);
        let fields = read(&written.bytes)
            .portfolio
            .unwrap()
            .projects
            .remove(0)
            .fields;
        assert_eq!(fields.len(), 3, "{target:?}");
        let is_whole = fields == list.projects[0].fields;
        assert_eq!(
            written.losses.is_empty(),
            is_whole,
            "{target:?}: {:?}",
            written.losses
        );
        assert_eq!(is_whole, target != Target::Xlsx);
    }
}

#[test]
fn custom_fields_without_a_column_are_stated() {
    let field = |number: usize| CustomField {
        name: format!("Field {number}"),
        values: vec!["v".to_owned()],
    };
    let list = list_of(Project {
        fields: (0..401).map(field).collect(),
        ..Project::default()
    });
    for target in TABLES {
        let written = written(&list, target);
        let fields = read(&written.bytes)
            .portfolio
            .unwrap()
            .projects
            .remove(0)
            .fields;
        assert_eq!(fields, list.projects[0].fields[..400], "{target:?}");
        assert!(
            written.losses[0].contains("“Field 400”"),
            "{:?}",
            written.losses
        );
    }
}
