//! The results as rows.

use super::entries::entries;
use super::record::open;
use crate::atlas::{Atlas, Step};
use crate::browser::piece::CloserPiece;
use crate::browser::storage;
use crate::strings::{self, Word, fill, say};
use crate::view::card::opener_id;
use crate::view::compare_toggle::compare_box;
use crate::view::element::{Element, el};
use crate::view::fact::not_stated;
use crate::view::marked::marked;
use crate::view::no_results::no_results;
use crate::view::period::{period, time_strip};
use crate::view::published::{published, published_text};
use crate::view::reactive::{flag, part, text};
use crate::view::show_more::{Pages, in_pages, page_by_page, show_more};
use atlas_engine::order::sort_positions;
use atlas_engine::portfolio::Project;
use atlas_engine::query::{Sort, View};
use atlas_engine::text::sort_key;
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows are drawn at first, and with each “more”.
const AT_A_TIME: usize = 50;

/// How many of these at once.
const IN_ONE_GO: usize = 25;

/// The name under which the browser remembers the chosen columns.
const REMEMBERED_AS: &str = "atlas-columns";

/// A column beside the title, by what it shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Title,
    Period,
    /// The values of the facet at a position.
    Facet(usize),
}

/// A column that can be chosen.
struct Column {
    key: String,
    label: String,
    shows: Shows,
}

/// The handles that the parts of a table share.
#[derive(Clone)]
struct Table {
    atlas: Atlas,
    columns: Arc<Vec<Column>>,
    /// The keys of the columns shown.
    chosen: RwSignal<Vec<String>>,
    /// An order that only this table knows, as the query has it.
    order: Memo<String>,
    pages: Pages,
}

/// The results as a table whose columns a visitor chooses and sorts by.
pub(in crate::view) fn table_view(_loaded: CloserPiece, atlas: Atlas) -> Option<AnyView> {
    let columns = columns(atlas);
    let chosen = remembered(&columns);
    let table = Table {
        atlas,
        columns: Arc::new(columns),
        chosen: RwSignal::new(chosen),
        order: Memo::new(move |_| atlas.query().order.clone()),
        pages: page_by_page(atlas, AT_A_TIME, IN_ONE_GO),
    };
    let (head, body) = (table.clone(), table.clone());
    let none = part(move || (atlas.shown() == 0).then(|| no_results().finish()));
    let grid = el("table")
        .class("table")
        .child(caption(&table))
        .child(el("thead").child(part(move || Some(head_row(&head).finish()))))
        .child(el("tbody").child(part(move || Some(rows(&body)))));
    let view = el("div")
        .child(column_choice(&table))
        .child(
            el("div")
                .class("table-frame")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-labelledby", "table-caption")
                .attr("hidden", flag(move || atlas.shown() == 0))
                .child(grid),
        )
        .child(show_more(atlas, table.pages))
        .child(none);
    Some(view.finish())
}

/// Every column that has anything to show.
fn columns(atlas: Atlas) -> Vec<Column> {
    let explorer = atlas.explorer();
    let facets = explorer.facets();
    let mut columns = Vec::new();
    if facets.years.bounds().is_some() {
        columns.push(Column {
            key: "period".to_owned(),
            label: say(Word::Period).to_owned(),
            shows: Shows::Period,
        });
    }
    for (at, facet) in facets.facets.iter().enumerate() {
        if columns.len() < MOST_COLUMNS && facet.stated().next().is_some() {
            columns.push(Column {
                key: facet.key.clone(),
                label: strings::facet_label(&facet.kind),
                shows: Shows::Facet(at),
            });
        }
    }
    columns
}

/// At most so many columns can be chosen from.
const MOST_COLUMNS: usize = 50;

/// The columns chosen on an earlier visit, or else those that say when, where and by whom.
fn remembered(columns: &[Column]) -> Vec<String> {
    const FIRST: [&str; 4] = ["period", "country", "donor", "implementing"];
    let remembered = storage::recall(REMEMBERED_AS);
    let wanted: Vec<&str> = match &remembered {
        Some(keys) => keys.split(' ').collect(),
        None => FIRST.to_vec(),
    };
    let keys = columns.iter().map(|column| column.key.clone());
    keys.filter(|key| wanted.contains(&key.as_str())).collect()
}

/// How many projects, and in which order they stand.
fn caption(table: &Table) -> Element {
    let table = table.clone();
    let words = text(move || {
        let order = match table.own_order() {
            Some((shows, backwards)) => {
                let word = if backwards {
                    Word::OrderDescending
                } else {
                    Word::OrderAscending
                };
                fill(word, &[("column", &table.label(shows))])
            }
            None => say(strings::sort_name(table.atlas.results().sort)).to_owned(),
        };
        let projects = strings::projects(table.atlas.shown());
        fill(
            Word::TableCaption,
            &[("projects", &projects), ("order", &order)],
        )
    });
    el("caption").attr("id", "table-caption").child(words)
}

