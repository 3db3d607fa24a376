//! One facet: its values with live counts, within what they belong to.

use super::element::{Element, el};
use super::names::value_name;
use super::published::published;
use super::reactive::{count, flag, part, react, text};
use crate::atlas::{Atlas, Step};
use crate::browser::IS_THERE;
use crate::browser::intl::number;
use crate::browser::page;
use crate::strings::{self, Word, fill};
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{Facet, FacetKind, FacetValue, Parent};
use atlas_engine::length::share;
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::text::{alphabetical, fold};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Event;

/// From how many values on a box narrows the list.
const NARROW_FROM: usize = 9;

/// From how many values within it on a parent can be folded up.
const FOLD_FROM: usize = 2;

/// How many values are drawn at once; further ones follow when the page has been painted, so that
/// a list of thousands keeps nobody waiting.
const AT_A_TIME: usize = 60;

/// A facet as a fieldset of checkboxes. Values change their place only when a visitor asks for
/// another order.
pub(crate) fn facet_box(atlas: Atlas, at: usize, by_name: RwSignal<bool>) -> Option<Element> {
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(at)?;
    let label = strings::facet_label(&facet.kind);
    let long = facet.values.len() >= NARROW_FROM;
    let narrow = RwSignal::new(String::new());
    let narrowed = Memo::new(move |_| fold(narrow.read().trim()));
    let narrowing = long.then(|| narrowing_box(narrow, &label, facet.values.len()));
    let largest_value = facet.values.iter().map(|value| value.total).max();
    let largest_parent = facet.parents.iter().map(|parent| parent.total).max();
    let shared = Shared {
        atlas,
        at,
        key: facet.key.as_str().into(),
        is_country: facet.kind == FacetKind::Country,
        largest: largest_parent.or(largest_value).unwrap_or(0),
        narrowed,
    };
    let names: Vec<String> = facet.values.iter().map(all_names).collect();
    let nothing = part(move || {
        let none = narrowed.with(|text| !names.iter().any(|name| name.contains(text.as_str())));
        let words = || el("p").class("facet__nothing").child(Word::NothingNarrowed);
        none.then(|| words().finish())
    });
    let rows = part(move || {
        let explorer = atlas.explorer();
        let facet = explorer.facets().facets.get(at)?;
        Some(list(&shared, facet, by_name.get()))
    });
    let list = el("ul")
        .class(if long {
            "facet__values facet__values--long"
        } else {
            "facet__values"
        })
        // Where no value can be chosen, the list itself is what the keyboard scrolls.
        .attr(
            "tabindex",
            text(move || {
                if IS_THERE && atlas.gives_any(at) {
                    "-1"
                } else {
                    "0"
                }
                .to_owned()
            }),
        )
        .child(rows);
    let legend = el("legend").child(label);
    let legend = match facet.kind {
        FacetKind::Custom(_) => published(atlas, legend),
        _ => legend,
    };
    let facet_box = el("fieldset")
        .class("facet")
        .attr("part", "facet")
        .attr("data-facet", facet.key.clone())
        .child(legend)
        .child(narrowing)
        .child(list)
        .child(nothing);
    Some(facet_box)
}

fn narrowing_box(narrow: RwSignal<String>, label: &str, among: usize) -> Element {
    let among = number(among as u32);
    el("input")
        .attr("type", "text")
        .class("facet__narrow")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-label", fill(Word::NarrowLabel, &[("facet", label)]))
        .attr(
            "placeholder",
            fill(Word::NarrowPlaceholder, &[("count", &among)]),
        )
        .value(text(move || narrow.get()))
        .on("input", move |event| narrow.set(event_target_value(&event)))
}

/// What the rows of a facet share.
#[derive(Clone)]
struct Shared {
    atlas: Atlas,
    at: usize,
    key: Arc<str>,
    is_country: bool,
    /// The largest total in the facet, which a full bar stands for.
    largest: u32,
    /// What a visitor looks for in the list, folded.
    narrowed: Memo<String>,
}

