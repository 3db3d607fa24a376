//! One project among the results.

use super::compare_toggle::compare_toggle;
use super::element::{Element, el};
use super::fact::{fact, fact_of, not_stated};
use super::marked::marked;
use super::names::mention_name;
use super::opener::opener;
use super::period::{period, time_strip};
use super::prose::{beginning, prose};
use super::published::{published, published_text};
use super::reactive::{flag, part, text};
use crate::atlas::{Atlas, Step};
use crate::strings::{Word, fill, say};
use atlas_engine::portfolio::{Organisation, Project};
use leptos::prelude::*;

/// From how many letters of text on a printed card is longer than a third of a page's column.
const LONG: usize = 900;

/// A project card: when, what, with whom and where, and a button to the whole record. On paper,
/// `in_full`, nothing can be opened, so all that was written about the project stands there.
pub(crate) fn card(atlas: Atlas, project: &Project, in_full: bool) -> Element {
    let begins = project.objective.as_deref().or(project.summary.as_deref());
    let begins = begins.map(beginning).filter(|text| !text.is_empty());
    let heading_id = format!("title-{}", project.id);
    let title = published(atlas, el("h3"))
        .class("card__title")
        .attr("id", heading_id.clone())
        .child(marked(atlas, project.title.as_str()));
    let found_elsewhere = found_elsewhere(
        atlas,
        project.clone(),
        shown_texts(project, begins.as_deref()),
    );
    let texts = if in_full {
        let whole = [&project.objective, &project.summary];
        let whole = whole.into_iter().flatten();
        whole.flat_map(|text| prose(atlas, text)).collect()
    } else {
        let begins = begins.map(|text| {
            published(atlas, el("p"))
                .class("card__begins")
                .child(marked(atlas, text))
        });
        Vec::from_iter(begins)
    };
    let written = [&project.objective, &project.summary];
    let written = written.into_iter().flatten().map(String::len);
    let is_long = in_full && written.sum::<usize>() > LONG;
    let (id, codes) = (project.id.clone(), project.countries.clone());
    let point = move |on: bool| {
        let explorer = atlas.explorer();
        let mut projects = explorer.portfolio().projects.iter();
        let at = projects.position(|project| project.id == id);
        atlas.point_at_project(at.filter(|_| on).map(|at| at as u32));
    };
    let (enter, focus) = (point.clone(), point.clone());
    el("article")
        .together()
        .attr("part", "card")
        .class(text(move || {
            let pointed = atlas.pointed();
            if pointed.is_some_and(|code| codes.iter().any(|it| it.code == code)) {
                "card card--pointed"
            } else if is_long {
                "card card--long"
            } else {
                "card"
            }
            .to_owned()
        }))
        .on("pointerenter", move |_| enter(true))
        .on("focusin", move |_| focus(true))
        .on("pointerleave", {
            let point = point.clone();
            move |_| point(false)
        })
        .on("focusout", move |_| point(false))
        .attr("data-project", project.id.clone())
        .attr("aria-labelledby", heading_id)
        .child(time_strip(atlas, project.start, project.end))
        .child(when(atlas, project, "card__when"))
        .child(title)
        .child(texts)
        .child(found_elsewhere)
        .child(facts(atlas, project))
        .child(
            el("p")
                .class("card__more")
                .child(whole_record(atlas, project))
                .child(compare_toggle(atlas, project)),
        )
}

/// The period and the acronym.
pub(crate) fn when(atlas: Atlas, project: &Project, class: &'static str) -> Element {
    let period = period(project).unwrap_or_else(|| say(Word::PeriodNotStated).to_owned());
    let acronym = project.acronym.as_deref();
    el("p")
        .class(class)
        .child(el("span").child(period))
        .child(acronym.map(|acronym| published_text(atlas, acronym).class("acronym")))
}

/// The id of the button that opens a project's record, where the focus returns to.
pub(crate) fn opener_id(project: &Project) -> String {
    format!("open-{}", project.id)
}

/// Finds those buttons, in the order of the results.
pub(crate) const OPENERS: &str = "#results [id^=open-]";

/// The button that opens the whole record.
fn whole_record(atlas: Atlas, project: &Project) -> Element {
    let id = project.id.clone();
    let open = move || atlas.change(Step::New, |query| query.project.clone_from(&id));
    opener(project, open)
        .class("button button--quiet")
        .attr("id", opener_id(project))
        .attr(
            "aria-label",
            fill(Word::WholeRecordOf, &[("title", &project.title)]),
        )
        .child(Word::WholeRecord)
}

