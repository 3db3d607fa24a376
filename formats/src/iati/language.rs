//! Languages, and texts in several of them.

use super::xml::{Kind, Step, Tag, Xml};
use crate::finding::Findings;
use std::borrow::Cow;

/// A language: the first part of a tag such as `en-GB`, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Language([u8; 3]);

impl Language {
    pub(super) const ENGLISH: Self = Self(*b"en ");
    pub(super) const FRENCH: Self = Self(*b"fr ");

    pub(super) fn parse(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        let is_language =
            matches!(first.len(), 2 | 3) && first.bytes().all(|it| it.is_ascii_alphabetic());
        let mut letters = [b' '; 3];
        for (letter, byte) in letters.iter_mut().zip(first.bytes()) {
            *letter = byte.to_ascii_lowercase();
        }
        is_language.then_some(Self(letters))
    }

    /// The language that an element states for its texts.
    pub(super) fn of(tag: &Tag<'_>) -> Option<Self> {
        let stated = tag.attribute("xml:lang").or_else(|| tag.attribute("lang"));
        stated.and_then(|tag| Self::parse(&tag))
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(std::str::from_utf8(&self.0).unwrap_or_default().trim_end())
    }
}

/// Which language of a text is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Preference {
    /// The language of the list.
    pub(super) main: Option<Language>,
    /// The language of texts that state none.
    pub(super) default: Option<Language>,
}

/// A text in one or more languages.
#[derive(Debug, Default)]
pub(super) struct Narratives<'a> {
    texts: Vec<(Option<Language>, Cow<'a, str>)>,
}

impl<'a> Narratives<'a> {
    /// Reads an element: its narratives, or the text in it, as before version 2.
    pub(super) fn read(tag: &Tag<'a>, xml: &mut Xml<'a, '_>) -> Self {
        let mut texts = Self::default();
        texts.add(tag, xml);
        texts
    }

    /// Adds the texts of another element, as before version 2 each language had its own.
    pub(super) fn add(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>) {
        let depth = xml.depth();
        let mut own = Cow::Borrowed("");
        while xml.depth() >= depth {
            match xml.step() {
                None => break,
                Some(Step::Text(text)) => super::xml::append(&mut own, text),
                Some(Step::Open(child)) if child.kind != Kind::Iati => {
                    let _ = xml.content();
                }
                Some(Step::Open(child)) if child.name == "narrative" => {
                    let language = Language::of(&child);
                    let text = xml.content();
                    self.push(language, text);
                }
                // Markup of HTML that was not escaped.
                Some(Step::Open(_)) => {
                    let text = xml.content();
                    super::xml::append(&mut own, Cow::Borrowed("\n"));
                    super::xml::append(&mut own, text);
                }
                Some(Step::Close) => {}
            }
        }
        self.push(Language::of(tag), own);
    }

    fn push(&mut self, language: Option<Language>, text: Cow<'a, str>) {
        if !text.trim().is_empty() {
            self.texts.push((language, text));
        }
    }

    /// Adds the texts of an element that is the same one in other languages; gives them back if it is not.
    pub(super) fn join(&mut self, other: Self) -> Result<(), Self> {
        let has = |language| self.texts.iter().any(|(own, _)| *own == language);
        if other.texts.iter().any(|(language, _)| has(*language)) {
            return Err(other);
        }
        self.texts.extend(other.texts);
        Ok(())
    }

    /// The first text, in whatever language.
    pub(super) fn first(&self) -> Option<&str> {
        self.texts.first().map(|(_, text)| text.as_ref())
    }

    /// The text in the list's language, otherwise in that of the activity, in English, or the first.
    fn chosen(&self, preference: Preference) -> Option<&str> {
        let wanted = [preference.main, preference.default, Some(Language::ENGLISH)];
        let within = |language: &Option<Language>| {
            let mut texts = self.texts.iter();
            texts.find(|(own, _)| language.is_some() && own.or(preference.default) == *language)
        };
        let chosen = wanted.iter().find_map(within);
        chosen.or(self.texts.first()).map(|(_, text)| text.as_ref())
    }

