use crate::components::content_lang::{content_lang, content_text};
use crate::components::dates::{dates, time_strip};
use crate::components::fact::{first_of, not_stated};
use crate::components::prose::beginning;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::chunk::OnDemandChunk;
use crate::host::{History, focus, page};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, PluralMessage, tr, tr_with};
use crate::results::card::title_link;
use crate::results::entries::{Entry, amount_cell, entries};
use crate::state::Atlas;
use atlas_engine::facet::Facet;
use atlas_engine::portfolio::Project;
use atlas_engine::query::{MAX_COMPARED, View};
use leptos::prelude::*;

/// The compared projects that the portfolio has, with their positions, in the order they were selected.
fn compared(atlas: Atlas) -> Vec<(u32, Project)> {
    let explorer = atlas.explorer();
    let projects = &explorer.portfolio().projects;
    let query = atlas.query();
    let found = query.compare.iter().filter_map(|id| {
        let at = projects.iter().position(|project| project.id == *id)?;
        Some((at as u32, projects.get(at)?.clone()))
    });
    found.collect()
}

fn look_at(atlas: Atlas, view: View) {
    atlas.open_view(view);
    focus::focus_soon(&["#comparison", page::RESULTS]);
}

pub(crate) fn compared_projects(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    dynamic(move || {
        let selected = compared(atlas);
        let how_many = selected.len() as u32;
        let next = if how_many < 2 {
            el("p")
                .class("compare-bar__hint")
                .child(Message::ChooseAnother)
        } else {
            el("button")
                .attr("type", "button")
                .class("button button--strong compare-bar__compare")
                .on("click", move |_| look_at(atlas, View::Compare))
                .child(i18n::tr_plural(PluralMessage::CompareSome, how_many))
        };
        let clear = el("button")
            .attr("type", "button")
            .class("button button--quiet")
            .on("click", move |_| {
                atlas.change(History::Push, |query| query.compare.clear());
                focus::focus_soon_in_place(&[page::RESULTS]);
            })
            .child(Message::ClearComparison);
        let is_full = selected.len() == MAX_COMPARED;
        let full = is_full.then(|| {
            el("p")
                .class("compare-bar__hint")
                .child(Message::ComparisonFull)
        });
        let content = el("div")
            .class("compare-bar__content")
            .child(names(atlas, &selected))
            .child(full)
            .child(
                el("div")
                    .class("compare-bar__actions")
                    .child(clear)
                    .child(next),
            );
        Some(content.finish())
    })
}

fn names(atlas: Atlas, selected: &[(u32, Project)]) -> Element {
    let name = |(_, project): &(u32, Project)| {
        let short = project.acronym.as_ref().unwrap_or(&project.title);
        el("li")
            .class("compare-bar__item")
            .child(
                content_lang(atlas, el("span"))
                    .class("compare-bar__title")
                    .child(short.as_str()),
            )
            .child(remover(atlas, project))
    };
    el("ul")
        .class("compare-bar__items")
        .child(selected.iter().map(name).collect::<Vec<_>>())
}

fn remover(atlas: Atlas, project: &Project) -> Element {
    let id = project.id.clone();
    el("button")
        .attr("type", "button")
        .class("compare__remove")
        .attr(
            "aria-label",
            tr_with(Message::Remove, &[("what", &project.title)]),
        )
        .on("click", move |_| {
            atlas.change(History::Push, |query| query.stop_comparing(&id));
            focus::focus_soon_in_place(&[".compare__remove", page::RESULTS]);
        })
        .child(el("span").attr("aria-hidden", "true").child("×"))
}

pub(crate) fn compare_view(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    let content = dynamic(move || {
        let selected = compared(atlas);
        let view = if selected.len() < 2 {
            too_few(atlas, &selected)
        } else {
            comparison(atlas, &selected)
        };
        Some(view.finish())
    });
    el("div").class("compare").child(content).finish()
}

fn too_few(atlas: Atlas, selected: &[(u32, Project)]) -> Element {
    el("div")
        .class("empty")
        .child(
            el("p")
                .class("empty__message")
                .child(Message::ComparisonAdvice),
        )
        .child((!selected.is_empty()).then(|| names(atlas, selected)))
        .child(choose_more(atlas, Message::ChooseProjects))
}

fn choose_more(atlas: Atlas, words: Message) -> Element {
    el("p").child(
        el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| {
                look_at(atlas, atlas.explorer().default_view());
            })
            .child(words),
    )
}

const MAX_ROWS: usize = 25;

/// How many values all cells together show, with at least `MIN_IN_A_CELL` in each.
const MAX_ENTRIES: usize = 200;
const MIN_IN_A_CELL: usize = 2;

const MAX_MARKS: usize = 60;

