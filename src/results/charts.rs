//! Charts as lists of buttons: they read as they look, and filter when pressed.

use crate::components::content_lang::content_lang;
use crate::components::names::value_name;
use crate::dom::css_number::{Bar as Length, bar as length_of, longest, percent, share};
use crate::dom::element::{Element, el};
use crate::filters::timeline::MAX_LABELLED_ON_A_PHONE;
use crate::host::History;
use crate::i18n::intl::number;
use crate::i18n::{self, Message, PluralMessage, tr, tr_plural, tr_with};
use crate::state::Atlas;
use atlas_engine::facet::Facet;
use atlas_engine::query::NOT_STATED;
use atlas_engine::sort::sort;
use atlas_engine::statistics::{FacetStatistics, Statistics};
use leptos::prelude::*;

/// How many bars a chart shows at first: at most, at least, and in all charts together.
const MAX_INITIAL_BARS: usize = 8;
const MIN_INITIAL_BARS: usize = 4;
const MAX_INITIAL_BARS_IN_ALL: usize = 96;

pub(crate) fn initial_bars(charts: usize) -> usize {
    (MAX_INITIAL_BARS_IN_ALL / charts.max(1)).clamp(MIN_INITIAL_BARS, MAX_INITIAL_BARS)
}

/// How many selected values below the ranks shown have a bar: in all charts, and at least in each.
const MAX_SELECTED: usize = 60;
const MIN_SELECTED: usize = 3;

/// How many bars a chart has at most; the table for spreadsheets has all.
const MAX_BARS: usize = 108;

/// The chart that shows more bars, by its facet's position: only one, so that the page stays light.
#[derive(Clone, Copy)]
pub(crate) struct Expansion {
    pub(crate) expanded: RwSignal<usize>,
    pub(crate) at: usize,
}

pub(crate) const NONE_EXPANDED: usize = usize::MAX;

impl Expansion {
    fn is_expanded(self) -> bool {
        self.expanded.get() == self.at
    }
}

#[derive(Clone, Copy)]
pub(crate) struct ChartOf<'a> {
    pub(crate) facet: &'a Facet,
    pub(crate) figures: &'a FacetStatistics,
    /// How many projects there are: the whole for the shares.
    pub(crate) projects: u32,
    pub(crate) charted: usize,
}

/// Up to this many columns show their numbers; with more, only the selected and the highest do.
const NUMBERED: usize = 24;

const LABELS: usize = 12;

