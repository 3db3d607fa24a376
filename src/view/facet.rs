//! One facet: its values with live counts.

use super::element::{Element, el};
use super::names::value_name;
use super::published::published;
use super::reactive::{count, flag, part, text};
use crate::atlas::{Atlas, Step};
use crate::browser::intl::number;
use crate::strings::{self, Word, fill};
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{Facet, FacetKind, FacetValue};
use atlas_engine::length::share;
use atlas_engine::query::NOT_STATED;
use atlas_engine::text::fold;
use leptos::prelude::*;

/// From how many values on a box narrows the list.
const NARROW_FROM: usize = 9;

/// A facet as a fieldset of checkboxes. Values never change their place.
pub(crate) fn facet_box(atlas: Atlas, at: usize, facet: &Facet) -> Element {
    let values = &facet.values;
    let label = strings::facet_label(&facet.kind);
    let long = values.len() >= NARROW_FROM;
    let narrow = RwSignal::new(String::new());
    let narrowed = Memo::new(move |_| fold(narrow.read().trim()));
    let names: Vec<String> = values.iter().map(all_names).collect();
    let narrowing = long.then(|| {
        el("input")
            .attr("type", "text")
            .class("facet__narrow")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-label", fill(Word::NarrowLabel, &[("facet", &label)]))
            .attr(
                "placeholder",
                fill(
                    Word::NarrowPlaceholder,
                    &[("count", &number(values.len() as u32))],
                ),
            )
            .value(text(move || narrow.get()))
            .on("input", move |event| narrow.set(event_target_value(&event)))
    });
    let largest = values.iter().map(|value| value.total).max().unwrap_or(0);
    let shared = FacetOnPage {
        at,
        is_country: facet.kind == FacetKind::Country,
        key: facet.key.clone(),
        largest,
    };
    let rows: Vec<Element> = (0u32..)
        .zip(values)
        .zip(names.clone())
        .map(|((position, value), names)| {
            let named = move || narrowed.with(|text| names.contains(text.as_str()));
            facet_row(atlas, &shared, position, value, named)
        })
        .collect();
    let nothing = part(move || {
        let none = narrowed.with(|text| !names.iter().any(|name| name.contains(text.as_str())));
        let words = || el("p").class("facet__nothing").child(Word::NothingNarrowed);
        none.then(|| words().finish())
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
            text(move || if atlas.gives_any(at) { "-1" } else { "0" }.to_owned()),
        )
        .child(rows);
    let legend = el("legend").child(label);
    let legend = match facet.kind {
        FacetKind::Custom(_) => published(atlas, legend),
        _ => legend,
    };
    el("fieldset")
        .class("facet")
        .attr("data-facet", facet.key.clone())
        .child(legend)
        .child(narrowing)
        .child(list)
        .child(nothing)
}

/// What the rows of a facet share.
struct FacetOnPage {
    at: usize,
    key: String,
    is_country: bool,
    /// The largest total in the facet, which a full bar stands for.
    largest: u32,
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

/// One value: a checkbox, its name, a bar and a count. A value that would give nothing stays in
/// its place, but cannot be chosen.
fn facet_row(
    atlas: Atlas,
    facet: &FacetOnPage,
    position: u32,
    value: &FacetValue,
    named: impl Fn() -> bool + Send + Sync + 'static,
) -> Element {
    let (at, largest) = (facet.at, facet.largest);
    let count = count(move || atlas.count(at, position));
    let chosen = {
        let (key, value) = (facet.key.clone(), value.key.clone());
        flag(move || atlas.query().has(&key, &value))
    };
    let country = CountryCode::parse(&value.key).filter(|_| facet.is_country);
    let point = move |on: bool| {
        if country.is_some() {
            atlas.point_at(country.filter(|_| on));
        }
    };
    let toggle = {
        let (key, value) = (facet.key.clone(), value.key.clone());
        move |_| atlas.change(Step::New, |query| query.toggle(&key, &value))
    };
    let checkbox = el("input")
        .attr("type", "checkbox")
        .state("checked", chosen)
        .attr("disabled", flag(move || count.get() == 0 && !chosen.get()))
        .on("change", toggle);
    let bar = el("span").style("inline-size", text(move || share(count.get(), largest)));
    let name = el("span").class("facet-row__name").child(value_name(value));
    let name = if facet.is_country || value.key == NOT_STATED {
        name
    } else {
        published(atlas, name)
    };
    let label = el("label")
        .child(checkbox)
        .child(name)
        .child(
            el("span")
                .class("facet-row__bar")
                .attr("aria-hidden", "true")
                .child(bar),
        )
        .child(
            el("span")
                .class("facet-row__count")
                .child(text(move || number(count.get()))),
        );
    let pointed = move || country.is_some() && atlas.pointed() == country;
    el("li")
        .class(text(move || {
            if pointed() {
                "facet-row facet-row--pointed"
            } else {
                "facet-row"
            }
            .to_owned()
        }))
        .attr("data-value", value.key.clone())
        .attr("data-count", text(move || count.get().to_string()))
        .attr("hidden", flag(move || !named() && !chosen.get()))
        .on("pointerenter", move |_| point(true))
        .on("pointerleave", move |_| point(false))
        .on("focusin", move |_| point(true))
        .on("focusout", move |_| point(false))
        .child(label)
}
