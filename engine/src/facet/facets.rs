//! The facets of a portfolio and their values.

use super::{Column, YearSpans};
use crate::country::{self, CountryCode};
use crate::portfolio::{Organisation, Portfolio, Project};
use crate::query::{NOT_STATED, RESERVED};
use crate::text::{fold, slug};
use std::collections::{HashMap, HashSet};

/// What a facet is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Where projects took place.
    Country,
    /// Who paid for them.
    Donor,
    /// Who carried them out.
    Implementing,
    /// Who else took part.
    Partner,
    /// The catalogue's themes.
    Theme,
    /// A field of the publisher's own, by its label.
    Custom(String),
}

impl FacetKind {
    /// The facets every portfolio can have, in their usual order.
    pub const BUILT_IN: [Self; 5] = [
        Self::Country,
        Self::Donor,
        Self::Implementing,
        Self::Partner,
        Self::Theme,
    ];

    /// The key in addresses, for a built-in facet.
    pub fn built_in_key(&self) -> Option<&'static str> {
        match self {
            Self::Country => Some("country"),
            Self::Donor => Some("donor"),
            Self::Implementing => Some("implementing"),
            Self::Partner => Some("partner"),
            Self::Theme => Some("theme"),
            Self::Custom(_) => None,
        }
    }
}

/// One facet: its values in the order they are shown, and who has them.
#[derive(Clone, Debug)]
pub struct Facet {
    /// The key in addresses; unique within a portfolio.
    pub key: String,
    /// What it is about.
    pub kind: FacetKind,
    /// Its values: most projects first, then by name; “not stated” last. The order never changes.
    pub values: Vec<FacetValue>,
    /// Which record has which value, by position in `values`.
    pub column: Column,
    /// Whether the publisher wants it shown.
    pub shown: bool,
    positions: HashMap<String, u32>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key in addresses: a country code, the slug of a name, or [`NOT_STATED`].
    pub key: String,
    /// The name to show; empty for “not stated”, which is the interface's to name.
    pub name: String,
    /// The short name, where the portfolio gives one.
    pub acronym: Option<String>,
    /// Other names it is known by, in this portfolio or at large.
    pub other_names: Vec<String>,
    /// How many projects have it when nothing is selected.
    pub total: u32,
}

impl Facet {
    /// The position in [`Facet::values`] of the value that `key` names.
    ///
    /// A key is taken leniently: any case of a country code, and a name in place of its slug.
    pub fn position(&self, key: &str) -> Option<u32> {
        let find = |key: &str| self.positions.get(key).copied();
        find(key).or_else(|| match self.kind {
            FacetKind::Country => find(&key.to_ascii_uppercase()),
            _ => find(&slug(key)),
        })
    }
}

/// The facets of a portfolio, ready to be counted.
#[derive(Clone, Debug)]
pub struct FacetIndex {
    /// Every facet: those the publisher lists in that order, then custom fields, then the rest.
    pub facets: Vec<Facet>,
    /// When each record ran.
    pub years: YearSpans,
    /// How many records there are.
    pub records: usize,
}

impl FacetIndex {
    /// Indexes a portfolio. Linear in its size.
    pub fn new(portfolio: &Portfolio) -> Self {
        let projects = &portfolio.projects;
        let mut facets: Vec<Facet> = FacetKind::BUILT_IN
            .into_iter()
            .filter_map(|kind| {
                let key = kind.built_in_key()?.to_owned();
                Some(match kind {
                    FacetKind::Country => index_countries(key, projects),
                    FacetKind::Theme => {
                        FacetBuilder::index(key, kind, projects, |project, builder| {
                            project
                                .themes
                                .iter()
                                .for_each(|theme| builder.add(theme, None));
                        })
                    }
                    _ => index_organisations(key, kind, projects),
                })
            })
            .collect();
        let mut taken: HashSet<String> = facets.iter().map(|facet| facet.key.clone()).collect();
        taken.extend(RESERVED.into_iter().chain(["region"]).map(str::to_owned));
        for name in custom_field_names(projects) {
            let key = unique(slug(name), "field", &mut taken);
            let kind = FacetKind::Custom(name.to_owned());
            facets.push(FacetBuilder::index(
                key,
                kind,
                projects,
                |project, builder| {
                    let values = project
                        .fields
                        .iter()
                        .filter(|field| slug(&field.name) == slug(name));
                    values
                        .flat_map(|field| &field.values)
                        .for_each(|value| builder.add(value, None));
                },
            ));
        }
        let listed = |facet: &Facet| portfolio.facets.iter().position(|key| *key == facet.key);
        for facet in &mut facets {
            facet.shown = portfolio.facets.is_empty()
                || matches!(facet.kind, FacetKind::Custom(_))
                || listed(facet).is_some();
        }
        // The sort is stable: unlisted facets keep their usual order after the listed ones.
        facets.sort_by_key(|facet| (!facet.shown, listed(facet).unwrap_or(usize::MAX)));
        Self {
            facets,
            years: YearSpans::new(projects.iter().map(Project::years)),
            records: projects.len(),
        }
    }

    /// The position of the facet with that key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.key == key)
    }
}

/// Interns the values of one facet, record by record.
struct FacetBuilder {
    values: Vec<FacetValue>,
    positions: HashMap<String, u32>,
    taken: HashSet<String>,
    record: Vec<u32>,
}

