use super::*;
use proptest::prelude::*;

fn separator_of(texts: &[&str]) -> Option<String> {
    separator(texts.iter().copied()).map(|it| it.as_str().to_owned())
}

#[test]
fn a_column_supports_its_separator() {
    for (texts, expected) in [
        (&["PT; NL; IE", "FR"][..], Some(";")),
        (
            &["European Union; National Fund, Lisbon", "A, B"],
            Some(";"),
        ),
        (&["Institute A, Dept. B; Institute C"], Some(";")),
        (&["Kommune A\nKommune B"], Some("\n")),
        (&["A;\nB", "C;\nD"], Some(";\n")),
        (&["https://a.example/\nhttps://b.example/"], Some("\n")),
        (&["Kenya|Uganda"], Some("|")),
        (&["• Kenya • Uganda"], Some("•")),
        (&["1. Wells 2. Schools"], Some("1.")),
        (&["['a', 'b']"], Some(",")),
        (&["UNDP / UNICEF", "UNICEF"], Some(" / ")),
        (&["UNDP / UNICEF / WFP"], Some(" / ")),
        (&["Kenya/Uganda", "Uganda", "Kenya"], Some("/")),
        (&["Kenya, Uganda", "Uganda, Chad", "Chad"], Some(",")),
        (&["Kenya, Uganda, Chad"], Some(",")),
        (&["PT,NL,IE"], Some(",")),
        (&["health, water", "water", "roads, health"], Some(",")),
        (
            &["Ligue locale, École Saint-Jean et Ville d'Enugu"],
            Some(","),
        ),
        (&["National Fund, Lisbon"], None),
        (
            &[
                "National Fund, Lisbon",
                "City Council, Lisbon",
                "Port, Lisbon",
            ],
            None,
        ),
        (
            &["Korea, Republic of", "Congo, Dem. Rep.", "Macedonia, FYR"],
            None,
        ),
        (&["Ministry of Health, Welfare and Sport"], None),
        (
            &["Department for Business, Energy and Industrial Strategy"],
            None,
        ),
        (
            &["Faculty of Science, University of Lisbon, Portugal"],
            None,
        ),
        (
            &[
                "University of Lisbon, Dept. of Biology",
                "University of Lisbon",
            ],
            None,
        ),
        (&["Wells, Inc.", "Roads, Ltd"], None),
        (&["1,234", "5,678"], None),
        (&["and/or", "N/A"], None),
        (&["Ministère / Ministry"], None),
        (&["Ministry of Health and Welfare"], None),
        (&["Tom &amp; Co"], None),
        (&["National Fund for\nregional development"], None),
        (
            &[
                "The first sentence is a long one that says what the project did in its years.\nAnd another.",
            ],
            None,
        ),
        (&["a (b; c)"], None),
        (&["", " "], None),
        (&[], None),
    ] {
        assert_eq!(separator_of(texts).as_deref(), expected, "{texts:?}");
    }
}

