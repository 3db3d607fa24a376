use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Keys in use, each with the number of its next namesake: n keys take n steps, even if all are equal.
#[derive(Debug, Default)]
pub(crate) struct UniqueKeys {
    next: HashMap<String, u32>,
}

impl UniqueKeys {
    pub(crate) fn take(&mut self, key: &str) -> bool {
        !key.is_empty() && self.insert(key.to_owned())
    }

    /// Returns the key itself if it is free, otherwise the key followed by the first free number.
    pub(crate) fn unique(&mut self, wanted: String) -> String {
        let Some(mut number) = self.next.get(&wanted).copied() else {
            self.insert(wanted.clone());
            return wanted;
        };
        loop {
            let candidate = format!("{wanted}-{number}");
            number += 1;
            if self.insert(candidate.clone()) {
                self.next.insert(wanted, number);
                return candidate;
            }
        }
    }

    /// Takes a key; returns false if it is in use.
    fn insert(&mut self, key: String) -> bool {
        match self.next.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(2);
                true
            }
            Entry::Occupied(_) => false,
        }
    }

    pub(crate) fn unique_or(&mut self, slug: String, fallback: &str) -> String {
        self.unique(if slug.is_empty() {
            fallback.to_owned()
        } else {
            slug
        })
    }
}
