//! The labels that are known, in `labels.tsv`.

use crate::mapping::ProjectField;
use atlas_engine::text::words;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Title,
    /// A title if it begins each project, otherwise the name of something else.
    Name,
    /// Texts of several paragraphs, and lists with one value a line.
    Prose,
    Documents,
    /// Names, separated by commas, semicolons or lines.
    List,
    Date,
    Period,
    Country,
    Amount,
    /// Other short values.
    Other,
}

impl Kind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "name" => Self::Name,
            "objective" | "summary" | "results" | "note" => Self::Prose,
            "document" | "link" | "related" => Self::Documents,
            "donor" | "implementing" | "partner" | "theme" | "place" | "region" => Self::List,
            "start" | "end" => Self::Date,
            "period" => Self::Period,
            "country" => Self::Country,
            "amount" => Self::Amount,
            "acronym" | "contact" | "currency" | "identifier" | "role" | "status" => Self::Other,
            _ => return None,
        })
    }

    /// Whether a value goes on after a blank line.
    pub(super) fn is_long(self) -> bool {
        matches!(self, Self::Prose | Self::Documents)
    }

    /// Whether a value has names.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::List | Self::Country)
    }
}

/// A label that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Forms of one label, such as “Donor” and “Project donors”, have the same one and share a column.
    pub(super) concept: u16,
    pub(super) kind: Kind,
    /// The field of its values, if it is certain.
    pub(super) field: Option<ProjectField>,
    /// Whether it is a label only before a sign, because it also begins sentences.
    pub(super) needs_sign: bool,
}

#[derive(Default)]
pub(super) struct Vocabulary {
    labels: HashMap<String, Label>,
    prefixes: HashSet<String>,
    suffixes: HashSet<String>,
    /// The first words of labels and prefixes, to reject most lines at once.
    first: HashSet<String>,
    description: u16,
    documents: u16,
}

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::parse(include_str!("../labels.tsv")));

/// Words that are joined with a label in German, Dutch and Swedish.
const GLUED: [&str; 3] = ["projekts", "projekt", "project"];

/// How many letters at the start of a word its forms have in common.
const FORM_LETTERS: usize = 4;

/// The most words of a suffix.
const MAX_SUFFIX: usize = 4;

