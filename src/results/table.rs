use crate::components::compare_toggle::compare_box;
use crate::components::content_lang::{content_lang, content_text};
use crate::components::dates::{dates, time_strip};
use crate::components::fact::{first_of, not_stated};
use crate::components::highlight::highlighted;
use crate::components::no_results::no_results;
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::host::{History, page, printing, storage};
use crate::i18n::{self, Message, tr_with};
use crate::results::card::{separated, title_link};
use crate::results::csv_button::csv_button;
use crate::results::entries::{amount_cell, entries};
use crate::results::pagination::{Pages, paginate, results_in_pages};
use crate::results::paging_buttons::{show_earlier, show_more};
use crate::results::sort_order::{column_label, order_name};
use crate::state::Atlas;
use atlas_engine::column_sort;
use atlas_engine::csv;
use atlas_engine::facet::Facet;
use atlas_engine::portfolio::{Currency, Project};
use atlas_engine::query::{ColumnOrder, SortColumn};
use leptos::prelude::*;
use std::sync::Arc;

const PAGE_SIZE: usize = 50;
const FURTHER_SIZE: usize = 100;

const BATCH_SIZE: usize = 5;

/// How many values a cell lists, at most and at least; the record has them all.
const MAX_IN_A_CELL: usize = 10;
const MIN_IN_A_CELL: usize = 2;

/// How many values a row lists, with at least `MIN_IN_A_CELL` in each cell.
const MAX_IN_A_ROW: usize = 60;

const MAX_MARKS_IN_A_ROW: usize = 8;

/// About how many nodes a row has without its cells: its checkbox, title and period.
const NODES_OF_ROW: usize = 12;

const REMEMBERED_AS: &str = "atlas-columns";

struct Column {
    key: String,
    label: String,
    shows: SortColumn,
}

#[derive(Clone)]
struct Table {
    atlas: Atlas,
    columns: Arc<Vec<Column>>,
    /// How many columns cannot be selected, in words.
    further_columns: Option<String>,
    selected: RwSignal<Vec<String>>,
    pages: Pages,
    printing: RwSignal<bool>,
}

pub(crate) fn table_view(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    let (columns, further_columns) = first_of(columns(atlas), MAX_COLUMNS);
    let selected = RwSignal::new(remembered(&columns));
    let columns = Arc::new(columns);
    let nodes = {
        let columns = columns.clone();
        move |record| untrack(|| nodes_of_row(atlas, &shown(&columns, selected), record))
    };
    let table = Table {
        atlas,
        columns,
        further_columns,
        selected,
        pages: paginate(atlas, (PAGE_SIZE, FURTHER_SIZE), BATCH_SIZE, nodes),
        printing: printing::printing(),
    };
    let (head, body) = (table.clone(), table.clone());
    let none = dynamic(move || (atlas.shown() == 0).then(|| no_results().finish()));
    let grid = el("table")
        .class("table")
        .child(caption(&table))
        .child(el("thead").child(dynamic(move || Some(head_row(&head).finish()))))
        .child(el("tbody").child(dynamic(move || Some(rows(&body)))));
    let written = table.clone();
    let download = csv_button(Message::TableDownload, "projects", move || {
        untrack(|| csv_of(&written))
    });
    let tools = el("div")
        .class("table-tools")
        .child(column_choice(&table))
        .child(download.attr("hidden", flag(move || atlas.shown() == 0)));
    let fits = {
        let (columns, selected) = (table.columns.clone(), table.selected);
        flag(move || shown(&columns, selected).len() <= MAX_FITTING)
    };
    let view = el("div")
        .child(tools)
        .child(show_earlier(atlas, table.pages))
        .child(
            el("div")
                .class("table-frame")
                .class_if("table-frame--fits", fits)
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-labelledby", "table-caption")
                .attr("hidden", flag(move || atlas.shown() == 0))
                .child(grid),
        )
        .child(show_more(atlas, table.pages, false))
        .child(none);
    view.finish()
}

