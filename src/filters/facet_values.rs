//! Which values of a facet are in the page: a limited number at a time, however many there are.

use crate::components::names::value_name;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::dom::keyed_list::Key;
use crate::host::{focus, page};
use crate::i18n::intl::number;
use crate::i18n::{Message, tr_with};
use crate::state::Atlas;
use atlas_engine::facet::{Facet, FacetValue};
use atlas_engine::query::NOT_STATED;
use atlas_engine::sort::sort;
use atlas_engine::text::{alphabetical, fold};
use leptos::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Parent(u32),
    Value(u32),
}

impl Line {
    pub(crate) fn key(self) -> Key {
        match self {
            Self::Value(at) => at * 2,
            Self::Parent(at) => at * 2 + 1,
        }
    }

    pub(crate) fn of_key(key: Key) -> Self {
        let at = key / 2;
        if key.is_multiple_of(2) {
            Self::Value(at)
        } else {
            Self::Parent(at)
        }
    }
}

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
    most: usize,
    by_name: RwSignal<bool>,
    narrow: RwSignal<String>,
    /// Where the page begins among the lines; [`FIRST_ONLY`] until a visitor asks for all values.
    page: RwSignal<usize>,
    /// Changes whenever `folded` does.
    fold_turn: RwSignal<usize>,
    cache: Mutex<Cache>,
}

#[derive(Default)]
struct Cache {
    folded: Vec<u32>,
    order: Option<(bool, Arc<Order>)>,
    /// The folded names for narrowing. Created when needed, because most visitors never narrow.
    names: Option<Arc<Vec<String>>>,
}

/// Only the first values are shown, without paging buttons.
const FIRST_ONLY: usize = usize::MAX;

#[derive(Clone, Default, PartialEq)]
struct Window {
    outer: Vec<Line>,
    within: Vec<(u32, Vec<Line>)>,
    chosen: Vec<u32>,
    /// The page is `from..to` of `all` lines.
    from: usize,
    to: usize,
    all: usize,
    /// How many lines a page has in addition to the chosen ones.
    length: usize,
}

const LEAST_BESIDE_CHOSEN: usize = 5;

/// All chosen lines are shown, however short the page is. If there are more than `MOST_CHOSEN` choices
/// in all facets, at least `LEAST_CHOSEN` lines per facet are shown.
const MOST_CHOSEN: usize = 60;
const LEAST_CHOSEN: usize = 10;

impl Inner {
    /// Nothing here panics, so the lock cannot be poisoned.
    fn cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn order(&self) -> Arc<Order> {
        let by_name = self.by_name.get();
        if let Some((_, order)) = self.cache().order.as_ref().filter(|it| it.0 == by_name) {
            return order.clone();
        }
        let order = Arc::new(in_order(self.atlas, self.at, by_name));
        self.cache().order = Some((by_name, order.clone()));
        order
    }

    fn names(&self) -> Arc<Vec<String>> {
        if let Some(names) = &self.cache().names {
            return names.clone();
        }
        let names = Arc::new(all_names(self.atlas, self.at));
        self.cache().names = Some(names.clone());
        names
    }

    fn window(&self) -> Window {
        let explorer = self.atlas.explorer();
        let Some(facet) = explorer.facets().facets.get(self.at) else {
            return Window::default();
        };
        self.fold_turn.track();
        let order = self.order();
        let text = fold(self.narrow.read().trim());
        let lines = if text.is_empty() {
            let cache = self.cache();
            visible_lines(&order, |parent| cache.folded.contains(&parent))
        } else {
            let names = self.names();
            found_lines(&order, |at| {
                let name = names.get(at as usize);
                name.is_some_and(|name| name.contains(text.as_str()))
            })
        };
        let chosen = chosen_lines(self.atlas, facet);
        let room = match self.atlas.query().choices.len() {
            few if few <= MOST_CHOSEN => MOST_CHOSEN,
            _ => LEAST_CHOSEN,
        };
        let room = room.max(self.most.saturating_sub(LEAST_BESIDE_CHOSEN));
        let from = self.page.get();
        window(facet, &order, &lines, chosen, room, from, self.most)
    }
}

