//! The facets of a portfolio and their values.

use super::hierarchy::{find_parents, settle};
use super::{Column, Parent, REGION, YearSpans};
use crate::country::{self, PlaceNames};
use crate::names::{Names, Positions};
use crate::order;
use crate::portfolio::{CountryMention, Organisation, Portfolio, Project};
use crate::query::{NOT_STATED, RESERVED};
use crate::text::{slug, sort_key};

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
    /// What its values stand within, if anything: most projects first, then by name.
    pub parents: Vec<Parent>,
    /// Whether the publisher wants it shown.
    pub shown: bool,
    /// Where the keys of the values stand.
    positions: Positions,
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
    /// What it stands within, by position in [`Facet::parents`].
    pub parent: Option<u32>,
    /// How many projects have it when nothing is selected.
    pub total: u32,
}

/// What one value of an address stands for in a portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning<'a> {
    /// The facet, by position in [`FacetIndex::facets`].
    pub facet: usize,
    /// The parameter by which it goes in addresses.
    pub parameter: &'a str,
    /// Its key there.
    pub key: &'a str,
    /// Its name; empty for “not stated”.
    pub name: &'a str,
    /// The value itself, or the children of a parent, by position in [`Facet::values`].
    pub values: Vec<u32>,
}

impl Facet {
    /// A facet of values that stand in the order they are shown in, with a column that refers to
    /// them by position, and the parents they refer to. It is shown.
    pub fn new(
        key: String,
        kind: FacetKind,
        mut values: Vec<FacetValue>,
        column: Column,
        mut parents: Vec<Parent>,
    ) -> Self {
        settle(&mut parents, &mut values, &column);
        let mut positions = Positions::default();
        for value in &values {
            positions.add(&value.key);
        }
        Self {
            positions,
            key,
            kind,
            values,
            column,
            parents,
            shown: true,
        }
    }

    /// The values that some project states: all but “not stated”.
    pub fn stated(&self) -> impl Iterator<Item = &FacetValue> {
        self.values.iter().filter(|value| value.key != NOT_STATED)
    }

    /// The parent that a key of an address parameter names.
    fn parent(&self, parameter: &str, key: &str) -> Option<&Parent> {
        let mut parents = self.parents.iter();
        parents.find(|parent| parent.parameter == parameter && parent.key == key)
    }

    /// The position in [`Facet::values`] of the value that `key` names.
    ///
    /// A key is taken leniently: any case of a country code, and a name in place of its slug.
    pub fn position(&self, key: &str) -> Option<u32> {
        let find = |key: &str| {
            let is_at = |at: u32| {
                let value = self.values.get(at as usize);
                value.is_some_and(|value| value.key == key)
            };
            self.positions.find(key, &is_at)
        };
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
        Self::in_language(portfolio, PlaceNames::default())
    }

    /// As [`FacetIndex::new`], with countries and regions under their names in a language.
    pub fn in_language(portfolio: &Portfolio, names: PlaceNames) -> Self {
        let projects = &portfolio.projects;
        let built_in = FacetKind::BUILT_IN.into_iter();
        let mut facets: Vec<Facet> = built_in
            .filter_map(|kind| {
                let key = kind.built_in_key()?.to_owned();
                let mut builder = FacetBuilder {
                    place_names: names,
                    ..FacetBuilder::default()
                };
                for project in projects {
                    builder.add_all(&kind, project);
                    builder.end_record();
                }
                Some(builder.finish(key, kind))
            })
            .collect();
        let mut taken = Names::default();
        let built_in = facets.iter().map(|facet| facet.key.as_str());
        for key in built_in.chain(RESERVED).chain([REGION]) {
            taken.insert(key, 0);
        }
        for (name, builder) in custom_fields(projects) {
            let key = unique(slug(name), "field", &mut taken);
            facets.push(builder.finish(key, FacetKind::Custom(name.to_owned())));
        }
        let listed = |facet: &Facet| {
            let mut keys = portfolio.facets.iter();
            // A custom field may be listed by its label, also where its key had to make way.
            keys.position(|key| {
                let key = slug(key);
                let by_label = matches!(&facet.kind, FacetKind::Custom(name) if slug(name) == key);
                key == facet.key || by_label
            })
        };
        for facet in &mut facets {
            facet.shown = portfolio.facets.is_empty()
                || matches!(facet.kind, FacetKind::Custom(_))
                || listed(facet).is_some();
        }
        // The sort is stable: unlisted facets keep their usual order after the listed ones.
        let place = |facet: &Facet| (!facet.shown, listed(facet).unwrap_or(usize::MAX));
        order::sort(&mut facets, |one, other| place(one).cmp(&place(other)));
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

    /// What a parameter of an address and its value stand for: a value of a facet, or a parent and
    /// so any of its children.
    ///
    /// Both are taken leniently: in any case, and a name in place of its slug.
    pub fn meaning(&self, parameter: &str, value: &str) -> Option<Meaning<'_>> {
        let found = self.meaning_in(parameter, value);
        found.or_else(|| self.meaning_in(&slug(parameter), value))
    }

