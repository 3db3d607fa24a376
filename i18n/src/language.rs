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

#[derive(Clone, Copy)]
struct Texts {
    message: fn(Message) -> Option<&'static str>,
    plural: fn(PluralMessage) -> Option<&'static str>,
    loader: fn(LoaderMessage) -> Option<&'static str>,
    former: [&'static str; FORMER.len()],
    /// A line per country or region: code or slug, tab, name. Empty for English: the engine has those.
    names: &'static str,
    months: &'static [&'static str],
}

const ENGLISH_TEXTS: Texts = Texts {
    message: |it| Some(english::message(it)),
    plural: |it| Some(english::plural(it)),
    loader: |it| Some(english::loader(it)),
    former: english::FORMER,
    names: "",
    months: &[],
};

impl Texts {
    /// The lines of the language's file. What has no text is in English, so that each line keeps its place.
    fn file(&self) -> String {
        let messages = Message::ALL
            .iter()
            .map(|it| (self.message)(*it).unwrap_or_else(|| english::message(*it)));
        let plurals = PluralMessage::ALL
            .iter()
            .map(|it| (self.plural)(*it).unwrap_or_else(|| english::plural(*it)));
        let loader = LoaderMessage::ALL
            .iter()
            .map(|it| (self.loader)(*it).unwrap_or_else(|| english::loader(*it)));
        let names = self.names.lines();
        let names = names.filter_map(|line| Some(line.split_once('\t')?.1));
        let lines = messages
            .chain(plurals)
            .chain(self.former)
            .chain(names)
            .chain(self.months.iter().copied())
            .chain(loader);
        lines.collect::<Vec<_>>().join("\n")
    }

    fn missing(&self) -> Vec<String> {
        let messages = Message::ALL.iter();
        let messages = messages.filter(|it| (self.message)(**it).is_none());
        let plurals = PluralMessage::ALL.iter();
        let plurals = plurals.filter(|it| (self.plural)(**it).is_none());
        let loader = LoaderMessage::ALL.iter();
        let loader = loader.filter(|it| (self.loader)(**it).is_none());
        let messages = messages.map(|it| format!("Message::{it:?}"));
        let plurals = plurals.map(|it| format!("PluralMessage::{it:?}"));
        let loader = loader.map(|it| format!("LoaderMessage::{it:?}"));
        messages.chain(plurals).chain(loader).collect()
    }
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

    /// Returns the file that a browser fetches, with the lines of [`FirstLine`](crate::FirstLine). A message
    /// that the language lacks is in English.
    pub fn file(&self) -> String {
        self.texts().file()
    }

    /// Returns the messages that the language lacks, such as `Message::Close`.
    pub fn missing_messages(&self) -> Vec<String> {
        self.texts().missing()
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
            _ => ENGLISH_TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ENGLISH, FirstLine};
    use std::collections::BTreeSet;

    /// Each message that the language has, by name: the English text and its own.
    fn pairs(texts: &Texts) -> Vec<(String, &'static str, &'static str)> {
        let messages = Message::ALL.iter().filter_map(|it| {
            let name = format!("Message::{it:?}");
            Some((name, english::message(*it), (texts.message)(*it)?))
        });
        let loader = LoaderMessage::ALL.iter().filter_map(|it| {
            let name = format!("LoaderMessage::{it:?}");
            Some((name, english::loader(*it), (texts.loader)(*it)?))
        });
        messages.chain(loader).collect()
    }

    fn plurals(texts: &Texts) -> Vec<(PluralMessage, &'static str)> {
        let all = PluralMessage::ALL.iter();
        all.filter_map(|it| Some((*it, (texts.plural)(*it)?)))
            .collect()
    }

    fn placeholders(text: &str) -> BTreeSet<&str> {
        let ends = text.split('{').skip(1).map(|rest| rest.split_once('}'));
        ends.map(|end| end.unwrap().0).collect()
    }

    fn forms(forms: &'static str) -> Vec<(&'static str, &'static str)> {
        let forms = forms.split('|').map(|form| form.split_once(':'));
        forms.map(|form| form.unwrap()).collect()
    }

    /// The messages whose placeholders are not those of the English text.
    fn with_other_placeholders(texts: &Texts) -> Vec<String> {
        let messages = pairs(texts).into_iter();
        let messages = messages
            .filter(|(_, english, other)| placeholders(english) != placeholders(other))
            .map(|(name, _, _)| name);
        let plurals = plurals(texts).into_iter().filter(|(message, text)| {
            let expected = placeholders(forms(english::plural(*message))[0].1);
            forms(text)
                .iter()
                .any(|(_, form)| placeholders(form) != expected)
        });
        let plurals = plurals.map(|(message, _)| format!("PluralMessage::{message:?}"));
        messages.chain(plurals).collect()
    }

