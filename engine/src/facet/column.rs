//! One facet's values, kept both ways round.

use super::RecordSet;

/// Which values each record has, and which records each value has.
///
/// Both directions are one flat list with offsets: records to values to count by, values to
/// records to select by.
#[derive(Clone, Debug)]
pub struct Column {
    value_offsets: Vec<u32>,
    values: Vec<u32>,
    record_offsets: Vec<u32>,
    records: Vec<u32>,
}

impl Column {
    /// Builds a column of `value_count` values from the values of each record, in order.
    ///
    /// A value that a record repeats counts once; values of `value_count` and above are left out.
    pub fn new<'a>(value_count: usize, records: impl IntoIterator<Item = &'a [u32]>) -> Self {
        let mut value_offsets = vec![0];
        let mut values: Vec<u32> = Vec::new();
        // Which record had each value last, counted from 1.
        let mut latest = vec![0u32; value_count];
        for (record, of_record) in (1u32..).zip(records) {
            for &value in of_record {
                if let Some(latest) = latest.get_mut(value as usize)
                    && *latest != record
                {
                    *latest = record;
                    values.push(value);
                }
            }
            value_offsets.push(values.len() as u32);
        }
        let mut record_offsets = vec![0u32; value_count + 1];
        for &value in &values {
            record_offsets[value as usize + 1] += 1;
        }
        for value in 0..value_count {
            record_offsets[value + 1] += record_offsets[value];
        }
        let mut next = record_offsets.clone();
        let mut postings = vec![0; values.len()];
        for (record, bounds) in value_offsets.windows(2).enumerate() {
            for &value in &values[bounds[0] as usize..bounds[1] as usize] {
                let slot = &mut next[value as usize];
                postings[*slot as usize] = record as u32;
                *slot += 1;
            }
        }
        Self {
            value_offsets,
            values,
            record_offsets,
            records: postings,
        }
    }

    /// How many values there are.
    pub fn value_count(&self) -> usize {
        self.record_offsets.len() - 1
    }

    /// How many records there are.
    pub fn record_count(&self) -> usize {
        self.value_offsets.len() - 1
    }

    /// The values of one record; none for a record out of range.
    pub fn values(&self, record: u32) -> &[u32] {
        slice(&self.value_offsets, &self.values, record)
    }

    /// The records of one value, ascending; none for a value out of range.
    pub fn records(&self, value: u32) -> &[u32] {
        slice(&self.record_offsets, &self.records, value)
    }

    /// How many records have each value.
    pub fn totals(&self) -> Vec<u32> {
        self.record_offsets
            .windows(2)
            .map(|bounds| bounds[1] - bounds[0])
            .collect()
    }

    /// How many records of `set` have each value.
    pub fn count(&self, set: &RecordSet) -> Vec<u32> {
        let mut counts = vec![0u32; self.value_count()];
        let mut count = |record: usize| {
            for &value in self.values(record as u32) {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
        };
        if set.is_most() {
            // Fewer are outside: count those, and take them off the totals.
            set.complement().for_each(&mut count);
            let pairs = counts.iter_mut().zip(self.totals());
            pairs.for_each(|(count, total)| *count = total - *count);
        } else {
            set.for_each(&mut count);
        }
        counts
    }
}

fn slice<'a>(offsets: &[u32], items: &'a [u32], index: u32) -> &'a [u32] {
    let index = index as usize;
    match offsets.get(index..index + 2) {
        Some(&[begin, end]) => &items[begin as usize..end as usize],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_tell_the_same() {
        let records: [&[u32]; 4] = [&[2, 0, 2], &[], &[1, 9], &[0]];
        let column = Column::new(3, records);
        assert_eq!(column.values(0), [2, 0]);
        assert_eq!(column.values(1), [0u32; 0]);
        assert_eq!(column.values(2), [1]);
        assert_eq!(column.records(0), [0, 3]);
        assert_eq!(column.totals(), [2, 1, 1]);
        assert_eq!(column.count(&RecordSet::of(4, [0, 2])), [1, 1, 1]);
        assert_eq!(column.count(&RecordSet::of(4, [0, 1, 2])), [1, 1, 1]);
        assert_eq!(column.values(4), [0u32; 0]);
        assert_eq!(column.records(u32::MAX - 1), [0u32; 0]);
    }
}
