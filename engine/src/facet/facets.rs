use crate::country;
use crate::facet::hierarchy::{find_parents, link_parents};
use crate::facet::value::{FacetValue, NOT_STATED, Parent};
use crate::facet_key::{FacetKey, FacetKind};
use crate::keys::UniqueKeys;
use crate::place_names::PlaceNames;
use crate::portfolio::{CountryMention, Organisation, Portfolio, Project};
use crate::sort;
use crate::string_table::StringTable;
use crate::text::{slug, sort_key};
use atlas_counting::{Column, ColumnBuilder, Groups, YearSpans};
use std::borrow::Cow;

/// One facet: its values in display order, and which records have them.
#[derive(Clone, Debug)]
pub struct Facet {
    /// The key in addresses, unique within a portfolio.
    pub key: FacetKey,
    /// What the facet is about.
    pub kind: FacetKind,
    /// Its values: most projects first, then by name; “not stated” last. The order never changes.
    pub values: Vec<FacetValue>,
    /// The values of each record, as positions in `values`.
    pub column: Column,
    /// The parents of its values, if any: most projects first, then by name.
    pub parents: Vec<Parent>,
    /// The records of each parent.
    pub groups: Groups,
    /// Whether the publisher wants it shown.
    pub shown: bool,
    positions: StringTable,
    parent_positions: StringTable,
}

/// One choice of a query, found in a portfolio: a value of a facet, or a parent of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedChoice<'a> {
    /// The facet, as a position in [`FacetIndex::facets`].
    pub facet: usize,
    /// Its parameter in addresses.
    pub parameter: &'a FacetKey,
    /// Its key in addresses.
    pub key: &'a str,
    /// Its name; empty for “not stated”.
    pub name: &'a str,
    /// The value itself, or the children of a parent, as positions in [`Facet::values`].
    pub values: Cow<'a, [u32]>,
}

impl Facet {
    /// Creates a shown facet from values in display order, a column of positions, and parents.
    pub fn new(
        key: FacetKey,
        kind: FacetKind,
        mut values: Vec<FacetValue>,
        column: Column,
        mut parents: Vec<Parent>,
    ) -> Self {
        let groups = link_parents(&mut parents, &mut values, &column);
        let mut positions = StringTable::default();
        for (position, value) in (0u32..).zip(&values) {
            positions.insert(&value.key, position);
        }
        let mut parent_positions = StringTable::default();
        for (position, parent) in (0u32..).zip(&parents) {
            parent_positions.insert(&parent.key, position);
        }
        Self {
            groups,
            positions,
            parent_positions,
            key,
            kind,
            values,
            column,
            parents,
            shown: true,
        }
    }

    /// Returns the values that some project states: all but “not stated”.
    pub fn stated(&self) -> impl Iterator<Item = &FacetValue> {
        self.values.iter().filter(|value| value.key != NOT_STATED)
    }

    fn parent(&self, parameter: &FacetKey, key: &str) -> Option<&Parent> {
        self.parents
            .get(self.parent_position(parameter, key)? as usize)
    }

    /// Returns the position in [`Facet::parents`] of what an address parameter and its key name.
    pub fn parent_position(&self, parameter: &FacetKey, key: &str) -> Option<u32> {
        let at = self.parent_positions.get(key)?;
        let parent = self.parents.get(at as usize)?;
        (parent.parameter == *parameter).then_some(at)
    }

    /// Returns the position in [`Facet::values`] of the value that `key` names. Matching is lenient:
    /// country codes in any case, and names instead of slugs.
    pub fn position(&self, key: &str) -> Option<u32> {
        let positions = &self.positions;
        positions.get(key).or_else(|| match self.kind {
            FacetKind::Country => positions.get(&key.to_ascii_uppercase()),
            _ => positions.get(&slug(key)),
        })
    }
}

/// The facets of a portfolio, ready for counting.
#[derive(Clone, Debug)]
pub struct FacetIndex {
    /// Every facet: first those that the publisher lists, in order, then custom fields, then the rest.
    pub facets: Vec<Facet>,
    /// When each record ran.
    pub years: YearSpans,
    /// The number of records.
    pub records: usize,
    positions: StringTable,
}

impl FacetIndex {
    /// Indexes a portfolio, in time linear in its size.
    pub fn new(portfolio: &Portfolio) -> Self {
        Self::in_language(portfolio, PlaceNames::default())
    }