/// One line of the list, by its position among the parents or among the values.
#[derive(Clone, Copy)]
enum Line {
    Parent(u32),
    Value(u32),
}

/// All lines: parents with what is within them, then what is within none.
fn list(shared: &Shared, facet: &Facet, by_name: bool) -> AnyView {
    let values = in_order(facet, by_name);
    let parents: Vec<String> = facet.parents.iter().map(|it| it.name.clone()).collect();
    let parents = if by_name {
        alphabetical(&parents)
    } else {
        (0..parents.len() as u32).collect()
    };
    let mut lines: Vec<Line> = parents.into_iter().map(Line::Parent).collect();
    let is_alone = |at: &&u32| {
        let value = facet.values.get(**at as usize);
        value.is_some_and(|value| value.parent.is_none())
    };
    lines.extend(values.iter().filter(is_alone).map(|at| Line::Value(*at)));
    let drawn = RwSignal::new(AT_A_TIME);
    let total = lines.len();
    react(move || {
        if drawn.get() < total {
            page::after_paint(move || {
                // Gone when the list has been put into another order meanwhile.
                let _gone = drawn.try_update(|drawn| *drawn += AT_A_TIME);
            });
        }
    });
    let (lines, values) = (Arc::new(lines), Arc::new(values));
    let chunks = (0..total).step_by(AT_A_TIME).map(|begin| {
        let (lines, values, shared) = (lines.clone(), values.clone(), shared.clone());
        let due = Memo::new(move |_| drawn.get() > begin);
        part(move || {
            due.get().then(|| {
                let end = lines.len().min(begin + AT_A_TIME);
                let lines = lines.get(begin..end).unwrap_or_default();
                let rows = lines
                    .iter()
                    .filter_map(|line| drawn_line(&shared, *line, &values));
                rows.map(Element::finish).collect::<Vec<_>>().into_any()
            })
        })
    });
    chunks.collect::<Vec<_>>().into_any()
}

/// The positions of a facet's values in the order asked for; “not stated” stays last.
fn in_order(facet: &Facet, by_name: bool) -> Vec<u32> {
    if !by_name {
        return (0..facet.values.len() as u32).collect();
    }
    let names: Vec<String> = facet.values.iter().map(value_name).collect();
    let is_stated = |at: &u32| {
        let value = facet.values.get(*at as usize);
        value.is_some_and(|value| value.key != NOT_STATED)
    };
    let (mut stated, not_stated): (Vec<u32>, Vec<u32>) =
        alphabetical(&names).into_iter().partition(is_stated);
    stated.extend(not_stated);
    stated
}

fn drawn_line(shared: &Shared, line: Line, order: &[u32]) -> Option<Element> {
    let explorer = shared.atlas.explorer();
    let facet = explorer.facets().facets.get(shared.at)?;
    match line {
        Line::Value(at) => Some(value_row(shared, facet, at, None)),
        Line::Parent(at) => {
            let parent = facet.parents.get(at as usize)?;
            Some(group(shared, facet, (at, parent), order))
        }
    }
}

