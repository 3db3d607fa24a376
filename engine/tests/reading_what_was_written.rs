//! Any portfolio, once written and read again, is equal to the original, and the schema has its fields.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_engine::colour::Colour;
use atlas_engine::country::{self, CountryCode};
use atlas_engine::portfolio::{
    self, Budget, CountryMention, Currency, CustomField, Date, Degrees, Image, Link, Location,
    Money, Organisation, Overview, Portfolio, Project, Publisher, Related, Relation, Share, Status,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

fn text() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            "“–\\\"".to_owned()
        } else {
            trimmed.to_owned()
        }
    })
}

fn url() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:a@example.org",
    ])
    .prop_map(str::to_owned)
}

fn picture() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "images/a b.jpg?c=d#e",
        "../a:b/c.png",
        "/a.svg",
        "https://example.org/a.jpg",
    ])
    .prop_map(str::to_owned)
}

fn image() -> impl Strategy<Value = Image> {
    (picture(), of(text()), of(text())).prop_map(|(url, alt, credit)| Image { url, alt, credit })
}

fn date() -> impl Strategy<Value = Date> {
    (1u16..=9999, of((1u8..=12, of(1u8..=28)))).prop_map(|(year, rest)| {
        let written = match rest {
            None => format!("{year:04}"),
            Some((month, None)) => format!("{year:04}-{month:02}"),
            Some((month, Some(day))) => format!("{year:04}-{month:02}-{day:02}"),
        };
        Date::parse(&written).unwrap()
    })
}

fn budget() -> impl Strategy<Value = Vec<Budget>> {
    let year = of(1u16..=9999);
    let hundredths = -999_999_999_999_999i64..=999_999_999_999_999;
    let one = (hundredths, "[A-Z]{3}", year).prop_map(|(hundredths, currency, year)| Budget {
        amount: Money::from_hundredths(hundredths),
        currency: Currency::parse(&currency).unwrap(),
        year,
    });
    vec(one, 0..3)
}

fn countries() -> impl Strategy<Value = Vec<CountryMention>> {
    // Three shares are at most as much as rounding may exceed 100 %.
    let details = (of(text()), of(0u32..=3350));
    btree_map(0..country::all().count(), details, 0..4).prop_map(|mentions| {
        let mention = |(at, (name, share)): (_, (_, Option<u32>))| CountryMention {
            code: country::all().nth(at).unwrap(),
            name,
            share: share.and_then(|hundredths| Share::parse(&format!("{hundredths}e-2"))),
        };
        mentions.into_iter().map(mention).collect()
    })
}

