//! The placeholder of the map, which is loaded once the page is drawn.

use crate::components::lazy::failed;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::resource::Load;
use crate::i18n::Message;
use crate::map::map_resources::{fetch_world_again, world};
use crate::map::view::{drawn_map, map_alternatives};
use crate::state::Atlas;
use atlas_engine::facet::FacetKind;

/// The map with its notes; `None` if no project states a country.
pub(crate) fn map_panel(atlas: Atlas) -> Option<Element> {
    let explorer = atlas.explorer();
    let mut facets = explorer.facets().facets.iter();
    let countries = facets.find(|facet| facet.kind == FacetKind::Country)?;
    countries.stated().next()?;
    let content = dynamic(move || {
        let instead = match world() {
            Load::Ready(world) => return Some(drawn_map(atlas, world.0)),
            Load::Waiting => el("p").class("map__placeholder").child(Message::MapLoading),
            Load::Failed(why) => failed(
                "map__placeholder",
                Message::MapFailed,
                why,
                fetch_world_again,
            ),
        };
        // As high as the map will be, so that nothing moves when it arrives.
        Some(el("div").class("map__frame").child(instead).finish())
    });
    let disclaimer = el("details")
        .class("map__note")
        .child(el("summary").child(Message::Disclaimer))
        .child(el("p").child(Message::DisclaimerDetails));
    let alternatives = dynamic(move || match world() {
        Load::Ready(world) => Some(map_alternatives(atlas, world.0)),
        _ => None,
    });
    let foot = el("div")
        .class("map__footer")
        .child(disclaimer)
        .child(alternatives);
    let panel = el("section")
        .class("map")
        .attr("part", "map")
        .attr("aria-label", Message::Map)
        .child(content)
        .child(foot);
    Some(panel)
}
