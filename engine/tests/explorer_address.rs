//! What an address guarantees, for any input.

#![allow(
    clippy::unwrap_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::explorer::Explorer;
use atlas_engine::facet::{FacetKey, FacetKind};
use atlas_engine::portfolio::{self, Currency, Money, Portfolio, Project};
use atlas_engine::query::{ColumnOrder, MAX_COMPARED, MAX_MATCH_ALL, Query, Sort, View};
use proptest::prelude::*;

fn query() -> impl Strategy<Value = Query> {
    let sort = prop::option::of(prop::sample::select(Sort::ALL.to_vec()));
    let year = || prop::option::of(1..=9999u16);
    let amount = || prop::option::of(any::<i64>().prop_map(Money::from_hundredths));
    let currency = prop::option::of("[A-Z]{3}".prop_map(|code| Currency::parse(&code).unwrap()));
    let amounts = (amount(), amount(), currency);
    let choices = prop::collection::vec((".{0,8}", ".{1,8}", any::<bool>()), 0..5);
    let match_all = prop::collection::vec("(country|.{1,8})", 0..MAX_MATCH_ALL / 10);
    let texts = (".{0,12}", ".{0,5}", ".{0,5}");
    let view = prop::option::of(prop::sample::select(View::ALL.to_vec()));
    let compare = prop::collection::vec(".{0,5}", 0..MAX_COMPARED);
    let order = "-?((field\\.)?(title|period|donor)|.{0,6})";
    (
        texts,
        (choices, match_all),
        (year(), year(), amounts),
        (sort, order),
        (view, compare),
    )
        .prop_map(
            |(
                (text, project, lang),
                (choices, match_all),
                (from, to, amounts),
                (sort, order),
                (view, compare),
            )| {
                let trimmed = |text: String| text.trim().to_owned();
                let mut query = Query {
                    text: trimmed(text),
                    view,
                    project: trimmed(project),
                    lang: trimmed(lang),
                    from,
                    to,
                    amount_from: amounts.0,
                    amount_to: amounts.1,
                    currency: amounts.2,
                    sort,
                    order: ColumnOrder::parse(order.trim()),
                    ..Query::default()
                };
                for id in compare {
                    query.compare_with(id.trim());
                }
                for facet in match_all {
                    let facet = facet.trim();
                    if let (Some(facet), false) = (FacetKey::new(facet), facet.is_empty()) {
                        query.toggle_match_all(&facet);
                    }
                }
                for (facet, value, excluded) in choices {
                    let value = value.trim().trim_start_matches('!').trim();
                    if let (Some(facet), false) = (FacetKey::new(&facet), value.is_empty()) {
                        query.choose(&facet, value, excluded);
                    }
                }
                query
            },
        )
}

fn bundled() -> Explorer {
    let reading = portfolio::read(include_bytes!("../../public/portfolio.json"));
    Explorer::new(reading.portfolio.unwrap_or_default())
}

#[test]
fn lenient_spellings_are_replaced_by_the_keys_of_the_portfolio() {
    let explorer = bundled();
    for (lenient, canonical) in [
        ("country=ro", "country=RO"),
        ("Country=ro&COUNTRY=md", "country=RO&country=MD"),
        ("donor=European Union", "donor=european-union"),
        (
            "donor=!European+Union&sort=title",
            "donor=!european-union&sort=title",
        ),
        ("region=Southern+Europe", "region=southern-europe"),
        ("country=ro&country=!RO", "country=!RO"),
        ("from=2012&to=2008", "from=2008&to=2012"),
        (
            "match=Donor&match=region&match=COUNTRY&country=ro",
            "country=RO&match=donor&match=country",
        ),
        // Unknown choices stay as they are, so that they can be named.
        (
            "country=jp&region=Atlantis&colour=Dark Red",
            "country=jp&region=Atlantis&colour=Dark+Red",
        ),
    ] {
        let query = explorer.canonical(&Query::parse(lenient));
        assert_eq!(query.to_address(), canonical);
        assert_eq!(explorer.canonical(&query), query);
    }
    let query = explorer.canonical(&Query::parse("country=ro"));
    assert!(query.has(&FacetKey::COUNTRY, "RO"));
}

