use super::*;
use proptest::prelude::*;

fn groups(names: &[&str]) -> Vec<Vec<usize>> {
    probably_same(names)
}

#[test]
fn spellings_of_a_name_are_proposed_as_one() {
    for names in [
        &["UNDP", "undp", "U.N.D.P."][..],
        &[
            "UNDP",
            "United Nations Development Programme",
            "United Nations Development Programme (UNDP)",
        ],
        &["UNDP (United Nations Development Programme)", "UNDP"],
        &[
            "UNDP – United Nations Development Programme",
            "United Nations Development Programme",
        ],
        &["World Bank", "The World Bank", "WORLD BANK", "World  Bank."],
        &["Verein Öko e.V.", "Verein Öko", "Verein \"Öko\" eV"],
        &["Stadtwerke GmbH", "Stadtwerke"],
        &["Wells, Inc.", "Wells Inc", "Wells"],
        &["Ligue locale asbl", "Ligue locale"],
        &["Save the Children", "Save The Children"],
        &[
            "Médecins Sans Frontières",
            "Medecins sans frontieres",
            "MSF",
        ],
        &[
            "GIZ",
            "Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) GmbH",
            "Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ)",
        ],
        &[
            "Ministry of Health & Welfare",
            "Ministry of Health and Welfare",
        ],
        &["Health Care Foundation", "Healthcare Foundation"],
        &["Regional Developmnet Agency", "Regional Development Agency"],
        &["Open Society Foundation", "Open Society Foundations"],
        &["Министерство за здравство", "МИНИСТЕРСТВО ЗА ЗДРАВСТВО"],
    ] {
        let all: Vec<usize> = (0..names.len()).collect();
        assert_eq!(groups(names), [all], "{names:?}");
    }
}

#[test]
fn other_organisations_are_not_proposed() {
    for names in [
        &["Institute A", "Institute B"][..],
        &["School 1", "School 2"],
        &["Ministry of Health, Gambia", "Ministry of Health, Zambia"],
        &["Government of Austria", "Government of Australia"],
        &["Government of Slovakia", "Government of Slovenia"],
        &["Government of Niger", "Government of Nigeria"],
        &["Red Cross (USA)", "Red Cross (UK)"],
        &["Ministry of Health (Kenya)", "Ministry of Health (Uganda)"],
        &["WB", "Water Board"],
        &[
            "AFD",
            "African Fund for Development",
            "Agency for Forest Development",
        ],
        &["Same text", "Same text"],
        &["", " ", "-", "."],
        &["Phase I", "Phase II"],
        &[],
    ] {
        assert_eq!(groups(names), Vec::<Vec<usize>>::new(), "{names:?}");
    }
}

#[test]
fn a_group_has_the_positions_of_the_names() {
    let names = ["Roads", "UNDP", "Wells", "UNDP", "undp", "wells"];
    assert_eq!(groups(&names), [vec![1, 4], vec![2, 5]]);
}

#[test]
fn many_names_are_compared_in_little_time() {
    let names: Vec<String> = (0..200_000)
        .map(|at| {
            format!(
                "Organisation {} of Development {}",
                at % 70_000,
                "abcdefgh".repeat(at % 3)
            )
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let largest = groups(&names).into_iter().flatten().max();
    assert!(largest.is_none_or(|at| at <= MAX_NAMES));
}

proptest! {
    #[test]
    fn groups_have_different_names_once(names in prop::collection::vec("[A-Ca-b ().-]{0,8}|\\PC{0,30}", 0..30)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut seen = HashSet::new();
        for group in groups(&names) {
            prop_assert!(group.len() > 1);
            for at in group {
                prop_assert!(seen.insert(names[at]));
            }
        }
    }
}
