//! Checks facets against their definition, written directly over the portfolio.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::CountryCode;
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::FacetKey;
use atlas_engine::histogram::Histogram;
use atlas_engine::portfolio::{
    Budget, CountryMention, Currency, CustomField, Date, Money, Organisation, Portfolio, Project,
    Status,
};
use atlas_engine::query::{Choice, Query, Sort};
use proptest::prelude::*;
use std::collections::BTreeSet;

const COUNTRIES: [&str; 6] = ["RO", "MD", "MK", "IT", "LB", "QZ"];
/// Names and their keys in addresses; several names may share one.
const DONORS: [(&str, &str); 5] = [
    ("European Union", "european-union"),
    ("EUROPEAN  UNION", "european-union"),
    ("Caritas Österreich", "caritas-osterreich"),
    ("USAID", "usaid"),
    ("None", "none-2"),
];
const THEMES: [(&str, &str); 3] = [
    ("Labour rights", "labour-rights"),
    ("Права", "права"),
    ("Trafficking", "trafficking"),
];
/// Sectors, some within a group, with their keys and the keys of their groups.
const SECTORS: [(&str, &str, &str); 5] = [
    ("Labour rights", "labour-rights", ""),
    ("Health > Basic care", "health-basic-care", "health"),
    ("HEALTH > Vaccination", "health-vaccination", "health"),
    ("Права > Труд", "права-труд", "права"),
    ("Income >50%", "income-50", ""),
];
const TITLES: [&str; 3] = ["alpha", "bravo", "alpha bravo"];
const FACETS: [&str; 7] = [
    "country",
    "donor",
    "implementing",
    "partner",
    "theme",
    "status",
    "sector",
];

fn key_of(names: &[(&str, &str)], name: &str) -> String {
    let known = names.iter().find(|(known, _)| *known == name);
    known.expect("tests use known names").1.to_owned()
}

fn keys(project: &Project, facet: &str) -> BTreeSet<String> {
    let organisations = |list: &[Organisation]| {
        let names = list
            .iter()
            .map(|organisation| key_of(&DONORS, &organisation.name));
        names.collect::<BTreeSet<_>>()
    };
    let mut keys = match facet {
        "country" => project
            .countries
            .iter()
            .map(|mention| mention.code.to_string())
            .collect(),
        "donor" => organisations(&project.donors),
        "implementing" => organisations(&project.implementing),
        "partner" => organisations(&project.partners),
        "theme" => project
            .themes
            .iter()
            .map(|theme| key_of(&THEMES, theme))
            .collect(),
        "status" => project
            .status
            .iter()
            .map(|it| it.key().to_owned())
            .collect(),
        "sector" => project
            .fields
            .iter()
            .flat_map(|field| &field.values)
            .map(|value| {
                let known = SECTORS.iter().find(|(name, ..)| name == value);
                known.expect("tests use known names").1.to_owned()
            })
            .collect(),
        _ => BTreeSet::new(),
    };
    if keys.is_empty() {
        keys.insert("none".to_owned());
    }
    keys
}

fn region_of(code: &str) -> Option<&'static str> {
    Some(match code {
        "RO" | "MD" => "eastern-europe",
        "MK" | "IT" => "southern-europe",
        "LB" => "western-asia",
        _ => return None,
    })
}

fn parent_of(facet: &str, key: &str) -> Option<&'static str> {
    match facet {
        "country" => region_of(key),
        "sector" => {
            let sector = SECTORS.iter().find(|(_, sector, _)| *sector == key)?;
            Some(sector.2).filter(|group| !group.is_empty())
        }
        _ => None,
    }
}

