//! The active filters and the results in words.

use crate::components::names::choice_name;
use crate::i18n::{self, Message, PluralMessage, tr, tr_with};
use crate::state::Atlas;
use atlas_engine::facet::{FacetKey, FacetKind};
use atlas_engine::query::{Choice, NOT_STATED, Query};

pub(crate) struct Clause {
    /// The words before the name: “in”, “or”, “funded by”.
    pub(crate) lead: String,
    pub(crate) name: String,
    /// Whether the name comes from the portfolio rather than the interface.
    pub(crate) published: bool,
    pub(crate) is_excluded: bool,
    pub(crate) removes: Removed,
}

pub(crate) enum Removed {
    Text,
    Choice { facet: FacetKey, value: String },
    Years,
    Amounts,
}

impl Removed {
    pub(crate) fn take_back(&self, query: &mut Query) {
        match self {
            Self::Text => query.text.clear(),
            Self::Choice { facet, value } => query.drop_choice(facet, value),
            Self::Years => (query.from, query.to) = (None, None),
            Self::Amounts => (query.amount_from, query.amount_to) = (None, None),
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

/// The filters grouped by facet: OR within a facet, unless all of its values must apply; AND between
/// facets.
pub(crate) fn clauses(atlas: Atlas) -> Vec<Clause> {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let mut clauses = Vec::new();
    let text = query.text.trim();
    if !text.is_empty() {
        clauses.push(Clause {
            lead: tr(Message::Matching).to_owned(),
            name: tr_with(Message::Quoted, &[("text", text)]),
            published: false,
            is_excluded: false,
            removes: Removed::Text,
        });
    }
    let index = explorer.facets();
    // In the order of the facets. Unknown choices are in the notices instead.
    let mut by_facet: Vec<Vec<&Choice>> = vec![Vec::new(); index.facets.len()];
    for choice in &query.choices {
        let resolved = explorer.resolve(choice);
        if let Some(choices) = resolved.and_then(|it| by_facet.get_mut(it.facet)) {
            choices.push(choice);
        }
    }
    for (facet, choices) in index.facets.iter().zip(by_facet) {
        let kind = &facet.kind;
        let (excluded, included): (Vec<_>, Vec<_>) =
            choices.into_iter().partition(|choice| choice.excluded);
        let further = if query.matches_all(&facet.key) {
            Message::And
        } else {
            Message::Or
        };
        for (selected, first, further) in [
            (included, i18n::facet_connective(kind, false), further),
            (excluded, i18n::facet_connective(kind, true), Message::Nor),
        ] {
            let named = selected
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
                    is_excluded: choice.excluded,
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
            is_excluded: false,
            removes: Removed::Years,
        });
    }
    let amounts = explorer.amounts_of(&query);
    let amounts = amounts.and_then(|amounts| {
        i18n::amount_range(amounts.currency, query.amount_from, query.amount_to)
    });
    if let Some(amounts) = amounts {
        clauses.push(Clause {
            lead: tr(Message::OfAmount).to_owned(),
            name: amounts,
            published: false,
            is_excluded: false,
            removes: Removed::Amounts,
        });
    }
    clauses
}

/// The countries, donors and years of the results, in a few words.
pub(crate) fn extent_of_results(atlas: Atlas) -> String {
    let (results, explorer) = (atlas.results(), atlas.explorer());
    let records = &results.matches.records;
    let facets = explorer.facets();
    let facet_of = |kind: &FacetKind| facets.facets.iter().find(|it| it.kind == *kind);
    let stated = |kind: &FacetKind| {
        facet_of(kind).map_or(0, |facet| {
            let counts = facet.column.count(records);
            let values = counts.iter().zip(&facet.values);
            let stated = values.filter(|(count, value)| **count > 0 && value.key != NOT_STATED);
            stated.count() as u32
        })
    };
    let countries = stated(&FacetKind::Country);
    // Donors of all the results are named, unless a chip of the sentence already names them.
    let query = atlas.query();
    let mut common = Vec::new();
    let mut is_named = false;
    if let Some(donors) = facet_of(&FacetKind::Donor) {
        for donor in facets.common_donors(records) {
            if let Some(donor) = donors.values.get(donor as usize) {
                is_named |= query.has(&FacetKey::DONOR, &donor.key);
                common.push(donor.name.clone());
            }
        }
    }
    let paid_for = match (common.is_empty(), stated(&FacetKind::Donor)) {
        (_, 0) => None,
        (true, donors) => Some(i18n::tr_plural(PluralMessage::Donors, donors)),
        (false, _) => (!is_named).then(|| {
            let donor = i18n::enumeration(&common);
            i18n::tr_with(Message::PaidForBy, &[("donor", &donor)])
        }),
    };
    let years = facets.years.bounds_of(records);
    let undated = results.matches.undated;
    let left_out = (query.has_years() && undated > 0)
        .then(|| i18n::tr_plural(PluralMessage::UndatedLeftOut, undated));
    let parts = [
        (countries > 0).then(|| i18n::tr_plural(PluralMessage::Countries, countries)),
        paid_for,
        years.map(|(first, last)| i18n::years(first, last)),
        left_out,
    ];
    i18n::extent(&parts.into_iter().flatten().collect::<Vec<_>>())
}
