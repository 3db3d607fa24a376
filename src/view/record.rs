//! The whole record of one project, over the page.

use super::external_link::{ExternalLink, ListedLink};
use super::marked::Marked;
use super::names::{mention_name, organisation_name};
use super::period::{TimeStrip, period};
use super::prose::Prose;
use super::reactive::part;
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::strings;
use atlas_engine::country;
use atlas_engine::portfolio::{CountryMention, Link, Organisation, Project, Related};
use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::Event;

/// The record that the address asks for, in a dialog; nothing where it asks for none.
#[component]
pub(crate) fn OpenRecord() -> impl IntoView {
    let atlas = Atlas::get();
    let dialog = NodeRef::<Dialog>::new();
    let record = Memo::new(move |_| {
        let id = atlas.query(|query| query.project.clone());
        atlas.record_of(&id)
    });
    Effect::new(move |opened_before: Option<Option<u32>>| {
        let now = record.get();
        if let Some(dialog) = dialog.get() {
            if now.is_some() {
                page::open_dialog(&dialog);
            } else {
                dialog.close();
                // Back to the card it was opened from.
                if let Some(before) = opened_before.flatten()
                    && let Some(project) = atlas.project(before)
                {
                    page::focus_card(&project.id);
                }
            }
        }
        now
    });
    let close = move || atlas.change(Step::New, |query| query.project.clear());
    view! {
        <dialog
            class="record"
            node_ref=dialog
            aria-labelledby="record-title"
            on:cancel=move |event: Event| {
                event.prevent_default();
                close();
            }
            on:click=move |event| {
                // A click on the backdrop has the dialog itself as its target.
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            {part(move || {
                let project = atlas.project(record.get()?)?;
                Some(
                    view! {
                        <div class="record__page">
                            <button
                                type="button"
                                class="record__close button button--quiet"
                                aria-label=strings::CLOSE
                                on:click=move |_| close()
                            >
                                <span aria-hidden="true">"×"</span>
                            </button>
                            <Record project />
                        </div>
                    }
                        .into_any(),
                )
            })}
        </dialog>
    }
}

/// Everything a record holds; what the source does not state is said to be so.
#[component]
fn Record(project: Project) -> impl IntoView {
    let Project {
        title,
        acronym,
        objective,
        summary,
        start,
        end,
        duration,
        countries,
        ..
    } = project.clone();
    let when = period(&project).unwrap_or_else(|| strings::PERIOD_NOT_STATED.to_owned());
    view! {
        <TimeStrip start end />
        <p class="record__when">
            <span>{when}</span>
            {acronym.map(|acronym| view! { <span class="card__acronym"><Marked text=acronym /></span> })}
        </p>
        <h2 class="record__title" id="record-title" tabindex="-1"><Marked text=title /></h2>
        <Section label=strings::OBJECTIVE text=objective />
        <Section label=strings::SUMMARY text=summary />
        <dl class="record__facts">
            {duration.map(|duration| view! { <Fact label=strings::STATED_DURATION lines=vec![duration.into_any()] /> })}
            <Organisations label=strings::DONORS organisations=project.donors />
            <Organisations label=strings::IMPLEMENTING organisations=project.implementing />
            <Organisations label=strings::PARTNERS organisations=project.partners />
            <Fact label=strings::COUNTRIES lines=countries.iter().map(country_line).collect() />
            <Fact
                label=strings::THEMES
                lines=project.themes.into_iter().map(|text| view! { <Marked text /> }.into_any()).collect()
            />
            {project
                .fields
                .into_iter()
                .map(|field| {
                    let lines = field.values.into_iter().map(|text| view! { <Marked text /> }.into_any());
                    view! { <Fact label=field.name lines=lines.collect() /> }
                })
                .collect_view()}
            <Links label=strings::DOCUMENTS links=project.documents />
            <Links label=strings::LINKS links=project.links />
            {(!project.related.is_empty())
                .then(|| {
                    let lines = project.related.into_iter().map(related_line).collect();
                    view! { <Fact label=strings::RELATED lines /> }
                })}
            {project
                .note
                .map(|note| view! { <Fact label=strings::REMARK lines=vec![view! { <Marked text=note /> }.into_any()] /> })}
        </dl>
    }
}

#[component]
fn Section(label: &'static str, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! {
            <section class="record__text">
                <h3>{label}</h3>
                <Prose text />
            </section>
        }
    })
}

/// A label and a line for each value.
#[component]
fn Fact(#[prop(into)] label: String, lines: Vec<AnyView>) -> impl IntoView {
    let value = if lines.is_empty() {
        view! { <span class="fact__silent">{strings::VALUE_NOT_STATED}</span> }.into_any()
    } else {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="fact__lines">{lines.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
}

#[component]
fn Organisations(label: &'static str, organisations: Vec<Organisation>) -> impl IntoView {
    let lines = organisations.into_iter().map(|organisation| {
        let title = organisation_name(&organisation);
        view! {
            <ExternalLink title url=organisation.url />
            {organisation.note.map(|note| view! { <span class="fact__note"><Marked text=note /></span> })}
        }
        .into_any()
    });
    view! { <Fact label lines=lines.collect() /> }
}

#[component]
fn Links(label: &'static str, links: Vec<Link>) -> impl IntoView {
    (!links.is_empty()).then(|| {
        let lines = links
            .into_iter()
            .map(|link| view! { <ListedLink title=link.title url=link.url /> }.into_any());
        view! { <Fact label lines=lines.collect() /> }
    })
}

/// The name the source used, and the one in use now where it is another.
fn country_line(mention: &CountryMention) -> AnyView {
    let stated = mention_name(mention);
    let now = country::name(mention.code)
        .filter(|now| *now != stated)
        .map(strings::now_called);
    view! {
        <Marked text=stated />
        {now.map(|now| view! { <span class="fact__note">{now}</span> })}
    }
    .into_any()
}

fn related_line(related: Related) -> AnyView {
    let named = match related.acronym {
        Some(acronym) => strings::with_acronym(&related.title, &acronym),
        None => related.title,
    };
    let details: Vec<String> = [related.relation, related.donor, related.period]
        .into_iter()
        .flatten()
        .collect();
    view! {
        <Marked text=named />
        {(!details.is_empty())
            .then(|| view! { <span class="fact__note"><Marked text=details.join(strings::DETAIL_SEPARATOR) /></span> })}
    }
    .into_any()
}