/// The facet and the keys that a choice means, of those the portfolio has.
fn meant<'a>(portfolio: &Portfolio, choice: &'a Choice) -> (&'a str, Vec<String>) {
    let facet = if choice.facet == "region" {
        "country"
    } else {
        choice.facet.as_str()
    };
    let present: BTreeSet<String> = portfolio
        .projects
        .iter()
        .flat_map(|project| keys(project, facet))
        .collect();
    let is_meant = |key: &String| {
        let within = parent_of(facet, key) == Some(choice.value.as_str());
        match choice.facet.as_str() {
            "region" => within,
            "sector" => within || *key == choice.value,
            _ => *key == choice.value,
        }
    };
    let any_states = |states: fn(&Project) -> bool| portfolio.projects.iter().any(states);
    let has_facet = match facet {
        "sector" => any_states(|project| !project.fields.is_empty()),
        "status" => any_states(|project| project.status.is_some()),
        _ => FACETS.contains(&facet),
    };
    let meant = present.into_iter().filter(|key| has_facet && is_meant(key));
    (facet, meant.collect())
}

/// Whether a project passes what is chosen in a facet or, for the facet's own counts, what is chosen there
/// of values that must all apply.
fn passes_facet(
    portfolio: &Portfolio,
    project: &Project,
    query: &Query,
    facet: &str,
    for_own_counts: bool,
) -> bool {
    let own = keys(project, facet);
    let mut included = Vec::new();
    let mut excluded = Vec::new();
    for choice in &query.choices {
        let (of, meant) = meant(portfolio, choice);
        if of == facet && !meant.is_empty() {
            let has_choice = meant.iter().any(|key| own.contains(key));
            if choice.excluded {
                &mut excluded
            } else {
                &mut included
            }
            .push(has_choice);
        }
    }
    let all = !included.contains(&false);
    if query.matches_all(&FacetKey::new(facet).expect("a facet")) {
        all && (for_own_counts || !excluded.contains(&true))
    } else {
        for_own_counts || (all || included.contains(&true)) && !excluded.contains(&true)
    }
}

fn ran(portfolio: &Portfolio, project: &Project) -> Option<(u16, u16)> {
    match (project.start, project.end) {
        (None, None) => None,
        (None, Some(end)) => Some((end.year(), end.year())),
        (Some(start), Some(end)) => Some((start.year(), end.year())),
        (Some(start), None) => {
            if let Some(Status::Completed | Status::Cancelled) = project.status {
                return Some((start.year(), start.year()));
            }
            let dates = portfolio.projects.iter().flat_map(|it| [it.start, it.end]);
            let last = dates.flatten().map(Date::year).max()?;
            Some((start.year(), last))
        }
    }
}

fn passes_years(portfolio: &Portfolio, project: &Project, query: &Query) -> bool {
    let (low, high) = match (query.from, query.to) {
        (None, None) => return true,
        (Some(from), Some(to)) => (from.min(to), from.max(to)),
        (from, to) => (from.unwrap_or(0), to.unwrap_or(9999)),
    };
    ran(portfolio, project)
        .is_some_and(|(first, last)| (low..=high).any(|year| (first..=last).contains(&year)))
}

/// The currency of a query's amounts, if any project states it.
fn currency(portfolio: &Portfolio, query: &Query) -> Option<Currency> {
    let currency = query.currency.or_else(|| portfolio.main_currency())?;
    let mut projects = portfolio.projects.iter();
    projects
        .any(|project| project.total(currency).is_some())
        .then_some(currency)
}

fn passes_amounts(portfolio: &Portfolio, project: &Project, query: &Query) -> bool {
    let (low, high) = match (query.amount_from, query.amount_to) {
        (None, None) => return true,
        (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
        range => range,
    };
    let Some(currency) = currency(portfolio, query) else {
        return true;
    };
    project.total(currency).is_some_and(|total| {
        low.is_none_or(|low| low <= total) && high.is_none_or(|high| total <= high)
    })
}

fn passes_text(project: &Project, query: &Query) -> bool {
    let mut typed = query.text.split_whitespace();
    typed.all(|typed| project.title.split_whitespace().any(|word| word == typed))
}

fn passes_all_but(own: &str, portfolio: &Portfolio, project: &Project, query: &Query) -> bool {
    passes_text(project, query)
        && (own == "years" || passes_years(portfolio, project, query))
        && (own == "amounts" || passes_amounts(portfolio, project, query))
        && FACETS
            .iter()
            .all(|facet| passes_facet(portfolio, project, query, facet, *facet == own))
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    items: &[T],
    max: usize,
) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::collection::vec(prop::sample::select(items.to_vec()), 0..=max)
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    some_of(&DONORS, 3).prop_map(|names| {
        let organisation = |(name, _): (&str, &str)| Organisation {
            name: name.to_owned(),
            ..Organisation::default()
        };
        names.into_iter().map(organisation).collect()
    })
}

