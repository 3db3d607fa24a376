//! How far two words are from each other.

use super::words::LOST;

/// The number of letters to insert, remove, replace or swap with their neighbour to get from one word to the
/// other, where a lost letter fits any; `None` if there are more than `limit`.
pub(super) fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, &letter) in one.iter().enumerate() {
        let mut this = Vec::with_capacity(last.len());
        this.push(row + 1);
        for (column, &against) in other.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let fits = letter == against || letter == LOST || against == LOST;
            let replaced = at(&last, column) + usize::from(!fits);
            let mut best = replaced
                .min(at(&last, column + 1) + 1)
                .min(at(&this, column) + 1);
            let is_swap = row > 0
                && column > 0
                && one.get(row - 1) == Some(&against)
                && other.get(column - 1) == Some(&letter);
            if is_swap {
                best = best.min(at(&before, column - 1) + 1);
            }
            this.push(best);
        }
        if this.iter().all(|it| *it > limit) {
            return None;
        }
        before = std::mem::replace(&mut last, this);
    }
    last.last().copied().filter(|it| *it <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_by_what_was_mistyped() {
        for (one, other, expected) in [
            ("beneficiary", "beneficiary", Some(0)),
            ("beneficary", "beneficiary", Some(1)),
            ("projcet", "project", Some(1)),
            ("b\u{fffd}n\u{fffd}ficiaire", "beneficiaire", Some(0)),
            ("discription", "description", Some(1)),
            ("title", "theme", None),
            ("", "abc", None),
        ] {
            assert_eq!(distance(one, other, 2), expected, "{one}");
        }
    }
}
