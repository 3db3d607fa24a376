use crate::string_table::StringTable;

/// Keys in use, each with the number of its next namesake: n keys take n steps, even if all are equal.
#[derive(Debug, Default)]
pub(crate) struct UniqueKeys {
    next: StringTable,
}

impl UniqueKeys {
    pub(crate) fn take(&mut self, key: &str) -> bool {
        !key.is_empty() && self.next.insert(key, 2)
    }

    pub(crate) fn contains(&self, key: &str) -> bool {
        self.next.get(key).is_some()
    }

    /// Returns the key itself if it is free, otherwise the key followed by the first free number.
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

    pub(crate) fn unique_or(&mut self, slug: String, fallback: &str) -> String {
        self.unique(if slug.is_empty() {
            fallback.to_owned()
        } else {
            slug
        })
    }
}