fn names(max: usize) -> impl Strategy<Value = Vec<String>> {
    some_of(&THEMES, max)
        .prop_map(|names| names.into_iter().map(|(name, _)| name.to_owned()).collect())
}

fn sectors() -> impl Strategy<Value = Vec<String>> {
    some_of(&SECTORS, 3).prop_map(|names| {
        names
            .into_iter()
            .map(|(name, ..)| name.to_owned())
            .collect()
    })
}

fn dates() -> impl Strategy<Value = (Option<Date>, Option<Date>)> {
    let date = |year: u16| Date::parse(&format!("{year}"));
    let span = (2005..2012u16, 0..4u16, any::<bool>(), any::<bool>());
    span.prop_map(move |(year, more, has_start, has_end)| {
        (
            has_start.then(|| date(year)).flatten(),
            has_end.then(|| date(year + more)).flatten(),
        )
    })
}

fn money(hundredths: impl Strategy<Value = i64>) -> impl Strategy<Value = Money> {
    hundredths.prop_map(Money::from_hundredths)
}

fn currencies() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["EUR", "USD", "CHF"])
        .prop_map(|code| Currency::parse(code).expect("a currency"))
}

fn budget() -> impl Strategy<Value = Vec<Budget>> {
    let one = (money(-500..1_500_i64), currencies()).prop_map(|(amount, currency)| Budget {
        amount,
        currency,
        year: None,
    });
    prop::collection::vec(one, 0..3)
}

fn project() -> impl Strategy<Value = Project> {
    (
        prop::sample::select(TITLES.to_vec()),
        some_of(&COUNTRIES, 3),
        (organisations(), organisations(), organisations()),
        (names(2), prop::option::of(sectors())),
        (
            dates(),
            prop::option::of(prop::sample::select(Status::ALL.to_vec())),
            budget(),
        ),
    )
        .prop_map(
            |(
                title,
                countries,
                organisations,
                (themes, sector),
                ((start, end), status, budget),
            )| Project {
                title: title.to_owned(),
                countries: countries
                    .into_iter()
                    .filter_map(|code| {
                        let code = CountryCode::parse(code)?;
                        Some(CountryMention {
                            code,
                            name: None,
                            share: None,
                        })
                    })
                    .collect(),
                donors: organisations.0,
                implementing: organisations.1,
                partners: organisations.2,
                themes,
                fields: sector
                    .map(|values| CustomField {
                        name: "Sector".to_owned(),
                        values,
                    })
                    .into_iter()
                    .collect(),
                start,
                end,
                status,
                budget,
                ..Project::default()
            },
        )
}

fn portfolio() -> impl Strategy<Value = Portfolio> {
    prop::collection::vec(project(), 0..12).prop_map(|projects| Portfolio {
        projects,
        ..Portfolio::default()
    })
}

