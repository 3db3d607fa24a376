//! A whole record, its neighbours in the results, and what can be done with it.

use crate::components::content_lang::{content_lang, content_text};
use crate::components::external_link::external_link;
use crate::components::fact::{Lines, fact, fact_lines, list, not_stated, side_note};
use crate::components::fair_share::fair_share;
use crate::components::highlight::highlighted;
use crate::components::names::mention_name;
use crate::components::prose::prose;
use crate::components::value_link::value_link;
use crate::dom::dynamic::{flag, text};
use crate::dom::element::{Element, el, fragment};
use crate::host::chunk::OnDemandChunk;
use crate::host::{dialog, is_interactive, keyboard, page, with_host};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, country_name, tr, tr_with};
use crate::map::small_map::small_map;
use crate::record::facts::{amounts, identifier, locations, status, with_note};
use crate::record::headings::{TITLE_ID, part_tag, title_tag};
use crate::record::project_timeline::project_timeline;
use crate::record::related::in_common;
use crate::record::relations::stated_relations;
use crate::results::card::when;
use crate::share::sharing::sharing;
use crate::state::Atlas;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::{FacetKey, FacetKind};
use atlas_engine::percent_encoding::encode_path;
use atlas_engine::portfolio::{CountryMention, Link, Organisation, Project};
use atlas_engine::sort::sort;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The open record. What the source does not state is shown as not stated.
pub(crate) fn record_details(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    let explorer = atlas.explorer();
    let opened = untrack(|| atlas.opened());
    let opened = opened.and_then(|record| Some((record, explorer.project(record)?)));
    let Some((record, project)) = opened else {
        return ().into_any();
    };
    for (event, modeless) in [("beforeprint", true), ("afterprint", false)] {
        page::listen(event, move |_| dialog::set_dialog_modeless(modeless));
    }
    let parts = [
        Some(record_navigation(atlas, record)),
        Some(head(atlas, project)),
        Some(body(atlas, project)),
        in_common(atlas, record),
    ];
    fragment(parts.into_iter().flatten())
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn prerendered_details(atlas: Atlas, record: u32) -> Option<Element> {
    let explorer = atlas.explorer();
    let project = explorer.project(record)?;
    let article = el("article")
        .class("dialog__page")
        .attr("data-project", project.id.clone())
        .child(heading(atlas, project))
        .child(body(atlas, project))
        .child(in_common(atlas, record));
    Some(article)
}

fn neighbour(shown: &[u32], record: u32, forward: bool) -> Option<u32> {
    let at = shown.iter().position(|shown| *shown == record)?;
    let next = if forward { at + 1 } else { at.checked_sub(1)? };
    shown.get(next).copied()
}

fn record_navigation(atlas: Atlas, record: u32) -> Element {
    let shown = Memo::new(move |_| Arc::new(atlas.results().projects.clone()));
    let step = move |forward: bool| {
        if let Some(next) = neighbour(&shown.get_untracked(), record, forward) {
            atlas.open_record(next);
        }
    };
    page::listen("keydown", move |event| {
        let typing = keyboard::is_typing(&event);
        let event: &KeyboardEvent = event.unchecked_ref();
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !plain || event.shift_key() || typing {
            return;
        }
        // “Next” is where reading continues.
        let onwards = if page::is_right_to_left() {
            "ArrowLeft"
        } else {
            "ArrowRight"
        };
        let key = event.key();
        if key == "ArrowLeft" || key == "ArrowRight" {
            step(key == onwards);
        }
    });
    let button = |forward: bool, name: Message, arrow: &'static str| {
        let arrow = el("span")
            .class("record__arrow")
            .attr("aria-hidden", "true")
            .child(arrow);
        el("button")
            .attr("type", "button")
            .class("record__nav-button")
            .attr("aria-label", name)
            .attr("title", name)
            .attr(
                "disabled",
                flag(move || neighbour(&shown.get(), record, forward).is_none()),
            )
            .on("click", move |_| step(forward))
            .child(arrow)
    };
    let position = text(move || {
        let shown = shown.get();
        match shown.iter().position(|it| *it == record) {
            Some(at) => tr_with(
                Message::PlaceInResults,
                &[
                    ("at", &number(at as u32 + 1)),
                    ("of", &number(shown.len() as u32)),
                ],
            ),
            None => tr(Message::NotInResults).to_owned(),
        }
    });
    el("nav")
        .class("record__nav")
        .attr("aria-label", Message::Neighbours)
        .child(button(false, Message::Previous, "‹"))
        .child(button(true, Message::Next, "›"))
        .child(el("span").class("record__position").child(position))
}

