//! Sorting, with code that is compiled once: the standard library's sort is compiled again for every
//! type of element and comparison, at 8 kB of program each. Here everything is sorted by positions.

use std::cmp::Ordering;

/// Sorts positions, stable, by merging runs into runs of twice the length. The standard library's sort
/// is about a third faster but adds 5 kB, which every visitor would have to load.
pub fn sort_positions(positions: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    let mut sorted = positions.to_vec();
    let mut merged = Vec::with_capacity(sorted.len());
    let mut run = 1;
    while run < sorted.len() {
        for pair in sorted.chunks(run * 2) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(left, right, &mut merged, compare);
        }
        std::mem::swap(&mut sorted, &mut merged);
        merged.clear();
        run *= 2;
    }
    for (position, sorted) in positions.iter_mut().zip(sorted) {
        *position = sorted;
    }
}

/// Merges two sorted runs; among equals, those on the left come first.
fn merge(
    mut left: &[u32],
    mut right: &[u32],
    merged: &mut Vec<u32>,
    compare: &mut dyn FnMut(u32, u32) -> Ordering,
) {
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if compare(*other, *one) == Ordering::Less {
            merged.push(*other);
            right = right_rest;
        } else {
            merged.push(*one);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

pub(crate) fn sort_distinct(numbers: &mut Vec<u32>) {
    sort_positions(numbers, &mut |one, other| one.cmp(&other));
    numbers.dedup();
}

/// Sorts items. Stable.
pub fn sort<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let destinations = destinations(items.len(), &mut |one, other| match (
        items.get(one as usize),
        items.get(other as usize),
    ) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    arrange(destinations, &mut |one, other| items.swap(one, other));
}

fn destinations(length: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..length as u32).collect();
    sort_positions(&mut order, compare);
    let mut destinations = vec![0; length];
    for (destination, &position) in (0u32..).zip(&order) {
        if let Some(slot) = destinations.get_mut(position as usize) {
            *slot = destination;
        }
    }
    destinations
}

fn arrange(mut destinations: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for position in 0..destinations.len() {
        while let Some(&destination) = destinations.get(position)
            && destination as usize != position
        {
            swap(position, destination as usize);
            destinations.swap(position, destination as usize);
        }
    }
}

/// Sorts positions by their keys in `keys`. Stable.
pub(crate) fn sort_by_keys<K: Ord>(positions: &mut [u32], keys: &[K]) {
    sort_positions(positions, &mut |one, other| {
        keys.get(one as usize).cmp(&keys.get(other as usize))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorting_is_stable(numbers in prop::collection::vec(0u8..20, 0..200)) {
            let mut items: Vec<(u8, usize)> = numbers.iter().copied().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort(&mut items, |one, other| one.0.cmp(&other.0));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn sort_distinct_removes_duplicates(numbers in prop::collection::vec(0u32..50, 0..200)) {
            let mut distinct = numbers.clone();
            sort_distinct(&mut distinct);
            prop_assert!(distinct.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(numbers.iter().all(|number| distinct.contains(number)));
        }
    }
}