#[test]
fn a_lenient_spelling_gives_the_same_results_as_the_key() {
    let explorer = bundled();
    let results = |address: &str| explorer.results(&Query::parse(address));
    assert_eq!(
        results("country=ro&donor=European Union"),
        results("country=RO&donor=european-union")
    );
    assert_eq!(
        results("country=ro&Country=md&match=Country"),
        results("country=RO&country=MD&match=country")
    );
    let unknown = results("country=jp&country=ro").unknown;
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0].value, "jp");
}

#[test]
fn an_order_by_an_unknown_column_is_reported() {
    let explorer = Explorer::new(Portfolio::default());
    for (address, order, ignored) in [
        ("order=-donor", Some("-donor"), None),
        ("order=title", Some("title"), None),
        ("order=-period", Some("-period"), None),
        ("order=-colour", None, Some("order=-colour")),
    ] {
        let query = explorer.canonical(&Query::parse(address));
        let kept = query.order.as_ref().map(ColumnOrder::key);
        assert_eq!(kept.as_deref(), order, "{address}");
        assert_eq!(
            query.ignored.first().map(String::as_str),
            ignored,
            "{address}"
        );
    }
}

#[test]
fn an_unknown_facet_of_which_all_values_must_apply_is_reported() {
    let explorer = Explorer::new(Portfolio::default());
    let query = explorer.canonical(&Query::parse("match=colour&match=donor"));
    assert_eq!(query.match_all, [FacetKey::DONOR]);
    assert_eq!(query.ignored, ["match=colour"]);
}

#[test]
fn not_stated_and_another_value_never_apply_together() {
    let file = r#"{ "title": "Ours", "projects": [
        { "title": "Wells", "countries": ["RO", "MD"] }, { "title": "Roads" }
    ] }"#;
    let explorer = read(file);
    let results = explorer.results(&Query::parse("country=none&country=RO&match=country"));
    assert_eq!(results.projects, [0u32; 0]);
    let facet = explorer.facets().position(&FacetKey::COUNTRY).unwrap();
    assert_eq!(results.matches.facets[facet], [0, 0, 0]);
    let results = explorer.results(&Query::parse("country=none&match=country"));
    assert_eq!(results.projects, [1]);
    assert_eq!(results.matches.facets[facet], [0, 0, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_address_restores_the_query(query in query()) {
        let address = query.to_address();
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()));
        prop_assert_eq!(&Query::parse(&address), &query);
        prop_assert_eq!(&Query::parse(&format!("?{address}")), &query);
    }

    #[test]
    fn any_address_parses_to_a_query_that_round_trips(address in "(.|[&=?!%+]){0,60}") {
        let mut query = Query::parse(&address);
        query.ignored.clear();
        prop_assert_eq!(Query::parse(&query.to_address()), query);
    }

    #[test]
    fn only_excluding_an_existing_value_can_leave_no_results(
        address in "((country|donor|region|theme|q|from|x)=(!|%|RO|none|[^&]){0,4}&?){0,5}"
    ) {
        let explorer = Explorer::new(Portfolio {
            projects: vec![Project { title: "One".to_owned(), ..Project::default() }],
            ..Portfolio::default()
        });
        let mut query = Query::parse(&address);
        query.text.clear();
        query.from = None;
        query.to = None;
        let results = explorer.results(&query);
        // This portfolio has only “not stated”, so only excluding that can leave nothing.
        let excludes_all = query.choices.iter().any(|choice| choice.excluded && !results.unknown.contains(choice));
        prop_assert_eq!(results.projects.is_empty(), excludes_all);
    }
}

