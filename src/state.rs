//! The state of an open atlas: one query, and what is derived from it.

use crate::host::chunk::{DeferredChunk, Loaded, OnDemandChunk};
use crate::host::chunk_resource::ChunkResource;
use crate::host::{self, Callback, FetchError, History, address, fetch, focus, page, schedule};
use crate::i18n::{self, Locale};
use crate::text_search::code::search_code;
use crate::text_search::highlighter::{Highlighter, SearchCode};
use atlas_engine::country::CountryCode;
use atlas_engine::explorer::{Explorer, Ordering, Results};
use atlas_engine::facet::FacetKey;
use atlas_engine::query::{Query, View};
use atlas_i18n::Language;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// Handles to everything a component needs; cheap to copy. Methods that read a signal are tracked unless
/// stated otherwise. They return shared values rather than lending them to closures, because the lending
/// would be compiled again for each closure.
#[derive(Clone, Copy)]
pub(crate) struct Atlas {
    explorer: RwSignal<Arc<Explorer>>,
    locale: RwSignal<Locale>,
    language_failure: RwSignal<Option<LanguageFailure>>,
    on_demand: ChunkResource<OnDemandChunk>,
    deferred: ChunkResource<DeferredChunk>,
    query: RwSignal<Arc<Query>>,
    /// The query as components read it; see [`Atlas::for_part`].
    query_memo: Memo<Arc<Query>>,
    results: Memo<Arc<Results>>,
    highlighter: Memo<Arc<Highlighter>>,
    /// Whether the last history entry is the same as the one before it.
    is_replaceable: RwSignal<bool>,
    pointed: RwSignal<Option<CountryCode>>,
    pointed_project: RwSignal<Option<u32>>,
    /// Whether the timeline plays.
    playing: RwSignal<bool>,
    /// How many matches may still be marked in this part of the page; see [`Atlas::with_marks`].
    marks_left: Option<StoredValue<usize>>,
}