#[test]
fn a_text_is_split_into_its_values() {
    for (text, separator, expected) in [
        ("PT; NL; IE", ";", &["PT", "NL", "IE"][..]),
        ("a; (b; c); d", ";", &["a", "(b; c)", "d"]),
        ("a; b (c", ";", &["a", "b (c"]),
        ("a) x; b) y", ";", &["x", "y"]),
        ("Tom &amp; Co; Ann", ";", &["Tom &amp; Co", "Ann"]),
        (
            "Fund A; Fund B; Fund C.",
            ";",
            &["Fund A", "Fund B", "Fund C"],
        ),
        ("Fund A; Wells Inc.", ";", &["Fund A", "Wells Inc."]),
        ("Fund A; Verein e.V.", ";", &["Fund A", "Verein e.V."]),
        ("Fund A; B and C", ";", &["Fund A", "B and C"]),
        ("Fund A; and Fund B", ";", &["Fund A", "Fund B"]),
        (";a;;b;", ";", &["a", "b"]),
        ("a؛ b", ";", &["a", "b"]),
        ("a\r\nb\n\nc", "\n", &["a", "b", "c"]),
        ("- a\n- b", "\n", &["a", "b"]),
        ("1. a\n2. b", "\n", &["a", "b"]),
        ("A;\nB", ";\n", &["A", "B"]),
        ("• a • b", "•", &["a", "b"]),
        (
            "1. Wells 2. Schools, 2. phase 3. Roads",
            "1.",
            &["Wells", "Schools, 2. phase", "Roads"],
        ),
        ("1) Wells 2) Schools", "1.", &["Wells", "Schools"]),
        ("a / b/c", " / ", &["a", "b/c"]),
        ("Kenya, Uganda", ",", &["Kenya", "Uganda"]),
        (
            "Kenya, Uganda and Tanzania",
            ",",
            &["Kenya", "Uganda", "Tanzania"],
        ),
        (
            "Kenya, Uganda, and Tanzania",
            ",",
            &["Kenya", "Uganda", "Tanzania"],
        ),
        (
            "Kenya, Bosnia and Herzegovina",
            ",",
            &["Kenya", "Bosnia and Herzegovina"],
        ),
        (
            "Ligue locale, École Saint-Jean et Ville d'Enugu",
            ",",
            &["Ligue locale", "École Saint-Jean", "Ville d'Enugu"],
        ),
        (
            "UNDP, Ministry of Health and Welfare",
            ",",
            &["UNDP", "Ministry of Health and Welfare"],
        ),
        (
            "WFP, Food and Agriculture Organization",
            ",",
            &["WFP", "Food and Agriculture Organization"],
        ),
        (
            "Kenia, Uganda und Tansania",
            ",",
            &["Kenia", "Uganda", "Tansania"],
        ),
        ("Кенија, Уганда и Чад", ",", &["Кенија", "Уганда", "Чад"]),
        ("كينيا، أوغندا و تشاد", ",", &["كينيا", "أوغندا", "تشاد"]),
        (
            "Wells, Inc., Roads, Ltd",
            ",",
            &["Wells, Inc.", "Roads, Ltd"],
        ),
        (
            "Korea, Republic of, Japan",
            ",",
            &["Korea, Republic of", "Japan"],
        ),
        ("1,234 wells, roads", ",", &["1,234 wells", "roads"]),
        ("wells, roads, etc.", ",", &["wells", "roads"]),
        ("['a', 'b, c', \"d's\"]", ",", &["a", "b, c", "d's"]),
        ("[a, b]", ",", &["[a, b]"]),
        (
            "Ministry of Health and Welfare",
            ",",
            &["Ministry of Health and Welfare"],
        ),
        ("one; value", "", &["one; value"]),
        ("", ";", &[]),
        ("", "", &[]),
    ] {
        let separator = Separator::parse(separator).unwrap();
        assert_eq!(split(text, &separator, true), expected, "{text}");
    }
}

#[test]
fn the_last_item_is_split_only_if_it_is_asked_for() {
    let comma = Separator::parse(",").unwrap();
    assert_eq!(
        split("Kenya, Uganda and Chad", &comma, false),
        ["Kenya", "Uganda and Chad"]
    );
}

#[test]
fn a_separator_is_written_and_read() {
    for text in ["", ";", ";\n", "|", " / ", ",", "•", "1.", " – ;", "\t"] {
        assert_eq!(Separator::parse(text).unwrap().as_str(), text);
    }
    for text in ["a", "2", " ", " ;", " and ", "; "] {
        assert_eq!(Separator::parse(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_part_is_of_the_text(text in "[a-c;,/|()\\[\\]'&\n 1.2•]{0,40}|\\PC{0,60}", sign in prop::sample::select(vec![";", ",", "\n", " / ", "1.", ";\n", "•"])) {
        let separator = Separator::parse(sign).unwrap();
        let parts = split(&text, &separator, true);
        prop_assert!(parts.iter().map(|part| part.len()).sum::<usize>() <= text.len());
        prop_assert!(parts.iter().all(|part| text.contains(part) && !part.is_empty()));
        super::separator([text.as_str(), "a, b", text.as_str()].into_iter());
    }
}