#[test]
fn status_is_a_facet_if_stated_and_otherwise_free_for_a_custom_field() {
    let stated = r#"{ "title": "Ours", "projects": [
        { "title": "Wells", "status": "Ongoing", "fields": { "Status": ["late"] } },
        { "title": "Roads" }
    ] }"#;
    let explorer = read(stated);
    assert_eq!(
        explorer.results(&Query::parse("status=ongoing")).projects,
        [0]
    );
    assert_eq!(explorer.results(&Query::parse("status=none")).projects, [1]);
    assert_eq!(
        explorer.results(&Query::parse("status-2=late")).projects,
        [0]
    );
    let field = r#"{ "title": "Ours", "projects": [
        { "title": "Wells", "fields": { "Status": ["Late"] } }, { "title": "Roads" }
    ] }"#;
    assert_eq!(
        read(field).results(&Query::parse("status=late")).projects,
        [0]
    );
}

#[test]
fn only_listed_facets_are_shown_including_custom_ones() {
    let file = r#"{ "title": "Ours", "facets": ["sector", "donor"], "projects": [
        { "title": "Wells", "fields": { "Sector": ["Water"], "Scale": ["Large"] } }
    ] }"#;
    let explorer = read(file);
    let shown = explorer.facets().facets.iter().filter(|facet| facet.shown);
    let shown: Vec<&str> = shown.map(|facet| facet.key.as_str()).collect();
    assert_eq!(shown, ["sector", "donor"]);
}

#[test]
fn a_running_project_counts_from_its_start_to_the_last_year_of_the_list() {
    let explorer = read(
        r#"{ "title": "Ours", "projects": [
        { "id": "running", "title": "Wells", "start": "2011-11" },
        { "id": "done", "title": "Roads", "start": "2011", "status": "completed" },
        { "id": "ended", "title": "Schools", "end": "2018" },
        { "id": "undated", "title": "Clinics" }
    ] }"#,
    );
    let found = |query: &str| {
        let results = explorer.results(&Query::parse(query));
        let mut ids: Vec<&str> = results
            .projects
            .iter()
            .map(|&at| explorer.project(at).unwrap().id.as_str())
            .collect();
        ids.sort_unstable();
        ids.join(" ")
    };
    assert_eq!(found("from=2018"), "ended running");
    assert_eq!(found("from=2012&to=2017"), "running");
    assert_eq!(found("from=2011&to=2011"), "done running");
    let results = explorer.results(&Query::parse("sort=newest"));
    assert_eq!(explorer.project(results.projects[1]).unwrap().id, "running");
}

fn read(file: &str) -> Explorer {
    Explorer::new(portfolio::read(file.as_bytes()).portfolio.unwrap())
}

#[test]
fn a_custom_field_never_shares_a_parameter_with_anything_else() {
    let names = [
        "Q",
        "From",
        "To",
        "Match",
        "Sort",
        "Order",
        "View",
        "Compare",
        "Project",
        "Lang",
        "Country",
        "Donor",
        "Region",
        "Theme",
        "fbclid",
        "Gclid",
        "MSCLKID",
        "utm_source",
        "q 2",
        "–",
    ];
    let fields = names.map(|name| format!(r#""{name}": ["Wet"]"#)).join(", ");
    let explorer = read(&format!(
        r#"{{ "title": "Ours", "projects": [
            {{ "title": "Wells", "fields": {{ {fields} }} }}, {{ "title": "Roads" }}
        ] }}"#
    ));
    let facets = explorer.facets().facets.iter();
    let custom: Vec<_> = facets
        .filter(|facet| matches!(facet.kind, FacetKind::Custom(_)))
        .collect();
    assert_eq!(custom.len(), names.len());
    for facet in custom {
        let query = explorer.canonical(&Query::parse(&format!("{}=wet", facet.key)));
        assert_eq!(query.choices.len(), 1, "{}", facet.key);
        assert_eq!(explorer.results(&query).projects, [0], "{}", facet.key);
    }
}