impl Table {
    fn label(&self, shows: Shows) -> String {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.shows == shows);
        column.map_or_else(
            || say(Word::Title).to_owned(),
            |column| column.label.clone(),
        )
    }

    /// The columns shown; who reads them runs again when others are chosen.
    fn shown(&self) -> Vec<Shows> {
        let chosen = self.chosen.get();
        let shown = self.columns.iter();
        let shown = shown.filter(|column| chosen.contains(&column.key));
        shown.map(|column| column.shows).collect()
    }

    /// By which column the rows are sorted where only this table knows the order, and whether
    /// backwards.
    fn own_order(&self) -> Option<(Shows, bool)> {
        told_order(&self.columns, &self.order.get())
    }

    /// Which way the rows are sorted by a column, in the words of `aria-sort`.
    fn sorted(&self, shows: Shows) -> &'static str {
        let by = match self.own_order() {
            Some(order) => order,
            None => match self.atlas.results().sort {
                Sort::Title => (Shows::Title, false),
                Sort::Oldest => (Shows::Period, false),
                Sort::Newest => (Shows::Period, true),
                Sort::Relevance => return "none",
            },
        };
        match by {
            (column, _) if column != shows => "none",
            (_, true) => "descending",
            (_, false) => "ascending",
        }
    }

    /// Sorts by a column, or the other way round where that is so already.
    fn sort_by(&self, shows: Shows) {
        let sorted = untrack(|| self.sorted(shows));
        let sort = match (shows, sorted) {
            (Shows::Title, "none" | "descending") => Sort::Title,
            (Shows::Period, "descending") => Sort::Oldest,
            (Shows::Period, _) => Sort::Newest,
            _ => {
                let backwards = if sorted == "ascending" { "-" } else { "" };
                let order = [backwards, self.key(shows)].concat();
                self.atlas.change(Step::New, |query| query.order = order);
                return;
            }
        };
        self.atlas.change(Step::New, |query| {
            query.sort = Some(sort);
            query.order.clear();
        });
    }

    fn key(&self, shows: Shows) -> &str {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.shows == shows);
        column.map_or(TITLE, |column| &column.key)
    }

    /// The results in the table's order.
    fn ordered(&self) -> Vec<u32> {
        let rows = self.atlas.results().projects.clone();
        match self.own_order() {
            Some(order) => sorted(self.atlas, rows, order),
            None => rows,
        }
    }
}

/// The key of the column that every table has.
const TITLE: &str = "title";

/// The order that a query tells by a column's key; `None` where it tells none.
fn told_order(columns: &[Column], told: &str) -> Option<(Shows, bool)> {
    let (key, backwards) = match told.strip_prefix('-') {
        Some(key) => (key, true),
        None => (told, false),
    };
    let mut columns = columns.iter();
    let shows = match columns.find(|column| column.key == key) {
        Some(column) => column.shows,
        None if key == TITLE => Shows::Title,
        None => return None,
    };
    Some((shows, backwards))
}

/// The results in the order of the view that is open.
pub(super) fn in_order(atlas: Atlas) -> Vec<u32> {
    let rows = atlas.results().projects.clone();
    let query = atlas.query();
    let told = Some(&query.order).filter(|_| query.view == View::Table);
    match told.and_then(|told| told_order(&columns(atlas), told)) {
        Some(order) => sorted(atlas, rows, order),
        None => rows,
    }
}

fn sorted(atlas: Atlas, mut rows: Vec<u32>, (shows, backwards): (Shows, bool)) -> Vec<u32> {
    let explorer = atlas.explorer();
    let mut keys = vec![String::new(); explorer.portfolio().projects.len()];
    for record in &rows {
        let project = explorer.project(*record);
        if let (Some(key), Some(project)) = (keys.get_mut(*record as usize), project) {
            *key = sort_key(&plain(atlas, shows, *record, project));
        }
    }
    let key = |record: u32| keys.get(record as usize).map_or("", String::as_str);
    sort_positions(&mut rows, &mut |one, other| {
        let (one, other) = (key(one), key(other));
        match (one.is_empty(), other.is_empty()) {
            // What is not stated comes last, either way.
            (false, false) if backwards => other.cmp(one),
            (false, false) => one.cmp(other),
            (one, other) => one.cmp(&other),
        }
    });
    rows
}

