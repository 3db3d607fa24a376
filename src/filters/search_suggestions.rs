//! What is below the search box: suggestions while typing, and tips before that.

use crate::components::highlight::highlighted;
use crate::components::names::value_name;
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el};
use crate::host::chunk::DeferredChunk;
use crate::host::{History, focus, page};
use crate::i18n::intl::number;
use crate::i18n::{self, Message, tr};
use crate::state::{Atlas, Suggestions};
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
    let suggestions = Suggestions::here();
    dynamic(move || {
        let query = atlas.query();
        let typed = query.text.trim();
        let options = if typed.chars().count() < MIN_TYPED {
            Vec::new()
        } else {
            let names = names.get_or_init(|| folded_names(atlas.explorer().facets()));
            options(atlas, suggestions, typed, names)
        };
        suggestions.count.set(options.len() as u32);
        if typed.is_empty() {
            return Some(search_tips(atlas));
        }
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
    total: u32,
}

fn folded_names(index: &FacetIndex) -> Vec<FoldedName> {
    let facets = index.facets.iter().enumerate();
    let facets = facets.filter(|(_, facet)| facet.shown && is_suggested(&facet.kind));
    let names = facets.flat_map(|(facet, of)| {
        let values = of.values.iter().enumerate();
        let stated = values.filter(|(_, value)| value.key != NOT_STATED);
        stated.map(move |(at, value)| {
            let mut folded = fold(&value_name(value));
            for other in value.aliases.iter().chain(&value.acronym) {
                folded.push(' ');
                folded.push_str(&fold(other));
            }
            FoldedName {
                facet,
                value: at,
                folded,
                total: value.total,
            }
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

fn options(
    atlas: Atlas,
    suggestions: Suggestions,
    typed: &str,
    names: &[FoldedName],
) -> Vec<Element> {
    let (explorer, results) = (atlas.explorer(), atlas.results());
    let folded = fold(typed);
    let found = names.iter().filter(|it| begins_a_word(&it.folded, &folded));
    let mut found: Vec<&FoldedName> = found.collect();
    sort(&mut found, |one, other| other.total.cmp(&one.total));
    found.truncate(MAX_VALUES);
    let mut options = Vec::new();
    for name in found {
        let facet = explorer.facets().facets.get(name.facet);
        let Some((facet, value)) = facet.and_then(|it| Some((it, it.values.get(name.value)?)))
        else {
            continue;
        };
        let (key, chosen) = (facet.key.clone(), value.key.clone());
        options.push(option(
            (atlas, suggestions),
            options.len() as u32 + 1,
            value_name(value),
            &i18n::facet_label(&facet.kind),
            Some(value.total),
            move |query| {
                query.text.clear();
                query.choose_instead(&key, &chosen);
            },
        ));
    }
    for record in results.projects.iter().take(MAX_PROJECTS) {
        let Some(project) = explorer.project(*record) else {
            continue;
        };
        let id = project.id.clone();
        options.push(option(
            (atlas, suggestions),
            options.len() as u32 + 1,
            project.title.clone(),
            tr(Message::SuggestedProject),
            None,
            move |query| query.project.clone_from(&id),
        ));
    }
    options
}

fn option(
    (atlas, suggestions): (Atlas, Suggestions),
    at: u32,
    name: String,
    kind: &str,
    count: Option<u32>,
    choose: impl Fn(&mut Query) + 'static,
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
            suggestions.open.set(false);
            atlas.change(History::Push, &choose);
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
