//! Which values of a facet are in the page: a limited number at a time, however many there are.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::Key;
use crate::filters::facet_lines::{
    Line, MIN_BESIDE_SELECTED, Order, Window, all_names, found_lines, in_order, keys,
    visible_lines, window,
};
use crate::host::{focus, page};
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use atlas_engine::facet::Facet;
use atlas_engine::text::fold;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Chosen values are always in the page; the others are a page of those that the narrowing text matches.
/// Everything reactive is in one memo, because each type of memo adds kilobytes to the program.
#[derive(Clone)]
pub(crate) struct FacetValues {
    inner: Arc<Inner>,
    window: Memo<Arc<Window>>,
}

struct Inner {
    atlas: Atlas,
    at: usize,
    max: usize,
    by_name: RwSignal<bool>,
    narrow: RwSignal<String>,
    /// Where the page begins among the lines; [`FIRST_ONLY`] until a visitor asks for all values.
    page: RwSignal<usize>,
    /// Changes whenever `collapsed` does.
    collapse_version: RwSignal<usize>,
    cache: Mutex<Cache>,
}

#[derive(Default)]
struct Cache {
    collapsed: Vec<u32>,
    order: Option<(bool, Arc<Order>)>,
    /// The folded names for narrowing. Created when needed, because most visitors never narrow.
    names: Option<Arc<Vec<String>>>,
}

/// Only the first values are shown, without paging buttons.
const FIRST_ONLY: usize = usize::MAX;

/// How many lines are shown at first, if there are more than a page has.
const MAX_FIRST: usize = 12;

/// All selected lines are shown, however short the page is. If there are more than `MAX_SELECTED` choices
/// in all facets, at least `MIN_SELECTED` lines per facet are shown.
const MAX_SELECTED: usize = 60;
const MIN_SELECTED: usize = 10;

impl Inner {
    /// Nothing here panics, so the lock cannot be poisoned.
    fn cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn order(&self, facet: &Facet) -> Arc<Order> {
        let by_name = self.by_name.get();
        if let Some((_, order)) = self.cache().order.as_ref().filter(|it| it.0 == by_name) {
            return order.clone();
        }
        let order = Arc::new(in_order(facet, by_name));
        self.cache().order = Some((by_name, order.clone()));
        order
    }

    fn names(&self, facet: &Facet) -> Arc<Vec<String>> {
        if let Some(names) = &self.cache().names {
            return names.clone();
        }
        let names = Arc::new(all_names(facet));
        self.cache().names = Some(names.clone());
        names
    }

    fn window(&self) -> Window {
        let explorer = self.atlas.explorer();
        let Some(facet) = explorer.facets().facets.get(self.at) else {
            return Window::default();
        };
        self.collapse_version.track();
        let order = self.order(facet);
        let text = fold(self.narrow.read().trim());
        let lines = if text.is_empty() {
            let cache = self.cache();
            visible_lines(&order, |parent| cache.collapsed.contains(&parent))
        } else {
            let names = self.names(facet);
            found_lines(&order, |at| {
                let name = names.get(at as usize);
                name.is_some_and(|name| name.contains(text.as_str()))
            })
        };
        let selected = selected_lines(self.atlas, facet);
        let room = match self.atlas.query().choices.len() {
            few if few <= MAX_SELECTED => MAX_SELECTED,
            _ => MIN_SELECTED,
        };
        let room = room.max(self.max.saturating_sub(MIN_BESIDE_SELECTED));
        let from = self.page.get();
        let max = if from == FIRST_ONLY && text.is_empty() && lines.len() > self.max {
            self.first_length(&lines).min(self.max)
        } else {
            self.max
        };
        window(facet, &order, &lines, selected, room, from, max)
    }

    /// How many lines are shown at first: more if some of them have no results, and so are hidden.
    fn first_length(&self, lines: &[Line]) -> usize {
        let gives_results = |line: &Line| match line {
            Line::Value(at) => self.atlas.count(self.at, *at) > 0,
            Line::Parent(_) => true,
        };
        let giving = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| gives_results(line));
        let last = giving.take(MAX_FIRST).last();
        last.map_or(0, |(at, _)| at + 1).max(MAX_FIRST)
    }
}

impl FacetValues {
    pub(crate) fn new(
        atlas: Atlas,
        at: usize,
        by_name: RwSignal<bool>,
        narrow: RwSignal<String>,
        max: usize,
    ) -> Self {
        let inner = Arc::new(Inner {
            atlas,
            at,
            max,
            by_name,
            narrow,
            page: RwSignal::new(FIRST_ONLY),
            collapse_version: RwSignal::new(0),
            cache: Mutex::default(),
        });
        let window = {
            let inner = inner.clone();
            Memo::new(move |_| Arc::new(inner.window()))
        };
        Self { inner, window }
    }

    pub(crate) fn narrow(&self, text: String) {
        self.inner.narrow.set(text);
        // Other lines start at their first page.
        if self.inner.page.get_untracked() != FIRST_ONLY {
            self.inner.page.set(0);
        }
    }

