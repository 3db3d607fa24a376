use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use leptos::prelude::untrack;

/// Values of a project in their order, but those that are selected first: if a result shows only some of
/// its values, these say why it is one. `name` gives the key or name of a value. Untracked, because
/// results are drawn again when the selection changes.
pub(crate) fn selected_first<'a, T>(
    atlas: Atlas,
    facet: &FacetKey,
    values: &'a [T],
    name: fn(&T) -> &str,
) -> Vec<&'a T> {
    let (explorer, query) = (atlas.explorer(), untrack(|| atlas.query()));
    let included = explorer.included(&query, facet);
    let index = explorer.facets().facet(facet);
    let is_included = |value: &&T| {
        let position = index.and_then(|facet| facet.position(name(value)));
        position.is_some_and(|position| included.binary_search(&position).is_ok())
    };
    if included.is_empty() {
        return values.iter().collect();
    }
    let (mut first, others): (Vec<&T>, Vec<&T>) = values.iter().partition(is_included);
    first.extend(others);
    first
}