impl FacetValues {
    pub(crate) fn new(
        atlas: Atlas,
        at: usize,
        by_name: RwSignal<bool>,
        narrow: RwSignal<String>,
        most: usize,
    ) -> Self {
        let inner = Arc::new(Inner {
            atlas,
            at,
            most,
            by_name,
            narrow,
            page: RwSignal::new(FIRST_ONLY),
            fold_turn: RwSignal::new(0),
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

    pub(crate) fn has_chosen(&self, parent: u32) -> bool {
        let (window, explorer) = (self.window.get(), self.inner.atlas.explorer());
        let facet = explorer.facets().facets.get(self.inner.at);
        let mut chosen = window.chosen.iter();
        chosen.any(|at| {
            let value = facet.and_then(|facet| facet.values.get(*at as usize));
            value.is_some_and(|value| value.parent == Some(parent))
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.window.get().all == 0
    }

    pub(crate) fn is_folded(&self, parent: u32) -> bool {
        self.inner.fold_turn.track();
        self.inner.cache().folded.contains(&parent)
    }

    pub(crate) fn fold(&self, parent: u32) {
        {
            let mut cache = self.inner.cache();
            let before = cache.folded.len();
            cache.folded.retain(|it| *it != parent);
            if cache.folded.len() == before {
                cache.folded.push(parent);
            }
        }
        self.inner.fold_turn.update(|turn| *turn += 1);
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
                paging.child(values.button(Message::ShowAllValues, window.all, Some(0)))
            } else {
                values.pages(paging, &window)
            };
            Some(paging.finish())
        })
    }

    fn pages(&self, paging: Element, window: &Window) -> Element {
        let Window { from, to, all, .. } = *window;
        let position = [
            ("first", &*number(from as u32 + 1)),
            ("last", &number(to as u32)),
            ("count", &number(all as u32)),
        ];
        let shown = el("span")
            .class("facet__range")
            // Not a status: the number of results is the status.
            .attr("aria-live", "polite")
            .child(tr_with(Message::ValuesShown, &position));
        let before = (from > 0).then(|| from.saturating_sub(window.length));
        let after = (to < all).then_some(to);
        paging
            .child(self.button(Message::PreviousValues, all, before))
            .child(shown)
            .child(self.button(Message::NextValues, all, after))
            .child(self.button(Message::ShowFewerValues, all, Some(FIRST_ONLY)))
    }

    /// The pressed button is drawn again, so the focus moves to the button that leads further.
    fn button(&self, label: Message, all: usize, page: Option<usize>) -> Element {
        let (at, most, facet) = (self.inner.page, self.inner.most, self.inner.at);
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
                    page if page + most < all => Message::NextValues,
                    _ => Message::PreviousValues,
                };
                focus::return_focus_soon(None, id(onwards), page::RESULTS);
            })
            .child(tr_with(label, &[("count", &number(all as u32))]))
    }
}

fn keys(lines: &[Line]) -> Vec<Key> {
    lines.iter().map(|line| line.key()).collect()
}