    /// The keys of the lines that are not within a parent.
    pub(crate) fn lines(&self) -> Vec<Key> {
        keys(&self.window.get().outer)
    }

    /// The keys of the lines within a parent.
    pub(crate) fn within(&self, parent: u32) -> Vec<Key> {
        let window = self.window.get();
        let mut within = window.within.iter();
        let found = within.find(|(of, _)| *of == parent);
        found.map(|(_, values)| keys(values)).unwrap_or_default()
    }

    pub(crate) fn has_selected(&self, parent: u32) -> bool {
        let (window, explorer) = (self.window.get(), self.inner.atlas.explorer());
        let facet = explorer.facets().facets.get(self.inner.at);
        let mut selected = window.selected.iter();
        selected.any(|at| {
            let value = facet.and_then(|facet| facet.values.get(*at as usize));
            value.is_some_and(|value| value.parent == Some(parent))
        })
    }

    /// How many values in the page would give no results, without the selected ones.
    pub(crate) fn count_empty(&self) -> u32 {
        let window = self.window.get();
        let within = window.within.iter().flat_map(|(_, values)| values);
        let lines = window.outer.iter().chain(within);
        let empty = lines.filter(|line| match line {
            Line::Value(at) => {
                self.inner.atlas.count(self.inner.at, *at) == 0 && !window.selected.contains(at)
            }
            Line::Parent(_) => false,
        });
        empty.count() as u32
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.window.get().all == 0
    }

    pub(crate) fn is_collapsed(&self, parent: u32) -> bool {
        self.inner.collapse_version.track();
        self.inner.cache().collapsed.contains(&parent)
    }

    pub(crate) fn toggle_parent(&self, parent: u32) {
        {
            let mut cache = self.inner.cache();
            let before = cache.collapsed.len();
            cache.collapsed.retain(|it| *it != parent);
            if cache.collapsed.len() == before {
                cache.collapsed.push(parent);
            }
        }
        self.inner.collapse_version.update(|turn| *turn += 1);
    }

    /// The button that shows all values; after that, the buttons that page through them.
    pub(crate) fn paging(&self) -> AnyView {
        let values = self.clone();
        dynamic(move || {
            let window = values.window.get();
            if window.from == 0 && window.to == window.all {
                return None;
            }
            let paging = el("p").class("facet__paging");
            let paging = if values.inner.page.get() == FIRST_ONLY {
                paging.child(values.button(Message::ShowAllValues, &window, Some(0)))
            } else {
                values.pages(paging, &window)
            };
            Some(paging.finish())
        })
    }

    fn pages(&self, paging: Element, window: &Window) -> Element {
        let Window { from, to, all, .. } = *window;
        let position = [
            ("first", &*number(window.values.start as u32 + 1)),
            ("last", &number(window.values.end as u32)),
            ("count", &number(window.all_values as u32)),
        ];
        let shown = el("span")
            .class("facet__range")
            // Not a status: the number of results is the status.
            .attr("aria-live", "polite")
            .child(tr_with(Message::ValuesShown, &position));
        let before = (from > 0).then(|| from.saturating_sub(window.length));
        let after = (to < all).then_some(to);
        paging
            .child(self.button(Message::PreviousValues, window, before))
            .child(shown)
            .child(self.button(Message::NextValues, window, after))
            .child(self.button(Message::ShowFewerValues, window, Some(FIRST_ONLY)))
    }

    /// The pressed button is drawn again, so the focus moves to the button that leads further.
    fn button(&self, label: Message, window: &Window, page: Option<usize>) -> Element {
        let all = window.all;
        let (at, max, facet) = (self.inner.page, self.inner.max, self.inner.at);
        let id = move |label: Message| {
            [
                "values-",
                &facet.to_string(),
                "-",
                &(label as usize).to_string(),
            ]
            .concat()
        };
        el("button")
            .attr("type", "button")
            .attr("id", id(label))
            .class("button button--quiet")
            .attr("disabled", page.is_none().then(String::new))
            .on("click", move |_| {
                let Some(page) = page else { return };
                at.set(page);
                let onwards = match page {
                    FIRST_ONLY => Message::ShowAllValues,
                    page if page + max < all => Message::NextValues,
                    _ => Message::PreviousValues,
                };
                focus::return_focus_soon(None, id(onwards), page::RESULTS);
            })
            .child(tr_with(
                label,
                &[("count", &number(window.all_values as u32))],
            ))
    }
}

/// The values and parents of a facet that the query names by key.
fn selected_lines(atlas: Atlas, facet: &Facet) -> Vec<Line> {
    let query = atlas.query();
    let lines = query.choices.iter().filter_map(|choice| {
        if choice.facet == facet.key
            && let Some(at) = facet.position(&choice.value)
            && facet.values.get(at as usize)?.key == choice.value
        {
            return Some(Line::Value(at));
        }
        let parent = facet.parent_position(&choice.facet, &choice.value);
        parent.map(Line::Parent)
    });
    lines.collect()
}
