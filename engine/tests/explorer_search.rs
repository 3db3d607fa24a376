//! What visitors can find projects by.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::{self, CountryCode};
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::FacetKey;
use atlas_engine::place_names::PlaceNames;
use atlas_engine::portfolio::{CountryMention, Link, Organisation, Portfolio, Project};
use atlas_engine::query::Query;
use atlas_engine::search::uncorrected;

fn explorer() -> Explorer {
    let mention = |code: &str, name: Option<&str>| CountryMention {
        code: CountryCode::parse(code).expect("a code"),
        name: name.map(str::to_owned),
        share: None,
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
fn a_country_is_found_by_its_current_and_former_names() {
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
fn a_search_without_words_matches_everything() {
    assert_eq!(found(" …– ").len(), 2);
    assert!(found("xylophone").is_empty());
}

#[test]
fn a_region_and_a_country_are_combined_with_or() {
    let counted = |address: &str| explorer().results(&Query::parse(address)).projects;
    assert_eq!(counted("region=southern-europe"), [0]);
    assert_eq!(counted("region=southern-europe&country=TR").len(), 2);
    assert_eq!(counted("region=!southern-europe"), [1]);
    assert_eq!(counted("region=nowhere").len(), 2);
}

fn in_french(code: CountryCode) -> Option<&'static str> {
    match code.as_str() {
        "MK" => Some("Macédoine du Nord"),
        _ => country::name(code),
    }
}

#[test]
fn a_country_is_found_by_its_name_in_the_page_language_and_in_english() {
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
    let position = facets.position(&FacetKey::COUNTRY).expect("a facet");
    let country = facets.facets.get(position).expect("a facet");
    let named = country.values.iter().find(|value| value.key == "MK");
    let named = named.expect("a country");
    assert_eq!(named.name, "Macédoine du Nord");
    assert!(named.aliases.contains(&"North Macedonia".to_owned()));
}

#[test]
fn indexing_in_parts_gives_the_same_results_as_indexing_at_once() {
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
        let mut parts = 0;
        while in_parts.index_text(at_a_time) {
            parts += 1;
        }
        assert_eq!(parts, of.div_ceil(at_a_time));
        for text in queries {
            assert_eq!(ids(&in_parts, text), ids(&at_once, text), "{text}");
        }
        // A search in between still finds everything, and leaves nothing to do.
        let hurried = explorer();
        assert!(hurried.index_text(at_a_time));
        assert_eq!(ids(&hurried, "miba"), ids(&at_once, "miba"));
        assert!(!hurried.index_text(at_a_time));
    }
}

fn titled(titles: &[&str]) -> Explorer {
    let project = |title: &&str| Project {
        title: (*title).to_owned(),
        ..Project::default()
    };
    Explorer::new(Portfolio {
        projects: titles.iter().map(project).collect(),
        ..Portfolio::default()
    })
}

fn matching(explorer: &Explorer, text: &str) -> Vec<u32> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let mut projects = explorer.results(&query).projects;
    projects.sort_unstable();
    projects
}

#[test]
fn words_in_quotes_match_only_as_a_phrase() {
    let explorer = titled(&[
        "School meals for all",
        "Meals at school",
        "School of meals",
        "Écoles: school-meals",
        "Schools’ meals",
    ]);
    assert_eq!(matching(&explorer, "school meals"), [0, 1, 2, 3, 4]);
    for query in [
        "\"school meals\"",
        "“School Meals”",
        "«school meals»",
        "„SCHOOL MEALS“",
    ] {
        assert_eq!(matching(&explorer, query), [0, 3], "{query}");
    }
    assert_eq!(matching(&explorer, "\"ecoles school\""), [3]);
    assert_eq!(matching(&explorer, "\"school meals"), [0, 1, 2, 3, 4]);
    assert_eq!(matching(&explorer, "\"meals school\""), [0u32; 0]);
    assert_eq!(matching(&explorer, "\"school\""), [0, 1, 2, 3]);
}

#[test]
fn a_phrase_does_not_match_across_texts() {
    let project = Project {
        title: "Human".to_owned(),
        objective: Some("rights".to_owned()),
        ..Project::default()
    };
    let explorer = Explorer::new(Portfolio {
        projects: vec![project],
        ..Portfolio::default()
    });
    assert_eq!(matching(&explorer, "human rights"), [0]);
    assert_eq!(matching(&explorer, "\"human rights\""), [0u32; 0]);
}