    /// Like [`FacetIndex::new`], with countries and regions named in a language.
    pub fn in_language(portfolio: &Portfolio, names: PlaceNames) -> Self {
        let mut indexing = FacetIndexing::new(names);
        while indexing.step(portfolio, usize::MAX) {}
        indexing.finish(portfolio)
    }

    /// Creates an index of these facets, which are in display order.
    pub fn of_facets(facets: Vec<Facet>, years: YearSpans, records: usize) -> Self {
        let mut positions = StringTable::default();
        for (position, facet) in (0u32..).zip(&facets) {
            positions.insert(facet.key.as_str(), position);
        }
        Self {
            facets,
            years,
            records,
            positions,
        }
    }

    /// Returns the position of the facet with this key.
    pub fn position(&self, key: &FacetKey) -> Option<usize> {
        Some(self.positions.get(key.as_str())? as usize)
    }

    /// Returns the facet with this key.
    pub fn facet(&self, key: &FacetKey) -> Option<&Facet> {
        self.facets.get(self.position(key)?)
    }

    /// Returns the position of the facet that an address parameter names: by its own key, or by that of its
    /// parents. Matching is lenient, as in [`FacetIndex::resolve`].
    pub(crate) fn resolve_facet(&self, parameter: &FacetKey) -> Option<usize> {
        let found = self.position(&parameter.facet());
        found.or_else(|| self.position(&FacetKey::new(&slug(parameter.as_str()))?.facet()))
    }

    /// Returns whether an address parameter names a facet, or parents of its values.
    pub fn knows(&self, parameter: &FacetKey) -> bool {
        let facet = self.facet(&parameter.facet());
        facet.is_some_and(|facet| facet.key == *parameter || !facet.parents.is_empty())
    }

    /// Finds what an address parameter and its value name: a value of a facet, or a parent and so any of
    /// its children; `None` if the portfolio does not have it. Matching is lenient: in any case, and
    /// names instead of slugs.
    pub fn resolve(&self, parameter: &FacetKey, value: &str) -> Option<ResolvedChoice<'_>> {
        let found = self.resolve_in(parameter, value);
        found.or_else(|| self.resolve_in(&FacetKey::new(&slug(parameter.as_str()))?, value))
    }

    fn resolve_in(&self, parameter: &FacetKey, value: &str) -> Option<ResolvedChoice<'_>> {
        let at = self.position(&parameter.facet())?;
        let facet = self.facets.get(at)?;
        if *parameter == facet.key
            && let Some(position) = facet.position(value)
            && let Some(value) = facet.values.get(position as usize)
        {
            return Some(ResolvedChoice {
                facet: at,
                parameter: &facet.key,
                key: &value.key,
                name: &value.name,
                values: Cow::Owned(vec![position]),
            });
        }
        let parent = facet.parent(parameter, value);
        let parent = parent.or_else(|| facet.parent(parameter, &slug(value)))?;
        Some(ResolvedChoice {
            facet: at,
            parameter: &parent.parameter,
            key: &parent.key,
            name: &parent.name,
            values: Cow::Borrowed(&parent.children),
        })
    }
}

/// An index built step by step, so that a page can respond in between; see [`FacetIndex::in_language`].
#[derive(Debug, Default)]
pub struct FacetIndexing {
    built_in: Vec<(FacetKind, FacetBuilder)>,
    custom: CustomFields,
    read: usize,
    finished: Vec<Facet>,
    keys: UniqueKeys,
    /// Builders left to finish, in reverse order.
    left: Option<Vec<(FacetKind, FacetBuilder)>>,
}

impl FacetIndexing {
    /// Starts an index with countries and regions named in a language.
    pub fn new(names: PlaceNames) -> Self {
        let builder = |kind| {
            let builder = FacetBuilder {
                place_names: names,
                ..FacetBuilder::default()
            };
            (kind, builder)
        };
        Self {
            built_in: FacetKind::BUILT_IN.map(builder).into(),
            ..Self::default()
        }
    }

