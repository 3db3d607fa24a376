//! Parents of values: regions over countries, groups over the values of a custom field.

#![allow(
    clippy::expect_used,
    reason = "what a test takes for granted may fail it"
)]

use atlas_engine::country::Region;
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::{Facet, FacetKey};
use atlas_engine::portfolio;
use atlas_engine::query::Query;
use atlas_engine::text::slug;

fn explorer(fields: &[&str]) -> Explorer {
    let projects: Vec<String> = fields
        .iter()
        .enumerate()
        .map(|(at, fields)| {
            format!(r#"{{ "id": "p{at}", "title": "Project {at}", "fields": {{ {fields} }} }}"#)
        })
        .collect();
    explorer_of(&format!(
        r#"{{ "title": "Ours", "projects": [{}] }}"#,
        projects.join(",")
    ))
}

fn explorer_of(file: &str) -> Explorer {
    let reading = portfolio::read(file.as_bytes());
    assert_eq!(reading.findings, []);
    Explorer::new(reading.portfolio.unwrap_or_default())
}

fn facet<'a>(explorer: &'a Explorer, key: &str) -> &'a Facet {
    let index = explorer.facets();
    &index.facets[index
        .position(&FacetKey::new(key).expect("a facet"))
        .expect("the facet is there")]
}

fn shown(explorer: &Explorer, address: &str) -> Vec<u32> {
    let query = explorer.canonical(&Query::parse(address));
    let results = explorer.results(&query);
    assert_eq!(results.unknown, []);
    let mut projects = results.projects;
    projects.sort_unstable();
    projects
}

#[test]
fn values_in_a_group_have_it_as_their_parent() {
    let explorer = explorer(&[
        r#""Sector": ["Health > Vaccination", "Health > Basic care"]"#,
        r#""Sector": ["Health > Vaccination", "Justice"]"#,
        r#""Sector": ["Education > Schools"]"#,
        "",
    ]);
    let sector = facet(&explorer, "sector");
    let parents: Vec<_> = sector
        .parents
        .iter()
        .map(|parent| (parent.key.as_str(), parent.name.as_str(), parent.total))
        .collect();
    assert_eq!(
        parents,
        [("health", "Health", 2), ("education", "Education", 1)]
    );
    let values: Vec<_> = sector
        .values
        .iter()
        .map(|value| (value.key.as_str(), value.name.as_str(), value.parent))
        .collect();
    assert_eq!(
        values,
        [
            ("health-vaccination", "Vaccination", Some(0)),
            ("health-basic-care", "Basic care", Some(0)),
            ("justice", "Justice", None),
            ("education-schools", "Schools", Some(1)),
            ("none", "", None),
        ]
    );
    assert_eq!(shown(&explorer, "sector=health"), [0, 1]);
    assert_eq!(shown(&explorer, "sector=!health"), [2, 3]);
    assert_eq!(shown(&explorer, "Sector=Education&sector=none"), [2, 3]);
    assert_eq!(
        shown(&explorer, "sector=health&sector=!health-basic-care"),
        [1]
    );
    let resolved = explorer
        .facets()
        .resolve(&FacetKey::new("sector").expect("a facet"), "Health");
    assert_eq!(resolved.map(|resolved| resolved.key), Some("health"));
}

#[test]
fn a_project_that_states_only_the_group_belongs_to_it() {
    let explorer = explorer(&[
        r#""Sector": ["Health"]"#,
        r#""Sector": ["Health > Vaccination"]"#,
        r#""Sector": ["None > Nothing"]"#,
    ]);
    let sector = facet(&explorer, "sector");
    let keys = |keys: Vec<&String>| keys.into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(sector.parents.iter().map(|parent| &parent.key).collect()),
        ["health", "none-2"]
    );
    assert_eq!(
        keys(sector.values.iter().map(|value| &value.key).collect()),
        ["health-2", "none-nothing", "health-vaccination"]
    );
    assert_eq!(shown(&explorer, "sector=health"), [0, 1]);
    assert_eq!(shown(&explorer, "sector=health-2"), [0]);
    assert_eq!(shown(&explorer, "sector=none-2"), [2]);
}

#[test]
fn values_that_only_look_like_a_group_have_no_parent() {
    let explorer =
        explorer(&[r#""Sector": ["Income >50%", " > Loose", "Left > ", "A>B", "— > B"]"#]);
    assert_eq!(facet(&explorer, "sector").parents, []);
}

#[test]
fn a_custom_field_named_region_does_not_replace_the_world_regions() {
    let explorer = explorer_of(
        r#"{ "title": "Ours", "facets": ["region", "country"], "projects": [
            { "title": "A", "countries": ["IT", "AL"], "fields": { "Region": ["Coast"] } },
            { "title": "B", "countries": ["RO", "IT"], "fields": { "Region": ["Hills"] } }
        ] }"#,
    );
    let order: Vec<_> = explorer
        .facets()
        .facets
        .iter()
        .filter(|facet| facet.shown)
        .map(|facet| facet.key.as_str())
        .collect();
    assert_eq!(order, ["region-2", "country"]);
    assert_eq!(shown(&explorer, "region=southern-europe"), [0, 1]);
    assert_eq!(shown(&explorer, "region=eastern-europe"), [1]);
    assert_eq!(shown(&explorer, "region=eastern-europe&country=AL"), [0, 1]);
    assert_eq!(shown(&explorer, "region=!eastern-europe"), [0]);
    let both = "region=eastern-europe&region=southern-europe";
    assert_eq!(shown(&explorer, both), [0, 1]);
    assert_eq!(shown(&explorer, &format!("{both}&match=country")), [1]);
    assert_eq!(shown(&explorer, "region-2=hills"), [1]);
    let totals: Vec<_> = facet(&explorer, "country")
        .parents
        .iter()
        .map(|parent| (parent.parameter.as_str(), parent.key.as_str(), parent.total))
        .collect();
    assert_eq!(
        totals,
        [
            ("region", "southern-europe", 2),
            ("region", "eastern-europe", 1)
        ]
    );
}

#[test]
fn every_facet_has_a_not_stated_value_for_projects_that_omit_it() {
    let explorer = explorer(&[r#""Sector": ["Health"]"#, ""]);
    for facet in &explorer.facets().facets {
        let last = facet.values.last().expect("somebody is silent");
        assert_eq!((last.key.as_str(), last.parent), ("none", None));
        let silent: &[u32] = if facet.key == "sector" { &[1] } else { &[0, 1] };
        assert_eq!(shown(&explorer, &format!("{}=none", facet.key)), silent);
        let stated = shown(&explorer, &format!("{}=!none", facet.key));
        assert_eq!(stated.len() + silent.len(), 2);
    }
}

#[test]
fn the_slug_of_a_region_is_made_from_its_name() {
    assert!(Region::all().all(|region| slug(region.name()) == region.slug()));
}
