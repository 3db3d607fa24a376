//! The legend of the choropleth, with buttons that choose the countries of a class.

use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el};
use crate::host::History;
use crate::i18n::{self, Message, tr_with};
use crate::map::data::{MapData, MappedCountry};
use atlas_engine::facet::FacetKey;
use leptos::prelude::*;

pub(crate) fn legend(data: &MapData) -> Element {
    let classes = data.scale.legend();
    let last = classes.len();
    let classes = std::iter::once((0, 0)).chain(classes).enumerate();
    let swatches = classes.map(|(class, (from, to))| {
        let range = i18n::count_range(from, to);
        let whole = i18n::with_unit(&range, to);
        let words = if class == last { whole.clone() } else { range };
        let swatch = el("span")
            .class(swatch_class(data.shade(to)))
            .attr("aria-hidden", "true");
        let item = if class == 0 {
            el("span").class("map__legend-item")
        } else {
            class_button(data, class as u8, &whole)
        };
        el("li").child(item.child(swatch).child(words))
    });
    el("ul")
        .class("map__legend")
        .attr("aria-label", Message::Legend)
        .child(swatches.collect::<Vec<_>>())
}

fn swatch_class(shade: u8) -> String {
    let mut class = "map__swatch map__swatch--".to_owned();
    class.push_str(&shade.to_string());
    class
}

fn class_button(data: &MapData, class: u8, words: &str) -> Element {
    let (pressed, none, clicked) = (data.clone(), data.clone(), data.clone());
    el("button")
        .attr("type", "button")
        .class("map__legend-item")
        .attr(
            "aria-label",
            tr_with(Message::CountriesWith, &[("projects", words)]),
        )
        .attr(
            "aria-pressed",
            text(move || {
                let (members, selected) = members(&pressed, class);
                (!members.is_empty() && selected == members.len()).to_string()
            }),
        )
        .attr("disabled", flag(move || members(&none, class).0.is_empty()))
        .on("click", move |_| {
            let (members, selected) = untrack(|| members(&clicked, class));
            let drop_all = selected == members.len();
            clicked.atlas.change(History::Push, |query| {
                for country in members {
                    let key = country.code.to_string();
                    if query.has(&FacetKey::COUNTRY, &key) == drop_all {
                        query.toggle(&FacetKey::COUNTRY, &key);
                    }
                }
            });
        })
}

/// The countries whose count is now in a class, and how many of them are selected.
fn members(data: &MapData, class: u8) -> (Vec<MappedCountry>, usize) {
    let query = data.atlas.query();
    let of_class = data.countries.iter().filter(|country| {
        data.scale
            .class(data.atlas.count(data.facet, country.value))
            == class
    });
    let members: Vec<MappedCountry> = of_class.cloned().collect();
    let selected = members.iter();
    let selected = selected.filter(|country| query.has(&FacetKey::COUNTRY, country.code.as_str()));
    let selected = selected.count();
    (members, selected)
}
