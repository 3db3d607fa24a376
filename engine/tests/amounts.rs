//! The amounts of a portfolio: the range of a query, the histogram, the sums.

#![allow(
    clippy::unwrap_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::explorer::Explorer;
use atlas_engine::facet::BitSet;
use atlas_engine::histogram::{Histogram, MAX_BUCKETS};
use atlas_engine::portfolio::{
    Amounts, Budget, CountryMention, Currency, Money, Portfolio, Project, Share, read,
};
use atlas_engine::query::{Query, Sort};
use atlas_engine::sums::{CountrySums, by_currency};
use proptest::prelude::*;

const LIST: &str = r#"{ "title": "List", "projects": [
    { "id": "small", "title": "Small", "countries": ["RO"], "budget": { "amount": 9999.99, "currency": "EUR" } },
    { "id": "large", "title": "Large", "countries": ["MD"], "budget": [
        { "amount": 10000, "currency": "EUR", "year": 2010 }, { "amount": 10000, "currency": "EUR", "year": 2011 }] },
    { "id": "other", "title": "Other", "countries": ["RO"], "budget": { "amount": 15000, "currency": "USD" } },
    { "id": "unstated", "title": "Unstated", "countries": ["RO"] }
] }"#;

fn list() -> Explorer {
    Explorer::new(read(LIST.as_bytes()).portfolio.unwrap())
}

