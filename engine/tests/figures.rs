//! Checks figures and related projects against definitions written directly over the portfolio.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::CountryCode;
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::{BitSet, FacetKey, FacetKind};
use atlas_engine::portfolio::{CountryMention, Date, Organisation, Portfolio, Project};
use atlas_engine::related::{rarity, related};
use atlas_engine::statistics::Statistics;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const COUNTRIES: [&str; 4] = ["RO", "MD", "IT", "LB"];
const NAMES: [&str; 4] = ["Alpha", "Bravo", "Charlie", "Delta"];
const FACETS: [&str; 5] = ["country", "donor", "implementing", "partner", "theme"];

fn some_of(items: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(items, 0..=3)
        .prop_map(|items| items.into_iter().map(str::to_owned).collect())
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    some_of(&NAMES).prop_map(|names| {
        let organisation = |name| Organisation {
            name,
            ..Organisation::default()
        };
        names.into_iter().map(organisation).collect()
    })
}

fn project() -> impl Strategy<Value = Project> {
    (
        some_of(&COUNTRIES),
        (organisations(), organisations(), organisations()),
        some_of(&NAMES),
        prop::option::of(2005..2009u16),
    )
        .prop_map(|(countries, organisations, themes, year)| Project {
            countries: countries
                .iter()
                .filter_map(|code| CountryCode::parse(code))
                .map(|code| CountryMention {
                    code,
                    name: None,
                    share: None,
                })
                .collect(),
            donors: organisations.0,
            implementing: organisations.1,
            partners: organisations.2,
            themes,
            start: year.and_then(|year| Date::parse(&year.to_string())),
            ..Project::default()
        })
}

fn explorer() -> impl Strategy<Value = Explorer> {
    prop::collection::vec(project(), 1..14).prop_map(|projects| {
        Explorer::new(Portfolio {
            projects,
            ..Portfolio::default()
        })
    })
}

