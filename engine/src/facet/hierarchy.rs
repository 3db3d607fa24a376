//! Values within parents: countries in their region, a field's values in their group.

use crate::country::{self, CountryCode};
use crate::facet::value::{FacetValue, Parent};
use crate::facet_key::{FacetKey, FacetKind};
use crate::keys::UniqueKeys;
use crate::place_names::PlaceNames;
use crate::sort;
use crate::string_table::StringTable;
use crate::text::{slug, sort_key};
use atlas_counting::{Column, Groups, group_totals};

/// Finds the parents of a facet's values and links them. Parents take their keys before values do.
pub(super) fn find_parents(
    key: &FacetKey,
    kind: &FacetKind,
    values: &mut [FacetValue],
    taken: &mut UniqueKeys,
    place_names: PlaceNames,
) -> Vec<Parent> {
    let mut parents = Vec::new();
    let mut known = StringTable::default();
    for value in &mut *values {
        match kind {
            FacetKind::Country => {
                let code = CountryCode::parse(&value.key);
                if let Some(region) = code.and_then(country::region) {
                    let parent = Parent::new(
                        region.slug().to_owned(),
                        (place_names.region)(region).to_owned(),
                        FacetKey::REGION,
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
                    let parent = Parent::new(parent_key, group.to_owned(), key.clone());
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
        // A project that states only the group, and no value within it, also counts in the group.
        for value in values.iter_mut().filter(|value| value.parent.is_none()) {
            value.parent = known.get(&value.key);
        }
    }
    parents
}

/// Splits a group from the value within it: “Health > Vaccination”. The sign must have a space on each
/// side; “Income >50%” is not a group.
fn parted(name: &str) -> Option<(&str, &str)> {
    let bytes = name.as_bytes();
    let at = bytes.windows(3).position(|three| three == b" > ")?;
    let (group, within) = (name.get(..at)?.trim(), name.get(at + 3..)?.trim());
    (!within.is_empty()).then_some((group, within))
}

fn intern(
    identity: &str,
    parent: Parent,
    known: &mut StringTable,
    parents: &mut Vec<Parent>,
) -> u32 {
    known.get(identity).unwrap_or_else(|| {
        let at = parents.len() as u32;
        known.insert(identity, at);
        parents.push(parent);
        at
    })
}

/// Puts the parents into display order (most projects first, then by name), links values and parents to
/// each other, and returns the records of each parent.
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
    let mut left: Vec<_> = std::mem::take(parents).into_iter().map(Some).collect();
    let take = |&was: &u32| left.get_mut(was as usize)?.take();
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
