//! What a project states in numbers and codes.

use crate::components::content_lang::content_text;
use crate::components::fact::{Lines, fact, fact_lines, side_note};
use crate::components::value_link::value_link;
use crate::dom::element::{Element, el};
use crate::i18n::intl::money;
use crate::i18n::{self, Message, country_name, status_name, tr};
use crate::state::Atlas;
use atlas_engine::facet::FacetKey;
use atlas_engine::portfolio::{Budget, Currency, Location, Project};

pub(super) fn identifier(atlas: Atlas, project: &Project) -> Option<Element> {
    let identifier = project.identifier.as_deref()?;
    Some(fact(
        tr(Message::Identifier),
        content_text(atlas, identifier),
    ))
}

pub(super) fn status(atlas: Atlas, project: &Project) -> Option<Element> {
    let status = project.status?;
    let value = value_link(atlas, &FacetKey::STATUS, status.key()).child(status_name(status));
    Some(fact(tr(Message::Status), value))
}

/// How many currencies have a sum.
const MAX_SUMS: usize = 10;

/// The sum in each currency of which there are several amounts, then the amounts.
pub(super) fn amounts(atlas: Atlas, project: &Project, max: usize) -> Option<Element> {
    let several = |currency: Currency| {
        let amounts = project.budget.iter();
        amounts
            .filter(|it| it.currency == currency)
            .nth(1)
            .is_some()
    };
    let (totals, _) = project.totals(MAX_SUMS);
    let totals = totals
        .into_iter()
        .filter(|(currency, _)| several(*currency));
    let totals =
        totals.map(|(currency, total)| (tr(Message::Total).to_owned(), money(total, currency)));
    let amounts = project.budget.iter().map(|it: &Budget| {
        let year = it.year.map(|year| year.to_string());
        (year.unwrap_or_default(), money(it.amount, it.currency))
    });
    let lines: Vec<(String, String)> = totals.chain(amounts).collect();
    let in_one_line = |(of, amount): &(String, String)| {
        if of.is_empty() {
            amount.clone()
        } else {
            [of, tr(Message::PartSeparator), amount].concat()
        }
    };
    let lines = Lines {
        items: &lines,
        draw: &|line| vec![el("span").child(in_one_line(line))],
        name: &in_one_line,
    };
    let is_stated = !project.budget.is_empty();
    is_stated.then(|| fact_lines(atlas, tr(Message::Amount), &lines, max))
}

pub(super) fn locations(atlas: Atlas, project: &Project, max: usize) -> Option<Element> {
    let lines = Lines {
        items: &project.locations,
        draw: &|location| location_line(atlas, location),
        name: &|it| match &it.name {
            Some(name) => with_note(name.clone(), Some(&coordinates(it))),
            None => coordinates(it),
        },
    };
    let is_stated = !project.locations.is_empty();
    is_stated.then(|| fact_lines(atlas, tr(Message::Locations), &lines, max))
}

fn location_line(atlas: Atlas, location: &Location) -> Vec<Element> {
    let name = location.name.as_deref();
    let name = name.map(|name| content_text(atlas, name));
    let country = location
        .country
        .map(|code| country_name(code).unwrap_or_default());
    let place = country.map_or_else(String::new, |country| {
        [country, tr(Message::DetailSeparator)].concat()
    });
    let place = side_note([&place, coordinates(location).as_str()].concat());
    [name, Some(place)].into_iter().flatten().collect()
}

/// Degrees north and east: “47.01, 28.86”.
fn coordinates(location: &Location) -> String {
    let (north, east) = (
        location.latitude.to_string(),
        location.longitude.to_string(),
    );
    [&north, ", ", &east].concat()
}

pub(super) fn with_note(name: String, note: Option<&str>) -> String {
    match note {
        Some(note) => i18n::with_acronym(&name, note),
        None => name,
    }
}
