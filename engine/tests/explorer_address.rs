//! What an address promises, whatever was typed.

use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::{Portfolio, Project};
use atlas_engine::query::{Query, RESERVED, Sort};
use proptest::prelude::*;

fn query() -> impl Strategy<Value = Query> {
    let sort = prop::option::of(prop::sample::select(Sort::ALL.to_vec()));
    let year = || prop::option::of(1..=9999u16);
    let choices = prop::collection::vec((".{0,8}", ".{1,8}", any::<bool>()), 0..5);
    let texts = (".{0,12}", ".{0,5}", ".{0,5}", ".{0,5}");
    (texts, choices, year(), year(), sort).prop_map(
        |((text, view, project, lang), choices, from, to, sort)| {
            let trimmed = |text: String| text.trim().to_owned();
            let mut query = Query {
                text: trimmed(text),
                view: trimmed(view),
                project: trimmed(project),
                lang: trimmed(lang),
                from,
                to,
                sort,
                ..Query::default()
            };
            for (facet, value, excluded) in choices {
                let value = value.trim().trim_start_matches('!').trim();
                if !value.is_empty() && !RESERVED.contains(&facet.as_str()) {
                    query.choose(&facet, value, excluded);
                }
            }
            query
        },
    )
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
    fn any_address_is_read_and_settles(address in "(.|[&=?!%+]){0,60}") {
        let query = Query::parse(&address);
        prop_assert_eq!(Query::parse(&query.to_address()), query);
    }

    #[test]
    fn no_address_leaves_a_blank_page_but_by_what_the_portfolio_has(
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
        // All that this portfolio has is “not stated”, so only to exclude that can leave nothing.
        let excludes_all = query.choices.iter().any(|choice| choice.excluded && !results.unknown.contains(choice));
        prop_assert_eq!(results.projects.is_empty(), excludes_all);
    }
}
