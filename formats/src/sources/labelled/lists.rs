//! Lists of names within a sentence: “A, B and C”.

use crate::mapping::ProjectField;
use crate::values::country;
use crate::values::list::{self, Separator};

/// The longest value that is read as a list.
const MAX_LIST: usize = 5_000;

/// Whether the values of a field are names of organisations.
pub(super) fn has_organisations(field: ProjectField) -> bool {
    use ProjectField::{Donor, Implementing, Partner};
    matches!(field, Donor | Implementing | Partner)
}

/// Whether several columns of a field add up.
pub(super) fn has_several(field: ProjectField) -> bool {
    use ProjectField::{Document, Link, Objective, Related, Results, Summary, Theme};
    let is_text = matches!(
        field,
        Objective | Summary | Results | Document | Link | Related | Theme
    );
    is_text || has_organisations(field)
}

/// Whether a text lists countries, and nothing else.
pub(super) fn are_countries(text: &str) -> bool {
    text.len() <= MAX_LIST && {
        let parts = country::parse_list(text);
        !parts.is_empty()
            && parts
                .iter()
                .all(|(_, written)| is_country(written.as_ref()))
    }
}

fn is_country(written: Option<&country::Written>) -> bool {
    let named = country::How::Name;
    matches!(written, Some(country::Written::Country { how, .. }) if *how == named)
}

/// The names of organisations in a value, one a line.
///
/// A text has its lists within sentences, where “and” before the last name shows that commas are between names.
/// The label can show it, too: “Donors: A, B”.
pub(super) fn on_lines(text: String, label: &str) -> String {
    if text.len() > MAX_LIST {
        return text;
    }
    let separates = |separator| Separator::parse(separator).unwrap_or_default();
    let parts = if text.contains([';', '\n']) {
        list::split(&text, &separates(";\n"), false)
    } else {
        let commas = list::split(&text, &separates(","), false);
        let parts = list::split(&text, &separates(","), true);
        let is_plural = label.trim_end_matches(')').ends_with(['s', 'S']);
        let is_list = parts.len() > commas.len() || commas.len() > 2 || is_plural;
        let capitals = commas
            .iter()
            .all(|part| !part.starts_with(char::is_lowercase));
        if is_list && (capitals || parts.len() > commas.len()) {
            with_countries(&text, parts)
        } else {
            vec![text.trim()]
        }
    };
    parts.join("\n")
}

/// Countries behind a name belong to it: “agencies in Austria, Greece and Italy”.
fn with_countries<'a>(text: &'a str, mut parts: Vec<&'a str>) -> Vec<&'a str> {
    let is_country = |part: &str| is_country(country::parse(part).as_ref());
    let countries = parts
        .iter()
        .rev()
        .take_while(|part| is_country(part))
        .count();
    let Some(names) = parts
        .len()
        .checked_sub(countries)
        .filter(|names| *names > 0)
    else {
        return parts;
    };
    if countries > 0
        && let Some(last) = parts.get(names - 1)
        && let Some(start) = text.rfind(last)
    {
        parts.truncate(names - 1);
        parts.extend(text.get(start..).map(str::trim));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_sentence_are_on_lines_of_their_own() {
        for (label, text, expected) in [
            (
                "Donor",
                "A Fund, B Fund and C Fund",
                "A Fund\nB Fund\nC Fund",
            ),
            (
                "Partenaires",
                "Ligue, École et Ville",
                "Ligue\nÉcole\nVille",
            ),
            ("Donors", "Fund A, Fund B", "Fund A\nFund B"),
            ("Donor", "National Fund, Lisbon", "National Fund, Lisbon"),
            (
                "Donor",
                "Ministry of Labour and Health",
                "Ministry of Labour and Health",
            ),
            ("Donor", "A (x, y and z)", "A (x, y and z)"),
            ("Partner", "A; B, C", "A\nB, C"),
            ("Partner", "- A\n- B", "A\nB"),
            (
                "Partners",
                "ICMPD, agencies in Austria, Greece and Italy",
                "ICMPD\nagencies in Austria, Greece and Italy",
            ),
            (
                "Partners",
                "A, B (C) and Council for Work and Health (D)",
                "A\nB (C)\nCouncil for Work and Health (D)",
            ),
            (
                "Partners",
                "A Fund, Council for Rights and Fair Work and Club Alba (an NGO)",
                "A Fund\nCouncil for Rights and Fair Work\nClub Alba (an NGO)",
            ),
            ("Donors", "Norway, Sweden", "Norway\nSweden"),
        ] {
            assert_eq!(on_lines(text.to_owned(), label), expected, "{text}");
        }
    }

    #[test]
    fn places_can_be_countries() {
        assert!(are_countries("Nigeria") && are_countries("Albania, Serbia and Kosovo"));
        assert!(!are_countries("Lagos") && !are_countries(""));
    }
}