    /// Reads up to `projects` more projects or, once all are read, finishes one facet. Pass the same
    /// portfolio each time. Returns whether anything is left to do.
    pub fn step(&mut self, portfolio: &Portfolio, projects: usize) -> bool {
        if self.read < portfolio.projects.len() {
            let further = portfolio.projects.iter().skip(self.read).take(projects);
            for project in further {
                let record = self.read as u32;
                for (kind, builder) in &mut self.built_in {
                    builder.add_all(kind, project, record);
                }
                self.custom.add(project, record);
                self.read += 1;
            }
            return true;
        }
        let left = self.left.get_or_insert_with(|| {
            let custom = std::mem::take(&mut self.custom.fields);
            let custom = custom
                .into_iter()
                .map(|(name, builder)| (FacetKind::Custom(name), builder));
            let mut all = std::mem::take(&mut self.built_in);
            // If no project states a status, a custom field may have its key.
            all.retain(|(kind, builder)| *kind != FacetKind::Status || builder.column.stated() > 0);
            let built_in = all.iter().filter_map(|(kind, _)| kind.key());
            for key in built_in.chain([FacetKey::REGION]) {
                self.keys.take(key.as_str());
            }
            all.extend(custom);
            all.reverse();
            all
        });
        let Some((kind, builder)) = left.pop() else {
            return false;
        };
        let keys = &mut self.keys;
        let key = kind.key().unwrap_or_else(|| custom_key(&kind, keys));
        let facet = builder.finish(key, kind, self.read);
        self.finished.push(facet);
        true
    }

    /// Returns the index of all projects read.
    pub fn finish(self, portfolio: &Portfolio) -> FacetIndex {
        let mut listed = StringTable::default();
        for (position, key) in (0u32..).zip(&portfolio.facets) {
            listed.insert(&slug(key), position);
        }
        let mut facets = self.finished;
        let mut places = Vec::with_capacity(facets.len());
        for facet in &mut facets {
            // A custom field may be listed by its label, even if its key had to change.
            let by_label = match &facet.kind {
                FacetKind::Custom(name) => listed.get(&slug(name)),
                _ => None,
            };
            let by_key = listed.get(facet.key.as_str());
            let place = by_key.into_iter().chain(by_label).min();
            facet.shown = portfolio.facets.is_empty() || place.is_some();
            places.push((!facet.shown, place.unwrap_or(u32::MAX)));
        }
        // The sort is stable: unlisted facets keep their usual order after the listed ones.
        let mut facets: Vec<_> = places.into_iter().zip(facets).collect();
        sort::sort(&mut facets, |one, other| one.0.cmp(&other.0));
        let facets = facets.into_iter().map(|(_, facet)| facet).collect();
        let last = portfolio.last_year();
        let years = portfolio.projects.iter().map(|it| it.years(last));
        FacetIndex::of_facets(facets, YearSpans::new(years), portfolio.projects.len())
    }
}

/// Returns a key that no other facet has, made of the field's label.
fn custom_key(kind: &FacetKind, keys: &mut UniqueKeys) -> FacetKey {
    let label = match kind {
        FacetKind::Custom(label) => label,
        _ => "",
    };
    // Few slugs mean something else in an address, and none of them does with a number after it.
    loop {
        if let Some(key) = FacetKey::new(&keys.unique_or(slug(label), "field")) {
            return key;
        }
    }
}

#[derive(Debug, Default)]
struct FacetBuilder {
    place_names: PlaceNames,
    values: Vec<FacetValue>,
    by_identity: StringTable,
    /// Names seen before, so that each is made into a slug only once.
    by_name: StringTable,
    /// The aliases of all values, each after the position of its value.
    aliases: StringTable,
    column: ColumnBuilder,
}

impl FacetBuilder {
    fn add_all(&mut self, kind: &FacetKind, project: &Project, record: u32) {
        match kind {
            FacetKind::Country => {
                for mention in &project.countries {
                    self.add_country(mention, record);
                }
            }
            FacetKind::Donor => self.add_organisations(&project.donors, record),
            FacetKind::Implementing => self.add_organisations(&project.implementing, record),
            FacetKind::Partner => self.add_organisations(&project.partners, record),
            FacetKind::Theme => {
                for theme in &project.themes {
                    self.add(theme, None, record);
                }
            }
            FacetKind::Status => {
                if let Some(status) = project.status {
                    let name = (self.place_names.status)(status);
                    let position = self.intern(status.key().to_owned(), name, true);
                    self.column.add(record, position);
                }
            }
            FacetKind::Custom(_) => {}
        }
    }

    fn add_organisations(&mut self, organisations: &[Organisation], record: u32) {
        for organisation in organisations {
            self.add(&organisation.name, organisation.acronym.as_deref(), record);
        }
    }

