//! Where and when: the map and the timeline, beside or above the results. The code and data of both are
//! loaded once the page is drawn, and only if they are shown.

use crate::components::lazy::{deferred, failed};
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::filters::timeline::timeline;
use crate::host::resource::Load;
use crate::host::{is_interactive, page, storage};
use crate::i18n::Message;
use crate::map::map_resources::{fetch_world_again, world};
use crate::map::view::{drawn_map, map_notes};
use crate::state::Atlas;
use atlas_engine::facet::FacetKind;
use atlas_engine::portfolio::Overview;
use leptos::prelude::*;

/// Where the visitor's choice is stored.
const CHOICE: &str = "atlas-overview";

/// In narrower pages, in CSS pixels, the overview is hidden until a visitor asks for it, unless the
/// portfolio states otherwise. The style sheet of prerendered pages has the same limit.
const MIN_WIDTH: i32 = 640;

fn has_map(atlas: Atlas) -> bool {
    let explorer = atlas.explorer();
    let mut facets = explorer.facets().facets.iter();
    let countries = facets.find(|facet| facet.kind == FacetKind::Country);
    countries.is_some_and(|facet| facet.stated().next().is_some())
}

fn has_years(atlas: Atlas) -> bool {
    atlas.explorer().facets().years.bounds().is_some()
}

/// Whether any project states a country or a date.
pub(crate) fn has_overview(atlas: Atlas) -> bool {
    has_map(atlas) || has_years(atlas)
}

pub(crate) fn overview(atlas: Atlas) -> Option<Element> {
    if !has_overview(atlas) {
        return None;
    }
    let chosen = storage::recall(CHOICE).and_then(|name| Overview::parse(&name));
    let stated = atlas.explorer().portfolio().overview;
    let shown = RwSignal::new(match chosen.or(stated) {
        Some(overview) => overview == Overview::Shown,
        None => !is_interactive() || page::width() >= MIN_WIDTH,
    });
    let toggle = el("button")
        .attr("type", "button")
        .class("overview__toggle")
        .attr("aria-expanded", text(move || shown.get().to_string()))
        .attr("aria-controls", "overview")
        .on("click", move |_| {
            shown.update(|shown| *shown = !*shown);
            let choice = if shown.get_untracked() {
                Overview::Shown
            } else {
                Overview::Hidden
            };
            storage::remember(CHOICE, choice.name());
        })
        .child(Message::MapAndTimeline);
    let content = dynamic(move || {
        if !shown.get() {
            return None;
        }
        let parts = [
            has_map(atlas).then(|| map_panel(atlas)),
            has_years(atlas).then(|| deferred_timeline(atlas)),
        ];
        let parts: Vec<Element> = parts.into_iter().flatten().collect();
        Some(el("div").class("overview__parts").child(parts).finish())
    });
    let content = el("div")
        .attr("id", "overview")
        .attr("tabindex", "-1")
        .class("overview__content")
        .attr("hidden", flag(move || !shown.get()))
        .child(content);
    let overview = el("section")
        .class("overview")
        .class_if(
            "overview--prerendered",
            !is_interactive() && stated.is_none(),
        )
        .attr("aria-label", Message::MapAndTimeline)
        .child(toggle)
        .child(content);
    Some(overview)
}

fn deferred_timeline(atlas: Atlas) -> Element {
    el("div")
        .class("overview__timeline")
        .child(deferred(atlas, timeline, |_| true))
}

/// The map with its notes.
fn map_panel(atlas: Atlas) -> Element {
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
    let notes = dynamic(move || match world() {
        Load::Ready(world) => Some(map_notes(atlas, &world.0)),
        _ => None,
    });
    let foot = el("div").class("map__footer").child(notes);
    el("section")
        .class("map")
        .attr("part", "map")
        .attr("aria-label", Message::Map)
        .child(content)
        .child(foot)
}
