//! One facet: its values with live counts.

use super::names::value_name;
use super::reactive::{flag, part, text};
use crate::atlas::{Atlas, Step};
use crate::browser::intl::number;
use crate::strings;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{FacetKind, FacetValue};
use atlas_engine::length::share;
use atlas_engine::text::fold;
use leptos::prelude::*;

/// From how many values on a box narrows the list.
const NARROW_FROM: usize = 9;

/// A facet as a fieldset of checkboxes. Values never change their place.
#[component]
pub(crate) fn FacetBox(at: usize) -> impl IntoView {
    let atlas = Atlas::get();
    let (key, kind, values) = atlas.facet(at, |facet| {
        (facet.key.clone(), facet.kind.clone(), facet.values.clone())
    })?;
    let label = strings::facet_label(&kind);
    let narrow = RwSignal::new(String::new());
    let narrowed = Memo::new(move |_| fold(narrow.read().trim()));
    let long = values.len() >= NARROW_FROM;
    let many = values.len();
    let largest = values
        .iter()
        .map(|value| value.total)
        .max()
        .unwrap_or(1)
        .max(1);
    let searchable: Vec<String> = values.iter().map(searchable).collect();
    let nothing = {
        let searchable = searchable.clone();
        move || narrowed.with(|text| !searchable.iter().any(|value| value.contains(text.as_str())))
    };
    let narrow_label = strings::narrow_label(&label);
    let rows = (0u32..)
        .zip(values)
        .zip(searchable)
        .map(|((position, value), searchable)| {
            let hidden = flag(move || narrowed.with(|text| !searchable.contains(text.as_str())));
            let key = key.clone();
            let kind = kind.clone();
            view! { <FacetRow at key kind position value largest hidden /> }
        })
        .collect_view();
    Some(view! {
        <fieldset class="facet" data-facet=key>
            <legend>{label}</legend>
            {long.then(|| view! {
                <input
                    type="text"
                    class="facet__narrow"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=narrow_label
                    placeholder=strings::narrow_placeholder(many)
                    prop:value=narrow
                    on:input:target=move |event| narrow.set(event.target().value())
                />
            })}
            <ul class="facet__values" class:facet__values--long=long>{rows}</ul>
            {part(move || {
                nothing()
                    .then(|| view! { <p class="facet__nothing">{strings::NOTHING_NARROWED}</p> }.into_any())
            })}
        </fieldset>
    })
}

/// All names of a value, folded, for the narrowing box to look in.
fn searchable(value: &FacetValue) -> String {
    let mut names = fold(&value_name(value));
    for other in value.other_names.iter().chain(&value.acronym) {
        names.push(' ');
        names.push_str(&fold(other));
    }
    names
}

#[component]
fn FacetRow(
    at: usize,
    key: String,
    kind: FacetKind,
    position: u32,
    value: FacetValue,
    /// The largest total in the facet, which a full bar stands for.
    largest: u32,
    hidden: Signal<bool>,
) -> impl IntoView {
    let atlas = Atlas::get();
    let count = Memo::new(move |_| atlas.count(at, position));
    let name = value_name(&value);
    let chosen = {
        let (key, value) = (key.clone(), value.key.clone());
        flag(move || atlas.query(|query| query.has(&key, &value)))
    };
    let country = (kind == FacetKind::Country)
        .then(|| CountryCode::parse(&value.key))
        .flatten();
    let point = move |on: bool| {
        if country.is_some() {
            atlas.point_at(country.filter(|_| on));
        }
    };
    let data_value = value.key.clone();
    let toggle = move |_| {
        atlas.change(Step::New, |query| query.toggle(&key, &value.key));
    };
    view! {
        <li
            class="facet-row"
            class:facet-row--pointed=flag(move || country.is_some() && atlas.pointed() == country)
            data-value=data_value
            data-count=text(move || count.get().to_string())
            hidden=flag(move || hidden.get() && !chosen.get())
            on:pointerenter=move |_| point(true)
            on:pointerleave=move |_| point(false)
            on:focusin=move |_| point(true)
            on:focusout=move |_| point(false)
        >
            <label>
                <input
                    type="checkbox"
                    prop:checked=chosen
                    disabled=flag(move || count.get() == 0 && !chosen.get())
                    on:change=toggle
                />
                <span class="facet-row__name">{name}</span>
                <span class="facet-row__bar" aria-hidden="true">
                    <span style:inline-size=text(move || share(count.get(), largest))></span>
                </span>
                <span class="facet-row__count">{text(move || number(count.get()))}</span>
            </label>
        </li>
    }
}
