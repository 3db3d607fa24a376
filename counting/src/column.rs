use super::BitSet;

/// Which values each record has, and which records each value has.
///
/// Both directions are flat lists with offsets. Common values also have a bitset, which counts 64
/// records at a time. One value may mean that a record states no other; see [`ColumnBuilder::finish`]. A
/// column is as large as what is stated, so thousands of facets that few projects state stay small.
#[derive(Clone, Debug)]
pub struct Column {
    rows: Rows,
    record_count: usize,
    /// Where each value's records begin in `records`, and where the last one's end.
    record_offsets: Vec<u32>,
    records: Vec<u32>,
    unstated: Option<u32>,
    stated: u32,
    /// The records of each common value, ordered by value; in a dense column, also those of `unstated`.
    common: Vec<(u32, BitSet)>,
}

#[derive(Clone, Debug)]
enum Rows {
    /// Per record: where its values begin in `values`, and where the last one's end.
    Dense { offsets: Vec<u32>, values: Vec<u32> },
    /// The same, for some records only, ascending.
    Sparse {
        records: Vec<u32>,
        offsets: Vec<u32>,
        values: Vec<u32>,
    },
}

/// A column is sparse if fewer than one in this many records state a value.
const SPARSE_BELOW: usize = 4;

/// A value is common if at least one in this many records states it: its bitset is then no larger than
/// the list of its records.
const COMMON_FROM: usize = 32;

/// The cost of another record, in counted values: the processor mispredicts its number of values.
const COST_OF_RECORD: usize = 6;

/// Collects what records state, one record after the other.
#[derive(Clone, Debug, Default)]
pub struct ColumnBuilder {
    records: Vec<u32>,
    ends: Vec<u32>,
    values: Vec<u32>,
    /// Per value: the last record that stated it, plus one.
    latest: Vec<u32>,
}

impl ColumnBuilder {
    /// Adds a value of a record. Records out of ascending order are ignored, as are repeated values.
    pub fn add(&mut self, record: u32, value: u32) {
        if self.latest.len() <= value as usize {
            self.latest.resize(value as usize + 1, 0);
        }
        let Some(latest) = self.latest.get_mut(value as usize) else {
            return;
        };
        if *latest == record + 1 {
            return;
        }
        match self.records.last() {
            Some(&last) if last == record => {
                if let Some(end) = self.ends.last_mut() {
                    *end += 1;
                }
            }
            Some(&last) if last > record => return,
            _ => {
                self.records.push(record);
                self.ends.push(self.values.len() as u32 + 1);
            }
        }
        *latest = record + 1;
        self.values.push(value);
    }

    /// Returns how many records state each of the first `value_count` values.
    pub fn totals(&self, value_count: usize) -> Vec<u32> {
        let mut totals = vec![0; value_count];
        for &value in &self.values {
            if let Some(total) = totals.get_mut(value as usize) {
                *total += 1;
            }
        }
        totals
    }

    /// Returns the number of records that state any value.
    pub fn stated(&self) -> usize {
        self.records.len()
    }

