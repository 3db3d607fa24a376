//! What a format cannot carry, said once, with the number of projects.

use crate::own_table::{OwnTable, about_rows};
use atlas_engine::portfolio::Portfolio;
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(super) struct Losses {
    sentences: Vec<String>,
    /// How many projects each kind concerns.
    counts: BTreeMap<&'static str, usize>,
}

impl Losses {
    pub(super) fn of_table(table: &OwnTable) -> Self {
        let mut losses = Self::default();
        if let [first, rest @ ..] = table.omitted.as_slice() {
            let number = rest.len() + 1;
            losses.sentence(format!(
                "{number} custom fields have no column, because there are too many; the first is “{first}”."
            ));
        }
        losses
    }

    /// States that only the title of the list is carried.
    pub(super) fn of_list(&mut self, list: &Portfolio, format: &str) {
        let others = about_rows(list).into_iter().map(|(name, _)| name);
        let others = others.filter(|name| !["Title", "Source"].contains(name));
        let others: Vec<&str> = others.collect();
        if !others.is_empty() {
            let others = others.join(", ");
            self.sentence(format!(
                "{format} has no place for what is about the whole list: {others}."
            ));
        }
    }

    pub(super) fn sentence(&mut self, sentence: String) {
        self.sentences.push(sentence);
    }

    /// Counts a project that something of this kind was lost of.
    pub(super) fn count(&mut self, kind: &'static str) {
        *self.counts.entry(kind).or_default() += 1;
    }

    pub(super) fn into_sentences(self) -> Vec<String> {
        let mut all = self.sentences;
        for (kind, count) in self.counts {
            let noun = if count == 1 { "cell" } else { "cells" };
            all.push(format!("{kind}: {count} {noun}."));
        }
        all
    }
}
