//! The selected years as two fields, for visitors who do not drag on the timeline.

use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::filters::years::{End, Years, set_end};
use crate::i18n::{Message, tr};
use crate::state::Atlas;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

const MAX_OPTIONS: usize = 60;

/// Two lists of years or, for very many years, two number fields.
pub(crate) fn year_range(atlas: Atlas) -> Option<Element> {
    let years: Vec<u16> = atlas.explorer().facets().years.years().collect();
    let choice = if years.len() > MAX_OPTIONS {
        year_field
    } else {
        year_list
    };
    let ends = el("div")
        .class("years__fields")
        .child(choice(atlas, Message::From, &years, End::From))
        .child(choice(atlas, Message::To, &years, End::To));
    let range = || {
        el("fieldset")
            .class("facet years")
            .child(el("legend").child(Message::YearsActive))
            .child(ends)
    };
    (years.len() > 1).then(range)
}

fn whole(years: &[u16]) -> Years {
    (
        years.first().copied().unwrap_or_default(),
        years.last().copied().unwrap_or(u16::MAX),
    )
}

fn year_list(atlas: Atlas, label: Message, years: &[u16], end: End) -> Element {
    let option = |year: Option<u16>| {
        let value = year.map(|year| year.to_string());
        el("option")
            .attr("value", value.clone().unwrap_or_default())
            .state("selected", flag(move || end.of(&atlas.query()) == year))
            .child(value.unwrap_or_else(|| tr(Message::AnyYear).to_owned()))
    };
    let whole = whole(years);
    let options = std::iter::once(None).chain(years.iter().copied().map(Some));
    let select = el("select")
        .on("change", move |event| {
            let year = event_target_value(&event).parse().ok();
            set_end(atlas, end, year, whole);
        })
        .child(options.map(option).collect::<Vec<_>>());
    el("label")
        .class("years__field")
        .child(el("span").child(label))
        .child(select)
}

fn year_field(atlas: Atlas, label: Message, years: &[u16], end: End) -> Element {
    let bounds = whole(years);
    let selected = move || end.of(&atlas.query()).map(|year| year.to_string());
    let field = el("input")
        .attr("type", "number")
        .attr("min", bounds.0.to_string())
        .attr("max", bounds.1.to_string())
        .value(text(move || selected().unwrap_or_default()))
        .on("change", move |event| {
            // Years outside the list become its first or last year.
            let field: HtmlInputElement = event_target(&event);
            let year: Option<u64> = field.value().parse().ok();
            let year = year.map(|year| year.max(bounds.0.into()).min(bounds.1.into()) as u16);
            field.set_value(&year.map_or_else(String::new, |year| year.to_string()));
            set_end(atlas, end, year, bounds);
        });
    el("label")
        .class("years__field")
        .child(el("span").child(label))
        .child(field)
}
