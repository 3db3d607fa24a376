//! The state of an open atlas: one query, and what follows from it.

use crate::browser::address;
use crate::strings;
use atlas_engine::country::CountryCode;
use atlas_engine::explorer::{Explorer, Results};
use atlas_engine::facet::{Facet, FacetKind, FacetValue};
use atlas_engine::portfolio::Project;
use atlas_engine::query::{NOT_STATED, Query};
use atlas_engine::search::Highlighter;
use leptos::prelude::*;

/// Handles to everything a component needs; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Atlas {
    explorer: StoredValue<Explorer>,
    query: RwSignal<Query>,
    results: Memo<Results>,
    highlighter: Memo<Highlighter>,
    pointed: RwSignal<Option<CountryCode>>,
}

/// Whether a change is a step that “back” undoes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A choice: “back” returns to the state before it.
    New,
    /// A letter typed: it takes the place of the state before it.
    Same,
}

impl Atlas {
    /// Opens a portfolio at the state its address tells.
    pub(crate) fn open(explorer: Explorer) -> Self {
        let explorer = StoredValue::new(explorer);
        let query = RwSignal::new(address::read());
        let results =
            Memo::new(move |_| query.with(|query| explorer.with_value(|it| it.results(query))));
        let text = Memo::new(move |_| query.with(|query| query.text.clone()));
        let highlighter = Memo::new(move |_| text.with(|text| Highlighter::new(text)));
        address::on_travel(move |travelled| query.set(travelled));
        Self {
            explorer,
            query,
            results,
            highlighter,
            pointed: RwSignal::new(None),
        }
    }

    /// Changes the query, and the address with it.
    pub(crate) fn change(self, step: Step, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|before| *before != query) {
            address::write(&query, step);
            self.query.set(query);
        }
    }

    /// Reads the query, and runs again when it changes.
    pub(crate) fn query<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with(read)
    }

    /// Reads the results, and runs again when they change.
    pub(crate) fn results<T>(self, read: impl FnOnce(&Results) -> T) -> T {
        self.results.with(read)
    }

    /// Reads what marks matches of the search, and runs again when the search changes.
    pub(crate) fn highlighter<T>(self, read: impl FnOnce(&Highlighter) -> T) -> T {
        self.highlighter.with(read)
    }

    /// Reads the portfolio and its indexes, which never change.
    pub(crate) fn explorer<T>(self, read: impl FnOnce(&Explorer) -> T) -> T {
        self.explorer.with_value(read)
    }

    /// A copy of one project.
    pub(crate) fn project(self, record: u32) -> Option<Project> {
        self.explorer(|explorer| explorer.project(record).cloned())
    }

    /// Reads one facet by its position.
    pub(crate) fn facet<T>(self, at: usize, read: impl FnOnce(&Facet) -> T) -> Option<T> {
        self.explorer(|explorer| explorer.facets().facets.get(at).map(read))
    }

    /// How many projects a facet value would give; runs again when that changes.
    pub(crate) fn count(self, facet: usize, value: u32) -> u32 {
        self.results(|results| {
            let counts = results.matches.facets.get(facet);
            counts
                .and_then(|counts| counts.get(value as usize))
                .copied()
                .unwrap_or(0)
        })
    }

    /// How many projects match; runs again when that changes.
    pub(crate) fn shown(self) -> u32 {
        self.results(|results| results.projects.len() as u32)
    }

    /// The key that a name has in a facet's addresses.
    pub(crate) fn value_key(self, facet: &str, name: &str) -> Option<String> {
        self.explorer(|explorer| {
            let facets = explorer.facets();
            let facet = facets.facets.get(facets.position(facet)?)?;
            let value = facet.values.get(facet.position(name)? as usize)?;
            Some(value.key.clone())
        })
    }

    /// The position of the project with that id.
    pub(crate) fn record_of(self, id: &str) -> Option<u32> {
        self.explorer(|explorer| {
            let at = explorer
                .portfolio()
                .projects
                .iter()
                .position(|project| project.id == id)?;
            u32::try_from(at).ok()
        })
    }

    /// How many projects would match in the year at a position of the portfolio's years; runs
    /// again when that changes.
    pub(crate) fn year_count(self, at: usize) -> u32 {
        self.results(|results| results.matches.years.get(at).copied().unwrap_or(0))
    }

    /// The most projects that ran in one year, whatever is selected.
    pub(crate) fn highest_year(self) -> u32 {
        self.explorer(|explorer| {
            let all = explorer.results(&Query::default());
            all.matches.years.into_iter().max().unwrap_or(0)
        })
    }

    /// Where, for whom and when the results were, in a few words; runs again when they change.
    pub(crate) fn extent_of_results(self) -> String {
        self.results(|results| {
            self.explorer(|explorer| {
                let records = &results.matches.records;
                let facets = explorer.facets();
                let stated = |kind: &FacetKind| {
                    let facet = facets.facets.iter().find(|facet| facet.kind == *kind);
                    facet.map_or(0, |facet| {
                        let counts = facet.column.count(records);
                        let values = counts.iter().zip(&facet.values);
                        let some = |(count, value): &(&u32, &FacetValue)| {
                            **count > 0 && value.key != NOT_STATED
                        };
                        values.filter(some).count() as u32
                    })
                };
                let (countries, donors) = (stated(&FacetKind::Country), stated(&FacetKind::Donor));
                let years = facets.years.bounds_of(records);
                let parts = [
                    (countries > 0).then(|| strings::countries(countries)),
                    (donors > 0).then(|| strings::donors(donors)),
                    years.map(|(first, last)| strings::years(first, last)),
                ];
                strings::extent(&parts.into_iter().flatten().collect::<Vec<_>>())
            })
        })
    }

    /// The country that is pointed at or focused, on the map, in the facet or on a card.
    pub(crate) fn pointed(self) -> Option<CountryCode> {
        self.pointed.get()
    }

    /// Points at a country, or at none.
    pub(crate) fn point_at(self, country: Option<CountryCode>) {
        if self.pointed.get_untracked() != country {
            self.pointed.set(country);
        }
    }
}
