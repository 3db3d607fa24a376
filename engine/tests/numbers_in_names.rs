//! Names and titles with numbers are in the order of the numbers.

use atlas_engine::explorer::Explorer;
use atlas_engine::portfolio::{Portfolio, Project};
use atlas_engine::query::Query;

fn explorer() -> Explorer {
    let project = |title: &str, theme: &str| Project {
        title: title.to_owned(),
        themes: vec![theme.to_owned()],
        ..Project::default()
    };
    Explorer::new(Portfolio {
        projects: vec![
            project("Phase 10", "Theme 10"),
            project("Phase 2", "Theme 9"),
            project("Phase 1", "Theme 100"),
        ],
        ..Portfolio::default()
    })
}

#[test]
fn titles_are_sorted_by_the_numbers_in_them() {
    let results = explorer().results(&Query::parse("sort=title"));
    assert_eq!(results.projects, [2, 1, 0]);
}

#[test]
fn values_with_equal_counts_are_sorted_by_the_numbers_in_their_names() {
    let explorer = explorer();
    let facets = &explorer.facets().facets;
    let themes = facets.iter().find(|facet| facet.key == "theme").unwrap();
    let names: Vec<&str> = themes.values.iter().map(|it| it.name.as_str()).collect();
    let numbers = names.iter().map(|name| name.rsplit(' ').next().unwrap());
    assert_eq!(numbers.collect::<Vec<_>>(), ["9", "10", "100"]);
}
