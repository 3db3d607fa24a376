//! Which values of a facet are in the page: at most so many at a time, however many there are.

use super::element::{Element, el};
use super::names::value_name;
use super::reactive::{flag, part};
use crate::atlas::Atlas;
use crate::browser::intl::number;
use crate::strings::{Word, fill};
use atlas_engine::facet::{Facet, FacetValue};
use atlas_engine::query::NOT_STATED;
use atlas_engine::text::{alphabetical, fold};
use leptos::prelude::*;
use std::sync::Arc;

/// One line of the list, by its position among the parents or among the values.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Line {
    Parent(u32),
    Value(u32),
}

/// The values of a facet in the order asked for, and those of them that are in the page. Cheap to
/// copy.
///
/// What is chosen is always there; the others are a page of those that the box for narrowing leaves.
#[derive(Clone, Copy)]
pub(super) struct FacetValues {
    /// Where the page begins among the lines; `None` as long as nobody asked for all values.
    page: RwSignal<Option<usize>>,
    /// The parents that are folded up.
    folded: RwSignal<Vec<u32>>,
    /// The chosen values of the facet, as far as they fit.
    chosen: Memo<Vec<u32>>,
    /// The lines that are left by narrowing and folding.
    lines: Memo<Arc<Vec<Line>>>,
    window: Memo<Window>,
    most: usize,
}

/// The lines in the page.
#[derive(Clone, Default, PartialEq)]
struct Window {
    /// Parents and values within none.
    outer: Vec<Line>,
    /// Values by the parent they are within.
    within: Vec<(u32, Vec<u32>)>,
    /// Where the page begins among all lines, and where it ends.
    from: usize,
    to: usize,
}

/// The names by which the box for narrowing finds each value, folded.
type Names = Arc<Vec<String>>;

/// At least so many lines are shown beside those that are chosen.
const LEAST_BESIDE_CHOSEN: usize = 5;

impl FacetValues {
    pub(super) fn new(
        atlas: Atlas,
        at: usize,
        by_name: RwSignal<bool>,
        narrow: RwSignal<String>,
        most: usize,
    ) -> Self {
        let page = RwSignal::new(None);
        let folded = RwSignal::new(Vec::new());
        let chosen = Memo::new(move |_| chosen_values(atlas, at, most));
        let order = Memo::new(move |_| Arc::new(in_order(atlas, at, by_name.get())));
        // Folded when first asked for: most visitors narrow nothing.
        let names: Memo<Names> = Memo::new(move |_| Arc::new(all_names(atlas, at)));
        let lines = Memo::new(move |_| {
            let text = fold(narrow.read().trim());
            if text.is_empty() {
                return Arc::new(visible_lines(&order.get(), |parent| {
                    folded.read().contains(&parent)
                }));
            }
            let names = names.get();
            let is_found = |at: u32| {
                let name = names.get(at as usize);
                name.is_some_and(|name| name.contains(text.as_str()))
            };
            Arc::new(found_lines(&order.get(), is_found))
        });
        let window = Memo::new(move |_| {
            let explorer = atlas.explorer();
            let Some(facet) = explorer.facets().facets.get(at) else {
                return Window::default();
            };
            let (lines, chosen) = (lines.get(), chosen.get());
            window(facet, &lines, &chosen, page.get().unwrap_or(0), most)
        });
        // Another selection of lines begins at its first page.
        super::reactive::react(move || {
            narrow.track();
            if page.get_untracked().is_some_and(|from| from > 0) {
                page.set(Some(0));
            }
        });
        Self {
            page,
            folded,
            chosen,
            lines,
            window,
            most,
        }
    }

    /// The outer lines: parents, and values within none.
    pub(super) fn lines(self) -> Vec<Line> {
        self.window.read().outer.clone()
    }

    /// The values in the page that are within a parent.
    pub(super) fn within(self, parent: u32) -> Vec<Line> {
        let window = self.window.read();
        let mut within = window.within.iter();
        let found = within.find(|(of, _)| *of == parent);
        let values = found
            .map(|(_, values)| values.as_slice())
            .unwrap_or_default();
        values.iter().copied().map(Line::Value).collect()
    }

    /// The chosen values, by position.
    pub(super) fn chosen(self) -> Vec<u32> {
        self.chosen.get()
    }

    /// Whether narrowing leaves nothing.
    pub(super) fn is_empty(self) -> bool {
        self.lines.read().is_empty()
    }

    pub(super) fn is_folded(self, parent: u32) -> bool {
        self.folded.read().contains(&parent)
    }

    /// Folds a parent up, or unfolds it.
    pub(super) fn fold(self, parent: u32) {
        self.folded
            .update(|folded| match folded.iter().position(|it| *it == parent) {
                Some(at) => drop(folded.remove(at)),
                None => folded.push(parent),
            });
    }

    /// The button that shows all values, and once it was used the buttons that page through them.
    pub(super) fn paging(self) -> AnyView {
        part(move || {
            let all = self.lines.read().len();
            if all <= self.most {
                return None;
            }
            let paging = el("p").class("facet__paging");
            let paging = match self.page.get() {
                None => paging.child(self.button(Word::ShowAllValues, all, Some(0))),
                Some(_) => self.pages(paging, all),
            };
            Some(paging.finish())
        })
    }