fn keys(project: &Project, facet: &str) -> BTreeSet<String> {
    let lower = |names: Vec<&String>| names.into_iter().map(|name| name.to_lowercase()).collect();
    let names = |list: &[Organisation]| list.iter().map(|it| it.name.to_lowercase()).collect();
    match facet {
        "country" => project
            .countries
            .iter()
            .map(|it| it.code.to_string())
            .collect(),
        "donor" => names(&project.donors),
        "implementing" => names(&project.implementing),
        "partner" => names(&project.partners),
        "theme" => lower(project.themes.iter().collect()),
        _ => BTreeSet::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_figures_cover_exactly_the_projects_in_the_set(
        explorer in explorer(), bits in any::<u64>()
    ) {
        let (index, portfolio) = (explorer.facets(), explorer.portfolio());
        let members: Vec<u32> = (0..index.records as u32).filter(|record| bits >> record & 1 == 1).collect();
        let set = BitSet::of(index.records, members.iter().copied());
        let projects: Vec<&Project> = members.iter().map(|&record| &portfolio.projects[record as usize]).collect();
        let figures = Statistics::of(index, &set);
        prop_assert_eq!(figures.projects as usize, projects.len());
        prop_assert_eq!(figures.of as usize, index.records);
        prop_assert_eq!(figures.undated as usize, projects.iter().filter(|project| project.start.is_none()).count());
        let years = || projects.iter().filter_map(|project| project.years(portfolio.last_year()));
        prop_assert_eq!(figures.span, years().map(|it| it.0).min().zip(years().map(|it| it.1).max()));
        for (year, &count) in index.years.years().zip(&figures.years) {
            prop_assert_eq!(count as usize, years().filter(|it| (it.0..=it.1).contains(&year)).count());
        }
        for (facet, figures) in index.facets.iter().zip(&figures.facets) {
            let mut expected: BTreeMap<String, u32> = BTreeMap::new();
            for key in projects.iter().flat_map(|project| keys(project, facet.key.as_str())) {
                *expected.entry(key).or_default() += 1;
            }
            let actual: BTreeMap<String, u32> = figures.values.iter()
                .map(|it| (facet.values[it.value as usize].key.clone(), it.count))
                .collect();
            prop_assert_eq!(actual, expected);
            prop_assert!(figures.values.is_sorted_by_key(|it| (u32::MAX - it.count, it.value)));
            let silent = projects.iter().filter(|project| keys(project, facet.key.as_str()).is_empty()).count();
            prop_assert_eq!(figures.not_stated as usize, silent);
        }
        let donors = &index.facets[index.position(&FacetKey::DONOR).expect("there is such a facet")];
        let named: Vec<String> = index.common_donors(&set).iter()
            .map(|&value| donors.values[value as usize].key.clone())
            .collect();
        let covers = |names: &[&str]| projects.iter().all(|project| {
            let own = keys(project, "donor");
            names.iter().any(|name| own.contains(*name))
        });
        let lower = ["alpha", "bravo", "charlie", "delta"];
        let alone: BTreeSet<&str> = lower.into_iter().filter(|name| covers(&[name])).collect();
        let in_pairs = lower.iter().any(|one| lower.iter().any(|other| covers(&[one, other])));
        let named_refs: BTreeSet<&str> = named.iter().map(String::as_str).collect();
        if projects.is_empty() || alone.len() > 2 {
            prop_assert!(named.is_empty());
        } else if !alone.is_empty() {
            prop_assert_eq!(named_refs, alone);
        } else {
            prop_assert_eq!(named.len(), if in_pairs { 2 } else { 0 });
            let named: Vec<&str> = named.iter().map(String::as_str).collect();
            prop_assert!(named.is_empty() || covers(&named));
        }
    }

    #[test]
    fn related_projects_are_ranked_by_the_rarity_of_their_shared_values(
        explorer in explorer(), max in 0usize..8
    ) {
        let (index, projects) = (explorer.facets(), &explorer.portfolio().projects);
        let of = projects.len() as u32;
        for (record, project) in (0u32..).zip(projects) {
            let mut expected = Vec::new();
            for (other_record, other) in (0u32..).zip(projects) {
                let shared: BTreeSet<(String, String)> = FACETS.iter().flat_map(|facet| {
                    let common = keys(project, facet).intersection(&keys(other, facet)).cloned().collect::<Vec<_>>();
                    common.into_iter().map(|key| ((*facet).to_owned(), key))
                }).collect();
                let score = shared.iter().map(|(facet, key)| {
                    let having = projects.iter().filter(|it| keys(it, facet).contains(key)).count();
                    rarity(having as u32, of)
                }).sum::<u32>();
                if other_record != record && !shared.is_empty() {
                    expected.push((other_record, score, shared));
                }
            }
            expected.sort_by_key(|it| (u32::MAX - it.1, it.0));
            expected.truncate(max);
            let found = related(index, record, max);
            let actual: Vec<_> = found.iter().map(|it| {
                let shared = it.shared.iter().map(|shared| {
                    let facet = &index.facets[shared.facet];
                    (facet.key.to_string(), facet.values[shared.value as usize].key.clone())
                });
                (it.record, it.score, shared.collect::<BTreeSet<_>>())
            }).collect();
            prop_assert_eq!(actual, expected);
            for it in found {
                let totals = it.shared.iter().map(|shared| {
                    index.facets[shared.facet].values[shared.value as usize].total
                });
                prop_assert!(totals.is_sorted());
            }
        }
    }
}

#[test]
fn rarity_is_monotonic_and_approximates_the_logarithm() {
    for of in [1, 6, 300, 10_000] {
        for having in 1..=of {
            let exact = (f64::from(of + 1) / f64::from(having)).log2() * 256.0;
            assert!((f64::from(rarity(having, of)) - exact).abs() < 25.0);
            assert!(having == 1 || rarity(having, of) <= rarity(having - 1, of));
        }
    }
}

#[test]
fn an_empty_portfolio_has_no_related_projects_and_empty_figures() {
    let explorer = Explorer::new(Portfolio::default());
    assert_eq!(related(explorer.facets(), 0, 5), []);
    let figures = Statistics::of(explorer.facets(), &BitSet::full(0));
    assert_eq!((figures.projects, figures.span), (0, None));
    assert_eq!(figures.stated(&FacetKind::Country), 0);
}
