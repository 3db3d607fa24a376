//! Groups of a column's values, and how many records have any value of each.

use super::{Column, ColumnBuilder, RecordSet};

/// The records of every group of values: a record counts once in a group, however many of the
/// group's values it has.
#[derive(Clone, Debug)]
pub struct Groups {
    records: Records,
    totals: Vec<u32>,
}

#[derive(Clone, Debug)]
enum Records {
    /// A set for each group, the fastest to count where groups are few.
    Sets(Vec<RecordSet>),
    /// A column of groups, which stays small where they are many.
    Column(Column),
}

/// Up to how many groups each has a set of its own.
const MOST_SETS: usize = 64;

impl Groups {
    /// So many groups of a column's values; `group_of` names the group of each value.
    pub fn new(column: &Column, group_of: &[Option<u32>], group_count: usize) -> Self {
        let groups = || (0u32..).zip(group_of);
        let (records, totals) = if group_count <= MOST_SETS {
            let mut sets = vec![RecordSet::empty(column.record_count()); group_count];
            for (value, group) in groups() {
                let set = group.and_then(|group| sets.get_mut(group as usize));
                if let Some(set) = set {
                    set.insert_all(column.records(value));
                }
            }
            let totals = sets.iter().map(RecordSet::count).collect();
            (Records::Sets(sets), totals)
        } else {
            let mut builder = ColumnBuilder::default();
            for record in 0..column.record_count() as u32 {
                for &value in column.values(record) {
                    if let Some(group) = group_of.get(value as usize).copied().flatten() {
                        builder.add(record, group);
                    }
                }
            }
            let column = builder.finish(column.record_count(), group_count, &[], None);
            let totals = column.totals();
            (Records::Column(column), totals)
        };
        Self { records, totals }
    }

    /// How many records each group has.
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// How many records of `set` each group has.
    pub fn count(&self, set: &RecordSet) -> Vec<u32> {
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
    fn a_record_counts_once_in_a_group_whether_groups_are_few_or_many() {
        for group_count in [2, 100] {
            let records: [&[u32]; 3] = [&[0, 1, 2], &[1], &[3]];
            let column = Column::new(4, records);
            let groups = Groups::new(&column, &[Some(0), Some(0), Some(1), None], group_count);
            assert_eq!(&groups.totals()[..2], [2, 1]);
            let set = RecordSet::of(3, [1, 2]);
            assert_eq!(&groups.count(&set)[..2], [1, 0]);
        }
    }
}
