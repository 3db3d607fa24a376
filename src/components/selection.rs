//! The active filters in words.

use crate::components::names::choice_name;
use crate::i18n::{self, Message, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::query::{Choice, NOT_STATED, Query};

pub(crate) struct Clause {
    /// The words before the name: “in”, “or”, “funded by”.
    pub(crate) lead: String,
    pub(crate) name: String,
    /// Whether the name comes from the portfolio rather than the interface.
    pub(crate) published: bool,
    pub(crate) removes: Removed,
}

pub(crate) enum Removed {
    Text,
    Choice { facet: String, value: String },
    Years,
}

impl Removed {
    pub(crate) fn take_back(&self, query: &mut Query) {
        match self {
            Self::Text => query.text.clear(),
            Self::Choice { facet, value } => query.drop_choice(facet, value),
            Self::Years => (query.from, query.to) = (None, None),
        }
    }
}

/// Such as “ in Romania or Moldova active 2010”, with a leading space; empty without filters.
pub(crate) fn selection_in_words(atlas: Atlas) -> String {
    let mut words = String::new();
    for clause in clauses(atlas) {
        for part in [" ", &clause.lead, " ", &clause.name] {
            words.push_str(part);
        }
    }
    words
}

/// The filters grouped by facet: OR within a facet, AND between facets.
pub(crate) fn clauses(atlas: Atlas) -> Vec<Clause> {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let mut clauses = Vec::new();
    let text = query.text.trim();
    if !text.is_empty() {
        clauses.push(Clause {
            lead: tr(Message::Matching).to_owned(),
            name: tr_with(Message::Quoted, &[("text", text)]),
            published: false,
            removes: Removed::Text,
        });
    }
    let index = explorer.facets();
    // In the order of the facets. Unknown choices are in the notices instead.
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
                    removes: Removed::Choice {
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
            removes: Removed::Years,
        });
    }
    clauses
}
