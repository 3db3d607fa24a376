use crate::message::{FORMER, LoaderMessage, Message, PluralMessage};
use crate::{arabic, english, french, german, macedonian, spanish};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// The code used in addresses and in the page.
    pub code: &'static str,
    /// The language's name in the language itself.
    pub name: &'static str,
    /// The locale in which browsers format dates.
    pub dates: &'static str,
    /// The locale in which browsers format numbers.
    pub numbers: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

/// All languages, English first.
pub const LANGUAGES: [Language; 6] = [
    language("en", "English", "en-GB"),
    language("fr", "Français", "fr"),
    language("de", "Deutsch", "de"),
    language("es", "Español", "es"),
    // Latin digits, as in names, addresses and drawings, whatever the browser's default.
    Language {
        right_to_left: true,
        ..language("ar", "العربية", "ar-u-nu-latn")
    },
    // Browsers know only its plural rules. Numbers are as in German; its months are in its file.
    Language {
        numbers: "de",
        ..language("mk", "Македонски", "mk")
    },
];

const fn language(code: &'static str, name: &'static str, locale: &'static str) -> Language {
    Language {
        code,
        name,
        dates: locale,
        numbers: locale,
        right_to_left: false,
    }
}

struct Texts {
    message: fn(Message) -> &'static str,
    plural: fn(PluralMessage) -> &'static str,
    loader: fn(LoaderMessage) -> &'static str,
    former: [&'static str; FORMER.len()],
    /// A line per country or region: code or slug, tab, name. Empty for English: the engine has those.
    names: &'static str,
    months: &'static [&'static str],
}

