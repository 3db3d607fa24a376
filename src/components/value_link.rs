use crate::components::plain_click::on_plain_click;
use crate::dom::dynamic::flag;
use crate::dom::element::{Element, el};
use crate::host::{History, address, focus, page};
use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use atlas_engine::query::Query;

/// A facet value as a link without content, whose plain click filters the results by it; without a link,
/// if the facet is not shown.
pub(crate) fn value_link(atlas: Atlas, facet: &FacetKey, name: &str) -> Element {
    let Some(key) = atlas.value_key(facet, name) else {
        return el("span").class("value");
    };
    let mut alone = Query::default();
    alone.choose(facet, &key, false);
    let link = el("a")
        .class("value value-link")
        .attr("href", address::absolute(&alone));
    let (facet, selected) = (facet.clone(), (facet.clone(), key.clone()));
    let is_selected = flag(move || atlas.query().has(&selected.0, &selected.1));
    let link = link
        .class_if("value--selected", is_selected)
        .attr("aria-current", is_selected);
    on_plain_click(link, move || {
        let explorer = atlas.explorer();
        atlas.change(History::Push, |query| {
            explorer.choose_instead(query, &facet, &key);
            query.project.clear();
        });
        focus::focus_soon(&[page::RESULTS]);
    })
}