    fn is_empty_or_of_several_lines(file: &str) -> bool {
        file.contains('\r') || file.split('\n').any(|line| line.trim().is_empty())
    }

    fn incomplete() -> Texts {
        Texts {
            message: |it| (it != Message::Close).then(|| english::message(it)),
            plural: |it| (it != PluralMessage::Countries).then(|| english::plural(it)),
            loader: |it| (it != LoaderMessage::Dismiss).then(|| english::loader(it)),
            ..ENGLISH_TEXTS
        }
    }

    #[test]
    fn what_a_language_lacks_is_in_english() {
        assert_eq!(incomplete().file(), ENGLISH_TEXTS.file());
        assert!(!is_empty_or_of_several_lines(&incomplete().file()));
        assert_eq!(with_other_placeholders(&incomplete()), [] as [&str; 0]);
    }

    #[test]
    fn what_a_language_lacks_is_named() {
        assert_eq!(
            incomplete().missing(),
            [
                "Message::Close",
                "PluralMessage::Countries",
                "LoaderMessage::Dismiss"
            ]
        );
        assert_eq!(ENGLISH_TEXTS.missing(), [] as [&str; 0]);
    }

    #[test]
    fn wrong_placeholders_and_empty_texts_are_found() {
        let wrong = Texts {
            message: |it| match it {
                Message::Remove => Some("Remove {waht}"),
                _ => None,
            },
            plural: |it| match it {
                PluralMessage::Projects => Some("one:a project|other:{count} projects"),
                _ => None,
            },
            ..ENGLISH_TEXTS
        };
        assert_eq!(
            with_other_placeholders(&wrong),
            ["Message::Remove", "PluralMessage::Projects"]
        );
        for text in [" ", "two\nlines, one of them empty\n"] {
            assert!(is_empty_or_of_several_lines(text));
        }
    }

    #[test]
    fn a_message_has_the_same_placeholders_in_every_language() {
        for language in &LANGUAGES {
            let wrong = with_other_placeholders(&language.texts());
            assert_eq!(wrong, [] as [&str; 0], "{}", language.name);
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
            for (message, text) in plurals(&Language::parse(code).unwrap().texts()) {
                let categories: Vec<_> = forms(text).into_iter().map(|it| it.0).collect();
                assert_eq!(categories, expected, "{message:?} in {code}");
            }
        }
    }

    #[test]
    fn no_message_is_empty_or_longer_than_one_line() {
        for language in &LANGUAGES {
            let file = language.file();
            assert!(!is_empty_or_of_several_lines(&file), "{}", language.name);
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

    fn outside_placeholders(text: &str) -> String {
        let parts = text.split('{');
        let parts = parts.map(|part| part.split_once('}').map_or(part, |(_, after)| after));
        parts.collect()
    }

    /// Messages that read the same in English and in these languages.
    const SAME: [(&str, &str); 6] = [
        ("Message::OrderAscending Message::OrderDescending", "de es"),
        ("Message::KeyNameHome Message::KeyNameEnd", "ar mk"),
        ("Message::KeyNameEscape", "ar de es mk"),
        ("Message::Documents Message::Source Message::Licence", "fr"),
        ("Message::Total", "es fr"),
        (
            "Message::Links Message::Partner Message::Filters Message::ShareLink Message::ShareElement \
             Message::Website",
            "de",
        ),
    ];

    #[test]
    fn no_message_is_left_untranslated() {
        for language in LANGUAGES.iter().filter(|it| !it.is_english()) {
            for (name, english, other) in pairs(&language.texts()) {
                let may_be = SAME.iter().any(|(names, codes)| {
                    names.split(' ').any(|it| it == name)
                        && codes.split(' ').any(|it| it == language.code)
                });
                let says_nothing = !outside_placeholders(english).contains(char::is_alphabetic);
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
        // Names of products and of keys, and terms that browsers report, may be in Latin letters.
        let latin_words = [
            "Access",
            "Control",
            "Allow",
            "Origin",
            "BibTeX",
            "CSV",
            "Earth",
            "End",
            "Enter",
            "Esc",
            "Home",
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
            for (name, _, text) in pairs(&Language::parse(code).unwrap().texts()) {
                let outside = outside_placeholders(text);
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
