//! What is below the search box: suggestions while typing, and tips before that.

use crate::components::highlight::highlighted;
use crate::components::names::value_name;
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::filters::facet_lines::names_of;
use crate::filters::suggestions::Suggestions;
use crate::host::chunk::DeferredChunk;
use crate::host::{History, focus, page};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, tr};
use crate::state::Atlas;
use atlas_engine::explorer::{Explorer, Results};
use atlas_engine::facet::{FacetIndex, FacetKind};
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::sort::sort;
use atlas_engine::text::fold;
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// From this many characters on, there are suggestions.
const MIN_TYPED: usize = 2;

/// How many projects, and how many values of facets, are suggested: so few that the results, which follow
/// what is typed, stay in view.
const MAX_PROJECTS: usize = 2;
const MAX_VALUES: usize = 3;

pub(crate) fn search_popup(_loaded: DeferredChunk, atlas: Atlas) -> AnyView {
    let names = Arc::new(OnceLock::new());
    let Some(suggestions) = use_context::<Suggestions>() else {
        return ().into_any();
    };
    // What a suggested value would give: it replaces the text and the other values of its facet.
    let without_text = Memo::new(move |_| {
        let query = atlas.query();
        Query {
            choices: query.choices.clone(),
            from: query.from,
            to: query.to,
            ..Query::default()
        }
    });
    let counts = Memo::new(move |_| Arc::new(atlas.explorer().results(&without_text.get())));
    dynamic(move || {
        if !suggestions.open.get() {
            return None;
        }
        let query = atlas.query();
        let typed = query.text.trim();
        if typed.is_empty() {
            suggestions.count.set(0);
            return Some(search_tips(atlas));
        }
        let options = if typed.chars().count() < MIN_TYPED {
            Vec::new()
        } else {
            let names = names.get_or_init(|| folded_names(atlas.explorer().facets()));
            let mut options = value_options(atlas, suggestions, (names, typed), &counts.get());
            options.extend(project_options(atlas, suggestions, options.len()));
            options
        };
        suggestions.count.set(options.len() as u32);
        let list = || {
            el("ul")
                .class("suggestions")
                .attr("id", Suggestions::LIST)
                .attr("role", "listbox")
                .attr("aria-label", Message::Suggestions)
                .child(options)
        };
        (suggestions.count.get_untracked() > 0).then(|| list().finish())
    })
}

/// The facets whose values are suggested.
fn is_suggested(kind: &FacetKind) -> bool {
    matches!(
        kind,
        FacetKind::Country | FacetKind::Donor | FacetKind::Implementing | FacetKind::Partner
    )
}

struct FoldedName {
    facet: usize,
    value: usize,
    /// With the acronym and other names.
    folded: String,
}

fn folded_names(index: &FacetIndex) -> Vec<FoldedName> {
    let facets = index.facets.iter().enumerate();
    let facets = facets.filter(|(_, facet)| facet.shown && is_suggested(&facet.kind));
    let names = facets.flat_map(|(facet, of)| {
        let values = of.values.iter().enumerate();
        let stated = values.filter(|(_, value)| value.key != NOT_STATED);
        stated.map(move |(at, value)| FoldedName {
            facet,
            value: at,
            folded: names_of(value),
        })
    });
    names.collect()
}

/// Whether a word of the name begins with what was typed.
fn begins_a_word(name: &str, typed: &str) -> bool {
    name.match_indices(typed).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

/// The values with most projects whose name matches what was typed, in the results `of` the other filters.
fn value_options(
    atlas: Atlas,
    suggestions: Suggestions,
    (names, typed): (&[FoldedName], &str),
    of: &Results,
) -> Vec<Element> {
    let (explorer, folded) = (atlas.explorer(), fold(typed));
    let found = names.iter().filter(|it| begins_a_word(&it.folded, &folded));
    let counted = found.filter_map(|name| {
        let counts = of.matches.facets.get(name.facet)?;
        let count = counts.get(name.value).filter(|count| **count > 0)?;
        Some((*count, name))
    });
    let mut counted: Vec<(u32, &FoldedName)> = counted.collect();
    sort(&mut counted, |one, other| other.0.cmp(&one.0));
    counted.truncate(MAX_VALUES);
    let facets = &explorer.facets().facets;
    let options = (1u32..).zip(counted).filter_map(|(at, (count, name))| {
        let facet = facets.get(name.facet)?;
        let value = facet.values.get(name.value)?;
        let (key, chosen) = (facet.key.clone(), value.key.clone());
        Some(option(
            (atlas, suggestions),
            at,
            value_name(value),
            &i18n::facet_label(&facet.kind),
            Some(count),
            move |explorer, query| {
                query.text.clear();
                explorer.choose_instead(query, &key, &chosen);
            },
        ))
    });
    options.collect()
}

/// The best matches, whatever the order of the results.
fn project_options(atlas: Atlas, suggestions: Suggestions, before: usize) -> Vec<Element> {
    let (explorer, query) = (atlas.explorer(), atlas.query());
    let results = if query.sort.is_none() && query.order.is_none() {
        atlas.results()
    } else {
        Arc::new(explorer.results(&Query {
            sort: None,
            order: None,
            ..Query::clone(&query)
        }))
    };
    let best = results.projects.iter().take(MAX_PROJECTS);
    let options = best.enumerate().filter_map(|(at, record)| {
        let project = explorer.project(*record)?;
        let id = project.id.clone();
        Some(option(
            (atlas, suggestions),
            (before + at) as u32 + 1,
            project.title.clone(),
            tr(Message::SuggestedProject),
            None,
            move |_, query| query.project.clone_from(&id),
        ))
    });
    options.collect()
}

fn option(
    (atlas, suggestions): (Atlas, Suggestions),
    at: u32,
    name: String,
    kind: &str,
    count: Option<u32>,
    choose: impl Fn(&Explorer, &mut Query) + 'static,
) -> Element {
    let is_active = flag(move || suggestions.active.get() == at);
    let leads_to_record = count.is_none();
    el("li")
        .class("suggestions__item")
        .class_if("suggestions__item--active", is_active)
        .attr("id", Suggestions::id(at))
        .attr("role", "option")
        .attr("aria-selected", text(move || is_active.get().to_string()))
        .on("click", move |_| {
            suggestions.close();
            let explorer = atlas.explorer();
            atlas.change(History::Push, |query| choose(&explorer, query));
            if !leads_to_record {
                focus::focus_soon(&[page::RESULTS]);
            }
        })
        .child(
            el("span")
                .class("suggestions__name")
                .attr("dir", "auto")
                .child(highlighted(atlas, name)),
        )
        .child(el("span").class("suggestions__kind").child(kind))
        .child(count.map(|count| el("span").class("suggestions__count").child(number(count))))
}

/// What can be typed into the search box, beside words.
fn search_tips(atlas: Atlas) -> AnyView {
    let tip = |example: Element, what: Message| {
        el("li")
            .child(example.class("search-tips__example"))
            .child(" ")
            .child(what)
    };
    let years = atlas.explorer().facets().years.bounds();
    let year = years.map(|(_, last)| tip(el("code").child(last.to_string()), Message::TipYear));
    let tips = el("div")
        .class("search-tips")
        .child(el("p").child(Message::SearchTips))
        .child(
            el("ul")
                .child(tip(
                    el("code").child(Message::TipPhraseExample),
                    Message::TipPhrase,
                ))
                .child(tip(
                    el("code").child(Message::TipExclusionExample),
                    Message::TipExclusion,
                ))
                .child(year),
        );
    tips.finish()
}
