//! Sorting by a column: an address can ask for any column, and nothing else is accepted.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use atlas_engine::column_sort::columns;
use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::read;
use atlas_engine::query::{ColumnOrder, Query, Sort, SortColumn};

const LIST: &str = r#"{ "title": "List", "projects": [
    { "id": "undated", "title": "Delta", "donors": ["Zeta Fund"],
        "budget": [{ "amount": 30, "currency": "EUR" }, { "amount": 1, "currency": "USD" }] },
    { "id": "long", "title": "charlie", "start": "2008", "end": "2015-03", "donors": ["Alpha Fund"], "countries": ["RO"],
        "identifier": "B-1", "budget": [{ "amount": 9.5, "currency": "EUR" }, { "amount": 100, "currency": "EUR" }] },
    { "id": "running", "title": "Bravo", "start": "2010-05", "donors": ["alpha fund"], "countries": ["AL"], "fields": { "Period": ["second"] },
        "identifier": "a-2", "budget": { "amount": -5, "currency": "EUR" } },
    { "id": "short", "title": "Ånd", "start": "2012", "end": "2012", "countries": ["MD"], "fields": { "Period": ["first"] } },
    { "id": "ended", "title": "Echo", "end": "2009", "themes": ["Health"] }
] }"#;

fn list() -> Explorer {
    Explorer::new(read(LIST.as_bytes()).portfolio.expect("a portfolio"))
}

fn ids(explorer: &Explorer, address: &str) -> String {
    let query = explorer.canonical(&Query::parse(address));
    assert!(query.ignored.is_empty(), "{address}: {:?}", query.ignored);
    let results = explorer.results(&query);
    let projects = results.projects.iter();
    let ids = projects.map(|record| explorer.project(*record).unwrap().id.as_str());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_column_sorts_both_ways_with_missing_values_last() {
    let explorer = list();
    for (address, expected) in [
        ("order=title", "short running long undated ended"),
        ("order=-title", "ended undated long running short"),
        ("order=period", "long ended running short undated"),
        ("order=-period", "short running ended long undated"),
        // Equal except for case and accents, so they keep their previous order.
        ("order=donor", "running long undated short ended"),
        (
            "order=donor&sort=oldest",
            "long running undated ended short",
        ),
        ("order=-donor", "undated running long short ended"),
        ("order=country", "running short long ended undated"),
        ("order=-country", "long short running ended undated"),
        ("order=theme", "ended short running long undated"),
        ("order=field.period", "short running ended long undated"),
        ("order=-field.period", "running short ended long undated"),
        ("order=identifier", "running long short ended undated"),
        ("order=-identifier", "long running short ended undated"),
        ("sort=amount", "long undated running short ended"),
        ("order=amount", "running undated long short ended"),
        (
            "order=amount&currency=USD",
            "undated short running ended long",
        ),
        (
            "order=donor&sort=amount",
            "long running undated short ended",
        ),
        (
            "order=-amount&currency=usd&sort=oldest",
            "undated short running ended long",
        ),
        ("sort=ending", "running long short ended undated"),
    ] {
        assert_eq!(ids(&explorer, address), expected, "{address}");
    }
}

#[test]
fn a_column_order_applies_in_every_view_and_with_a_filter() {
    let explorer = list();
    for view in ["", "&view=table", "&view=figures"] {
        assert_eq!(
            ids(&explorer, &format!("order=donor&from=2010{view}")),
            "running long short"
        );
    }
}

#[test]
fn every_column_order_round_trips_through_the_address() {
    let explorer = list();
    let index = explorer.facets();
    let columns = columns(index);
    let of_facets = columns
        .iter()
        .filter(|it| matches!(it, SortColumn::Facet(_)));
    assert_eq!(of_facets.count(), index.facets.len());
    for column in columns {
        for is_descending in [false, true] {
            let column = column.clone();
            let order = ColumnOrder {
                column,
                is_descending,
            };
            let mut query = Query::default();
            query.sort_by(order.clone());
            let restored = explorer.canonical(&Query::parse(&query.to_address()));
            assert_eq!(restored, query);
            assert!(restored.ignored.is_empty());
            let results = explorer.results(&restored);
            let shown = results
                .column
                .or_else(|| ColumnOrder::of_sort(results.sort));
            assert_eq!(shown, Some(order));
        }
    }
}

#[test]
fn a_column_order_that_equals_a_general_sort_becomes_that_sort() {
    let explorer = list();
    for (address, sort) in [
        ("order=period", Sort::Oldest),
        ("order=-period", Sort::Newest),
        ("order=-amount", Sort::Amount),
        ("order=title&sort=oldest", Sort::Title),
    ] {
        let results = explorer.results(&Query::parse(address));
        assert_eq!((results.sort, results.column), (sort, None), "{address}");
    }
}

#[test]
fn an_order_by_an_unknown_column_is_ignored_and_reported() {
    let explorer = list();
    for order in ["colour", "-", "--donor", "field.donor", "Facet(0)"] {
        let query = explorer.canonical(&Query::parse(&format!("order={order}")));
        assert_eq!(query.order, None);
        assert_eq!(query.ignored, [format!("order={order}")]);
    }
}