/// What a cell says, as plain text to sort by.
fn plain(atlas: Atlas, shows: Shows, record: u32, project: &Project) -> String {
    match shows {
        Shows::Title => project.title.clone(),
        Shows::Period => String::new(),
        Shows::Facet(at) => {
            let explorer = atlas.explorer();
            let Some(facet) = explorer.facets().facets.get(at) else {
                return String::new();
            };
            let names = entries(facet, record, project).into_iter();
            let names: Vec<String> = names.map(|entry| entry.name).collect();
            names.join(say(Word::ListSeparator))
        }
    }
}

/// Which columns there are, each with a box.
fn column_choice(table: &Table) -> Element {
    let choose = |column: &Column| {
        let (key, known) = (column.key.clone(), column.key.clone());
        let chosen = table.chosen;
        let tick = el("input")
            .attr("type", "checkbox")
            .state("checked", flag(move || chosen.get().contains(&known)))
            .on("change", move |_| {
                chosen.update(|keys| {
                    if keys.contains(&key) {
                        keys.retain(|it| *it != key);
                    } else {
                        keys.push(key.clone());
                    }
                });
                storage::remember(REMEMBERED_AS, &chosen.get_untracked().join(" "));
            });
        el("label")
            .class("table-columns__one")
            .child(tick)
            .child(el("span").child(column.label.as_str()))
    };
    let boxes: Vec<Element> = table.columns.iter().map(choose).collect();
    el("details")
        .class("table-columns")
        .child(el("summary").child(Word::Columns))
        .child(
            el("fieldset")
                .child(el("legend").class("visually-hidden").child(Word::Columns))
                .child(boxes),
        )
}

fn head_row(table: &Table) -> Element {
    let cell = |shows: Shows| {
        let (sorted, sorting) = (table.clone(), table.clone());
        let arrow = el("span").class("table__arrow").attr("aria-hidden", "true");
        let sort = el("button")
            .attr("type", "button")
            .class("table__sort")
            .on("click", move |_| sorting.sort_by(shows))
            .child(table.label(shows))
            .child(arrow);
        el("th")
            .attr("scope", "col")
            .attr("aria-sort", text(move || sorted.sorted(shows).to_owned()))
            .child(sort)
    };
    let pick = el("th")
        .attr("scope", "col")
        .class("table__pick")
        .child(el("span").class("visually-hidden").child(Word::Compare));
    let cells: Vec<Element> = table.shown().into_iter().map(cell).collect();
    el("tr").child(pick).child(cell(Shows::Title)).child(cells)
}

fn rows(table: &Table) -> AnyView {
    let explorer = table.atlas.explorer();
    let shown = table.shown();
    let ordered = table.ordered();
    let atlas = table.atlas;
    let draw = move |record| Some(row(atlas, &shown, record, explorer.project(record)?));
    in_pages(Arc::new(ordered), table.pages, Arc::new(draw))
}

fn row(atlas: Atlas, shown: &[Shows], record: u32, project: &Project) -> Element {
    let title = published(atlas, el("button"))
        .attr("type", "button")
        .class("table__title")
        .attr("id", opener_id(project))
        .on("click", move |_| open(atlas, record))
        .child(marked(atlas, project.title.as_str()));
    let acronym = project.acronym.as_deref();
    let acronym = acronym.map(|it| published_text(atlas, it).class("acronym"));
    let cells = shown.iter().map(|shows| match shows {
        Shows::Title => el("td"),
        Shows::Period => {
            let words = match period(project) {
                Some(period) => el("span").child(period),
                None => not_stated(),
            };
            el("td")
                .class("table__period")
                .child(words)
                .child(time_strip(atlas, project))
        }
        Shows::Facet(at) => facet_cell(atlas, *at, record, project),
    });
    let cells: Vec<Element> = cells.collect();
    el("tr")
        .attr("data-project", project.id.clone())
        .child(
            el("td")
                .class("table__pick")
                .child(compare_box(atlas, project)),
        )
        .child(el("th").attr("scope", "row").child(title).child(acronym))
        .child(cells)
}

/// What a project states under the facet at a position.
fn facet_cell(atlas: Atlas, at: usize, record: u32, project: &Project) -> Element {
    let explorer = atlas.explorer();
    let facet = explorer.facets().facets.get(at);
    let stated = facet.map(|facet| entries(facet, record, project));
    let mut cell = el("td");
    for (at, entry) in stated.iter().flatten().enumerate() {
        if at > 0 {
            cell = cell.child(Word::ListSeparator);
        }
        cell = cell.child(entry.shown(atlas));
    }
    if stated.is_none_or(|stated| stated.is_empty()) {
        cell = cell.child(not_stated());
    }
    cell
}
