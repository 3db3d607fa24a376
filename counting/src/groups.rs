use super::{BitSet, Column, ColumnBuilder};

/// The records of every group of values; each counts once, however many of the values it has.
#[derive(Clone, Debug)]
pub struct Groups {
    records: Records,
    totals: Vec<u32>,
}

#[derive(Clone, Debug)]
enum Records {
    /// One set per group: the fastest to count, if there are few groups.
    Sets(Vec<BitSet>),
    /// A column of groups: small, if there are many groups.
    Column(Column),
}

const MAX_SETS: usize = 64;

/// Returns how many records are in each group of values; `group_of` is the group of each value.
pub fn group_totals(column: &Column, group_of: &[Option<u32>], group_count: usize) -> Vec<u32> {
    let mut totals = vec![0; group_count];
    for_each_group(column, group_of, |_, group, is_first| {
        if let Some(total) = totals.get_mut(group as usize) {
            *total += u32::from(is_first);
        }
    });
    totals
}

/// Calls `each` with every record, the group of each value, and whether it is the record's first in it.
fn for_each_group(column: &Column, group_of: &[Option<u32>], mut each: impl FnMut(u32, u32, bool)) {
    // Per group: the last record in it, plus one.
    let mut latest: Vec<u32> = Vec::new();
    column.for_each_row(|record, values| {
        for &value in values {
            let Some(group) = group_of.get(value as usize).copied().flatten() else {
                continue;
            };
            if latest.len() <= group as usize {
                latest.resize(group as usize + 1, 0);
            }
            if let Some(latest) = latest.get_mut(group as usize) {
                each(record, group, *latest != record + 1);
                *latest = record + 1;
            }
        }
    });
}

impl Groups {
    /// Groups a column's values; `group_of` is the group of each value.
    pub fn new(column: &Column, group_of: &[Option<u32>], group_count: usize) -> Self {
        let record_count = column.record_count();
        // Sets are as large as the list of records, however few of them state anything.
        let size_of_sets = group_count * record_count.div_ceil(32);
        let (records, totals) = if group_count <= MAX_SETS && size_of_sets <= column.size() {
            let mut sets = vec![BitSet::empty(record_count); group_count];
            for (value, group) in (0u32..).zip(group_of) {
                let set = group.and_then(|group| sets.get_mut(group as usize));
                if let Some(set) = set {
                    set.insert_all(column.records(value));
                }
            }
            let totals = sets.iter().map(BitSet::count).collect();
            (Records::Sets(sets), totals)
        } else {
            let mut builder = ColumnBuilder::default();
            for_each_group(column, group_of, |record, group, _| {
                builder.add(record, group);
            });
            let column = builder.finish(record_count, group_count, &[], None);
            let totals = column.totals();
            (Records::Column(column), totals)
        };
        Self { records, totals }
    }

    /// Returns the size of the groups, in words of four bytes.
    pub fn size(&self) -> usize {
        let records = match &self.records {
            Records::Sets(sets) => sets.iter().map(|set| set.capacity().div_ceil(32)).sum(),
            Records::Column(column) => column.size(),
        };
        records + self.totals.len()
    }

    /// Returns how many records each group has.
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// Returns how many records of `set` each group has.
    pub fn count(&self, set: &BitSet) -> Vec<u32> {
        match &self.records {
            Records::Sets(sets) => sets.iter().map(|own| own.count_common(set)).collect(),
            Records::Column(column) => column.count(set),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stated_by_few_records_take_little_space() {
        let mut builder = ColumnBuilder::default();
        for value in 0..64 {
            builder.add(5, value);
        }
        let column = builder.finish(100_000, 64, &[], None);
        let group_of: Vec<_> = (0..64).map(Some).collect();
        let groups = Groups::new(&column, &group_of, 64);
        assert_eq!(groups.totals(), [1; 64]);
        assert!(groups.size() < 500, "{}", groups.size());
    }

    #[test]
    fn a_record_counts_once_per_group_with_few_or_many_groups() {
        for group_count in [2, 100] {
            let records: [&[u32]; 3] = [&[0, 1, 2], &[1], &[3]];
            let column = Column::new(4, records);
            let groups = Groups::new(&column, &[Some(0), Some(0), Some(1), None], group_count);
            assert_eq!(&groups.totals()[..2], [2, 1]);
            let set = BitSet::of(3, [1, 2]);
            assert_eq!(&groups.count(&set)[..2], [1, 0]);
        }
    }
}