    fn meaning_in(&self, parameter: &str, value: &str) -> Option<Meaning<'_>> {
        let owner = if parameter == REGION {
            "country"
        } else {
            parameter
        };
        let at = self.position(owner)?;
        let facet = self.facets.get(at)?;
        if parameter == facet.key
            && let Some(position) = facet.position(value)
            && let Some(value) = facet.values.get(position as usize)
        {
            return Some(Meaning {
                facet: at,
                parameter: &facet.key,
                key: &value.key,
                name: &value.name,
                values: vec![position],
            });
        }
        let parent = facet.parent(parameter, value);
        let parent = parent.or_else(|| facet.parent(parameter, &slug(value)))?;
        Some(Meaning {
            facet: at,
            parameter: &parent.parameter,
            key: &parent.key,
            name: &parent.name,
            values: parent.children.clone(),
        })
    }
}

/// Interns the values of one facet, record by record.
#[derive(Default)]
struct FacetBuilder {
    place_names: PlaceNames,
    values: Vec<FacetValue>,
    by_identity: Names,
    /// Names met before, so that each is made a slug once.
    by_name: Names,
    /// The values of every record, one record after the other.
    stated: Vec<u32>,
    /// Where each finished record ends in `stated`.
    record_ends: Vec<usize>,
}

impl FacetBuilder {
    /// Adds all that a project states of a built-in facet to the current record.
    fn add_all(&mut self, kind: &FacetKind, project: &Project) {
        match kind {
            FacetKind::Country => {
                for mention in &project.countries {
                    self.add_country(mention);
                }
            }
            FacetKind::Donor => self.add_organisations(&project.donors),
            FacetKind::Implementing => self.add_organisations(&project.implementing),
            FacetKind::Partner => self.add_organisations(&project.partners),
            FacetKind::Theme => {
                for theme in &project.themes {
                    self.add(theme, None);
                }
            }
            FacetKind::Custom(_) => {}
        }
    }

    fn add_organisations(&mut self, organisations: &[Organisation]) {
        for organisation in organisations {
            self.add(&organisation.name, organisation.acronym.as_deref());
        }
    }

    /// Adds a value to the current record. Names with one slug are one value.
    fn add(&mut self, name: &str, acronym: Option<&str>) {
        let position = match self.by_name.get(name) {
            Some(position) => position,
            None if name.trim().is_empty() => return,
            None => {
                let position = self.intern(identity(name), name, false);
                self.by_name.insert(name, position);
                self.add_other_name(position, name);
                position
            }
        };
        if let Some(value) = self.values.get_mut(position as usize)
            && value.acronym.is_none()
        {
            value.acronym = acronym.map(str::to_owned);
        }
        self.stated.push(position);
    }

    /// Adds a country to the current record, under every name it is known by.
    fn add_country(&mut self, mention: &CountryMention) {
        let code = mention.code.as_str();
        let mentioned = mention.name.as_deref();
        let position = if let Some(position) = self.by_name.get(code) {
            position
        } else {
            let name = (self.place_names.country)(mention.code)
                .or(mentioned)
                .unwrap_or(code);
            let position = self.intern(code.to_owned(), name, true);
            self.by_name.insert(code, position);
            if let Some(english) = country::name(mention.code) {
                self.add_other_name(position, english);
            }
            for other in country::other_names(mention.code) {
                self.add_other_name(position, other);
            }
            self.add_other_name(position, code);
            position
        };
        if let Some(mentioned) = mentioned {
            self.add_other_name(position, mentioned);
        }
        self.stated.push(position);
    }

    fn add_other_name(&mut self, position: u32, name: &str) {
        if let Some(value) = self.values.get_mut(position as usize)
            && value.name != name
            && !value.other_names.iter().any(|other| other == name)
        {
            value.other_names.push(name.to_owned());
        }
    }

    /// The position of a value in `values`, which grows at need.
    fn intern(&mut self, identity: String, name: &str, is_key: bool) -> u32 {
        if let Some(position) = self.by_identity.get(&identity) {
            return position;
        }
        let position = self.values.len() as u32;
        self.by_identity.insert(&identity, position);
        let key = if is_key { identity } else { slug(name) };
        self.values.push(FacetValue::new(key, name));
        position
    }

