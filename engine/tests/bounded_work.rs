//! Hostile portfolios and addresses: work stays linear, and memory depends on what was stated. Each test
//! is so large that quadratic work would take many times as long as all of them together.

#![allow(
    clippy::unwrap_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::{self, CountryCode};
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::FacetKey;
use atlas_engine::portfolio::{
    CountryMention, CustomField, Date, Organisation, Portfolio, Project,
};
use atlas_engine::query::{MAX_SEARCHED, Query};
use std::fmt::Write as _;

const MANY: usize = 100_000;

fn explorer(project: impl Fn(usize) -> Project, count: usize) -> Explorer {
    let projects = (0..count).map(|at| Project {
        id: at.to_string(),
        title: format!("Project {at}"),
        ..project(at)
    });
    Explorer::new(Portfolio {
        projects: projects.collect(),
        ..Portfolio::default()
    })
}

fn field(name: String, value: &str) -> Project {
    Project {
        fields: vec![CustomField {
            name,
            values: vec![value.to_owned()],
        }],
        ..Project::default()
    }
}

#[test]
fn one_custom_field_per_project_takes_linear_space() {
    let count = 40_000;
    let explorer = explorer(|at| field(format!("Field {at}"), "yes"), count);
    let facets = &explorer.facets().facets;
    assert_eq!(facets.len(), count + 5);
    let size: usize = facets.iter().map(|facet| facet.column.size()).sum();
    assert!(size < count * 32, "{size} numbers for {count} statements");
    let results = explorer.results(&Query::parse("field-7=yes"));
    assert_eq!(results.projects, [7]);
    let at = explorer
        .facets()
        .position(&FacetKey::new("field-9").unwrap())
        .unwrap();
    assert_eq!(results.matches.facets[at], [0, 1]);
}

#[test]
fn names_without_letters_get_unique_keys() {
    let explorer = explorer(
        |at| Project {
            donors: vec![Organisation {
                name: "!".repeat(at % 300 + 1) + &"?".repeat(at / 300),
                ..Organisation::default()
            }],
            ..Project::default()
        },
        MANY,
    );
    let donors = explorer.facets().facet(&FacetKey::DONOR).unwrap();
    let mut keys: Vec<&str> = donors
        .values
        .iter()
        .map(|value| value.key.as_str())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), MANY);
}

#[test]
fn a_country_with_many_spellings_keeps_them_all() {
    let explorer = explorer(
        |at| Project {
            countries: vec![CountryMention {
                code: CountryCode::parse("RO").unwrap(),
                name: Some(format!("Romania {at}")),
                share: None,
            }],
            ..Project::default()
        },
        MANY,
    );
    let country = explorer.facets().facet(&FacetKey::COUNTRY).unwrap();
    assert_eq!(country.values.len(), 1);
    assert!(country.values[0].aliases.len() >= MANY);
}

#[test]
fn one_group_per_project_takes_linear_work() {
    let explorer = explorer(
        |at| field("Sector".to_owned(), &format!("Group {at} > Value")),
        MANY,
    );
    let sector = explorer
        .facets()
        .facet(&FacetKey::new("sector").unwrap())
        .unwrap();
    assert_eq!(sector.parents.len(), MANY);
    assert_eq!(
        explorer.results(&Query::parse("sector=group-8")).projects,
        [8]
    );
}

#[test]
fn a_long_address_takes_linear_work() {
    let explorer = explorer(
        |at| field("Sector".to_owned(), &format!("Value {at}")),
        MANY,
    );
    let mut address = String::new();
    for at in 0..MANY {
        write!(address, "&sector=value-{at}&absent-{at}=x").unwrap();
    }
    let query = explorer.canonical(&Query::parse(&address));
    assert_eq!(query.choices.len(), 2 * MANY);
    let results = explorer.results(&query);
    assert_eq!(results.projects.len(), MANY);
    assert_eq!(results.unknown.len(), MANY);
    address.push_str("&match=sector");
    let results = explorer.results(&Query::parse(&address));
    assert_eq!(results.projects.len(), 0);
    assert_eq!(results.unknown.len(), MANY);
}

#[test]
fn many_spellings_of_a_value_in_an_address_become_one_choice() {
    let explorer = explorer(
        |at| field("Sector".to_owned(), &format!("Primary health care > {at}")),
        MANY / 2,
    );
    let mut address = String::new();
    for at in 0..MANY / 5 {
        let letters = "primary-health-care".chars().enumerate();
        let spelling: String = letters
            .map(|(bit, letter)| {
                if at >> bit & 1 == 1 {
                    letter.to_ascii_uppercase()
                } else {
                    letter
                }
            })
            .collect();
        write!(address, "&sector={spelling}").unwrap();
    }
    let query = Query::parse(&address);
    assert!(query.choices.len() > 5_000);
    assert_eq!(explorer.results(&query).projects.len(), MANY / 2);
    assert_eq!(explorer.canonical(&query).choices.len(), 1);
}

#[test]
fn choices_in_thousands_of_facets_take_linear_work() {
    let count = 20_000;
    let explorer = explorer(|at| field(format!("Field {at}"), "yes"), count);
    let mut address = String::new();
    for at in 0..count {
        write!(address, "&field-{at}=yes&field-{at}=none").unwrap();
    }
    let results = explorer.results(&Query::parse(&address));
    assert_eq!(results.projects.len(), count);
    let at = explorer
        .facets()
        .position(&FacetKey::new("field-9").unwrap())
        .unwrap();
    assert_eq!(results.matches.facets[at], [1, count as u32 - 1]);
}

#[test]
fn groups_stated_by_only_one_project_take_little_space() {
    let fields = (0..1_000).map(|field| CustomField {
        name: format!("Field {field}"),
        values: (0..64).map(|at| format!("{at} > x")).collect(),
    });
    let fields: Vec<_> = fields.collect();
    let explorer = explorer(
        |at| Project {
            fields: if at == 0 { fields.clone() } else { Vec::new() },
            ..Project::default()
        },
        MANY,
    );
    let facets = explorer.facets().facets.iter();
    let custom = facets.filter(|facet| facet.parents.len() == 64);
    let sizes: Vec<usize> = custom.map(|facet| facet.groups.size()).collect();
    assert_eq!(sizes.len(), 1_000);
    assert!(sizes.iter().all(|size| *size < 1_000), "{:?}", sizes[0]);
}

#[test]
fn a_long_search_is_truncated() {
    let words: String = (0..MANY).fold(String::new(), |mut words, at| {
        write!(words, "w{at} ").unwrap();
        words
    });
    let query = Query::parse(&format!("q={words}"));
    assert_eq!(query.text.chars().count(), MAX_SEARCHED);
    let explorer = explorer(|_| Project::default(), 10);
    assert!(explorer.results(&query).projects.is_empty());
}

#[test]
fn a_long_text_is_not_recognised_as_a_country() {
    let words: String = (0..4 * MANY).fold(String::new(), |mut words, at| {
        write!(words, "w{} ", 4 * MANY - at).unwrap();
        words
    });
    assert_eq!(country::from_name(&words), None);
}

#[test]
fn years_far_apart_are_counted() {
    let explorer = explorer(
        |at| Project {
            start: Date::parse(if at == 0 { "0001" } else { "9999" }),
            end: Date::parse("9999"),
            ..Project::default()
        },
        MANY,
    );
    let results = explorer.results(&Query::parse("to=1"));
    assert_eq!(results.projects, [0]);
    assert_eq!(results.matches.years.len(), 9999);
}
