use crate::chunk::{Chunk, Position};

/// What needs a function or a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Nothing,
    Program,
    /// Each has a copy.
    Chunks(ChunkSet),
}

/// A bit for each chunk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ChunkSet(u32);

impl ChunkSet {
    fn of(chunk: usize) -> Self {
        Self(1 << chunk)
    }

    fn with(self, chunk: usize) -> Self {
        Self(self.0 | Self::of(chunk).0)
    }

    fn is_several(self) -> bool {
        self.0.count_ones() > 1
    }

    fn contains_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    fn contains_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}

impl Owner {
    pub(crate) fn is_in(self, chunk: usize) -> bool {
        matches!(self, Self::Chunks(set) if set.contains_all(ChunkSet::of(chunk)))
    }

    pub(crate) fn is_in_chunk(self) -> bool {
        matches!(self, Self::Chunks(_))
    }

    /// Whether what it owns is in every part that contains what `other` owns.
    pub(crate) fn is_with(self, other: Self) -> bool {
        match (self, other) {
            (Self::Chunks(own), Self::Chunks(others)) => own.contains_all(others),
            _ => self == other,
        }
    }
}

/// For each function, the chunk whose modules its name contains, if there is exactly one.
pub(crate) fn named(names: &[String], chunks: &[Chunk]) -> Vec<Option<usize>> {
    let is_in = |name: &str, chunk: &Chunk| chunk.modules.iter().any(|it| name.contains(it));
    let named = names.iter().map(|name| {
        let mut found = (0..chunks.len()).filter(|chunk| is_in(name, &chunks[*chunk]));
        found.next().filter(|_| found.next().is_none())
    });
    named.collect()
}

/// For each function and constant, the chunk it is named after, or else the chunks that use it if the
/// program does not and nobody has to fetch it twice.
pub(crate) fn owners(
    uses: &[Vec<Position>],
    named: &[Option<usize>],
    roots: &[Position],
    chunks: &[Chunk],
) -> Vec<Owner> {
    let mut is_used = vec![false; uses.len()];
    reach(uses, roots, &mut is_used, |_| true);
    let mut in_program = vec![false; uses.len()];
    reach(uses, roots, &mut in_program, |it| named[it].is_none());
    let mut users = vec![ChunkSet::default(); uses.len()];
    let mut for_all = ChunkSet::default();
    for (chunk, Chunk { is_for_all, .. }) in chunks.iter().enumerate() {
        if *is_for_all {
            for_all = for_all.with(chunk);
        }
        let own = (0..uses.len()).filter(|it| is_used[*it] && named[*it] == Some(chunk));
        let own: Vec<Position> = own.collect();
        let mut used = vec![false; uses.len()];
        reach(uses, &own, &mut used, |it| {
            !in_program[it] && named[it].is_none_or(|other| other == chunk)
        });
        for (users, _) in users.iter_mut().zip(used).filter(|(_, used)| *used) {
            *users = users.with(chunk);
        }
    }
    let stays = |it: &Position| {
        named[*it].is_none() && users[*it].is_several() && users[*it].contains_any(for_all)
    };
    let stays: Vec<Position> = (0..uses.len()).filter(stays).collect();
    reach(uses, &stays, &mut in_program, |it| named[it].is_none());
    let owner = |it: Position| match named[it] {
        _ if !is_used[it] => Owner::Nothing,
        Some(chunk) => Owner::Chunks(ChunkSet::of(chunk)),
        None if in_program[it] => Owner::Program,
        None => Owner::Chunks(users[it]),
    };
    (0..uses.len()).map(owner).collect()
}

fn reach(
    uses: &[Vec<Position>],
    roots: &[Position],
    reached: &mut [bool],
    may_enter: impl Fn(Position) -> bool,
) {
    let mut open: Vec<Position> = roots.to_vec();
    while let Some(it) = open.pop() {
        if !reached[it] && may_enter(it) {
            reached[it] = true;
            open.extend(&uses[it]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &'static str, is_for_all: bool) -> Chunk {
        Chunk {
            name,
            modules: &[],
            is_for_all,
            entries: &[],
        }
    }

    /// The root uses a function of each of two chunks; both use what is at 3, which uses what is at 4.
    /// Nothing uses what is at 5.
    fn owners_of(chunks: &[Chunk]) -> Vec<Owner> {
        let uses = [vec![1, 2], vec![3], vec![3], vec![4], vec![], vec![4]];
        let named = [None, Some(0), Some(1), None, None, None];
        owners(&uses, &named, &[0], chunks)
    }

    #[test]
    fn what_several_chunks_share_is_in_each_of_them() {
        let owners = owners_of(&[chunk("one", false), chunk("other", false)]);
        let in_both = Owner::Chunks(ChunkSet::of(0).with(1));
        assert_eq!(owners[0], Owner::Program);
        assert_eq!(owners[1], Owner::Chunks(ChunkSet::of(0)));
        assert_eq!(owners[3..], [in_both, in_both, Owner::Nothing]);
    }

    #[test]
    fn what_a_chunk_for_all_shares_stays_in_the_program() {
        let owners = owners_of(&[chunk("one", false), chunk("other", true)]);
        assert_eq!(owners[2], Owner::Chunks(ChunkSet::of(1)));
        assert_eq!(owners[3..5], [Owner::Program; 2]);
    }
}
