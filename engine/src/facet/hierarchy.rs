//! Values within values: countries in their region, a field's values in their group.

use super::{Column, FacetKind, FacetValue, Groups, group_totals};
use crate::country::{self, CountryCode, PlaceNames};
use crate::keys::UniqueKeys;
use crate::names::Names;
use crate::sort;
use crate::text::{slug, sort_key};

/// The address parameter that takes the regions of countries.
pub(crate) const REGION: &str = "region";

/// A value that stands for several values of its facet, its children: whoever has one of them has
/// it, and has it once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parent {
    /// The key in addresses: a slug. No value of the facet has it.
    pub key: String,
    /// The name to show.
    pub name: String,
    /// The address parameter that takes the key: `region`, or the facet's own key.
    pub parameter: String,
    /// Its children, by position in [`super::Facet::values`], ascending.
    pub children: Vec<u32>,
    /// How many projects have any of them when nothing is selected.
    pub total: u32,
}

impl Parent {
    /// A parent that has no children yet; [`super::Facet::new`] finds them.
    pub fn new(key: String, name: String, parameter: String) -> Self {
        Self {
            key,
            name,
            parameter,
            children: Vec::new(),
            total: 0,
        }
    }
}

/// Finds the parents of a facet's values and tells each value its own. The keys of the parents are
/// taken before those of the values.
pub(super) fn find_parents(
    key: &str,
    kind: &FacetKind,
    values: &mut [FacetValue],
    taken: &mut UniqueKeys,
    place_names: PlaceNames,
) -> Vec<Parent> {
    let mut parents = Vec::new();
    let mut known = Names::default();
    for value in &mut *values {
        match kind {
            FacetKind::Country => {
                let code = CountryCode::parse(&value.key);
                if let Some(region) = code.and_then(country::region) {
                    let parent = Parent::new(
                        region.slug().to_owned(),
                        (place_names.region)(region).to_owned(),
                        REGION.to_owned(),
                    );
                    value.parent = Some(intern(region.slug(), parent, &mut known, &mut parents));
                }
            }
            FacetKind::Custom(_) => {
                let Some((group, within)) = parted(&value.name) else {
                    continue;
                };
                let within = within.to_owned();
                let identity = slug(group);
                if identity.is_empty() {
                    continue;
                }
                let at = known.get(&identity).unwrap_or_else(|| {
                    let parent_key = taken.unique(identity.clone());
                    let parent = Parent::new(parent_key, group.to_owned(), key.to_owned());
                    intern(&identity, parent, &mut known, &mut parents)
                });
                value.parent = Some(at);
                let whole = std::mem::replace(&mut value.name, within);
                value.aliases.push(whole);
            }
            _ => return parents,
        }
    }
    if matches!(kind, FacetKind::Custom(_)) && !parents.is_empty() {
        // Who states the group alone, and nothing within it, has a part in it too.
        for value in values.iter_mut().filter(|value| value.parent.is_none()) {
            value.parent = known.get(&value.key);
        }
    }
    parents
}

/// The group and what stands within it: “Health > Vaccination”. The sign has a space on either
/// side; “Income >50%” is no group.
fn parted(name: &str) -> Option<(&str, &str)> {
    let bytes = name.as_bytes();
    let at = bytes.windows(3).position(|three| three == b" > ")?;
    let (group, within) = (name.get(..at)?.trim(), name.get(at + 3..)?.trim());
    (!within.is_empty()).then_some((group, within))
}

/// The position of a parent, which is added where it is new.
fn intern(identity: &str, parent: Parent, known: &mut Names, parents: &mut Vec<Parent>) -> u32 {
    known.get(identity).unwrap_or_else(|| {
        let at = parents.len() as u32;
        known.insert(identity, at);
        parents.push(parent);
        at
    })
}

/// Brings the parents into the order they are shown in, most projects first, then by name; links
/// values to parents and parents to values, and gives the records of each parent.
pub(super) fn link_parents(
    parents: &mut Vec<Parent>,
    values: &mut [FacetValue],
    column: &Column,
) -> Groups {
    let group_of = |values: &[FacetValue]| -> Vec<Option<u32>> {
        values.iter().map(|value| value.parent).collect()
    };
    let totals = group_totals(column, &group_of(values), parents.len());
    let mut keys = Vec::with_capacity(parents.len());
    for (parent, total) in parents.iter_mut().zip(totals) {
        parent.total = total;
        keys.push((u32::MAX - total, sort_key(&parent.name)));
    }
    let mut order: Vec<u32> = (0..parents.len() as u32).collect();
    sort::sort_by_keys(&mut order, &keys);
    let mut moved_to = vec![0; order.len()];
    for (position, &was) in (0u32..).zip(&order) {
        if let Some(moved) = moved_to.get_mut(was as usize) {
            *moved = position;
        }
    }
    let take = |&was: &u32| parents.get_mut(was as usize).map(std::mem::take);
    *parents = order.iter().filter_map(take).collect();
    for (position, value) in (0u32..).zip(&mut *values) {
        value.parent = value
            .parent
            .and_then(|was| moved_to.get(was as usize).copied());
        let parent = value.parent.and_then(|at| parents.get_mut(at as usize));
        if let Some(parent) = parent {
            parent.children.push(position);
        }
    }
    Groups::new(column, &group_of(values), parents.len())
}
