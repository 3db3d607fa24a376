//! `GeoJSON` and 360Giving, from bytes to projects.

use atlas_engine::portfolio::Project;
use atlas_formats::encoding::Decoder;
use atlas_formats::{Format, Options, Reading, read_with};

struct NoDecoder;

impl Decoder for NoDecoder {
    fn decode(&self, _: &[u8], _: &str) -> Option<String> {
        None
    }

    fn guess(&self, _: &[u8]) -> &'static str {
        "windows-1252"
    }
}

fn read(format: Format, text: &str) -> Reading {
    let options = Options {
        format: Some(format),
        ..Options::default()
    };
    read_with(text.as_bytes(), &options, &NoDecoder)
}

fn countries(project: &Project) -> Vec<&str> {
    project
        .countries
        .iter()
        .map(|it| it.code.as_str())
        .collect()
}

#[test]
fn features_without_geometry_and_properties_are_projects() {
    let reading = read(
        Format::Geojson,
        include_str!("samples/null-geometry.geojson"),
    );
    let projects = reading.portfolio.unwrap().projects;
    let titles: Vec<_> = projects.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["No place", "Lake", "Untitled project 3"]);
    let codes: Vec<_> = projects.iter().map(countries).collect();
    assert_eq!(codes, [vec!["RW"], vec!["BI"], vec![]]);
    let places: Vec<_> = projects.iter().map(|it| it.locations.len()).collect();
    assert_eq!(places, [0, 1, 1]);
    assert!(
        reading
            .findings
            .kept()
            .iter()
            .any(|it| it.code == "title-missing")
    );
}

#[test]
fn grants_are_projects() {
    let text = r#"{"grants":[{"id":"360G-x-1","title":"Wells","description":"Three wells.","currency":"GBP",
        "amountAwarded":1500.5,"awardDate":"2019-03-01",
        "plannedDates":[{"startDate":"2019-04-01","endDate":"2020-03-31"}],
        "recipientOrganization":[{"id":"GB-CHC-1","name":"Club A"}],
        "fundingOrganization":[{"id":"GB-CHC-2","name":"Fund B"}]}]}"#;
    let reading = read(Format::ThreeSixtyGiving, text);
    let projects = reading.portfolio.unwrap().projects;
    let [project] = &projects[..] else {
        panic!("{projects:?}");
    };
    assert_eq!(project.title, "Wells");
    assert_eq!(project.identifier.as_deref(), Some("360G-x-1"));
    assert_eq!(
        project
            .donors
            .iter()
            .map(|it| it.name.as_str())
            .collect::<Vec<_>>(),
        ["Fund B"]
    );
    assert_eq!(
        project.start.map(|it| it.to_string()).as_deref(),
        Some("2019-04-01")
    );
    assert_eq!(
        project.end.map(|it| it.to_string()).as_deref(),
        Some("2020-03-31")
    );
    assert_eq!(
        project
            .implementing
            .iter()
            .map(|it| it.name.as_str())
            .collect::<Vec<_>>(),
        ["Club A"]
    );
    assert_eq!(project.budget.len(), 1);
}

#[test]
fn a_fault_keeps_the_projects_before_it() {
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"name\":\"A\",\"country\":\"Kenya\"}},\n{\"type\":";
    let reading = read(Format::Geojson, text);
    let projects = reading.portfolio.unwrap().projects;
    assert_eq!(projects.len(), 1);
    let faults: Vec<_> = reading
        .findings
        .kept()
        .iter()
        .filter(|it| it.code == "json-faulty")
        .collect();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].place.to_string(), "line 3, column 8");
}