/// The values and parents of a facet that the query names by key.
fn chosen_lines(atlas: Atlas, facet: &Facet) -> Vec<Line> {
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

/// All lines in the chosen order: each parent before its values, then values without a parent.
struct Order {
    lines: Vec<Line>,
    parents: Vec<Option<u32>>,
    /// The positions of the values, and of the parents, in `lines`.
    ranks: Vec<u32>,
    parent_ranks: Vec<u32>,
}

impl Order {
    fn rank(&self, line: Line) -> u32 {
        let rank = match line {
            Line::Parent(at) => self.parent_ranks.get(at as usize),
            Line::Value(at) => self.ranks.get(at as usize),
        };
        rank.copied().unwrap_or(0)
    }
}

fn in_order(atlas: Atlas, at: usize, by_name: bool) -> Order {
    let explorer = atlas.explorer();
    let mut order = Order {
        lines: Vec::new(),
        parents: Vec::new(),
        ranks: Vec::new(),
        parent_ranks: Vec::new(),
    };
    let Some(facet) = explorer.facets().facets.get(at) else {
        return order;
    };
    let values = values_in_order(facet, by_name);
    let parents: Vec<String> = facet.parents.iter().map(|it| it.name.clone()).collect();
    let parents = if by_name {
        alphabetical(&parents)
    } else {
        (0..parents.len() as u32).collect()
    };
    let mut within: Vec<Vec<u32>> = vec![Vec::new(); parents.len()];
    let mut alone = Vec::new();
    for value in values {
        let parent = facet.values.get(value as usize).and_then(|it| it.parent);
        match parent.and_then(|parent| within.get_mut(parent as usize)) {
            Some(within) => within.push(value),
            None => alone.push(value),
        }
    }
    order.ranks = vec![0; facet.values.len()];
    order.parent_ranks = vec![0; facet.parents.len()];
    let mut add = |line: Line, parent: Option<u32>| {
        let rank = match line {
            Line::Parent(at) => order.parent_ranks.get_mut(at as usize),
            Line::Value(at) => order.ranks.get_mut(at as usize),
        };
        if let Some(rank) = rank {
            *rank = order.lines.len() as u32;
        }
        order.lines.push(line);
        order.parents.push(parent);
    };
    for parent in parents {
        add(Line::Parent(parent), None);
        for value in within.get(parent as usize).into_iter().flatten() {
            add(Line::Value(*value), Some(parent));
        }
    }
    for value in alone {
        add(Line::Value(value), None);
    }
    order
}

fn values_in_order(facet: &Facet, by_name: bool) -> Vec<u32> {
    if !by_name {
        return (0..facet.values.len() as u32).collect();
    }
    let names: Vec<String> = facet.values.iter().map(value_name).collect();
    let is_stated = |at: &u32| {
        let value = facet.values.get(*at as usize);
        value.is_some_and(|value| value.key != NOT_STATED)
    };
    let (mut stated, not_stated): (Vec<u32>, Vec<u32>) =
        alphabetical(&names).into_iter().partition(is_stated);
    stated.extend(not_stated);
    stated
}

fn visible_lines(order: &Order, is_folded: impl Fn(u32) -> bool) -> Vec<Line> {
    let lines = order.lines.iter().zip(&order.parents);
    let visible = lines.filter(|(_, parent)| !parent.is_some_and(&is_folded));
    visible.map(|(line, _)| *line).collect()
}

fn found_lines(order: &Order, is_found: impl Fn(u32) -> bool) -> Vec<Line> {
    let mut found = Vec::new();
    let mut parent_of_last = None;
    for (line, parent) in order.lines.iter().zip(&order.parents) {
        if let Line::Value(at) = line
            && is_found(*at)
        {
            if let Some(parent) = parent
                && parent_of_last != Some(*parent)
            {
                found.push(Line::Parent(*parent));
                parent_of_last = Some(*parent);
            }
            found.push(*line);
        }
    }
    found
}

/// The page of lines that begins at `from`. Up to `room` chosen lines are added in their places.
fn window(
    facet: &Facet,
    order: &Order,
    lines: &[Line],
    chosen: Vec<Line>,
    room: usize,
    from: usize,
    most: usize,
) -> Window {
    let from = if from < lines.len() { from } else { 0 };
    let page = |length: usize| {
        let end = lines.len().min(from + length);
        lines.get(from..end).unwrap_or_default()
    };
    let first = page(most);
    let outside = chosen.iter().filter(|line| !first.contains(line));
    let outside = outside.take(room).count();
    let length = most.saturating_sub(outside).max(LEAST_BESIDE_CHOSEN);
    let page = page(length);
    let mut window = Window {
        from,
        to: from + page.len(),
        all: lines.len(),
        length,
        ..Window::default()
    };
    let beside = chosen.iter().filter(|line| !page.contains(line));
    let mut beside: Vec<Line> = beside.copied().take(room).collect();
    sort(&mut beside, |one, other| {
        order.rank(*one).cmp(&order.rank(*other))
    });
    let mut beside = beside.into_iter().peekable();
    let mut shown = Vec::with_capacity(most);
    for line in page {
        while let Some(before) = beside.next_if(|it| order.rank(*it) < order.rank(*line)) {
            shown.push(before);
        }
        shown.push(*line);
    }
    shown.extend(beside);
    for line in shown {
        let parent = match line {
            Line::Parent(parent) => Some(parent),
            Line::Value(at) => facet.values.get(at as usize).and_then(|it| it.parent),
        };
        let outer = parent.map_or(line, Line::Parent);
        if !window.outer.contains(&outer) {
            window.outer.push(outer);
            window.within.extend(parent.map(|it| (it, Vec::new())));
        }
        if let (Line::Value(_), Some(parent)) = (line, parent) {
            let mut within = window.within.iter_mut();
            if let Some((_, values)) = within.find(|(of, _)| *of == parent)
                && !values.contains(&line)
            {
                values.push(line);
            }
        }
    }
    let values = chosen.into_iter().filter_map(|line| match line {
        Line::Value(at) => Some(at),
        Line::Parent(_) => None,
    });
    window.chosen = values.take(most).collect();
    window
}

fn all_names(atlas: Atlas, at: usize) -> Vec<String> {
    let explorer = atlas.explorer();
    let Some(facet) = explorer.facets().facets.get(at) else {
        return Vec::new();
    };
    let names = facet.values.iter().map(|value| {
        let mut names = names_of(value);
        // A search for a parent's name also finds its values.
        let parent = value.parent.and_then(|at| facet.parents.get(at as usize));
        if let Some(parent) = parent {
            names.push(' ');
            names.push_str(&fold(&parent.name));
        }
        names
    });
    names.collect()
}

fn names_of(value: &FacetValue) -> String {
    let mut names = fold(&value_name(value));
    for other in value.aliases.iter().chain(&value.acronym) {
        names.push(' ');
        names.push_str(&fold(other));
    }
    names
}
