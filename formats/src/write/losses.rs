//! What a format cannot carry, said once, with the number of projects.

use crate::own_table::{OwnTable, about_rows};
use crate::sources::clean;
use atlas_engine::portfolio::Portfolio;
use std::collections::BTreeMap;

const INVISIBLE: &str =
    "Control characters, soft hyphens and invisible characters around a text were left out";

/// What the XML of a workbook cannot hold, and programs take for the content of no text.
fn is_unfit(it: char) -> bool {
    it.is_control() && !matches!(it, '\n' | '\t') || matches!(it, '\u{FFFE}' | '\u{FFFF}')
}

#[derive(Debug, Default)]
pub(super) struct Losses {
    sentences: Vec<String>,
    /// How many texts each kind concerns.
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

    /// Counts a text that something of this kind was lost of.
    pub(super) fn count(&mut self, kind: &'static str) {
        *self.counts.entry(kind).or_default() += 1;
    }

    /// A text as a cell holds it and readers of tables keep it. If nothing is left, a character says that there
    /// was something, because columns that belong together have the same positions.
    pub(super) fn cleaned(&mut self, text: String) -> String {
        let lines = || text.replace("\r\n", "\n").replace('\r', "\n");
        let cleaned = match clean(&text) {
            cleaned if cleaned.contains(is_unfit) => {
                clean(&cleaned.replace(is_unfit, "")).into_owned()
            }
            cleaned if cleaned == text => return text,
            cleaned => cleaned.into_owned(),
        };
        if cleaned != lines() {
            self.count(INVISIBLE);
        }
        if cleaned.is_empty() {
            return char::REPLACEMENT_CHARACTER.to_string();
        }
        cleaned
    }

    pub(super) fn into_sentences(self) -> Vec<String> {
        let mut all = self.sentences;
        for (kind, count) in self.counts {
            let noun = if count == 1 { "text" } else { "texts" };
            all.push(format!("{kind}: {count} {noun}."));
        }
        all
    }
}
