//! What is selected, each part removable.

use super::element::{Element, el};
use super::names::choice_name;
use super::published::published;
use super::reactive::part;
use crate::atlas::{Atlas, Step};
use crate::browser::page;
use crate::i18n::{self, Message, PluralMessage, tr, tr_with};
use atlas_engine::query::{Choice, NOT_STATED, Query};
use leptos::prelude::*;

/// At most so many parts of the selection are shown; the others are counted.
const MOST_CHIPS: usize = 30;

/// One part of the selection, in the words of the summary's sentence.
struct Clause {
    /// The words that lead to it: “in”, “or”, “paid for by”.
    lead: String,
    /// What is selected.
    name: String,
    /// Whether its name is the portfolio's own.
    published: bool,
    /// What removing it takes back.
    removes: Part,
}

enum Part {
    Text,
    Choice { facet: String, value: String },
    Years,
}

impl Part {
    fn take_back(&self, query: &mut Query) {
        match self {
            Self::Text => query.text.clear(),
            Self::Choice { facet, value } => query.drop_choice(facet, value),
            Self::Years => (query.from, query.to) = (None, None),
        }
    }
}

/// The selection as chips within a sentence.
pub(crate) fn chips(atlas: Atlas) -> Element {
    let selection = part(move || {
        let mut clauses = clauses(atlas);
        let further = clauses.len().saturating_sub(MOST_CHIPS);
        clauses.truncate(MOST_CHIPS);
        let chips = clauses.into_iter().flat_map(|clause| chip(atlas, clause));
        let mut chips: Vec<Element> = chips.collect();
        if further > 0 {
            let words = i18n::tr_plural(PluralMessage::FurtherFilters, further as u32);
            chips.push(
                el("span")
                    .class("chips__lead")
                    .child([" ", &words].concat()),
            );
        }
        let group = || {
            el("span")
                .class("chips")
                .attr("role", "group")
                .attr("aria-label", Message::Selection)
        };
        (!chips.is_empty()).then(|| group().child(chips).finish())
    });
    el("span").child(selection)
}

/// The button that takes the whole selection back, while there is one.
pub(crate) fn clear_all(atlas: Atlas) -> AnyView {
    part(move || {
        let clear = || {
            el("button")
                .attr("type", "button")
                .class("clear-all")
                .on("click", move |_| {
                    atlas.change(Step::New, Query::clear);
                    page::focus_soon(&[page::RESULTS]);
                })
                .child(Message::ClearAll)
        };
        atlas.query().narrows().then(|| clear().finish())
    })
}

/// A part of the selection: the words that lead to it, and the chip.
fn chip(atlas: Atlas, clause: Clause) -> [Element; 2] {
    let Clause {
        lead,
        name,
        published: is_published,
        removes,
    } = clause;
    let remove = el("button")
        .attr("type", "button")
        .class("chip__remove")
        .attr("aria-label", tr_with(Message::Remove, &[("what", &name)]))
        .on("click", move |_| {
            atlas.change(Step::New, |query| removes.take_back(query));
            // The button under the keyboard's focus is gone: the next one takes over, or the
            // results.
            page::focus_soon(&[".chip__remove", page::RESULTS]);
        })
        .child(el("span").attr("aria-hidden", "true").child("×"));
    // The chip's own spaces stay where the page's direction wants them.
    let name = el("span").child(name);
    let name = if is_published {
        published(atlas, name)
    } else {
        name
    };
    [
        el("span").class("chips__lead").child(format!(" {lead} ")),
        el("span")
            .class("chip")
            .child(el("span").class("chip__name").child(name))
            .child(remove),
    ]
}

/// The selection as words, such as “ in Romania or Moldova running 2010”, with a space before;
/// empty where nothing is selected.
pub(super) fn selection_in_words(atlas: Atlas) -> String {
    let mut words = String::new();
    for clause in clauses(atlas) {
        for part in [" ", &clause.lead, " ", &clause.name] {
            words.push_str(part);
        }
    }
    words
}

/// The selection, grouped by facet: OR within one, AND between them.
fn clauses(atlas: Atlas) -> Vec<Clause> {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let mut clauses = Vec::new();
    let text = query.text.trim();
    if !text.is_empty() {
        clauses.push(Clause {
            lead: tr(Message::Matching).to_owned(),
            name: tr_with(Message::Quoted, &[("text", text)]),
            published: false,
            removes: Part::Text,
        });
    }
    let index = explorer.facets();
    // The choices by facet, in the order of the facets; those that are unknown are in the notices.
    let mut by_facet: Vec<Vec<&Choice>> = vec![Vec::new(); index.facets.len()];
    for choice in &query.choices {
        let meaning = explorer.meaning(choice);
        if let Some(choices) = meaning.and_then(|it| by_facet.get_mut(it.facet)) {
            choices.push(choice);
        }
    }
    for (facet, choices) in index.facets.iter().zip(by_facet) {
        let kind = &facet.kind;
        let (excluded, included): (Vec<_>, Vec<_>) =
            choices.into_iter().partition(|choice| choice.excluded);
        for (chosen, first, further) in [
            (included, i18n::facet_connective(kind, false), Message::Or),
            (excluded, i18n::facet_connective(kind, true), Message::Nor),
        ] {
            let named = chosen
                .into_iter()
                .filter_map(|choice| Some((choice, choice_name(atlas, choice)?)));
            for (at, (choice, name)) in named.enumerate() {
                clauses.push(Clause {
                    lead: if at == 0 {
                        first.clone()
                    } else {
                        tr(further).to_owned()
                    },
                    name,
                    published: kind.has_published_names() && choice.value != NOT_STATED,
                    removes: Part::Choice {
                        facet: choice.facet.clone(),
                        value: choice.value.clone(),
                    },
                });
            }
        }
    }
    if let Some(years) = i18n::year_range(query.from, query.to) {
        clauses.push(Clause {
            lead: tr(Message::Running).to_owned(),
            name: years,
            published: false,
            removes: Part::Years,
        });
    }
    clauses
}