/// A language that could not be loaded, as a value: it is translated where it is shown.
#[derive(Clone, Copy)]
pub(crate) struct LanguageFailure(pub &'static Language, pub FetchError);

/// How many projects are indexed or sorted at a time: a few milliseconds of work.
const INDEXED_AT_A_TIME: usize = 100;

/// Indexes the texts and sorts the projects between other tasks, before anyone searches or sorts.
fn prepare(explorer: Arc<Explorer>) {
    let mut ordering = Ordering::default();
    schedule::after_paint(move || {
        schedule::run_in_time_slices(move || {
            explorer.index_text(INDEXED_AT_A_TIME)
                || explorer.order_ahead(&mut ordering, INDEXED_AT_A_TIME)
        });
    });
}

/// Once the projects can be read.
fn fetch_deferred(arrived: Callback<Result<Loaded, FetchError>>) {
    schedule::after_paint(|| fetch::deferred(arrived));
}

impl Atlas {
    /// The locale is that of [`provide_locale`](i18n::provide_locale). The deferred chunk may be loaded
    /// already.
    pub(crate) fn open(
        explorer: Explorer,
        locale: RwSignal<Locale>,
        loaded: Option<DeferredChunk>,
    ) -> Self {
        let explorer = RwSignal::new(Arc::new(explorer));
        let canonical = move |mut query: Query| {
            let explorer = explorer.get_untracked();
            if !host::is_own_page() {
                // Parameters of the other site's address are not unknown values.
                query.choices.retain(|choice| explorer.knows(&choice.facet));
            }
            Arc::new(explorer.canonical(&query))
        };
        let query = RwSignal::new(canonical(address::read()));
        let deferred = ChunkResource::<DeferredChunk>::new(fetch_deferred);
        let search = RwSignal::new(None::<SearchCode>);
        let enable_search = move |chunk| {
            let code = search_code(chunk);
            let explorer = explorer.get_untracked();
            explorer.enable_search((code.text_search)());
            search.set(Some(code));
            prepare(explorer);
        };
        if let Some(chunk) = loaded {
            deferred.set_loaded();
            enable_search(chunk);
        } else {
            Effect::new(move |_| {
                if let Some(chunk) = deferred.ready() {
                    enable_search(chunk);
                }
            });
        }
        let results = Memo::new(move |_| {
            // A search changes the results once its code is there.
            search.track();
            Arc::new(explorer.get().results(query.get().as_ref()))
        });
        let highlighter =
            Memo::new(move |_| Arc::new(Highlighter::new(search.get(), &query.get().text)));
        let is_replaceable = RwSignal::new(false);
        address::on_navigate(move |query_of_address| {
            focus::keep_focus();
            is_replaceable.set(false);
            query.set(canonical(query_of_address));
        });
        Self {
            explorer,
            locale,
            language_failure: RwSignal::new(None),
            on_demand: ChunkResource::new(fetch::on_demand),
            deferred,
            query,
            query_memo: Memo::new(move |_| query.get()),
            results,
            highlighter,
            is_replaceable,
            pointed: RwSignal::new(None),
            pointed_project: RwSignal::new(None),
            playing: RwSignal::new(false),
            marks_left: None,
        }
    }

    /// The same atlas for a part of the page with many readers, such as a facet. They subscribe to memos
    /// of that part: removing a subscriber takes time linear in the subscribers of a signal, so hundreds
    /// of readers of one signal would take quadratic time at every change.
    #[inline(never)]
    pub(crate) fn for_part(self) -> Self {
        Self {
            query_memo: Memo::new(move |_| self.query_memo.get()),
            results: Memo::new(move |_| self.results.get()),
            ..self
        }
    }

    /// The results change once the other parts have been painted: for a slow part, such as the map.
    pub(crate) fn for_late_part(self) -> Self {
        let late = RwSignal::new(untrack(|| self.results()));
        let is_due = Rc::new(Cell::new(false));
        Effect::new(move |_| {
            self.results.track();
            if !is_due.replace(true) {
                let is_due = is_due.clone();
                schedule::after_paint(move || {
                    is_due.set(false);
                    // Disposed if the part is redrawn in another language meanwhile.
                    if let Some(results) = self.results.try_get_untracked() {
                        let _gone = late.try_set(results);
                    }
                });
            }
        });
        Self {
            query_memo: Memo::new(move |_| self.query_memo.get()),
            results: Memo::new(move |_| late.get()),
            ..self
        }
    }

    /// The same atlas for a part of the page in which at most `max` matches are marked.
    pub(crate) fn with_marks(self, max: usize) -> Self {
        Self {
            marks_left: Some(StoredValue::new(max)),
            ..self
        }
    }

    /// How many of the `wanted` matches may be marked by the caller, until it is drawn again.
    pub(crate) fn take_marks(self, wanted: usize) -> usize {
        let Some(left) = self.marks_left else {
            return wanted;
        };
        let taken = left.try_get_value().unwrap_or(0).min(wanted);
        if taken > 0 {
            left.try_update_value(|left| *left -= taken);
            // The part may be gone together with its marks.
            on_cleanup(move || {
                let _gone = left.try_update_value(|left| *left += taken);
            });
        }
        taken
    }

    pub(crate) fn open_record(self, record: u32) {
        if let Some(project) = self.explorer().project(record) {
            self.change(History::Push, |query| query.project.clone_from(&project.id));
        }
    }

    pub(crate) fn change(self, step: History, change: impl FnOnce(&mut Query)) {
        let mut query = Query::clone(&self.query.get_untracked());
        change(&mut query);
        self.set(step, query);
    }

    /// Selects a value of a facet or, if it is selected, removes it; see [`Explorer::toggle`].
    #[inline(never)]
    pub(crate) fn toggle(self, facet: &FacetKey, value: &str) {
        let explorer = self.explorer();
        self.change(History::Push, |query| explorer.toggle(query, facet, value));
    }

    /// Undoes the last history entry in place; the next entry will replace it.
    pub(crate) fn take_back(self, change: impl FnOnce(&mut Query)) {
        self.change(History::Replace, change);
        self.is_replaceable.set(true);
    }

    #[inline(never)]
    fn set(self, step: History, mut query: Query) {
        // What could not be parsed disappears when the address is written again.
        query.ignored.clear();
        self.explorer().reset_match_all(&mut query);
        if *self.query.get_untracked() != query {
            let is_replaceable = self.is_replaceable.get_untracked();
            self.is_replaceable.set(false);
            address::write(
                &query,
                if is_replaceable {
                    History::Replace
                } else {
                    step
                },
            );
            self.query.set(Arc::new(query));
        }
    }

    #[inline(never)]
    pub(crate) fn query(self) -> Arc<Query> {
        self.query_memo.get()
    }

    /// Whether the query has a text.
    pub(crate) fn is_searching(self) -> bool {
        !self.query().text.trim().is_empty()
    }

    /// The open view of the results.
    pub(crate) fn view(self) -> View {
        let view = self.query().view;
        view.unwrap_or_else(|| self.explorer().default_view())
    }

    pub(crate) fn open_view(self, view: View) {
        let is_default = view == self.explorer().default_view();
        self.change(History::Push, |query| {
            query.view = (!is_default).then_some(view);
        });
    }

    #[inline(never)]
    pub(crate) fn results(self) -> Arc<Results> {
        self.results.get()
    }

    pub(crate) fn results_memo(self) -> Memo<Arc<Results>> {
        self.results
    }

    #[inline(never)]
    pub(crate) fn highlighter(self) -> Arc<Highlighter> {
        self.highlighter.get()
    }

    /// The portfolio and its indexes, untracked: a change of language redraws the whole page.
    #[inline(never)]
    pub(crate) fn explorer(self) -> Arc<Explorer> {
        self.explorer.get_untracked()
    }

    #[inline(never)]
    pub(crate) fn language(self) -> &'static Language {
        self.locale.get().language()
    }

    /// Redraws everything in another language.
    pub(crate) fn set_locale(self, locale: Locale) {
        self.locale.set(locale);
        page::set_language(locale.language());
        focus::stay_in_place("language");
        self.report_language_failure(None);
        let explorer = self.explorer().in_language(i18n::place_names());
        let explorer = Arc::new(explorer);
        prepare(explorer.clone());
        self.explorer.set(explorer);
    }

    /// The code of what few visitors ask for, shared by all parts that need it.
    pub(crate) fn on_demand(self) -> ChunkResource<OnDemandChunk> {
        self.on_demand
    }

    /// The code that every visitor needs, but only after the first paint.
    pub(crate) fn deferred(self) -> ChunkResource<DeferredChunk> {
        self.deferred
    }

    pub(crate) fn playing(self) -> RwSignal<bool> {
        self.playing
    }

    pub(crate) fn report_language_failure(self, failure: Option<LanguageFailure>) {
        self.language_failure.set(failure);
    }

    pub(crate) fn language_failure(self) -> Option<LanguageFailure> {
        self.language_failure.get()
    }

    /// The disjunctive count of a facet value.
    pub(crate) fn count(self, facet: usize, value: u32) -> u32 {
        let results = self.results();
        let counts = results.matches.facets.get(facet);
        let count = counts.and_then(|counts| counts.get(value as usize));
        count.copied().unwrap_or(0)
    }

    pub(crate) fn gives_any(self, facet: usize) -> bool {
        let results = self.results();
        let counts = results.matches.facets.get(facet);
        counts.is_some_and(|counts| counts.iter().any(|count| *count > 0))
    }

    pub(crate) fn shown(self) -> u32 {
        self.results().projects.len() as u32
    }

    pub(crate) fn value_key(self, facet: &FacetKey, name: &str) -> Option<String> {
        let explorer = self.explorer();
        let facets = explorer.facets();
        let facet = facets.facet(facet)?;
        let value = facet.values.get(facet.position(name)? as usize)?;
        Some(value.key.clone())
    }

    /// The position of the project that the query opens.
    pub(crate) fn opened(self) -> Option<u32> {
        let explorer = self.explorer();
        let id = &self.query().project;
        let mut projects = explorer.portfolio().projects.iter();
        let at = projects.position(|project| project.id == *id)?;
        u32::try_from(at).ok()
    }

    /// How many projects would match in the period at this position.
    pub(crate) fn period_count(self, at: usize) -> u32 {
        let results = self.results();
        results.matches.periods.get(at).copied().unwrap_or(0)
    }

    /// The country that is pointed at or focused, on the map, in the facet or on a card.
    #[inline(never)]
    pub(crate) fn pointed(self) -> Option<CountryCode> {
        self.pointed.get()
    }

    #[inline(never)]
    pub(crate) fn pointed_project(self) -> Option<u32> {
        self.pointed_project.get()
    }

    #[inline(never)]
    pub(crate) fn point_at_project(self, record: Option<u32>) {
        if self.pointed_project.get_untracked() != record {
            self.pointed_project.set(record);
        }
    }

    #[inline(never)]
    pub(crate) fn point_at(self, country: Option<CountryCode>) {
        if self.pointed.get_untracked() != country {
            self.pointed.set(country);
        }
    }
}
