//! Writes the program and its chunks as planned.

use crate::chunk::{Address, PROGRAM};
use crate::module::{function_table, functions, start_of, tables};
use crate::partition::Owner;
use crate::plan::{Plan, Shared};
use anyhow::{Context as _, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, TableId, passes,
};

/// In bytes; a segment of memory starts with about as many.
const SHORT_GAP: Address = 8;

impl Plan {
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
            .filter(|position| self.owners[**position] != Owner::Program)
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
        let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        for data in segments {
            let data = module.data.get_mut(data);
            let Some(start) = start_of(&data.kind) else {
                continue;
            };
            for (place, _) in &self.constants {
                let place = place.start.wrapping_sub(start) as usize
                    ..place.end.wrapping_sub(start) as usize;
                if let Some(constant) = data.value.get_mut(place) {
                    constant.fill(0);
                }
            }
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
        let own = self.contents(&module, chunk);
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
                    module.memories.get_mut(memory).import = Some(import);
                    module.memories.get_mut(memory).data_segments.clear();
                    for (start, bytes) in own.iter().cloned() {
                        let offset = ConstExpr::Value(Value::I32(start as i32));
                        let kind = DataKind::Active { memory, offset };
                        let segment = module.data.add(kind, bytes);
                        let memory = module.memories.get_mut(memory);
                        memory.data_segments.insert(segment);
                    }
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
                Shared::Function(position) if !self.owners[*position].is_in(chunk) => {
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
            if self.owners[*position].is_in(chunk) {
                filled.extend(slots.iter().map(|slot| (*slot, ids[*position])));
            }
        }
        for (position, slot) in &self.trampolines {
            if self.owners[*position].is_in(chunk) {
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

    /// What a chunk writes to memory when it is loaded. A gap that is shorter than the start of another
    /// segment is written, too: with what it already holds, because nothing of it ever changes.
    fn contents(&self, module: &Module, chunk: usize) -> Vec<(Address, Vec<u8>)> {
        let mut places: Vec<Range<Address>> = Vec::new();
        let own = self
            .constants
            .iter()
            .filter(|(_, owner)| owner.is_in(chunk));
        for (place, _) in own {
            match places.last_mut() {
                Some(last) if place.start - last.end < SHORT_GAP => last.end = place.end,
                _ => places.push(place.clone()),
            }
        }
        let contents = places.into_iter().filter_map(|place| {
            let mut data = module.data.iter();
            let bytes = data.find_map(|data| {
                let start = start_of(&data.kind)?;
                let from = place.start.checked_sub(start)?;
                data.value.get(from as usize..(place.end - start) as usize)
            })?;
            Some((place.start, bytes.to_vec()))
        });
        contents.collect()
    }

    fn resize(&self, module: &mut Module, table: TableId) {
        let table = module.tables.get_mut(table);
        table.initial = self.table_size;
        table.maximum = table.maximum.map(|most| most.max(self.table_size));
    }
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