impl Language {
    /// Returns the language of a tag such as `fr` or `fr-CH`, in any case.
    ///
    /// ```
    /// use atlas_i18n::Language;
    /// assert_eq!(Language::parse("FR-ch").map(|it| it.name), Some("Français"));
    /// assert_eq!(Language::parse("frr"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<&'static Self> {
        let code = tag.split(['-', '_']).next()?;
        let mut languages = LANGUAGES.iter();
        languages.find(|language| language.code.eq_ignore_ascii_case(code))
    }

    /// Whether this is English, which is compiled into the page.
    pub fn is_english(&self) -> bool {
        self.code == "en"
    }

    /// Returns the file that a browser fetches, with the lines of [`FirstLine`](crate::FirstLine).
    pub fn file(&self) -> String {
        let texts = self.texts();
        let messages = Message::ALL.iter().map(|it| (texts.message)(*it));
        let plurals = PluralMessage::ALL.iter().map(|it| (texts.plural)(*it));
        let names = texts.names.lines();
        let names = names.filter_map(|line| Some(line.split_once('\t')?.1));
        let loader = LoaderMessage::ALL.iter().map(|it| (texts.loader)(*it));
        let lines = messages
            .chain(plurals)
            .chain(texts.former)
            .chain(names)
            .chain(texts.months.iter().copied())
            .chain(loader);
        lines.collect::<Vec<_>>().join("\n")
    }

    fn texts(&self) -> Texts {
        macro_rules! texts {
            ($language:ident, $names:expr, $months:expr) => {
                Texts {
                    message: $language::message,
                    plural: $language::plural,
                    loader: $language::loader,
                    former: $language::FORMER,
                    names: $names,
                    months: $months,
                }
            };
        }
        match self.code {
            "fr" => texts!(french, include_str!("names/fr.tsv"), &[]),
            "de" => texts!(german, include_str!("names/de.tsv"), &[]),
            "es" => texts!(spanish, include_str!("names/es.tsv"), &[]),
            "ar" => texts!(arabic, include_str!("names/ar.tsv"), &[]),
            "mk" => texts!(
                macedonian,
                include_str!("names/mk.tsv"),
                &macedonian::MONTHS
            ),
            _ => texts!(english, "", &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ENGLISH, FirstLine};
    use std::collections::BTreeSet;

    fn pairs(language: &Language) -> Vec<(String, &'static str, &'static str)> {
        let (english, other) = (LANGUAGES[0].texts(), language.texts());
        let messages = Message::ALL.iter().map(|it| {
            let name = format!("Message::{it:?}");
            (name, (english.message)(*it), (other.message)(*it))
        });
        let loader = LoaderMessage::ALL.iter().map(|it| {
            let name = format!("LoaderMessage::{it:?}");
            (name, (english.loader)(*it), (other.loader)(*it))
        });
        messages.chain(loader).collect()
    }

    fn places(text: &str) -> BTreeSet<&str> {
        let ends = text.split('{').skip(1).map(|rest| rest.split_once('}'));
        ends.map(|end| end.unwrap().0).collect()
    }

    fn forms(forms: &'static str) -> Vec<(&'static str, &'static str)> {
        let forms = forms.split('|').map(|form| form.split_once(':'));
        forms.map(|form| form.unwrap()).collect()
    }

    #[test]
    fn a_message_has_the_same_placeholders_in_every_language() {
        for language in &LANGUAGES {
            for (name, english, other) in pairs(language) {
                assert_eq!(
                    places(english),
                    places(other),
                    "{name} in {}",
                    language.name
                );
            }
            for message in PluralMessage::ALL {
                let english = (LANGUAGES[0].texts().plural)(*message);
                let expected = places(forms(english)[0].1);
                for (category, form) in forms((language.texts().plural)(*message)) {
                    let of = format!("{message:?}, {category}, in {}", language.name);
                    assert_eq!(places(form), expected, "{of}");
                }
            }
        }
    }

    #[test]
    fn a_plural_message_has_exactly_the_forms_its_language_needs() {
        for (code, expected) in [
            ("en", &["one", "other"] as &[_]),
            ("fr", &["one", "many", "other"]),
            ("de", &["one", "other"]),
            ("es", &["one", "many", "other"]),
            ("ar", &["zero", "one", "two", "few", "many", "other"]),
            ("mk", &["one", "other"]),
        ] {
            let counted = Language::parse(code).unwrap().texts().plural;
            for message in PluralMessage::ALL {
                let categories: Vec<_> = forms(counted(*message))
                    .into_iter()
                    .map(|it| it.0)
                    .collect();
                assert_eq!(categories, expected, "{message:?} in {code}");
            }
        }
    }

    #[test]
    fn no_message_is_empty_or_longer_than_one_line() {
        for language in &LANGUAGES {
            let file = language.file();
            for (at, line) in file.lines().enumerate() {
                assert!(!line.trim().is_empty(), "line {at} in {}", language.name);
            }
            assert!(!file.contains('\r'));
            let names = if language.is_english() {
                0
            } else {
                FirstLine::MONTHS - FirstLine::COUNTRIES
            };
            let expected = FirstLine::COUNTRIES
                + names
                + language.texts().months.len()
                + LoaderMessage::ALL.len();
            assert_eq!(file.split('\n').count(), expected, "{}", language.name);
        }
    }

    fn outside_places(text: &str) -> String {
        let parts = text.split('{');
        let parts = parts.map(|part| part.split_once('}').map_or(part, |(_, after)| after));
        parts.collect()
    }

    /// Messages that read the same in English and in these languages.
    const SAME: [(&str, &str); 3] = [
        ("Message::OrderAscending Message::OrderDescending", "de es"),
        ("Message::Documents Message::Source Message::Licence", "fr"),
        (
            "Message::Links Message::Partner Message::Filters Message::ShareLink Message::ShareElement",
            "de",
        ),
    ];

    #[test]
    fn no_message_is_left_untranslated() {
        for language in LANGUAGES.iter().filter(|it| !it.is_english()) {
            for (name, english, other) in pairs(language) {
                let may_be = SAME.iter().any(|(names, codes)| {
                    names.split(' ').any(|it| it == name)
                        && codes.split(' ').any(|it| it == language.code)
                });
                let says_nothing = !outside_places(english).contains(char::is_alphabetic);
                assert!(
                    english != other || may_be || says_nothing,
                    "{name} in {}",
                    language.name
                );
            }
        }
    }

    #[test]
    fn arabic_and_macedonian_use_their_own_scripts() {
        // Names of products, and terms that browsers report, may be in Latin letters.
        let latin_words = [
            "Access",
            "Control",
            "Allow",
            "Origin",
            "BibTeX",
            "CSV",
            "Earth",
            "Enter",
            "ISO",
            "Natural",
            "PNG",
            "RIS",
            "SVG",
            "WebAssembly",
            "WordPress",
            "iframe",
        ];
        for code in ["ar", "mk"] {
            for (name, _, text) in pairs(Language::parse(code).unwrap()) {
                let outside = outside_places(text);
                let latin = outside.split(|it: char| !it.is_ascii_alphabetic());
                for word in latin.filter(|word| !word.is_empty()) {
                    assert!(latin_words.contains(&word), "“{word}” in {name} in {code}");
                }
            }
        }
    }

    #[test]
    fn the_compiled_in_english_is_the_start_of_its_file() {
        let file = LANGUAGES[0].file();
        assert!(file.starts_with(ENGLISH));
        assert_eq!(ENGLISH.split('\n').count(), FirstLine::COUNTRIES);
        let lines: Vec<_> = ENGLISH.split('\n').collect();
        assert_eq!(lines[Message::Close as usize], "Close");
        assert_eq!(lines[FirstLine::FORMER + 8], "Zaire");
    }
}
