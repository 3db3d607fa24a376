//! Looks up texts, with code that is compiled once: the standard library's hash tables are compiled
//! again for every type of key and value, at 2 kB of program each. The one table here holds only
//! positions.

/// The positions of texts in a list that is kept elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    hashes: Vec<u32>,
    /// By hash, with open addressing: a position plus one, or 0.
    table: Vec<u32>,
}

impl Positions {
    /// Returns the position of a text; `is_at` returns whether the text is at a position.
    pub(crate) fn find(&self, text: &str, is_at: &dyn Fn(u32) -> bool) -> Option<u32> {
        let hash = hash(text.as_bytes());
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some(held) = self.table.get(slot)?.checked_sub(1) {
            if self.hashes.get(held as usize) == Some(&hash) && is_at(held) {
                return Some(held);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    pub(crate) fn add(&mut self, text: &str) -> u32 {
        let hash = hash(text.as_bytes());
        let position = self.hashes.len() as u32;
        self.hashes.push(hash);
        if self.hashes.len() * 2 > self.table.len() {
            self.table.clear();
            self.table
                .resize((self.hashes.len() * 8).next_power_of_two(), 0);
            for (held, &hash) in (1u32..).zip(&self.hashes) {
                enter(&mut self.table, hash, held);
            }
        } else {
            enter(&mut self.table, hash, position + 1);
        }
        position
    }
}

fn enter(table: &mut [u32], hash: u32, held: u32) {
    let mask = table.len() - 1;
    let mut slot = hash as usize & mask;
    while table.get(slot).is_some_and(|&taken| taken != 0) {
        slot = (slot + 1) & mask;
    }
    if let Some(free) = table.get_mut(slot) {
        *free = held;
    }
}

/// Mixes four bytes at a time: words are short, and collisions harm only the portfolio that causes them.
fn hash(bytes: &[u8]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks(4) {
        let mut four = [0; 4];
        for (slot, &byte) in four.iter_mut().zip(chunk) {
            *slot = byte;
        }
        state = (state ^ u64::from(u32::from_le_bytes(four)))
            .wrapping_mul(MIX)
            .rotate_left(29);
    }
    (state.wrapping_mul(MIX) >> 32) as u32
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    entries: Vec<(String, u32)>,
    positions: Positions,
}

impl Names {
    fn find(&self, name: &str) -> Option<usize> {
        let is_at = |at: u32| {
            let entry = self.entries.get(at as usize);
            entry.is_some_and(|(known, _)| known == name)
        };
        Some(self.positions.find(name, &is_at)? as usize)
    }

    pub(crate) fn get(&self, name: &str) -> Option<u32> {
        Some(self.entries.get(self.find(name)?)?.1)
    }

    /// Adds a name with its number; returns false if it already has one, which it keeps.
    pub(crate) fn insert(&mut self, name: &str, number: u32) -> bool {
        let is_new = self.find(name).is_none();
        if is_new {
            self.positions.add(name);
            self.entries.push((name.to_owned(), number));
        }
        is_new
    }

    pub(crate) fn replace(&mut self, name: &str, number: u32) {
        let at = self.find(name);
        if let Some(entry) = at.and_then(|at| self.entries.get_mut(at)) {
            entry.1 = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn names_agree_with_a_hash_map(
            entries in prop::collection::vec(("[a-c]{0,4}", any::<u32>()), 0..300),
        ) {
            let mut names = Names::default();
            let mut expected: HashMap<String, u32> = HashMap::new();
            for (name, number) in &entries {
                prop_assert_eq!(names.insert(name, *number), !expected.contains_key(name));
                expected.entry(name.clone()).or_insert(*number);
                prop_assert_eq!(names.get(name), expected.get(name).copied());
            }
            for name in ["", "a", "bb", "abcd", "d"] {
                prop_assert_eq!(names.get(name), expected.get(name).copied());
            }
            for name in expected.keys() {
                names.replace(name, 7);
                prop_assert_eq!(names.get(name), Some(7));
            }
        }
    }
}