fn comparison(atlas: Atlas, selected: &[(u32, Project)]) -> Element {
    let atlas = atlas.with_marks(MAX_MARKS);
    let explorer = atlas.explorer();
    let heads = selected.iter().map(|(_, project)| head(atlas, project));
    let heads = el("tr").child(el("td")).child(heads.collect::<Vec<_>>());
    let mut rows = Vec::new();
    let periods = selected.iter().map(|(_, project)| {
        let words = match dates(project) {
            Some(dates) => el("span").child(dates),
            None => not_stated(),
        };
        el("td").child(words).child(time_strip(atlas, project))
    });
    rows.push(row(tr(Message::Period), periods.collect()));
    if selected.iter().any(|(_, it)| !it.budget.is_empty()) {
        let amounts = selected.iter().map(|(_, it)| amount_cell(it));
        rows.push(row(tr(Message::Amount), amounts.collect()));
    }
    if selected.iter().any(|(_, it)| it.identifier.is_some()) {
        let identifiers = selected.iter().map(|(_, it)| match &it.identifier {
            Some(identifier) => el("td").child(identifier.as_str()),
            None => el("td").child(not_stated()),
        });
        rows.push(row(tr(Message::Identifier), identifiers.collect()));
    }
    let mut common: Vec<String> = Vec::new();
    let facets = explorer.facets().facets.iter().filter_map(|facet| {
        let stated = selected
            .iter()
            .map(|(record, project)| entries(facet, *record, project));
        let stated: Vec<Vec<Entry>> = stated.collect();
        let is_stated = stated.iter().any(|entries| !entries.is_empty());
        is_stated.then_some((facet, stated))
    });
    let (facets, further_facets) = first_of(facets.collect(), MAX_ROWS);
    let cells = facets.len() * selected.len();
    let max = (MAX_ENTRIES / cells.max(1)).max(MIN_IN_A_CELL);
    for (facet, stated) in facets {
        let label = i18n::facet_label(&facet.kind);
        let shared = shared_by_all(facet, selected, &stated);
        let (stated, further): (Vec<Vec<Entry>>, Vec<Option<String>>) = stated
            .into_iter()
            .map(|entries| first_of(entries, max))
            .unzip();
        if let Some(names) = shared {
            let (mut names, further) = first_of(names, max);
            names.extend(further);
            let names = i18n::enumeration(&names);
            common.push([label.as_str(), tr(Message::PartSeparator), &names].concat());
        }
        let cells = stated
            .into_iter()
            .zip(further)
            .map(|(entries, further)| values(atlas, facet, selected, entries).child(further));
        let cells = cells.collect();
        rows.push(row(&label, cells));
    }
    if let Some(further) = further_facets {
        rows.push(row(&further, Vec::new()));
    }
    rows.extend(texts(atlas, selected));
    let common = if common.is_empty() {
        tr(Message::NothingShared).to_owned()
    } else {
        let list = common.join(tr(Message::DetailSeparator));
        tr_with(Message::AllShare, &[("list", &list)])
    };
    // Above the frame, so that it is whole however narrow the page is.
    let common = el("p")
        .class("compare__common")
        .attr("id", "comparison-common")
        .child(common);
    let table = el("table")
        .class("compare__table")
        .attr("aria-labelledby", "comparison-common")
        .child(el("thead").child(heads))
        .child(el("tbody").child(rows));
    let frame = el("div")
        .class("compare__frame")
        .attr("id", "comparison")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", Message::SideBySide)
        .child(table);
    let another = (selected.len() < MAX_COMPARED).then(|| choose_more(atlas, Message::AddAnother));
    el("div").child(common).child(frame).child(another)
}

fn row(label: &str, cells: Vec<Element>) -> Element {
    el("tr")
        .child(el("th").attr("scope", "row").child(label))
        .child(cells)
}

fn texts(atlas: Atlas, selected: &[(u32, Project)]) -> Vec<Element> {
    let begin = |text: &Option<String>| text.as_deref().map(beginning);
    let objectives = selected.iter().map(|(_, it)| begin(&it.objective));
    let summaries = selected.iter().map(|(_, it)| begin(&it.summary));
    let texts = [
        (Message::Objective, objectives.collect::<Vec<_>>()),
        (Message::Summary, summaries.collect()),
    ];
    let stated = texts
        .into_iter()
        .filter(|(_, texts)| texts.iter().any(Option::is_some));
    let rows = stated.map(|(label, texts)| {
        let cells = texts.into_iter().map(|text| match text {
            Some(text) => el("td").child(content_text(atlas, text)),
            None => el("td").child(not_stated()),
        });
        row(tr(label), cells.collect())
    });
    rows.collect()
}

fn head(atlas: Atlas, project: &Project) -> Element {
    let acronym = project.acronym.as_deref();
    let acronym = acronym.map(|it| content_text(atlas, it).class("acronym"));
    let title = content_lang(atlas, title_link(atlas, project, "compare__title"));
    el("th")
        .attr("scope", "col")
        .attr("data-project", project.id.clone())
        .child(
            el("div")
                .class("compare__header")
                .child(el("div").child(acronym).child(title))
                .child(remover(atlas, project)),
        )
}

fn sharing(facet: &Facet, selected: &[(u32, Project)], value: Option<u32>) -> usize {
    let Some(value) = value else {
        return 1;
    };
    let have = selected
        .iter()
        .filter(|(record, _)| facet.column.values(*record).contains(&value));
    have.count()
}

/// The names of the values that all projects share, as the first one states them; `None` if none.
fn shared_by_all(
    facet: &Facet,
    selected: &[(u32, Project)],
    stated: &[Vec<Entry>],
) -> Option<Vec<String>> {
    let shared = stated.first()?.iter();
    let shared = shared.filter(|entry| sharing(facet, selected, entry.value) == selected.len());
    let names: Vec<String> = shared.map(|entry| entry.name.clone()).collect();
    (!names.is_empty()).then_some(names)
}

/// What one project states under a facet, with the values that others state too marked.
fn values(atlas: Atlas, facet: &Facet, selected: &[(u32, Project)], stated: Vec<Entry>) -> Element {
    if stated.is_empty() {
        return el("td").child(not_stated());
    }
    let lines = stated.into_iter().map(|entry| {
        let having = sharing(facet, selected, entry.value);
        if having < 2 {
            return el("li").child(entry.link(atlas, facet));
        }
        let (count, of) = (number(having as u32), number(selected.len() as u32));
        let shared = tr_with(Message::SharedBy, &[("count", &count), ("of", &of)]);
        el("li")
            .class("compare__shared")
            .child(entry.link(atlas, facet))
            .child(el("span").class("compare__count").child(shared))
    });
    el("td").child(el("ul").child(lines.collect::<Vec<_>>()))
}
