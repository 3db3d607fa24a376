//! What visitors can find projects by.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::{self, CountryCode, PlaceNames};
use atlas_engine::explorer::{Explorer, TextIndexing};
use atlas_engine::portfolio::{CountryMention, Link, Organisation, Portfolio, Project};
use atlas_engine::query::Query;

fn explorer() -> Explorer {
    let mention = |code: &str, name: Option<&str>| CountryMention {
        code: CountryCode::parse(code).expect("a code"),
        name: name.map(str::to_owned),
    };
    let organisation = |name: &str, acronym: &str| Organisation {
        name: name.to_owned(),
        acronym: Some(acronym.to_owned()),
        ..Organisation::default()
    };
    Explorer::new(Portfolio {
        projects: vec![
            Project {
                title: "Migration in the Balkans".to_owned(),
                acronym: Some("MIBA".to_owned()),
                countries: vec![
                    mention("MK", None),
                    mention("XK", Some("Kosovo (under UNSCR 1244)")),
                ],
                donors: vec![organisation("European Union", "EU")],
                ..Project::default()
            },
            Project {
                title: "Fair labour".to_owned(),
                objective: Some("Migration is one concern among many.".to_owned()),
                countries: vec![mention("TR", None)],
                documents: vec![Link {
                    title: "Final report".to_owned(),
                    url: None,
                }],
                ..Project::default()
            },
        ],
        ..Portfolio::default()
    })
}

fn found(text: &str) -> Vec<u32> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    explorer().results(&query).projects
}

#[test]
fn a_country_is_found_under_its_names_of_now_and_then() {
    assert_eq!(found("Macedonia"), [0]);
    assert_eq!(found("north macedonia"), [0]);
    assert_eq!(found("Turkey"), [1]);
    assert_eq!(found("Türkiye"), [1]);
    assert_eq!(found("turkiye"), [1]);
    assert_eq!(found("1244"), [0]);
}

#[test]
fn organisations_acronyms_and_documents_are_found() {
    assert_eq!(found("european union"), [0]);
    assert_eq!(found("EU"), [0]);
    assert_eq!(found("miba"), [0]);
    assert_eq!(found("report"), [1]);
}

#[test]
fn a_title_ranks_before_an_objective() {
    assert_eq!(found("migration"), [0, 1]);
}

#[test]
fn a_text_without_words_narrows_nothing() {
    assert_eq!(found(" …– ").len(), 2);
    assert!(found("xylophone").is_empty());
}

#[test]
fn a_region_and_a_country_are_joined_by_or() {
    let counted = |address: &str| explorer().results(&Query::parse(address)).projects;
    assert_eq!(counted("region=southern-europe"), [0]);
    assert_eq!(counted("region=southern-europe&country=TR").len(), 2);
    assert_eq!(counted("region=!southern-europe"), [1]);
    assert_eq!(counted("region=nowhere").len(), 2);
}

/// The name of one country in another language.
fn in_french(code: CountryCode) -> Option<&'static str> {
    match code.as_str() {
        "MK" => Some("Macédoine du Nord"),
        _ => country::name(code),
    }
}

#[test]
fn a_country_is_found_by_its_name_in_the_language_spoken_and_in_english() {
    let explorer = explorer().in_language(PlaceNames {
        country: in_french,
        ..PlaceNames::default()
    });
    let found = |text: &str| {
        let query = Query::parse(&format!("q={text}"));
        explorer.results(&query).projects
    };
    assert_eq!(found("macédoine du nord"), [0]);
    assert_eq!(found("North Macedonia"), [0]);
    let facets = explorer.facets();
    let position = facets.position("country").expect("a facet");
    let country = facets.facets.get(position).expect("a facet");
    let named = country.values.iter().find(|value| value.key == "MK");
    let named = named.expect("a country");
    assert_eq!(named.name, "Macédoine du Nord");
    assert!(named.other_names.contains(&"North Macedonia".to_owned()));
}

#[test]
fn texts_indexed_part_by_part_are_found_as_those_indexed_at_once() {
    let of = explorer().portfolio().projects.len();
    let queries = [
        "migration",
        "balkans mac",
        "miba",
        "migraton",
        "kosovo",
        "zzz",
    ];
    let ids = |explorer: &Explorer, text: &str| {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        explorer.results(&query).projects
    };
    for at_a_time in [1, 2, 4, 100] {
        let (at_once, in_parts) = (explorer(), explorer());
        let mut indexing = TextIndexing::default();
        let mut parts = 0;
        while in_parts.index_text(&mut indexing, at_a_time) {
            parts += 1;
        }
        assert_eq!(parts, of.div_ceil(at_a_time));
        for text in queries {
            assert_eq!(ids(&in_parts, text), ids(&at_once, text), "{text}");
        }
        // Whoever searches in between finds all the same, and nothing is left to be done.
        let hurried = explorer();
        let mut indexing = TextIndexing::default();
        assert!(hurried.index_text(&mut indexing, at_a_time));
        assert_eq!(ids(&hurried, "miba"), ids(&at_once, "miba"));
        assert!(!hurried.index_text(&mut indexing, at_a_time));
    }
}
