use crate::chunk::{Address, Chunk, Position};
use crate::links::Links;
use crate::module::{function_table, functions, slots, tables};
use crate::partition::{Owner, named, owners};
use crate::symbol::{short_name, without_hashes};
use crate::uses::{References, uses};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::{ExportItem, FunctionId, FunctionKind, GlobalId, Module, TableId};

pub(crate) struct Plan {
    /// What needs each function.
    pub owners: Vec<Owner>,
    /// The constants that leave the program's memory, by address, and what needs them.
    pub constants: Vec<(Range<Address>, Owner)>,
    pub slots: BTreeMap<Position, Vec<u32>>,
    /// The slot through which a chunk's function is called from elsewhere.
    pub trampolines: BTreeMap<Position, u32>,
    pub table_size: u64,
    /// The names under which chunks import from the program.
    pub shared: BTreeMap<Shared, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    Memory,
    Table(usize),
    Global(usize),
    Function(Position),
}

impl Plan {
    pub(crate) fn of(module: &Module, links: &Links, chunks: &[Chunk]) -> Result<Self> {
        let ids = functions(module);
        let positions: BTreeMap<FunctionId, Position> = ids
            .iter()
            .enumerate()
            .map(|(position, id)| (*id, position))
            .collect();
        let at = |id: &FunctionId| positions.get(id).copied().unwrap_or_default();
        let names: Vec<String> = ids
            .iter()
            .map(|id| {
                let name = module.funcs.get(*id).name.as_deref();
                without_hashes(name.unwrap_or_default())
            })
            .collect();
        let references: Vec<References> =
            ids.iter().map(|id| References::of(module, *id)).collect();
        let calls: Vec<Vec<Position>> = references
            .iter()
            .map(|references| references.functions.iter().map(at).collect())
            .collect();

        let uses = uses(module, links, &calls);
        let slots = slots(module, &at)?;
        let mut roots = roots(module, &at);
        roots.extend(uses.of_rest);
        for position in 0..ids.len() {
            let function = module.funcs.get(ids[position]);
            let is_local = matches!(function.kind, FunctionKind::Local(_));
            let name = function.name.as_deref();
            if is_local && name.is_some_and(|name| links.knows(name)) {
                continue;
            }
            let mut numbers = references[position].numbers.iter();
            let refers = numbers.any(|number| links.constant_at(*number).is_some());
            ensure!(
                !refers || name.is_none(),
                "{}\nrefers to constants, but the linker does not know this function",
                names[position]
            );
            roots.push(position);
        }
        let mut named = named(&names, chunks);
        named.resize(uses.of.len(), None);
        let mut owners = owners(&uses.of, &named, &roots, chunks);
        let of_constants = owners.split_off(ids.len());
        let constants = links.constants.iter().zip(of_constants);
        let constants = constants
            .filter(|(constant, owner)| constant.is_read_only && *owner != Owner::Program)
            .map(|(constant, owner)| (constant.place.clone(), owner))
            .collect();

        let mut trampolines = BTreeMap::new();
        let table = function_table(module)?;
        let mut table_size = module.tables.get(table).initial;
        let mut shared = BTreeSet::from([Shared::Memory, Shared::Table(0)]);
        for (caller, called) in calls.iter().enumerate() {
            for called in called {
                if owners[caller] == Owner::Nothing || owners[*called].is_with(owners[caller]) {
                    continue;
                }
                if owners[*called].is_in_chunk() && !trampolines.contains_key(called) {
                    check_entry(&names[caller], &names[*called], chunks)?;
                    let slot = slots.get(called).and_then(|slots| slots.first().copied());
                    let slot = slot.unwrap_or_else(|| {
                        table_size += 1;
                        table_size as u32 - 1
                    });
                    trampolines.insert(*called, slot);
                }
                if owners[caller] != Owner::Program {
                    shared.insert(Shared::Function(*called));
                }
            }
        }
        shared.extend(shared_state(module, &references, |it| {
            owners[it].is_in_chunk()
        }));
        let taken: BTreeSet<&str> = module.exports.iter().map(|it| it.name.as_str()).collect();
        let mut names = (0..)
            .map(short_name)
            .filter(|name| !taken.contains(name.as_str()));
        let shared = shared
            .into_iter()
            .map(|it| (it, names.next().unwrap_or_default()))
            .collect();
        Ok(Self {
            owners,
            constants,
            slots,
            trampolines,
            table_size,
            shared,
        })
    }
}

/// The functions that are used from outside of the program.
fn roots(module: &Module, at: &impl Fn(&FunctionId) -> Position) -> Vec<Position> {
    let exported = module.exports.iter();
    let exported = exported.filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(at(&id)),
        _ => None,
    });
    exported.chain(module.start.iter().map(at)).collect()
}

/// The globals and tables that chunks use.
fn shared_state(
    module: &Module,
    references: &[References],
    is_in_chunk: impl Fn(Position) -> bool,
) -> BTreeSet<Shared> {
    let mut shared = BTreeSet::new();
    let global_at: BTreeMap<GlobalId, usize> = module
        .globals
        .iter()
        .enumerate()
        .map(|(at, global)| (global.id(), at))
        .collect();
    let table_at: BTreeMap<TableId, usize> = tables(module)
        .into_iter()
        .enumerate()
        .map(|(at, table)| (table, at))
        .collect();
    for (position, references) in references.iter().enumerate() {
        if is_in_chunk(position) {
            let globals = references.globals.iter().filter_map(|id| global_at.get(id));
            shared.extend(globals.map(|at| Shared::Global(*at)));
            let tables = references.tables.iter().filter_map(|id| table_at.get(id));
            shared.extend(tables.map(|at| Shared::Table(*at)));
        }
    }
    shared
}

/// Fails if a call into a chunk bypasses its entries. Destructors are allowed: a chunk's values only
/// exist once it is loaded.
fn check_entry(caller: &str, called: &str, chunks: &[Chunk]) -> Result<()> {
    let entries = chunks.iter().flat_map(|chunk| chunk.entries);
    let mut allowed = entries.chain(&["core::ptr::drop_in_place", "core::ops::drop::Drop"]);
    ensure!(
        allowed.any(|entry| called.contains(entry)),
        "{caller}\ncalls {called},\nwhich is loaded later; the entries of a chunk are listed where it is declared"
    );
    Ok(())
}