/// How many currencies have a column in the file for spreadsheets.
const MAX_CURRENCIES: usize = 20;

/// All results with the columns that are shown, each list of values in one cell, and the amounts last.
fn csv_of(table: &Table) -> String {
    let atlas = table.atlas;
    let (explorer, results) = (atlas.explorer(), atlas.results());
    let mut shown = table.shown();
    let mut written = String::new();
    let title = [SortColumn::Title];
    let heads = title.iter().chain(&shown);
    let mut heads: Vec<String> = heads.map(|column| column_label(atlas, column)).collect();
    // Plain numbers, so that spreadsheets can calculate, need a column for each currency.
    let currencies = match shown.iter().position(|it| *it == SortColumn::Amount) {
        Some(at) => {
            shown.remove(at);
            let label = heads.remove(at + 1);
            let stated = explorer.amounts().currencies.iter().take(MAX_CURRENCIES);
            let stated: Vec<Currency> = stated.map(|it| it.currency).collect();
            heads.extend(
                stated
                    .iter()
                    .map(|it| i18n::with_acronym(&label, it.as_str())),
            );
            stated
        }
        None => Vec::new(),
    };
    csv::add_row(&mut written, &borrowed(&heads));
    for record in &results.projects {
        let Some(project) = explorer.project(*record) else {
            continue;
        };
        let mut row = vec![project.title.clone()];
        row.extend(shown.iter().map(|column| match column {
            SortColumn::Title => project.title.clone(),
            SortColumn::Period => dates(project).unwrap_or_default(),
            SortColumn::Identifier => project.identifier.clone().unwrap_or_default(),
            SortColumn::Amount => String::new(),
            SortColumn::Facet(key) => {
                let facet = explorer.facets().facet(key);
                let entries = facet.map(|facet| entries(facet, *record, project));
                let entries = entries.unwrap_or_default().into_iter();
                entries.map(|it| it.name).collect::<Vec<_>>().join("; ")
            }
        }));
        row.extend(currencies.iter().map(|currency| {
            let total = project.total(*currency);
            total.map_or_else(String::new, |total| total.to_string())
        }));
        csv::add_row(&mut written, &borrowed(&row));
    }
    written
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Every column but the title that has content.
fn columns(atlas: Atlas) -> Vec<Column> {
    let explorer = atlas.explorer();
    let facets = explorer.facets();
    let has_content = |column: &SortColumn| match column {
        SortColumn::Title => false,
        SortColumn::Period => facets.years.bounds().is_some(),
        SortColumn::Amount => explorer.amounts().within(None).is_some(),
        SortColumn::Identifier => {
            let mut projects = explorer.portfolio().projects.iter();
            projects.any(|project| project.identifier.is_some())
        }
        SortColumn::Facet(key) => {
            let facet = facets.facet(key);
            facet.is_some_and(|facet| facet.stated().next().is_some())
        }
    };
    let columns = column_sort::columns(facets).into_iter().filter(has_content);
    let columns = columns.map(|shows| Column {
        key: shows.key(),
        label: column_label(atlas, &shows),
        shows,
    });
    columns.collect()
}

/// How many columns fit beside the filters.
const MAX_FITTING: usize = 6;

const MAX_COLUMNS: usize = 50;

fn remembered(columns: &[Column]) -> Vec<String> {
    const FIRST: [&str; 6] = [
        "period",
        "amount",
        "status",
        "country",
        "donor",
        "implementing",
    ];
    let remembered = storage::recall(REMEMBERED_AS);
    let wanted: Vec<&str> = match &remembered {
        Some(keys) => keys.split(' ').collect(),
        None => FIRST.to_vec(),
    };
    let keys = columns.iter().map(|column| column.key.clone());
    keys.filter(|key| wanted.contains(&key.as_str())).collect()
}

fn caption(table: &Table) -> Element {
    let atlas = table.atlas;
    let words = text(move || {
        let projects = i18n::projects(atlas.shown());
        let order = order_name(atlas);
        tr_with(
            Message::TableCaption,
            &[("projects", &projects), ("order", &order)],
        )
    });
    el("caption").attr("id", "table-caption").child(words)
}

fn shown(columns: &[Column], selected: RwSignal<Vec<String>>) -> Vec<SortColumn> {
    let selected = selected.get();
    let shown = columns.iter();
    let shown = shown.filter(|column| selected.contains(&column.key));
    shown.map(|column| column.shows.clone()).collect()
}

impl Table {
    fn shown(&self) -> Vec<SortColumn> {
        shown(&self.columns, self.selected)
    }
}

fn max_in_a_cell(columns: usize) -> usize {
    let share = MAX_IN_A_ROW / columns.max(1);
    share.clamp(MIN_IN_A_CELL, MAX_IN_A_CELL)
}

fn nodes_of_row(atlas: Atlas, shown: &[SortColumn], record: u32) -> usize {
    let explorer = atlas.explorer();
    let max = max_in_a_cell(shown.len());
    let cells = shown.iter().map(|shows| match shows {
        SortColumn::Facet(key) => {
            let facet = explorer.facets().facet(key);
            let stated = facet.map_or(0, |facet| facet.column.values(record).len());
            1 + stated.min(max)
        }
        SortColumn::Title | SortColumn::Period | SortColumn::Identifier => 1,
        SortColumn::Amount => 4,
    });
    let nodes = NODES_OF_ROW + cells.sum::<usize>();
    if atlas.highlighter().is_empty() {
        nodes
    } else {
        nodes + MAX_MARKS_IN_A_ROW
    }
}

/// The direction of sorting by a column, as a value of `aria-sort`.
fn sorted(atlas: Atlas, shows: &SortColumn) -> &'static str {
    let results = atlas.results();
    let by = results.column.clone();
    let by = by.or_else(|| ColumnOrder::of_sort(results.sort));
    match by.filter(|by| by.column == *shows) {
        None => "none",
        Some(by) if by.is_descending => "descending",
        Some(_) => "ascending",
    }
}