    fn pages(self, paging: Element, all: usize) -> Element {
        let Window { from, to, .. } = self.window.get();
        let position = [
            ("first", &*number(from as u32 + 1)),
            ("last", &number(to as u32)),
            ("count", &number(all as u32)),
        ];
        let step = |label: Word, to: usize, can: bool| {
            self.button(label, all, Some(to))
                .attr("disabled", flag(move || !can))
        };
        let shown = el("span")
            .class("facet__shown")
            .attr("role", "status")
            .child(fill(Word::ValuesShown, &position));
        paging
            .child(step(
                Word::PreviousValues,
                from.saturating_sub(self.most),
                from > 0,
            ))
            .child(shown)
            .child(step(Word::NextValues, to, to < all))
            .child(self.button(Word::ShowFewerValues, all, None))
    }

    fn button(self, label: Word, all: usize, page: Option<usize>) -> Element {
        el("button")
            .attr("type", "button")
            .class("button button--quiet")
            .on("click", move |_| self.page.set(page))
            .child(fill(label, &[("count", &number(all as u32))]))
    }
}

/// The values of a facet that the query names, by position: as many as leave room for others.
fn chosen_values(atlas: Atlas, at: usize, most: usize) -> Vec<u32> {
    let (query, explorer) = (atlas.query(), atlas.explorer());
    let Some(facet) = explorer.facets().facets.get(at) else {
        return Vec::new();
    };
    let of_facet = query.choices.iter().filter(|it| it.facet == facet.key);
    let values = of_facet.filter_map(|choice| {
        let at = facet.position(&choice.value)?;
        (facet.values.get(at as usize)?.key == choice.value).then_some(at)
    });
    values
        .take(most.saturating_sub(LEAST_BESIDE_CHOSEN))
        .collect()
}

/// All lines in the order asked for: each parent before what is within it, then what is within none.
struct Order {
    lines: Vec<Line>,
    /// The parent of every line that is within one.
    parents: Vec<Option<u32>>,
}

impl PartialEq for Order {
    /// Never: an order is worked out again only when another was asked for.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

fn in_order(atlas: Atlas, at: usize, by_name: bool) -> Order {
    let explorer = atlas.explorer();
    let mut order = Order {
        lines: Vec::new(),
        parents: Vec::new(),
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
    let mut add = |line: Line, parent: Option<u32>| {
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

/// The positions of a facet's values in the order asked for; “not stated” stays last.
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

/// All lines but those within a parent that is folded up.
fn visible_lines(order: &Order, is_folded: impl Fn(u32) -> bool) -> Vec<Line> {
    let lines = order.lines.iter().zip(&order.parents);
    let visible = lines.filter(|(_, parent)| !parent.is_some_and(&is_folded));
    visible.map(|(line, _)| *line).collect()
}

/// The lines of the values that were found, each below its parent.
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

/// The page of lines that begins at `from`, with what is chosen beside it.
fn window(facet: &Facet, lines: &[Line], chosen: &[u32], from: usize, most: usize) -> Window {
    let from = if from < lines.len() { from } else { 0 };
    let page = |length: usize| {
        lines
            .get(from..lines.len().min(from + length))
            .unwrap_or_default()
    };
    let in_first = |at: &&u32| page(most).contains(&Line::Value(**at));
    let outside = chosen.iter().filter(|at| !in_first(at)).count();
    let page = page(most.saturating_sub(outside));
    let mut window = Window {
        from,
        to: from + page.len(),
        ..Window::default()
    };
    let mut add = |line: Line| match line {
        Line::Parent(parent) => {
            if !window.outer.contains(&line) {
                window.outer.push(line);
                window.within.push((parent, Vec::new()));
            }
        }
        Line::Value(at) => {
            let Some(parent) = facet.values.get(at as usize).and_then(|it| it.parent) else {
                if !window.outer.contains(&line) {
                    window.outer.push(line);
                }
                return;
            };
            if !window.outer.contains(&Line::Parent(parent)) {
                window.outer.push(Line::Parent(parent));
                window.within.push((parent, Vec::new()));
            }
            let mut within = window.within.iter_mut();
            if let Some((_, values)) = within.find(|(of, _)| *of == parent)
                && !values.contains(&at)
            {
                values.push(at);
            }
        }
    };
    page.iter().for_each(|line| add(*line));
    chosen.iter().for_each(|at| add(Line::Value(*at)));
    window
}

fn all_names(atlas: Atlas, at: usize) -> Vec<String> {
    let explorer = atlas.explorer();
    let Some(facet) = explorer.facets().facets.get(at) else {
        return Vec::new();
    };
    let names = facet.values.iter().map(|value| {
        let mut names = names_of(value);
        // What is looked for in a parent's name is found with all that is within it.
        let parent = value.parent.and_then(|at| facet.parents.get(at as usize));
        if let Some(parent) = parent {
            names.push(' ');
            names.push_str(&fold(&parent.name));
        }
        names
    });
    names.collect()
}

/// All names of a value, folded.
fn names_of(value: &FacetValue) -> String {
    let mut names = fold(&value_name(value));
    for other in value.other_names.iter().chain(&value.acronym) {
        names.push(' ');
        names.push_str(&fold(other));
    }
    names
}
