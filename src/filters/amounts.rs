//! The amounts in one currency as a histogram, with the selected range over it, in a chunk of its own.

use crate::dom::dynamic::{count, dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::filters::axis::{Axis, Bar, Bars, Range};
use crate::filters::bars::histogram;
use crate::filters::years::End;
use crate::host::History;
use crate::host::chunk::{DeferredChunk, FurtherChunk};
use crate::i18n::intl::money;
use crate::i18n::{self, Message, PluralMessage, tr_plural_with, tr_with};
use crate::state::Atlas;
use atlas_engine::explorer::{Explorer, Results};
use atlas_engine::histogram::Histogram;
use atlas_engine::portfolio::{Currency, CurrencyAmounts, Money};
use atlas_engine::query::Query;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

/// How many currencies can be chosen.
const MAX_CURRENCIES: usize = 50;

/// With fewer projects, there is nothing to choose from.
const MIN_PROJECTS: usize = 2;

fn is_useful(amounts: &CurrencyAmounts) -> bool {
    amounts.totals.len() >= MIN_PROJECTS
}

/// The currencies that several projects state.
fn currencies(explorer: &Explorer) -> Vec<Currency> {
    let currencies = explorer.amounts().currencies.iter();
    let useful = currencies.filter(|it| is_useful(it)).take(MAX_CURRENCIES);
    useful.map(|it| it.currency).collect()
}

pub(crate) fn amounts(_loaded: FurtherChunk, atlas: Atlas) -> AnyView {
    let explorer = atlas.explorer();
    let currencies = Arc::new(currencies(&explorer));
    if currencies.is_empty() {
        return ().into_any();
    }
    let atlas = atlas.for_part();
    // A range of amounts does not draw the bars again.
    let chosen = count(move || position_of_currency(atlas) as u32);
    let content = dynamic(move || {
        let explorer = atlas.explorer();
        let amounts = explorer.amounts().currencies.get(chosen.get() as usize)?;
        let is_offered = currencies.contains(&amounts.currency);
        let choice = currencies.len() > 1 || !is_offered;
        let choice = choice.then(|| currency_choice(atlas, &currencies, amounts.currency));
        // Which draws the bars.
        let loaded = atlas.deferred().ready()?;
        let chart = is_useful(amounts).then(|| chart(loaded, atlas, amounts));
        Some(el("div").child(choice).child(chart).finish())
    });
    el("fieldset")
        .class("facet amounts")
        .child(el("legend").child(Message::Amount))
        .child(content)
        .finish()
}

fn position_of_currency(atlas: Atlas) -> usize {
    let explorer = atlas.explorer();
    let chosen = explorer.amounts_of(&atlas.query()).map(|it| it.currency);
    let mut currencies = explorer.amounts().currencies.iter();
    let at = currencies.position(|it| Some(it.currency) == chosen);
    at.unwrap_or(usize::MAX)
}

fn currency_choice(atlas: Atlas, currencies: &[Currency], chosen: Currency) -> Element {
    let absent = (!currencies.contains(&chosen)).then_some(chosen);
    let options = absent.into_iter().chain(currencies.iter().copied());
    let options = options.map(|currency| {
        el("option")
            .attr("value", currency.to_string())
            .state("selected", flag(move || currency == chosen))
            .child(currency.as_str())
    });
    let select = el("select")
        .on("change", move |event| {
            let currency = Currency::parse(&event_target_value(&event));
            let main = atlas
                .explorer()
                .amounts_of(&Query::default())
                .map(|it| it.currency);
            atlas.change(History::Push, |query| {
                // The range was one of another currency.
                (query.amount_from, query.amount_to) = (None, None);
                query.currency = currency.filter(|_| currency != main);
            });
        })
        .child(options.collect::<Vec<_>>());
    el("label")
        .class("years__field")
        .child(el("span").child(Message::Currency))
        .child(select)
}

fn chart(loaded: DeferredChunk, atlas: Atlas, amounts: &CurrencyAmounts) -> Element {
    let currency = amounts.currency;
    let counted = Arc::new(Histogram::of(amounts));
    let counts = Arc::new(Counts::new(counted.clone()));
    let of_bars = counts.clone();
    let bar_count = counted.buckets.len();
    let axis = AmountAxis {
        histogram: counted.clone(),
        currency,
    };
    let bars = counted.buckets.iter().zip(0_u16..).map(|(bucket, at)| Bar {
        range: (at, at),
        data: ("data-amount", bucket.from.to_string()),
        growth: None,
        label: None,
    });
    let bars = Bars {
        axis: Arc::new(axis),
        each: bars.collect(),
        highest: counted.totals.iter().copied().max().unwrap_or(0),
        class: "timeline__years",
        count: Arc::new(move |at| of_bars.get(atlas, at)),
    };
    let round = |amount: Option<Money>| amount.map(|amount| money(amount.rounded(), currency));
    let bounds = el("p")
        .class("amounts__bounds")
        .attr("aria-hidden", "true")
        .child(el("span").child(round(counted.buckets.first().map(|it| it.from))))
        .child(el("span").child(round(counted.buckets.last().map(|it| it.to))));
    let without = text(move || match counts.get(atlas, bar_count) {
        0 => String::new(),
        without => {
            let currency = [("currency", currency.as_str())];
            tr_plural_with(PluralMessage::WithoutAmount, without, &currency)
        }
    });
    let fields = el("div")
        .class("years__fields")
        .child(amount_field(atlas, Message::From, End::From))
        .child(amount_field(atlas, Message::To, End::To));
    el("div")
        .class("amounts__chart")
        .child(histogram(loaded, atlas, bars))
        .child(bounds)
        .child(fields)
        .child(el("p").class("timeline__undated").child(without))
}

/// The counts for the latest results. A memo of them would add the code of signals of their type to the
/// main program.
struct Counts {
    histogram: Arc<Histogram>,
    latest: Mutex<Option<(Arc<Results>, Vec<u32>)>>,
}

impl Counts {
    fn new(histogram: Arc<Histogram>) -> Self {
        Self {
            histogram,
            latest: Mutex::new(None),
        }
    }

    /// Returns the count of the bar at a position; after the last, that of projects without an amount.
    /// Tracked.
    fn get(&self, atlas: Atlas, at: usize) -> u32 {
        let results = atlas.results();
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let is_current = matches!(&*latest, Some((of, _)) if Arc::ptr_eq(of, &results));
        if !is_current {
            let matches = &results.matches;
            let set = matches.of_any_amount.as_ref().unwrap_or(&matches.records);
            let mut counts = self.histogram.count(set);
            let stated: u32 = counts.iter().sum();
            counts.push(set.count() - stated);
            *latest = Some((results, counts));
        }
        let counts = latest.as_ref().map_or(&[][..], |(_, counts)| counts);
        counts.get(at).copied().unwrap_or(0)
    }
}

/// One end of the range as a number, for amounts between the bars.
fn amount_field(atlas: Atlas, label: Message, end: End) -> Element {
    let stated = move || {
        let query = atlas.query();
        match end {
            End::From => query.amount_from,
            End::To => query.amount_to,
        }
    };
    let field = el("input")
        .attr("type", "number")
        .attr("step", "any")
        .value(text(move || {
            stated().map_or_else(String::new, |it| it.to_string())
        }))
        .on("change", move |event| {
            let amount = Money::parse(&event_target_value(&event));
            atlas.change(History::Push, |query| {
                match end {
                    End::From => query.amount_from = amount,
                    End::To => query.amount_to = amount,
                }
                if let (Some(from), Some(to)) = (query.amount_from, query.amount_to) {
                    query.amount_from = Some(from.min(to));
                    query.amount_to = Some(from.max(to));
                }
            });
        });
    el("label")
        .class("years__field")
        .child(el("span").child(label))
        .child(field)
}

/// The buckets of a histogram, by their positions.
struct AmountAxis {
    histogram: Arc<Histogram>,
    currency: Currency,
}

impl AmountAxis {
    fn last(&self) -> u16 {
        self.histogram.buckets.len().saturating_sub(1) as u16
    }

    /// The limits that select some buckets: none at an end of the axis.
    fn limits(&self, (from, to): Range) -> (Option<Money>, Option<Money>) {
        let bucket = |at: u16| self.histogram.buckets.get(usize::from(at));
        (
            bucket(from).filter(|_| from > 0).map(|it| it.from),
            bucket(to).filter(|_| to < self.last()).map(|it| it.to),
        )
    }
}

impl Axis for AmountAxis {
    fn whole(&self) -> Range {
        (0, self.last())
    }

    fn selected(&self, query: &Query) -> Range {
        let (first, last) = self.whole();
        let at = |amount: Option<Money>| amount.map(|it| self.histogram.position(it) as u16);
        let from = at(query.amount_from).unwrap_or(first);
        let to = at(query.amount_to).unwrap_or(last);
        (from.min(to), to.max(from))
    }

    fn is_limited(&self, query: &Query) -> bool {
        query.has_amounts()
    }

    fn includes(&self, query: &Query, (first, last): Range) -> bool {
        let buckets = &self.histogram.buckets;
        let (Some(first), Some(last)) = (
            buckets.get(usize::from(first)),
            buckets.get(usize::from(last)),
        ) else {
            return false;
        };
        query.has_amounts()
            && query.amount_from.is_none_or(|from| from <= last.to)
            && query.amount_to.is_none_or(|to| first.from <= to)
    }

    fn select(&self, query: &mut Query, range: Range) {
        (query.amount_from, query.amount_to) = self.limits(range);
    }

    fn end_in_words(&self, end: End, at: u16) -> String {
        let bucket = self.histogram.buckets.get(usize::from(at));
        let amount = bucket.map(|bucket| match end {
            End::From => bucket.from,
            End::To => bucket.to,
        });
        amount.map_or_else(String::new, |amount| money(amount, self.currency))
    }

    fn bar_in_words(&self, (first, last): Range, count: u32) -> String {
        let buckets = &self.histogram.buckets;
        let from = buckets.get(usize::from(first)).map(|it| it.from);
        let to = buckets.get(usize::from(last)).map(|it| it.to);
        let range = i18n::amount_range(self.currency, from, to).unwrap_or_default();
        let projects = i18n::projects(count);
        tr_with(
            Message::YearBar,
            &[("year", &range), ("projects", &projects)],
        )
    }
}