/// Sorts by a column, or in reverse if that is already so; periods start with the latest, amounts with the
/// largest.
fn sort_by(atlas: Atlas, shows: &SortColumn) {
    let sorted = untrack(|| sorted(atlas, shows));
    let order = ColumnOrder {
        column: shows.clone(),
        is_descending: match shows {
            SortColumn::Period | SortColumn::Amount => sorted != "descending",
            SortColumn::Title | SortColumn::Identifier | SortColumn::Facet(_) => {
                sorted == "ascending"
            }
        },
    };
    atlas.change(History::Push, |query| query.sort_by(order));
}

fn column_choice(table: &Table) -> Element {
    let choose = |table: &Table, column: &Column| {
        let (key, known) = (column.key.clone(), column.key.clone());
        let (selected, pages) = (table.selected, table.pages);
        let tick = el("input")
            .attr("type", "checkbox")
            .state("checked", flag(move || selected.get().contains(&known)))
            .on("change", move |_| {
                let is_added = !selected.read_untracked().contains(&key);
                selected.update(|keys| {
                    if keys.contains(&key) {
                        keys.retain(|it| *it != key);
                    } else {
                        keys.push(key.clone());
                    }
                });
                storage::remember(REMEMBERED_AS, &selected.get_untracked().join(" "));
                pages.resize(is_added);
            });
        el("label")
            .class("table-columns__option")
            .child(tick)
            .child(el("span").child(column.label.as_str()))
    };
    // There may be many, so they are in the page only while they are visible.
    let is_open = RwSignal::new(false);
    let table = table.clone();
    let boxes = dynamic(move || {
        let boxes: Vec<Element> = table.columns.iter().map(|it| choose(&table, it)).collect();
        let further = table.further_columns.clone();
        let choice = el("fieldset")
            .child(
                el("legend")
                    .class("visually-hidden")
                    .child(Message::Columns),
            )
            .child(boxes)
            .child(further.map(|further| el("span").child(further)));
        is_open.get().then(|| choice.finish())
    });
    el("details")
        .class("table-columns")
        .on("toggle", move |event| is_open.set(page::is_open(&event)))
        .child(el("summary").child(Message::Columns))
        .child(boxes)
}

