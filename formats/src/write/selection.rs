//! What each format states about an export.

use crate::UNTITLED;
use crate::own_table::{EXPORTED, LIST, SELECTION, SOURCE};
use atlas_engine::portfolio::{Date, Portfolio};

/// What was selected from a list, when and from where: each format states it.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The query, in the form of the page's address; empty if everything was selected.
    pub query: String,
    /// How many projects the whole list has.
    pub of: usize,
    /// The day it was made, if known.
    pub made: Option<Date>,
    /// The address or the name of the list that it was taken from.
    pub source: Option<String>,
}

impl Selection {
    /// What is stated about an export, each with its name. The source and the day may be empty.
    pub(super) fn statements(&self, list: &Portfolio) -> [(&'static str, String); 4] {
        let source = self.source.clone().or_else(|| list.source.clone());
        let made = self.made.map(|it| it.to_string());
        // By a title that is never empty, a table is known as one that was written here.
        let title = Some(list.title.as_str()).filter(|it| !it.is_empty());
        [
            (LIST, title.unwrap_or(UNTITLED).to_owned()),
            (SOURCE, source.unwrap_or_default()),
            (SELECTION, self.sentence(list.projects.len())),
            (EXPORTED, made.unwrap_or_default()),
        ]
    }

    /// `all 6 projects`, or `2 of 6 projects: country=RO`.
    fn sentence(&self, selected: usize) -> String {
        let of = self.of.max(selected);
        let noun = if of == 1 { "project" } else { "projects" };
        if selected == of {
            return format!("all {of} {noun}");
        }
        format!("{selected} of {of} {noun}: {}", self.query)
    }
}
