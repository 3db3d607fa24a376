//! Joins items into groups (a disjoint-set forest).

use std::collections::HashMap;

/// Items from 0, each in one group.
pub(super) struct Groups {
    /// An earlier item of the same group, or the item itself.
    parents: Vec<usize>,
}

impl Groups {
    /// Each item in a group of its own.
    pub(super) fn new(items: usize) -> Self {
        Self {
            parents: (0..items).collect(),
        }
    }

    fn parent(&self, item: usize) -> usize {
        self.parents.get(item).copied().unwrap_or(item)
    }

    /// The first item of the group of an item.
    pub(super) fn root(&mut self, mut item: usize) -> usize {
        while self.parent(item) != item {
            let next = self.parent(self.parent(item));
            if let Some(parent) = self.parents.get_mut(item) {
                *parent = next;
            }
            item = next;
        }
        item
    }

    /// Makes one group of those of two items.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    /// The groups of at least two items, both in order.
    pub(super) fn into_lists(mut self) -> Vec<Vec<usize>> {
        let mut places: HashMap<usize, usize> = HashMap::new();
        let mut lists: Vec<Vec<usize>> = Vec::new();
        for item in 0..self.parents.len() {
            let root = self.root(item);
            let place = *places.entry(root).or_insert_with(|| {
                lists.push(Vec::new());
                lists.len() - 1
            });
            if let Some(list) = lists.get_mut(place) {
                list.push(item);
            }
        }
        lists.retain(|list| list.len() > 1);
        lists
    }
}