impl FacetBuilder {
    fn index(
        key: String,
        kind: FacetKind,
        projects: &[Project],
        add_values: impl Fn(&Project, &mut Self),
    ) -> Facet {
        let mut builder = Self {
            values: Vec::new(),
            positions: HashMap::new(),
            taken: HashSet::from([NOT_STATED.to_owned()]),
            record: Vec::new(),
        };
        let mut records: Vec<Vec<u32>> = Vec::with_capacity(projects.len());
        for project in projects {
            add_values(project, &mut builder);
            records.push(std::mem::take(&mut builder.record));
        }
        builder.finish(key, kind, records)
    }

    /// Adds a value to the current record. Names with one slug are one value.
    fn add(&mut self, name: &str, acronym: Option<&str>) {
        let identity = match slug(name) {
            empty if empty.is_empty() => name.trim().to_owned(),
            slug => slug,
        };
        if let Some(position) = self.intern(identity, name) {
            let value = &mut self.values[position];
            if value.acronym.is_none() {
                value.acronym = acronym.map(str::to_owned);
            }
            if value.name != name && !value.other_names.iter().any(|other| other == name) {
                value.other_names.push(name.to_owned());
            }
        }
    }

    fn add_country(&mut self, code: CountryCode, mentioned: Option<&str>) {
        let name = country::name(code).or(mentioned).unwrap_or(code.as_str());
        if let Some(position) = self.intern(code.to_string(), name) {
            let others = &mut self.values[position].other_names;
            let known = country::other_names(code).iter().copied();
            for other in known.chain(mentioned).chain([code.as_str()]) {
                if other != name && !others.iter().any(|have| have == other) {
                    others.push(other.to_owned());
                }
            }
        }
    }

    /// The position of a value in `values`, which grows at need.
    fn intern(&mut self, identity: String, name: &str) -> Option<usize> {
        if name.trim().is_empty() {
            return None;
        }
        let position = if let Some(position) = self.positions.get(&identity) {
            *position
        } else {
            let position = self.values.len() as u32;
            let key = if country_or_slug(&identity) {
                identity.clone()
            } else {
                String::new()
            };
            let key = unique(key, "value", &mut self.taken);
            self.values.push(FacetValue {
                key,
                name: name.to_owned(),
                acronym: None,
                other_names: Vec::new(),
                total: 0,
            });
            self.positions.insert(identity, position);
            position
        };
        self.record.push(position);
        Some(position as usize)
    }

    fn finish(self, key: String, kind: FacetKind, mut records: Vec<Vec<u32>>) -> Facet {
        let mut values = self.values;
        if records.iter().any(Vec::is_empty) {
            let not_stated = values.len() as u32;
            values.push(FacetValue {
                key: NOT_STATED.to_owned(),
                name: String::new(),
                acronym: None,
                other_names: Vec::new(),
                total: 0,
            });
            for record in records.iter_mut().filter(|record| record.is_empty()) {
                record.push(not_stated);
            }
        }
        for record in &mut records {
            record.sort_unstable();
            record.dedup();
            for &value in &*record {
                values[value as usize].total += 1;
            }
        }
        // Values move to the order they are shown in, and records follow them.
        let mut order: Vec<u32> = (0..values.len() as u32).collect();
        order.sort_by_cached_key(|&value| {
            let value = &values[value as usize];
            (
                value.key == NOT_STATED,
                u32::MAX - value.total,
                fold(&value.name),
                value.key.clone(),
            )
        });
        let mut moved_to = vec![0; order.len()];
        for (position, &value) in order.iter().enumerate() {
            moved_to[value as usize] = position as u32;
        }
        for value in records.iter_mut().flatten() {
            *value = moved_to[*value as usize];
        }
        let column = Column::new(values.len(), records.iter().map(Vec::as_slice));
        let values: Vec<_> = order
            .iter()
            .map(|&value| values[value as usize].clone())
            .collect();
        let positions = (0u32..)
            .zip(&values)
            .map(|(position, value)| (value.key.clone(), position))
            .collect();
        Facet {
            key,
            kind,
            values,
            column,
            shown: true,
            positions,
        }
    }
}

fn index_countries(key: String, projects: &[Project]) -> Facet {
    FacetBuilder::index(key, FacetKind::Country, projects, |project, builder| {
        for mention in &project.countries {
            builder.add_country(mention.code, mention.name.as_deref());
        }
    })
}

fn index_organisations(key: String, kind: FacetKind, projects: &[Project]) -> Facet {
    let role: fn(&Project) -> &[Organisation] = match kind {
        FacetKind::Donor => |project| &project.donors,
        FacetKind::Implementing => |project| &project.implementing,
        _ => |project| &project.partners,
    };
    FacetBuilder::index(key, kind, projects, |project, builder| {
        for organisation in role(project) {
            builder.add(&organisation.name, organisation.acronym.as_deref());
        }
    })
}

/// The labels of all custom fields, each once, in the order they first appear.
fn custom_field_names(projects: &[Project]) -> Vec<&str> {
    let mut seen = HashSet::new();
    let fields = projects.iter().flat_map(|project| &project.fields);
    fields
        .map(|field| field.name.as_str())
        .filter(|name| seen.insert(slug(name)))
        .collect()
}

fn country_or_slug(identity: &str) -> bool {
    identity
        .chars()
        .all(|character| character.is_alphanumeric() || character == '-')
}

/// A key nobody has yet: the slug itself, or with a number behind it.
fn unique(slug: String, fallback: &str, taken: &mut HashSet<String>) -> String {
    let base = if slug.is_empty() {
        fallback.to_owned()
    } else {
        slug
    };
    let mut key = base.clone();
    let mut number = 2;
    while !taken.insert(key.clone()) {
        key = format!("{base}-{number}");
        number += 1;
    }
    key
}