fn query() -> impl Strategy<Value = Query> {
    let country = prop::sample::select([&COUNTRIES[..], &["none", "ZZ"]].concat());
    let donor = prop::sample::select(vec!["european-union", "usaid", "none", "none-2", "absent"]);
    let theme = prop::sample::select(vec!["labour-rights", "права", "none", "absent"]);
    let sector = prop::sample::select(vec![
        "health",
        "health",
        "права",
        "health-basic-care",
        "labour-rights",
        "none",
        "absent",
    ]);
    let region = prop::sample::select(vec![
        "southern-europe",
        "eastern-europe",
        "western-asia",
        "polynesia",
        "nowhere",
    ]);
    let choice = prop_oneof![
        country.prop_map(|value| ("country", value)),
        donor.clone().prop_map(|value| ("donor", value)),
        donor.clone().prop_map(|value| ("implementing", value)),
        donor.prop_map(|value| ("partner", value)),
        theme.clone().prop_map(|value| ("theme", value)),
        sector.prop_map(|value| ("sector", value)),
        theme.prop_map(|value| ("absent", value)),
        region.prop_map(|value| ("region", value)),
    ];
    let match_all = prop::sample::subsequence(vec!["country", "donor", "sector", "absent"], 0..=4);
    (
        prop::collection::vec((choice, prop::bool::weighted(0.25)), 0..5),
        match_all,
        prop::option::of(2004..2016u16),
        prop::option::of(2004..2016u16),
        prop::sample::select(vec!["", "", "alpha", "bravo", "bravo alpha"]),
        prop::option::of(prop::sample::select(Sort::ALL.to_vec())),
        (
            prop::option::weighted(0.3, money(-500..1_500_i64)),
            prop::option::weighted(0.3, money(-500..1_500_i64)),
            prop::option::weighted(0.3, currencies()),
        ),
    )
        .prop_map(|(choices, match_all, from, to, text, sort, amounts)| {
            let mut query = Query {
                amount_from: amounts.0,
                amount_to: amounts.1,
                currency: amounts.2,
                text: text.to_owned(),
                from,
                to,
                sort,
                ..Query::default()
            };
            for facet in match_all {
                query.toggle_match_all(&FacetKey::new(facet).expect("a facet"));
            }
            for ((facet, value), excluded) in choices {
                query.choose(&FacetKey::new(facet).expect("a facet"), value, excluded);
            }
            query
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn exactly_the_projects_that_pass_every_constraint_match(
        portfolio in portfolio(), query in query()
    ) {
        let expected: BTreeSet<u32> = (0u32..).zip(&portfolio.projects)
            .filter(|(_, project)| passes_all_but("", &portfolio, project, &query))
            .map(|(record, _)| record)
            .collect();
        let results = Explorer::new(portfolio).results(&query);
        prop_assert_eq!(results.projects.len(), expected.len());
        prop_assert_eq!(results.projects.iter().copied().collect::<BTreeSet<_>>(), expected.clone());
        prop_assert_eq!(results.matches.records.iter().collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn the_count_of_a_value_ignores_other_choices_in_its_facet_unless_all_must_apply(
        portfolio in portfolio(), query in query()
    ) {
        let explorer = Explorer::new(portfolio);
        let portfolio = explorer.portfolio();
        let matches = explorer.results(&query).matches;
        for (facet, counts) in explorer.facets().facets.iter().zip(&matches.facets) {
            let present: BTreeSet<String> = portfolio.projects.iter()
                .flat_map(|project| keys(project, facet.key.as_str()))
                .collect();
            let shown: BTreeSet<String> = facet.values.iter().map(|value| value.key.clone()).collect();
            prop_assert_eq!(shown, present);
            for (value, &count) in facet.values.iter().zip(counts) {
                let having = |project: &&Project| keys(project, facet.key.as_str()).contains(&value.key);
                let total = portfolio.projects.iter().filter(having).count();
                prop_assert_eq!(value.total as usize, total);
                let expected = portfolio.projects.iter().filter(having)
                    .filter(|project| passes_all_but(facet.key.as_str(), portfolio, project, &query))
                    .count();
                prop_assert_eq!(count as usize, expected, "{} {}", &facet.key, &value.key);
            }
        }
    }

    #[test]
    fn where_all_must_apply_a_count_is_the_number_of_results_with_that_value_as_well(
        portfolio in portfolio(), query in query()
    ) {
        let explorer = Explorer::new(portfolio);
        let results = explorer.results(&query);
        let matches = &results.matches;
        let counts = matches.facets.iter().zip(&matches.parents);
        for (facet, (counts, parent_counts)) in explorer.facets().facets.iter().zip(counts) {
            let chosen = |excluded: bool| query.choices.iter().any(|choice| {
                let of_facet = explorer.resolve(choice).is_some_and(|it| *it.parameter == facet.key || it.parameter == &"region");
                of_facet && choice.excluded == excluded
            });
            if !query.matches_all(&facet.key) || chosen(true) {
                continue;
            }
            let values = facet.values.iter().map(|value| (&facet.key, &value.key));
            let parents = facet.parents.iter().map(|parent| (&parent.parameter, &parent.key));
            for ((parameter, key), &count) in values.chain(parents).zip(counts.iter().chain(parent_counts)) {
                let mut with_value = query.clone();
                with_value.choose(parameter, key, false);
                prop_assert_eq!(count as usize, explorer.results(&with_value).projects.len(), "{} {}", parameter, key);
                if query.has(parameter, key) {
                    prop_assert_eq!(count as usize, results.projects.len(), "{} {}", parameter, key);
                }
            }
        }
    }

    #[test]
    fn a_project_with_several_children_counts_once_in_their_parent(
        portfolio in portfolio(), query in query()
    ) {
        let explorer = Explorer::new(portfolio);
        let portfolio = explorer.portfolio();
        let matches = explorer.results(&query).matches;
        for (facet, counts) in explorer.facets().facets.iter().zip(&matches.parents) {
            let having = |project: &Project, parent: &str| {
                keys(project, facet.key.as_str()).iter().any(|key| parent_of(facet.key.as_str(), key) == Some(parent))
            };
            let present: BTreeSet<&str> = facet.values.iter()
                .filter_map(|value| parent_of(facet.key.as_str(), &value.key))
                .collect();
            let shown: BTreeSet<&str> = facet.parents.iter().map(|parent| parent.key.as_str()).collect();
            prop_assert_eq!(shown, present);
            prop_assert_eq!(counts.len(), facet.parents.len());
            prop_assert!(facet.parents.is_sorted_by(|one, other| one.total >= other.total));
            for (at, (parent, &count)) in facet.parents.iter().zip(counts).enumerate() {
                let children: Vec<u32> = (0u32..).zip(&facet.values)
                    .filter(|(_, value)| value.parent == Some(at as u32))
                    .map(|(position, _)| position)
                    .collect();
                prop_assert_eq!(&parent.children, &children);
                for &child in &children {
                    let key = &facet.values[child as usize].key;
                    prop_assert_eq!(parent_of(facet.key.as_str(), key), Some(parent.key.as_str()));
                }
                let total = portfolio.projects.iter().filter(|project| having(project, &parent.key)).count();
                prop_assert_eq!(parent.total as usize, total);
                let expected = portfolio.projects.iter()
                    .filter(|project| having(project, &parent.key))
                    .filter(|project| passes_all_but(facet.key.as_str(), portfolio, project, &query))
                    .count();
                prop_assert_eq!(count as usize, expected, "{} {}", &facet.key, &parent.key);
            }
        }
    }

    #[test]
    fn projects_without_dates_are_counted_for_any_year_range(portfolio in portfolio(), query in query()) {
        let explorer = Explorer::new(portfolio);
        let portfolio = explorer.portfolio();
        let expected = portfolio.projects.iter()
            .filter(|project| ran(portfolio, project).is_none() && passes_all_but("years", portfolio, project, &query))
            .count();
        prop_assert_eq!(explorer.results(&query).matches.undated as usize, expected);
    }

    #[test]
    fn a_year_counts_the_projects_that_ran_in_it(portfolio in portfolio(), query in query()) {
        let explorer = Explorer::new(portfolio);
        let portfolio = explorer.portfolio();
        let counts = explorer.results(&query).matches.years;
        let spans: Vec<_> = portfolio.projects.iter().filter_map(|project| ran(portfolio, project)).collect();
        let first = spans.iter().map(|span| span.0).min();
        let last = spans.iter().map(|span| span.1).max();
        let years: Vec<u16> = first.zip(last).map_or(Vec::new(), |(first, last)| (first..=last).collect());
        prop_assert_eq!(explorer.facets().years.years().collect::<Vec<_>>(), years.clone());
        let expected: Vec<u32> = years.iter().map(|year| {
            let in_year = |project: &&Project| ran(portfolio, project).is_some_and(|(first, last)| (first..=last).contains(year));
            portfolio.projects.iter().filter(in_year)
                .filter(|project| passes_all_but("years", portfolio, project, &query))
                .count() as u32
        }).collect();
        prop_assert_eq!(counts, expected);
    }

    #[test]
    fn a_histogram_counts_the_totals_in_each_bucket_whatever_the_range(
        portfolio in portfolio(), query in query()
    ) {
        let explorer = Explorer::new(portfolio);
        let portfolio = explorer.portfolio();
        let Some(currency) = currency(portfolio, &query) else {
            prop_assert_eq!(explorer.amounts_of(&query), None);
            return Ok(());
        };
        let amounts = explorer.amounts_of(&query).expect("amounts");
        prop_assert_eq!(amounts.currency, currency);
        let matches = explorer.results(&query).matches;
        let histogram = Histogram::of(amounts);
        let counts = histogram.count(matches.of_any_amount.as_ref().unwrap_or(&matches.records));
        let passing = |is_counted: &dyn Fn(&Project) -> bool, from: Money, to: Money| {
            let projects = portfolio.projects.iter();
            let within = |project: &Project| project.total(currency).is_some_and(|it| from <= it && it <= to);
            projects.filter(|project| within(project) && is_counted(project)).count() as u32
        };
        for ((bucket, count), total) in histogram.buckets.iter().zip(counts).zip(&histogram.totals) {
            let counted = |project: &Project| passes_all_but("amounts", portfolio, project, &query);
            prop_assert_eq!(count, passing(&counted, bucket.from, bucket.to));
            prop_assert_eq!(*total, passing(&|_| true, bucket.from, bucket.to));
        }
        let stated = portfolio.projects.iter().filter(|it| it.total(currency).is_some()).count();
        prop_assert_eq!(histogram.totals.iter().sum::<u32>() as usize, stated);
    }

    #[test]
    fn choices_missing_from_the_portfolio_are_reported(portfolio in portfolio(), query in query()) {
        let expected: Vec<Choice> = query.choices.iter()
            .filter(|choice| meant(&portfolio, choice).1.is_empty())
            .cloned()
            .collect();
        prop_assert_eq!(Explorer::new(portfolio).results(&query).unknown, expected);
    }

    #[test]
    fn results_are_in_the_requested_order(portfolio in portfolio(), query in query()) {
        let explorer = Explorer::new(portfolio);
        let results = explorer.results(&query);
        let searching = !query.text.is_empty();
        let expected = match query.sort {
            None | Some(Sort::Relevance) if searching => Sort::Relevance,
            None | Some(Sort::Relevance) => Sort::Newest,
            Some(Sort::Amount) if explorer.amounts_of(&query).is_none() => Sort::Newest,
            Some(sort) => sort,
        };
        prop_assert_eq!(results.sort, expected);
        let projects: Vec<&Project> = results.projects.iter().filter_map(|&record| explorer.project(record)).collect();
        let begun = |project: &Project| project.start.or(project.end);
        let ended = |project: &Project| {
            if project.is_open_ended() {
                return Some(u32::MAX);
            }
            project.end.or(project.start).map(Date::past_last_month)
        };
        let currency = currency(explorer.portfolio(), &query);
        let total = |project: &Project| currency.and_then(|currency| project.total(currency));
        for pair in projects.windows(2) {
            let (one, other) = (begun(pair[0]), begun(pair[1]));
            match results.sort {
                Sort::Newest => prop_assert!(one >= other),
                Sort::Oldest => prop_assert!(other.is_none() || one.is_some() && one <= other),
                Sort::Title => prop_assert!(pair[0].title <= pair[1].title),
                Sort::Ending => prop_assert!(ended(pair[0]) >= ended(pair[1])),
                Sort::Amount => prop_assert!(total(pair[0]) >= total(pair[1])),
                Sort::Relevance => {}
            }
        }
    }
}
