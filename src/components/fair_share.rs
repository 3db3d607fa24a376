use atlas_engine::sort::sort;

/// How many items a list shows at most if lists of these lengths share room for `room` items. Short
/// lists are shown in full; the others share the rest, with at least `min` items each.
pub(crate) fn fair_share(mut lengths: Vec<usize>, room: usize, min: usize) -> usize {
    sort(&mut lengths, Ord::cmp);
    let mut left = room;
    for (at, length) in lengths.iter().enumerate() {
        let share = left / (lengths.len() - at);
        if *length > share {
            return share.max(min);
        }
        left -= length;
    }
    room.max(min)
}

#[cfg(test)]
mod tests {
    use super::fair_share;

    #[test]
    fn short_lists_are_shown_in_full_and_long_lists_share_the_rest() {
        assert_eq!(fair_share(vec![5, 2, 30], 40, 1), 40);
        assert_eq!(fair_share(vec![50, 2, 30], 42, 1), 20);
        assert_eq!(fair_share(vec![50, 50, 50, 50], 40, 1), 10);
        assert_eq!(fair_share(vec![50; 50], 40, 2), 2);
        assert_eq!(fair_share(vec![], 40, 2), 40);
        for lengths in [vec![7, 1, 0, 90, 12], vec![3; 20], vec![1_000_000, 4]] {
            let most = fair_share(lengths.clone(), 60, 0);
            let shown: usize = lengths.iter().map(|length| length.min(&most)).sum();
            assert!(shown <= 60, "{lengths:?} show {shown}");
        }
    }
}
