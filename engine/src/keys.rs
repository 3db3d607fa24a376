//! Keys that are unique, made of names that are not.

use crate::names::Names;

/// Keys in use, and for each the number that its next namesake gets: to make n keys takes n steps,
/// even where all their names are the same.
#[derive(Debug, Default)]
pub(crate) struct UniqueKeys {
    next: Names,
}

impl UniqueKeys {
    /// Takes a key, if it is free.
    pub(crate) fn take(&mut self, key: &str) -> bool {
        !key.is_empty() && self.next.insert(key, 2)
    }

    /// The key itself where it is free, else with the first free number behind it.
    pub(crate) fn unique(&mut self, wanted: String) -> String {
        let Some(mut number) = self.next.get(&wanted) else {
            self.next.insert(&wanted, 2);
            return wanted;
        };
        loop {
            let candidate = format!("{wanted}-{number}");
            number += 1;
            if self.next.insert(&candidate, 2) {
                self.next.replace(&wanted, number);
                return candidate;
            }
        }
    }

    /// As [`UniqueKeys::unique`] for a slug, which is empty where a name has no letter or digit.
    pub(crate) fn unique_or(&mut self, slug: String, fallback: &str) -> String {
        self.unique(if slug.is_empty() {
            fallback.to_owned()
        } else {
            slug
        })
    }
}
