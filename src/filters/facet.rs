use crate::components::content_lang::content_lang;
use crate::components::names::value_name;
use crate::components::tab_stop::one_tab_stop;
use crate::dom::css_number::{Bar, bar, longest, percent};
use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::{Key, keyed_list};
use crate::filters::facet_lines::Line;
use crate::filters::facet_selection::{clear_button, match_mode};
use crate::filters::facet_values::FacetValues;
use crate::host::{History, focus, is_interactive};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, PluralMessage, tr_with};
use crate::state::Atlas;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{FacetKey, FacetKind};
use atlas_engine::query::{NOT_STATED, Query};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::Event;

/// From this many values on, a text box narrows the list.
const NARROW_FROM: usize = 9;

/// From this many values on, a parent can be collapsed.
const COLLAPSE_FROM: usize = 2;

/// Values move only when a visitor asks for another order.
pub(crate) fn facet_box(
    atlas: Atlas,
    at: usize,
    by_name: RwSignal<bool>,
    max: usize,
    is_open: bool,
) -> Option<Element> {
    let atlas = atlas.for_part();
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(at)?;
    let label = i18n::facet_label(&facet.kind);
    let narrow = RwSignal::new(String::new());
    let records = explorer.facets().records as u32;
    let longest_bar = if facet.parents.is_empty() {
        longest(facet.stated().map(|value| value.total), records)
    } else {
        longest(facet.parents.iter().map(|parent| parent.total), records)
    };
    let values = FacetValues::new(atlas, at, by_name, narrow, max);
    let paging = values.paging();
    let narrowing = (facet.values.len() >= NARROW_FROM)
        .then(|| narrowing_box(narrow, values.clone(), &label, facet.values.len()));
    let shared = Shared {
        atlas,
        at,
        key: Arc::new(facet.key.clone()),
        is_country: facet.kind == FacetKind::Country,
        has_published_names: facet.kind.has_published_names(),
        longest_bar,
        values: values.clone(),
    };
    let list = value_list(shared);
    let selected = count(move || selected_in(atlas, at));
    let open = RwSignal::new(is_open || untrack(|| selected.get()) > 0);
    let toggle = el("button")
        .attr("type", "button")
        .class("facet__toggle")
        .attr("aria-expanded", text(move || open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(match facet.kind {
            FacetKind::Custom(_) => content_lang(atlas, el("span")).child(label.as_str()),
            _ => el("span").child(label.as_str()),
        })
        .child(" ")
        .child(number_selected(selected));
    let content = el("div")
        .class("facet__content")
        .attr("hidden", flag(move || !open.get()))
        .child(narrowing)
        .child(list)
        .child(paging)
        // Last, so that no value moves when it is selected.
        .child(dynamic(move || {
            Some(match_mode(atlas.deferred().ready()?, atlas, at))
        }));
    let facet_box = el("fieldset")
        .class("facet")
        .attr("part", "facet")
        .attr("data-facet", facet.key.to_string())
        .child(el("legend").child(toggle))
        .child(dynamic(move || {
            let is_selected = selected.get() > 0;
            let chunk = atlas.deferred().ready().filter(|_| is_selected)?;
            Some(clear_button(chunk, atlas, at))
        }))
        .child(content);
    Some(facet_box)
}

/// How many choices of the query are in a facet.
fn selected_in(atlas: Atlas, at: usize) -> u32 {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let choices = query.choices.iter();
    let selected = choices.filter(|choice| explorer.is_in_facet(choice, at));
    selected.count() as u32
}

/// How many values are selected, in the heading.
fn number_selected(selected: Memo<u32>) -> AnyView {
    dynamic(move || {
        let count = selected.get();
        let number = || {
            let words = i18n::tr_plural(PluralMessage::SelectedOfFacet, count);
            el("span").class("facet__selected").child(words)
        };
        (count > 0).then(|| number().finish())
    })
}

/// The values as one tab stop, with arrow keys between them. Those without results are behind a line.
fn value_list(shared: Shared) -> Vec<Element> {
    let (atlas, at, values) = (shared.atlas, shared.at, shared.values.clone());
    let shows_empty = RwSignal::new(false);
    let nothing = {
        let values = values.clone();
        dynamic(move || {
            let words = || {
                el("p")
                    .class("facet__no-matches")
                    .child(Message::NothingNarrowed)
            };
            values.is_empty().then(|| words().finish())
        })
    };
    let list = el("ul")
        .class("facet__values")
        .class_if("facet__values--short", flag(move || !shows_empty.get()))
        .child(lines(shared));
    let list = one_tab_stop(list, move || is_interactive() && atlas.gives_any(at));
    let empty = count(move || values.count_empty());
    let line = dynamic(move || {
        let count = empty.get();
        let line = || {
            el("button")
                .attr("type", "button")
                .class("facet__empty")
                .attr("aria-expanded", text(move || shows_empty.get().to_string()))
                .on("click", move |_| {
                    shows_empty.update(|shows| *shows = !*shows);
                })
                .child(i18n::tr_plural(PluralMessage::EmptyValues, count))
        };
        (count > 0).then(|| line().finish())
    });
    vec![list, el("div").child(line).child(nothing)]
}

fn narrowing_box(
    narrow: RwSignal<String>,
    values: FacetValues,
    label: &str,
    among: usize,
) -> Element {
    let among = number(among as u32);
    el("input")
        .attr("type", "text")
        .class("facet__search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr(
            "aria-label",
            tr_with(Message::NarrowLabel, &[("facet", label)]),
        )
        .attr(
            "placeholder",
            tr_with(Message::NarrowPlaceholder, &[("count", &among)]),
        )
        .value(text(move || narrow.get()))
        .on("input", move |event| {
            values.narrow(event_target_value(&event));
        })
}

#[derive(Clone)]
struct Shared {
    atlas: Atlas,
    at: usize,
    key: Arc<FacetKey>,
    is_country: bool,
    has_published_names: bool,
    /// The count at which a bar has its full length.
    longest_bar: u32,
    values: FacetValues,
}

/// Lines that stay visible keep their elements, and so the focus.
fn lines(shared: Shared) -> AnyView {
    let values = shared.values.clone();
    keyed_list(move || values.lines(), move |key| draw_line(&shared, key))
}

fn draw_line(shared: &Shared, key: Key) -> Element {
    match Line::of_key(key) {
        Line::Value(at) => value_row(shared, at),
        Line::Parent(at) => group(shared, at),
    }
}

fn group(shared: &Shared, at: u32) -> Element {
    let (atlas, of, values) = (shared.atlas, shared.at, &shared.values);
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(of);
    let Some(parent) = facet.and_then(|facet| facet.parents.get(at as usize)) else {
        return el("li");
    };
    let toggle_button = (parent.children.len() >= COLLAPSE_FROM).then(|| {
        let (collapsed, toggling) = (values.clone(), values.clone());
        el("button")
            .attr("type", "button")
            .attr("tabindex", "-1")
            .class("facet-group__toggle")
            .attr(
                "aria-label",
                tr_with(Message::ValuesWithin, &[("what", &parent.name)]),
            )
            .attr(
                "aria-expanded",
                text(move || (!collapsed.is_collapsed(at)).to_string()),
            )
            .on("click", move |_| toggling.toggle_parent(at))
    });
    let some_selected = {
        let values = values.clone();
        flag(move || values.has_selected(at))
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
        country: None,
        some_selected: Some(some_selected),
    };
    let rows = {
        let (shared, values) = (shared.clone(), values.clone());
        keyed_list(
            move || values.within(at),
            move |key| draw_line(&shared, key),
        )
    };
    let is_empty = {
        let (values, count) = (values.clone(), row.count);
        flag(move || count.get() == 0 && !values.has_selected(at))
    };
    el("li")
        .class("facet-group")
        .class_if("facet-group--empty", is_empty)
        .child(toggle_button)
        .child(row.drawn(shared, "div"))
        .child(el("ul").child(rows))
}

fn value_row(shared: &Shared, at: u32) -> Element {
    let (atlas, of) = (shared.atlas, shared.at);
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(of);
    let value = facet.and_then(|facet| facet.values.get(at as usize));
    let Some(value) = value else {
        return el("li");
    };
    let row = Row {
        parameter: FacetKey::clone(&shared.key),
        key: value.key.clone(),
        name: value_name(value),
        count: count(move || atlas.count(of, at)),
        country: CountryCode::parse(&value.key).filter(|_| shared.is_country),
        some_selected: None,
    };
    row.drawn(shared, "li")
}

struct Row {
    parameter: FacetKey,
    key: String,
    name: String,
    count: Memo<u32>,
    country: Option<CountryCode>,
    some_selected: Option<Signal<bool>>,
}

fn bar_length(count: u32, longest: u32) -> f64 {
    match bar(count, longest) {
        Bar::Whole(share) => share,
        Bar::Cut => 1.0,
    }
}

/// How a value is selected. Numbers, because all memos of a facet's rows are of one type (see `dom::dynamic`).
const NOT_SELECTED: u32 = 0;
const INCLUDED: u32 = 1;
const EXCLUDED: u32 = 2;

impl Row {
    /// A value that would give no results cannot be selected.
    fn drawn(self, shared: &Shared, tag: &'static str) -> Element {
        let (atlas, longest_bar) = (shared.atlas, shared.longest_bar);
        let (count, country) = (self.count, self.country);
        let choice = Arc::new((self.parameter, self.key.clone()));
        let selected = {
            let choice = choice.clone();
            crate::dom::dynamic::count(move || selection_state(&atlas.query(), &choice))
        };
        let idle = flag(move || count.get() == 0 && selected.get() == NOT_SELECTED);
        let mut checkbox = el("input")
            .attr("type", "checkbox")
            .attr("tabindex", "-1")
            .state("checked", flag(move || selected.get() == INCLUDED))
            .attr("disabled", idle)
            .on("change", toggle(atlas, choice.clone()));
        let is_parent = self.some_selected.is_some();
        if let Some(some) = self.some_selected {
            let in_part = flag(move || some.get() && selected.get() != INCLUDED);
            checkbox = checkbox.state("indeterminate", in_part);
        }
        let name = el("span")
            .class("facet-row__name")
            .child(self.name.as_str());
        let name = if shared.has_published_names && self.key != NOT_STATED {
            content_lang(atlas, name)
        } else {
            name
        };
        // The style sheet paints the bar, so it needs no element of its own.
        let how_many = el("span")
            .class("facet-row__count")
            .style(
                "--share",
                text(move || percent(bar_length(count.get(), longest_bar))),
            )
            .child(text(move || number(count.get())));
        let label = el("label").child(checkbox).child(name).child(how_many);
        let class = text(move || {
            let mut class = "facet-row".to_owned();
            if is_parent {
                class.push_str(" facet-row--parent");
            }
            class.push_str(match selected.get() {
                INCLUDED => " facet-row--selected",
                EXCLUDED => " facet-row--excluded",
                _ if count.get() == 0 => " facet-row--disabled",
                _ => "",
            });
            if country.is_some() && atlas.pointed() == country {
                class.push_str(" facet-row--highlighted");
            }
            class
        });
        let row = el(tag)
            .with_one_effect()
            .class(class)
            .attr("data-value", self.key)
            .attr("data-count", text(move || count.get().to_string()))
            .child(label)
            .child(exclude_button(atlas, choice, selected, &self.name).attr("disabled", idle));
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

type Address = Arc<(FacetKey, String)>;

fn toggle(atlas: Atlas, choice: Address) -> impl Fn(Event) {
    move |event| {
        atlas.toggle(&choice.0, &choice.1);
        focus::keep_focus_near(&event);
    }
}

fn exclude_button(atlas: Atlas, choice: Address, selected: Memo<u32>, name: &str) -> Element {
    let title = tr_with(Message::Exclude, &[("what", name)]);
    let label = tr_with(Message::NotValue, &[("what", name)]);
    let pressed = text(move || (selected.get() == EXCLUDED).to_string());
    el("button")
        .attr("type", "button")
        .attr("tabindex", "-1")
        .class("facet-row__exclude")
        .attr("aria-pressed", pressed)
        .attr("aria-label", label)
        .attr("title", title)
        .child(Message::Not)
        .on("click", move |event| {
            atlas.change(History::Push, |query| {
                if selection_state(query, &choice) == EXCLUDED {
                    query.drop_choice(&choice.0, &choice.1);
                } else {
                    query.choose(&choice.0, &choice.1, true);
                }
            });
            focus::keep_focus_near(&event);
        })
}

fn selection_state(query: &Query, (facet, value): &(FacetKey, String)) -> u32 {
    let mut choices = query.choices.iter();
    match choices.find(|choice| choice.facet == *facet && choice.value == *value) {
        None => NOT_SELECTED,
        Some(choice) if choice.excluded => EXCLUDED,
        Some(_) => INCLUDED,
    }
}