fn locations() -> impl Strategy<Value = Vec<Location>> {
    let millionths = |limit: i32| -limit * 1_000_000..=limit * 1_000_000;
    let one = (
        of(text()),
        millionths(90),
        millionths(180),
        of(0..country::all().count()),
    );
    let one = one.prop_map(|(name, latitude, longitude, country)| Location {
        name,
        latitude: Degrees::latitude(&format!("{latitude}e-6")).unwrap(),
        longitude: Degrees::longitude(&format!("{longitude}e-6")).unwrap(),
        country: country.and_then(|at| country::all().nth(at)),
    });
    vec(one, 0..3)
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    let details = (of(text()), of(url()), of(text()), of(text()), of(text()));
    btree_map(text(), details, 0..3).prop_map(|organisations| {
        let organisation = |(name, (acronym, url, reference, role, note))| Organisation {
            name,
            acronym,
            url,
            reference,
            role,
            note,
        };
        organisations.into_iter().map(organisation).collect()
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    btree_set(text(), 0..3).prop_map(|texts| texts.into_iter().collect())
}

fn links() -> impl Strategy<Value = Vec<Link>> {
    vec(
        (text(), of(url())).prop_map(|(title, url)| Link { title, url }),
        0..3,
    )
}

fn related() -> impl Strategy<Value = Vec<Related>> {
    let relation = prop_oneof![
        Just(Relation::Parent),
        Just(Relation::Child),
        Just(Relation::Sibling),
        text().prop_map(|text| Relation::parse(&text)),
    ];
    let id = (0..4).prop_map(|number| format!("Project_{number}"));
    let one = (
        text(),
        of(id),
        of(text()),
        of(text()),
        of(text()),
        of(relation),
    );
    vec(
        one.prop_map(|(title, id, acronym, donor, period, relation)| Related {
            title,
            id,
            acronym,
            donor,
            period,
            relation,
        }),
        0..2,
    )
}

fn fields() -> impl Strategy<Value = Vec<CustomField>> {
    btree_map(text(), btree_set(text(), 1..3), 0..2).prop_map(|fields| {
        let field = |(name, values): (_, std::collections::BTreeSet<_>)| CustomField {
            name,
            values: values.into_iter().collect(),
        };
        fields.into_iter().map(field).collect()
    })
}

fn project() -> impl Strategy<Value = Project> {
    let named = (
        text(),
        of(text()),
        of(text()),
        of(text()),
        of(text()),
        of(text()),
        of(text()),
    );
    let statuses = prop::sample::select(Status::ALL.to_vec());
    let dated = (of(date()), of(date()), of(statuses));
    let lists = (
        countries(),
        organisations(),
        organisations(),
        organisations(),
        texts(),
        texts(),
    );
    let more = (
        links(),
        links(),
        related(),
        fields(),
        of(image()),
        budget(),
        locations(),
    );
    (named, dated, lists, more).prop_map(|(named, dated, lists, more)| {
        let (title, identifier, acronym, objective, summary, duration, note) = named;
        let (countries, implementing, donors, partners, themes, results) = lists;
        let (documents, links, related, fields, image, budget, locations) = more;
        let mut dated = dated;
        if let (Some(start), Some(end), _) = dated
            && start.year() >= end.year()
        {
            dated.1 = None;
        }
        Project {
            id: String::new(),
            identifier,
            title,
            acronym,
            objective,
            summary,
            results,
            image,
            start: dated.0,
            end: dated.1,
            status: dated.2,
            duration,
            budget,
            countries,
            locations,
            implementing,
            donors,
            partners,
            themes,
            documents,
            links,
            related,
            fields,
            note,
        }
    })
}

fn portfolio() -> impl Strategy<Value = Portfolio> {
    let publisher = (text(), of(url())).prop_map(|(name, url)| Publisher { name, url });
    let head = (
        text(),
        of(publisher),
        of(date()),
        of(text()),
        of(text()),
        of(text()),
    );
    let facets = prop::sample::subsequence(
        vec!["country", "donor", "implementing", "partner", "theme"],
        0..5,
    );
    let accent = any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Colour { red, green, blue });
    let overview = prop_oneof![Just(Overview::Shown), Just(Overview::Hidden)];
    let looks = (
        of(text()),
        of(url()),
        of(picture()),
        of(accent),
        of(overview),
    );
    (head, looks, facets, vec(project(), 0..4)).prop_map(|(head, looks, facets, mut projects)| {
        let (title, publisher, updated, licence, source, note) = head;
        let (intro, contact, logo, accent, overview) = looks;
        let ids: Vec<String> = (0..projects.len())
            .map(|number| format!("Project_{number}"))
            .collect();
        for (project, id) in projects.iter_mut().zip(&ids) {
            project.id.clone_from(id);
            for related in &mut project.related {
                related
                    .id
                    .take_if(|other| other == id || !ids.contains(other));
            }
        }
        Portfolio {
            title,
            publisher,
            intro,
            contact,
            logo,
            accent,
            overview,
            language: Some("sr-Latn".to_owned()),
            licence,
            updated,
            source,
            note,
            facets: facets.into_iter().map(str::to_owned).collect(),
            projects,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_written_portfolio_reads_back_equal(portfolio in portfolio()) {
        let written = serde_json::to_string_pretty(&portfolio).unwrap();
        let reading = portfolio::read(written.as_bytes());
        prop_assert_eq!(reading.findings, vec![]);
        prop_assert_eq!(reading.portfolio, Some(portfolio));
    }

    #[test]
    fn projects_without_ids_get_unique_ids(
        projects in vec((of("[ab]{1,2}(-[123])?"), "[ab]{1,2}( [123])?"), 0..12),
    ) {
        let entries: Vec<_> = projects
            .iter()
            .map(|(id, title)| match id {
                Some(id) => serde_json::json!({ "id": id, "title": title }),
                None => serde_json::json!({ "title": title }),
            })
            .collect();
        let file = serde_json::json!({ "title": "Ours", "projects": entries }).to_string();
        let read = portfolio::read(file.as_bytes()).portfolio.unwrap().projects;
        prop_assert_eq!(read.len(), projects.len());
        let ids: HashSet<_> = read.iter().map(|project| &project.id).collect();
        prop_assert_eq!(ids.len(), projects.len());
        let mut stated = HashSet::new();
        for (project, (id, _)) in read.iter().zip(&projects) {
            if let Some(id) = id && stated.insert(id) {
                prop_assert_eq!(&project.id, id, "the first to state an id keeps it");
            }
        }
    }
}

/// A portfolio that states everything. Without `..Default`, so that a new field does not compile here.
fn complete() -> Portfolio {
    let text = || Some("Text".to_owned());
    let url = || Some("https://example.org".to_owned());
    let organisation = |name: &str| Organisation {
        name: name.to_owned(),
        acronym: text(),
        url: url(),
        reference: text(),
        role: text(),
        note: text(),
    };
    let link = || Link {
        title: "Link".to_owned(),
        url: url(),
    };
    let project = Project {
        id: "wells".to_owned(),
        identifier: text(),
        title: "Wells".to_owned(),
        acronym: text(),
        objective: text(),
        summary: text(),
        results: vec!["Result".to_owned()],
        image: Some(Image {
            url: "images/wells.jpg".to_owned(),
            alt: text(),
            credit: text(),
        }),
        start: Date::parse("2010"),
        end: Date::parse("2011"),
        status: Some(Status::Completed),
        duration: text(),
        budget: vec![Budget {
            amount: Money::from_hundredths(101_625_286),
            currency: Currency::parse("EUR").unwrap(),
            year: Some(2010),
        }],
        countries: vec![CountryMention {
            code: CountryCode::parse("RO").unwrap(),
            name: text(),
            share: Share::parse("62.5"),
        }],
        locations: vec![Location {
            name: text(),
            latitude: Degrees::latitude("44.426767").unwrap(),
            longitude: Degrees::longitude("-26.1").unwrap(),
            country: CountryCode::parse("RO"),
        }],
        implementing: vec![organisation("A")],
        donors: vec![organisation("B")],
        partners: vec![organisation("C")],
        themes: vec!["Theme".to_owned()],
        documents: vec![link()],
        links: vec![link()],
        related: vec![Related {
            title: "Roads".to_owned(),
            id: Some("roads".to_owned()),
            acronym: text(),
            donor: text(),
            period: text(),
            relation: Some(Relation::Parent),
        }],
        fields: vec![CustomField {
            name: "Budget line".to_owned(),
            values: vec!["One".to_owned()],
        }],
        note: text(),
    };
    let parent = Project {
        id: "roads".to_owned(),
        title: "Roads".to_owned(),
        ..Project::default()
    };
    Portfolio {
        title: "Ours".to_owned(),
        publisher: Some(Publisher {
            name: "We".to_owned(),
            url: url(),
        }),
        intro: text(),
        contact: url(),
        logo: url(),
        accent: Colour::parse("#2a6f6e"),
        overview: Some(Overview::Hidden),
        language: Some("en".to_owned()),
        licence: text(),
        updated: Date::parse("2012"),
        source: text(),
        note: text(),
        facets: vec!["country".to_owned()],
        projects: vec![project, parent],
    }
}

/// The paths of all fields of a value, with one path for all items of a list.
fn field_paths(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    for item in value.as_array().into_iter().flatten() {
        field_paths(item, path, paths);
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        paths.insert(path.clone());
        field_paths(value, &path, paths);
    }
}

/// The paths of all fields of a schema.
fn schema_paths(schema: &Value, root: &Value, path: &str, paths: &mut BTreeSet<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        let target = root.pointer(target.trim_start_matches('#')).unwrap();
        schema_paths(target, root, path, paths);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        schema_paths(choice, root, path, paths);
    }
    if schema["items"].is_object() {
        schema_paths(&schema["items"], root, path, paths);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        paths.insert(path.clone());
        schema_paths(property, root, &path, paths);
    }
}

#[test]
fn model_reader_writer_and_schema_have_the_same_fields() {
    let complete = complete();
    let json = serde_json::to_string_pretty(&complete).unwrap();
    let reading = portfolio::read(json.as_bytes());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    assert_eq!(reading.portfolio, Some(complete));
    let (mut of_model, mut of_schema) = (BTreeSet::new(), BTreeSet::new());
    field_paths(&serde_json::from_str(&json).unwrap(), "", &mut of_model);
    // The names of custom fields are free, and a file may name its schema.
    of_model.retain(|path| !path.starts_with(".projects.fields.") && path != ".$schema");
    let schema = include_str!("../../public/portfolio.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    schema_paths(&schema, &schema, "", &mut of_schema);
    assert_eq!(of_model, of_schema);
}