const MAX_MARKS: usize = 40;

fn body(atlas: Atlas, project: &Project) -> Element {
    let marked = atlas.with_marks(MAX_MARKS);
    let written = [&project.objective, &project.summary];
    let written = written
        .into_iter()
        .flatten()
        .map(String::len)
        .sum::<usize>();
    let values = [
        project.donors.len(),
        project.implementing.len(),
        project.partners.len(),
        project.countries.len(),
        project.themes.len(),
    ];
    // Beside a short text, the facts would leave the rest of its column empty; many facts need its width.
    let is_wide = written < SHORT_TEXT || values.into_iter().sum::<usize>() > MAX_VALUES_BESIDE;
    let (below, beside) = if is_wide {
        (Some(facts(marked, project)), None)
    } else {
        (None, Some(facts(marked, project)))
    };
    let main = el("div")
        .class("record__main")
        .child(texts(marked, project))
        .child(below);
    let side = el("div")
        .class("record__side")
        .child(picture(atlas, project))
        .child(project_timeline(atlas, project))
        .child(where_it_was(atlas, project))
        .child(disclaimer(project))
        .child(beside)
        .child(report_error(atlas, project));
    el("div").class("record__body").child(main).child(side)
}

/// With less text than this, in bytes, or with more values, the facts are below the text.
const SHORT_TEXT: usize = 700;
const MAX_VALUES_BESIDE: usize = 80;

/// The picture, if it may be fetched, or else a link to it.
fn picture(atlas: Atlas, project: &Project) -> Option<Element> {
    let image = project.image.as_ref()?;
    let alt = image.alt.clone();
    let credit = image.credit.as_deref();
    let Some(address) = with_host(|host| host.picture_address(&image.url)) else {
        let url = image.url.clone();
        let link = match alt {
            Some(alt) => external_link(atlas, alt, Some(url)),
            None => el("a").attr("href", url).child(Message::Picture),
        };
        return Some(el("p").child(link));
    };
    let picture = el("img")
        .attr("src", address)
        .attr("alt", alt.unwrap_or_default())
        .attr("loading", "lazy");
    let credit = credit.map(|credit| content_lang(atlas, el("figcaption")).child(credit));
    let figure = el("figure")
        .class("record__picture")
        .child(picture)
        .child(credit);
    Some(figure)
}

/// A link to the publisher's address for errors; an e-mail names the project.
fn report_error(atlas: Atlas, project: &Project) -> Option<Element> {
    let explorer = atlas.explorer();
    let mut address = explorer.portfolio().contact.clone()?;
    // An address with a subject of its own keeps that.
    if address.starts_with("mailto:") && !address.contains('?') {
        address.push_str("?subject=");
        encode_path(&project.title, &mut address);
    }
    let link = el("a").attr("href", address).child(Message::ReportError);
    Some(el("p").class("record__report").child(link))
}

fn head(atlas: Atlas, project: &Project) -> Element {
    heading(atlas, project).child(sharing(atlas, project))
}

fn heading(atlas: Atlas, project: &Project) -> Element {
    let title = if project.title.chars().count() > LONG_TITLE {
        "record__title record__title--long"
    } else {
        "record__title"
    };
    let title = content_lang(atlas, el(title_tag()))
        .class(title)
        .attr("id", TITLE_ID)
        .attr("tabindex", "-1")
        .child(highlighted(atlas, project.title.as_str()));
    el("div")
        .class("record__header")
        .child(when(atlas, project, "record__dates"))
        .child(title)
}

/// From this many characters on, a title needs smaller type.
const LONG_TITLE: usize = 140;

fn where_it_was(atlas: Atlas, project: &Project) -> Option<Element> {
    let codes: Vec<CountryCode> = project.countries.iter().map(|it| it.code).collect();
    (!codes.is_empty()).then(|| small_map(atlas, &codes, (400, 260)))
}

/// What names and borders do not mean, if there is no other map beside this one.
fn disclaimer(project: &Project) -> Option<Element> {
    let is_alone = !is_interactive() && !project.countries.is_empty();
    is_alone.then(|| el("p").class("map__note").child(Message::DisclaimerDetails))
}

