//! The program in pieces: what a visitor needs at once, and what comes when it is asked for.
//!
//! The compiler knows no way to leave a part of a program for later, so the finished program is
//! parted here. Whatever only a piece's modules use moves into a file of its own. A call into it
//! from elsewhere goes by way of a slot in the program's function table, which the piece fills
//! when it arrives:
//!
//! ```text
//! program: shelf() ──▶ slot 812 ◀── piece: shelf(), and all that only it needs
//!          memory, table, shared functions ──exports──▶ imports
//! ```
//!
//! Pieces share the program's memory, so a view in a piece works as one in the program does. They
//! may be entered only through the functions named in [`PIECES`]: those take a token that only
//! loading the piece gives. What else would call into a piece fails the build.

use anyhow::{Context as _, Result, anyhow, ensure};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, GlobalKind, ImportKind, ImportedFunction, Module, TableId, passes,
};

/// A part of the program that is fetched when it is needed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// The name of its file, without `.wasm`.
    pub name: &'static str,
    /// The modules whose functions belong to it, by the paths of Rust.
    pub modules: &'static [&'static str],
    /// The functions through which it is entered.
    pub entries: &'static [&'static str],
}

/// The pieces of the page's program.
pub(crate) const PIECES: [Piece; 2] = [
    Piece {
        name: "map",
        modules: &["project_atlas::view::map::", "atlas_engine::map::"],
        entries: &[
            "project_atlas::view::map::decoded",
            "project_atlas::view::map::drawn_map",
            "project_atlas::view::map::map_otherwise",
            "project_atlas::view::map::small_map::small_drawing",
        ],
    },
    Piece {
        name: "closer",
        modules: &[
            "project_atlas::view::closer::",
            "atlas_engine::citation::",
            "atlas_engine::figures::",
            "atlas_engine::network::",
            "atlas_engine::related::",
        ],
        // It is entered through pointers to functions, which need no door.
        entries: &[],
    },
];

/// The name under which a piece finds what the program exports.
const PROGRAM: &str = "a";

/// Parts a program; gives what is left of it, and the pieces in their order.
///
/// A function's place is told by its name, so the program must still have names.
pub(crate) fn split(bytes: &[u8], pieces: &[Piece]) -> Result<(Vec<u8>, Vec<Vec<u8>>)> {
    let plan = Plan::of(&parsed(bytes)?, pieces)?;
    let parts = (0..pieces.len()).map(|piece| plan.piece(parsed(bytes)?, piece));
    let parts = parts.collect::<Result<Vec<_>>>()?;
    let program = plan.program(parsed(bytes)?)?;
    Ok((program, parts))
}

fn parsed(bytes: &[u8]) -> Result<Module> {
    Module::from_buffer(bytes).map_err(|why| anyhow!("{why}"))
}

/// A function by its position: walrus's own ids hold for one reading of a program only.
type Position = usize;

/// What goes where.
struct Plan {
    /// The piece that each function belongs to; `None` for the program.
    owners: Vec<Option<usize>>,
    /// The slots of the function table that hold each function.
    slots: BTreeMap<Position, Vec<u32>>,
    /// The slot through which a function of a piece is called from elsewhere.
    doors: BTreeMap<Position, u32>,
    /// The size of the function table.
    table_size: u64,
    /// What each piece takes from the program, under which name.
    shared: BTreeMap<Shared, String>,
}

/// What a piece takes from the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Memory,
    Table(usize),
    Global(usize),
    Function(Position),
}

/// What a function refers to.
#[derive(Default)]
struct References {
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
    tables: Vec<TableId>,
}

impl Visitor<'_> for References {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.push(*id);
    }

    fn visit_global_id(&mut self, id: &GlobalId) {
        self.globals.push(*id);
    }

    fn visit_table_id(&mut self, id: &TableId) {
        self.tables.push(*id);
    }
}

impl References {
    fn of(module: &Module, function: FunctionId) -> Self {
        let mut references = Self::default();
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            dfs_in_order(&mut references, local, local.entry_block());
        }
        references
    }
}