pub(crate) fn percentage(part: u32, whole: u32) -> u32 {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

fn share_of(part: u32, whole: u32) -> String {
    match percentage(part, whole) {
        0 if part > 0 => tr(Message::LessThanOnePercent).to_owned(),
        percent => tr_with(Message::Percent, &[("number", &number(percent))]),
    }
}

#[derive(Clone, Copy)]
struct Scale {
    projects: u32,
    longest: u32,
}

struct Bar {
    key: String,
    name: String,
    count: u32,
    selected: bool,
}

pub(crate) fn bar_chart(atlas: Atlas, chart: ChartOf<'_>, expansion: Expansion) -> Element {
    let ChartOf {
        facet,
        figures,
        projects,
        charted,
    } = chart;
    let query = atlas.query();
    let stated = figures.values.iter().map(|value| value.count);
    let scale = Scale {
        projects,
        longest: match longest(stated, projects) {
            0 => figures.not_stated,
            longest => longest,
        },
    };
    let mut bars: Vec<Bar> = Vec::with_capacity(figures.values.len() + 1);
    // Sorted, because a long address may choose thousands.
    let of_facet = query.choices.iter();
    let of_facet = of_facet.filter(|it| !it.excluded && it.facet == facet.key);
    let mut selected: Vec<&str> = of_facet.map(|it| it.value.as_str()).collect();
    sort(&mut selected, Ord::cmp);
    for counted in &figures.values {
        if let Some(value) = facet.values.get(counted.value as usize) {
            bars.push(Bar {
                key: value.key.clone(),
                name: value_name(value),
                count: counted.count,
                selected: selected.binary_search(&value.key.as_str()).is_ok(),
            });
        }
    }
    let all = bars.len();
    let initial = initial_bars(charted);
    let shown = if expansion.is_expanded() {
        MAX_BARS
    } else {
        initial
    };
    let max_selected = (MAX_SELECTED / charted.max(1)).max(MIN_SELECTED);
    // Chosen values stay visible, whatever their rank.
    let (mut rank, mut kept) = (0, 0);
    bars.retain(|bar| {
        rank += 1;
        let stays = rank <= shown || (bar.selected && kept < max_selected);
        kept += usize::from(stays && rank > shown);
        stays
    });
    if figures.not_stated > 0 {
        bars.push(Bar {
            key: NOT_STATED.to_owned(),
            name: tr(Message::NotStated).to_owned(),
            count: figures.not_stated,
            selected: query.has(&facet.key, NOT_STATED),
        });
    }
    let id = ["chart-", facet.key.as_str()].concat();
    let bars = bars
        .into_iter()
        .map(|bar| bar_row(atlas, facet, bar, scale));
    let title = el("h3")
        .class("chart__title")
        .attr("id", id.clone())
        .child(i18n::facet_label(&facet.kind));
    let of = (all > 0).then(|| el("span").class("chart__total").child(number(all as u32)));
    // A group and not a section: too many landmarks are no help.
    el("div")
        .key(facet.key.to_string())
        .class("chart")
        .attr("role", "group")
        .attr("data-chart", facet.key.to_string())
        .attr("aria-labelledby", id.clone())
        .child(el("div").class("chart__header").child(title).child(of))
        .child(
            el("ol")
                .key("bars")
                .class("chart__bars")
                .child(bars.collect::<Vec<_>>()),
        )
        .child(further(all.saturating_sub(MAX_BARS + kept), expansion))
        .child((all > initial).then(|| more(&id, all, initial, expansion)))
}

fn further(left: usize, expansion: Expansion) -> Option<Element> {
    let is_due = left > 0 && expansion.is_expanded();
    is_due.then(|| {
        let further = tr_plural(PluralMessage::Further, left as u32);
        el("p").class("chart__note").child(further)
    })
}

fn more(chart: &str, all: usize, initial: usize, expansion: Expansion) -> Element {
    let is_expanded = expansion.is_expanded();
    let label = if is_expanded {
        tr(Message::FewerOfThem).to_owned()
    } else if all <= MAX_BARS {
        tr_with(Message::AllOfThem, &[("count", &number(all as u32))])
    } else {
        i18n::show_more(MAX_BARS - initial, all - initial)
    };
    el("button")
        .key("more")
        .attr("type", "button")
        .class("chart__more button button--quiet")
        .attr("aria-expanded", is_expanded.to_string())
        .attr("aria-describedby", chart.to_owned())
        .attr("id", ["more-", chart].concat())
        .on("click", move |_| {
            expansion.expanded.set(if is_expanded {
                NONE_EXPANDED
            } else {
                expansion.at
            });
        })
        .child(label)
}

fn bar_row(atlas: Atlas, facet: &Facet, bar: Bar, scale: Scale) -> Element {
    let id = ["bar-", facet.key.as_str(), "-", &bar.key].concat();
    let share_text = share_of(bar.count, scale.projects);
    let label = tr_with(
        Message::FigureBar,
        &[
            ("name", &bar.name),
            ("projects", &i18n::projects(bar.count)),
            ("share", &share_text),
        ],
    );
    let (class, length) = match length_of(bar.count, scale.longest) {
        Length::Whole(share) => ("bar__track", share),
        Length::Cut => ("bar__track bar__track--cut", 1.0),
    };
    let line = el("span")
        .class(class)
        .child(el("span").style("inline-size", percent(length)));
    let stated = bar.key != NOT_STATED;
    let toggle = {
        let (facet, value) = (facet.key.clone(), bar.key.clone());
        move |_| atlas.toggle(&facet, &value)
    };
    let name = el("span");
    // Countries and “not stated” have names in the interface's language.
    let name = if stated && facet.kind.has_published_names() {
        content_lang(atlas, name)
    } else {
        name
    };
    let button = el("button")
        .key("button")
        .attr("type", "button")
        .class(if stated { "bar" } else { "bar bar--not-stated" })
        .attr("id", id)
        .attr("aria-pressed", bar.selected.to_string())
        .attr("aria-label", label)
        .on("click", toggle)
        .child(name.class("bar__name").child(bar.name))
        .child(painted("bar__count", number(bar.count)))
        .child(painted("bar__share", share_text))
        .child(line);
    el("li")
        .key(bar.key.clone())
        .attr("data-value", bar.key)
        .attr("data-count", bar.count.to_string())
        .child(button)
}

/// A number that the style sheet paints, because the button's name gives it in other words.
pub(crate) fn painted(class: &'static str, number: String) -> Element {
    el("span").class(class).attr("data-number", number)
}

/// Every other label is left out if there is no room for all.
fn year_label(at: usize, label_every: usize) -> Option<&'static str> {
    let class = match at / label_every % 2 {
        0 => "column__year",
        _ => "column__year column__year--optional",
    };
    at.is_multiple_of(label_every).then_some(class)
}

