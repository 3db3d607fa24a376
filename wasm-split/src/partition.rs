//! Which piece each function belongs to.

use super::{Piece, Position};
use std::collections::BTreeSet;

/// The piece that each function's name tells, where it tells one alone.
pub(super) fn named(names: &[String], pieces: &[Piece]) -> Vec<Option<usize>> {
    let tells = |name: &str, piece: &Piece| piece.modules.iter().any(|it| name.contains(it));
    let named = names.iter().map(|name| {
        let mut told = (0..pieces.len()).filter(|piece| tells(name, &pieces[*piece]));
        told.next().filter(|_| told.next().is_none())
    });
    named.collect()
}

/// The piece that each function belongs to: it is named after it, or used by it alone.
pub(super) fn owners(
    calls: &[Vec<Position>],
    named: &[Option<usize>],
    roots: &[Position],
    pieces: usize,
) -> Vec<Option<usize>> {
    let mut in_program = vec![false; calls.len()];
    reach(calls, roots, &mut in_program, |it| named[it].is_none());
    let mut users = vec![BTreeSet::new(); calls.len()];
    for piece in 0..pieces {
        let mut used = vec![false; calls.len()];
        let own = (0..calls.len()).filter(|it| named[*it] == Some(piece));
        let own: Vec<Position> = own.collect();
        reach(calls, &own, &mut used, |it| {
            !in_program[it] && named[it].is_none_or(|other| other == piece)
        });
        for it in (0..calls.len()).filter(|it| used[*it]) {
            users[it].insert(piece);
        }
    }
    // What several pieces need stays in the program, with all that it needs itself.
    let several = (0..calls.len()).filter(|it| named[*it].is_none() && users[*it].len() > 1);
    let several: Vec<Position> = several.collect();
    reach(calls, &several, &mut in_program, |it| named[it].is_none());
    let owner = |it: Position| match named[it] {
        Some(piece) => Some(piece),
        None if in_program[it] => None,
        None => users[it].first().copied(),
    };
    (0..calls.len()).map(owner).collect()
}

/// Marks what can be reached from `roots` through functions that may be entered.
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