    /// Adds a value to a record. Names with the same slug are one value.
    fn add(&mut self, name: &str, acronym: Option<&str>, record: u32) {
        let position = match self.by_name.get(name) {
            Some(position) => position,
            None if name.trim().is_empty() => return,
            None => {
                let position = self.intern(identity(name), name, false);
                self.by_name.insert(name, position);
                self.add_alias(position, name);
                position
            }
        };
        if let Some(value) = self.values.get_mut(position as usize)
            && value.acronym.is_none()
        {
            value.acronym = acronym.map(str::to_owned);
        }
        self.column.add(record, position);
    }

    fn add_country(&mut self, mention: &CountryMention, record: u32) {
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
                self.add_alias(position, english);
            }
            for other in country::aliases(mention.code) {
                self.add_alias(position, other);
            }
            self.add_alias(position, code);
            position
        };
        if let Some(mentioned) = mentioned {
            self.add_alias(position, mentioned);
        }
        self.column.add(record, position);
    }

    fn add_alias(&mut self, position: u32, name: &str) {
        let Some(value) = self.values.get_mut(position as usize) else {
            return;
        };
        if value.name == name {
            return;
        }
        // A position contains no NUL, so that no two pairs make the same text.
        let alias = [&position.to_string(), "\0", name].concat();
        if self.aliases.insert(&alias, 0) {
            value.aliases.push(name.to_owned());
        }
    }

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

    fn finish(self, key: FacetKey, kind: FacetKind, record_count: usize) -> Facet {
        let mut values = self.values;
        let mut taken = UniqueKeys::default();
        taken.take(NOT_STATED);
        let parents = find_parents(&key, &kind, &mut values, &mut taken, self.place_names);
        for value in &mut values {
            value.key = taken.unique_or(std::mem::take(&mut value.key), "value");
        }
        let totals = self.column.totals(values.len());
        for (value, total) in values.iter_mut().zip(totals) {
            value.total = total;
        }
        let stated = self.column.stated();
        if stated < record_count {
            let mut not_stated = FacetValue::new(NOT_STATED.to_owned(), "");
            not_stated.total = (record_count - stated) as u32;
            values.push(not_stated);
        }
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
        sort::sort(&mut order, |one, other| {
            keys.get(one.0 as usize).cmp(&keys.get(other.0 as usize))
        });
        let mut moved_to = vec![0; order.len()];
        for (position, (was, _)) in (0u32..).zip(&order) {
            if let Some(moved) = moved_to.get_mut(*was as usize) {
                *moved = position;
            }
        }
        let values: Vec<FacetValue> = order.into_iter().map(|(_, value)| value).collect();
        let last = values.len().checked_sub(1).map(|last| last as u32);
        let unstated = last.filter(|_| stated < record_count);
        let column = self
            .column
            .finish(record_count, values.len(), &moved_to, unstated);
        Facet::new(key, kind, values, column, parents)
    }
}

impl FacetValue {
    fn new(key: String, name: &str) -> Self {
        Self {
            key,
            name: name.to_owned(),
            acronym: None,
            aliases: Vec::new(),
            parent: None,
            total: 0,
        }
    }
}

#[derive(Debug, Default)]
struct CustomFields {
    fields: Vec<(String, FacetBuilder)>,
    by_identity: StringTable,
    by_name: StringTable,
}

impl CustomFields {
    fn add(&mut self, project: &Project, record: u32) {
        for field in &project.fields {
            let at = self.position(&field.name);
            if let Some((_, builder)) = self.fields.get_mut(at as usize) {
                for value in &field.values {
                    builder.add(value, None, record);
                }
            }
        }
    }

    fn position(&mut self, name: &str) -> u32 {
        if let Some(at) = self.by_name.get(name) {
            return at;
        }
        let identity = identity(name);
        let at = self.by_identity.get(&identity).unwrap_or_else(|| {
            let at = self.fields.len() as u32;
            self.by_identity.insert(&identity, at);
            self.fields.push((name.to_owned(), FacetBuilder::default()));
            at
        });
        self.by_name.insert(name, at);
        at
    }
}

/// What identifies a name: its slug, or the name itself if it has no letter or digit.
pub(crate) fn identity(name: &str) -> String {
    match slug(name) {
        empty if empty.is_empty() => name.trim().to_owned(),
        slug => slug,
    }
}
