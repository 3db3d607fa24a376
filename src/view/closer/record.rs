//! Everything a record holds.

use crate::atlas::Atlas;
use crate::browser::piece::CloserPiece;
use crate::strings::{self, Word, fill, say};
use crate::view::card::when;
use crate::view::element::{Element, el};
use crate::view::external_link::{external_link, listed_link};
use crate::view::fact::{fact, fact_lines, side_note};
use crate::view::marked::marked;
use crate::view::names::{mention_name, organisation_name};
use crate::view::period::time_strip;
use crate::view::prose::prose;
use crate::view::small_map::small_map;
use atlas_engine::country::{self, CountryCode};
use atlas_engine::portfolio::{CountryMention, Link, Organisation, Project, Related};
use leptos::prelude::*;

/// The record that is open; what the source does not state is said to be so.
pub(in crate::view) fn whole_record(_loaded: CloserPiece, atlas: Atlas) -> Option<AnyView> {
    let project = atlas
        .explorer()
        .project(untrack(|| atlas.opened())?)?
        .clone();
    let title = el("h2")
        .class("record__title")
        .attr("id", "record-title")
        .child(marked(atlas, project.title.as_str()));
    let section = |label: Word, text: Option<&str>| {
        text.map(|text| {
            el("section")
                .class("record__text")
                .child(el("h3").child(label))
                .child(prose(atlas, text))
        })
    };
    let parts = [
        Some(time_strip(atlas, project.start, project.end)),
        Some(when(atlas, &project, "record__when")),
        Some(title),
        where_it_was(atlas, &project),
        section(Word::Objective, project.objective.as_deref()),
        section(Word::Summary, project.summary.as_deref()),
        Some(facts(atlas, project)),
    ];
    let parts = parts.into_iter().flatten().map(Element::finish);
    Some(parts.collect::<Vec<_>>().into_any())
}

/// The project's countries on a map; nothing where none is stated.
fn where_it_was(atlas: Atlas, project: &Project) -> Option<Element> {
    let codes: Vec<CountryCode> = project.countries.iter().map(|it| it.code).collect();
    (!codes.is_empty()).then(|| small_map(atlas, &codes, (560, 240)))
}

fn facts(atlas: Atlas, project: Project) -> Element {
    let organisations = |label: Word, organisations: Vec<Organisation>| {
        let lines = organisations
            .into_iter()
            .map(|it| organisation_line(atlas, it));
        fact_lines(say(label), lines.collect())
    };
    let texts = |label: &str, texts: Vec<String>| {
        let lines = texts.into_iter().map(|text| marked(atlas, text));
        fact_lines(label, lines.collect())
    };
    let links = |label: Word, links: Vec<Link>| {
        let lines = links
            .into_iter()
            .map(|link| listed_link(atlas, link.title, link.url));
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty()).then(|| fact_lines(say(label), lines))
    };
    let countries = project
        .countries
        .iter()
        .map(|mention| country_line(atlas, mention));
    let related: Vec<_> = project
        .related
        .into_iter()
        .map(|it| related_line(atlas, it))
        .collect();
    let custom = project
        .fields
        .into_iter()
        .map(|field| texts(&field.name, field.values));
    el("dl")
        .class("record__facts")
        .child(
            project
                .duration
                .map(|it| fact(say(Word::StatedDuration), marked(atlas, it))),
        )
        .child(organisations(Word::Donors, project.donors))
        .child(organisations(Word::Implementing, project.implementing))
        .child(organisations(Word::Partners, project.partners))
        .child(fact_lines(say(Word::Countries), countries.collect()))
        .child(texts(say(Word::Themes), project.themes))
        .child(custom.collect::<Vec<_>>())
        .child(links(Word::Documents, project.documents))
        .child(links(Word::Links, project.links))
        .child((!related.is_empty()).then(|| fact_lines(say(Word::Related), related)))
        .child(
            project
                .note
                .map(|note| fact(say(Word::Remark), marked(atlas, note))),
        )
}

fn organisation_line(atlas: Atlas, organisation: Organisation) -> Vec<Element> {
    let name = organisation_name(&organisation);
    let note = organisation.note.map(|note| side_note(marked(atlas, note)));
    let link = external_link(atlas, name, organisation.url);
    [Some(link), note].into_iter().flatten().collect()
}

/// The name the source used, and the one in use now where it is another.
fn country_line(atlas: Atlas, mention: &CountryMention) -> Vec<Element> {
    let stated = mention_name(mention);
    let now = country::name(mention.code).filter(|now| *now != stated);
    let now = now.map(|now| side_note(fill(Word::ListedAs, &[("name", now)])));
    let stated = el("span").child(marked(atlas, stated));
    [Some(stated), now].into_iter().flatten().collect()
}

fn related_line(atlas: Atlas, related: Related) -> Vec<Element> {
    let named = match related.acronym {
        Some(acronym) => strings::with_acronym(&related.title, &acronym),
        None => related.title,
    };
    let details = [related.relation, related.donor, related.period];
    let details: Vec<String> = details.into_iter().flatten().collect();
    let details = (!details.is_empty())
        .then(|| side_note(marked(atlas, details.join(say(Word::DetailSeparator)))));
    let named = el("span").child(marked(atlas, named));
    [Some(named), details].into_iter().flatten().collect()
}