impl Plan {
    fn of(module: &Module, pieces: &[Piece]) -> Result<Self> {
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
                super::program::without_hashes(name.unwrap_or_default())
            })
            .collect();
        let references: Vec<References> =
            ids.iter().map(|id| References::of(module, *id)).collect();
        let calls: Vec<Vec<Position>> = references
            .iter()
            .map(|references| references.functions.iter().map(at).collect())
            .collect();

        let slots = slots(module, &at)?;
        let mut roots: Vec<Position> = module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(id) => Some(at(&id)),
                _ => None,
            })
            .chain(module.start.iter().map(at))
            .collect();
        let named = named(&names, pieces);
        let imported = |position: Position| {
            matches!(
                module.funcs.get(ids[position]).kind,
                FunctionKind::Import(_)
            )
        };
        roots.extend(slots.keys().filter(|position| named[**position].is_none()));
        roots.extend((0..ids.len()).filter(|position| imported(*position)));
        let owners = owners(&calls, &named, &roots, pieces.len());

        let mut doors = BTreeMap::new();
        let table = function_table(module)?;
        let mut table_size = module.tables.get(table).initial;
        let mut shared = BTreeSet::from([Shared::Memory, Shared::Table(0)]);
        for (caller, called) in calls.iter().enumerate() {
            for called in called {
                let from_elsewhere = owners[*called].is_some() && owners[*called] != owners[caller];
                if from_elsewhere && !doors.contains_key(called) {
                    check_entry(&names[caller], &names[*called], pieces)?;
                    let slot = slots.get(called).and_then(|slots| slots.first().copied());
                    let slot = slot.unwrap_or_else(|| {
                        table_size += 1;
                        table_size as u32 - 1
                    });
                    doors.insert(*called, slot);
                }
                if owners[caller].is_some() && owners[*called] != owners[caller] {
                    shared.insert(Shared::Function(*called));
                }
            }
        }
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
            if owners[position].is_some() {
                let globals = references.globals.iter().filter_map(|id| global_at.get(id));
                shared.extend(globals.map(|at| Shared::Global(*at)));
                let tables = references.tables.iter().filter_map(|id| table_at.get(id));
                shared.extend(tables.map(|at| Shared::Table(*at)));
            }
        }
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
            slots,
            doors,
            table_size,
            shared,
        })
    }

    /// What is left of the program.
    fn program(&self, mut module: Module) -> Result<Vec<u8>> {
        let ids = functions(&module);
        let table = function_table(&module)?;
        self.resize(&mut module, table);
        let absent = {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.func_body().unreachable();
            builder.finish(vec![], &mut module.funcs)
        };
        let moved: BTreeSet<FunctionId> = self
            .slots
            .keys()
            .filter(|position| self.owners[**position].is_some())
            .map(|position| ids[*position])
            .collect();
        for element in module.elements.iter_mut() {
            if let ElementItems::Functions(items) = &mut element.items {
                for item in items.iter_mut().filter(|item| moved.contains(item)) {
                    *item = absent;
                }
            }
        }
        for (position, slot) in &self.doors {
            call_by_slot(&mut module, ids[*position], table, *slot);
        }
        for (shared, name) in &self.shared {
            let item = match shared {
                Shared::Memory => {
                    let memory = module.memories.iter().next();
                    ExportItem::Memory(memory.context("the program has no memory")?.id())
                }
                Shared::Table(at) => ExportItem::Table(tables(&module)[*at]),
                Shared::Global(at) => {
                    let global = module.globals.iter().nth(*at);
                    ExportItem::Global(global.context("a global is missing")?.id())
                }
                Shared::Function(position) => ExportItem::Function(ids[*position]),
            };
            module.exports.add(name, item);
        }
        passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// One piece: all else is taken from the program.
    fn piece(&self, mut module: Module, piece: usize) -> Result<Vec<u8>> {
        let ids = functions(&module);
        let table = function_table(&module)?;
        self.resize(&mut module, table);
        module.start = None;
        for export in module
            .exports
            .iter()
            .map(walrus::Export::id)
            .collect::<Vec<_>>()
        {
            module.exports.delete(export);
        }
        for element in module
            .elements
            .iter()
            .map(walrus::Element::id)
            .collect::<Vec<_>>()
        {
            module.elements.delete(element);
        }
        for data in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            module.data.delete(data);
        }
        let old_imports: Vec<_> = module.imports.iter().map(walrus::Import::id).collect();
        for (shared, name) in &self.shared {
            match shared {
                Shared::Memory => {
                    let memory = module.memories.iter().next();
                    let memory = memory.context("the program has no memory")?.id();
                    let import = module.imports.add(PROGRAM, name, memory);
                    let memory = module.memories.get_mut(memory);
                    memory.import = Some(import);
                    memory.data_segments.clear();
                }
                Shared::Table(at) => {
                    let table = tables(&module)[*at];
                    let import = module.imports.add(PROGRAM, name, table);
                    let table = module.tables.get_mut(table);
                    table.import = Some(import);
                    table.elem_segments.clear();
                }
                Shared::Global(at) => {
                    let global = module.globals.iter().nth(*at);
                    let global = global.context("a global is missing")?.id();
                    let import = module.imports.add(PROGRAM, name, global);
                    module.globals.get_mut(global).kind = GlobalKind::Import(import);
                }
                Shared::Function(position) if self.owners[*position] != Some(piece) => {
                    let id = ids[*position];
                    let ty = module.funcs.get(id).ty();
                    let import = module.imports.add(PROGRAM, name, ImportKind::Function(id));
                    module.funcs.get_mut(id).kind =
                        FunctionKind::Import(ImportedFunction { import, ty });
                }
                Shared::Function(_) => {}
            }
        }
        for import in old_imports {
            module.imports.delete(import);
        }
        let mut filled: BTreeMap<u32, FunctionId> = BTreeMap::new();
        for (position, slots) in &self.slots {
            if self.owners[*position] == Some(piece) {
                filled.extend(slots.iter().map(|slot| (*slot, ids[*position])));
            }
        }
        for (position, slot) in &self.doors {
            if self.owners[*position] == Some(piece) {
                filled.insert(*slot, ids[*position]);
            }
        }
        for (offset, items) in runs(&filled) {
            let offset = ConstExpr::Value(Value::I32(offset as i32));
            let kind = ElementKind::Active { table, offset };
            let segment = module.elements.add(kind, ElementItems::Functions(items));
            module.tables.get_mut(table).elem_segments.insert(segment);
        }
        passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    fn resize(&self, module: &mut Module, table: TableId) {
        let table = module.tables.get_mut(table);
        table.initial = self.table_size;
        table.maximum = table.maximum.map(|most| most.max(self.table_size));
    }
}

fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// The tables, that of the functions first.
fn tables(module: &Module) -> Vec<TableId> {
    let first = function_table(module).ok();
    let others = module.tables.iter().map(walrus::Table::id);
    first
        .into_iter()
        .chain(others.filter(|table| Some(*table) != first))
        .collect()
}

fn function_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table();
    let table = table.map_err(|why| anyhow!("{why}"))?;
    table.context("the program has no function table")
}

/// The slots of the function table that each function is in.
fn slots(
    module: &Module,
    at: &impl Fn(&FunctionId) -> Position,
) -> Result<BTreeMap<Position, Vec<u32>>> {
    let mut slots: BTreeMap<Position, Vec<u32>> = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { offset, .. } = &element.kind else {
            continue;
        };
        let (ConstExpr::Value(Value::I32(offset)), ElementItems::Functions(items)) =
            (offset, &element.items)
        else {
            continue;
        };
        for (slot, item) in (*offset as u32..).zip(items) {
            slots.entry(at(item)).or_default().push(slot);
        }
    }
    ensure!(!slots.is_empty(), "the program's function table is empty");
    Ok(slots)
}

/// The piece that each function's name tells, where it tells one alone.
fn named(names: &[String], pieces: &[Piece]) -> Vec<Option<usize>> {
    let tells = |name: &str, piece: &Piece| piece.modules.iter().any(|it| name.contains(it));
    let named = names.iter().map(|name| {
        let mut told = (0..pieces.len()).filter(|piece| tells(name, &pieces[*piece]));
        told.next().filter(|_| told.next().is_none())
    });
    named.collect()
}

