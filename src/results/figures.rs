//! The selection in figures. Every bar is a button that filters.

use crate::components::element_size::element_width;
use crate::components::fact::first_of;
use crate::components::names::value_name;
use crate::components::no_results::no_results;
use crate::dom::dynamic::{count, dynamic, flag};
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::i18n::intl::number;
use crate::i18n::{self, Message, tr};
use crate::results::charts::{
    ChartOf, Expansion, NONE_EXPANDED, bar_chart, initial_bars, percentage, year_chart,
};
use crate::results::csv_button::csv_button;
use crate::results::pictures::{CHARTS, picture_download};
use crate::results::sums::{add_sums, charts_of_amounts};
use crate::state::Atlas;
use atlas_engine::csv;
use atlas_engine::explorer::{Explorer, is_useful};
use atlas_engine::facet::FacetKind;
use atlas_engine::statistics::Statistics;
use leptos::prelude::*;

/// The minimum width of a column of charts, in CSS pixels.
const COLUMN: u32 = 300;
/// Beyond this, bars get longer instead.
const MAX_COLUMNS: u32 = 3;
/// What a chart needs in addition to its bars, in bars.
const CHART_HEAD: usize = 3;

pub(crate) fn figures_view(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    // Outlives the charts, which are drawn again for new results.
    let expanded = RwSignal::new(NONE_EXPANDED);
    let frame = element_width();
    let columns = count(move || (frame.size().0 / COLUMN).max(1).min(MAX_COLUMNS));
    let page = dynamic(move || {
        let explorer = atlas.explorer();
        let figures = figures_of(&explorer, &atlas.results().matches.records);
        if figures.projects == 0 {
            return Some(no_results().finish_in_place());
        }
        let (columns, further) = in_columns(&explorer, columns.get());
        let charted: usize = columns.iter().map(Vec::len).sum();
        let columns = columns.into_iter().enumerate().map(|(number, facets)| {
            let charts = facets.into_iter().filter_map(|at| {
                let facet = explorer.facets().facets.get(at)?;
                let of_facet = figures.facets.get(at)?;
                let expansion = Expansion { expanded, at };
                let chart = ChartOf {
                    facet,
                    figures: of_facet,
                    projects: figures.projects,
                    charted,
                };
                Some(bar_chart(atlas, chart, expansion))
            });
            el("div")
                .key(number.to_string())
                .class("figures__column")
                .child(charts.collect::<Vec<_>>())
        });
        let charts = el("div")
            .key("charts")
            .class("figures__charts")
            .child(columns.collect::<Vec<_>>());
        let foot = el("div")
            .class("figures__footer")
            .child(el("p").child(Message::FiguresNote))
            .child(
                csv_button(Message::FiguresDownload, "charts", move || table(atlas))
                    .key("download"),
            );
        let page = el("div")
            .key("figures")
            .child(key_figures(&figures))
            .child(charts_of_amounts(atlas, &atlas.results().matches.records))
            .child(year_chart(atlas, &figures))
            .child(el("p").class("figures__scale").child(Message::FiguresScale))
            .child(charts)
            .child(further.map(|further| el("p").class("figures__scale").child(further)))
            .child(foot);
        Some(page.finish_in_place())
    });
    let figures = el("div")
        .class("figures")
        .on_create(frame.element())
        .child(page)
        .child(picture_download(atlas, &CHARTS).attr("hidden", flag(move || atlas.shown() == 0)));
    figures.finish()
}

fn figures_of(explorer: &Explorer, records: &atlas_engine::facet::BitSet) -> Statistics {
    Statistics::of(explorer.facets(), records)
}

const MAX_CHARTS: usize = 20;

/// Each chart goes where there is most room. Heights are those of the whole portfolio, so that no chart
/// moves to another column while a visitor filters.
fn in_columns(explorer: &Explorer, count: u32) -> (Vec<Vec<usize>>, Option<String>) {
    let mut columns = vec![(0, Vec::new()); count as usize];
    let facets = explorer.facets().facets.iter().enumerate();
    let useful = facets.filter(|(_, facet)| is_useful(facet));
    let (charted, further) = first_of(useful.collect(), MAX_CHARTS);
    let initial = initial_bars(charted.len());
    for (at, facet) in charted {
        let shortest = columns.iter_mut().min_by_key(|(height, _)| *height);
        if let Some((height, charts)) = shortest {
            *height += facet.values.len().min(initial) + CHART_HEAD;
            charts.push(at);
        }
    }
    let columns = columns.into_iter().map(|(_, charts)| charts);
    (columns.collect(), further)
}

/// The few numbers that people quote, without those that no project states.
fn key_figures(figures: &Statistics) -> Element {
    let mut numbers = vec![(Message::FigureProjects, number(figures.projects))];
    let kinds = [
        (Message::FigureCountries, FacetKind::Country),
        (Message::FigureDonors, FacetKind::Donor),
        (Message::FigureAgencies, FacetKind::Implementing),
        (Message::FigurePartners, FacetKind::Partner),
    ];
    for (label, kind) in kinds {
        let stated = figures.stated(&kind) as u32;
        if stated > 0 {
            numbers.push((label, number(stated)));
        }
    }
    let span = figures.span.map(|(first, last)| i18n::years(first, last));
    numbers.extend(span.map(|span| (Message::Years, span)));
    let figures = numbers.into_iter().map(|(label, number)| {
        el("div")
            .class("key-figure")
            .child(el("dt").child(label))
            .child(el("dd").child(number))
    });
    el("dl")
        .class("key-figures")
        .child(figures.collect::<Vec<_>>())
}

/// The same numbers as a table for spreadsheets.
fn table(atlas: Atlas) -> String {
    let explorer = atlas.explorer();
    let results = untrack(|| atlas.results());
    let figures = figures_of(&explorer, &results.matches.records);
    let mut table = String::new();
    let mut row = |list: &str, name: &str, count: u32| {
        let share = percentage(count, figures.projects).to_string();
        csv::add_row(&mut table, &[list, name, &count.to_string(), &share]);
    };
    row(tr(Message::FigureProjects), "", figures.projects);
    for (year, count) in explorer.facets().years.years().zip(&figures.years) {
        row(tr(Message::Years), &year.to_string(), *count);
    }
    for (facet, of_facet) in explorer.facets().facets.iter().zip(&figures.facets) {
        let label = i18n::facet_label(&facet.kind);
        for counted in &of_facet.values {
            if let Some(value) = facet.values.get(counted.value as usize) {
                row(&label, &value_name(value), counted.count);
            }
        }
        if of_facet.not_stated > 0 {
            row(&label, tr(Message::NotStated), of_facet.not_stated);
        }
    }
    let mut heads = vec![
        Message::ColumnFacet,
        Message::ColumnValue,
        Message::FigureProjects,
        Message::ColumnShare,
    ];
    if explorer.amounts().within(None).is_some() {
        heads.push(Message::Amount);
        let query = untrack(|| atlas.query());
        add_sums(&mut table, &explorer, &query, &results.matches.records);
    }
    let mut head = String::new();
    let heads: Vec<&str> = heads.into_iter().map(tr).collect();
    csv::add_row(&mut head, &heads);
    head.push_str(&table);
    head
}