    /// The text as a name: on one line.
    pub(super) fn line(&self, preference: Preference) -> Option<String> {
        self.chosen(preference).map(super::text::line)
    }

    /// The text as paragraphs.
    pub(super) fn paragraphs(&self, preference: Preference) -> Option<String> {
        let text = super::text::paragraphs(self.chosen(preference)?);
        (!text.is_empty()).then_some(text)
    }
}

/// How much of a file is looked at for its language, in bytes.
const SAMPLE: usize = 1 << 19;

/// The language in which most titles are there; of several, the one that most activities state.
pub(super) fn main(text: &str) -> Option<Language> {
    let mut counts = Counts::default();
    let mut findings = Findings::default();
    let mut xml = Xml::new(text, &mut findings);
    let mut of_file = None;
    while let Some(tag) = xml.element() {
        if tag.name == "iati-activities" {
            of_file = Language::of(&tag);
        }
        if tag.name == "iati-activity" {
            let of_activity = Language::of(&tag).or(of_file);
            counts.add(of_activity, 0, 1);
            let depth = xml.depth();
            while let Some(tag) = xml.child(depth) {
                if tag.name == "title" {
                    for (language, _) in &Narratives::read(&tag, &mut xml).texts {
                        counts.add(language.or(of_activity), 1, 0);
                    }
                }
            }
        }
        if xml.position() > SAMPLE {
            break;
        }
    }
    counts.most()
}

/// How many titles are in each language, and how many activities state it.
#[derive(Default)]
struct Counts(Vec<(Language, usize, usize)>);

impl Counts {
    fn add(&mut self, language: Option<Language>, titles: usize, activities: usize) {
        /// More languages than a list has would be made up.
        const MAX: usize = 200;
        let Some(language) = language else {
            return;
        };
        let is_full = self.0.len() >= MAX;
        match self.0.iter_mut().find(|(it, ..)| *it == language) {
            Some((_, known, stated)) => {
                *known += titles;
                *stated += activities;
            }
            None if is_full => {}
            None => self.0.push((language, titles, activities)),
        }
    }

    fn most(&self) -> Option<Language> {
        // The first of those with the most: `max_by_key` gives the last.
        let counts = self.0.iter().rev();
        let most = counts.max_by_key(|(_, titles, activities)| (*titles, *activities));
        most.map(|(language, ..)| *language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_the_first_part_of_its_tag() {
        let read = |tag| Language::parse(tag).map(|it| it.to_string());
        assert_eq!(read("EN-gb").as_deref(), Some("en"));
        assert_eq!(read("fra").as_deref(), Some("fra"));
        for tag in ["", "e", "english", "1a", "ä"] {
            assert_eq!(read(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_main_language_is_that_of_most_titles() {
        let activity = |default: &str, others: &[&str]| {
            let other = |it: &&str| format!("<narrative xml:lang='{it}'>b</narrative>");
            let others: String = others.iter().map(other).collect();
            format!(
                "<iati-activity xml:lang='{default}'><title><narrative>a</narrative>{others}</title></iati-activity>"
            )
        };
        for (activities, main) in [
            (vec![activity("fr", &["en"])], Some("fr")),
            (
                vec![activity("en", &["fr"]), activity("fr", &["de"])],
                Some("fr"),
            ),
            (
                vec![
                    activity("es", &[]),
                    activity("en", &[]),
                    activity("en", &[]),
                ],
                Some("en"),
            ),
            (vec![activity("", &[])], None),
        ] {
            let text = format!("<iati-activities>{}</iati-activities>", activities.concat());
            let read = super::main(&text).map(|it| it.to_string());
            assert_eq!(read.as_deref(), main, "{text}");
        }
    }
}