#[test]
fn a_word_or_phrase_after_a_minus_is_excluded() {
    let explorer = titled(&[
        "Water after the cyclone",
        "Water and cyclones",
        "Water",
        "Cyclône",
        "Trans-border water",
    ]);
    assert_eq!(matching(&explorer, "water"), [0, 1, 2, 4]);
    assert_eq!(matching(&explorer, "water -cyclone"), [2, 4]);
    assert_eq!(matching(&explorer, "-cyclone"), [2, 4]);
    assert_eq!(matching(&explorer, "-\"cyclone\""), [1, 2, 4]);
    assert_eq!(matching(&explorer, "water -\"the cyclone\""), [1, 2, 4]);
    assert_eq!(matching(&explorer, "trans-border"), [4]);
    assert_eq!(matching(&explorer, "water - cyclone"), [0, 1]);
    assert_eq!(matching(&explorer, "-"), [0, 1, 2, 3, 4]);
    assert_eq!(matching(&explorer, "-water -cyclone"), [0u32; 0]);
}

#[test]
fn texts_in_scripts_without_spaces_are_found_by_any_part() {
    for text in [
        "一段简单的文字",
        "ラオスの農業プロジェクト",
        "대한민국의 농촌개발사업",
        "โครงการพัฒนาชนบท",
        "ໂຄງການພັດທະນາ",
        "គម្រោងអភិវឌ្ឍន៍",
        "ကျေးလက်ဖွံ့ဖြိုးရေး",
    ] {
        let explorer = titled(&["Something else 其他", text]);
        let characters: Vec<char> = text.chars().collect();
        for length in 1..=characters.len() {
            for part in characters.windows(length) {
                let part: String = part.iter().collect();
                if part != " " {
                    assert_eq!(matching(&explorer, &part), [1], "{part} in {text}");
                }
            }
        }
    }
    let explorer = titled(&["简的单", "简单", "单简", "简。单", "简单的文"]);
    assert_eq!(matching(&explorer, "简单"), [1, 4]);
    assert_eq!(matching(&explorer, "简单的"), [4]);
    assert_eq!(matching(&explorer, "简单文"), [0u32; 0]);
    assert_eq!(matching(&explorer, "简 单"), [0, 1, 2, 3, 4]);
    assert_eq!(matching(&explorer, "简 -单简"), [0, 1, 3, 4]);
}

#[test]
fn words_are_found_with_or_without_their_diacritics() {
    let explorer = titled(&[
        "Équipement médical",
        "Łódź",
        "Øst for Ærø",
        "Đakovo",
        "Straße nach Ísland",
        "Ünal Çelik, Şanlıurfa",
        "ñandú",
    ]);
    for (at, queries) in (0u32..).zip([
        ["équipement", "equipement", "E\u{301}quip"],
        ["łódź", "lodz", "ŁÓD"],
        ["øst", "ost", "aero"],
        ["đakovo", "dakovo", "DAKO"],
        ["straße", "strasse", "island"],
        ["unal", "celik", "şanliurfa"],
        ["ñandu", "nandu", "NANDÚ"],
    ]) {
        for query in queries {
            assert_eq!(matching(&explorer, query), [at], "{query}");
        }
    }
}

#[test]
fn a_correction_is_reported_and_can_be_overridden() {
    let explorer = titled(&["Aid to Lébanon", "Lebannon"]);
    let results = |explorer: &Explorer, text: &str| {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        explorer.results(&query)
    };
    assert_eq!(results(&explorer, "lebannon").corrections, []);
    let explorer = titled(&["Aid to Lébanon 事業 x", "Trafficking"]);
    let found = results(&explorer, "aid Lebannon");
    assert_eq!(found.projects, [0]);
    let [correction] = found.corrections.as_slice() else {
        panic!("{:?}", found.corrections);
    };
    assert_eq!(
        (correction.word.as_str(), correction.typed.clone()),
        ("lébanon", 4..12)
    );
    for query in [
        "\"lebannon",
        "事業lebannon",
        "lebannon lebannon",
        "\"aid\" lebannon's \" x",
    ] {
        let corrections = results(&explorer, query).corrections;
        let typed: Vec<_> = corrections.into_iter().map(|it| it.typed).collect();
        assert!(!typed.is_empty(), "{query}");
        let exact = uncorrected(query, &typed);
        assert_eq!(
            results(&explorer, &exact).corrections,
            [],
            "{query} {exact}"
        );
    }
    let exact = uncorrected("aid Lebannon", std::slice::from_ref(&correction.typed));
    assert_eq!(exact, "aid \"Lebannon\"");
    let found = results(&explorer, &exact);
    assert_eq!((found.projects.len(), found.corrections.len()), (0, 0));
    assert_eq!(results(&explorer, "leban").corrections, []);
    assert_eq!(results(&explorer, "xylophone").corrections, []);
    assert_eq!(results(&explorer, "-lebannon").corrections, []);
    assert_eq!(
        results(&explorer, "traffik").corrections[0].word,
        "trafficking"
    );
}

