//! The lines of a facet, in order, and which of them are in the page at a time.

use crate::components::names::value_name;
use crate::dom::keyed_list::Key;
use atlas_engine::facet::{Facet, FacetValue};
use atlas_engine::query::NOT_STATED;
use atlas_engine::sort::sort;
use atlas_engine::text::{alphabetical, fold};
use std::ops::Range;

/// A value, or the parent of values, by its position in the facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

pub(super) fn keys(lines: &[Line]) -> Vec<Key> {
    lines.iter().map(|line| line.key()).collect()
}

/// The lines in the page, and what a button needs to page through the others.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Window {
    /// The lines that are not within a parent.
    pub outer: Vec<Line>,
    /// The lines within each parent in `outer`.
    pub within: Vec<(u32, Vec<Line>)>,
    /// The selected values.
    pub selected: Vec<u32>,
    /// The page is `from..to` of `all` lines.
    pub from: usize,
    pub to: usize,
    pub all: usize,
    /// The values, without parents, that are in the page, and how many there are in `all` lines.
    pub values: Range<usize>,
    pub all_values: usize,
    /// How many lines a page has in addition to the selected ones.
    pub length: usize,
}

/// A page has at least this many lines in addition to the selected ones.
pub(super) const MIN_BESIDE_SELECTED: usize = 5;

/// All lines in the chosen order: each parent before its values, then values without a parent.
pub(super) struct Order {
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

pub(super) fn in_order(facet: &Facet, by_name: bool) -> Order {
    let mut order = Order {
        lines: Vec::new(),
        parents: Vec::new(),
        ranks: Vec::new(),
        parent_ranks: Vec::new(),
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

/// The lines without those of parents that are collapsed.
pub(super) fn visible_lines(order: &Order, is_collapsed: impl Fn(u32) -> bool) -> Vec<Line> {
    let lines = order.lines.iter().zip(&order.parents);
    let visible = lines.filter(|(_, parent)| !parent.is_some_and(&is_collapsed));
    visible.map(|(line, _)| *line).collect()
}

/// The values that are found, each after its parent.
pub(super) fn found_lines(order: &Order, is_found: impl Fn(u32) -> bool) -> Vec<Line> {
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

/// The page of lines that begins at `from`. Up to `room` selected lines are added in their places.
pub(super) fn window(
    facet: &Facet,
    order: &Order,
    lines: &[Line],
    selected: Vec<Line>,
    room: usize,
    from: usize,
    max: usize,
) -> Window {
    let from = if from < lines.len() { from } else { 0 };
    let page = |length: usize| {
        let end = lines.len().min(from + length);
        lines.get(from..end).unwrap_or_default()
    };
    let first = page(max);
    let outside = selected.iter().filter(|line| !first.contains(line));
    let outside = outside.take(room).count();
    let length = max.saturating_sub(outside).max(MIN_BESIDE_SELECTED);
    let page = page(length);
    let values = |lines: &[Line]| {
        let values = lines.iter().filter(|line| matches!(line, Line::Value(_)));
        values.count()
    };
    let before = values(lines.get(..from).unwrap_or_default());
    let mut window = Window {
        from,
        to: from + page.len(),
        all: lines.len(),
        values: before..before + values(page),
        all_values: values(lines),
        length,
        ..Window::default()
    };
    let beside = selected.iter().filter(|line| !page.contains(line));
    let mut beside: Vec<Line> = beside.copied().take(room).collect();
    sort(&mut beside, |one, other| {
        order.rank(*one).cmp(&order.rank(*other))
    });
    let mut beside = beside.into_iter().peekable();
    let mut shown = Vec::with_capacity(max);
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
    let values = selected.into_iter().filter_map(|line| match line {
        Line::Value(at) => Some(at),
        Line::Parent(_) => None,
    });
    window.selected = values.take(max).collect();
    window
}

/// The folded names by which each value is found.
pub(super) fn all_names(facet: &Facet) -> Vec<String> {
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

/// The folded names by which a value is found, without those of its parent.
pub(super) fn names_of(value: &FacetValue) -> String {
    let mut names = fold(&value_name(value));
    for other in value.aliases.iter().chain(&value.acronym) {
        names.push(' ');
        names.push_str(&fold(other));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_line_is_found_by_its_key() {
        for line in [
            Line::Value(0),
            Line::Parent(0),
            Line::Value(7),
            Line::Parent(7),
        ] {
            assert_eq!(Line::of_key(line.key()), line);
        }
    }
}