pub(crate) fn year_chart(atlas: Atlas, figures: &Statistics) -> Option<Element> {
    let explorer = atlas.explorer();
    let periods = explorer.facets().years.periods();
    figures.span?;
    let highest = figures.periods.iter().copied().max().unwrap_or(0);
    let query = atlas.query();
    let range = (query.from, query.to);
    let crowd = periods.len() > NUMBERED;
    let label_every = periods.len().div_ceil(LABELS);
    let mut highest_has_number = false;
    let many = periods.len() > MAX_LABELLED_ON_A_PHONE;
    let columns = periods
        .iter()
        .zip(&figures.periods)
        .enumerate()
        .map(|(at, (&years, &count))| {
            let selected = is_within(range, years);
            let is_first_highest = count == highest && !highest_has_number;
            highest_has_number |= is_first_highest;
            let column = Column {
                years,
                count,
                selected,
                highest,
                is_numbered: count > 0 && (!crowd || is_first_highest),
                label: year_label(at, label_every),
            };
            column.draw(atlas)
        });
    let columns = el("ol")
        .key("columns")
        .class(if many {
            "chart__columns chart__columns--many"
        } else {
            "chart__columns"
        })
        .child(columns.collect::<Vec<_>>());
    let title = el("h3")
        .class("chart__title")
        .attr("id", "chart-years")
        .child(Message::ProjectsPerYear);
    let undated = (figures.undated > 0).then(|| tr_plural(PluralMessage::Undated, figures.undated));
    let notes = [Some(tr(Message::FiguresYearNote).to_owned()), undated];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    let notes = el("p")
        .class("chart__note")
        .child(notes.join(tr(Message::DetailSeparator)));
    let chart = el("div")
        .key("years")
        .attr("role", "group")
        .class(if crowd {
            "chart chart--years chart--dense"
        } else {
            "chart chart--years"
        })
        .attr("data-chart", "years")
        .attr("aria-labelledby", "chart-years")
        .child(el("div").class("chart__header").child(title).child(notes))
        .child(columns);
    Some(chart)
}

struct Column {
    years: (u16, u16),
    count: u32,
    highest: u32,
    selected: bool,
    is_numbered: bool,
    label: Option<&'static str>,
}

impl Column {
    fn draw(self, atlas: Atlas) -> Element {
        let (years, count) = (self.years, self.count);
        let year = years.0;
        let number = self
            .is_numbered
            .then(|| painted("column__count", number(count)));
        let bar = el("span")
            .class("column__bar")
            .style("block-size", share(count, self.highest));
        let stack = el("span").class("column__stack").child(number).child(bar);
        let label = self.label.map(|_| year.to_string());
        let button = el("button")
            .key("button")
            .attr("type", "button")
            .class("column__button")
            .attr("id", ["column-", &year.to_string()].concat())
            .attr("aria-pressed", self.selected.to_string())
            .attr("aria-label", i18n::period_bar(years, count))
            .attr("title", i18n::period_bar(years, count))
            .on("click", move |_| choose(atlas, years))
            .child(stack)
            .child(
                el("span")
                    .class(self.label.unwrap_or("column__year"))
                    .child(label),
            );
        el("li")
            .key(year.to_string())
            .class("column")
            .attr("data-year", year.to_string())
            .attr("data-count", count.to_string())
            .child(button)
    }
}

fn is_within((from, to): (Option<u16>, Option<u16>), (first, last): (u16, u16)) -> bool {
    let (from, to) = (from.unwrap_or(0), to.unwrap_or(u16::MAX));
    from.min(to) <= last && first <= from.max(to) && (from, to) != (0, u16::MAX)
}

/// Chooses a period; a second one extends the range to it, and the same one again clears the range.
fn choose(atlas: Atlas, (first, last): (u16, u16)) {
    atlas.change(History::Push, |query| {
        let length = last - first;
        let range = match (query.from, query.to) {
            (Some(from), Some(to)) if (from, to) == (first, last) => None,
            (Some(from), Some(to)) if to.abs_diff(from) <= length => {
                Some((from.min(first), to.max(last)))
            }
            _ => Some((first, last)),
        };
        (query.from, query.to) = range.unzip();
    });
}
