//! Checks the network of organisations against its definition, written directly over the portfolio.

use atlas_engine::explorer::Explorer;
use atlas_engine::facet::BitSet;
use atlas_engine::network::{Network, Point};
use atlas_engine::portfolio::{Organisation, Portfolio, Project};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const NAMES: [&str; 7] = ["Alpha", "ALPHA", "Bravo", "Charlie", "Delta", "—", "None"];

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    prop::sample::subsequence(&NAMES[..], 0..=3).prop_map(|names| {
        let organisation = |name: &str| Organisation {
            name: name.to_owned(),
            ..Organisation::default()
        };
        names.into_iter().map(organisation).collect()
    })
}

fn explorer() -> impl Strategy<Value = Explorer> {
    let project = (organisations(), organisations(), organisations()).prop_map(
        |(donors, implementing, partners)| Project {
            donors,
            implementing,
            partners,
            ..Project::default()
        },
    );
    prop::collection::vec(project, 0..12).prop_map(|projects| {
        Explorer::new(Portfolio {
            projects,
            ..Portfolio::default()
        })
    })
}

fn taking_part(project: &Project) -> BTreeSet<String> {
    let all = [&project.donors, &project.implementing, &project.partners];
    all.into_iter()
        .flatten()
        .map(|it| it.name.to_lowercase())
        .collect()
}

fn distance(one: Point, other: Point) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn each_organisation_is_one_node_and_edges_count_shared_projects(
        explorer in explorer(), bits in any::<u64>(), max in 0usize..8
    ) {
        let (index, projects) = (explorer.facets(), &explorer.portfolio().projects);
        let members: Vec<u32> = (0..index.records as u32).filter(|record| bits >> record & 1 == 1).collect();
        let set = BitSet::of(index.records, members.iter().copied());
        let parts: Vec<BTreeSet<String>> = members.iter().map(|&it| taking_part(&projects[it as usize])).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for name in parts.iter().flatten() {
            *counts.entry(name).or_default() += 1;
        }
        let mut expected: Vec<(&str, u32)> = counts.iter().map(|(name, count)| (*name, *count)).collect();
        expected.sort_by_key(|it| (u32::MAX - it.1, it.0.to_owned()));
        let left_out = expected.len().saturating_sub(max);
        expected.truncate(max);

        let network = Network::of(index, &set, max);
        prop_assert_eq!(network.left_out as usize, left_out);
        let names: Vec<String> = network.nodes.iter().map(|node| node.name.to_lowercase()).collect();
        let actual: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(network.nodes.iter().map(|node| node.projects)).collect();
        prop_assert_eq!(actual, expected);
        for (node, name) in network.nodes.iter().zip(&names) {
            prop_assert!(!node.roles.is_empty());
            for role in &node.roles {
                let facet = &index.facets[role.facet];
                prop_assert_eq!(&facet.values[role.value as usize].name.to_lowercase(), name);
                let having = facet.column.records(role.value).iter().filter(|record| set.contains(**record));
                prop_assert_eq!(role.projects as usize, having.count());
            }
        }
        let mut pairs = Vec::new();
        for (one, name) in names.iter().enumerate() {
            for (other, with) in names.iter().enumerate().skip(one + 1) {
                let shared = parts.iter().filter(|part| part.contains(name) && part.contains(with)).count();
                if shared > 0 {
                    pairs.push((one as u32, other as u32, shared as u32));
                }
            }
        }
        let actual: Vec<_> = network.edges.iter().map(|edge| (edge.one, edge.other, edge.projects)).collect();
        prop_assert_eq!(&actual, &pairs);
        for node in 0..network.nodes.len() as u32 {
            let mut expected: Vec<(u32, u32)> = pairs.iter()
                .filter(|pair| pair.0 == node || pair.1 == node)
                .map(|pair| (if pair.0 == node { pair.1 } else { pair.0 }, pair.2))
                .collect();
            expected.sort_by_key(|it| (u32::MAX - it.1, it.0));
            let actual: Vec<_> = network.partners(node).iter().map(|it| (it.node, it.projects)).collect();
            prop_assert_eq!(actual, expected);
        }
    }

    #[test]
    fn every_node_is_inside_the_box_and_apart_from_the_others(explorer in explorer()) {
        let network = Network::of(explorer.facets(), &BitSet::full(explorer.facets().records), 60);
        let places = network.layout(400.0, 200.0);
        prop_assert_eq!(&network.layout(400.0, 200.0), &places);
        prop_assert_eq!(places.len(), network.nodes.len());
        for (at, place) in places.iter().enumerate() {
            prop_assert!((0.0..=400.0).contains(&place.x) && (0.0..=200.0).contains(&place.y));
            for other in &places[at + 1..] {
                prop_assert!(distance(*place, *other) > 20.0, "{places:?}");
            }
        }
    }
}

/// Groups of this many organisations, each with projects that all its members share.
fn groups(groups: usize, members: usize) -> Network {
    let project = |group: usize| Project {
        partners: (0..members)
            .map(|member| Organisation {
                name: format!("Group {group} member {member}"),
                ..Organisation::default()
            })
            .collect(),
        ..Project::default()
    };
    let explorer = Explorer::new(Portfolio {
        projects: (0..groups).map(project).collect(),
        ..Portfolio::default()
    });
    Network::of(explorer.facets(), &BitSet::full(groups), 60)
}

#[test]
fn organisations_that_work_together_are_placed_together() {
    let network = groups(6, 10);
    assert_eq!(network.nodes.len(), 60);
    let places = network.layout(900.0, 600.0);
    let (mut within, mut between) = ((0.0, 0), (0.0, 0));
    for one in 0..60u32 {
        for other in one + 1..60 {
            let together = network
                .edges
                .iter()
                .any(|edge| (edge.one, edge.other) == (one, other));
            let sum = if together { &mut within } else { &mut between };
            sum.0 += distance(places[one as usize], places[other as usize]);
            sum.1 += 1;
        }
    }
    let (within, between) = (
        within.0 / f64::from(within.1),
        between.0 / f64::from(between.1),
    );
    assert!(within * 2.0 < between, "{within} within, {between} between");
    for (at, place) in places.iter().enumerate() {
        for other in &places[at + 1..] {
            assert!(distance(*place, *other) > 24.0);
        }
    }
}

#[test]
fn a_single_node_is_centred_and_an_empty_network_has_no_places() {
    assert_eq!(
        groups(1, 1).layout(300.0, 100.0),
        [Point { x: 150.0, y: 50.0 }]
    );
    assert_eq!(Network::default().layout(300.0, 100.0), []);
}
