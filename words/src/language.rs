//! Which languages there are.

use crate::message::{Counted, FORMER, Place, Starter, Word};
use crate::{arabic, english, french, german, macedonian, spanish};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its code in addresses and in the page.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// The locale by which browsers write its dates.
    pub dates: &'static str,
    /// The locale by which browsers write its numbers.
    pub numbers: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}

/// Every language, English first.
pub const LANGUAGES: [Language; 6] = [
    language("en", "English", "en-GB"),
    language("fr", "Français", "fr"),
    language("de", "Deutsch", "de"),
    language("es", "Español", "es"),
    // Digits as in names, addresses and drawings, whatever a browser takes for the usual ones.
    Language {
        right_to_left: true,
        ..language("ar", "العربية", "ar-u-nu-latn")
    },
    // Browsers know its plurals and nothing else. German writes numbers in the same way; months
    // are in its file.
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

/// What a language says.
struct Texts {
    word: fn(Word) -> &'static str,
    counted: fn(Counted) -> &'static str,
    starter: fn(Starter) -> &'static str,
    former: [&'static str; FORMER.len()],
    /// Code or slug and name, a country or region a line; English has them in the engine.
    names: &'static str,
    months: &'static [&'static str],
}

impl Language {
    /// The language that a tag such as `fr` or `fr-CH` asks for, in any case.
    ///
    /// ```
    /// use atlas_words::Language;
    /// assert_eq!(Language::parse("FR-ch").map(|it| it.name), Some("Français"));
    /// assert_eq!(Language::parse("frr"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<&'static Self> {
        let code = tag.split(['-', '_']).next()?;
        let mut languages = LANGUAGES.iter();
        languages.find(|language| language.code.eq_ignore_ascii_case(code))
    }

    /// Whether it is the one that is compiled into the page.
    pub fn is_english(&self) -> bool {
        self.code == "en"
    }

    /// The file that a browser fetches: each line as [`Place`] tells.
    pub fn file(&self) -> String {
        let texts = self.texts();
        let words = Word::ALL.iter().map(|it| (texts.word)(*it));
        let counted = Counted::ALL.iter().map(|it| (texts.counted)(*it));
        let names = texts.names.lines();
        let names = names.filter_map(|line| Some(line.split_once('\t')?.1));
        let starter = Starter::ALL.iter().map(|it| (texts.starter)(*it));
        let lines = words
            .chain(counted)
            .chain(texts.former)
            .chain(names)
            .chain(texts.months.iter().copied())
            .chain(starter);
        lines.collect::<Vec<_>>().join("\n")
    }

    fn texts(&self) -> Texts {
        macro_rules! texts {
            ($language:ident, $names:expr, $months:expr) => {
                Texts {
                    word: $language::word,
                    counted: $language::counted,
                    starter: $language::starter,
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
