use super::super::*;
use super::shown;
use proptest::prelude::*;

/// The parts of a text with what each is, as `Kenya=KE, Atlantis=-`.
fn list(text: &str) -> String {
    let parts = parse_list(text).into_iter();
    let parts = parts.map(|(part, written)| format!("{part}={}", shown(written.as_ref())));
    parts.collect::<Vec<_>>().join("; ")
}

/// Texts, and their parts with what each is.
const LISTS: &[(&str, &str)] = &[
    (
        "Kenya, Uganda and Tanzania",
        "Kenya=KE; Uganda=UG; Tanzania=TZ",
    ),
    ("Bosnia and Herzegovina", "Bosnia and Herzegovina=BA"),
    ("Korea, Republic of", "Korea, Republic of=KR"),
    ("Congo, Dem. Rep., Kenya", "Congo, Dem. Rep.=CD; Kenya=KE"),
    (
        "Burundi; Djibouti; Ethiopia",
        "Burundi=BI; Djibouti=DJ; Ethiopia=ET",
    ),
    ("Serbia and Montenegro", "Serbia and Montenegro=RS+ME"),
    (
        "Serbia and Montenegro and Albania",
        "Serbia and Montenegro=RS+ME; Albania=AL",
    ),
    (
        "Trinidad & Tobago, Barbados",
        "Trinidad & Tobago=TT; Barbados=BB",
    ),
    ("Kenya / Uganda", "Kenya=KE; Uganda=UG"),
    ("Kenya/Uganda", "Kenya=KE; Uganda=UG"),
    ("PT; NL; IE", "PT=PT; NL=NL; IE=IE"),
    ("FR,DE", "FR=FR; DE=DE"),
    ("DE FR", "DE=DE; FR=FR"),
    ("DE FR, IT", "DE=DE; FR=FR; IT=IT"),
    ("Kenya\nUganda\r\nRwanda", "Kenya=KE; Uganda=UG; Rwanda=RW"),
    ("• Kenya\n• Uganda", "Kenya=KE; Uganda=UG"),
    ("['Kenya', 'Uganda']", "Kenya=KE; Uganda=UG"),
    ("Kenya | Uganda", "Kenya=KE; Uganda=UG"),
    ("Kenya - Uganda – Rwanda", "Kenya=KE; Uganda=UG; Rwanda=RW"),
    (
        "RO - Romania; MD - Moldova",
        "RO - Romania=RO; MD - Moldova=MD",
    ),
    (
        "Kenya (60%), Uganda (40%)",
        "Kenya (60%)=KE; Uganda (40%)=UG",
    ),
    ("Kenya: 60%; Uganda: 40%", "Kenya: 60%=KE; Uganda: 40%=UG"),
    (
        "Kenya 33,3%, Uganda 66,7%",
        "Kenya 33,3%=KE; Uganda 66,7%=UG",
    ),
    ("60% Kenya, 40% Uganda", "60% Kenya=KE; 40% Uganda=UG"),
    ("Nairobi, Kenya", "Nairobi=-; Kenya=KE"),
    ("Kenya, Atlantis", "Kenya=KE; Atlantis=-"),
    (
        "Kenya, Uganda and Atlantis",
        "Kenya=KE; Uganda=UG; Atlantis=-",
    ),
    ("Jordan and Sons", "Jordan and Sons=-"),
    ("Research & Development", "Research & Development=-"),
    (
        "Research and Development, Kenya",
        "Research and Development=-; Kenya=KE",
    ),
    (
        "Eastern Africa (Kenya, Uganda)",
        "Eastern Africa=region; Kenya=KE; Uganda=UG",
    ),
    (
        "Kenya (Nairobi), Uganda (Kampala)",
        "Kenya (Nairobi)=KE; Uganda (Kampala)=UG",
    ),
    (
        "Macedonia, FYR; Moldova, Republic of",
        "Macedonia, FYR=MK; Moldova, Republic of=MD",
    ),
    (
        "Iran, Islamic Republic of, Iraq",
        "Iran, Islamic Republic of=IR; Iraq=IQ",
    ),
    (
        "Antigua and Barbuda, Saint Kitts and Nevis and Saint Vincent and the Grenadines",
        "Antigua and Barbuda=AG; Saint Kitts and Nevis=KN; Saint Vincent and the Grenadines=VC",
    ),
    (
        "Niger, Nigeria, Guinea, Equatorial Guinea",
        "Niger=NE; Nigeria=NG; Guinea=GN; Equatorial Guinea=GQ",
    ),
    ("Sudan, South Sudan", "Sudan=SD; South Sudan=SS"),
    ("Sudan, South Africa", "Sudan=SD; South Africa=ZA"),
    (
        "Kenia, Uganda und Tansania",
        "Kenia=KE; Uganda=UG; Tansania=TZ",
    ),
    (
        "Kenya, Ouganda et Tanzanie",
        "Kenya=KE; Ouganda=UG; Tanzanie=TZ",
    ),
    (
        "Kenia, Uganda y Tanzania",
        "Kenia=KE; Uganda=UG; Tanzania=TZ",
    ),
    (
        "Албанија, Косово и Србија",
        "Албанија=AL; Косово=XK; Србија=RS",
    ),
    (
        "Босна и Херцеговина и Србија",
        "Босна и Херцеговина=BA; Србија=RS",
    ),
    ("كينيا وأوغندا", "كينيا=KE; أوغندا=UG"),
    ("كينيا، أوغندا", "كينيا=KE; أوغندا=UG"),
    ("Multi-country", "Multi-country=region"),
    ("Kenya, Global", "Kenya=KE; Global=region"),
    (
        "Bosnia and Herzegovnia, Kenya",
        "Bosnia and Herzegovnia=BA?; Kenya=KE",
    ),
    ("Ethopia, Kenya", "Ethopia=ET?; Kenya=KE"),
    ("West Bank & Gaza Strip", "West Bank & Gaza Strip=PS"),
    (
        "CENTRAFRICAINE, REPUBLIQUE",
        "CENTRAFRICAINE, REPUBLIQUE=CF",
    ),
    (
        "Saint Helena, Ascension and Tristan da Cunha, Ghana",
        "Saint Helena, Ascension and Tristan da Cunha=SH; Ghana=GH",
    ),
    (
        "Kosovo (under UNSCR 1244/99), Serbia",
        "Kosovo (under UNSCR 1244/99)=XK; Serbia=RS",
    ),
    ("Congo", "Congo=-"),
    ("Congo, Korea, Japan", "Congo=-; Korea=-; Japan=JP"),
    ("", ""),
    (" ; , ;; / & ", ""),
];