/// A parent and what is within it, which can be folded up.
fn group(shared: &Shared, facet: &Facet, (at, parent): (u32, &Parent), order: &[u32]) -> Element {
    let (atlas, of) = (shared.atlas, shared.at);
    let folded = RwSignal::new(false);
    let within = order.iter().filter(|at| parent.children.contains(at));
    let rows = within.map(|at| value_row(shared, facet, *at, Some((parent, folded))));
    let rows: Vec<Element> = rows.collect();
    let of_parent = |at: &u32| facet.values.get(*at as usize);
    let keys: Vec<String> = parent
        .children
        .iter()
        .filter_map(of_parent)
        .map(|value| value.key.clone())
        .collect();
    let mut names = fold(&parent.name);
    for value in parent.children.iter().filter_map(of_parent) {
        names.push(' ');
        names.push_str(&all_names(value));
    }
    let fold_button = (rows.len() >= FOLD_FROM).then(|| {
        el("button")
            .attr("type", "button")
            .class("facet-group__fold")
            .attr(
                "aria-label",
                fill(Word::ValuesWithin, &[("what", &parent.name)]),
            )
            .attr("aria-expanded", text(move || (!folded.get()).to_string()))
            .on("click", move |_| folded.update(|folded| *folded = !*folded))
    });
    let some_chosen = {
        let (key, keys) = (shared.key.clone(), keys.clone());
        flag(move || {
            let query = atlas.query();
            keys.iter().any(|value| query.has(&key, value))
        })
    };
    let row = Row {
        parameter: parent.parameter.clone(),
        key: parent.key.clone(),
        name: parent.name.clone(),
        count: count(move || {
            let results = atlas.results();
            let counts = results.matches.parents.get(of);
            let count = counts.and_then(|counts| counts.get(at as usize));
            count.copied().unwrap_or(0)
        }),
        names,
        country: None,
        folded: None,
        some_chosen: Some(some_chosen),
        // The parent stands for all of them.
        replaces: keys
            .into_iter()
            .map(|key| (shared.key.to_string(), key))
            .collect(),
    };
    el("li")
        .class("facet-group")
        .child(fold_button)
        .child(row.drawn(shared, "div"))
        .child(el("ul").child(rows))
}

fn value_row(
    shared: &Shared,
    facet: &Facet,
    at: u32,
    parent: Option<(&Parent, RwSignal<bool>)>,
) -> Element {
    let (atlas, of) = (shared.atlas, shared.at);
    let Some(value) = facet.values.get(at as usize) else {
        return el("li");
    };
    let mut names = all_names(value);
    if let Some((parent, _)) = parent {
        names.push(' ');
        names.push_str(&fold(&parent.name));
    }
    let row = Row {
        parameter: shared.key.to_string(),
        key: value.key.clone(),
        name: value_name(value),
        names,
        count: count(move || atlas.count(of, at)),
        country: CountryCode::parse(&value.key).filter(|_| shared.is_country),
        folded: parent.map(|(_, folded)| folded),
        some_chosen: None,
        // One of those within a parent is less than the parent.
        replaces: parent
            .map(|(parent, _)| (parent.parameter.clone(), parent.key.clone()))
            .into_iter()
            .collect(),
    };
    row.drawn(shared, "li")
}

/// All names of a value, folded, for the narrowing box to look in.
fn all_names(value: &FacetValue) -> String {
    let mut names = fold(&value_name(value));
    for other in value.other_names.iter().chain(&value.acronym) {
        names.push(' ');
        names.push_str(&fold(other));
    }
    names
}

/// What a row says and does.
struct Row {
    /// The parameter and the value by which it goes in addresses.
    parameter: String,
    key: String,
    name: String,
    /// All its names, folded.
    names: String,
    count: Memo<u32>,
    country: Option<CountryCode>,
    /// Whether the group it is in is folded up.
    folded: Option<RwSignal<bool>>,
    /// Whether some of what is within it is chosen.
    some_chosen: Option<Signal<bool>>,
    /// The choices that choosing this one makes pointless.
    replaces: Vec<(String, String)>,
}

/// Whether and how a value is chosen.
const NOT_CHOSEN: u32 = 0;
const LET_IN: u32 = 1;
const KEPT_OUT: u32 = 2;