impl Vocabulary {
    pub(super) fn get() -> &'static Self {
        &VOCABULARY
    }

    fn parse(table: &str) -> Self {
        let mut vocabulary = Self::default();
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let mut concepts = HashMap::new();
        for line in lines {
            let mut columns = line.split('\t');
            let (Some(kind), _, Some(texts)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            for text in texts.split(';').map(str::trim) {
                vocabulary.insert(kind, text, &mut concepts);
            }
        }
        let concept = |label| vocabulary.labels.get(label).map_or(0, |it| it.concept);
        let (description, documents) = (concept("description"), concept("documents"));
        Self {
            description,
            documents,
            ..vocabulary
        }
    }

    fn insert(&mut self, kind: &str, text: &str, concepts: &mut HashMap<String, u16>) {
        let tokens: Vec<_> = words(text).map(|word| word.folded).collect();
        let phrase = tokens.join(" ");
        if kind == "suffix" {
            self.suffixes.insert(phrase);
            return;
        }
        let name = self.concept(kind, &tokens);
        self.first.extend(tokens.into_iter().next());
        let field = match kind {
            "name" => Some(ProjectField::Title),
            "period" => Some(ProjectField::Duration),
            name => ProjectField::parse(name),
        };
        let Some(kind) = Kind::parse(kind) else {
            self.prefixes.insert(phrase);
            return;
        };
        let next = concepts.len() as u16;
        let label = Label {
            concept: *concepts.entry(name).or_insert(next),
            kind,
            field,
            needs_sign: text.ends_with(':'),
        };
        self.labels.entry(phrase).or_insert(label);
    }

    /// What forms of one label have in common: their kind and how their words begin.
    fn concept(&self, kind: &str, tokens: &[String]) -> String {
        let mut kernel = tokens;
        if let Some((first, rest)) = tokens.split_first()
            && !rest.is_empty()
            && self.prefixes.contains(first)
        {
            kernel = rest;
        }
        let suffix = (1..=MAX_SUFFIX).rev().find_map(|length| {
            let at = kernel.len().checked_sub(length).filter(|at| *at > 0)?;
            let (before, suffix) = kernel.split_at_checked(at)?;
            self.suffixes.contains(&suffix.join(" ")).then_some(before)
        });
        let mut concept = kind.to_owned();
        for word in suffix.unwrap_or(kernel) {
            let glued = GLUED.iter().find_map(|glued| word.strip_prefix(glued));
            let word = glued.filter(|it| it.len() >= FORM_LETTERS).unwrap_or(word);
            concept.push(' ');
            concept.extend(word.chars().take(FORM_LETTERS));
        }
        concept
    }

    /// Whether a label can begin with this folded word.
    pub(super) fn begins(&self, word: &str) -> bool {
        self.first.contains(word) || GLUED.iter().any(|glued| word.starts_with(glued))
    }

    /// The label of these folded words, as a whole.
    pub(super) fn find(&self, tokens: &[String]) -> Option<Label> {
        let (first, rest) = tokens.split_first()?;
        self.find_before_suffix(tokens)
            .or_else(|| {
                let is_prefix = !rest.is_empty() && self.prefixes.contains(first);
                is_prefix.then(|| self.find_before_suffix(rest)).flatten()
            })
            .or_else(|| {
                let glued = GLUED.iter().find_map(|glued| first.strip_prefix(glued));
                let word = glued.filter(|word| !word.is_empty())?;
                let mut tokens = tokens.to_vec();
                word.clone_into(tokens.first_mut()?);
                self.labels.get(&tokens.join(" ")).copied()
            })
    }

    fn find_before_suffix(&self, tokens: &[String]) -> Option<Label> {
        if let Some(label) = self.labels.get(&tokens.join(" ")) {
            return Some(*label);
        }
        (1..=MAX_SUFFIX).find_map(|length| {
            let at = tokens.len().checked_sub(length).filter(|at| *at > 0)?;
            let (kernel, suffix) = tokens.split_at_checked(at)?;
            let is_suffix = self.suffixes.contains(&suffix.join(" "));
            let label = is_suffix.then(|| self.labels.get(&kernel.join(" ")));
            label.flatten().copied()
        })
    }

    /// The label under which texts without one are kept.
    pub(super) fn description(&self) -> u16 {
        self.description
    }

    /// The label under which documents without one are kept.
    pub(super) fn documents(&self) -> u16 {
        self.documents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Option<Label> {
        let tokens: Vec<_> = words(text).map(|word| word.folded).collect();
        Vocabulary::get().find(&tokens)
    }

    #[test]
    fn every_line_has_a_kind_a_language_and_words() {
        for line in include_str!("../labels.tsv")
            .lines()
            .filter(|it| !it.starts_with('#'))
        {
            let columns: Vec<_> = line.split('\t').collect();
            let [kind, language, texts] = columns[..] else {
                panic!("{line}");
            };
            let known = Kind::parse(kind).is_some() || matches!(kind, "prefix" | "suffix");
            assert!(known, "{line}");
            assert!(matches!(language.len(), 1 | 2), "{line}");
            assert!(
                texts.split(';').all(|text| words(text).next().is_some()),
                "{line}"
            );
        }
    }

    #[test]
    fn forms_of_a_label_share_a_column() {
        for (one, other) in [
            ("Donor", "PROJECT DONORS"),
            ("Titre", "Titre du projet"),
            ("Laufzeit", "Projektlaufzeit"),
            ("Título", "Título del proyecto"),
            ("País", "Países"),
            ("Durada", "Durada del projecte"),
            ("País", "PAÏSOS"),
            ("Land", "Länder"),
        ] {
            assert_eq!(
                find(one).unwrap().concept,
                find(other).unwrap().concept,
                "{one}"
            );
        }
        for (one, other) in [
            ("Donor", "Supported by"),
            ("Budget", "EU contribution"),
            ("Theme", "Sector"),
        ] {
            assert_ne!(
                find(one).unwrap().concept,
                find(other).unwrap().concept,
                "{one}"
            );
        }
        assert!(find("Project").unwrap().needs_sign);
        assert_eq!(find("The project"), None);
    }
}