fn head_row(table: &Table) -> Element {
    let atlas = table.atlas;
    let cell = |shows: SortColumn| {
        let arrow = el("span")
            .class("table__sort-icon")
            .attr("aria-hidden", "true");
        let label = column_label(atlas, &shows);
        let sorts = shows.clone();
        let sort = el("button")
            .attr("type", "button")
            .class("table__sort")
            .on("click", move |_| sort_by(atlas, &sorts))
            .child(label)
            .child(arrow);
        el("th")
            .attr("scope", "col")
            .class((shows == SortColumn::Amount).then(|| "table__amount".to_owned()))
            .attr("aria-sort", text(move || sorted(atlas, &shows).to_owned()))
            .child(sort)
    };
    let pick = el("th")
        .attr("scope", "col")
        .class("table__compare")
        .child(el("span").class("visually-hidden").child(Message::Compare));
    let cells: Vec<Element> = table.shown().into_iter().map(cell).collect();
    el("tr")
        .child(pick)
        .child(cell(SortColumn::Title))
        .child(cells)
}

fn rows(table: &Table) -> AnyView {
    let explorer = table.atlas.explorer();
    let shown = table.shown();
    let atlas = table.atlas;
    let draw = move |record| Some(row(atlas, &shown, record, explorer.project(record)?));
    let on_paper = table.printing.get();
    results_in_pages(atlas, table.pages, on_paper, Arc::new(draw))
}

fn row(atlas: Atlas, shown: &[SortColumn], record: u32, project: &Project) -> Element {
    let atlas = atlas.with_marks(MAX_MARKS_IN_A_ROW);
    let title = content_lang(atlas, title_link(atlas, project, "table__title"));
    let acronym = project.acronym.as_deref();
    let acronym = acronym.map(|it| content_text(atlas, it).class("acronym"));
    let max = max_in_a_cell(shown.len());
    let cells = shown.iter().map(|shows| match shows {
        SortColumn::Title => el("td"),
        SortColumn::Period => {
            let words = match dates(project) {
                Some(dates) => el("span").child(dates),
                None => not_stated(),
            };
            el("td")
                .class("table__period")
                .child(words)
                .child(time_strip(atlas, project))
        }
        SortColumn::Amount => amount_cell(project).class("table__amount"),
        SortColumn::Identifier => match &project.identifier {
            Some(identifier) => el("td").child(highlighted(atlas, identifier.as_str())),
            None => el("td").child(not_stated()),
        },
        SortColumn::Facet(key) => {
            let explorer = atlas.explorer();
            facet_cell(atlas, explorer.facets().facet(key), max, record, project)
        }
    });
    let cells: Vec<Element> = cells.collect();
    el("tr")
        .attr("data-project", project.id.clone())
        .child(
            el("td")
                .class("table__compare")
                .child(compare_box(atlas, project)),
        )
        .child(el("th").attr("scope", "row").child(title).child(acronym))
        .child(cells)
}

fn facet_cell(
    atlas: Atlas,
    facet: Option<&Facet>,
    max: usize,
    record: u32,
    project: &Project,
) -> Element {
    let Some(facet) = facet else {
        return el("td");
    };
    let (stated, further) = first_of(entries(facet, record, project), max);
    if stated.is_empty() {
        return el("td").child(not_stated());
    }
    let links = stated.iter().map(|entry| entry.link(atlas, facet));
    separated(el("td"), links.collect(), further)
}
