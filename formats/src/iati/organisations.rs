//! Who takes part in an activity.

use super::language::{Narratives, Preference};
use super::xml::{Tag, Xml};
use atlas_engine::portfolio::{Organisation, Project};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The role of a participating organisation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Role {
    Funding,
    Implementing,
    /// Another one, in the words of the standard or of the file.
    Other(String),
}

pub(crate) const ACCOUNTABLE: &str = "Accountable";
pub(crate) const EXTENDING: &str = "Extending";
/// The word for one without a role of its own.
pub(crate) const PARTNER: &str = "Partner";

impl Role {
    /// Reads a code, or one of the words that were used before version 2.
    fn parse(text: &str) -> Self {
        match text.to_lowercase().as_str() {
            "1" | "funding" | "funder" | "donor" | "financement" => Self::Funding,
            "2" | "accountable" | "responsabilité" => Self::Other(ACCOUNTABLE.to_owned()),
            "3" | "extending" => Self::Other(EXTENDING.to_owned()),
            "4" | "implementing" | "implementer" | "implementation" => Self::Implementing,
            _ => Self::Other(text.to_owned()),
        }
    }
}

#[derive(Debug)]
struct Mention<'a> {
    role: Role,
    reference: Option<Cow<'a, str>>,
    names: Narratives<'a>,
}

/// The organisations of an activity.
#[derive(Debug, Default)]
pub(super) struct Organisations<'a> {
    mentions: Vec<Mention<'a>>,
}

/// How far back an organisation is looked for whose name in another language follows.
const TRANSLATIONS: usize = 16;

impl<'a> Organisations<'a> {
    pub(super) fn read(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a, '_>) {
        let role = Role::parse(tag.attribute("role").as_deref().unwrap_or_default());
        let reference = tag.attribute("ref");
        let mut names = Narratives::read(tag, xml);
        if reference.is_some() {
            let mut last = self.mentions.iter_mut().rev().take(TRANSLATIONS);
            if let Some(same) = last.find(|it| it.reference == reference && it.role == role) {
                match same.names.join(names) {
                    Ok(()) => return,
                    Err(other) => names = other,
                }
            }
        }
        self.mentions.push(Mention {
            role,
            reference,
            names,
        });
    }

    /// Adds each organisation to a project, once.
    pub(super) fn finish(
        self,
        preference: Preference,
        project: &mut Project,
        names: &mut NamesByReference,
    ) {
        let mut seen = HashSet::new();
        for mention in self.mentions {
            let reference = mention.reference.as_deref().map(super::text::line);
            let name = mention.names.line(preference);
            if let (Some(reference), Some(name)) = (&reference, &name) {
                names.learn(reference, name);
            }
            let Some(name) = name.or_else(|| reference.clone()) else {
                continue;
            };
            if !seen.insert((mention.role.clone(), name.clone())) {
                continue;
            }
            let list = match mention.role {
                Role::Funding => &mut project.donors,
                Role::Implementing => &mut project.implementing,
                Role::Other(_) => &mut project.partners,
            };
            let role = match mention.role {
                Role::Funding | Role::Implementing => None,
                Role::Other(words) => Some(words).filter(|it| !it.is_empty() && it != PARTNER),
            };
            match list.iter_mut().take(MAX_ROLES).find(|it| it.name == name) {
                // Another role of the same organisation.
                Some(known) => known.role = joined(known.role.take(), role),
                None => list.push(Organisation {
                    name,
                    reference,
                    role,
                    ..Organisation::default()
                }),
            }
        }
    }
}

/// Among how many organisations one with another role is looked for.
const MAX_ROLES: usize = 1_000;

fn joined(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some([&one, ", ", other.as_str()].concat()),
        (one, other) => one.or(other),
    }
}

/// The names of organisations that are mentioned by their identifiers alone elsewhere.
#[derive(Debug, Default)]
pub(super) struct NamesByReference(HashMap<String, String>);

impl NamesByReference {
    pub(super) fn learn(&mut self, reference: &str, name: &str) {
        if !self.0.contains_key(reference) {
            self.0.insert(reference.to_owned(), name.to_owned());
        }
    }

    /// Names the organisations of a project that have only an identifier.
    pub(super) fn complete(&self, project: &mut Project) {
        let Project {
            donors,
            implementing,
            partners,
            ..
        } = project;
        for list in [donors, implementing, partners] {
            let mut has_changed = false;
            for organisation in list.iter_mut() {
                if organisation.reference.as_ref() == Some(&organisation.name)
                    && let Some(name) = self.0.get(&organisation.name)
                {
                    organisation.name.clone_from(name);
                    has_changed = true;
                }
            }
            if has_changed {
                let mut seen = HashSet::new();
                list.retain(|it| seen.insert(it.name.clone()));
            }
        }
    }
}
