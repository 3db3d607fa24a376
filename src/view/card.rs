//! One project among the results.

use super::marked::Marked;
use super::names::{mention_name, organisation_name};
use super::period::{TimeStrip, period};
use super::prose::beginning;
use super::reactive::{flag, part};
use crate::atlas::{Atlas, Step};
use crate::strings;
use atlas_engine::portfolio::{CountryMention, Organisation, Project};
use leptos::prelude::*;

/// A project card: when, what, with whom and where, and a button to the whole record.
#[component]
pub(crate) fn Card(project: Project) -> impl IntoView {
    let atlas = Atlas::get();
    let open = {
        let id = project.id.clone();
        move |_| atlas.change(Step::New, |query| query.project.clone_from(&id))
    };
    let heading_id = format!("title-{}", project.id);
    let labelled_by = heading_id.clone();
    let button_label = strings::whole_record_of(&project.title);
    let begins = project
        .objective
        .as_deref()
        .or(project.summary.as_deref())
        .map(beginning);
    let shown: Vec<String> = shown_texts(&project, begins.as_deref());
    view! {
        <article class="card" data-project=project.id.clone() aria-labelledby=labelled_by>
            <TimeStrip start=project.start end=project.end />
            <p class="card__when">
                <span>{period(&project).unwrap_or_else(|| strings::PERIOD_NOT_STATED.to_owned())}</span>
                {project
                    .acronym
                    .clone()
                    .map(|acronym| view! { <span class="card__acronym"><Marked text=acronym /></span> })}
            </p>
            <h3 class="card__title" id=heading_id>
                <Marked text=project.title.clone() />
            </h3>
            {begins
                .filter(|text| !text.is_empty())
                .map(|text| view! { <p class="card__begins"><Marked text /></p> })}
            <FoundElsewhere project=project.clone() shown />
            <dl class="card__facts">
                <Organisations label=strings::DONORS organisations=project.donors facet="donor" />
                <Organisations
                    label=strings::IMPLEMENTING
                    organisations=project.implementing
                    facet="implementing"
                />
                {(!project.partners.is_empty())
                    .then(|| {
                        view! {
                            <Organisations
                                label=strings::PARTNERS
                                organisations=project.partners
                                facet="partner"
                            />
                        }
                    })}
                <Countries mentions=project.countries />
                {(!project.themes.is_empty())
                    .then(|| view! { <Fact label=strings::THEMES values=chosen_names("theme", project.themes) /> })}
            </dl>
            <p class="card__more">
                <button type="button" class="button button--quiet" aria-label=button_label on:click=open>
                    {strings::WHOLE_RECORD}
                </button>
            </p>
        </article>
    }
}

/// A name, and the facet value it counts under.
struct NamedValue {
    name: String,
    facet: &'static str,
    key: Option<String>,
}

fn chosen_names(facet: &'static str, names: Vec<String>) -> Vec<NamedValue> {
    names
        .into_iter()
        .map(|name| NamedValue {
            key: Some(name.clone()),
            name,
            facet,
        })
        .collect()
}

#[component]
fn Organisations(
    label: &'static str,
    organisations: Vec<Organisation>,
    facet: &'static str,
) -> impl IntoView {
    let values = organisations.iter().map(|organisation| NamedValue {
        name: organisation_name(organisation),
        facet,
        key: Some(organisation.name.clone()),
    });
    view! { <Fact label values=values.collect() /> }
}

#[component]
fn Countries(mentions: Vec<CountryMention>) -> impl IntoView {
    let values = mentions.iter().map(|mention| NamedValue {
        name: mention_name(mention),
        facet: "country",
        key: Some(mention.code.to_string()),
    });
    view! { <Fact label=strings::COUNTRIES values=values.collect() /> }
}

/// A label and its values; a value that the visitor chose stands out.
#[component]
fn Fact(label: &'static str, values: Vec<NamedValue>) -> impl IntoView {
    let atlas = Atlas::get();
    let empty = values.is_empty();
    let last = values.len().saturating_sub(1);
    let values = values.into_iter().enumerate().map(|(at, value)| {
        let NamedValue { name, facet, key } = value;
        // The name that counts in the address is found once; the choice is followed.
        let key = key.and_then(|key| atlas.value_key(facet, &key));
        let chosen = flag(move || {
            key.as_ref()
                .is_some_and(|key| atlas.query(|query| query.has(facet, key)))
        });
        view! {
            <span class="fact__value" class:fact__value--chosen=chosen>
                <Marked text=name />
            </span>
            {(at < last).then_some(strings::LIST_SEPARATOR)}
        }
    });
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>
                {values.collect_view()}
                {empty.then(|| view! { <span class="fact__silent">{strings::VALUE_NOT_STATED}</span> })}
            </dd>
        </div>
    }
}

/// Where the search found a project when nothing on its card shows why.
#[component]
fn FoundElsewhere(project: Project, shown: Vec<String>) -> impl IntoView {
    let atlas = Atlas::get();
    part(move || {
        atlas.highlighter(|highlighter| {
            if shown
                .iter()
                .any(|text| !highlighter.ranges(text).is_empty())
            {
                return None;
            }
            let texts = [
                (strings::OBJECTIVE, project.objective.as_deref()),
                (strings::SUMMARY, project.summary.as_deref()),
            ];
            let titles = project
                .documents
                .iter()
                .map(|link| (strings::DOCUMENTS, Some(link.title.as_str())));
            let related = project
                .related
                .iter()
                .map(|related| (strings::RELATED, Some(related.title.as_str())));
            texts
                .into_iter()
                .chain(titles)
                .chain(related)
                .find_map(|(label, text)| {
                    let text = text?;
                    let first = highlighter.ranges(text).into_iter().next()?;
                    let excerpt = excerpt(text, first.start);
                    let found = view! {
                        <p class="card__found">
                            <span class="card__found-where">{label}</span>
                            <Marked text=excerpt />
                        </p>
                    };
                    Some(found.into_any())
                })
        })
    })
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
    let middle = text
        .get(begin..end)
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let (open, close) = (
        if begin > 0 { "… " } else { "" },
        if end < text.len() { " …" } else { "" },
    );
    format!("{open}{middle}{close}")
}

/// Every text that a card shows, where a match would be seen.
fn shown_texts(project: &Project, begins: Option<&str>) -> Vec<String> {
    let organisations = project
        .donors
        .iter()
        .chain(&project.implementing)
        .chain(&project.partners);
    [
        Some(project.title.as_str()),
        project.acronym.as_deref(),
        begins,
    ]
    .into_iter()
    .flatten()
    .map(str::to_owned)
    .chain(organisations.map(organisation_name))
    .chain(project.countries.iter().map(mention_name))
    .chain(project.themes.iter().cloned())
    .collect()
}
