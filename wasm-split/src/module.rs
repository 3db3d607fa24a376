//! Parts of a WebAssembly module.

use crate::chunk::{Address, Position};
use anyhow::{Context as _, Result, anyhow, ensure};
use std::collections::BTreeMap;
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, ElementItems, ElementKind, FunctionId, Module, TableId};

pub(crate) fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// Returns all tables, the function table first.
pub(crate) fn tables(module: &Module) -> Vec<TableId> {
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

/// The address of a segment of memory.
pub(crate) fn start_of(kind: &DataKind) -> Option<Address> {
    match kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(offset)),
            ..
        } => Some(*offset as Address),
        _ => None,
    }
}
