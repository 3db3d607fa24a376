//! Splits a heading into words.

use atlas_engine::text::fold;

/// Stands for a letter that was lost: the replacement character, or `?` and `_` in its place.
pub(super) const LOST: char = char::REPLACEMENT_CHARACTER;

/// The longest heading that is read for its meaning, in characters; the rest of a longer one is not.
const MAX_CHARACTERS: usize = 300;

/// The parts of a heading in several languages or with several subjects (“Projektitel / Operation name”), each
/// with its words: folded, without units in brackets. Words in `snake_case` and `camelCase` are separated;
/// with `with_lost_letters`, `_` inside a word stands for a letter that was lost (`B_n_ficiaire`).
pub(super) fn parts(heading: &str, with_lost_letters: bool) -> Vec<Vec<String>> {
    let heading: String = heading.chars().take(MAX_CHARACTERS).collect();
    let outside = without_brackets(&heading);
    let text = if outside.chars().any(char::is_alphanumeric) {
        &outside
    } else {
        &heading
    };
    let dashes = text.replace(" - ", "\n").replace(" – ", "\n");
    let parts = dashes.split(['/', '|', '\n', '\r', ';']);
    let words = parts.map(|part| words(part, with_lost_letters));
    words.filter(|words| !words.is_empty()).collect()
}

/// The words of a text, in the same form as those of a heading.
pub(super) fn words(text: &str, with_lost_letters: bool) -> Vec<String> {
    let mut words = Words::default();
    let characters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| characters.get(at))
            .is_some_and(|it| it.is_alphabetic())
    };
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1);
        let inside = is_letter(before) && is_letter(Some(at + 1));
        match character {
            LOST => words.push(LOST),
            '?' if inside => words.push(LOST),
            '_' if inside && with_lost_letters => words.push(LOST),
            '%' => words.whole("percent"),
            '№' | '#' => words.whole("no"),
            '°' | 'º' if words.word == "n" || words.word == "N" => words.word.push('o'),
            _ if character.is_alphabetic() || is_mark(character) => {
                let starts = character.is_uppercase()
                    && (characters.get(at.wrapping_sub(1))).is_some_and(|it| {
                        it.is_lowercase() || it.is_uppercase() && next_is_lower(&characters, at)
                    });
                if starts || words.is_number {
                    words.end();
                }
                words.push(character);
            }
            _ if character.is_numeric() => {
                if !words.is_number {
                    words.end();
                }
                words.is_number = true;
                words.word.push(character);
            }
            _ => words.end(),
        }
    }
    words.end();
    words.all
}

fn next_is_lower(characters: &[char], at: usize) -> bool {
    characters.get(at + 1).is_some_and(|it| it.is_lowercase())
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

#[derive(Default)]
struct Words {
    all: Vec<String>,
    word: String,
    is_number: bool,
}

impl Words {
    fn push(&mut self, character: char) {
        self.word.push(character);
    }

    fn whole(&mut self, word: &str) {
        self.end();
        self.all.push(word.to_owned());
    }

    fn end(&mut self) {
        let word = fold(&std::mem::take(&mut self.word));
        self.is_number = false;
        if !word.is_empty() {
            self.all.push(word);
        }
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                outside.push(' ');
            }
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_split_into_parts_and_words() {
        for (heading, expected) in [
            ("Projektitel / Operation name", "projektitel|operation name"),
            ("ProjectID", "project id"),
            ("IDProject", "id project"),
            ("PROJECT_NAME", "project name"),
            ("Recipient Org:Name", "recipient org name"),
            ("Wartość projektu [zł]", "wartosc projektu"),
            (
                "Förderfähige Ausgaben1) (in EUR)",
                "forderfahige ausgaben 1",
            ),
            ("Date d’octroi", "date d octroi"),
            ("N° du projet", "no du projet"),
            ("partner_2", "partner 2"),
            ("(USD)", "usd"),
            ("Titre - Title\nNaam", "titre|title|naam"),
            ("B\u{fffd}n?ficiaire", "b\u{fffd}n\u{fffd}ficiaire"),
            ("Co-financing %", "co financing percent"),
            ("Τίτλος Έργου", "τιτλοσ εργου"),
            ("", ""),
        ] {
            let parts: Vec<_> = parts(heading, false)
                .iter()
                .map(|it| it.join(" "))
                .collect();
            assert_eq!(parts.join("|"), expected, "{heading}");
        }
        assert_eq!(words("Op_ration", true), ["op\u{fffd}ration"]);
    }
}
