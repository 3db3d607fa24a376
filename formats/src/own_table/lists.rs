//! Lists in a cell: `first; second`. A semicolon in a value is written `\;` and a backslash `\\`.

const SEPARATOR: &str = "; ";

pub(super) fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    let mut is_empty = true;
    for (at, part) in parts.enumerate() {
        if at > 0 {
            joined.push_str(SEPARATOR);
        }
        is_empty &= part.is_empty();
        for character in part.chars() {
            if matches!(character, ';' | '\\') {
                joined.push('\\');
            }
            joined.push(character);
        }
    }
    if is_empty { String::new() } else { joined }
}

/// The parts of a cell, with empty ones: lists in columns that belong together have the same positions.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => part.extend(characters.next()),
            ';' => {
                parts.push(part.trim().to_owned());
                part.clear();
            }
            other => part.push(other),
        }
    }
    parts.push(part.trim().to_owned());
    parts
}

/// A cell without its last value; `None` if it has no other.
pub(crate) fn without_last(cell: &str) -> Option<&str> {
    let mut last = None;
    let mut characters = cell.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            ';' => last = Some(at),
            _ => {}
        }
    }
    last.and_then(|at| cell.get(..at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_split_as_it_was_joined(parts in proptest::collection::vec("[a\\\\; ]{0,4}b", 1..5)) {
            let parts: Vec<&str> = parts.iter().map(|it| it.trim()).collect();
            prop_assert_eq!(split(&join(parts.iter().copied())), parts);
        }
    }

    #[test]
    fn the_last_value_is_left_out() {
        assert_eq!(without_last("a; b\\; c; d"), Some("a; b\\; c"));
        assert_eq!(without_last("b\\; c"), None);
    }

    #[test]
    fn empty_parts_keep_their_positions() {
        assert_eq!(join(["", "b", ""].into_iter()), "; b; ");
        assert_eq!(split("; b; "), ["", "b", ""]);
        assert_eq!(join(["", ""].into_iter()), "");
    }
}