    fn end_record(&mut self) {
        self.record_ends.push(self.stated.len());
    }

    /// The finished records' values, each once.
    fn records(&self) -> Vec<Vec<u32>> {
        let mut begin = 0;
        let records = self.record_ends.iter().map(|&end| {
            let mut record = self.stated.get(begin..end).unwrap_or_default().to_vec();
            begin = end;
            order::sort_distinct(&mut record);
            record
        });
        records.collect()
    }

    fn finish(self, key: String, kind: FacetKind) -> Facet {
        let mut records = self.records();
        let mut values = self.values;
        let mut taken = Names::default();
        taken.insert(NOT_STATED, 0);
        let parents = find_parents(&key, &kind, &mut values, &mut taken, self.place_names);
        for value in &mut values {
            value.key = unique(std::mem::take(&mut value.key), "value", &mut taken);
        }
        if records.iter().any(Vec::is_empty) {
            let not_stated = values.len() as u32;
            values.push(FacetValue::new(NOT_STATED.to_owned(), ""));
            for record in records.iter_mut().filter(|record| record.is_empty()) {
                record.push(not_stated);
            }
        }
        for &value in records.iter().flatten() {
            if let Some(value) = values.get_mut(value as usize) {
                value.total += 1;
            }
        }
        // Values move to the order they are shown in, and records follow them.
        let keys: Vec<_> = values
            .iter()
            .map(|value| {
                (
                    value.key == NOT_STATED,
                    u32::MAX - value.total,
                    sort_key(&value.name),
                    value.key.clone(),
                )
            })
            .collect();
        let mut order: Vec<(u32, FacetValue)> = (0u32..).zip(values).collect();
        order::sort(&mut order, |one, other| {
            keys.get(one.0 as usize).cmp(&keys.get(other.0 as usize))
        });
        let mut moved_to = vec![0; order.len()];
        for (position, (was, _)) in (0u32..).zip(&order) {
            if let Some(moved) = moved_to.get_mut(*was as usize) {
                *moved = position;
            }
        }
        for value in records.iter_mut().flatten() {
            *value = moved_to.get(*value as usize).copied().unwrap_or(*value);
        }
        let column = Column::new(order.len(), records.iter().map(Vec::as_slice));
        let values: Vec<FacetValue> = order.into_iter().map(|(_, value)| value).collect();
        Facet::new(key, kind, values, column, parents)
    }
}

impl FacetValue {
    fn new(key: String, name: &str) -> Self {
        Self {
            key,
            name: name.to_owned(),
            acronym: None,
            other_names: Vec::new(),
            parent: None,
            total: 0,
        }
    }
}

/// Every custom field by its label as first met, in the order they first appear.
fn custom_fields(projects: &[Project]) -> Vec<(&str, FacetBuilder)> {
    let mut fields: Vec<(&str, FacetBuilder)> = Vec::new();
    let (mut by_identity, mut by_name) = (Names::default(), Names::default());
    for (record, project) in projects.iter().enumerate() {
        for field in &project.fields {
            let name = field.name.as_str();
            let at = by_name.get(name).unwrap_or_else(|| {
                let identity = identity(name);
                let at = by_identity.get(&identity).unwrap_or_else(|| {
                    let at = fields.len() as u32;
                    by_identity.insert(&identity, at);
                    // Those before it state nothing of a field that first appears here.
                    let builder = FacetBuilder {
                        record_ends: vec![0; record],
                        ..FacetBuilder::default()
                    };
                    fields.push((name, builder));
                    at
                });
                by_name.insert(name, at);
                at
            });
            if let Some((_, builder)) = fields.get_mut(at as usize) {
                for value in &field.values {
                    builder.add(value, None);
                }
            }
        }
        for (_, builder) in &mut fields {
            builder.end_record();
        }
    }
    fields
}

/// What makes two names one: their slug, or the name itself where it has no letter or digit.
pub(crate) fn identity(name: &str) -> String {
    match slug(name) {
        empty if empty.is_empty() => name.trim().to_owned(),
        slug => slug,
    }
}

/// A key nobody has yet: the slug itself, or with a number behind it.
pub(super) fn unique(slug: String, fallback: &str, taken: &mut Names) -> String {
    let base = if slug.is_empty() {
        fallback.to_owned()
    } else {
        slug
    };
    let mut key = base.clone();
    let mut number = 2;
    while !taken.insert(&key, 0) {
        key = format!("{base}-{number}");
        number += 1;
    }
    key
}
