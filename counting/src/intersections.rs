use super::BitSet;

/// Which records are missing from none, one or several of the added sets. The work is linear in the
/// number of sets; intersecting all the others for each set would be quadratic.
#[derive(Clone, Debug)]
pub struct Intersections {
    /// Missing from at least one set.
    once: BitSet,
    /// Missing from at least two.
    twice: BitSet,
}

impl Intersections {
    /// Starts without sets, over `record_count` records.
    pub fn new(record_count: usize) -> Self {
        Self {
            once: BitSet::empty(record_count),
            twice: BitSet::empty(record_count),
        }
    }

    /// Adds a set of the same records.
    pub fn add(&mut self, set: &BitSet) {
        let missing = self.once.words.iter_mut().zip(&mut self.twice.words);
        for ((once, twice), word) in missing.zip(&set.words) {
            *twice |= *once & !word;
            *once |= !word;
        }
        self.once.trim();
    }

    /// Returns the records that are in every set.
    pub fn of_all(&self) -> BitSet {
        self.once.complement()
    }

    /// Returns the records in every set except possibly `set`, which must be one of those added.
    pub fn of_all_but(&self, set: &BitSet) -> BitSet {
        // A record of this set must be missing from none, any other only from this set.
        let mut records = set.clone();
        let missing = self.once.words.iter().zip(&self.twice.words);
        for (word, (once, twice)) in records.words.iter_mut().zip(missing) {
            *word = !(*twice | (*once & *word));
        }
        records.trim();
        records
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_set_can_be_left_out_of_the_intersection(
            sets in prop::collection::vec(prop::collection::vec(any::<bool>(), 70), 1..6)
        ) {
            let set_of = |members: &Vec<bool>| {
                BitSet::of(70, (0u32..).zip(members).filter(|(_, is_in)| **is_in).map(|(at, _)| at))
            };
            let mut intersections = Intersections::new(70);
            for members in &sets {
                intersections.add(&set_of(members));
            }
            let all_but = |own: Option<usize>| -> Vec<u32> {
                (0u32..70).filter(|at| {
                    let mut others = sets.iter().enumerate().filter(|(set, _)| Some(*set) != own);
                    others.all(|(_, members)| members[*at as usize])
                }).collect()
            };
            prop_assert_eq!(intersections.of_all().iter().collect::<Vec<_>>(), all_but(None));
            for (own, members) in sets.iter().enumerate() {
                let found = intersections.of_all_but(&set_of(members));
                prop_assert_eq!(found.iter().collect::<Vec<_>>(), all_but(Some(own)));
            }
        }
    }
}
