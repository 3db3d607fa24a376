//! Recognises labels in a line.

use super::vocabulary::{Kind, Label, Vocabulary};
use atlas_engine::text::{fold, words};
use std::ops::Range;

/// What separates a label from its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Colon,
    /// A tab, a bar or several blanks.
    Tab,
    Dash,
    /// Nothing: the value is on the next lines.
    Alone,
    Blank,
}

/// A label in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its bytes in the line.
    pub(super) range: Range<usize>,
    pub(super) label: Option<Label>,
    /// What is published with the known label, folded: “in eur”, “and activities”.
    pub(super) addition: String,
    pub(super) form: Form,
    /// The byte where the value begins.
    pub(super) value: usize,
}

/// How many bytes of a line a label can take.
pub(super) const MAX_LABEL: usize = 120;
/// How many bytes a label can take that is not known.
const MAX_UNKNOWN: usize = 60;
pub(super) const MAX_WORDS: usize = 9;
const MAX_UNKNOWN_WORDS: usize = 6;

fn head(text: &str, length: usize) -> &str {
    let end = text.floor_char_boundary(length.min(text.len()));
    text.get(..end).unwrap_or(text)
}

pub(super) fn is_lower(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// The known label at the start of a line, after an enumerator such as `1.` or `a)`.
pub(super) fn at_start(text: &str) -> Option<Found> {
    if let Some(found) = known(text) {
        return Some(found);
    }
    let skipped = enumerator(text)?;
    let found = known(text.get(skipped..)?)?;
    (found.form != Form::Blank).then(|| Found {
        range: found.range.start + skipped..found.range.end + skipped,
        value: found.value + skipped,
        ..found
    })
}

/// The length of `1.`, `1.2`, `(3)`, `a)` or `iv.` and the blanks after it.
pub(super) fn enumerator(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let end = head(inner, 8).find([' ', '\t', ')'])?;
    let name = inner.get(..end)?;
    let has_bracket = inner.get(end..)?.starts_with(')');
    let number = name.trim_end_matches('.');
    let is_number = number.split('.').all(|part| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_letter = number.len() == 1 && number.bytes().all(|it| it.is_ascii_alphabetic());
    let is_roman = !number.is_empty() && number.bytes().all(|it| b"ivxIVX".contains(&it));
    let is_closed = has_bracket || name.ends_with('.');
    let is_enumerator = is_number && (is_closed || number.contains('.'));
    if !is_enumerator && !(is_closed && (is_letter || is_roman)) {
        return None;
    }
    let rest = inner.get(end..)?.trim_start_matches(')');
    let rest = rest.trim_start_matches([' ', '\t']);
    (!rest.is_empty()).then(|| text.len() - rest.len())
}

fn known(text: &str) -> Option<Found> {
    let (label, end) = longest(head(text, MAX_LABEL))?;
    let mut label_end = end;
    if label.kind == Kind::Title {
        label_end += number(text.get(end..)?);
    }
    let is_numbered = label_end > end;
    if let Some(qualifier) = qualifier(text.get(label_end..)?) {
        label_end += qualifier;
    }
    let addition = fold(text.get(end..label_end)?);
    let addition = if is_numbered {
        String::new()
    } else {
        joined(&addition)
    };
    let separator = separator(text.get(label_end..)?);
    let found = |(form, value): (Form, usize)| Found {
        range: 0..if is_numbered { end } else { label_end },
        label: Some(label),
        addition: addition.clone(),
        form,
        value: label_end + value,
    };
    match separator {
        Some((Form::Blank, _)) | None => {
            if let Some(found) = composite(text, label, end) {
                return Some(found);
            }
            // Another label, of which this one is a part: “Donor reference: 17”.
            if label.needs_sign || is_lower(text) || unknown(text).is_some() {
                return None;
            }
            let value = text.get(label_end..)?.trim_start();
            let is_value = label_end == end && !is_lower(value);
            separator.filter(|_| is_value).map(found)
        }
        Some((Form::Alone, _)) if is_lower(text) || (label.needs_sign && !is_numbered) => None,
        separator => separator.map(found),
    }
}

pub(super) fn joined(text: &str) -> String {
    words(text)
        .map(|it| it.folded)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The longest known label at the start, and its end, behind endings such as `(s)` and `/s`.
fn longest(head: &str) -> Option<(Label, usize)> {
    let vocabulary = Vocabulary::get();
    let mut tokens: Vec<String> = Vec::new();
    let mut best = None;
    let mut end = 0;
    for word in words(head).take(MAX_WORDS) {
        let gap = head.get(end..word.range.start)?;
        if tokens.is_empty() {
            if !gap.is_empty() || !vocabulary.begins(&word.folded) {
                return None;
            }
        } else if let Some(ending) = ending(gap, &word.folded, head.get(word.range.end..)?) {
            let was_best = best.is_some_and(|(_, at)| at == end);
            end = word.range.end + ending;
            if was_best {
                best = best.map(|(label, _)| (label, end));
            }
            continue;
        } else if !joins(gap) {
            break;
        }
        end = word.range.end;
        tokens.push(word.folded);
        if let Some(label) = vocabulary.find(&tokens) {
            best = Some((label, end));
        }
    }
    best
}

/// Whether two words beside this gap are of one label.
pub(super) fn joins(gap: &str) -> bool {
    matches!(
        gap,
        " " | "\u{a0}" | "'" | "’" | "-" | "·" | "." | ". " | "° " | ".° "
    )
}

/// The length behind a word that is only an ending: `(s)`, `/s`, `*innen`.
fn ending(gap: &str, word: &str, after: &str) -> Option<usize> {
    let is_ending = word.len() <= 3 || matches!(word, "innen");
    match gap {
        "(" if is_ending && after.starts_with(')') => Some(1),
        "/" | "/-" | "*" | "_" if is_ending => Some(0),
        _ => None,
    }
}

/// The length of a number behind “Project”: ` 3`, ` n° 3`, ` #3`.
fn number(rest: &str) -> usize {
    let start = rest.trim_start_matches([' ', '\u{a0}']);
    let signs = [
        "n°", "nº", "n.º", "N°", "Nº", "Nr.", "nr.", "No.", "no.", "núm.", "#",
    ];
    let sign = signs.iter().find_map(|sign| start.strip_prefix(sign));
    let start = sign.unwrap_or(start).trim_start_matches([' ', '\u{a0}']);
    let digits = start.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let ends = start
        .get(digits..)
        .is_some_and(|it| !it.starts_with(char::is_alphanumeric));
    if (1..=4).contains(&digits) && ends {
        rest.len() - start.len() + digits
    } else {
        0
    }
}

/// The length of what is in brackets behind a label: ` (in EUR)`.
fn qualifier(rest: &str) -> Option<usize> {
    let inner = rest.trim_start_matches([' ', '\u{a0}']);
    let close = match inner.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = head(inner, MAX_UNKNOWN).find(close)?;
    Some(rest.len() - inner.len() + end + 1)
}

/// What follows a label, and where its value begins.
pub(super) fn separator(rest: &str) -> Option<(Form, usize)> {
    let after = rest.trim_start_matches(|it: char| it.is_whitespace() && it != '\t');
    let blanks = rest.len() - after.len();
    let mut characters = after.chars();
    let sign = characters.next();
    let behind = characters.as_str();
    let at = |form, value: &str| Some((form, rest.len() - value.len()));
    match sign {
        None => Some((Form::Alone, rest.len())),
        Some(':' | '：' | '=' | '→') if !behind.starts_with("//") => at(
            Form::Colon,
            behind.trim_start_matches([':', '-', ' ', '\t']),
        ),
        Some('.') if blanks == 0 && behind.starts_with(['-', '–', '—', ':']) => at(
            Form::Colon,
            behind.trim_start_matches(['-', '–', '—', ':', ' ']),
        ),
        Some('\t' | '|') => at(Form::Tab, behind),
        Some('-' | '–' | '—' | '―') if blanks > 1 || behind.is_empty() => {
            at(Form::Dash, behind)
        }
        Some('-') if behind.starts_with(char::is_whitespace) => at(Form::Dash, behind),
        Some('–' | '—' | '―') => at(Form::Dash, behind),
        Some('-') if blanks == 1 => at(Form::Dash, behind),
        _ if blanks >= 2 => Some((Form::Tab, blanks)),
        _ if blanks == 1 || rest.starts_with('\u{a0}') => Some((Form::Blank, blanks)),
        _ => None,
    }
}

/// Two labels before one colon: “Objectives and activities:”, “Country / region:”.
fn composite(text: &str, label: Label, end: usize) -> Option<Found> {
    let rest = text.get(end..)?;
    let colon = head(rest, MAX_UNKNOWN).find([':', '：'])?;
    let between = rest.get(..colon)?;
    let (form, value) = separator(rest.get(colon..)?)?;
    let trimmed = between.trim_start();
    let begins_with_sign = trimmed.starts_with(['/', '&', '+', ',']);
    let mut tokens = words(between);
    let first = tokens.next()?.folded;
    let is_word = matches!(
        first.as_str(),
        "and" | "et" | "y" | "e" | "und" | "i" | "en" | "и" | "و" | "or" | "ou" | "oder" | "o"
    );
    let is_long = tokens.count() >= MAX_UNKNOWN_WORDS;
    let ends_sentence = between.contains(['.', ';', '"', '?']);
    let has_digit = between.contains(|it: char| it.is_ascii_digit());
    if is_long || ends_sentence || has_digit || !(begins_with_sign || is_word) {
        return None;
    }
    Some(Found {
        range: 0..end + between.trim_end().len(),
        label: Some(label),
        addition: joined(between),
        form,
        value: end + colon + value,
    })
}

/// A label that is not known, before a colon or a tab.
pub(super) fn unknown(text: &str) -> Option<Found> {
    let start = head(text, MAX_UNKNOWN);
    let end = start.find([':', '：', '\t'])?;
    let (form, value) = separator(text.get(end..)?)?;
    let published = start.get(..end)?.trim_end();
    let is_plain = published.chars().all(|it| {
        it.is_alphabetic() || it.is_whitespace() || "'’()/&-·*".contains(it) || it == '\u{301}'
    });
    let is_label = published.starts_with(char::is_alphabetic) && is_plain && !is_lower(published);
    let count = words(published).take(MAX_UNKNOWN_WORDS + 1).count();
    let value_text = text.get(end..)?.chars().nth(1);
    let has_gap = value_text.is_none_or(|it| it.is_whitespace() || form == Form::Tab);
    if !is_label || !has_gap || count == 0 || count > MAX_UNKNOWN_WORDS {
        return None;
    }
    Some(Found {
        range: 0..published.len(),
        label: None,
        addition: joined(published),
        form,
        value: end + value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The label, its form and its value.
    fn parts(text: &str) -> Option<(&str, Form, &str)> {
        let found = at_start(text)?;
        Some((&text[found.range], found.form, text[found.value..].trim()))
    }

    #[test]
    fn a_label_is_known_before_a_colon_a_dash_a_tab_a_blank_and_alone() {
        for (text, expected) in [
            ("Donor: EU", ("Donor", Form::Colon, "EU")),
            ("DONOR(S) : EU", ("DONOR(S)", Form::Colon, "EU")),
            ("donors:EU", ("donors", Form::Colon, "EU")),
            (
                "Bailleur de fonds : UE",
                ("Bailleur de fonds", Form::Colon, "UE"),
            ),
            ("Título.- Agua", ("Título", Form::Colon, "Agua")),
            (
                "Project Budget – 60 086 USD",
                ("Project Budget", Form::Dash, "60 086 USD"),
            ),
            (
                "Project Title - Stronger",
                ("Project Title", Form::Dash, "Stronger"),
            ),
            ("Durada\t2010", ("Durada", Form::Tab, "2010")),
            ("Land | Albanien", ("Land", Form::Tab, "Albanien")),
            ("Country     Kenya", ("Country", Form::Tab, "Kenya")),
            (
                "Date de début 01/01/2025",
                ("Date de début", Form::Blank, "01/01/2025"),
            ),
            (
                "Coût du projet EUR 200 000",
                ("Coût du projet", Form::Blank, "EUR 200 000"),
            ),
            (
                "Título del proyecto",
                ("Título del proyecto", Form::Alone, ""),
            ),
            (
                "Implementing Agency:",
                ("Implementing Agency", Form::Colon, ""),
            ),
            ("Budget (in EUR): 5", ("Budget (in EUR)", Form::Colon, "5")),
            (
                "Objectives & activities: x",
                ("Objectives & activities", Form::Colon, "x"),
            ),
            ("1. Donor: EU", ("Donor", Form::Colon, "EU")),
            ("Projet n° 2 – Puits", ("Projet", Form::Dash, "Puits")),
            ("Project 3", ("Project", Form::Alone, "")),
            (
                "Projektpartner/-innen: A",
                ("Projektpartner/-innen", Form::Colon, "A"),
            ),
        ] {
            assert_eq!(parts(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_sentence_is_no_label() {
        for text in [
            "Results achieved so far",
            "Project Hope for children",
            "Country-wide campaigns",
            "Partners from three countries met: Kenya",
            "Donor reference: 17",
            "The donor: EU",
            "Start-ups in Ghana",
            "results",
            "Project",
            "Links://x",
            "",
            ":",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }

    #[test]
    fn an_unknown_label_is_short_and_begins_with_a_capital() {
        for (text, expected) in [
            ("Donor reference: 17", true),
            ("Gender marker\tyes", true),
            ("at noon: 17", false),
            ("Phase 2: x", false),
            ("He said, that: x", false),
            ("See https://x", false),
            ("One two three four five six seven: x", false),
        ] {
            assert_eq!(unknown(text).is_some(), expected, "{text}");
        }
    }
}