fn facts(atlas: Atlas, project: &Project) -> Element {
    let organisations = |label: Word, facet: &'static str, organisations: &[Organisation]| {
        let names = organisations.iter().map(|organisation| {
            let name = organisation.full_name();
            published(atlas, value(atlas, facet, &organisation.name, name))
        });
        values(label, names.collect())
    };
    let countries = project.countries.iter().map(|mention| {
        let named = value(
            atlas,
            "country",
            mention.code.as_str(),
            mention_name(mention),
        );
        match mention.own_name() {
            Some(_) => published(atlas, named),
            None => named,
        }
    });
    let themes = project
        .themes
        .iter()
        .map(|theme| published(atlas, value(atlas, "theme", theme, theme.clone())));
    let partners = (!project.partners.is_empty())
        .then(|| organisations(Word::Partners, "partner", &project.partners));
    let themes = (!project.themes.is_empty()).then(|| values(Word::Themes, themes.collect()));
    el("dl")
        .class("card__facts")
        .child(organisations(Word::Donors, "donor", &project.donors))
        .child(organisations(
            Word::Implementing,
            "implementing",
            &project.implementing,
        ))
        .child(partners)
        .child(values(Word::Countries, countries.collect()))
        .child(themes)
}

/// A value by its name; it stands out where the visitor chose it.
fn value(atlas: Atlas, facet: &'static str, key: &str, name: String) -> Element {
    let key = atlas.value_key(facet, key);
    let chosen = flag(move || {
        let key = key.as_ref();
        key.is_some_and(|key| atlas.query().has(facet, key))
    });
    el("span")
        .class(text(move || {
            if chosen.get() {
                "fact__value fact__value--chosen"
            } else {
                "fact__value"
            }
            .to_owned()
        }))
        .child(marked(atlas, name))
}

/// A label and its values, one after the other.
fn values(label: Word, values: Vec<Element>) -> Element {
    if values.is_empty() {
        return fact(say(label), not_stated());
    }
    let mut separated = el("dd");
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            separated = separated.child(Word::ListSeparator);
        }
        separated = separated.child(value);
    }
    fact_of(say(label), separated)
}

/// Where the search found a project when nothing on its card shows why.
fn found_elsewhere(atlas: Atlas, project: Project, shown: Vec<String>) -> AnyView {
    part(move || {
        let highlighter = atlas.highlighter();
        let found_in = |text: &str| highlighter.ranges(text).into_iter().next();
        if shown.iter().any(|text| found_in(text).is_some()) {
            return None;
        }
        let (label, excerpt) = further_texts(&project)
            .into_iter()
            .find_map(|(label, text)| {
                let first = found_in(text)?;
                Some((label, excerpt(text, first.start)))
            })?;
        let found = el("p")
            .class("card__found")
            .child(el("span").class("card__found-where").child(label))
            .child(published_text(atlas, excerpt));
        Some(found.finish())
    })
}

/// The texts of a record that its card does not show.
fn further_texts<'a>(project: &'a Project) -> Vec<(Word, &'a str)> {
    let mut texts = Vec::new();
    let mut add = |label: Word, text: Option<&'a String>| {
        if let Some(text) = text {
            texts.push((label, text.as_str()));
        }
    };
    add(Word::Objective, project.objective.as_ref());
    add(Word::Summary, project.summary.as_ref());
    add(Word::StatedDuration, project.duration.as_ref());
    add(Word::Remark, project.note.as_ref());
    for links in [&project.documents, &project.links] {
        for link in links {
            add(Word::Documents, Some(&link.title));
        }
    }
    for related in &project.related {
        add(Word::Related, Some(&related.title));
        add(Word::Related, related.acronym.as_ref());
        add(Word::Related, related.donor.as_ref());
    }
    texts
}

/// About a line of text around a place in it, cut at spaces.
fn excerpt(text: &str, at: usize) -> String {
    const BEFORE: usize = 40;
    const AFTER: usize = 110;
    let begin = text.floor_char_boundary(at.saturating_sub(BEFORE));
    let begin = match text
        .get(begin..at)
        .and_then(|before| before.find(char::is_whitespace))
    {
        Some(space) if begin > 0 => begin + space,
        _ => begin,
    };
    let end = text.ceil_char_boundary(at.saturating_add(AFTER));
    let end = match text
        .get(at..end)
        .and_then(|after| after.rfind(char::is_whitespace))
    {
        Some(space) if end < text.len() && space > 0 => at + space,
        _ => end,
    };
    let mut excerpt = String::from(if begin > 0 { "… " } else { "" });
    for word in text.get(begin..end).unwrap_or_default().split_whitespace() {
        excerpt.push_str(word);
        excerpt.push(' ');
    }
    if end < text.len() {
        excerpt.push('…');
    }
    excerpt
}

/// How much of a project's beginning every card shows, in bytes; a narrow one cuts off the rest.
const SURELY_SEEN: usize = 160;

/// Every text that a card shows, where a match would be seen.
fn shown_texts(project: &Project, begins: Option<&str>) -> Vec<String> {
    let mut texts = vec![project.title.clone()];
    texts.extend(project.acronym.clone());
    let begins = begins.and_then(|text| text.get(..text.floor_char_boundary(SURELY_SEEN)));
    texts.extend(begins.map(str::to_owned));
    for organisations in [&project.donors, &project.implementing, &project.partners] {
        for organisation in organisations {
            texts.push(organisation.full_name());
        }
    }
    for mention in &project.countries {
        texts.push(mention_name(mention));
    }
    texts.extend_from_slice(&project.themes);
    texts
}