fn in_countries(codes: &[&str]) -> Explorer {
    let project = |code: &&str| Project {
        countries: vec![CountryMention {
            code: CountryCode::parse(code).expect("a code"),
            name: None,
            share: None,
        }],
        ..Project::default()
    };
    Explorer::new(Portfolio {
        projects: codes.iter().map(project).collect(),
        ..Portfolio::default()
    })
}

#[test]
fn countries_are_found_by_common_variants_of_their_names() {
    let codes = [
        "CD", "CG", "KR", "KP", "GR", "GB", "XK", "CF", "US", "UA", "VE",
    ];
    let explorer = in_countries(&codes);
    for (name, code) in [
        ("RDC", "CD"),
        ("Congo, Dem. Rep.", "CD"),
        ("Congo-Kinshasa", "CD"),
        ("DROC", "CD"),
        ("Congo, Rep.", "CG"),
        ("Republic of the Congo", "CG"),
        ("Korea, Republic of", "KR"),
        ("Korea, Rep.", "KR"),
        ("Korea, Dem. People's Rep.", "KP"),
        ("EL", "GR"),
        ("UK", "GB"),
        ("UNK", "XK"),
        ("XKX", "XK"),
        ("KSV", "XK"),
        ("CAR", "CF"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("UA", "UA"),
        ("Venezuela, RB", "VE"),
    ] {
        let found = matching(&explorer, name);
        let found: Vec<&str> = found.iter().map(|&at| codes[at as usize]).collect();
        assert_eq!(found, [code], "{name}");
    }
    assert_eq!(matching(&explorer, "congo"), [0, 1]);
    assert_eq!(matching(&explorer, "korea"), [2, 3]);
}

#[test]
fn an_excluded_country_is_not_found() {
    let explorer = in_countries(&["KE", "RO", "KR"]);
    for (text, left) in [
        ("-Kenya", [1, 2]),
        ("-\"Republic of Korea\"", [0, 1]),
        (" -kenya", [1, 2]),
    ] {
        assert_eq!(matching(&explorer, text), left, "{text}");
    }
    assert_eq!(matching(&explorer, "\"Kenya\""), [0]);
}

#[test]
fn a_country_code_in_capitals_does_not_match_as_a_prefix() {
    let explorer = titled(&["Elections in Ukraine", "Car parks"]);
    for code in ["EL", "UK", "CA"] {
        assert_eq!(matching(&explorer, code), [0u32; 0], "{code}");
    }
    assert_eq!(matching(&explorer, "el"), [0]);
    assert_eq!(matching(&explorer, "ca"), [1]);
}

#[test]
fn a_text_naming_a_country_is_found_even_if_the_project_is_elsewhere() {
    let mention = CountryMention {
        code: CountryCode::parse("KP").expect("a code"),
        name: None,
        share: None,
    };
    let project = Project {
        title: "Talks with the Republic of Korea".to_owned(),
        countries: vec![mention],
        ..Project::default()
    };
    let explorer = Explorer::new(Portfolio {
        projects: vec![project],
        ..Portfolio::default()
    });
    assert_eq!(matching(&explorer, "Republic of Korea"), [0]);
}

#[test]
fn queries_with_the_same_matches_give_equal_results() {
    let explorer = explorer();
    let results = |text: &str| {
        explorer.results(&Query {
            text: text.to_owned(),
            ..Query::default()
        })
    };
    assert_eq!(results("migrati"), results("migratio"));
    assert_eq!(results("migration"), results("Migration "));
    assert_ne!(results("migration"), results("fair"));
}