fn ids(explorer: &Explorer, address: &str) -> String {
    let results = explorer.results(&explorer.canonical(&Query::parse(address)));
    let projects = results.projects.iter();
    let ids = projects.map(|record| explorer.project(*record).unwrap().id.as_str());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_range_applies_to_the_total_in_one_currency_and_both_ends_are_included() {
    let explorer = list();
    for (address, expected) in [
        ("amount-from=10000", "large"),
        ("amount-from=20000", "large"),
        ("amount-from=20000.01", ""),
        ("amount-to=20000", "small large"),
        ("amount-to=9999.99", "small"),
        ("amount-from=20000&amount-to=9999.99", "small large"),
        ("amount-from=1&currency=USD", "other"),
        ("amount-to=1000000&currency=eur", "small large"),
        ("amount-from=0&country=RO", "small"),
        ("currency=USD", "small large other unstated"),
    ] {
        assert_eq!(ids(&explorer, address), expected, "{address}");
    }
}

#[test]
fn the_counts_of_facets_respect_the_range() {
    let explorer = list();
    let results = explorer.results(&Query::parse("amount-from=10000"));
    let country = explorer.facets().facets.first().unwrap();
    let counts = country.values.iter().zip(&results.matches.facets[0]);
    let counts: Vec<_> = counts
        .map(|(value, count)| (value.key.as_str(), *count))
        .collect();
    assert_eq!(counts, [("RO", 0), ("MD", 1)]);
}

#[test]
fn amounts_in_a_currency_that_no_project_states_are_ignored_and_reported() {
    let explorer = list();
    let query = explorer.canonical(&Query::parse("amount-from=5&amount-to=6&currency=CHF"));
    assert_eq!(query.to_address(), "");
    assert_eq!(
        query.ignored,
        ["amount-from=5", "amount-to=6", "currency=CHF"]
    );
    assert_eq!(
        ids(&explorer, "amount-from=5&currency=CHF"),
        "small large other unstated"
    );
    let without_amounts = r#"{ "title": "List", "projects": [{ "title": "Wells" }] }"#;
    let explorer = Explorer::new(read(without_amounts.as_bytes()).portfolio.unwrap());
    let query = explorer.canonical(&Query::parse("amount-to=6&sort=amount"));
    assert_eq!(query.ignored, ["amount-to=6"]);
    let results = explorer.results(&query);
    assert_eq!((results.projects.len(), results.sort), (1, Sort::Newest));
}

#[test]
fn a_reversed_range_is_swapped() {
    let query = list().canonical(&Query::parse("amount-from=20000&amount-to=10000"));
    assert_eq!(query.to_address(), "amount-from=10000&amount-to=20000");
}

fn euros() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn project(hundredths: &[i64], countries: &[(&str, Option<&str>)]) -> Project {
    let budget = hundredths.iter().map(|hundredths| Budget {
        amount: Money::from_hundredths(*hundredths),
        currency: euros(),
        year: None,
    });
    let countries = countries.iter().map(|(code, share)| CountryMention {
        code: atlas_engine::country::CountryCode::parse(code).unwrap(),
        name: None,
        share: share.map(|share| Share::parse(share).unwrap()),
    });
    Project {
        budget: budget.collect(),
        countries: countries.collect(),
        ..Project::default()
    }
}

fn portfolio(projects: Vec<Project>) -> Portfolio {
    Portfolio {
        projects,
        ..Portfolio::default()
    }
}

fn histogram(hundredths: &[i64]) -> Histogram {
    let projects = hundredths.iter().map(|it| project(&[*it], &[]));
    let amounts = Amounts::of(&portfolio(projects.collect()));
    Histogram::of(amounts.within(None).unwrap())
}

fn bounds(hundredths: &[i64]) -> String {
    let histogram = histogram(hundredths);
    let ranges = histogram
        .buckets
        .iter()
        .map(|it| format!("{}..{}", it.from, it.to));
    ranges.collect::<Vec<_>>().join(" ")
}

#[test]
fn buckets_begin_at_round_amounts() {
    assert_eq!(
        bounds(&[1_000_000, 1_999_999, 2_000_000, 4_999_999]),
        "10000..19999.99 20000..49999.99"
    );
    assert_eq!(bounds(&[150, 150]), "1..1.99");
    // What is below one unit is in one bucket, however far below.
    assert_eq!(bounds(&[-700, 0, 199]), "-7..0.99 1..1.99");
    assert_eq!(bounds(&[-700, -5]), "-7..0.99");
    assert_eq!(histogram(&[-700, 0, 199]).totals, [2, 1]);
}

#[test]
fn the_smallest_amounts_share_a_bucket_if_there_would_be_too_many() {
    let histogram = histogram(&[100, 9_000_000_000_000]);
    assert_eq!(histogram.buckets.len(), MAX_BUCKETS);
    let first = histogram.buckets.first().unwrap();
    assert_eq!(
        (first.from.to_string(), first.to.to_string()),
        ("1".to_owned(), "1999.99".to_owned())
    );
}

fn sums(projects: Vec<Project>) -> CountrySums {
    let all = BitSet::full(projects.len());
    let portfolio = portfolio(projects);
    let amounts = Amounts::of(&portfolio);
    CountrySums::of(&portfolio, amounts.within(None).unwrap(), &all)
}

fn in_words(sums: &CountrySums) -> String {
    let countries = sums.countries.iter();
    let countries = countries.map(|it| format!("{} {} of {}", it.country, it.sum, it.projects));
    let mut words: Vec<String> = countries.collect();
    for (name, sum, projects) in [
        ("undivided", sums.undivided, sums.undivided_projects),
        (
            "nowhere",
            sums.without_country,
            sums.without_country_projects,
        ),
    ] {
        if projects > 0 {
            words.push(format!("{name} {sum} of {projects}"));
        }
    }
    words.join(", ")
}

#[test]
fn amounts_are_divided_by_shares_and_what_has_no_share_is_undivided() {
    let of =
        |countries: &[(&str, Option<&str>)]| in_words(&sums(vec![project(&[10_000], countries)]));
    assert_eq!(of(&[]), "nowhere 100 of 1");
    assert_eq!(of(&[("RO", None)]), "RO 100 of 1");
    assert_eq!(of(&[("RO", Some("40"))]), "RO 40 of 1, undivided 60 of 1");
    assert_eq!(of(&[("RO", None), ("MD", None)]), "undivided 100 of 1");
    assert_eq!(
        of(&[("RO", Some("25")), ("MD", Some("75"))]),
        "MD 75 of 1, RO 25 of 1"
    );
    assert_eq!(
        of(&[("RO", Some("25")), ("MD", None)]),
        "RO 25 of 1, undivided 75 of 1"
    );
    assert_eq!(of(&[("RO", Some("100")), ("MD", Some("0"))]), "RO 100 of 1");
    // Rounded shares are the whole.
    let thirds = [
        ("RO", Some("33.33")),
        ("MD", Some("33.33")),
        ("AL", Some("33.33")),
    ];
    assert_eq!(of(&thirds), "AL 33.34 of 1, MD 33.33 of 1, RO 33.33 of 1");
    assert_eq!(
        of(&[("RO", Some("50.01")), ("MD", Some("50"))]),
        "MD 50 of 1, RO 50 of 1"
    );
}

#[test]
fn sums_are_never_added_across_currencies() {
    let explorer = list();
    let records = explorer
        .results(&Query::parse("country=RO"))
        .matches
        .records;
    let sums = by_currency(explorer.amounts(), &records);
    let sums = sums
        .iter()
        .map(|it| format!("{} {} of {}", it.currency, it.sum, it.projects));
    assert_eq!(
        sums.collect::<Vec<_>>(),
        ["EUR 9999.99 of 1", "USD 15000 of 1"]
    );
}

proptest! {
    #[test]
    fn every_amount_is_in_the_bucket_of_its_range(
        amounts in prop::collection::vec(prop_oneof![any::<i64>(), -1_000_i64..1_000_000], 1..30)
    ) {
        let histogram = histogram(&amounts);
        let buckets = &histogram.buckets;
        prop_assert!((1..=MAX_BUCKETS).contains(&buckets.len()));
        prop_assert!(buckets.iter().all(|it| it.from <= it.to));
        prop_assert!(buckets.windows(2).all(|pair| pair[0].to.hundredths() + 1 == pair[1].from.hundredths()));
        for amount in amounts {
            let amount = Money::from_hundredths(amount);
            let bucket = &buckets[histogram.position(amount)];
            prop_assert!(bucket.from <= amount && amount <= bucket.to);
        }
    }

    #[test]
    fn the_parts_of_countries_add_up_to_the_amount(
        amount in any::<i64>(),
        shares in prop::collection::vec(prop::option::of(0_u16..=100), 0..4),
    ) {
        let codes = ["RO", "MD", "AL", "MK"];
        let shares: Vec<_> = shares.iter().map(|share| share.map(|it| it.to_string())).collect();
        let countries: Vec<_> = codes.into_iter().zip(shares.iter().map(Option::as_deref)).collect();
        let sums = sums(vec![project(&[amount], &countries)]);
        let parts = sums.countries.iter().map(|it| it.sum).chain([sums.undivided, sums.without_country]);
        let total: i128 = parts.map(|it| i128::from(it.hundredths())).sum();
        prop_assert_eq!(total, i128::from(amount));
    }
}
