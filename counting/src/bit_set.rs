/// A subset of the records `0..len`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BitSet {
    pub(crate) words: Vec<u64>,
    len: usize,
}

impl BitSet {
    /// Returns the empty set over `len` records.
    pub fn empty(len: usize) -> Self {
        Self {
            words: vec![0; len.div_ceil(64)],
            len,
        }
    }

    /// Returns the set of all `len` records.
    pub fn full(len: usize) -> Self {
        let mut set = Self {
            words: vec![u64::MAX; len.div_ceil(64)],
            len,
        };
        set.trim();
        set
    }

    /// Returns the set of the given records; ignores those out of range.
    pub fn of(len: usize, records: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::empty(len);
        set.extend(records);
        set
    }

    #[inline]
    pub(crate) fn by(len: usize, is_in: impl Fn(usize) -> bool) -> Self {
        let mut set = Self::empty(len);
        for (at, word) in set.words.iter_mut().enumerate() {
            for bit in 0..64.min(len - at * 64) {
                *word |= u64::from(is_in(at * 64 + bit)) << bit;
            }
        }
        set
    }

    /// Adds records; ignores those out of range.
    pub fn extend(&mut self, records: impl IntoIterator<Item = u32>) {
        for record in records {
            if let Some(word) = self.words.get_mut(record as usize / 64) {
                *word |= 1 << (record % 64);
            }
        }
        self.trim();
    }

    /// Like [`BitSet::extend`], for a slice.
    pub fn insert_all(&mut self, records: &[u32]) {
        for &record in records {
            if let Some(word) = self.words.get_mut(record as usize / 64) {
                *word |= 1 << (record % 64);
            }
        }
        self.trim();
    }

    /// Adds the records of `other`.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
        self.trim();
    }

    /// Returns the records of a list that are in the set, in list order.
    pub fn filter(&self, records: &[u32]) -> Vec<u32> {
        let mut kept = Vec::with_capacity(self.count() as usize);
        for &record in records {
            if self.contains(record) {
                kept.push(record);
            }
        }
        kept
    }

    /// Returns the number of records, in the set or not.
    pub fn capacity(&self) -> usize {
        self.len
    }

    /// Returns the number of records in the set.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Returns the number of records in both sets.
    pub fn count_common(&self, other: &Self) -> u32 {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(one, other)| (one & other).count_ones()).sum()
    }

    /// Returns whether more than half of the records are in the set.
    pub fn is_majority(&self) -> bool {
        self.count() as usize * 2 > self.len
    }

    /// Returns the records that are not in the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut set = Self {
            words: self.words.iter().map(|word| !word).collect(),
            len: self.len,
        };
        set.trim();
        set
    }

    /// Returns whether a record is in the set.
    pub fn contains(&self, record: u32) -> bool {
        self.words
            .get(record as usize / 64)
            .is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Keeps only the records that are also in `other`.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Removes the records of `other`.
    pub fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Returns the records in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest - 1;
                    index as u32 * 64 + bit
                })
            })
        })
    }

    /// Calls `each` with every record in the set, ascending; faster than [`BitSet::iter`].
    #[inline]
    pub fn for_each(&self, mut each: impl FnMut(usize)) {
        for (index, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                each(index * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// Clears the bits past the last record, so that counting needs no special case.
    pub(crate) fn trim(&mut self) {
        if let (Some(last), 1..) = (self.words.last_mut(), self.len % 64) {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BitSet;

    #[test]
    fn a_full_set_contains_each_record_exactly_once() {
        for len in [0, 1, 63, 64, 65, 200] {
            let set = BitSet::full(len);
            assert_eq!(set.count() as usize, len);
            assert_eq!(
                set.iter().map(|record| record as usize).collect::<Vec<_>>(),
                (0..len).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn records_out_of_range_are_ignored() {
        assert_eq!(
            BitSet::of(3, [0, 2, 3, 63, 64, u32::MAX])
                .iter()
                .collect::<Vec<_>>(),
            [0, 2]
        );
    }

    #[test]
    fn intersection_and_subtraction_partition_a_set() {
        let set = BitSet::of(130, (0..130).step_by(2));
        let other = BitSet::of(130, (0..130).step_by(3));
        let (mut both, mut rest) = (set.clone(), set.clone());
        both.intersect(&other);
        rest.subtract(&other);
        assert_eq!(both.count() + rest.count(), set.count());
        assert_eq!(set.count_common(&other), both.count());
        assert!(both.iter().all(|record| record % 6 == 0));
        let mut without = set.clone();
        without.intersect(&other.complement());
        assert_eq!(without, rest);
        assert!(!set.is_majority() && !rest.is_majority() && other.complement().is_majority());
        let mut visited = Vec::new();
        rest.for_each(|record| visited.push(record as u32));
        assert_eq!(visited, rest.iter().collect::<Vec<_>>());
    }
}