fn texts(atlas: Atlas, project: &Project) -> Element {
    let max = max_lines(project);
    let section = |label: Message, content: AnyView| {
        el("section")
            .class("record__text")
            .child(el(part_tag()).child(label))
            .child(content)
    };
    let text = |label: Message, text: &Option<String>| {
        let text = text.as_deref()?;
        Some(section(label, prose(atlas, text)))
    };
    let links = |label: Message, links: &[Link]| {
        let mut links = links.to_vec();
        sort(&mut links, |one, other| kind(one).cmp(&kind(other)));
        let lines = Lines {
            items: &links,
            draw: &|link| link_line(atlas, link),
            name: &|link| with_note(link.title.clone(), link.url.as_deref()),
        };
        (!links.is_empty())
            .then(|| section(label, list(atlas, "record__list", &lines, max).finish()))
    };
    let related = stated_relations(atlas, project, max);
    let related = related.map(|list| section(Message::Related, list.finish()));
    let results = Lines {
        items: &project.results,
        draw: &|text| vec![content_text(atlas, text.as_str())],
        name: &String::clone,
    };
    let results = (!project.results.is_empty()).then(|| {
        let list = list(atlas, "record__results", &results, max);
        section(Message::ResultsOfProject, list.finish())
    });
    let is_not_stated = project.objective.is_none() && project.summary.is_none();
    let not_stated =
        is_not_stated.then(|| section(Message::Objective, el("p").child(not_stated()).finish()));
    el("div")
        .class("record__texts")
        .child(text(Message::Objective, &project.objective))
        .child(text(Message::Summary, &project.summary))
        .child(results)
        .child(not_stated)
        .child(links(Message::Documents, &project.documents))
        .child(links(Message::Links, &project.links))
        .child(related)
        .child(text(Message::Remark, &project.note))
}

/// How many custom fields have a list if they have few values, and if many; the rest become one text.
const MAX_FIELDS: usize = 30;
const MAX_LONG_FIELDS: usize = 15;

fn max_fields(project: &Project) -> usize {
    let fields = project.fields.iter().take(MAX_FIELDS);
    if fields.map(|field| field.values.len()).sum::<usize>() <= 2 * MAX_FIELDS {
        MAX_FIELDS
    } else {
        MAX_LONG_FIELDS
    }
}

/// How many lines all lists of a record share, and how many each has at least.
const MAX_LINES: usize = 100;
const MIN_LINES: usize = 2;

fn max_lines(project: &Project) -> usize {
    let fields = project.fields.iter().take(max_fields(project));
    let lists = fields.map(|field| field.values.len()).chain([
        project.donors.len(),
        project.implementing.len(),
        project.partners.len(),
        project.countries.len(),
        project.themes.len(),
        project.results.len(),
        project.documents.len(),
        project.links.len(),
        project.related.len(),
        project.budget.len(),
        project.locations.len(),
    ]);
    fair_share(lists.collect(), MAX_LINES, MIN_LINES)
}

fn facts(atlas: Atlas, project: &Project) -> Element {
    let max = max_lines(project);
    let organisations = |label: Message, facet: FacetKey, organisations: &[Organisation]| {
        let lines = Lines {
            items: organisations,
            draw: &|organisation| organisation_line(atlas, &facet, organisation),
            name: &|it| with_note(it.full_name(), it.role.as_deref().or(it.note.as_deref())),
        };
        let label = i18n::label_for(label, organisations.len());
        fact_lines(atlas, tr(label), &lines, max)
    };
    let texts = |label: Element, facet: Option<&FacetKey>, texts: &[String]| {
        let lines = Lines {
            items: texts,
            draw: &|text| match facet {
                Some(facet) => vec![published_value(atlas, facet, text, text)],
                None => vec![content_text(atlas, text.as_str())],
            },
            name: &String::clone,
        };
        fact_lines(atlas, label, &lines, max)
    };
    let countries = Lines {
        items: &project.countries,
        draw: &|mention| country_line(atlas, mention),
        name: &mention_name,
    };
    let label = i18n::label_for(Message::Countries, project.countries.len());
    let countries = fact_lines(atlas, tr(label), &countries, max);
    let max_fields = max_fields(project);
    let explorer = atlas.explorer();
    let (fields, rest) = project
        .fields
        .split_at(project.fields.len().min(max_fields));
    let custom = fields.iter().map(|field| {
        let label = content_lang(atlas, el("span")).child(field.name.as_str());
        let mut facets = explorer.facets().facets.iter();
        let facet = facets
            .find(|facet| matches!(&facet.kind, FacetKind::Custom(name) if *name == field.name));
        texts(label, facet.map(|facet| &facet.key), &field.values)
    });
    let rest = Lines {
        items: rest,
        draw: &|_| Vec::new(),
        name: &|field| {
            let values = field.values.join(tr(Message::ListSeparator));
            [field.name.as_str(), tr(Message::PartSeparator), &values].concat()
        },
    };
    let themes = i18n::label_for(Message::Themes, project.themes.len());
    el("dl")
        .class("record__facts")
        .child(identifier(atlas, project))
        .child(status(atlas, project))
        .child(amounts(atlas, project, max))
        .child(
            project
                .duration
                .as_deref()
                .map(|it| fact(tr(Message::StatedDuration), content_text(atlas, it))),
        )
        .child(organisations(
            Message::Donors,
            FacetKey::DONOR,
            &project.donors,
        ))
        .child(organisations(
            Message::Implementing,
            FacetKey::IMPLEMENTING,
            &project.implementing,
        ))
        .child(organisations(
            Message::Partners,
            FacetKey::PARTNER,
            &project.partners,
        ))
        .child(countries)
        .child(locations(atlas, project, max))
        .child(texts(
            el("span").child(themes),
            Some(&FacetKey::THEME),
            &project.themes,
        ))
        .child(custom.collect::<Vec<_>>())
        .child((!rest.items.is_empty()).then(|| fact_lines(atlas, "…", &rest, 0)))
}

