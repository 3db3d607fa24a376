//! The facets: a column beside the results or, on a phone, a sheet over them.

use crate::components::lazy::lazy_further;
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::{Key, keyed_list};
use crate::dom::progressive_render::step;
use crate::filters::amounts::amounts;
use crate::filters::facet::facet_box;
use crate::filters::year_fields::year_range;
use crate::host::{focus, page, storage};
use crate::i18n::intl;
use crate::i18n::{self, Message, tr_with};
use crate::state::Atlas;
use atlas_engine::explorer::is_useful;
use atlas_engine::text::fold;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Whether any facet, or the years, can narrow the results.
pub(crate) fn has_filters(atlas: Atlas) -> bool {
    let explorer = atlas.explorer();
    let index = explorer.facets();
    index.facets.iter().any(is_useful)
        || index
            .years
            .bounds()
            .is_some_and(|(first, last)| first < last)
        || explorer.amounts().within(None).is_some()
}

/// Every facet that can narrow the results.
pub(crate) fn filters(atlas: Atlas, open: RwSignal<bool>) -> Option<Element> {
    if !has_filters(atlas) {
        return None;
    }
    let by_name = RwSignal::new(storage::recall(ORDER).as_deref() == Some(BY_NAME));
    let facets = useful_facets(atlas);
    let max = values_at_a_time(facets.len());
    let find = RwSignal::new(String::new());
    let finder = (facets.len() > MAX_FACETS).then(|| facet_finder(find, facets.len()));
    let facets: Vec<AnyView> = if facets.len() > MAX_FACETS {
        let open: Vec<usize> = facets.iter().copied().take(OPEN_FACETS).collect();
        let draw = move |at| {
            let at = at as usize;
            let facet = facet_box(atlas, at, by_name, max, open.contains(&at));
            facet.unwrap_or_else(|| el("div"))
        };
        let found = move || found_facets(atlas, &find.read());
        vec![step(move || Some(keyed_list(found, draw.clone())))]
    } else {
        let facets = facets.into_iter().enumerate();
        let drawn = |(place, at)| {
            let is_open = place < OPEN_FACETS;
            step(move || Some(facet_box(atlas, at, by_name, max, is_open)?.finish()))
        };
        facets.map(drawn).collect()
    };
    let close = move || {
        open.set(false);
        focus::focus_soon(&[".filters-button"]);
    };
    page::listen("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == "Escape" && open.get_untracked() {
            close();
        }
    });
    // A window with room for a column has no sheet, and no button to close it.
    page::listen("resize", move |_| {
        if open.get_untracked() && !page::is_shown_by(".filters-button") {
            open.set(false);
            focus::keep_focus();
        }
    });

    let head = el("div")
        .class("filters__header")
        .child(el("h2").child(Message::Filters))
        .child(
            el("button")
                .attr("type", "button")
                .class("filters__close button button--quiet")
                .attr("aria-label", Message::CloseFilters)
                .on("click", move |_| close())
                .child("×"),
        );
    let foot = el("div").class("filters__footer").child(
        el("button")
            .attr("type", "button")
            .class("button button--strong")
            .on("click", move |_| {
                open.set(false);
                focus::focus_soon(&[page::RESULTS]);
            })
            .child(text(move || {
                let projects = i18n::projects(atlas.shown());
                tr_with(Message::ShowResults, &[("projects", &projects)])
            })),
    );
    let sheet = el("aside")
        .attr("id", "filters")
        .attr("tabindex", "-1")
        .class("filters")
        .class_if("filters--open", open)
        .attr("aria-label", Message::Filters)
        .child(head)
        .child((!facets.is_empty()).then(|| value_order(by_name)))
        .child(finder)
        .child(facets)
        .child(step(move || Some(year_range(atlas)?.finish())))
        .child(amount_filter(atlas))
        .child(foot);
    Some(sheet)
}

/// The filter by amount, once the projects can be read, if any project states one.
fn amount_filter(atlas: Atlas) -> Option<AnyView> {
    atlas.explorer().amounts().within(None)?;
    Some(dynamic(move || {
        atlas.deferred().ready()?;
        Some(lazy_further(atlas, amounts))
    }))
}

