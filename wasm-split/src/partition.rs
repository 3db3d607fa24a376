use crate::chunk::{Chunk, Position};
use std::collections::BTreeSet;

/// For each function, the chunk whose modules its name contains, if there is exactly one.
pub(crate) fn named(names: &[String], chunks: &[Chunk]) -> Vec<Option<usize>> {
    let is_in = |name: &str, chunk: &Chunk| chunk.modules.iter().any(|it| name.contains(it));
    let named = names.iter().map(|name| {
        let mut found = (0..chunks.len()).filter(|chunk| is_in(name, &chunks[*chunk]));
        found.next().filter(|_| found.next().is_none())
    });
    named.collect()
}

/// For each function, the chunk it is named after, or else the only chunk that uses it.
pub(crate) fn owners(
    calls: &[Vec<Position>],
    named: &[Option<usize>],
    roots: &[Position],
    chunks: usize,
) -> Vec<Option<usize>> {
    let mut in_program = vec![false; calls.len()];
    reach(calls, roots, &mut in_program, |it| named[it].is_none());
    let mut users = vec![BTreeSet::new(); calls.len()];
    for chunk in 0..chunks {
        let mut used = vec![false; calls.len()];
        let own = (0..calls.len()).filter(|it| named[*it] == Some(chunk));
        let own: Vec<Position> = own.collect();
        reach(calls, &own, &mut used, |it| {
            !in_program[it] && named[it].is_none_or(|other| other == chunk)
        });
        for it in (0..calls.len()).filter(|it| used[*it]) {
            users[it].insert(chunk);
        }
    }
    // What several chunks need stays in the program, with everything that it needs itself.
    let several = (0..calls.len()).filter(|it| named[*it].is_none() && users[*it].len() > 1);
    let several: Vec<Position> = several.collect();
    reach(calls, &several, &mut in_program, |it| named[it].is_none());
    let owner = |it: Position| match named[it] {
        Some(chunk) => Some(chunk),
        None if in_program[it] => None,
        None => users[it].first().copied(),
    };
    (0..calls.len()).map(owner).collect()
}

fn reach(
    calls: &[Vec<Position>],
    roots: &[Position],
    reached: &mut [bool],
    may_enter: impl Fn(Position) -> bool,
) {
    let mut open: Vec<Position> = roots.to_vec();
    while let Some(it) = open.pop() {
        if !reached[it] && may_enter(it) {
            reached[it] = true;
            open.extend(&calls[it]);
        }
    }
}
