//! The amounts of the selection in figures: added up by currency, and divided by country.

use crate::components::fact::first_of;
use crate::dom::css_number::percent;
use crate::dom::element::{Element, el};
use crate::i18n::intl::money;
use crate::i18n::{self, Message, country_name, tr, tr_plural, tr_with};
use crate::results::charts::painted;
use crate::state::Atlas;
use atlas_engine::csv;
use atlas_engine::explorer::Explorer;
use atlas_engine::facet::{BitSet, FacetKey};
use atlas_engine::portfolio::{Currency, Money};
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::sums::{CountrySums, CurrencySum, by_currency};

/// How many currencies and countries are shown; the table for spreadsheets has all.
const MAX_CURRENCIES: usize = 12;
const MAX_COUNTRIES: usize = 20;

fn sums_by_country(
    explorer: &Explorer,
    query: &Query,
    set: &BitSet,
) -> Option<(Currency, CountrySums)> {
    let amounts = explorer.amounts_of(query)?;
    let sums = CountrySums::of(explorer.portfolio(), amounts, set);
    Some((amounts.currency, sums))
}

/// The charts of amounts; `None` if no project of the selection states one.
pub(crate) fn charts_of_amounts(atlas: Atlas, set: &BitSet) -> Option<Element> {
    let explorer = atlas.explorer();
    let currencies = by_currency(explorer.amounts(), set);
    if currencies.is_empty() {
        return None;
    }
    let by_country = sums_by_country(&explorer, &atlas.query(), set);
    let by_country = by_country.map(|(currency, sums)| country_chart(atlas, currency, &sums));
    let charts = el("div")
        .key("amounts")
        .child(currency_figures(currencies))
        .child(by_country);
    Some(charts)
}

fn chart(key: &'static str, title: String, note: Option<Message>) -> Element {
    let id = ["chart-", key].concat();
    let title = el("h3")
        .class("chart__title")
        .attr("id", id.clone())
        .child(title);
    let note = note.map(|note| el("p").class("chart__note").child(note));
    el("div")
        .key(key.to_owned())
        .class("chart chart--years")
        .attr("role", "group")
        .attr("data-chart", key)
        .attr("aria-labelledby", id)
        .child(el("div").class("chart__header").child(title).child(note))
}

fn currency_figures(sums: Vec<CurrencySum>) -> Element {
    let (sums, further) = first_of(sums, MAX_CURRENCIES);
    let figures = sums.iter().map(|sum| {
        el("div")
            .class("key-figure")
            .child(el("dt").child(i18n::projects(sum.projects)))
            .child(el("dd").child(money(sum.sum.rounded(), sum.currency)))
    });
    let figures = el("dl")
        .class("key-figures key-figures--amounts")
        .child(figures.collect::<Vec<_>>());
    chart("currencies", tr(Message::SumsByCurrency).to_owned(), None)
        .child(figures)
        .child(further.map(|further| el("p").class("chart__note").child(further)))
}

fn country_chart(atlas: Atlas, currency: Currency, sums: &CountrySums) -> Element {
    let largest = sums.countries.iter().map(|it| it.sum);
    let largest = largest.chain([sums.undivided, sums.without_country]).max();
    let scale = Scale {
        currency,
        largest: largest.unwrap_or_default(),
    };
    let query = atlas.query();
    let countries = sums.countries.iter().take(MAX_COUNTRIES).map(|of_country| {
        let code = of_country.country;
        let name = country_name(code).unwrap_or(code.as_str()).to_owned();
        let key = code.to_string();
        let is_selected = query.has(&FacetKey::COUNTRY, &key);
        let row = scale.row(name, of_country.sum, of_country.projects, Some(is_selected));
        let toggled = key.clone();
        let button = row.on("click", move |_| atlas.toggle(&FacetKey::COUNTRY, &toggled));
        (key, button)
    });
    let undivided = (sums.undivided_projects > 0).then(|| {
        let name = tr(Message::Undivided).to_owned();
        let row = scale.row(name, sums.undivided, sums.undivided_projects, None);
        ("undivided".to_owned(), row)
    });
    let without_country = (sums.without_country_projects > 0).then(|| {
        let name = tr(Message::NotStated).to_owned();
        let projects = sums.without_country_projects;
        let row = scale.row(name, sums.without_country, projects, None);
        (NOT_STATED.to_owned(), row)
    });
    let rows = countries.chain(undivided).chain(without_country);
    let rows = rows.map(|(key, row)| el("li").key(key.clone()).attr("data-value", key).child(row));
    let rows: Vec<Element> = rows.collect();
    let title = tr_with(Message::SumsByCountry, &[("currency", currency.as_str())]);
    let further = sums.countries.len().saturating_sub(MAX_COUNTRIES) as u32;
    let further = (further > 0).then(|| {
        let further = tr_plural(i18n::PluralMessage::Further, further);
        el("p").class("chart__note").child(further)
    });
    chart("sums", title, Some(Message::SumsNote))
        .child(el("ol").key("bars").class("chart__bars").child(rows))
        .child(further)
}

struct Scale {
    currency: Currency,
    largest: Money,
}

impl Scale {
    /// A sum with its bar: a button if it can be selected.
    fn row(&self, name: String, sum: Money, projects: u32, is_selected: Option<bool>) -> Element {
        let amount = money(sum.rounded(), self.currency);
        let share = sum.hundredths() as f64 / self.largest.hundredths().max(1) as f64;
        let line = el("span")
            .class("bar__track")
            .child(el("span").style("inline-size", percent(share.max(0.0))));
        let in_words = [&name, tr(Message::PartSeparator), &amount].concat();
        let in_words = [
            &in_words,
            tr(Message::ListSeparator),
            &i18n::projects(projects),
        ]
        .concat();
        let row = match is_selected {
            Some(is_selected) => el("button")
                .attr("type", "button")
                .class("bar bar--amount")
                .attr("aria-pressed", is_selected.to_string())
                .attr("aria-label", in_words),
            None => el("div")
                .class("bar bar--amount bar--not-stated")
                .attr("role", "img")
                .attr("aria-label", in_words),
        };
        row.key("row")
            .child(el("span").class("bar__name").child(name))
            .child(painted("bar__count", amount))
            .child(line)
    }
}

/// The same sums as rows for spreadsheets: what, where, how many projects, and the sum last.
pub(crate) fn add_sums(table: &mut String, explorer: &Explorer, query: &Query, set: &BitSet) {
    let mut row = |list: &str, name: &str, projects: u32, sum: Money| {
        let (projects, sum) = (projects.to_string(), sum.to_string());
        csv::add_row(table, &[list, name, &projects, "", &sum]);
    };
    let label = tr(Message::SumsByCurrency);
    for sum in by_currency(explorer.amounts(), set) {
        row(label, sum.currency.as_str(), sum.projects, sum.sum);
    }
    let Some((currency, sums)) = sums_by_country(explorer, query, set) else {
        return;
    };
    let label = tr_with(Message::SumsByCountry, &[("currency", currency.as_str())]);
    for of_country in &sums.countries {
        let code = of_country.country;
        let name = country_name(code).unwrap_or(code.as_str());
        row(&label, name, of_country.projects, of_country.sum);
    }
    if sums.undivided_projects > 0 {
        row(
            &label,
            tr(Message::Undivided),
            sums.undivided_projects,
            sums.undivided,
        );
    }
    if sums.without_country_projects > 0 {
        let projects = sums.without_country_projects;
        row(
            &label,
            tr(Message::NotStated),
            projects,
            sums.without_country,
        );
    }
}
