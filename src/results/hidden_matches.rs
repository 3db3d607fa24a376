//! Where the search found a project, drawn by the deferred chunk. Few results need it.

use crate::components::content_lang::content_text;
use crate::components::names::mention_name;
use crate::dom::element::{el, fragment};
use crate::host::chunk::DeferredChunk;
use crate::i18n::{self, Message, country_name, tr};
use crate::state::Atlas;
use atlas_engine::search::{Field, FieldKind, OrganisationRole, fields_of};
use leptos::prelude::*;

/// Which texts of a project are shown in full.
#[derive(Clone, Copy)]
pub(crate) enum ShownTexts {
    /// `max` is how many values of each kind.
    OfCard {
        max: usize,
    },
    OfRow {
        donors: usize,
        countries: usize,
    },
}

impl ShownTexts {
    /// How many texts of a kind are shown, from the first. Of countries, it is asked for
    /// [`FieldKind::Country`] only.
    fn of(self, kind: FieldKind<'_>) -> usize {
        match (self, kind) {
            (_, FieldKind::Title | FieldKind::Acronym) => usize::MAX,
            (
                Self::OfCard { max },
                FieldKind::Organisation(_)
                | FieldKind::OrganisationAcronym(_)
                | FieldKind::Country(_)
                | FieldKind::Theme,
            ) => max,
            (
                Self::OfRow { donors, .. },
                FieldKind::Organisation(OrganisationRole::Donor)
                | FieldKind::OrganisationAcronym(OrganisationRole::Donor),
            ) => donors,
            (Self::OfRow { countries, .. }, FieldKind::Country(_)) => countries,
            _ => 0,
        }
    }
}

/// A line for each search term that nothing shown of the project contains.
#[inline(never)]
pub(crate) fn lines_of_matches(
    _loaded: DeferredChunk,
    (atlas, record): (Atlas, u32),
    begins: Option<&str>,
    shown: ShownTexts,
) -> AnyView {
    let begins = begins.and_then(|text| text.get(..text.floor_char_boundary(ALWAYS_VISIBLE_BYTES)));
    let (explorer, highlighter) = (atlas.explorer(), atlas.highlighter());
    let Some(project) = explorer.project(record) else {
        return ().into_any();
    };
    let fields = fields_of(project, i18n::place_names());
    let visible = visible_texts(&fields, shown);
    let countries = project.countries.iter();
    let countries = countries
        .enumerate()
        .take_while(|(at, it)| *at < shown.of(FieldKind::Country(it.code)));
    let countries: Vec<String> = countries.map(|(_, it)| mention_name(it)).collect();
    let mut lines: Vec<(String, String)> = Vec::new();
    for term in highlighter.each() {
        let is_in = |text: &str| !term.ranges(text).is_empty();
        if begins.is_some_and(is_in)
            || visible.iter().any(|text| is_in(text))
            || countries.iter().any(|name| is_in(name))
        {
            continue;
        }
        let found = fields.iter().find_map(|field| {
            let range = term.ranges(field.text).into_iter().next()?;
            Some(found_in(field, range.start))
        });
        lines.extend(found.filter(|line| !lines.contains(line)));
    }
    // A code, or a name other than the card's.
    let country = untrack(|| atlas.results()).country;
    let mut meant = project
        .countries
        .iter()
        .filter(|it| Some(it.code) == country);
    if let Some(name) = meant.next().map(mention_name)
        && lines.is_empty()
        && highlighter.ranges(&name).is_empty()
    {
        lines.push((tr(Message::Countries).to_owned(), name));
    }
    lines.truncate(MAX_FOUND);
    let line = |(label, excerpt): (String, String)| {
        el("p")
            .class("card__match")
            .child(el("span").class("card__match-field").child(label))
            .child(content_text(atlas, excerpt))
    };
    fragment(lines.into_iter().map(line))
}

/// The texts that are shown, except countries.
fn visible_texts<'a>(fields: &[Field<'a>], shown: ShownTexts) -> Vec<&'a str> {
    // The organisations of a role follow each other, each with its details.
    let (mut group, mut place) = (None, 0);
    let visible = fields.iter().filter(|field| {
        let of = match field.kind {
            FieldKind::OrganisationAcronym(role)
            | FieldKind::OrganisationReference(role)
            | FieldKind::OrganisationOwnRole(role)
            | FieldKind::OrganisationNote(role) => FieldKind::Organisation(role),
            kind => kind,
        };
        if group != Some(of) {
            (group, place) = (Some(of), 0);
        }
        if field.kind == of {
            place += 1;
        }
        !matches!(field.kind, FieldKind::Country(_)) && place <= shown.of(field.kind)
    });
    visible.map(|field| field.text).collect()
}

const MAX_FOUND: usize = 3;

/// The label of a text that the card does not show, and the part around a position in it.
fn found_in(field: &Field<'_>, at: usize) -> (String, String) {
    let text = match field.kind {
        FieldKind::Country(code) => match country_name(code) {
            Some(name) if name != field.text => i18n::with_acronym(name, field.text),
            _ => field.text.to_owned(),
        },
        _ => excerpt(field.text, at),
    };
    (label(field.kind), text)
}

fn label(kind: FieldKind<'_>) -> String {
    let word = match kind {
        FieldKind::Title | FieldKind::Acronym => Message::Title,
        FieldKind::Identifier => Message::Identifier,
        FieldKind::Objective => Message::Objective,
        FieldKind::Summary => Message::Summary,
        FieldKind::Result => Message::ResultsOfProject,
        FieldKind::Organisation(role)
        | FieldKind::OrganisationAcronym(role)
        | FieldKind::OrganisationReference(role)
        | FieldKind::OrganisationOwnRole(role)
        | FieldKind::OrganisationNote(role) => match role {
            OrganisationRole::Donor => Message::Donors,
            OrganisationRole::Implementing => Message::Implementing,
            OrganisationRole::Partner => Message::Partners,
        },
        FieldKind::CountryAsPublished(_) | FieldKind::Country(_) => Message::Countries,
        FieldKind::Location => Message::Locations,
        FieldKind::Theme => Message::Themes,
        FieldKind::Custom(name) => return name.to_owned(),
        FieldKind::Duration => Message::StatedDuration,
        FieldKind::Document => Message::Documents,
        FieldKind::Link => Message::Links,
        FieldKind::Related => Message::Related,
        FieldKind::Remark => Message::Remark,
    };
    tr(word).to_owned()
}

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

/// How much of the beginning every card shows, in bytes; a narrow card cuts off the rest.
const ALWAYS_VISIBLE_BYTES: usize = 160;