const MAX_FACETS: usize = 20;

/// How many facets are open at first, in addition to those with a selected value.
const OPEN_FACETS: usize = 3;

/// How many values are in the page at a time, shared by all facets.
const MAX_VALUES: usize = 140;

const MAX_OF_FACET: usize = 50;
const MIN_OF_FACET: usize = 7;

fn values_at_a_time(facets: usize) -> usize {
    let share = MAX_VALUES / facets.clamp(1, MAX_FACETS);
    share.clamp(MIN_OF_FACET, MAX_OF_FACET)
}

fn useful_facets(atlas: Atlas) -> Vec<usize> {
    let explorer = atlas.explorer();
    let facets = explorer.facets().facets.iter().enumerate();
    let useful = facets.filter(|(_, facet)| is_useful(facet));
    useful.map(|(at, _)| at).collect()
}

/// The first facets whose label contains a text, and those with a selected value, by position.
fn found_facets(atlas: Atlas, text: &str) -> Vec<Key> {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let index = explorer.facets();
    let mut selected: Vec<usize> = Vec::new();
    for choice in &query.choices {
        if selected.len() == MAX_FACETS / 2 {
            break;
        }
        let facet = explorer.resolve(choice).map(|resolved| resolved.facet);
        selected.extend(facet.filter(|at| !selected.contains(at)));
    }
    let text = fold(text.trim());
    let mut room = MAX_FACETS - selected.len();
    let mut found = Vec::new();
    for (at, facet) in index.facets.iter().enumerate() {
        let is_selected = selected.contains(&at);
        if !is_selected && (room == 0 || !is_useful(facet)) {
            continue;
        }
        let fits = || text.is_empty() || fold(&i18n::facet_label(&facet.kind)).contains(&text);
        if is_selected {
            found.push(at as Key);
        } else if fits() {
            room -= 1;
            found.push(at as Key);
        }
    }
    found
}

fn facet_finder(find: RwSignal<String>, among: usize) -> Element {
    let label = tr_with(
        Message::FindFilter,
        &[("count", &intl::number(among as u32))],
    );
    el("input")
        .attr("type", "text")
        .class("facet__search")
        .attr("autocomplete", "off")
        .attr("aria-label", label.clone())
        .attr("placeholder", label)
        .value(text(move || find.get()))
        .on("input", move |event| find.set(event_target_value(&event)))
}

const ORDER: &str = "atlas-values";
const BY_NAME: &str = "name";

fn value_order(by_name: RwSignal<bool>) -> Element {
    let option = |name: bool, key: &'static str, label: Message| {
        el("option")
            .attr("value", key)
            .state("selected", flag(move || by_name.get() == name))
            .child(label)
    };
    let select = el("select")
        .class("quiet-select")
        .on("change", move |event| {
            let order = event_target_value(&event);
            storage::remember(ORDER, &order);
            by_name.set(order == BY_NAME);
        })
        .child(option(false, "count", Message::ByCount))
        .child(option(true, BY_NAME, Message::ByName));
    el("label")
        .class("value-order")
        .child(el("span").child(Message::ValueOrder))
        .child(select)
}

/// The button that opens the filters where there is no room for a column.
pub(crate) fn filters_button(atlas: Atlas, open: RwSignal<bool>) -> Option<Element> {
    if !has_filters(atlas) {
        return None;
    }
    let active = dynamic(move || {
        let query = atlas.query();
        let ranges = u32::from(query.has_years()) + u32::from(query.has_amounts());
        let unknown = atlas.results().unknown.len();
        let selected = query.choices.len().saturating_sub(unknown) as u32 + ranges;
        let number = (selected > 0).then(|| intl::number(selected))?;
        let count = el("span").class("filters-button__count").child(number);
        Some(count.finish())
    });
    let button = el("button")
        .attr("type", "button")
        .class("filters-button button")
        .attr("aria-controls", "filters")
        .attr("aria-expanded", text(move || open.get().to_string()))
        .on("click", move |_| {
            open.set(true);
            focus::focus_soon(&[".filters__close"]);
        })
        .child(Message::Filters)
        .child(active);
    Some(button)
}