    /// Builds the column. Values move to their positions in `moved_to`; those without one stay.
    /// `unstated` is the value of the records that state no other, if there is one.
    pub fn finish(
        mut self,
        record_count: usize,
        value_count: usize,
        moved_to: &[u32],
        unstated: Option<u32>,
    ) -> Column {
        for value in &mut self.values {
            *value = moved_to.get(*value as usize).copied().unwrap_or(*value);
        }
        // Drop records out of range; they are the last.
        let kept = self
            .records
            .partition_point(|&record| (record as usize) < record_count);
        self.records.truncate(kept);
        self.ends.truncate(kept);
        self.values
            .truncate(self.ends.last().copied().unwrap_or(0) as usize);

        let mut record_offsets = vec![0u32; value_count + 1];
        for &value in &self.values {
            if let Some(count) = record_offsets.get_mut(value as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut record_offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = record_offsets.clone();
        let mut postings = vec![0u32; sum as usize];
        let mut begin = 0;
        for (&record, &end) in self.records.iter().zip(&self.ends) {
            for &value in self.values.get(begin..end as usize).unwrap_or_default() {
                if let Some(slot) = next.get_mut(value as usize) {
                    if let Some(posting) = postings.get_mut(*slot as usize) {
                        *posting = record;
                    }
                    *slot += 1;
                }
            }
            begin = end as usize;
        }
        let stated = self.records.len() as u32;
        let is_sparse = self.records.len() * SPARSE_BELOW < record_count;
        let mut common = Vec::new();
        for (value, bounds) in (0u32..).zip(record_offsets.windows(2)) {
            let &[begin, end] = bounds else { continue };
            if unstated == Some(value) {
                if !is_sparse {
                    let mut set = BitSet::empty(record_count);
                    set.insert_all(&self.records);
                    common.push((value, set.complement()));
                }
            } else if begin < end && (end - begin) as usize * COMMON_FROM >= record_count {
                let mut set = BitSet::empty(record_count);
                set.insert_all(
                    postings
                        .get(begin as usize..end as usize)
                        .unwrap_or_default(),
                );
                common.push((value, set));
            }
        }
        let rows = if is_sparse {
            let mut offsets = Vec::with_capacity(self.ends.len() + 1);
            offsets.push(0);
            offsets.extend_from_slice(&self.ends);
            Rows::Sparse {
                records: self.records,
                offsets,
                values: self.values,
            }
        } else {
            let mut offsets = Vec::with_capacity(record_count + 1);
            offsets.push(0);
            let mut end = 0;
            for (&record, &next_end) in self.records.iter().zip(&self.ends) {
                offsets.resize(record as usize + 1, end);
                end = next_end;
                offsets.push(end);
            }
            offsets.resize(record_count + 1, end);
            Rows::Dense {
                offsets,
                values: self.values,
            }
        };
        Column {
            rows,
            record_count,
            record_offsets,
            records: postings,
            unstated,
            stated,
            common,
        }
    }
}

impl Column {
    /// Builds a column of `value_count` values from the values of each record, in order. Repeated values
    /// count once; values of `value_count` and above are ignored.
    pub fn new<'a>(value_count: usize, records: impl IntoIterator<Item = &'a [u32]>) -> Self {
        let mut builder = ColumnBuilder::default();
        let mut record_count = 0;
        for (record, of_record) in (0u32..).zip(records) {
            record_count += 1;
            for &value in of_record.iter().filter(|at| (**at as usize) < value_count) {
                builder.add(record, value);
            }
        }
        builder.finish(record_count, value_count, &[], None)
    }

    /// Returns the number of values.
    pub fn value_count(&self) -> usize {
        self.record_offsets.len() - 1
    }

    /// Returns the number of records.
    pub fn record_count(&self) -> usize {
        self.record_count
    }

    /// Returns the size of the column, in words of four bytes.
    pub fn size(&self) -> usize {
        let rows = match &self.rows {
            Rows::Dense { offsets, values } => offsets.len() + values.len(),
            Rows::Sparse {
                records,
                offsets,
                values,
            } => records.len() + offsets.len() + values.len(),
        };
        let in_sets = self.common.len() * self.record_count.div_ceil(32);
        rows + self.record_offsets.len() + self.records.len() + in_sets
    }

    /// Returns the values of a record; none if it is out of range.
    pub fn values(&self, record: u32) -> &[u32] {
        if record as usize >= self.record_count {
            return &[];
        }
        let values = match &self.rows {
            Rows::Dense { offsets, values } => slice(offsets, values, record),
            Rows::Sparse {
                records,
                offsets,
                values,
            } => match records.binary_search(&record) {
                Ok(row) => slice(offsets, values, row as u32),
                Err(_) => &[],
            },
        };
        if values.is_empty() {
            self.unstated.as_slice()
        } else {
            values
        }
    }

    /// Returns the records that state a value, ascending. None for a value out of range, or for the
    /// value of records that state nothing: only [`Column::bit_set`] has those.
    pub fn records(&self, value: u32) -> &[u32] {
        slice(&self.record_offsets, &self.records, value)
    }

    pub(crate) fn for_each_row(&self, mut each: impl FnMut(u32, &[u32])) {
        match &self.rows {
            Rows::Dense { offsets, values } => {
                for record in 0..self.record_count as u32 {
                    let of_record = slice(offsets, values, record);
                    if !of_record.is_empty() {
                        each(record, of_record);
                    }
                }
            }
            Rows::Sparse {
                records,
                offsets,
                values,
            } => {
                for (row, &record) in (0u32..).zip(records) {
                    each(record, slice(offsets, values, row));
                }
            }
        }
    }

    /// Returns the records that have any of these values.
    pub fn bit_set(&self, values: &[u32]) -> BitSet {
        let mut set = BitSet::empty(self.record_count);
        for &value in values {
            if let Some(records) = self.common_records(value) {
                set.unite(records);
            } else if self.unstated == Some(value) {
                let mut stated = BitSet::empty(self.record_count);
                if let Rows::Sparse { records, .. } = &self.rows {
                    stated.insert_all(records);
                }
                set.unite(&stated.complement());
            } else {
                set.insert_all(self.records(value));
            }
        }
        set
    }

    fn common_records(&self, value: u32) -> Option<&BitSet> {
        let at = self
            .common
            .binary_search_by_key(&value, |(value, _)| *value);
        Some(&self.common.get(at.ok()?)?.1)
    }

    /// Returns how many records have each value.
    pub fn totals(&self) -> Vec<u32> {
        let mut totals = vec![0; self.value_count()];
        for (total, bounds) in totals.iter_mut().zip(self.record_offsets.windows(2)) {
            if let [begin, end] = bounds {
                *total = end - begin;
            }
        }
        self.set_unstated(&mut totals, self.record_count as u32 - self.stated);
        totals
    }

    /// Returns how many records of `set` have each value.
    pub fn count(&self, set: &BitSet) -> Vec<u32> {
        let among = set.count();
        let outside = self.record_count - among as usize;
        let (offsets, values) = match &self.rows {
            Rows::Sparse {
                records,
                offsets,
                values,
            } => {
                let mut counts = vec![0u32; self.value_count()];
                let stated = count_sparse(records, offsets, values, set, &mut counts);
                self.set_unstated(&mut counts, among - stated);
                return counts;
            }
            Rows::Dense { offsets, values } => (offsets, values),
        };
        let by_record = outside.min(among as usize)
            * (COST_OF_RECORD + values.len() / self.record_count.max(1));
        if self.cost_by_value() < by_record {
            return self.count_by_value(set);
        }
        let mut counts = vec![0u32; self.value_count()];
        let stated = if outside < among as usize {
            let stated_outside = count_dense(offsets, values, &set.complement(), &mut counts);
            for (count, bounds) in counts.iter_mut().zip(self.record_offsets.windows(2)) {
                if let [begin, end] = bounds {
                    *count = end - begin - *count;
                }
            }
            self.stated - stated_outside
        } else {
            count_dense(offsets, values, set, &mut counts)
        };
        self.set_unstated(&mut counts, among - stated);
        counts
    }

    /// The cost of [`Column::count_by_value`], in counted values.
    fn cost_by_value(&self) -> usize {
        let in_sets: usize = self
            .common
            .iter()
            .map(|(value, _)| self.records(*value).len())
            .sum();
        self.records.len() - in_sets + self.common.len() * self.record_count.div_ceil(64)
    }

    fn count_by_value(&self, set: &BitSet) -> Vec<u32> {
        let mut common = self.common.iter().peekable();
        let values = 0..self.value_count() as u32;
        let count = |value| {
            if let Some((_, records)) = common.next_if(|(of, _)| *of == value) {
                return set.count_common(records);
            }
            let records = self.records(value).iter();
            records.map(|record| u32::from(set.contains(*record))).sum()
        };
        values.map(count).collect()
    }

    fn set_unstated(&self, counts: &mut [u32], count: u32) {
        let slot = self.unstated.and_then(|at| counts.get_mut(at as usize));
        if let Some(slot) = slot {
            *slot = count;
        }
    }
}

/// Counts the values of every record in a set; returns how many of the records state any.
fn count_dense(offsets: &[u32], values: &[u32], set: &BitSet, counts: &mut [u32]) -> u32 {
    let mut stated = 0;
    set.for_each(|record| {
        let Some(&[begin, end]) = offsets.get(record..record + 2) else {
            return;
        };
        stated += u32::from(begin < end);
        for &value in values.get(begin as usize..end as usize).unwrap_or_default() {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        }
    });
    stated
}

fn count_sparse(
    records: &[u32],
    offsets: &[u32],
    values: &[u32],
    set: &BitSet,
    counts: &mut [u32],
) -> u32 {
    let mut stated = 0;
    for (&record, bounds) in records.iter().zip(offsets.windows(2)) {
        if let [begin, end] = *bounds
            && set.contains(record)
        {
            stated += 1;
            for &value in values.get(begin as usize..end as usize).unwrap_or_default() {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
        }
    }
    stated
}

fn slice<'a>(offsets: &[u32], items: &'a [u32], index: u32) -> &'a [u32] {
    let index = index as usize;
    match offsets.get(index..index + 2) {
        Some(&[begin, end]) => items.get(begin as usize..end as usize).unwrap_or_default(),
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_by_record_and_records_by_value_agree() {
        let records: [&[u32]; 4] = [&[2, 0, 2], &[], &[1, 9], &[0]];
        let column = Column::new(3, records);
        assert_eq!(column.values(0), [2, 0]);
        assert_eq!(column.values(1), [0u32; 0]);
        assert_eq!(column.values(2), [1]);
        assert_eq!(column.records(0), [0, 3]);
        assert_eq!(column.totals(), [2, 1, 1]);
        assert_eq!(column.count(&BitSet::of(4, [0, 2])), [1, 1, 1]);
        assert_eq!(column.count(&BitSet::of(4, [0, 1, 2])), [1, 1, 1]);
        assert_eq!(column.values(4), [0u32; 0]);
        assert_eq!(column.records(u32::MAX - 1), [0u32; 0]);
    }

    #[test]
    fn the_size_of_a_column_depends_only_on_the_stated_values() {
        let mut builder = ColumnBuilder::default();
        builder.add(7, 0);
        let column = builder.finish(1_000_000, 2, &[], Some(1));
        assert!(column.size() < 10, "{}", column.size());
        assert_eq!(column.totals(), [1, 999_999]);
        assert_eq!(column.values(6), [1]);
        assert_eq!(column.values(7), [0]);
    }

    #[test]
    fn counting_by_value_and_by_record_gives_the_same_counts() {
        let values_of = |record: u32| [record % 3, 3 + record % 97, 100 + record * 7 % 900];
        let records: Vec<[u32; 3]> = (0..5000).map(values_of).collect();
        let column = Column::new(1000, records.iter().map(<[u32; 3]>::as_slice));
        assert_eq!(column.common.len(), 3);
        for every in [2, 5, 1000] {
            let set = BitSet::of(5000, (0..5000).filter(|record| record % every == 0));
            let counts = column.count(&set);
            assert_eq!(counts, column.count_by_value(&set));
            for (value, count) in (0u32..).zip(counts) {
                let among = set
                    .iter()
                    .filter(|record| values_of(*record).contains(&value));
                assert_eq!(
                    count,
                    among.count() as u32,
                    "{value} in every {every}th record"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn a_column_agrees_with_a_naive_model(
            records in prop::collection::vec(prop::collection::vec(0u32..5, 0..4), 0..40),
            chance in 1usize..8,
            picked in prop::collection::vec(any::<bool>(), 40),
            has_unstated in any::<bool>(),
        ) {
            let unstated = has_unstated.then_some(5);
            let mut builder = ColumnBuilder::default();
            let mut expected: Vec<Vec<u32>> = Vec::new();
            for (record, values) in (0u32..).zip(&records) {
                let mut own = Vec::new();
                if (record as usize).is_multiple_of(chance) {
                    for &value in values {
                        builder.add(record, value);
                        if !own.contains(&value) {
                            own.push(value);
                        }
                    }
                }
                if own.is_empty() {
                    own.extend(unstated);
                }
                expected.push(own);
            }
            let column = builder.finish(records.len(), 6, &[], unstated);
            for (record, own) in (0u32..).zip(&expected) {
                prop_assert_eq!(column.values(record), own.as_slice());
            }
            let chosen: Vec<u32> = (0..records.len() as u32).filter(|at| picked[*at as usize]).collect();
            let set = BitSet::of(records.len(), chosen.iter().copied());
            let among = |value: u32, set: &BitSet| {
                (0u32..).zip(&expected).filter(|(at, own)| set.contains(*at) && own.contains(&value)).count() as u32
            };
            let all = BitSet::full(records.len());
            for value in 0..6 {
                prop_assert_eq!(column.count(&set)[value as usize], among(value, &set));
                prop_assert_eq!(column.totals()[value as usize], among(value, &all));
                prop_assert_eq!(column.bit_set(&[value]).count(), among(value, &all));
            }
        }
    }
}