/// The piece that each function belongs to: it is named after it, or used by it alone.
fn owners(
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

/// Refuses a call into a piece other than through its entries. What drops a piece's values is let
/// in: where there is a value of a piece, the piece has been loaded.
fn check_entry(caller: &str, called: &str, pieces: &[Piece]) -> Result<()> {
    let entries = pieces.iter().flat_map(|piece| piece.entries);
    let mut allowed = entries.chain(&["core::ptr::drop_in_place", "core::ops::drop::Drop"]);
    ensure!(
        allowed.any(|entry| called.contains(entry)),
        "{caller}\ncalls {called},\nwhich is loaded later; the entries are listed in {}",
        file!()
    );
    Ok(())
}

/// Leaves of a function only that it calls what stands in a slot of the table.
fn call_by_slot(module: &mut Module, id: FunctionId, table: TableId, slot: u32) {
    let ty = module.funcs.get(id).ty();
    let (takes, gives) = module.types.params_results(ty);
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let arguments: Vec<_> = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot as i32).call_indirect(ty, table);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Neighbouring slots together, each run with its first.
fn runs(filled: &BTreeMap<u32, FunctionId>) -> Vec<(u32, Vec<FunctionId>)> {
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in filled {
        match runs.last_mut() {
            Some((first, run)) if *first + run.len() as u32 == *slot => run.push(*function),
            _ => runs.push((*slot, vec![*function])),
        }
    }
    runs
}

/// The shortest names first: `a`, `b` … `Z`, `aa` …
pub(super) fn short_name(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % 52]));
        number /= 52;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use walrus::{RefType, ValType};

    const LATER: Piece = Piece {
        name: "later",
        modules: &["app::later::"],
        entries: &["app::later::entry"],
    };

    /// A program in small: `run` calls the piece's entry and a function that both need; a function
    /// of the piece stands in the table, as a closure does.
    fn program(called: &str) -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let function = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            for called in calls {
                body.call(*called).drop();
            }
            body.i32_const(name.len() as i32);
            builder.finish(vec![], &mut module.funcs)
        };
        let shared = function(&mut module, "core::shared", &[]);
        let own = function(&mut module, "core::used_by_the_piece_alone", &[]);
        let entry = function(&mut module, called, &[shared, own]);
        let closure = function(&mut module, "app::later::list::{closure#0}", &[entry]);
        let callback = function(&mut module, "app::run::{closure#0}", &[]);
        let run = function(&mut module, "app::run", &[shared, entry]);
        module.exports.add("run", run);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let kind = ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(1)),
        };
        let items = ElementItems::Functions(vec![closure, callback]);
        let segment = module.elements.add(kind, items);
        module.tables.get_mut(table).elem_segments.insert(segment);
        module.emit_wasm()
    }

    fn names(bytes: &[u8]) -> BTreeSet<String> {
        let module = parsed(bytes).unwrap();
        let local = module.funcs.iter_local();
        let names = local.filter_map(|(id, _)| module.funcs.get(id).name.clone());
        names.collect()
    }

    #[test]
    fn what_only_a_piece_needs_moves_into_it() {
        let (rest, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
        let here = names(&rest);
        for stays in ["app::run", "app::run::{closure#0}", "core::shared"] {
            assert!(here.contains(stays), "{stays} in {here:?}");
        }
        let there = names(&parts[0]);
        let moved = [
            "app::later::entry",
            "app::later::list::{closure#0}",
            "core::used_by_the_piece_alone",
        ];
        assert_eq!(there, moved.map(str::to_owned).into());
        assert!(!here.contains(moved[1]) && !here.contains(moved[2]));
    }

    #[test]
    fn a_piece_finds_in_the_program_all_that_it_takes() {
        let (rest, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
        let rest = parsed(&rest).unwrap();
        let part = parsed(&parts[0]).unwrap();
        let exported: BTreeSet<&str> = rest.exports.iter().map(|it| it.name.as_str()).collect();
        assert!(part.imports.iter().count() >= 2);
        for import in part.imports.iter() {
            assert_eq!(import.module, PROGRAM);
            assert!(exported.contains(import.name.as_str()), "{}", import.name);
        }
        let size = |module: &Module| module.tables.get(function_table(module).unwrap()).initial;
        assert_eq!((size(&rest), size(&part)), (4, 4));
    }

    #[test]
    fn a_piece_fills_its_own_slots_of_the_table() {
        let (_, parts) = split(&program("app::later::entry"), &[LATER]).unwrap();
        let part = parsed(&parts[0]).unwrap();
        let positions = functions(&part);
        let at = |id: &FunctionId| positions.iter().position(|it| it == id).unwrap();
        let filled: BTreeSet<u32> = slots(&part, &at).unwrap().into_values().flatten().collect();
        // 1 was the closure's; 3 is new, for the entry; 2 remains the program's.
        assert_eq!(filled, [1, 3].into());
    }

    #[test]
    fn a_call_past_the_entries_is_refused() {
        let refused = split(&program("app::later::side_door"), &[LATER]).unwrap_err();
        assert!(
            refused.to_string().contains("app::later::side_door"),
            "{refused}"
        );
    }

    #[test]
    fn short_names_are_all_different() {
        let names: BTreeSet<String> = (0..6000).map(short_name).collect();
        assert_eq!(names.len(), 6000);
        assert_eq!(
            (short_name(0).as_str(), short_name(52).as_str()),
            ("a", "aa")
        );
    }
}