impl Row {
    /// A checkbox with a name, a bar and a count, and a button that keeps the value out. A value
    /// that would give nothing stays in its place, but cannot be chosen.
    fn drawn(self, shared: &Shared, tag: &'static str) -> Element {
        let (atlas, largest, narrowed) = (shared.atlas, shared.largest, shared.narrowed);
        let (count, country, folded) = (self.count, self.country, self.folded);
        let choice = Arc::new((self.parameter, self.key.clone()));
        let chosen = {
            let choice = choice.clone();
            super::reactive::count(move || how_chosen(&atlas.query(), &choice))
        };
        let idle = flag(move || count.get() == 0 && chosen.get() == NOT_CHOSEN);
        let mut checkbox = el("input")
            .attr("type", "checkbox")
            .state("checked", flag(move || chosen.get() == LET_IN))
            .attr("disabled", idle)
            .on("change", toggle(atlas, choice.clone(), self.replaces));
        let is_parent = self.some_chosen.is_some();
        if let Some(some) = self.some_chosen {
            let in_part = flag(move || some.get() && chosen.get() != LET_IN);
            checkbox = checkbox.state("indeterminate", in_part);
        }
        let bar = el("span").style("inline-size", text(move || share(count.get(), largest)));
        let bar = el("span")
            .class("facet-row__bar")
            .attr("aria-hidden", "true")
            .child(bar);
        let name = el("span")
            .class("facet-row__name")
            .child(self.name.as_str());
        let name = if shared.is_country || self.key == NOT_STATED {
            name
        } else {
            published(atlas, name)
        };
        let how_many = el("span")
            .class("facet-row__count")
            .child(text(move || number(count.get())));
        let label = el("label")
            .child(checkbox)
            .child(name)
            .child(bar)
            .child(how_many);
        let class = text(move || {
            let mut class = "facet-row".to_owned();
            if is_parent {
                class.push_str(" facet-row--parent");
            }
            if chosen.get() == KEPT_OUT {
                class.push_str(" facet-row--out");
            }
            if country.is_some() && atlas.pointed() == country {
                class.push_str(" facet-row--pointed");
            }
            class
        });
        let names = self.names;
        let hidden = flag(move || {
            let out_of_sight = narrowed.with(|text| {
                if text.is_empty() {
                    folded.is_some_and(|folded| folded.get())
                } else {
                    !names.contains(text.as_str())
                }
            });
            out_of_sight && chosen.get() == NOT_CHOSEN
        });
        let row = el(tag)
            .together()
            .class(class)
            .attr("data-value", self.key)
            .attr("data-count", text(move || count.get().to_string()))
            .attr("hidden", hidden)
            .child(label)
            .child(leave_out(atlas, choice, chosen, &self.name).attr("disabled", idle));
        if country.is_none() {
            return row;
        }
        let point = move |on: bool| atlas.point_at(country.filter(|_| on));
        row.on("pointerenter", move |_| point(true))
            .on("pointerleave", move |_| point(false))
            .on("focusin", move |_| point(true))
            .on("focusout", move |_| point(false))
    }
}

/// Parameter and value of an address.
type Address = Arc<(String, String)>;

/// Chooses a value or takes it back; choices that it makes pointless go.
fn toggle(atlas: Atlas, choice: Address, replaces: Vec<(String, String)>) -> impl Fn(Event) {
    move |event| {
        atlas.change(Step::New, |query| {
            query.toggle(&choice.0, &choice.1);
            for (facet, value) in &replaces {
                if query.has(facet, value) {
                    query.drop_choice(facet, value);
                }
            }
        });
        page::keep_focus_near(&event);
    }
}

/// The button that keeps a value out of the results.
fn leave_out(atlas: Atlas, choice: Address, chosen: Memo<u32>, name: &str) -> Element {
    let label = fill(Word::LeaveOut, &[("what", name)]);
    let pressed = text(move || (chosen.get() == KEPT_OUT).to_string());
    el("button")
        .attr("type", "button")
        .class("facet-row__not")
        .attr("aria-pressed", pressed)
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on("click", move |event| {
            atlas.change(Step::New, |query| {
                if how_chosen(query, &choice) == KEPT_OUT {
                    query.drop_choice(&choice.0, &choice.1);
                } else {
                    query.choose(&choice.0, &choice.1, true);
                }
            });
            page::keep_focus_near(&event);
        })
}

fn how_chosen(query: &Query, (facet, value): &(String, String)) -> u32 {
    let mut choices = query.choices.iter();
    match choices.find(|choice| choice.facet == *facet && choice.value == *value) {
        None => NOT_CHOSEN,
        Some(choice) if choice.excluded => KEPT_OUT,
        Some(_) => LET_IN,
    }
}