/// A value in the words of the publisher, which filters the results.
fn published_value(atlas: Atlas, facet: &FacetKey, key: &str, name: &str) -> Element {
    content_lang(atlas, value_link(atlas, facet, key)).child(highlighted(atlas, name))
}

fn organisation_line(atlas: Atlas, facet: &FacetKey, organisation: &Organisation) -> Vec<Element> {
    let stated = [
        &organisation.role,
        &organisation.reference,
        &organisation.note,
    ];
    let notes = stated.into_iter().flatten();
    let notes = notes.map(|note| side_note(content_text(atlas, note.as_str())));
    let name = published_value(atlas, facet, &organisation.name, &organisation.full_name());
    let website = organisation.url.clone().map(|url| {
        let link = el("a")
            .attr("href", url)
            .attr("rel", "noopener noreferrer")
            .child(Message::Website);
        side_note(link)
    });
    let named = [Some(name), website].into_iter().flatten();
    named.chain(notes).collect()
}

/// The name that the source uses, and the current one if it differs.
fn country_line(atlas: Atlas, mention: &CountryMention) -> Vec<Element> {
    let now = mention.own_name().and_then(|stated| {
        let now = country_name(mention.code);
        now.filter(|now| *now != stated)
    });
    let stated = mention_name(mention);
    let now = now.map(|now| side_note(tr_with(Message::ListedAs, &[("name", now)])));
    let code = mention.code.as_str();
    let stated = match mention.own_name() {
        Some(_) => published_value(atlas, &FacetKey::COUNTRY, code, &stated),
        None => value_link(atlas, &FacetKey::COUNTRY, code).child(highlighted(atlas, stated)),
    };
    let share = mention.share.map(|share| {
        let share = share.to_string();
        side_note(tr_with(Message::Percent, &[("number", &share)]))
    });
    [Some(stated), share, now].into_iter().flatten().collect()
}

/// The kinds of files that a visitor may want to know of before opening one.
const KINDS: [&str; 16] = [
    "PDF", "DOC", "DOCX", "ODT", "XLS", "XLSX", "ODS", "CSV", "PPT", "PPTX", "ZIP", "MP3", "MP4",
    "JPG", "JPEG", "PNG",
];

/// The kind of a linked file by its extension, as a position in [`KINDS`]; other links come last.
fn kind(link: &Link) -> usize {
    let path = link.url.as_deref().unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit('.').next().unwrap_or_default();
    let mut kinds = KINDS.iter();
    let kind = kinds.position(|kind| kind.eq_ignore_ascii_case(extension));
    kind.unwrap_or(KINDS.len())
}

fn link_line(atlas: Atlas, link: &Link) -> Vec<Element> {
    let note = match KINDS.get(kind(link)) {
        Some(kind) => Some(el("span").class("record__kind").child(*kind)),
        None => link
            .url
            .is_none()
            .then(|| el("span").class("fact__missing").child(Message::NoAddress)),
    };
    let link = external_link(atlas, link.title.clone(), link.url.clone());
    [Some(link), note].into_iter().flatten().collect()
}
