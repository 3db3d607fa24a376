use crate::chunk::{Chunk, PROGRAM, Position};
use crate::partition::{named, owners};
use crate::symbol::without_hashes;
use anyhow::{Context as _, Result, anyhow, ensure};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, GlobalKind, ImportKind, ImportedFunction, Module, TableId, passes,
};

pub(crate) struct Plan {
    /// The chunk of each function; `None` for the program.
    owners: Vec<Option<usize>>,
    slots: BTreeMap<Position, Vec<u32>>,
    /// The slot through which a chunk's function is called from elsewhere.
    trampolines: BTreeMap<Position, u32>,
    table_size: u64,
    /// The names under which chunks import from the program.
    shared: BTreeMap<Shared, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Memory,
    Table(usize),
    Global(usize),
    Function(Position),
}

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
    pub(crate) fn of(module: &Module, chunks: &[Chunk]) -> Result<Self> {
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
        let named = named(&names, chunks);
        let imported = |position: Position| {
            matches!(
                module.funcs.get(ids[position]).kind,
                FunctionKind::Import(_)
            )
        };
        roots.extend(slots.keys().filter(|position| named[**position].is_none()));
        roots.extend((0..ids.len()).filter(|position| imported(*position)));
        let owners = owners(&calls, &named, &roots, chunks.len());

        let mut trampolines = BTreeMap::new();
        let table = function_table(module)?;
        let mut table_size = module.tables.get(table).initial;
        let mut shared = BTreeSet::from([Shared::Memory, Shared::Table(0)]);
        for (caller, called) in calls.iter().enumerate() {
            for called in called {
                let from_elsewhere = owners[*called].is_some() && owners[*called] != owners[caller];
                if from_elsewhere && !trampolines.contains_key(called) {
                    check_entry(&names[caller], &names[*called], chunks)?;
                    let slot = slots.get(called).and_then(|slots| slots.first().copied());
                    let slot = slot.unwrap_or_else(|| {
                        table_size += 1;
                        table_size as u32 - 1
                    });
                    trampolines.insert(*called, slot);
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
            trampolines,
            table_size,
            shared,
        })
    }

    pub(crate) fn program(&self, mut module: Module) -> Result<Vec<u8>> {
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
        for (position, slot) in &self.trampolines {
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

    pub(crate) fn chunk(&self, mut module: Module, chunk: usize) -> Result<Vec<u8>> {
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
                Shared::Function(position) if self.owners[*position] != Some(chunk) => {
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
            if self.owners[*position] == Some(chunk) {
                filled.extend(slots.iter().map(|slot| (*slot, ids[*position])));
            }
        }
        for (position, slot) in &self.trampolines {
            if self.owners[*position] == Some(chunk) {
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

pub(crate) fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// Returns all tables, the function table first.
fn tables(module: &Module) -> Vec<TableId> {
    let first = function_table(module).ok();
    let others = module.tables.iter().map(walrus::Table::id);
    first
        .into_iter()
        .chain(others.filter(|table| Some(*table) != first))
        .collect()
}

pub(crate) fn function_table(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table();
    let table = table.map_err(|why| anyhow!("{why}"))?;
    table.context("the program has no function table")
}

pub(crate) fn slots(
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

/// Replaces a function's body by a call to the function in a slot of the table.
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

/// Returns the name for a number, the shortest first: `a`, `b` … `Z`, `aa` …
pub fn short_name(mut number: usize) -> String {
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