#[test]
fn lists_are_split_where_that_gives_countries() {
    for (text, expected) in LISTS {
        assert_eq!(list(text), *expected, "{text}");
    }
    let codes = |text| {
        let parts = parse_code_list(text).into_iter();
        let parts = parts.map(|(_, written)| shown(written.as_ref()));
        parts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes("de, fr"), "DE FR");
    assert_eq!(codes("ke_ug tz|no"), "KE UG TZ NO");
    assert_eq!(codes("Kenya and Uganda"), "KE UG");
}

#[test]
fn a_list_has_at_most_300_parts_and_keeps_the_rest() {
    let text = "Kenya, Atlantis; ".repeat(4_000);
    let parts = parse_list(&text);
    assert_eq!(parts.len(), 300);
    assert!(
        parts
            .last()
            .is_some_and(|(rest, written)| rest.len() > 40_000 && written.is_none())
    );
    for text in [
        "Kenya, ".repeat(50_000),
        "a".repeat(500_000),
        "و".repeat(200_000),
        "( ".repeat(200_000),
        "KE ".repeat(200_000),
    ] {
        assert!(parse_list(&text).len() <= 300);
        assert_eq!(parse(&text), None);
        assert_eq!(suggest(&text), None);
        assert!(parse_code_list(&text).len() <= 300);
    }
}

fn texts() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "Kenya",
        "Congo",
        "Dem. Rep.",
        "Korea",
        "Republic of",
        "KE",
        "60%",
        "(",
        ")",
        "[",
        "and",
        "&",
        ",",
        ";",
        " - ",
        "/",
        " ",
        "\n",
        "Bosnia",
        "Herzegovina",
        "UNSCR 1244",
        "د",
        "و",
        "é",
        "e\u{301}",
        "ß",
        "\u{feff}",
        "Ethopia",
        "404",
        "%",
        ":",
        "Atlantis",
        "и",
        "İ",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(names.clone(), 0..12).prop_map(|parts| parts.concat()),
        prop::collection::vec(names, 0..12).prop_map(|parts| parts.join(" ")),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in texts()) {
        parse(&text);
        parse_code(&text);
        suggest(&text);
    }

    #[test]
    fn parts_are_in_the_text_in_its_order(text in texts()) {
        let mut rest = text.as_str();
        for (part, _) in parse_list(&text) {
            prop_assert!(!part.is_empty());
            let at = rest.find(part);
            prop_assert!(at.is_some(), "{part:?} in {rest:?}");
            rest = &rest[at.unwrap() + part.len()..];
        }
        for (part, _) in parse_code_list(&text) {
            prop_assert!(text.contains(part));
        }
    }

    #[test]
    fn shares_leave_a_part_of_the_text(text in texts()) {
        let (rest, share) = split_share(&text);
        prop_assert!(text.contains(rest));
        prop_assert!(share.is_none_or(|share| text.contains(share)));
    }
}
